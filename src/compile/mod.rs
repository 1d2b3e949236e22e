//! Sources to `(Site, Vec<Problem>)`: pure, total, the same for both targets.
//!
//! Entry point: [`compile`]. Nothing here reads a disk, a clock or the environment.

pub(crate) mod check;
pub(crate) mod front_matter;
pub(crate) mod graph;
pub(crate) mod highlight;
pub(crate) mod html;
pub mod json_schema;
pub mod lists;
pub(crate) mod markdown;
pub(crate) mod math;
pub(crate) mod names;
pub(crate) mod nearest;
pub(crate) mod resolve;
pub(crate) mod schema;
pub(crate) mod sentence;
pub mod settings;
pub mod synonyms;
pub mod text;
pub(crate) mod toml_file;
pub(crate) mod words;

use crate::model::address::Address;
use crate::model::document::Document;
use crate::model::problem::link::LinkFact;
use crate::model::problem::markdown::MarkdownFact;
use crate::model::problem::source::SourceFact;
use crate::model::problem::{self, Place, Problem};
use crate::model::settings::Settings;
use crate::model::site::{Page, PageId, Site, Tag};
use crate::model::slug::Slug;
use crate::model::source::{Source, Sources};

use crate::compile::check::Checked;
use crate::compile::front_matter::Head;
use crate::compile::html::{Rendering, Target};
use crate::compile::names::{Names, Standing};

/// A file taken apart, not yet connected to others.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    /// Its path below the content folder.
    pub(crate) path: String,
    /// Its length in bytes, which bounds the length of its HTML.
    pub(crate) length: usize,
    /// Its front matter.
    pub(crate) head: Head,
    /// Its prose.
    pub(crate) document: Document,
}

/// Compiles a folder. Every mistake of every file is found; what is sound is in the site even so.
pub fn compile(sources: &Sources, settings: &Settings) -> (Site, Vec<Problem>) {
    let mut problems = Vec::new();
    let notes = parse_all(&sources.notes, settings, &mut problems);
    let (standings, mut notes) = names::settle(notes, &mut problems);
    if let Some(file) = &sources.synonyms {
        synonyms::add(file, &mut notes, &mut problems);
    }
    let names = Names::new(&notes, &sources.assets);
    let resolved = resolve::links(&notes, &names, &sources.assets, &mut problems);
    resolve::relations(&notes, &names, &mut problems);
    let graph = graph::build(&notes, &names, &resolved.targets);
    let redirects = redirects(&notes, &standings, &mut problems);
    let checked = Checked {
        notes: &notes,
        graph: &graph,
        settings,
    };
    check::all(checked, &mut problems);
    let html = write_all(&standings, &notes, &resolved.targets, &mut problems);
    drop(names);
    let pages = pages(standings, notes, html, &resolved.targets, settings);
    problem::sort(&mut problems);
    let site = Site {
        settings: settings.clone(),
        pages,
        graph,
        assets: resolved.assets,
        redirects,
    };
    (site, problems)
}

/// Reads every file apart from the others; those that are not to be published end here.
fn parse_all(sources: &[Source], settings: &Settings, problems: &mut Vec<Problem>) -> Vec<Parsed> {
    if sources.is_empty() {
        problems.push(Place::whole("").problem(SourceFact::Empty));
    }
    let parsed = sources.iter().map(|source| parse(source, settings));
    let mut notes = Vec::with_capacity(sources.len());
    for (note, found) in parsed {
        problems.extend(found);
        notes.extend(note.filter(|note| note.head.published));
    }
    notes
}

/// Reads one file. The result depends on nothing else.
fn parse(source: &Source, settings: &Settings) -> (Option<Parsed>, Vec<Problem>) {
    let mut problems = Vec::new();
    let text = match text::read(source) {
        Ok(text) => text,
        Err(problem) => return (None, vec![*problem]),
    };
    let head = front_matter::read(&source.path, &text, settings, &mut problems);
    if !head.published {
        return (None, Vec::new());
    }
    let document = markdown::parse(&source.path, &text, head.body.clone(), &mut problems);
    let parsed = Parsed {
        path: source.path.clone(),
        length: text.len(),
        head,
        document,
    };
    (Some(parsed), problems)
}

