//! The filters: each facet with its values and how many entries each would leave.
//!
//! [`panel`] is made once, when the catalog is there; a press wakes only what it changes.

mod group;
mod relation;
mod span;
mod values;

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::view::island::explore::desk::Desk;

/// The facets that are open to begin with: what most readers choose by. All open, the last would be out of reach.
const OPEN: [Facet; 4] = [Facet::Kind, Facet::Sector, Facet::Country, Facet::Status];

/// All filters, once the catalog is there.
pub fn panel(desk: Desk) -> Option<impl IntoView> {
    let index = desk.index.get()?;
    let facets = index.catalog().facets.iter().map(|choices| choices.facet);
    let groups: Vec<_> = facets
        .enumerate()
        .map(|(column, facet)| values::values(desk, column, facet).into_any())
        .collect();
    Some(view! {
        <h2 class="visually-hidden">"Filters"</h2>
        <p class="facets-hint">"Press once to include, twice to leave out."</p>
        {groups}
        {span::spans(desk)}
        {relation::relation(desk).into_any()}
    })
}
