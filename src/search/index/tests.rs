//! What the index of a made-up site holds, and what one more page changes of it.

use std::collections::BTreeSet;

use super::{Files, files};
use crate::model::date::Date;
use crate::model::entry::Entry;
use crate::model::site::{Front, Page, Site};
use crate::search::deflate::inflate;
use crate::search::format::manifest::{ByDoc, ByKey, HEAD, Manifest, Place};
use crate::search::format::names::{InName, Role, Sort};
use crate::search::format::terms::{Home, Member, Postings, TermBlock, field};
use crate::search::format::{facets, names, records, terms, texts, vocabulary};
use crate::search::sample::{Sketch, site};

/// An index as a reader sees it.
struct Read {
    files: Files,
    manifest: Manifest,
}

impl Read {
    fn of(site: &Site) -> Read {
        let files = files(site);
        let manifest = files.iter().find(|(name, _)| name == "manifest.bin");
        let (head, body) = manifest.expect("a manifest").1.split_at(HEAD);
        let body = inflate(body).expect("a stream");
        let manifest = Manifest::decode(&[head, &body].concat()).expect("a manifest");
        Read { files, manifest }
    }

    fn block(&self, place: Place) -> Vec<u8> {
        let wanted = self.manifest.file_name(place.file);
        let file = self.files.iter().find(|(name, _)| *name == wanted);
        let start = place.start as usize;
        inflate(&file.expect("a pack").1[start..start + place.length as usize]).expect("a stream")
    }

    /// The blocks of a family, each with where it begins and where the next one does.
    fn blocks(&self, family: &ByKey) -> Vec<(String, Option<String>, Vec<u8>)> {
        let keys = family.blocks.iter().map(|block| block.key.clone());
        let next = keys.clone().skip(1).map(Some).chain([None]);
        let blocks = family.blocks.iter().map(|block| self.block(block.place));
        keys.zip(next)
            .zip(blocks)
            .map(|((key, next), block)| (key, next, block))
            .collect()
    }

    fn names(&self, word: &str) -> Vec<InName> {
        let mut found = Vec::new();
        for part in &self.manifest.parts {
            let Some(block) = part.names.find(word) else {
                continue;
            };
            let block = names::decode(&self.block(part.names.blocks[block].place)).expect("names");
            for known in block.words.iter().filter(|known| known.form == word) {
                found.extend(block.list(known).expect("a list"));
            }
        }
        found
    }

    /// The group of a word in the first part.
    fn group(&self, word: &str) -> Option<(TermBlock, Vec<Member>)> {
        let family = &self.manifest.parts[0].terms;
        let read =
            |block: usize| terms::decode(&self.block(family.blocks[block].place)).expect("terms");
        let home = |block: &TermBlock| {
            let form = block.forms.iter().find(|form| form.form == word);
            form.map(|form| form.home)
        };
        let mut block = read(family.find(word)?);
        if let Home::Block(elsewhere) = home(&block)? {
            block = read(elsewhere as usize);
        }
        let in_group = |member: &Member| member.form == word;
        let group = block
            .groups
            .iter()
            .find(|group| group.members.iter().any(in_group))?;
        let members = group.members.clone();
        Some((block, members))
    }

    fn postings(&self, word: &str) -> Option<Postings> {
        let (block, members) = self.group(word)?;
        let member = members.iter().find(|member| member.form == word)?;
        Some(block.list(member).expect("a list"))
    }

