//! Two to four entries side by side.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::compare::{self, Comparison, LEAST};
use crate::explore::detail::Detail;
use crate::explore::export;
use crate::explore::facets::Index;
use crate::explore::state::MOST_COMPARED;
use crate::view::island::explore::compare::table::html;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::pick::{Picker, pick};
use crate::view::island::explore::take::{Reach, Wish, waiting};

mod table;

/// The id of the field, which takes the focus when a button that had it is gone.
const FIELD: &str = "compare-title";

/// The view.
pub fn compare(desk: Desk) -> impl IntoView {
    let chosen = Memo::new(move |_| desk.state.with(|state| state.compared.clone()));
    let only = RwSignal::new(false);
    // The details are fetched when there is something to compare, and not before.
    Effect::new(move |_| {
        let wanted = chosen.with(|rows| rows.len() >= LEAST);
        if wanted && desk.taking.reach.get_untracked() == Reach::Away {
            desk.taking.ask(desk, Wish::Look);
        }
    });
    let has_room = Memo::new(move |_| chosen.with(Vec::len) < MOST_COMPARED);
    let comparison = Memo::new(move |_| chosen.with(|rows| compared(desk, rows)));
    view! {
        <div class="compare">
            {move || chosen.with(|rows| choice(desk, rows).into_any())}
            {move || has_room.get().then(|| picker(desk).into_any())}
            {waiting(desk)}
            <p class="compare-sentence" role="status">
                {move || comparison.with(|comparison| comparison.sentence.clone())}
            </p>
            {move || {
                comparison
                    .with(|comparison| !comparison.heads.is_empty())
                    .then(|| whole(desk, comparison, only).into_any())
            }}
        </div>
    }
}

/// What is compared; with nothing in it but a sentence where there is too little, or the details are not there yet.
fn compared(desk: Desk, rows: &[u32]) -> Comparison {
    let details = desk.taking.details.get();
    desk.index.with(|index| match (index, &details) {
        (Some(index), Some(details)) => of(index, details, rows),
        (Some(index), None) if rows.len() < LEAST => {
            let titles: Vec<Detail> = rows.iter().map(|row| named(index, *row)).collect();
            let titles: Vec<&Detail> = titles.iter().collect();
            compare::compare(index.catalog(), &titles)
        }
        _not_there => Comparison::default(),
    })
}

fn of(index: &Index, details: &Arc<Vec<Detail>>, rows: &[u32]) -> Comparison {
    let set = export::Set::of(index.catalog(), details, rows);
    compare::compare(index.catalog(), &set.details())
}

/// An entry of which nothing but the title is known yet: enough to say what to choose.
fn named(index: &Index, row: u32) -> Detail {
    Detail {
        title: index.title(row).to_owned(),
        ..Detail::default()
    }
}

/// The chosen entries, each with a button that takes it away.
fn choice(desk: Desk, rows: &[u32]) -> impl IntoView + use<> {
    let items: Vec<_> = rows.iter().map(|row| chip(desk, *row)).collect();
    (!items.is_empty())
        .then(|| view! { <ul class="compare-chosen" aria-label="Compared entries">{items}</ul> })
}

fn chip(desk: Desk, row: u32) -> impl IntoView {
    let index = desk.index.get_untracked();
    let title = index.map_or(String::new(), |index| index.title(row).to_owned());
    let name = ["Take away: ", &title].concat();
    let press = move |_| {
        toggle(desk, row);
        desk.world
            .after(0, Box::new(move |()| desk.world.focus(FIELD)));
    };
    view! {
        <li>
            <button type="button" aria-label=name on:click=press>
                {title}
            </button>
        </li>
    }
}

fn toggle(desk: Desk, row: u32) {
    desk.change(By::Pressing, |state| {
        state.compare(row);
    });
}

/// The field for a further one.
fn picker(desk: Desk) -> impl IntoView {
    let choose = move |row: Option<u32>| {
        let Some(row) = row else { return };
        if desk
            .state
            .with_untracked(|state| !state.compared.contains(&row))
        {
            toggle(desk, row);
        }
    };
    pick(Picker {
        id: FIELD,
        label: "Add an entry by its title",
        world: desk.world,
        titles: desk.titles.get_untracked(),
        chosen: Signal::derive(|| None),
        choose: Callback::new(choose),
    })
}

/// The toggle, the button that prints, and the table.
fn whole(desk: Desk, comparison: Memo<Comparison>, only: RwSignal<bool>) -> impl IntoView {
    let root = desk.to("");
    let table = move || {
        let all = comparison.get();
        let shown = if only.get() {
            all.only_differences()
        } else {
            all
        };
        html(&shown, &root)
    };
    view! {
        <p class="take-acts">
            <label class="compare-only">
                <input
                    type="checkbox"
                    prop:checked=only
                    on:change:target=move |event| only.set(event.target().checked())
                />
                "Only differences"
            </label>
            <button type="button" on:click=move |_| desk.world.print()>"Print"</button>
        </p>
        <div
            class="compare-table"
            role="region"
            aria-label="Comparison"
            tabindex="0"
            inner_html=table
        ></div>
    }
}
