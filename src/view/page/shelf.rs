//! The page of one shelf: a kind, tag, sector, country, approach or folder.

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::explore::state::{self, View};
use crate::model::address::Address;
use crate::model::site::Page;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::feed;
use crate::view::page::explore;
use crate::view::part::crumbs::{Crumb, Crumbs};
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Listing, count};
use crate::view::part::shelf_list::ShelfList;
use crate::view::shelves::{Family, Shelf};

/// Prints the page of `shelf`. `own` is the folder's own note, where it has one.
pub(crate) fn shelf(edition: &Edition<'_>, shelf: &Shelf, own: Option<&Page>) -> Artifact {
    let here = Here::new(edition, &shelf.address);
    let feed = feed::of_shelf(shelf);
    let head = Head {
        title: &shelf.label,
        description: &shelf.definition,
        language: own.and_then(|page| page.language.as_deref()),
        feed: feed.as_ref(),
        ..Head::default()
    };
    let below: Vec<_> = edition.shelves.below(shelf).collect();
    let number = count(shelf.pages.len(), "entry", "entries");
    print(here, head, || {
        view! {
            <main id="main" class="shelf">
                <Crumbs here steps=way(edition, shelf) name=shelf.label.clone()/>
                <header class="opening">
                    <p class="badge plain">{shelf.family.one()}</p>
                    <h1>{shelf.label.as_str()}</h1>
                    {(!shelf.definition.is_empty())
                        .then(|| view! { <p class="lead">{shelf.definition.as_str()}</p> })}
                    <p class="meta">{number}</p>
                    <Explore here shelf/>
                </header>
                {own.map(|page| view! { <div class="prose" inner_html=page.html.as_str()></div> })}
                {(!below.is_empty())
                    .then(|| view! { <section class="narrower"><h2>"Narrower"</h2><ShelfList here shelves=below.clone()/></section> })}
                {(below.is_empty() || !shelf.pages.is_empty())
                    .then(|| view! { <Listing here pages=&shelf.pages/> })}
            </main>
        }
    })
}

/// Further ways to look at what stands on the shelf, where the explorer can filter by it.
#[component]
fn Explore<'a>(here: Here<'a>, shelf: &'a Shelf) -> impl IntoView {
    value(here.edition, shelf).map(|(facet, value)| {
        let to = |view| {
            let explore = here.to(&explore::address());
            [&explore, "#", &state::of_value(facet, value, view)].concat()
        };
        view! {
            <p class="meta explore-these">
                "Explore these: " <a href=to(View::List)>"with filters"</a> ", "
                <a href=to(View::Map)>"on a map"</a> ", "
                <a href=to(View::Timeline)>"on a timeline"</a> ", "
                <a href=to(View::Graph)>"as a graph"</a>
            </p>
        }
    })
}

/// The facet that a shelf is a value of, and the value as the catalog writes it.
fn value<'a>(edition: &'a Edition<'_>, shelf: &Shelf) -> Option<(Facet, &'a str)> {
    let facet = match shelf.family {
        Family::Approach => Facet::Approach,
        Family::Kind => Facet::Kind,
        Family::Sector => Facet::Sector,
        Family::Country => Facet::Country,
        Family::Tag => Facet::Tag,
        Family::Folder => return None,
    };
    let choices = &edition.catalog.facets[edition.catalog.column(facet)?];
    let mut values = choices.values.iter().map(|(value, _)| value.as_str());
    let value = values.find(|value| {
        // The label of a tag is its path; its address is made of the segments.
        if shelf.family == Family::Tag {
            *value == shelf.label
        } else {
            shelf.family.shelf(value) == shelf.address
        }
    })?;
    Some((facet, value))
}

/// The index of the family and the shelves above.
fn way(edition: &Edition<'_>, shelf: &Shelf) -> Vec<Crumb> {
    let family = shelf.family;
    let index = match family.root() {
        Some(_) => family.title(),
        None => "Browse",
    };
    let mut way: Vec<Crumb> = vec![(index.to_owned(), family.index())];
    let above = edition
        .shelves
        .of_family(family)
        .iter()
        .filter(|other| family.nests() && is_above(&other.address, &shelf.address));
    way.extend(above.map(|other| (other.label.clone(), other.address.clone())));
    way
}

fn is_above(upper: &Address, lower: &Address) -> bool {
    upper != lower && lower.as_str().starts_with(upper.as_str())
}

#[cfg(test)]
mod tests {
    use crate::view::sample::check;

    #[test]
    fn a_shelf_leads_to_the_explorer_with_its_filter() {
        check(
            "sectors/food/index.html",
            &[
                "href=\"../../explore/#sector=food\"",
                "href=\"../../explore/#sector=food&amp;view=map\"",
            ],
        );
        check(
            "countries/us/index.html",
            &["explore/#country=US&amp;view=timeline"],
        );
        check(
            "tags/strategy/long/index.html",
            &["explore/#tag=strategy/long"],
        );
    }
}
