//! Browse: every family of shelves on one page, and each family on its own.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::page::search;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Nothing, count};
use crate::view::part::shelf_list::{DefinedShelves, ShelfList};
use crate::view::shelves::{Family, Shelf};

/// Shelves shown of one family: more are a wall of words, and have a page of their own.
const MOST: usize = 60;

/// Prints the page that leads to every shelf.
pub(crate) fn browse(edition: &Edition<'_>) -> Artifact {
    let address = Address::known_page("browse");
    let here = Here::new(edition, &address);
    let head = Head {
        title: "Browse",
        description: "All entries by approach, kind, sector, country, tag and folder.",
        ..Head::default()
    };
    let families: Vec<_> = Family::ALL
        .into_iter()
        .filter(|family| !edition.shelves.of_family(*family).is_empty())
        .map(|family| view! { <Overview here family/> })
        .collect();
    let number = count(edition.shelves.all.len(), "entry", "entries");
    print(here, head, || {
        view! {
            <main id="main" class="shelf browse">
                <Crumbs here steps=Vec::new() name="Browse".to_owned()/>
                <header class="opening">
                    <h1>"Browse"</h1>
                    <p class="lead">
                        {number} ", by what they are, what they work on and where. Or read "
                        <a href=here.to(&Address::known_page("all"))>"all of them from A to Z"</a> ", or "
                        <a href=here.to(&search::address())>"search and filter"</a> "."
                    </p>
                </header>
                {families}
            </main>
        }
    })
}

#[component]
fn Overview<'a>(here: Here<'a>, family: Family) -> impl IntoView {
    let all: Vec<_> = top(here.edition, family).collect();
    let number = all.len();
    let shelves = fullest(all);
    let rest = (shelves.len() < number).then(|| {
        let words = format!("All {number} {}", family.title().to_lowercase());
        view! { <p class="all"><a href=here.to(&family.index())>{words}</a></p> }
    });
    let title = match family.root() {
        Some(_) => view! { <a href=here.to(&family.index())>{family.title()}</a> }.into_any(),
        None => view! { {family.title()} }.into_any(),
    };
    view! {
        <section>
            <h2>{title} " " <span class="count">{number}</span></h2>
            <ShelfList here shelves/>
            {rest}
        </section>
    }
}

/// The shelves with most on them, in their old order.
fn fullest(shelves: Vec<&Shelf>) -> Vec<&Shelf> {
    let mut sizes: Vec<usize> = shelves.iter().map(|shelf| shelf.pages.len()).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let least = sizes.get(MOST).copied().unwrap_or(0);
    let full = shelves
        .into_iter()
        .filter(|shelf| shelf.pages.len() > least);
    full.take(MOST).collect()
}

/// The shelves of a family that stand below no other.
fn top<'a>(edition: &'a Edition<'_>, family: Family) -> impl Iterator<Item = &'a Shelf> {
    let depth = if family.root().is_some() { 2 } else { 1 };
    let level = move |shelf: &&Shelf| shelf.address.as_str().matches('/').count() == depth;
    edition.shelves.of_family(family).iter().filter(level)
}

/// Prints the list of all shelves of a family that has a page of its own.
pub(crate) fn index(edition: &Edition<'_>, family: Family) -> Artifact {
    let address = family.index();
    let here = Here::new(edition, &address);
    let shelves = edition.shelves.of_family(family);
    let description = format!("All {} of this directory.", family.title().to_lowercase());
    let head = Head {
        title: family.title(),
        description: &description,
        ..Head::default()
    };
    let defined = shelves.iter().any(|shelf| !shelf.definition.is_empty());
    let list = if shelves.is_empty() {
        view! { <Nothing here/> }.into_any()
    } else if defined {
        view! { <DefinedShelves here shelves/> }.into_any()
    } else {
        view! { <ShelfList here shelves=shelves.iter().collect()/> }.into_any()
    };
    let (one, several) = (family.one().to_lowercase(), family.title().to_lowercase());
    print(here, head, || {
        view! {
            <main id="main" class="shelf">
                <Crumbs
                    here
                    steps=vec![("Browse".to_owned(), Address::known_page("browse"))]
                    name=family.title().to_owned()
                />
                <header class="opening">
                    <h1>{family.title()}</h1>
                    <p class="meta">{count(shelves.len(), &one, &several)}</p>
                </header>
                {list}
            </main>
        }
    })
}
