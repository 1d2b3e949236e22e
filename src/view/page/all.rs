//! All pages from A to Z: the search of those without JavaScript.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::model::site::PageId;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::page::glossary::{Initial, Letters, by_letter};
use crate::view::part::badge::{ink, kind_label};
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Nothing, count};

/// Prints the list of all pages.
pub(crate) fn all(edition: &Edition<'_>) -> Artifact {
    let address = Address::known_page("all");
    let here = Here::new(edition, &address);
    let pages = &edition.shelves.all;
    let head = Head {
        title: "All entries, A to Z",
        description: "Every page of this directory, by title.",
        ..Head::default()
    };
    let groups = by_letter(here, pages);
    let parts: Vec<_> = groups
        .iter()
        .map(|(letter, ids)| {
            let items: Vec<_> = ids.iter().map(|id| item(here, *id)).collect();
            view! { <section><Initial letter=*letter/><ul>{items}</ul></section> }
        })
        .collect();
    print(here, head, || {
        view! {
            <main id="main" class="shelf all">
                <Crumbs here steps=Vec::new() name="A–Z".to_owned()/>
                <header class="opening">
                    <h1>"All entries, A to Z"</h1>
                    <p class="meta">{count(pages.len(), "entry", "entries")}</p>
                </header>
                <Letters letters=groups.iter().map(|(letter, _)| *letter).collect()/>
                {pages.is_empty().then(|| view! { <Nothing here/> })}
                <div class="columns">{parts}</div>
            </main>
        }
    })
}

fn item<'a>(here: Here<'a>, id: PageId) -> impl IntoView + use<'a> {
    let page = here.page(id);
    view! {
        <li class=ink(page)>
            <a href=here.to_page(id)><bdi>{page.title.as_str()}</bdi></a>
            " "
            <span class="meta">{kind_label(here, page)}</span>
        </li>
    }
}
