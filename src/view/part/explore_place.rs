//! The element around the islands of exploring: it says where their files lie, and what they need to know beside.

use leptos::prelude::*;

use crate::explore::pairs::push;
use crate::model::address::Address;
use crate::model::choice::List;
use crate::view::edition::Here;
use crate::view::explore_files::Files;
use crate::view::island::explore::PLACE;

/// The element, with the islands inside.
#[component]
pub(crate) fn ExplorePlace<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The files.
    files: &'a Files,
    /// The islands.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            id=PLACE
            data-root=here.to(&Address::home())
            data-catalog=here.to(&files.catalog)
            data-land=here.to(&files.land)
            data-graph=here.to(&files.graph)
            data-docs=here.to(&files.docs)
            data-summaries=summaries(here, files)
            data-details=here.to(&files.details)
            data-details-size=files.details_size.clone()
            data-types=types(here)
        >
            {children()}
        </div>
    }
}

/// The addresses of the pieces of the summaries, with spaces between.
fn summaries(here: Here<'_>, files: &Files) -> String {
    let pieces = files.summaries.iter().map(|piece| here.to(piece));
    pieces.collect::<Vec<_>>().join(" ")
}

/// The types of what is exchanged, `value=Label&value=Label`: the catalog knows those that occur.
fn types(here: Here<'_>) -> String {
    let mut types = String::new();
    for choice in here.site().settings.lists.of(List::ExchangeType) {
        push(&mut types, &choice.value, [choice.label.as_str()]);
    }
    types
}
