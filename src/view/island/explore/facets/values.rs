//! The values of one facet: each a button with three states, and a way to find one among many.

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::explore::facets::{Count, Counts, Sign};
use crate::explore::numbers::thousands;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::facets::OPEN;
use crate::view::island::explore::facets::group::{Group, group};

/// So many values stand there before all are asked for: what is on two fingers' lengths.
const FIRST: usize = 8;

/// So many stand there at most: whoever has more to choose from types some letters. Each costs the browser layout.
const MOST: usize = 100;

/// One facet as its values are looked at.
#[derive(Clone, Copy)]
struct Shelf {
    desk: Desk,
    facet: Facet,
    counts: Memo<Option<Counts>>,
    /// Whether all values are shown.
    all: RwSignal<bool>,
    /// The letters of the values that are looked for.
    typed: RwSignal<String>,
    /// The value that was pressed last: it stays, even if it leaves nothing now, so that the focus does too.
    held: RwSignal<Option<u16>>,
}

/// The facet in a column of the catalog.
pub(super) fn values(desk: Desk, column: usize, facet: Facet) -> impl IntoView {
    let shelf = Shelf {
        desk,
        facet,
        counts: Memo::new(move |_| desk.counts.with(|all| all.get(column).cloned())),
        all: RwSignal::new(false),
        typed: RwSignal::default(),
        held: RwSignal::new(None),
    };
    let chosen = move || desk.selection.with(|selection| selection.of(facet).len());
    let of_use = Memo::new(move |_| {
        let shown = desk.set.with(|set| set.count());
        shelf.counts.with(|counts| {
            counts
                .as_ref()
                .is_some_and(|counts| counts.is_of_use(shown))
        })
    });
    let head = Group {
        id: ["facet-", facet.key()].concat(),
        label: facet.label(),
        open: OPEN.contains(&facet) || untrack(chosen) > 0,
        chosen,
    };
    view! {
        <section class="facet" hidden=move || !of_use.get()>
            {group(head, move || shelf.inside())}
        </section>
    }
}

impl Shelf {
    fn inside(self) -> impl IntoView {
        let shown = Memo::new(move |_| self.shown());
        view! {
            {self.finder().into_any()}
            <ul class="facet-values">
                <For each=move || shown.get() key=|value| *value let:value>
                    {self.value(value).into_any()}
                </For>
            </ul>
            {self.more().into_any()}
        }
    }

    /// The numbers of the values that stand there now.
    fn shown(self) -> Vec<u16> {
        let (all, typed, held) = (self.all.get(), self.typed.get(), self.held.get());
        let Some(index) = self.desk.index.get() else {
            return Vec::new();
        };
        let shown = self.counts.with(|counts| {
            let counts = counts.as_ref()?;
            Some(match (all, typed.is_empty()) {
                (false, _) => counts.foremost(FIRST),
                (true, true) => counts.values.iter().take(MOST).copied().collect(),
                (true, false) => {
                    let mut shown = counts.matching(&index, &typed);
                    shown.truncate(MOST);
                    shown
                }
            })
        });
        let mut shown: Vec<u16> = shown.iter().flatten().map(|count| count.value).collect();
        let held = held.filter(|held| !shown.contains(held));
        if let Some(held) = held.filter(|_| typed.is_empty()) {
            let at = shown.partition_point(|value| *value < held);
            shown.insert(at, held);
        }
        shown
    }

    fn count(self, value: u16) -> Option<Count> {
        self.counts.with(|counts| {
            let values = &counts.as_ref()?.values;
            let at = values
                .binary_search_by_key(&value, |count| count.value)
                .ok()?;
            Some(values[at])
        })
    }

    fn value(self, value: u16) -> impl IntoView {
        let Shelf { desk, facet, .. } = self;
        let count = Memo::new(move |_| self.count(value));
        let sign = move || count.with(|count| count.as_ref().and_then(|count| count.sign));
        let (label, meaning) = self.words(value);
        let rows = move || match count.get() {
            None => "0".to_owned(),
            Some(Count { rows, sign, .. }) if sign == Some(Sign::Without) && rows > 0 => {
                ["−", &thousands(rows)].concat()
            }
            Some(count) => thousands(count.rows),
        };
        let press = move |_| {
            self.held.set(Some(value));
            desk.change(By::Pressing, |state| {
                state.selection.press(facet, value);
            });
        };
        view! {
            <li>
                <button
                    type="button"
                    class="facet-value"
                    title=meaning
                    aria-pressed=move || if sign().is_some() { "true" } else { "false" }
                    data-sign=move || sign_word(sign())
                    on:click=press
                >
                    <span>
                        {move || (sign() == Some(Sign::Without)).then_some("not ")}
                        <bdi>{label}</bdi>
                    </span>
                    " "
                    <span class="count">{rows}</span>
                </button>
            </li>
        }
    }

    /// A value's label, and what it means.
    fn words(self, value: u16) -> (String, Option<String>) {
        let words = self.desk.index.with_untracked(|index| {
            let catalog = index.as_ref()?.catalog();
            let choices = catalog.facets.get(catalog.column(self.facet)?)?;
            let meaning = choices.meanings.get(usize::from(value));
            let meaning = meaning.filter(|meaning| !meaning.is_empty()).cloned();
            Some((choices.label_of(value).to_owned(), meaning))
        });
        words.unwrap_or_default()
    }

    fn how_many(self) -> usize {
        self.counts
            .with(|counts| counts.as_ref().map_or(0, |counts| counts.values.len()))
    }

    /// The field that finds a value among many, while all are shown.
    fn finder(self) -> impl IntoView {
        let label = ["Find in: ", self.facet.label()].concat();
        move || {
            self.all.get().then(|| {
                view! {
                    <input
                        type="search"
                        class="facet-find"
                        aria-label=label.clone()
                        placeholder=label.clone()
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || self.typed.get()
                        on:input:target=move |event| self.typed.set(event.target().value())
                    />
                }
            })
        }
    }

    /// What is said where no value or too many fit, and the button that shows all.
    fn more(self) -> impl IntoView {
        let fitting = Memo::new(move |_| {
            let typed = self.typed.get();
            // To fold thousands of labels at every press takes longer than all else.
            if typed.is_empty() {
                return Some(self.how_many());
            }
            let index = self.desk.index.get()?;
            self.counts
                .with(|counts| Some(counts.as_ref()?.matching(&index, &typed).len()))
        });
        let note = move || match (self.all.get(), fitting.get().unwrap_or(0)) {
            (true, 0) => Some("No value has these letters: try fewer.".to_owned()),
            (true, fit) if fit > MOST => Some(
                [
                    &(fit - MOST).to_string(),
                    " more: type some letters to find one.",
                ]
                .concat(),
            ),
            (_, _) => None,
        };
        let turn = move |_| {
            self.typed.set(String::new());
            self.all.update(|all| *all = !*all);
        };
        let words = move || {
            if self.all.get() {
                "Show fewer".to_owned()
            } else {
                ["Show all ", &self.how_many().to_string()].concat()
            }
        };
        let is_short = move || self.how_many() <= FIRST && !self.all.get();
        view! {
            <p class="meta">{note}</p>
            <button type="button" class="facet-more" hidden=is_short on:click=turn>
                {words}
            </button>
        }
    }
}

fn sign_word(sign: Option<Sign>) -> &'static str {
    match sign {
        None => "none",
        Some(Sign::With) => "with",
        Some(Sign::Without) => "without",
    }
}
