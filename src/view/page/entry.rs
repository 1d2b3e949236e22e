//! The page of one entry, with its kind's layout: an idea argues, an entity stands in a place, a trail leads on.

use leptos::prelude::*;

use crate::explore::allies::Hit;
use crate::model::address::Address;
use crate::model::choice::Class;
use crate::model::date::Date;
use crate::model::entry::Entry;
use crate::model::site::{Page, PageId};
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::island::share::Share;
use crate::view::page::trail::Steps;
use crate::view::part::allies::Allies;
use crate::view::part::backlinks::Backlinks;
use crate::view::part::badge::Badge;
use crate::view::part::crumbs::{Crumb, Crumbs};
use crate::view::part::dispute::Disputes;
use crate::view::part::exchange::{Exchanges, standing};
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::Listing;
use crate::view::part::local_graph::LocalGraph;
use crate::view::part::margin::Margin;
use crate::view::part::provenance::Provenance;
use crate::view::part::relations::Relations;
use crate::view::part::sources::Sources;
use crate::view::part::steps::Onward;
use crate::view::shelves::Family;

/// Prints the page of the entry `id`; `hits` are its nearest allies.
pub(crate) fn entry(edition: &Edition<'_>, id: PageId, entry: &Entry, hits: Vec<Hit>) -> Artifact {
    let page = edition.site.page(id);
    let here = Here::new(edition, &page.address);
    let head = Head {
        title: &page.title,
        description: &entry.summary,
        language: page.language.as_deref(),
        feed: None,
        ..Head::default()
    };
    let class = match page.class {
        Class::Idea => "entry idea",
        Class::Entity => "entry entity",
        Class::Trail => "entry guide",
        Class::Note => "entry",
    };
    print(here, head, || {
        view! {
            <main id="main" class=class>
                <Crumbs here steps=way(here, page) name=page.title.clone()/>
                <article>
                    <Opening here page/>
                    <Margin here page/>
                    <div class="body">
                        <Prose page/>
                        {(page.class == Class::Trail).then(|| view! { <Steps here page/> })}
                        <Exchange here entry/>
                        {(!entry.disputed.is_empty())
                            .then(|| view! { <Disputes disputes=&entry.disputed/> })}
                        <Ties here id/>
                        <LocalGraph here id/>
                        <Allies here page hits/>
                        <Sourced entry/>
                        <Alike here id/>
                        <Onward
                            here
                            trails=here.site().graph.trails.get(id.0).map_or(&[][..], Vec::as_slice)
                        />
                        <Provenance here page/>
                        <Share title=page.title.clone() citation=citation(here, page)/>
                    </div>
                </article>
            </main>
        }
    })
}

/// The folders above a page; for entries without folders, their kind.
pub(crate) fn way(here: Here<'_>, page: &Page) -> Vec<Crumb> {
    let folders = here.edition.shelves.of_family(Family::Folder);
    (1..=page.folders.len())
        .filter_map(|depth| {
            let address = Address::page(&page.folders[..depth]);
            let at = folders
                .binary_search_by(|shelf| shelf.address.cmp(&address))
                .ok()?;
            Some((folders[at].label.clone(), address))
        })
        .collect()
}

/// Badge, title, summary, other names.
#[component]
fn Opening<'a>(here: Here<'a>, page: &'a Page) -> impl IntoView {
    let aliases = (!page.aliases.is_empty())
        .then(|| view! { <p class="aliases">"Also called " {page.aliases.join(", ")}</p> });
    view! {
        <header class="opening">
            <Badge here page/>
            <h1><bdi>{page.title.as_str()}</bdi></h1>
            <p class="lead">{page.summary()}</p>
            {aliases}
        </header>
    }
}

/// The prose, as the compiler wrote it.
#[component]
pub(crate) fn Prose<'a>(
    /// Whose.
    page: &'a Page,
) -> impl IntoView {
    view! {
        {(!page.html.is_empty())
            .then(|| view! { <div class="prose" inner_html=page.html.as_str()></div> })}
    }
}

/// What it offers and seeks today.
#[component]
fn Exchange<'a>(here: Here<'a>, entry: &'a Entry) -> impl IntoView {
    let today: Date = here.site().settings.today;
    let part = |heading, all| {
        let exchanges = standing(all, today);
        (!exchanges.is_empty()).then(|| view! { <Exchanges here entry heading exchanges/> })
    };
    view! { {part("Offers", &entry.offers)} {part("Seeks", &entry.seeks)} }
}

/// How it is tied to others: relations, and the sentences that mention it.
#[component]
pub(crate) fn Ties<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// Its number.
    id: PageId,
) -> impl IntoView {
    let graph = &here.site().graph;
    let groups = graph.relations.get(id.0).map_or(&[][..], Vec::as_slice);
    let mentions = graph.backlinks.get(id.0).map_or(&[][..], Vec::as_slice);
    let relations = (!groups.is_empty()).then(|| {
        view! {
            <section>
                <h2 id="relations">"Relations"</h2>
                <Relations here groups/>
            </section>
        }
    });
    let mentions = (!mentions.is_empty()).then(|| {
        view! {
            <section>
                <h2 id="mentions">"Mentioned in " <span class="count">{mentions.len()}</span></h2>
                <Backlinks here links=mentions/>
            </section>
        }
    });
    view! { {relations} {mentions} }
}

/// The entries most like it.
#[component]
pub(crate) fn Alike<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// Its number.
    id: PageId,
) -> impl IntoView {
    let related = here.site().graph.related.get(id.0);
    let related = related.map_or(&[][..], Vec::as_slice);
    (!related.is_empty()).then(|| {
        view! {
            <section class="related">
                <h2 id="related">"Related"</h2>
                <Listing here pages=related/>
            </section>
        }
    })
}

#[component]
fn Sourced<'a>(entry: &'a Entry) -> impl IntoView {
    let number = entry.sources.len();
    (number > 0).then(|| {
        view! {
            <section>
                <h2 id="sources">"Sources " <span class="count">{number}</span></h2>
                <Sources sources=&entry.sources/>
            </section>
        }
    })
}

/// How to cite the page: title, site, the day of its last change or of the build.
fn citation(here: Here<'_>, page: &Page) -> String {
    let settings = &here.site().settings;
    let day = crate::view::shelves::changed(page).unwrap_or(settings.today);
    let address = crate::view::xml::absolute(here.site(), page.address.as_str());
    let address = address.map(|url| format!(", {url}")).unwrap_or_default();
    format!(
        "“{}”, {}, {}{address}",
        page.title,
        settings.title,
        day.in_words()
    )
}
