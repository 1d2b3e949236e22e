//! The set as a list: kind, title, summary, place, dates, freshness; a page at a time.

pub mod glance;
pub mod summaries;

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::facets::Index;
use crate::explore::numbers::thousands;
use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::order;
use crate::view::island::explore::take::marks;

/// So many entries stand there, and so many come with each press: what fills a few screens. Each costs the browser layout
/// at every press of a filter.
const PAGE: usize = 40;

/// The rows and how many of them are asked for.
type More = Option<(Arc<Vec<u32>>, usize)>;

/// The list.
pub fn list(desk: Desk) -> impl IntoView {
    let more = RwSignal::new(None as More);
    let shown = Memo::new(move |_| shown(desk, more));
    summaries::follow(desk, shown);
    let items = move || {
        let index = desk.index.get()?;
        let rows = shown.get();
        let items = rows.iter().map(|row| item(desk, &index, *row));
        Some(items.collect::<Vec<_>>())
    };
    let all = move || desk.rows.with(|rows| rows.len());
    let rest = move || all() - shown.with(Vec::len).min(all());
    let press = move |_| {
        let rows = desk.rows.get_untracked();
        let most = shown.with_untracked(Vec::len) + PAGE;
        desk.say([&in_digits(most.min(rows.len())), " entries are listed."].concat());
        more.set(Some((rows, most)));
    };
    view! {
        {order::order(desk).into_any()}
        <ul class="list explorer-list">{items}</ul>
        <button type="button" class="explorer-more" hidden=move || rest() == 0 on:click=press>
            {move || ["Show more: ", &in_digits(rest()), " are left"].concat()}
        </button>
    }
}

fn in_digits(number: usize) -> String {
    thousands(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The rows that stand there: of another set or order, the first page again.
fn shown(desk: Desk, more: RwSignal<More>) -> Vec<u32> {
    desk.rows.with(|rows| {
        let asked = more.with(|more| match more {
            Some((of, most)) if Arc::ptr_eq(of, rows) => *most,
            Some(_) | None => PAGE,
        });
        rows.iter().take(asked).copied().collect()
    })
}

fn item(desk: Desk, index: &Index, row: u32) -> impl IntoView + use<> {
    let address = index.catalog().row(row).map(|row| row.address.clone());
    let summary = desk
        .summaries
        .with(|summaries| summaries.of(row).map(str::to_owned));
    view! {
        <li>
            <a href=desk.to(&address.unwrap_or_default())>
                <bdi>{index.title(row).to_owned()}</bdi>
            </a>
            " "
            <span class=["badge ", glance::ink(index, row)].concat()>{glance::kind(index, row)}</span>
            <p>{summary}</p>
            <span class="meta">{glance::facts(index, row)}</span>
            {marks(desk, row)}
        </li>
    }
}
