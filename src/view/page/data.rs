//! Take it away: what can be downloaded and followed. The same page stands in for folders that hold only files.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::count;

/// Prints the page at `data/`, and its likes in folders that would else have none.
pub(crate) fn data(edition: &Edition<'_>) -> Vec<Artifact> {
    let feeds = edition.site.settings.base_url.is_some().then_some("feeds");
    ["data", "data/explore", "data/search", "assets"]
        .into_iter()
        .chain(feeds)
        .map(|folder| take_away(edition, &Address::known_page(folder)))
        .collect()
}

fn take_away(edition: &Edition<'_>, address: &Address) -> Artifact {
    let here = Here::new(edition, address);
    let head = Head {
        title: "Take it away",
        description: "The whole directory as spreadsheet, as data and as feeds.",
        ..Head::default()
    };
    let entries = edition
        .site
        .pages
        .iter()
        .filter(|page| page.entry().is_some())
        .count();
    let entries = count(entries, "entry", "entries");
    print(here, head, || {
        view! {
            <main id="main" class="shelf">
                <Crumbs here steps=Vec::new() name="Take it away".to_owned()/>
                <header class="opening">
                    <h1>"Take it away"</h1>
                    <p class="lead">
                        "All of this is yours to copy, mirror and fork, under the licence below."
                    </p>
                </header>
                <dl class="defined">
                    <dt><a href=here.to(&Address::file("data/entries.csv"))>"entries.csv"</a></dt>
                    <dd>{format!("{entries} as a spreadsheet, one to a row.")}</dd>
                    <dt><a href=here.to(&Address::file("data/entries.json"))>"entries.json"</a></dt>
                    <dd>{format!("{entries} with all their fields, sources and relations.")}</dd>
                    {edition.site.settings.base_url.is_some().then(|| view! { <Feeds here/> })}
                </dl>
            </main>
        }
    })
}

#[component]
fn Feeds<'a>(here: Here<'a>) -> impl IntoView {
    view! {
        <dt><a href=here.to(&Address::file("feeds/atom.xml"))>"atom.xml"</a></dt>
        <dd>"What was added or changed last, for a feed reader. Kinds and tags have feeds of their own."</dd>
        <dt><a href=here.to(&Address::file("feeds/feed.json"))>"feed.json"</a></dt>
        <dd>"The same as JSON Feed."</dd>
    }
}
