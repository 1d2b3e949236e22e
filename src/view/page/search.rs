//! The search on a page of its own. Where scripts do not run it says so and leads to the list of all pages.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::island::search::page::SearchPage;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::{Head, Purpose};

/// Where the page stands.
pub(crate) fn address() -> Address {
    Address::known_page("search")
}

/// Prints the page.
pub(crate) fn search(edition: &Edition<'_>) -> Artifact {
    let address = address();
    let here = Here::new(edition, &address);
    let head = Head {
        title: "Search",
        description: "Search this directory by title and in full text, and narrow what is found by kind, sector, country and more.",
        purpose: Purpose::Searching,
        ..Head::default()
    };
    print(here, head, || {
        view! {
            <main id="main" class="search-page">
                <Crumbs here steps=Vec::new() name="Search".to_owned()/>
                <h1>"Search"</h1>
                <p class="script-off">
                    "Searching needs JavaScript, which does not run here. All entries stand in "
                    <a href=here.to(&Address::known_page("all"))>"the list from A to Z"</a>
                    ", and can be " <a href=here.to(&Address::known_page("browse"))>"browsed"</a>
                    " by kind, sector and country."
                </p>
                <SearchPage/>
            </main>
        }
    })
}
