//! Site to index: words counted, grouped by stem, cut into blocks, packed.
//!
//! Entry point: [`files`]. Nothing that [`disclosure`](crate::model::disclosure) withholds can be found: of an entry's place
//! only the country is here, through that gate, and of its contact nothing.

mod facets;
mod hash;
mod lexicon;
mod names;
mod numbering;
mod packs;
mod passages;
mod stem;
mod terms;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::model::choice::List;
use crate::model::site::{Page, PageId, Site};
use crate::model::slug::Slug;
use crate::search::format::manifest::{self, ByDoc, DocPack, Manifest, Part};
use crate::search::format::records::{self, Record};
use crate::search::format::terms::field;
use crate::search::format::texts::{self, Text};
use crate::search::index::facets::Facets;
use crate::search::index::lexicon::{Lexicon, Spot};
use crate::search::index::names::Names;
use crate::search::index::numbering::Numbering;
use crate::search::index::packs::{Packs, number};

/// The files of an index: name below [`FOLDER`](crate::search::format::manifest::FOLDER), bytes. The manifest is among them.
pub type Files = Vec<(String, Vec<u8>)>;

/// The name of a file that never changes: by its contents.
pub(crate) fn name_of(bytes: &[u8]) -> String {
    packs::file_name(packs::first_bytes(bytes))
}

/// The index of a site. Equal sites give equal bytes.
pub fn files(site: &Site) -> Files {
    let numbering = Numbering::of(site);
    let mut packs = Packs::new();
    let kinds = kinds(site);
    let records = records(site, &numbering, &kinds, &mut packs);
    let (texts, parts) = words(site, &numbering, &mut packs);
    let docs = number(numbering.docs.len());
    let recent = numbering.recent;
    let part_docs = [docs - number(recent.len()), number(recent.len())];
    let parts = parts.into_iter().zip(part_docs).enumerate();
    let parts = parts.map(|(number, (part, docs))| part.finish(site, docs, number > 0, &mut packs));
    let parts = parts.collect();
    let (files, mut named, mut deflater) = packs.finish();
    let manifest = Manifest {
        docs,
        kinds,
        folders: folders(site),
        files,
        records,
        texts,
        recent,
        parts,
    };
    let manifest = manifest.encode();
    let (head, body) = manifest.split_at(manifest::HEAD);
    let file = [head, &deflater.deflate(body)].concat();
    named.push(("manifest.bin".to_owned(), file));
    named
}

/// The pages of a site in the order of their numbers in the index.
pub(crate) fn numbered(site: &Site) -> Vec<PageId> {
    let docs = Numbering::of(site).docs.into_iter();
    docs.map(|(_, id)| id).collect()
}

/// The kinds of the site's entries.
fn kinds(site: &Site) -> Vec<(String, String)> {
    let mut kinds: Vec<&str> = site
        .pages
        .iter()
        .filter_map(Page::entry)
        .map(|entry| entry.kind.as_str())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.truncate(usize::from(u8::MAX));
    let label = |kind: &str| site.settings.lists.label(List::Kind, kind).to_owned();
    kinds
        .into_iter()
        .map(|kind| (kind.to_owned(), label(kind)))
        .collect()
}

/// Every folder of a page, by address; a folder's own note gives it its title.
fn folders(site: &Site) -> Vec<(String, String)> {
    let mut folders = BTreeMap::new();
    for page in &site.pages {
        let mut address = String::new();
        for folder in &page.folders {
            address.push_str(folder.as_str());
            address.push('/');
            folders
                .entry(address.clone())
                .or_insert_with(|| Slug::as_title(folder));
        }
    }
    for page in site.pages.iter().filter(|page| page.entry().is_none()) {
        if let Some(title) = folders.get_mut(page.address.as_str()) {
            title.clone_from(&page.title);
        }
    }
    folders.into_iter().collect()
}

/// Docs a block and docs a pack at least of a family that goes by doc, and the most packs.
struct Cut {
    docs_per_block: usize,
    least: usize,
    most: usize,
}

/// Ten hits fall into about ten blocks, whatever their size: so small ones, as long as deflate finds enough in them
/// (2 kB), and of texts as few docs as may be before the lengths in the manifest weigh more than they save.
const RECORDS: Cut = Cut {
    docs_per_block: 32,
    least: 512,
    most: 8,
};

/// One new entry changes one pack of 64, about a hundredth of the index; more packs would be more files than it is worth.
const TEXTS: Cut = Cut {
    docs_per_block: 4,
    least: 64,
    most: 64,
};

