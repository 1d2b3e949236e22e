//! The choice of columns.

use leptos::prelude::*;

use crate::explore::table::{Column, USUAL};
use crate::view::island::explore::desk::{By, Desk};

/// A box for each column that some entry has something in; the title is always there.
pub(super) fn columns(desk: Desk) -> impl IntoView {
    let boxes: Vec<_> = Column::all()
        .filter(|column| occurs(desk, *column))
        .map(|column| one(desk, column))
        .collect();
    let count = move || {
        desk.state
            .with(|state| (state.columns.len() + 1).to_string())
    };
    let usual = move |_| desk.change(By::Looking, |state| state.columns = USUAL.to_vec());
    let is_usual = move || desk.state.with(|state| state.columns == USUAL);
    view! {
        <details class="table-columns">
            <summary>"Columns" " " <span class="count">{count}</span></summary>
            <div role="group" aria-label="Columns beside the title">{boxes}</div>
            <button type="button" hidden=is_usual on:click=usual>"The usual columns"</button>
        </details>
    }
}

fn occurs(desk: Desk, column: Column) -> bool {
    match column {
        Column::Title => false,
        Column::Of(facet) => desk.index.with_untracked(|index| {
            let catalog = index.as_ref().map(|index| index.catalog());
            catalog.is_some_and(|catalog| catalog.column(facet).is_some())
        }),
        Column::Place
        | Column::Founded
        | Column::Ended
        | Column::Verified
        | Column::Added
        | Column::Connections => true,
    }
}

fn one(desk: Desk, column: Column) -> impl IntoView {
    let chosen = move || desk.state.with(|state| state.columns.contains(&column));
    let turn = move |_| {
        desk.change(By::Looking, |state| toggle(&mut state.columns, column));
    };
    view! {
        <label>
            <input type="checkbox" prop:checked=chosen on:change=turn/>
            <span>{column.label()}</span>
        </label>
    }
}

/// Adds a column in its place, or takes it away.
fn toggle(columns: &mut Vec<Column>, column: Column) {
    match columns.iter().position(|known| *known == column) {
        Some(at) => {
            columns.remove(at);
        }
        None => columns.push(column),
    }
}
