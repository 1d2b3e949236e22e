//! The page of a plain note.

use leptos::prelude::*;

use crate::model::site::PageId;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::page::entry::{Alike, Prose, Ties, way};
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::local_graph::LocalGraph;
use crate::view::part::margin::Margin;
use crate::view::part::provenance::Provenance;

/// Prints the page of the note `id`.
pub(crate) fn note(edition: &Edition<'_>, id: PageId) -> Artifact {
    let page = edition.site.page(id);
    let here = Here::new(edition, &page.address);
    let head = Head {
        title: &page.title,
        description: page.summary(),
        language: page.language.as_deref(),
        feed: None,
        ..Head::default()
    };
    let summary = page.summary();
    print(here, head, || {
        view! {
            <main id="main" class="entry note">
                <Crumbs here steps=way(here, page) name=page.title.clone()/>
                <article>
                    <header class="opening">
                        <h1><bdi>{page.title.as_str()}</bdi></h1>
                        {(!summary.is_empty()).then(|| view! { <p class="lead">{summary}</p> })}
                    </header>
                    <Margin here page/>
                    <div class="body">
                        <Prose page/>
                        <Ties here id/>
                        <LocalGraph here id/>
                        <Alike here id/>
                        <Provenance here page/>
                    </div>
                </article>
            </main>
        }
    })
}
