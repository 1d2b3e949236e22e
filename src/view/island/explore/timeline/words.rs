//! The timeline in words: who has no date, and all others by decade.

use leptos::prelude::*;

use crate::explore::catalog::{Catalog, Row};
use crate::explore::timeline::decades::decades;
use crate::explore::timeline::life::Life;
use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::fold::{Fold, fold, folds};
use crate::view::island::explore::timeline::Made;

/// An entry with its dates: `Cooperation Jackson. Founded 2014, still active.`
pub fn of_row(desk: Desk, row: u32) -> String {
    desk.index.with_untracked(|index| {
        let catalog = index.as_ref().map(|index| index.catalog());
        let found = catalog.and_then(|catalog| Some((catalog, catalog.row(row)?)));
        found.map_or_else(String::new, |(catalog, row)| {
            [&row.title, ". ", &say(catalog, row), "."].concat()
        })
    })
}

/// Who has no date.
pub fn undated(desk: Desk, timeline: Made) -> impl IntoView {
    move || {
        let rows =
            timeline.with(|timeline| timeline.as_ref().map(|timeline| timeline.undated.clone()));
        let rows = rows.filter(|rows| !rows.is_empty())?;
        let group = Fold {
            name: "Not on the timeline, as no date is recorded".to_owned(),
            rows,
            parts: Vec::new(),
        };
        Some(view! { <div class="scene-without">{fold(desk, group, say)}</div> })
    }
}

/// All others by decade.
pub fn twin(desk: Desk, timeline: Made) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let inside = move || {
        let index = desk.index.get()?;
        let timeline = timeline.get().filter(|_| was_opened.get())?;
        let groups = decades(index.catalog(), &timeline)
            .into_iter()
            .map(|decade| Fold {
                name: decade.name,
                rows: decade.rows,
                parts: Vec::new(),
            });
        Some(folds(desk, groups.collect(), say))
    };
    view! {
        <details class="scene-twin" on:toggle=move |_| was_opened.set(true)>
            <summary>"This timeline in words, by decade"</summary>
            {inside}
        </details>
    }
}

/// What is said of an entry on the timeline beside its name: its dates.
fn say(catalog: &Catalog, row: &Row) -> String {
    Life::of(catalog, row).in_words()
}
