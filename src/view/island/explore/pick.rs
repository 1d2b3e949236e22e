//! The picker of an entry: a field in which one types some of its title, and the list of those that fit.
//!
//! [`titles`] finds what fits, [`picking`] is the state, [`pick`] connects them with the field: a combobox by the pattern of
//! WAI-ARIA, whose focus stays in the field while `aria-activedescendant` names the active option. It knows no desk: titles
//! go in, the chosen row comes out.
//!
//! ```text
//! pick(Picker { id: "path-from", label: "From", world, titles: desk.titles.get(), chosen, choose })
//! ```

pub mod picking;
pub mod titles;

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::view::island::explore::pick::picking::{Outcome, Picking};
use crate::view::island::explore::pick::titles::Titles;
use crate::view::island::world::World;

/// How long nothing must change before it is said aloud: at 0 a reader who listens would hear every key.
const BEFORE_SAYING: u32 = 500;

/// What a picker is made of.
#[derive(Clone)]
pub struct Picker {
    /// The field's id; those of its parts begin with it.
    pub id: &'static str,
    /// What stands above the field.
    pub label: &'static str,
    /// The browser.
    pub world: &'static dyn World,
    /// What there is to choose from.
    pub titles: Arc<Titles>,
    /// The row whose title the field shows while nobody types; none where the field stays empty.
    pub chosen: Signal<Option<u32>>,
    /// Called with the row that was chosen, or with nothing where the field was emptied.
    pub choose: Callback<Option<u32>>,
}

/// The state of one field, and what it tells.
#[derive(Clone, Copy)]
struct Field {
    picker: StoredValue<Picker>,
    picking: RwSignal<Picking>,
    said: RwSignal<String>,
}

/// The field with its label and its list.
pub fn pick(picker: Picker) -> impl IntoView {
    let (id, label) = (picker.id, picker.label);
    let list = [id, "-list"].concat();
    let field = Field {
        picker: StoredValue::new(picker),
        picking: RwSignal::default(),
        said: RwSignal::default(),
    };
    let is_open = move || field.picking.with(Picking::is_open);
    let active = move || {
        field
            .picking
            .with(Picking::active)
            .map(|at| field.option_id(at))
    };
    let is_loose = move || field.picking.with(Picking::is_loose);
    view! {
        <div class="pick">
            <label for=id>{label}</label>
            <input
                type="text"
                role="combobox"
                id=id
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-expanded=move || if is_open() { "true" } else { "false" }
                aria-activedescendant=active
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || field.text()
                on:input:target=move |event| field.type_in(&event.target().value())
                on:keydown=move |event| field.press(&event)
                on:click=move |_| field.open()
                on:blur=move |_| field.leave()
            />
            <div class="pick-box" hidden=move || !is_open()>
                <ul class="pick-list" role="listbox" id=list aria-label=label>
                    {move || field.options()}
                </ul>
                <p class="meta">{move || field.picking.with(Picking::status)}</p>
            </div>
            <p class="meta" hidden=move || !is_loose()>
                "Nothing is chosen yet: take one from the list. The down arrow opens it."
            </p>
            <p class="visually-hidden" role="status">{move || field.said.get()}</p>
        </div>
    }
}

impl Field {
    /// What stands in the field: what is being typed, or else the title of the chosen.
    fn text(self) -> String {
        let typed = self
            .picking
            .with(|picking| picking.typed().map(str::to_owned));
        self.picker.with_value(|picker| {
            let title = || {
                picker
                    .chosen
                    .get()
                    .map(|row| picker.titles.title(row).to_owned())
            };
            typed.or_else(title).unwrap_or_default()
        })
    }

    fn option_id(self, at: usize) -> String {
        let number = u32::try_from(at).unwrap_or_default();
        let mut id = self.picker.with_value(|picker| [picker.id, "-"].concat());
        crate::search::answer::push_number(number, &mut id);
        id
    }

    fn options(self) -> Vec<impl IntoView> {
        self.picking.with(|picking| {
            let options = picking.options().iter().enumerate();
            options
                .map(|(at, row)| self.option(at, *row, picking.active() == Some(at)))
                .collect()
        })
    }

    fn option(self, at: usize, row: u32, is_active: bool) -> impl IntoView + use<> {
        let (title, note) = self.picker.with_value(|picker| {
            let titles = &picker.titles;
            (titles.title(row).to_owned(), titles.note(row).to_owned())
        });
        // Else the press would take the focus out of the field, and the list away from under the finger.
        view! {
            <li
                role="option"
                id=self.option_id(at)
                aria-selected=if is_active { "true" } else { "false" }
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| self.take(Outcome::Chosen(Some(row)))
            >
                <bdi>{title}</bdi>
                " "
                <span class="meta">{note}</span>
            </li>
        }
    }

    fn type_in(self, text: &str) {
        self.picker.with_value(|picker| {
            self.picking
                .update(|picking| picking.type_in(text, &picker.titles));
        });
        self.say_later();
    }

    fn open(self) {
        self.picker.with_value(|picker| {
            self.picking.update(|picking| picking.open(&picker.titles));
        });
    }

    fn press(self, event: &KeyboardEvent) {
        // Enter and arrows belong to the input method while it composes a word.
        if event.is_composing() {
            return;
        }
        let mut outcome = Outcome::Passed;
        self.picker.with_value(|picker| {
            self.picking
                .update(|picking| outcome = picking.press(&event.key(), &picker.titles));
        });
        if outcome != Outcome::Passed {
            event.prevent_default();
        }
        self.take(outcome);
    }

    /// Browsers also say that the field lost the focus when it goes from the page, and its state with it.
    fn leave(self) {
        let leave = |picker: &Picker| {
            self.picking
                .try_update(|picking| picking.leave(&picker.titles))
        };
        if let Some(outcome) = self.picker.try_with_value(leave).flatten() {
            self.take(outcome);
        }
    }

    fn take(self, outcome: Outcome) {
        match outcome {
            Outcome::Passed | Outcome::Closed => {}
            Outcome::Moved => self.reveal(),
            Outcome::Chosen(row) => {
                self.picking.set(Picking::default());
                self.said.set(String::new());
                self.picker.with_value(|picker| picker.choose).run(row);
            }
        }
    }

    /// Once the options stand on the page as they are now.
    fn reveal(self) {
        let world = self.picker.with_value(|picker| picker.world);
        let then = move |()| {
            if let Some(at) = self.picking.try_with_untracked(Picking::active).flatten() {
                world.reveal(&self.option_id(at));
            }
        };
        world.after(0, Box::new(then));
    }

    fn say_later(self) {
        let words = self.picking.with_untracked(Picking::status);
        let say = move |()| {
            let is_newest =
                self.picking.try_with_untracked(Picking::status).as_ref() == Some(&words);
            if is_newest {
                self.said.set(words);
            }
        };
        self.picker
            .with_value(|picker| picker.world)
            .after(BEFORE_SAYING, Box::new(say));
    }
}