    /// Everything that can be read, read: what is wrong is a panic.
    fn check(&self) {
        let manifest = &self.manifest;
        for doc in 0..manifest.docs {
            let read = |family: &ByDoc| {
                let (place, number) = family.find(doc).expect("a block for each doc");
                (self.block(place), number)
            };
            let (block, number) = read(&manifest.records);
            assert!(
                records::decode(&block)
                    .expect("records")
                    .get(number)
                    .is_some()
            );
            let (block, number) = read(&manifest.texts);
            assert!(texts::decode(&block).expect("texts").get(number).is_some());
        }
        for part in &manifest.parts {
            for (key, next, block) in self.blocks(&part.names) {
                let block = names::decode(&block).expect("names");
                let lists = block
                    .words
                    .iter()
                    .map(|word| block.list(word).expect("a list"));
                assert!(lists.flatten().all(|name| name.doc < part.docs));
                let words: Vec<_> = block.words.iter().map(|word| word.form.as_str()).collect();
                check_bounds(&words, &key, next.as_deref());
            }
            for (key, next, block) in self.blocks(&part.terms) {
                let block = terms::decode(&block).expect("terms");
                for member in block.groups.iter().flat_map(|group| &group.members) {
                    let list = block.list(member).expect("a list");
                    assert!(list.docs.is_sorted() && list.docs.last() < Some(&part.docs));
                }
                let words: Vec<_> = block.forms.iter().map(|form| form.form.as_str()).collect();
                check_bounds(&words, &key, next.as_deref());
            }
            for (key, next, block) in self.blocks(&part.vocabulary) {
                let block = vocabulary::decode(&block).expect("words");
                let words: Vec<_> = block.iter().map(|word| word.form.as_str()).collect();
                check_bounds(&words, &key, next.as_deref());
            }
            for (key, _, block) in self.blocks(&part.facets) {
                assert_eq!(facets::decode(&block).expect("a facet").name, key);
            }
        }
    }
}

fn check_bounds(words: &[&str], key: &str, next: Option<&str>) {
    assert!(words.is_sorted() && !words.is_empty());
    let inside = |word: &&str| *word >= key && next.is_none_or(|next| *word < next);
    assert!(words.iter().all(inside), "{words:?} from {key} to {next:?}");
}

fn few() -> Site {
    site(&[
        Sketch {
            title: "Community land trust",
            aliases: &["Counter-power fund"],
            synonyms: &["shared ground"],
            summary: "Land that nobody owns.",
            tags: &["land/reform"],
            text: &[
                ("", "People organise land."),
                ("Old roots", "Organising took years."),
            ],
            ..Sketch::default()
        },
        Sketch {
            title: "Tenants",
            country: "US",
            text: &[("", "They organised a trust.")],
            ..Sketch::default()
        },
    ])
}

/// Entries of made-up words, one a day.
fn many(count: usize) -> Site {
    let word = |seed: usize| format!("w{}", (seed.wrapping_mul(2_654_435_761) % 1_999).isqrt());
    let text = |entry: usize| {
        let words = (0..120)
            .map(|at| word(entry * 977 + at * at))
            .collect::<Vec<String>>();
        words.join(" ")
    };
    let titles: Vec<String> = (0..count)
        .map(|entry| format!("Entry {entry:05}"))
        .collect();
    let texts: Vec<String> = (0..count).map(text).collect();
    let texts: Vec<[(&str, &str); 1]> = texts.iter().map(|text| [("", text.as_str())]).collect();
    let sketches = titles.iter().zip(&texts).map(|(title, text)| Sketch {
        title,
        text,
        ..Sketch::default()
    });
    let mut site = site(&sketches.collect::<Vec<_>>());
    for (day, page) in site.pages.iter_mut().enumerate() {
        entry(page).added = Date::parse(&format!(
            "{}-{:02}-{:02}",
            2000 + day / 336,
            1 + day / 28 % 12,
            1 + day % 28
        ));
    }
    site
}

fn entry(page: &mut Page) -> &mut Entry {
    match &mut page.front {
        Front::Entry(entry) => entry,
        Front::Note(_) => panic!("only entries here"),
    }
}

#[test]
fn a_small_site_has_few_files_and_all_can_be_read() {
    let read = Read::of(&few());
    assert_eq!(read.files.len(), 7);
    assert_eq!(read.manifest.docs, 2);
    assert_eq!(
        read.manifest.folders,
        [("concepts/".to_owned(), "Concepts".to_owned())]
    );
    read.check();
}

#[test]
fn an_empty_site_has_an_index() {
    let read = Read::of(&site(&[]));
    assert_eq!((read.manifest.docs, read.files.len()), (0, 1));
    read.check();
}

