//! The set as a table: columns of choice, sorted by several, and only the rows drawn that can be seen.

mod columns;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::explore::facets::Index;
use crate::explore::table::{Column, Scroll, SortKey, Window, press, window};
use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::order;

/// How high a row is, in pixels, until one can be measured.
const ROW: u32 = 36;

/// How much of the table is seen, in pixels, until it can be measured.
const HEIGHT: u32 = 700;

/// Rows are drawn anew after so many that were scrolled by: fewer than are drawn beyond those that can be seen.
const STEP: u32 = 6;

/// The table with its columns' choice.
pub fn table(desk: Desk) -> impl IntoView {
    let columns = Memo::new(move |_| {
        let chosen = desk.state.with(|state| state.columns.clone());
        let mut columns = vec![Column::Title];
        columns.extend(chosen);
        columns
    });
    view! {
        {order::order(desk).into_any()}
        {columns::columns(desk).into_any()}
        {grid(desk, columns).into_any()}
    }
}

fn grid(desk: Desk, columns: Memo<Vec<Column>>) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let scroll = RwSignal::new(Scroll {
        top: 0,
        height: HEIGHT,
        row: ROW,
    });
    let measure = move || {
        if let Some(seen) = seen(frame, body) {
            scroll.set(seen);
        }
    };
    // Once it stands on the page.
    Effect::new(move |_| {
        frame.track();
        desk.world.after(0, Box::new(move |()| measure()));
    });
    let count = move || {
        desk.rows
            .with(|rows| u32::try_from(rows.len()).unwrap_or(u32::MAX))
    };
    let drawn = Memo::new(move |_| window(count(), stepped(scroll.get())));
    // Another set or order is looked at from its beginning.
    Effect::new(move |before: Option<Arc<Vec<u32>>>| {
        let rows = desk.rows.get();
        if let Some(frame) = frame.get_untracked().filter(|_| before.is_some()) {
            frame.set_scroll_top(0);
        }
        rows
    });
    let rows = move || {
        let index = desk.index.get()?;
        let (Window { first, end, .. }, columns) = (drawn.get(), columns.get());
        let rows = desk.rows.with(|rows| {
            let numbered = (0_u32..).zip(rows.iter());
            let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
            let seen = numbered.take(place(end)).skip(place(first));
            seen.map(|(at, row)| line(desk, &index, &columns, at, *row))
                .collect::<Vec<_>>()
        });
        Some(rows)
    };
    let space = |height: fn(Window) -> u32| {
        let pixels = move || [&height(drawn.get()).to_string(), "px"].concat();
        view! { <tr class="table-space" aria-hidden="true" style:height=pixels></tr> }
    };
    view! {
        <div
            class="table-frame"
            role="region"
            aria-label="Table of entries, scrolls"
            tabindex="0"
            node_ref=frame
            on:scroll=move |_| measure()
        >
            <table
                class="table"
                aria-rowcount=move || (count() + 1).to_string()
            >
                <thead>
                    <tr aria-rowindex="1">{move || heads(desk, &columns.get())}</tr>
                </thead>
                <tbody>{space(|window| window.before)}</tbody>
                <tbody node_ref=body>{rows}</tbody>
                <tbody>{space(|window| window.after)}</tbody>
            </table>
        </div>
    }
}

/// What is seen of the table now.
fn seen(frame: NodeRef<html::Div>, body: NodeRef<html::Tbody>) -> Option<Scroll> {
    let (frame, body) = (frame.get_untracked()?, body.get_untracked()?);
    let rows = body.child_element_count();
    let pixels = |number: i32| u32::try_from(number).unwrap_or(0);
    let row = pixels(body.offset_height()).checked_div(rows);
    Some(Scroll {
        top: pixels(frame.scroll_top()),
        height: pixels(frame.client_height()),
        row: row.filter(|row| *row > 0).unwrap_or(ROW),
    })
}

/// Scrolled by whole steps: between two the same rows are drawn.
fn stepped(scroll: Scroll) -> Scroll {
    let step = scroll.row.max(1) * STEP;
    Scroll {
        top: scroll.top - scroll.top % step,
        height: scroll.height + step,
        row: scroll.row,
    }
}

fn heads(desk: Desk, columns: &[Column]) -> Vec<impl IntoView + use<>> {
    columns.iter().map(|column| head(desk, *column)).collect()
}

/// The head of a column: a press sorts by it, with Shift after what it is sorted by already.
fn head(desk: Desk, column: Column) -> impl IntoView {
    let key = Memo::new(move |_| {
        desk.state.with(|state| {
            let place = state.sort.iter().position(|key| key.column == column)?;
            Some((place, state.sort[place], state.sort.len()))
        })
    });
    let aria = move || match key.get() {
        // Assistive technology knows one column that a table is sorted by.
        Some((0, SortKey { descending, .. }, _)) => Some(if descending {
            "descending"
        } else {
            "ascending"
        }),
        Some(_) | None => None,
    };
    let mark = move || {
        key.get().map(|(place, key, count)| {
            let arrow = if key.descending { "▼" } else { "▲" };
            let number = (count > 1).then(|| (place + 1).to_string());
            [arrow, &number.unwrap_or_default()].concat()
        })
    };
    let sort = move |event: leptos::ev::MouseEvent| {
        let also = event.shift_key();
        order::change(desk, |keys| press(keys, column, also));
    };
    view! {
        <th scope="col" aria-sort=aria>
            <button type="button" title="Sort by this column; with Shift, after the others" on:click=sort>
                {column.label()}
                <span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
}

fn line(desk: Desk, index: &Index, columns: &[Column], at: u32, row: u32) -> impl IntoView + use<> {
    let address = index.catalog().row(row).map(|row| row.address.as_str());
    let href = desk.to(address.unwrap_or_default());
    let title = index.title(row).to_owned();
    let cells: Vec<_> = columns
        .iter()
        .skip(1)
        .map(|column| {
            let words = column.words(index, row);
            let whole = words.clone();
            view! { <td title=whole>{words}</td> }
        })
        .collect();
    // The head is the first row.
    view! {
        <tr aria-rowindex=(at + 2).to_string()>
            <th scope="row">
                <a href=href><bdi>{title}</bdi></a>
            </th>
            {cells}
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::stepped;
    use crate::explore::table::{Scroll, window};

    #[test]
    fn between_two_steps_all_that_is_seen_is_drawn() {
        for top in [0, 1, 35, 36, 215, 216, 5_000, 359_300] {
            let scroll = Scroll {
                top,
                height: 700,
                row: 36,
            };
            let drawn = window(10_000, stepped(scroll));
            assert!(drawn.first * 36 <= top, "{top}: {drawn:?}");
            assert!(
                drawn.end * 36 >= (top + 700).min(360_000),
                "{top}: {drawn:?}"
            );
        }
    }
}
