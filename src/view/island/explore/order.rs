//! In which order the entries stand: by one column, then by another. For fingers and keys alike; the table's heads say the
//! same with a press.

use leptos::prelude::*;

use crate::explore::table::{Column, SortKey};
use crate::view::island::explore::desk::{By, Desk};

/// So many columns can be sorted by here; what is equal in three is seldom told apart by a fourth.
const LEVELS: usize = 3;

/// The choice of an order.
pub fn order(desk: Desk) -> impl IntoView {
    let sort = Memo::new(move |_| desk.state.with(|state| state.sort.clone()));
    let levels = move || {
        let keys = sort.get();
        let count = LEVELS.min(keys.len() + 1);
        let levels = (0..count).map(|place| level(desk, &keys, place));
        levels.collect::<Vec<_>>()
    };
    view! { <div class="order" role="group" aria-label="Order">{levels}</div> }
}

fn level(desk: Desk, keys: &[SortKey], place: usize) -> impl IntoView + use<> {
    let key = keys.get(place).copied();
    let words = if place == 0 { "Sort by" } else { "then by" };
    let choose = move |name: String| {
        change(desk, move |keys| match Column::parse(&name) {
            None => keys.truncate(place),
            Some(column) => put(keys, place, column),
        });
    };
    let turn = move |_| {
        change(desk, move |keys| {
            if let Some(key) = keys.get_mut(place) {
                key.descending = !key.descending;
            }
        });
    };
    let taken: Vec<Column> = keys.iter().take(place).map(|key| key.column).collect();
    let options: Vec<_> = Column::all()
        .filter(|column| !taken.contains(column))
        .map(|column| {
            let chosen = key.is_some_and(|key| key.column == column);
            view! { <option value=column.key() prop:selected=chosen>{column.label()}</option> }
        })
        .collect();
    let none = move || match (place, desk.query.with(|query| query.trim().is_empty())) {
        (0, true) => "title (usual)",
        (0, false) => "best fit (usual)",
        (_, _) => "nothing else",
    };
    let direction = key.map_or("", |key| direction(key.column, key.descending));
    view! {
        <label>
            <span>{words}</span>
            " "
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=key.is_none()>{none}</option>
                {options}
            </select>
        </label>
        <button type="button" hidden=key.is_none() on:click=turn>{direction}</button>
    }
}

/// Sorts by a column in this place; it no longer stands in a later one.
fn put(keys: &mut Vec<SortKey>, place: usize, column: Column) {
    let at = keys.iter().position(|key| key.column == column);
    if let Some(at) = at.filter(|at| *at != place) {
        keys.remove(at);
    }
    let key = SortKey {
        column,
        descending: false,
    };
    match keys.get_mut(place) {
        Some(old) => *old = key,
        None => keys.push(key),
    }
}

/// Changes the order and says it.
pub fn change(desk: Desk, change: impl FnOnce(&mut Vec<SortKey>)) {
    desk.change(By::Looking, |state| change(&mut state.sort));
    desk.say(desk.state.with_untracked(|state| in_words(&state.sort)));
}

/// `Sorted by founded, earliest first, then by title, A to Z.`
fn in_words(keys: &[SortKey]) -> String {
    if keys.is_empty() {
        return "In the usual order.".to_owned();
    }
    let mut words = "Sorted".to_owned();
    for (place, key) in keys.iter().enumerate() {
        words.push_str(if place == 0 { " by " } else { ", then by " });
        words.push_str(&key.column.label().to_lowercase());
        words.push_str(", ");
        words.push_str(direction(key.column, key.descending));
    }
    words.push('.');
    words
}

/// What comes first.
fn direction(column: Column, descending: bool) -> &'static str {
    match (column, descending) {
        (Column::Title | Column::Place, false) => "A to Z",
        (Column::Title | Column::Place, true) => "Z to A",
        (Column::Founded | Column::Ended | Column::Verified | Column::Added, false) => {
            "earliest first"
        }
        (Column::Founded | Column::Ended | Column::Verified | Column::Added, true) => {
            "latest first"
        }
        (Column::Connections, false) => "fewest first",
        (Column::Connections, true) => "most first",
        (Column::Of(_), false) => "first to last",
        (Column::Of(_), true) => "last to first",
    }
}

#[cfg(test)]
mod tests {
    use super::{in_words, put};
    use crate::explore::table::{Column, SortKey};

    fn keys(columns: &[Column]) -> Vec<SortKey> {
        let key = |column: &Column| SortKey {
            column: *column,
            descending: false,
        };
        columns.iter().map(key).collect()
    }

    #[test]
    fn an_order_is_said_in_words() {
        let mut order = keys(&[Column::Founded, Column::Title]);
        order[0].descending = true;
        let expect = "Sorted by founded, latest first, then by title, A to Z.";
        assert_eq!(in_words(&order), expect);
        assert_eq!(in_words(&[]), "In the usual order.");
    }

    #[test]
    fn a_column_stands_in_one_place_only() {
        let check = |column, expect: &[Column]| {
            let mut order = keys(&[Column::Founded, Column::Title]);
            put(&mut order, 0, column);
            assert_eq!(order, keys(expect));
        };
        check(Column::Place, &[Column::Place, Column::Title]);
        check(Column::Title, &[Column::Title]);
    }
}
