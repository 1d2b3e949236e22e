//! The search on its own page: the field and the hits as in the dialog, and filters beside them. The question stands in
//! the address, so that it can be shared and "back" returns to the last.

use leptos::prelude::*;

use crate::search::answer::{FacetCounts, Filter, Question, ValueCount};
use crate::view::island::search::desk::Desk;
use crate::view::island::search::fragment::{self, FIRST_HITS};
use crate::view::island::search::inquiry::{Inquiry, toggle};
use crate::view::island::search::{LINK, list};
use crate::view::island::world::world;

/// Values of a facet that are always in sight; the rest wait behind a press.
const IN_SIGHT: usize = 7;

/// The whole search.
#[island]
pub fn SearchPage() -> impl IntoView {
    let desk = Desk::in_address(world(), fragment::read(""));
    desk.world.on_search(LINK, Box::new(move || desk.start()));
    desk.world.on_fragment(Box::new(move || desk.moved()));
    // Not before the island is awake: the first render is the same for everyone.
    desk.world.after(0, Box::new(move |()| desk.arrive()));
    let open = RwSignal::new(false);
    let more = move |_| desk.chosen(|question| question.most += FIRST_HITS);
    let has_more = move || desk.inquiry.with(Inquiry::has_more);
    view! {
        <div
            class="search-desk"
            data-state=move || desk.inquiry.with(Inquiry::state)
            data-query=move || desk.query()
        >
            <div class="search-field">{list::field(desk)}</div>
            <div class="search-line">
                {list::status(desk)}
                <button
                    type="button"
                    class="facets-open"
                    aria-controls=FACETS
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Filters"
                </button>
            </div>
            <div class="search-columns">
                <div class="facets" id=FACETS class:facets-shown=move || open.get()>
                    {move || desk.inquiry.with(|inquiry| facets(desk, inquiry))}
                </div>
                <div class="search-results">
                    <ul class="search-chips" aria-label="Filters in use">
                        {move || desk.inquiry.with(|inquiry| chips(desk, inquiry))}
                    </ul>
                    {list::corrections(desk)}
                    {list::hits(desk)}
                    {list::help(desk)}
                    <button type="button" class="search-more" on:click=more hidden=move || !has_more()>
                        "Show more"
                    </button>
                </div>
            </div>
        </div>
    }
}

/// The id of the filters.
const FACETS: &str = "search-facets";

fn facets(desk: Desk, inquiry: &Inquiry) -> Vec<impl IntoView + use<>> {
    let facets = inquiry.answer().facets.iter();
    facets
        .filter(|facet| !facet.values.is_empty())
        .map(|facet| fieldset(desk, facet))
        .collect()
}

fn fieldset(desk: Desk, facet: &FacetCounts) -> impl IntoView + use<> {
    let values: Vec<_> = facet.values.iter().map(|v| value(desk, &facet.name, v)).collect();
    let rest = facet.values.len().saturating_sub(IN_SIGHT);
    let mut values = values.into_iter();
    let first: Vec<_> = values.by_ref().take(IN_SIGHT).collect();
    view! {
        <fieldset>
            <legend>{facet.label.clone()}</legend>
            {first}
            <details hidden=rest == 0>
                <summary>{rest} " more"</summary>
                {values.collect::<Vec<_>>()}
            </details>
        </fieldset>
    }
}

fn value(desk: Desk, facet: &str, value: &ValueCount) -> impl IntoView + use<> {
    let (name, word) = (facet.to_owned(), value.value.clone());
    let choose = move |_| desk.chosen(|question| toggle(question, &name, &word));
    view! {
        <label>
            <input type="checkbox" prop:checked=value.chosen on:change=choose/>
            <span>{value.label.clone()}</span>
            <span class="count">{value.pages}</span>
        </label>
    }
}

fn chips(desk: Desk, inquiry: &Inquiry) -> Vec<impl IntoView + use<>> {
    let facets = &inquiry.answer().facets;
    let filters = inquiry.question().filters.iter();
    filters.map(|filter| chip(desk, filter, facets)).collect()
}

fn chip(desk: Desk, filter: &Filter, facets: &[FacetCounts]) -> impl IntoView + use<> {
    let facet = facets.iter().find(|facet| facet.name == filter.facet);
    let value = facet.and_then(|f| f.values.iter().find(|v| v.value == filter.value));
    let of = facet.map_or(&filter.facet, |facet| &facet.label);
    let what = value.map_or(&filter.value, |value| &value.label);
    let words = format!("{of}: {what}");
    let label = format!("Remove filter {words}");
    let (facet, value) = (filter.facet.clone(), filter.value.clone());
    let remove = move |_| desk.pressed(|question: &mut Question| toggle(question, &facet, &value));
    view! {
        <li>
            <button type="button" aria-label=label on:click=remove>{words}</button>
        </li>
    }
}
