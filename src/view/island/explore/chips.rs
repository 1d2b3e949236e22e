//! The filters in use, each to be taken away by a press.

use leptos::html;
use leptos::prelude::*;

use crate::explore::chips::{Chip, chips as all};
use crate::explore::phrase::counted;
use crate::explore::state::State;
use crate::view::island::explore::desk::{By, Desk};

/// The chips, and a button that takes all filters away.
pub fn chips(desk: Desk) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let chips = Memo::new(move |_| in_use(desk));
    let remove = move |take: Box<dyn FnOnce(&mut State)>| {
        desk.change(By::Pressing, take);
        // What was pressed is gone: the next press of Tab goes on from here.
        if let Some(place) = place.get_untracked() {
            drop(place.focus());
        }
    };
    let items = move || {
        let chips = chips.get().into_iter();
        chips.map(|chip| item(chip, remove)).collect::<Vec<_>>()
    };
    let any = move || chips.with(|chips| !chips.is_empty());
    view! {
        <div class="chips" role="group" aria-label="Filters in use" tabindex="-1" node_ref=place>
            {items}
            {move || any().then(|| view! {
                <button type="button" class="chips-clear" on:click=move |_| remove(Box::new(State::open))>
                    "Clear all"
                </button>
            })}
        </div>
    }
}

fn item(
    chip: Chip,
    remove: impl Fn(Box<dyn FnOnce(&mut State)>) + Copy + 'static,
) -> impl IntoView {
    let label = ["Remove filter ", &chip.words].concat();
    let words = chip.words.clone();
    let press = move |_| {
        let chip = chip.clone();
        remove(Box::new(move |state| apply(state, &chip)));
    };
    view! {
        <button type="button" aria-label=label on:click=press>
            {words}
        </button>
    }
}

/// Leaves out a filter; how the set is looked at stays as it is now.
pub fn apply(state: &mut State, chip: &Chip) {
    state.query.clone_from(&chip.without.query);
    state.selection.clone_from(&chip.without.selection);
}

/// The filters in use, as words and as states without them. Only what filters is read: a moved map makes no new chips.
fn in_use(desk: Desk) -> Vec<Chip> {
    desk.selection.track();
    desk.query.track();
    desk.index.with(|index| {
        let chips = index.as_ref().map(|index| {
            let mut chips = desk.state.with_untracked(|state| all(state, index));
            for chip in &mut chips {
                // Alike but for what filters, so that equal chips are equal.
                chip.without = State {
                    query: std::mem::take(&mut chip.without.query),
                    selection: std::mem::take(&mut chip.without.selection),
                    ..State::default()
                };
            }
            chips
        });
        chips.unwrap_or_default()
    })
}

/// What the button says that opens the filters where there is no room for them: `Filters`, `Filters: 2 in use`.
pub fn filters_in_words(desk: Desk) -> String {
    let selection = desk.selection.get();
    let spans = [selection.founded, selection.ended, selection.checked];
    let spans = spans.iter().filter(|span| !span.is_open()).count();
    let count = selection.marks.len() + spans + usize::from(selection.related.is_some());
    match count {
        0 => "Filters".to_owned(),
        count => ["Filters: ", &counted(count, "in use", "in use")].concat(),
    }
}
