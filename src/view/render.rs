//! `Site` to `Vec<Artifact>`, sorted by path. Entry point: [`render`].

use std::collections::BTreeMap;

use crate::model::site::{Front, Page, PageId, Site};
use crate::view::edition::Edition;
use crate::view::page::{
    all, browse, data, entry, glossary, home, lost, note, redirect, shelf, trail, words,
};
use crate::view::part::{head, mark};
use crate::view::shelves::Family;
use crate::view::{Artifact, ShellFiles, export, feed, sitemap};

/// Every page, feed and export of `site`.
pub fn render(site: &Site, shell: &ShellFiles) -> Vec<Artifact> {
    let edition = Edition::new(site, shell);
    let mut artifacts = contents(&edition);
    artifacts.extend(shelves(&edition));
    artifacts.extend([
        home::home(&edition),
        browse::browse(&edition),
        trail::trails(&edition),
        glossary::glossary(&edition),
        all::all(&edition),
        words::words(&edition),
        lost::lost(&edition),
        icon(),
    ]);
    artifacts.extend(data::data(&edition));
    artifacts.extend(redirects(&edition));
    artifacts.extend(feed::feeds(&edition));
    artifacts.extend(sitemap::sitemap(site));
    artifacts.extend(export::exports(&edition));
    first_of_each_path(artifacts)
}

/// The pages of the content, but those that stand on another page: the home page's and the folders' own.
fn contents(edition: &Edition<'_>) -> Vec<Artifact> {
    edition
        .site
        .numbered()
        .filter(|(_, page)| !stands_elsewhere(edition, page))
        .map(|(id, page)| content(edition, id, page))
        .collect()
}

fn content(edition: &Edition<'_>, id: PageId, page: &Page) -> Artifact {
    match &page.front {
        Front::Entry(fields) => entry::entry(edition, id, fields),
        Front::Note(_) => note::note(edition, id),
    }
}

fn stands_elsewhere(edition: &Edition<'_>, page: &Page) -> bool {
    let folders = edition.shelves.of_family(Family::Folder);
    let folder = folders.binary_search_by(|shelf| shelf.address.cmp(&page.address));
    page.address.as_str().is_empty() || (page.entry().is_none() && folder.is_ok())
}

fn shelves(edition: &Edition<'_>) -> Vec<Artifact> {
    let site = edition.site;
    let mut artifacts = Vec::new();
    for family in Family::ALL {
        if family.root().is_some() {
            artifacts.push(browse::index(edition, family));
        }
        for shelf in edition.shelves.of_family(family) {
            let own = site
                .pages
                .binary_search_by(|page| page.address.cmp(&shelf.address));
            let own = own.ok().map(|index| &site.pages[index]);
            artifacts.push(shelf::shelf(edition, shelf, own));
        }
    }
    artifacts
}

fn redirects(edition: &Edition<'_>) -> Vec<Artifact> {
    let redirects = edition.site.redirects.iter();
    redirects
        .map(|(from, to)| redirect::redirect(edition, from, *to))
        .collect()
}

fn icon() -> Artifact {
    Artifact {
        path: head::icon().output_path(),
        bytes: mark::FILE.as_bytes().to_vec(),
    }
}

/// Sorted by path; what the authors wrote comes first, so that a note at `glossary/` replaces ours.
fn first_of_each_path(artifacts: Vec<Artifact>) -> Vec<Artifact> {
    let mut by_path = BTreeMap::new();
    for artifact in artifacts {
        by_path.entry(artifact.path.clone()).or_insert(artifact);
    }
    by_path.into_values().collect()
}
