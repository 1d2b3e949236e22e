//! The views of one set, and the buttons that switch between them.

use leptos::prelude::*;

use crate::explore::state::View;
use crate::view::island::explore::desk::{By, Desk, Phase};
use crate::view::island::explore::{compare, graph, list, map, numbers, table, timeline};

/// One button for each view; the pressed one is shown.
pub fn tabs(desk: Desk) -> impl IntoView {
    let tabs: Vec<_> = View::ALL.into_iter().map(|view| tab(desk, view)).collect();
    view! { <div class="views" role="group" aria-label="Ways to look at these entries">{tabs}</div> }
}

fn tab(desk: Desk, view: View) -> impl IntoView {
    let pressed = move || desk.view.get() == view;
    let choose = move |_| {
        desk.change(By::Pressing, |state| state.view = view);
        desk.say([view.label(), ". ", &untrack(move || desk.status())].concat());
    };
    view! {
        <button
            type="button"
            aria-pressed=move || if pressed() { "true" } else { "false" }
            on:click=choose
        >
            {view.label()}
        </button>
    }
}

/// The view that is chosen.
pub fn view(desk: Desk) -> Option<AnyView> {
    if desk.phase.get() != Phase::Ready {
        return None;
    }
    Some(match desk.view.get() {
        View::Table => table::table(desk).into_any(),
        View::Map => map::map(desk).into_any(),
        View::Timeline => timeline::timeline(desk).into_any(),
        View::List => list::list(desk).into_any(),
        View::Graph => graph::graph(desk).into_any(),
        View::Numbers => numbers::numbers(desk).into_any(),
        View::Compare => compare::compare(desk).into_any(),
    })
}