#[test]
fn names_are_found_by_their_words_and_in_short() {
    let read = Read::of(&few());
    let check = |word: &str, expect: &[(Sort, u8, u8, Role)]| {
        let found = read.names(word).into_iter();
        let found = found.map(|name| (name.sort, name.place, name.of, name.role));
        assert_eq!(found.collect::<Vec<_>>(), expect, "{word}");
    };
    check("land", &[(Sort::Title, 1, 3, Role::Word)]);
    check("communitylandtrust", &[(Sort::Title, 0, 3, Role::Joined)]);
    check("clt", &[(Sort::Title, 0, 3, Role::Initials)]);
    check("counterpower", &[(Sort::Alias, 0, 3, Role::Word)]);
    check("power", &[(Sort::Alias, 1, 3, Role::Word)]);
    check("cpf", &[(Sort::Alias, 0, 3, Role::Initials)]);
    check("ground", &[(Sort::Synonym, 1, 2, Role::Word)]);
    check("tenants", &[(Sort::Title, 0, 1, Role::Word)]);
}

#[test]
fn words_are_found_with_field_and_passage() {
    let read = Read::of(&few());
    let check = |word: &str, fields: u8, passages: &[u16]| {
        let postings = read.postings(word).expect(word);
        assert_eq!(
            (&postings.fields[..], &postings.passages[..]),
            (&[fields][..], passages),
            "{word}"
        );
    };
    check("land", field::TITLE | field::SUMMARY | field::BODY, &[0]);
    check("reform", field::SUMMARY, &[]);
    check("power", field::NAMES, &[]);
    check("roots", field::HEADING, &[1]);
    check("years", field::BODY, &[1]);
}

#[test]
fn words_of_one_stem_are_a_group() {
    let (_, members) = Read::of(&few()).group("organising").expect("a group");
    let forms: Vec<&str> = members.iter().map(|member| member.form.as_str()).collect();
    assert_eq!(forms, ["organise", "organised", "organising"]);
}

#[test]
fn every_page_is_stemmed_in_its_own_language() {
    let mut site = few();
    site.pages[1].language = Some("es-MX".to_owned());
    site.pages[1].sections[0].text = "Cooperación de cooperaciones.".to_owned();
    let (_, members) = Read::of(&site).group("cooperacion").expect("a group");
    assert_eq!(members.len(), 2);
}

#[test]
fn what_an_entry_withholds_is_not_in_the_index() {
    let mut site = few();
    let withheld = entry(&mut site.pages[1]);
    withheld.at_risk = true;
    withheld.place = Some("Secretville".to_owned());
    withheld.region = Some("Hiddenshire".to_owned());
    withheld.email = Some("whisper@example.org".to_owned());
    withheld.location_precision = crate::model::entry::Precision::None;
    let read = Read::of(&site);
    for word in ["secretville", "hiddenshire", "whisper", "example"] {
        assert!(
            read.group(word).is_none() && read.names(word).is_empty(),
            "{word}"
        );
    }
    let facets = read.blocks(&read.manifest.parts[0].facets);
    assert!(facets.iter().all(|(name, ..)| name != "country"));
}

#[test]
fn equal_sites_give_equal_bytes() {
    assert_eq!(files(&many(1_100)), files(&many(1_100)));
}

#[test]
fn a_large_site_has_two_parts_and_all_can_be_read() {
    let read = Read::of(&many(1_100));
    let docs: Vec<u32> = read.manifest.parts.iter().map(|part| part.docs).collect();
    assert_eq!(docs, [1_088, 12]);
    let local = |part: usize| (0..docs[part]).map(move |doc| (part, doc));
    let all: BTreeSet<u32> = local(0)
        .chain(local(1))
        .map(|(part, doc)| read.manifest.doc(part, doc))
        .collect();
    assert_eq!(all.len(), 1_100);
    assert_eq!(all.last(), Some(&1_099));
    read.check();
}

#[test]
fn one_more_entry_changes_little() {
    let before = files(&many(2_000));
    let after = files(&many(2_001));
    let names: BTreeSet<&str> = before.iter().map(|(name, _)| name.as_str()).collect();
    let is_new = |name: &str| name == "manifest.bin" || !names.contains(name);
    let bytes = |files: &[&(String, Vec<u8>)]| files.iter().map(|(_, b)| b.len()).sum::<usize>();
    let new: Vec<_> = after.iter().filter(|(name, _)| is_new(name)).collect();
    let share = bytes(&new) * 1_000 / bytes(&after.iter().collect::<Vec<_>>());
    assert!(
        new.len() <= 4,
        "{} of {} files are new",
        new.len(),
        after.len()
    );
    assert!(share <= 90, "{share} thousandths of the bytes are new");
}
