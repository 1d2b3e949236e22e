//! The page of one shelf: a kind, tag, sector, country, approach or folder.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::model::site::Page;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::feed;
use crate::view::part::crumbs::{Crumb, Crumbs};
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Listing, count};
use crate::view::part::shelf_list::ShelfList;
use crate::view::shelves::Shelf;

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
