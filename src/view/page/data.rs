//! Take it away: what can be downloaded and followed. The same page stands in for folders that hold only files.

use leptos::prelude::*;

use crate::explore::export::Format;
use crate::model::address::Address;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::explore_files::Files;
use crate::view::page::explore;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::count;

/// Prints the page at `data/`, and its likes in folders that would else have none.
pub(crate) fn data(edition: &Edition<'_>, files: &Files) -> Vec<Artifact> {
    let feeds = edition.site.settings.base_url.is_some().then_some("feeds");
    ["data", "data/explore", "data/search", "assets"]
        .into_iter()
        .chain(feeds)
        .map(|folder| take_away(edition, files, &Address::known_page(folder)))
        .collect()
}

fn take_away(edition: &Edition<'_>, files: &Files, address: &Address) -> Artifact {
    let here = Here::new(edition, address);
    let head = Head {
        title: "Take it away",
        description: "The whole directory, or a part of it, as spreadsheet, as data, on a map, as sources and as feeds.",
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
                <section>
                    <h2>"Everything"</h2>
                    <dl class="defined">
                    <dt><a href=here.to(&Address::file("data/entries.csv"))>"entries.csv"</a></dt>
                    <dd>{format!("{entries} as a spreadsheet, one to a row.")}</dd>
                    <dt><a href=here.to(&Address::file("data/entries.json"))>"entries.json"</a></dt>
                    <dd>{format!("{entries} with all their fields, sources and relations.")}</dd>
                    {edition.site.settings.base_url.is_some().then(|| view! { <Feeds here/> })}
                    </dl>
                </section>
                <Formats here/>
                <ForPrograms here files/>
            </main>
        }
    })
}

/// What the explorer makes of any set of entries, in the browser.
#[component]
fn Formats<'a>(here: Here<'a>) -> impl IntoView {
    let formats: Vec<_> = Format::ALL
        .into_iter()
        .map(|format| view! { <dt>{format.label()}</dt> <dd>{format.meaning()}</dd> })
        .collect();
    view! {
        <section>
        <h2>"A part of it"</h2>
        <p class="data-hint">
            "Narrow the entries in " <a href=here.to(&explore::address())>"Explore"</a>
            ", or put some on your shortlist; “Take away” there makes a file of them:"
        </p>
        <dl class="defined">
            {formats} <dt>"Booklet"</dt>
            <dd>"Pages to print, or to save as PDF."</dd> <dt>"Embed"</dt>
            <dd>"A line of HTML that shows the same set on another site."</dd>
        </dl>
        </section>
    }
}

/// What the explorer reads.
#[component]
fn ForPrograms<'a>(here: Here<'a>, files: &'a Files) -> impl IntoView {
    let file = |name: &'static str, at: &Address, meaning: &'static str| {
        view! {
            <dt><a href=here.to(at)>{name}</a></dt>
            <dd>{meaning}</dd>
        }
    };
    let pieces: Vec<_> = (1..)
        .zip(&files.summaries)
        .map(|(number, at)| view! { <a href=here.to(at)>{format!("summaries {number}")}</a> " " })
        .collect();
    view! {
        <section>
        <h2>"What the pages themselves read"</h2>
        <p class="data-hint">
            "Files of the explorer, made for it and not for other programs: their form may change with any version. Each is a zlib stream, named by its contents."
        </p>
        <dl class="defined">
            {file("catalog", &files.catalog, "All that entries are filtered, sorted, placed and compared by.")}
            {file("graph", &files.graph, "The best linked entries, what ties them, and where each stands in the picture.")}
            {file("land", &files.land, "The outline of the land, from Natural Earth, which is in the public domain.")}
            {file("search rows", &files.docs, "Which entry each page of the search index is.")} <dt>{pieces}</dt>
            <dd>"The sentence of each entry, in pieces, fetched when a list needs them."</dd>
        </dl>
        </section>
    }
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

#[cfg(test)]
mod tests {
    use crate::view::sample::check;

    #[test]
    fn every_file_and_every_format_is_listed_with_its_meaning() {
        check(
            "data/index.html",
            &[
                "<a href=\"entries.csv\">entries.csv</a>",
                "<dt>GeoJSON</dt><dd>Points for a map, no finer than each entry allows.</dd>",
                "href=\"explore/",
                "summaries 1</a>",
                "href=\"../explore/\"",
            ],
        );
    }
}
