//! Two to four entries side by side.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::compare::{self, Comparison, LEAST};
use crate::explore::detail::Detail;
use crate::explore::export;
use crate::explore::facets::Index;
use crate::explore::state::MOST_COMPARED;
use crate::explore::titles::titled;
use crate::view::island::explore::compare::table::html;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::take::{Reach, Wish, waiting};

mod table;

/// How many titles are proposed: more would be typed on before they are read.
const PROPOSED: usize = 8;

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
    let comparison = Memo::new(move |_| chosen.with(|rows| compared(desk, rows)));
    view! {
        <div class="compare">
            {move || chosen.with(|rows| choice(desk, rows))}
            {move || (chosen.with(Vec::len) < MOST_COMPARED).then(|| picker(desk, chosen))}
            {waiting(desk)}
            <p class="compare-sentence" role="status">
                {move || comparison.with(|comparison| comparison.sentence.clone())}
            </p>
            {move || {
                comparison
                    .with(|comparison| !comparison.heads.is_empty())
                    .then(|| whole(desk, comparison, only))
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
    (!items.is_empty()).then(|| view! { <ul class="compare-chosen" aria-label="Compared entries">{items}</ul> })
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

/// A field for titles, and the entries that begin so.
fn picker(desk: Desk, chosen: Memo<Vec<u32>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let rows = desk.index.with(|index| {
            let index = index.as_ref();
            index.map(|index| typed.with(|typed| titled(index, typed, PROPOSED + MOST_COMPARED)))
        });
        let mut rows = rows.unwrap_or_default();
        chosen.with(|chosen| rows.retain(|row| !chosen.contains(row)));
        rows.truncate(PROPOSED);
        rows
    });
    let choose = move |row: u32| {
        typed.set(String::new());
        toggle(desk, row);
        desk.world
            .after(0, Box::new(move |()| desk.world.focus(FIELD)));
    };
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter"
            && let Some(row) = found.with_untracked(|rows| rows.first().copied())
        {
            choose(row);
        }
    };
    let proposals = move || {
        let rows = found.get();
        rows.iter()
            .map(|row| proposal(desk, *row, choose))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="compare-picker">
            <label for=FIELD>"Add an entry by its title"</label>
            <input
                id=FIELD
                type="text"
                autocomplete="off"
                spellcheck="false"
                prop:value=typed
                on:input:target=move |event| typed.set(event.target().value())
                on:keydown=enter
            />
            <p class="take-note" role="status">
                {move || said(&typed.get(), found.with(Vec::len))}
            </p>
            <ul class="compare-found">{proposals}</ul>
        </div>
    }
}

fn proposal(desk: Desk, row: u32, choose: impl Fn(u32) + 'static) -> impl IntoView {
    let index = desk.index.get_untracked();
    let title = index.map_or(String::new(), |index| index.title(row).to_owned());
    view! { <li><button type="button" on:click=move |_| choose(row)>{title}</button></li> }
}

/// What was found for what was typed.
fn said(typed: &str, found: usize) -> &'static str {
    match (typed.trim().is_empty(), found) {
        (true, _) => "",
        (false, 0) => "No title has these words: try fewer letters, or another word of it.",
        (false, _) => "Enter adds the first.",
    }
}

/// The toggle, the button that prints, and the table.
fn whole(desk: Desk, comparison: Memo<Comparison>, only: RwSignal<bool>) -> impl IntoView {
    let root = desk.to("");
    let table = move || {
        let all = comparison.get();
        let shown = if only.get() { all.only_differences() } else { all };
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

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn what_was_typed_is_answered() {
        assert_eq!(said(" ", 9), "");
        assert!(said("x", 0).contains("fewer letters"));
        assert!(said("x", 1).contains("Enter"));
    }
}
