//! The set as a list: kind, title, summary, place, dates, freshness.

use leptos::prelude::*;

use crate::view::island::explore::desk::Desk;

/// The list.
pub fn list(desk: Desk) -> impl IntoView {
    let items = move || {
        let index = desk.index.get()?;
        let rows = desk.rows.get();
        let items: Vec<_> = rows
            .iter()
            .filter_map(|row| index.catalog().row(*row))
            .map(|row| {
                view! { <li><a href=desk.to(&row.address)>{row.title.clone()}</a></li> }
            })
            .collect();
        Some(items)
    };
    view! { <ul class="explorer-list">{items}</ul> }
}
