//! The two buttons beside an entry: keep it, compare it.

use leptos::prelude::*;

use crate::explore::state::MOST_COMPARED;
use crate::view::island::explore::desk::{By, Desk};

/// The buttons of a row.
pub fn marks(desk: Desk, row: u32) -> impl IntoView {
    let index = desk.index.get_untracked();
    let title = index.map_or(String::new(), |index| index.title(row).to_owned());
    let kept = move || desk.taking.kept.holds(row);
    let compared = move || desk.state.with(|state| state.compared.contains(&row));
    view! {
        <span class="marks">
            {button(["Shortlist: ", &title].concat(), "Shortlist", kept, move || {
                desk.taking.kept.toggle(desk, row);
            })}
            {button(["Compare: ", &title].concat(), "Compare", compared, move || {
                compare(desk, row);
            })}
        </span>
    }
}

fn button(
    name: String,
    label: &'static str,
    pressed: impl Fn() -> bool + Send + 'static,
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="mark-button"
            aria-label=name
            aria-pressed=move || if pressed() { "true" } else { "false" }
            on:click=move |_| press()
        >
            {label}
        </button>
    }
}

/// Puts an entry beside the compared ones or takes it away; where there is no room, says so.
pub(crate) fn compare(desk: Desk, row: u32) {
    let mut fits = true;
    desk.change(By::Pressing, |state| fits = state.compare(row));
    let number = desk.state.with_untracked(|state| state.compared.len());
    let words = if fits {
        [
            &number.to_string(),
            " of at most ",
            &MOST_COMPARED.to_string(),
            " entries to be compared.",
        ]
        .concat()
    } else {
        FULL.to_owned()
    };
    desk.taking.full.set(!fits);
    desk.say(words);
}

/// What is said where a fifth entry is to be compared.
pub(super) const FULL: &str = "Four entries are compared already: take one away first.";
