//! Sentences about what is shown: what of the address was not understood, what could not be loaded, and what to try
//! where nothing fits.

use leptos::prelude::*;

use crate::explore::chips::{Chip, to_try};
use crate::explore::numbers::entries;
use crate::explore::state::State;
use crate::view::island::explore::chips::apply;
use crate::view::island::explore::desk::{By, Desk, Phase};

/// So many filters are named at most that could be left out: the foremost give the most entries.
const TRIED: usize = 5;

/// What of the address was not understood.
pub fn dropped(desk: Desk) -> impl IntoView {
    let sentences = move || {
        let sentences = desk.dropped.get().into_iter();
        sentences
            .map(|sentence| view! { <p>{sentence}</p> })
            .collect::<Vec<_>>()
    };
    let none = move || desk.dropped.with(Vec::is_empty);
    view! {
        <div class="explorer-note" hidden=none>
            <div role="status">{sentences}</div>
            <button type="button" on:click=move |_| desk.dropped.set(Vec::new())>
                "Dismiss"
            </button>
        </div>
    }
}

/// What stands in the place of the views where the catalog could not be had.
pub fn trouble(desk: Desk) -> impl IntoView {
    let failed = move || desk.phase.get() == Phase::Failed;
    view! {
        <div class="explorer-note" role="alert" hidden=move || !failed()>
            {move || failed().then(|| view! {
                <p>
                    "The catalog of this directory could not be loaded, so nothing can be filtered here. The link to it may be broken, or there is no connection."
                </p>
                <button type="button" on:click=move |_| desk.begin()>"Try again"</button>
            })}
        </div>
    }
}

/// How many entries there are, where a set of them has its own sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Few {
    /// Not even the directory has any.
    Never,
    None,
    One(u32),
    Several,
}

fn how_few(desk: Desk) -> Few {
    let rows = desk.index.with(|index| index.as_ref().map(|i| i.rows()));
    desk.set.with(|set| match (rows, set.count()) {
        (Some(0), _) => Few::Never,
        (Some(_), 0) => Few::None,
        (Some(all), 1) if all > 1 => set.iter().next().map_or(Few::None, Few::One),
        (_, _) => Few::Several,
    })
}

/// What is said where no entry fits, or only one.
pub fn few(desk: Desk) -> impl IntoView {
    let few = Memo::new(move |_| how_few(desk));
    move || match few.get() {
        Few::Several => None,
        Few::Never => {
            Some(view! { <p class="nothing">"This directory has no entries yet."</p> }.into_any())
        }
        Few::None => Some(none(desk).into_any()),
        Few::One(row) => Some(one(desk, row).into_any()),
    }
}

fn one(desk: Desk, row: u32) -> impl IntoView {
    let title = desk.index.with(|index| {
        let index = index.as_ref();
        index.map_or_else(String::new, |index| index.title(row).to_owned())
    });
    view! { <p class="explorer-one">"Only one entry fits: " <bdi>{title}</bdi> "."</p> }
}

/// Nothing fits: the filters without which something would.
fn none(desk: Desk) -> impl IntoView {
    let acts = move || {
        desk.query.track();
        let chips = desk.selection.with(|_filters| {
            desk.index.with(|index| {
                let index = index.as_ref()?;
                let found = desk.found.get();
                let state = desk.state.get_untracked();
                Some(to_try(&state, index, found.as_deref()))
            })
        });
        let chips = chips.unwrap_or_default().into_iter().take(TRIED);
        chips
            .map(|(chip, left)| act(desk, chip, left))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="nothing">
            <p>"No entry fits all of this. What would leave some:"</p>
            <ul class="to-try">
                {acts}
                <li>
                    <button
                        type="button"
                        on:click=move |_| desk.change(By::Pressing, State::open)
                    >
                        "Take all filters away"
                    </button>
                </li>
            </ul>
        </div>
    }
}

fn act(desk: Desk, chip: Chip, left: u32) -> impl IntoView {
    let words = ["Leave out “", &chip.words, "”"].concat();
    let press = move |_| desk.change(By::Pressing, |state| apply(state, &chip));
    view! {
        <li>
            <button type="button" on:click=press>{words}</button>
            " "
            <span class="count">{entries(left)}</span>
        </li>
    }
}
