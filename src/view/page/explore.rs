//! The explorer's page. Where scripts do not run it says so and leads to the pages that list the same entries.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::explore_files::Files;
use crate::view::island::explore::Explorer;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::explore_place::ExplorePlace;
use crate::view::part::frame::print;
use crate::view::part::head::{Head, Purpose};

/// Where the page stands.
pub(crate) fn address() -> Address {
    Address::known_page("explore")
}

/// Prints the page.
pub(crate) fn explore(edition: &Edition<'_>, files: &Files) -> Artifact {
    let address = address();
    let here = Here::new(edition, &address);
    let head = Head {
        title: "Explore",
        description: "Filter all entries by kind, sector, place and more, and look at them as a list, table, map, timeline, graph or in numbers.",
        purpose: Purpose::Exploring,
        ..Head::default()
    };
    print(here, head, || {
        view! {
            <main id="main" class="explore-page">
                <Crumbs here steps=Vec::new() name="Explore".to_owned()/>
                <h1>"Explore"</h1>
                <p class="script-off">
                    "Exploring needs JavaScript, which does not run here. The same entries stand in "
                    <a href=here.to(&Address::known_page("all"))>"the list from A to Z"</a>
                    ", and can be " <a href=here.to(&Address::known_page("browse"))>"browsed"</a>
                    " by kind, sector, country and more."
                </p>
                <ExplorePlace here files>
                    <Explorer/>
                </ExplorePlace>
            </main>
        }
    })
}
