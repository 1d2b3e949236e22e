//! The search on its own page: the field and the hits as in the dialog, and filters beside them. The question stands in
//! the address, so that it can be shared and "back" returns to the last.

use leptos::prelude::*;

use crate::search::answer::{FacetCounts, Question, ValueCount, push_number};
use crate::view::island::search::acts::{removals, toggled};
use crate::view::island::search::desk::{By, Desk};
use crate::view::island::search::fragment::{self, FIRST_HITS};
use crate::view::island::search::inquiry::Inquiry;
use crate::view::island::search::options::escape;
use crate::view::island::search::{LINK, list};
use crate::view::island::world::world;

/// The id of the filters.
const FACETS: &str = "search-facets";

/// The whole search.
#[island]
pub fn SearchPage() -> impl IntoView {
    let desk = Desk::in_address(world(), fragment::read(""));
    desk.world.on_search(LINK, Box::new(move || desk.start()));
    desk.world.on_fragment(Box::new(move || desk.arrive()));
    // Not before the island is awake: the first render is the same for everyone.
    desk.world.after(0, Box::new(move |()| desk.arrive()));
    let open = RwSignal::new(false);
    let as_word = move || if open.get() { "true" } else { "false" };
    view! {
        <div
            class="search-desk"
            data-state=desk.words(|inquiry| inquiry.state().to_owned())
            data-query=desk.words(|inquiry| inquiry.question().text.clone())
        >
            <div class="search-field">{list::field(desk)}</div>
            <div class="search-line">
                {list::status(desk)}
                <button
                    type="button"
                    class="facets-open"
                    aria-controls=FACETS
                    aria-expanded=as_word
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Filters"
                </button>
            </div>
            <div class="search-columns">
                <div class="facets" id=FACETS data-open=as_word>
                    {move || desk.inquiry.with(|inquiry| facets(desk, inquiry))}
                </div>
                <div class="search-results">
                    <div class="chips">{list::acts(desk, removals)}</div>
                    {list::found(desk)}
                    <button
                        type="button"
                        class="search-more"
                        on:click=move |_| desk.ask(By::Pressing, more(desk.question()))
                        hidden=desk.whether(|inquiry| !inquiry.has_more())
                    >
                        "Show more"
                    </button>
                </div>
            </div>
        </div>
    }
}

fn more(question: Question) -> Question {
    Question {
        most: question.most + FIRST_HITS,
        ..question
    }
}

fn facets(desk: Desk, inquiry: &Inquiry) -> Vec<impl IntoView + use<>> {
    let facets = inquiry.answer().facets.iter();
    facets
        .filter(|facet| !facet.values.is_empty())
        .map(|facet| fieldset(desk, facet))
        .collect()
}

fn fieldset(desk: Desk, facet: &FacetCounts) -> impl IntoView + use<> {
    let values = facet.values.iter();
    let values: Vec<_> = values.map(|v| value(desk, &facet.name, v)).collect();
    view! {
        <fieldset>
            <legend>{facet.label.clone()}</legend>
            <div>{values}</div>
        </fieldset>
    }
}

fn value(desk: Desk, facet: &str, value: &ValueCount) -> impl IntoView + use<> {
    let (facet, word) = (facet.to_owned(), value.value.clone());
    let choose = move |_| desk.ask(By::Pressing, toggled(&desk.question(), &facet, &word));
    view! {
        <label>
            <input type="checkbox" prop:checked=value.chosen on:change=choose/>
            <span inner_html=counted(value)></span>
        </label>
    }
}

/// A value with its count, as HTML.
fn counted(value: &ValueCount) -> String {
    let mut html = String::new();
    escape(&mut html, &value.label);
    html.push_str(" <span class=\"count\">");
    push_number(value.pages, &mut html);
    html.push_str("</span>");
    html
}