impl Cut {
    /// The docs of each pack, by hash range: a power of two of them, so that one doc more changes only its own.
    fn packs<'a, D>(&self, docs: &'a [(u64, D)]) -> Vec<&'a [(u64, D)]> {
        let wanted = (docs.len() / self.least).clamp(1, self.most);
        let bits = wanted.ilog2();
        let range = |hash: u64| hash.checked_shr(64 - bits).unwrap_or(0);
        docs.chunk_by(|a, b| range(a.0) == range(b.0)).collect()
    }

    fn fill<D: Copy, B>(
        &self,
        docs: &[(u64, D)],
        packs: &mut Packs,
        mut read: impl FnMut(D) -> B,
        deflate: fn(&mut Packs, &[B]) -> Vec<u8>,
    ) -> ByDoc {
        let mut by_doc = ByDoc {
            docs_per_block: number(self.docs_per_block),
            packs: Vec::new(),
        };
        for own in self.packs(docs) {
            let mut pack = DocPack {
                docs: number(own.len()),
                ..DocPack::default()
            };
            for block in own.chunks(self.docs_per_block) {
                let block: Vec<B> = block.iter().map(|(_, doc)| read(*doc)).collect();
                let stream = deflate(packs, &block);
                let place = packs.put(&stream);
                pack.file = place.file;
                pack.lengths.push(place.length);
            }
            packs.close();
            by_doc.packs.push(pack);
        }
        by_doc
    }
}

fn records(
    site: &Site,
    numbering: &Numbering,
    kinds: &[(String, String)],
    packs: &mut Packs,
) -> ByDoc {
    let record = |id| record(site.page(id), kinds);
    RECORDS.fill(&numbering.docs, packs, record, |packs, block| {
        packs.deflate(&records::encode(block))
    })
}

fn record(page: &Page, kinds: &[(String, String)]) -> Record {
    let entry = page.entry();
    let kind = entry.and_then(|entry| kinds.iter().position(|(kind, _)| *kind == entry.kind));
    Record {
        address: page.address.to_string(),
        title: page.title.clone(),
        kind: kind.and_then(|kind| u8::try_from(kind).ok()),
        approach: entry.and_then(|entry| entry.approach),
        aliases: page.aliases.clone(),
        synonyms: entry
            .map(|entry| entry.synonyms.clone())
            .unwrap_or_default(),
        summary: page.summary().to_owned(),
    }
}

/// The texts, and the words of each part.
fn words(site: &Site, numbering: &Numbering, packs: &mut Packs) -> (ByDoc, Vec<Inverted>) {
    let count = if numbering.recent.is_empty() { 1 } else { 2 };
    let mut parts: Vec<Inverted> = (0..count).map(|_| Inverted::default()).collect();
    let mut recent = numbering.recent.iter().copied().peekable();
    let mut doc = 0;
    let read = |id| {
        let page = site.page(id);
        let text = passages::text(page);
        let part = usize::from(recent.next_if_eq(&doc).is_some());
        parts[part].read(site, page, &text);
        doc += 1;
        text
    };
    let texts = TEXTS.fill(&numbering.docs, packs, read, |packs, block| {
        packs.deflate_filled(0, &texts::encode(block))
    });
    (texts, parts)
}

/// The inverted families of a part as they are gathered.
#[derive(Default)]
struct Inverted {
    docs: u32,
    names: Names,
    facets: Facets,
    lexicon: Lexicon,
}

impl Inverted {
    /// Takes the next doc of the part.
    fn read(&mut self, site: &Site, page: &Page, text: &Text) {
        let doc = self.docs;
        self.docs += 1;
        self.names.read(doc, page);
        self.facets.read(doc, page);
        let language = page.language.as_ref().unwrap_or(&site.settings.language);
        let language = self.lexicon.language(language);
        let mut read = |text: &str, fields, passage| {
            let spot = Spot {
                doc,
                fields,
                passage,
                language,
            };
            self.lexicon.read(text, spot);
        };
        read(&page.title, field::TITLE, None);
        let synonyms = page.entry().map_or(&[][..], |entry| &entry.synonyms);
        for name in page.aliases.iter().chain(synonyms) {
            read(name, field::NAMES, None);
        }
        read(page.summary(), field::SUMMARY, None);
        for tag in page.tags.iter().flat_map(|tag| &tag.segments) {
            read(tag.as_str(), field::SUMMARY, None);
        }
        let mut passage = 0;
        for section in &text.sections {
            read(&section.heading, field::HEADING, Some(passage));
            for words in &section.passages {
                read(words, field::BODY, Some(passage));
                passage += 1;
            }
        }
    }

    fn finish(self, site: &Site, docs: u32, is_recent: bool, packs: &mut Packs) -> Part {
        let languages = self.lexicon.languages().to_vec();
        let words = self.lexicon.finish(docs);
        let names = self.names.blocks(packs);
        let vocabulary = terms::vocabulary(&words, number(site.pages.len()), packs);
        let facets = self.facets.blocks(site, packs);
        let terms = terms::blocks(words, &languages, docs, packs);
        // The recent part is one pack.
        let mut put = |blocks| {
            if is_recent {
                packs.small_family(blocks)
            } else {
                packs.family(blocks)
            }
        };
        Part {
            docs,
            names: put(names),
            vocabulary: put(vocabulary),
            terms: put(terms),
            facets: put(facets),
        }
    }
}

/// The shortest beginning of `word` that tells it from the word before.
fn key(before: &str, word: &str) -> String {
    let equal = before
        .chars()
        .zip(word.chars())
        .take_while(|(a, b)| a == b)
        .count();
    word.chars().take(equal + 1).collect()
}
