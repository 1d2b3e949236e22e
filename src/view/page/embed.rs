//! The explorer for a frame on another site: one set, one view, and the way to all the rest. No masthead, no footer.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::explore_files::Files;
use crate::view::island::explore::embed::Embedded;
use crate::view::page::explore;
use crate::view::part::explore_place::ExplorePlace;
use crate::view::part::frame::print_bare;
use crate::view::part::head::{Head, Purpose};

/// Prints the page.
pub(crate) fn embed(edition: &Edition<'_>, files: &Files) -> Artifact {
    let address = Address::known_page("embed");
    let here = Here::new(edition, &address);
    let head = Head {
        title: "Embedded",
        description: "A part of this directory, to be shown within another site.",
        purpose: Purpose::Embedded,
        ..Head::default()
    };
    let name = edition.site.settings.title.as_str();
    print_bare(here, head, || {
        view! {
            <main id="main" class="embed-page">
                <h1 class="visually-hidden">"From the " {name}</h1>
                <p class="script-off">
                    "These entries need JavaScript, which does not run here. They stand in "
                    <a href=here.to(&Address::known_page("all"))>{format!("the {name}")}</a> "."
                </p>
                <ExplorePlace here files>
                    <Embedded/>
                </ExplorePlace>
                <p class="embed-from">
                    "From the " <a href=here.to(&explore::address())>{name}</a>
                </p>
            </main>
        }
    })
}
