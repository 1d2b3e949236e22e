//! The ally finder's page. Where scripts do not run it says so and leads to the lists and the board.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::explore_files::Files;
use crate::view::island::explore::allies::AllyFinder;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::explore_place::ExplorePlace;
use crate::view::part::frame::print;
use crate::view::part::head::{Head, Purpose};

/// Where the page stands.
pub(crate) fn address() -> Address {
    Address::known_page("allies")
}

/// Prints the page.
pub(crate) fn allies(edition: &Edition<'_>, files: &Files) -> Artifact {
    let address = address();
    let here = Here::new(edition, &address);
    let head = Head {
        title: "Find allies",
        description: "Who offers what you seek, seeks what you offer, works on the same things or is near you, and why.",
        purpose: Purpose::Exploring,
        ..Head::default()
    };
    print(here, head, || {
        view! {
            <main id="main" class="ally-page">
                <Crumbs here steps=Vec::new() name="Find allies".to_owned()/>
                <header class="opening">
                    <h1>"Find allies"</h1>
                    <p class="lead">
                        "Who offers what you seek, seeks what you offer, works on the same things or is near you, and why."
                    </p>
                </header>
                <p class="script-off">
                    "Finding allies needs JavaScript, which does not run here. "
                    <a href=here.to(&Address::known_page("browse"))>"Browse"</a>
                    " the groups by sector and country, look at "
                    <a href=here.to(&Address::known_page("exchange"))>"what they offer and need"</a>
                    ", or open a group’s page: its nearest allies stand on it."
                </p>
                <ExplorePlace here files>
                    <AllyFinder/>
                </ExplorePlace>
            </main>
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::view::sample::check;

    #[test]
    fn without_scripts_it_leads_to_the_lists_and_the_board() {
        check(
            "allies/index.html",
            &[
                "<title>Find allies · Dual Power Commons</title>",
                "href=\"../browse/\"",
                "href=\"../exchange/\"",
                "data-catalog=\"../data/explore/",
            ],
        );
    }
}
