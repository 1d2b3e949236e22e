//! Lists of shelves: names with how many stand on each.

use leptos::prelude::*;

use crate::view::edition::Here;
use crate::view::shelves::Shelf;

/// Names with counts, running on like an index.
#[component]
pub(crate) fn ShelfList<'a>(
    /// Where the list stands.
    here: Here<'a>,
    /// What is on it, in order.
    shelves: Vec<&'a Shelf>,
) -> impl IntoView {
    let items: Vec<_> = shelves
        .into_iter()
        .map(|shelf| {
            view! {
                <li>
                    <a href=here.to(&shelf.address)>{shelf.label.as_str()}</a>
                    " "
                    <span class="count">{shelf.pages.len()}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="shelves">{items}</ul> }
}

/// Names with counts and what each means.
#[component]
pub(crate) fn DefinedShelves<'a>(
    /// Where the list stands.
    here: Here<'a>,
    /// What is on it, in order.
    shelves: &'a [Shelf],
) -> impl IntoView {
    let rows: Vec<_> = shelves
        .iter()
        .map(|shelf| {
            view! {
                <dt>
                    <a href=here.to(&shelf.address)>{shelf.label.as_str()}</a>
                    " "
                    <span class="count">{shelf.pages.len()}</span>
                </dt>
                <dd>{shelf.definition.as_str()}</dd>
            }
        })
        .collect();
    view! { <dl class="defined">{rows}</dl> }
}
