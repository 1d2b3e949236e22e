//! Links as written to the pages, headings, blocks and files they mean; what leads nowhere becomes a problem.

use std::collections::BTreeMap;

use crate::compile::Parsed;
use crate::compile::html::{Anchor, Target};
use crate::compile::names::{Named, Names};
use crate::compile::nearest;
use crate::model::address::Address;
use crate::model::choice::Class;
use crate::model::document::{Document, Fragment, Link};
use crate::model::entry::RelationObject;
use crate::model::problem::link::LinkFact;
use crate::model::problem::{Place, Problem};
use crate::model::site::{Asset, Front, PageId};
use crate::model::slug::Slug;

/// How many broken links get a nearest name. Each costs a look at every name, and a vault with more has other worries.
const SUGGESTIONS: usize = 200;

/// Where every link of every page leads.
#[derive(Debug)]
pub(crate) struct Resolved {
    /// By [`PageId`] and `LinkId`.
    pub(crate) targets: Vec<Vec<Target>>,
    /// Files that pages reach, sorted by source.
    pub(crate) assets: Vec<Asset>,
}

/// Looks up every link of `notes`, whose positions are their [`PageId`]s.
pub(crate) fn links(
    notes: &[Parsed],
    names: &Names<'_>,
    files: &[String],
    problems: &mut Vec<Problem>,
) -> Resolved {
    let mut reached = Reached::default();
    let mut suggestions = SUGGESTIONS;
    let targets = notes
        .iter()
        .enumerate()
        .map(|(index, note)| {
            let mut lookup = Lookup {
                notes,
                names,
                files,
                from: (PageId(index), note),
                reached: &mut reached,
                suggestions: &mut suggestions,
                problems,
            };
            let links = note.document.links.iter();
            let targets = links.map(|link| lookup.target(link)).collect();
            lookup.image();
            targets
        })
        .collect();
    Resolved {
        targets,
        assets: reached.assets(),
    }
}

/// Checks that relations and steps lead to entries.
pub(crate) fn relations(notes: &[Parsed], names: &Names<'_>, problems: &mut Vec<Problem>) {
    for note in notes {
        let Front::Entry(entry) = &note.head.front else {
            continue;
        };
        let relations = entry.relations.iter().enumerate();
        let relations = relations.filter_map(|(n, relation)| match &relation.to {
            RelationObject::Entry(id) => Some((format!("relations.{n}.to"), id)),
            RelationObject::Outside(_) => None,
        });
        let steps = entry.steps.iter().enumerate();
        let steps = steps.map(|(n, step)| (format!("steps.{n}.to"), &step.to));
        for (field, id) in relations.chain(steps) {
            if names.id(id).is_none() {
                let place = Place::new(&note.path, note.head.fields.span(&field));
                problems.push(place.problem(LinkFact::BrokenRelation {
                    target: id.clone(),
                    nearest: names.nearest_id(id).map(str::to_owned),
                }));
            }
        }
    }
}

/// Files that pages reach, with the addresses given to them.
#[derive(Debug, Default)]
struct Reached {
    by_source: BTreeMap<String, Address>,
    taken: BTreeMap<Address, usize>,
}

impl Reached {
    fn address(&mut self, source: &str) -> Address {
        if let Some(address) = self.by_source.get(source) {
            return address.clone();
        }
        let plain = asset_path(source, None);
        let repeats = self.taken.entry(plain.clone()).or_insert(0);
        *repeats += 1;
        let address = match *repeats {
            1 => plain,
            n => asset_path(source, Some(n)),
        };
        self.by_source.insert(source.to_owned(), address.clone());
        address
    }

    fn assets(self) -> Vec<Asset> {
        let assets = self.by_source.into_iter();
        assets
            .map(|(source, address)| Asset { source, address })
            .collect()
    }
}

/// `Images/Foto Ä.PNG` becomes `files/images/foto-a.png`.
fn asset_path(source: &str, number: Option<usize>) -> Address {
    let (stem, extension) = source.rsplit_once('.').unwrap_or((source, "bin"));
    let mut path = "files".to_owned();
    for segment in stem.split('/') {
        path.push('/');
        path.push_str(Slug::from_words(segment).as_str());
    }
    if let Some(number) = number {
        path.push('-');
        path.push_str(&number.to_string());
    }
    path.push('.');
    path.push_str(Slug::from_words(extension).as_str());
    Address::file(&path)
}