/// Old addresses that forward to pages. An old id stands in the page's own folder.
fn redirects(
    notes: &[Parsed],
    standings: &[Standing],
    problems: &mut Vec<Problem>,
) -> Vec<(Address, PageId)> {
    let mut redirects: Vec<(Address, PageId)> = Vec::new();
    for (index, (note, standing)) in notes.iter().zip(standings).enumerate() {
        for (number, old) in note.head.redirect_from.iter().enumerate() {
            let address = old_address(old, standing);
            let taken = standings.binary_search_by(|s| s.address.cmp(&address));
            if let Ok(taken) = taken {
                let span = note.head.fields.span(&format!("redirect_from.{number}"));
                problems.push(
                    Place::new(&note.path, span).problem(SourceFact::SameAddress {
                        other: notes[taken].path.clone(),
                        address: address.to_string(),
                    }),
                );
            } else {
                redirects.push((address, PageId(index)));
            }
        }
    }
    redirects.sort();
    redirects.dedup_by(|a, b| a.0 == b.0);
    redirects
}

fn old_address(old: &str, standing: &Standing) -> Address {
    let segments = old.trim_matches('/').split('/').map(Slug::from_words);
    let folders = standing.folders.iter().cloned();
    let path: Vec<Slug> = if old.contains('/') {
        segments.collect()
    } else {
        folders.chain(segments).collect()
    };
    Address::page(&path)
}

/// Every page's prose as HTML.
fn write_all(
    standings: &[Standing],
    notes: &[Parsed],
    targets: &[Vec<Target>],
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    let addresses: Vec<Address> = standings.iter().map(|s| s.address.clone()).collect();
    let titles: Vec<String> = notes.iter().map(|note| note.head.title.clone()).collect();
    let documents: Vec<&Document> = notes.iter().map(|note| &note.document).collect();
    let rendering = Rendering {
        addresses: &addresses,
        titles: &titles,
        documents: &documents,
        targets,
    };
    let write = |(index, note): (usize, &Parsed)| {
        report_cycles(PageId(index), note, rendering, problems);
        let limit = note.length * MOST_OUTPUT_PER_INPUT + MOST_OUTPUT;
        let mut out = String::with_capacity(note.length * 2);
        if !html::write(PageId(index), rendering, limit, &mut out) {
            let place = Place::new(&note.path, note.head.body.clone());
            problems.push(place.problem(MarkdownFact::TooMuchOutput { limit }));
        }
        out
    };
    notes.iter().enumerate().map(write).collect()
}

/// Embeds that contain themselves: a link stands in their place, and the author is told.
fn report_cycles(
    page: PageId,
    note: &Parsed,
    rendering: Rendering<'_>,
    problems: &mut Vec<Problem>,
) {
    for (link, via) in html::embed_cycles(page, rendering) {
        let span = note.document.links[link.0].span.clone();
        let via = via.iter().map(|page| rendering.titles[page.0].clone());
        let via = via.collect();
        problems.push(Place::new(&note.path, span).problem(LinkFact::EmbedCycle { via }));
    }
}

/// A page's HTML is at most this many times its source …
const MOST_OUTPUT_PER_INPUT: usize = 4;
/// … and so many bytes: room for the small pages, whose markup weighs more than their words.
const MOST_OUTPUT: usize = 64 * 1024;

/// Puts the pages together.
fn pages(
    standings: Vec<Standing>,
    notes: Vec<Parsed>,
    html: Vec<String>,
    targets: &[Vec<Target>],
    settings: &Settings,
) -> Vec<Page> {
    let titles: Vec<String> = notes.iter().map(|note| note.head.title.clone()).collect();
    let words = |index: usize, document: &Document| {
        words::sections(document, &|link| match targets[index].get(link.0) {
            Some(Target::Page { page, .. }) => titles[page.0].clone(),
            Some(Target::File(_) | Target::Nowhere) | None => String::new(),
        })
    };
    let page = |(index, ((standing, note), html)): (usize, ((Standing, Parsed), String))| Page {
        class: resolve::class(&note, &settings.lists),
        sections: words(index, &note.document),
        tags: tags(&note),
        address: standing.address,
        id: standing.id,
        folders: standing.folders,
        source: note.path,
        title: note.head.title,
        aliases: note.head.aliases,
        language: note.head.language,
        headings: note.document.headings,
        front: note.head.front,
        html,
    };
    let parts = standings.into_iter().zip(notes).zip(html);
    parts.enumerate().map(page).collect()
}

/// Tags of front matter and prose, sorted, without repeats.
fn tags(note: &Parsed) -> Vec<Tag> {
    let written = note.head.tags.iter().chain(&note.document.tags);
    let tag = |written: &String| Tag {
        segments: written
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(Slug::from_words)
            .collect(),
    };
    let mut tags: Vec<Tag> = written
        .map(tag)
        .filter(|tag| !tag.segments.is_empty())
        .collect();
    tags.sort();
    tags.dedup();
    tags
}