struct Lookup<'a, 'b> {
    notes: &'a [Parsed],
    names: &'a Names<'a>,
    files: &'a [String],
    from: (PageId, &'a Parsed),
    reached: &'b mut Reached,
    suggestions: &'b mut usize,
    problems: &'b mut Vec<Problem>,
}

impl Lookup<'_, '_> {
    fn target(&mut self, link: &Link) -> Target {
        let (own, note) = self.from;
        if link.path.is_empty() {
            return self.inside(own, link);
        }
        match self.names.find(&link.path, &note.path) {
            Some(Named::Page(page)) => self.inside(page, link),
            Some(Named::OneOf(pages)) => {
                let path = |page: &PageId| self.notes[page.0].path.clone();
                let fact = LinkFact::Ambiguous {
                    target: link.path.clone(),
                    taken: path(&pages[0]),
                    others: pages[1..].iter().map(path).collect(),
                };
                self.report(link, fact);
                self.inside(pages[0], link)
            }
            Some(Named::File(file)) => Target::File(self.reached.address(&self.files[file])),
            None => {
                let fact = LinkFact::Broken {
                    target: link.path.clone(),
                    nearest: self.suggestion(&link.path),
                    in_note: self.in_note(),
                };
                self.report(link, fact);
                Target::Nowhere
            }
        }
    }

    fn inside(&mut self, page: PageId, link: &Link) -> Target {
        let document = &self.notes[page.0].document;
        let title = || self.notes[page.0].head.title.clone();
        let (anchor, fact) = match &link.fragment {
            Fragment::Whole => (None, None),
            Fragment::Headings(path) => {
                let found = heading(document, path);
                let fact = found.is_none().then(|| {
                    let wanted = path.last().map_or("", String::as_str);
                    let all = document.headings.iter().map(|h| h.text.as_str());
                    LinkFact::BrokenHeading {
                        page: title(),
                        heading: path.join("#"),
                        nearest: nearest::nearest(wanted, all).map(str::to_owned),
                        in_note: self.in_note(),
                    }
                });
                (found.map(Anchor::Heading), fact)
            }
            Fragment::Block(id) if document.block_ids.contains(id) => {
                (Some(Anchor::Block(id.clone())), None)
            }
            Fragment::Block(id) => {
                let all = document.block_ids.iter().map(String::as_str);
                let fact = LinkFact::BrokenBlock {
                    page: title(),
                    block: id.clone(),
                    nearest: nearest::nearest(id, all).map(str::to_owned),
                    in_note: self.in_note(),
                };
                (None, Some(fact))
            }
        };
        if let Some(fact) = fact {
            self.report(link, fact);
        }
        Target::Page { page, anchor }
    }

    /// An entry's picture is a file that its page reaches.
    fn image(&mut self) {
        let note = self.from.1;
        let Front::Entry(entry) = &note.head.front else {
            return;
        };
        let Some(image) = &entry.image else { return };
        match self.names.find(&image.src, &note.path) {
            Some(Named::File(file)) => {
                self.reached.address(&self.files[file]);
            }
            Some(Named::Page(_) | Named::OneOf(_)) | None => {
                let all = self.files.iter().map(String::as_str);
                let place = Place::new(&note.path, note.head.fields.span("image.src"));
                self.problems.push(place.problem(LinkFact::Broken {
                    target: image.src.clone(),
                    nearest: nearest::nearest(&image.src, all).map(str::to_owned),
                    in_note: false,
                }));
            }
        }
    }

    /// The nearest name, as long as there is patience for it.
    fn suggestion(&mut self, name: &str) -> Option<String> {
        *self.suggestions = self.suggestions.checked_sub(1)?;
        self.names.nearest(name).map(str::to_owned)
    }

    fn in_note(&self) -> bool {
        matches!(self.from.1.head.front, Front::Note(_))
    }

    fn report(&mut self, link: &Link, fact: LinkFact) {
        let place = Place::new(&self.from.1.path, link.span.clone());
        self.problems.push(place.problem(fact));
    }
}

/// The heading reached through `path`: each part is looked for below the one before it.
fn heading(document: &Document, path: &[String]) -> Option<usize> {
    let mut from = 0;
    let mut level = 0;
    let mut found = None;
    for part in path {
        let wanted = fold(part);
        let at = (from..document.headings.len()).find(|&index| {
            let heading = &document.headings[index];
            fold(&heading.text) == wanted || heading.anchor == *part
        })?;
        let heading = &document.headings[at];
        let below = document.headings[from..at].iter().all(|h| h.level > level);
        if !below || heading.level <= level {
            return None;
        }
        level = heading.level;
        from = at + 1;
        found = Some(at);
    }
    found
}

/// Letters' case and the amount of white space do not count, nor does what a link cannot write (`#`, `|`, `^`, `:`).
fn fold(heading: &str) -> String {
    let plain = heading.replace(['#', '|', '^', ':', '[', ']'], " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The class of a parsed file.
pub(crate) fn class(note: &Parsed, lists: &crate::model::choice::Lists) -> Class {
    match &note.head.front {
        Front::Entry(entry) => lists.class(&entry.kind),
        Front::Note(_) => Class::Note,
    }
}
