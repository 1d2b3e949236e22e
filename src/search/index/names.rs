//! The words of names.

use std::collections::BTreeMap;

use crate::model::site::Page;
use crate::search::format::names::{InName, Role, Sort, encode};
use crate::search::index::packs::Packs;
use crate::search::words::{self, is_unsegmented};

/// A block of about so many bytes before it is deflated, which takes off a third: the first of a query's blocks, so small
/// ones answer sooner; smaller still, and the manifest would grow by more than they save.
const BLOCK: usize = 3_100;

/// Longer names are sentences, which nobody abbreviates or writes together.
const LONGEST_ABBREVIATED: usize = 6;

/// All names of a part of the site.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, Vec<InName>>);

/// A name with where it belongs.
struct Name<'a> {
    doc: u32,
    number: u8,
    sort: Sort,
    text: &'a str,
}

impl Names {
    /// Takes the names of a page.
    pub(super) fn read(&mut self, doc: u32, page: &Page) {
        let synonyms = page.entry().map_or(&[][..], |entry| &entry.synonyms);
        let title = [(Sort::Title, &page.title)].into_iter();
        let aliases = page.aliases.iter().map(|alias| (Sort::Alias, alias));
        let synonyms = synonyms.iter().map(|synonym| (Sort::Synonym, synonym));
        for (number, (sort, text)) in (0..=u8::MAX).zip(title.chain(aliases).chain(synonyms)) {
            self.read_name(&Name {
                doc,
                number,
                sort,
                text,
            });
        }
    }

    fn read_name(&mut self, name: &Name<'_>) {
        let mut found = words::words(name.text);
        let of = found.last().map_or(0, |word| word.place + 1);
        let Ok(of) = u8::try_from(of) else {
            // A name of more than 255 words is none.
            return;
        };
        let several = of > 1 && usize::from(of) <= LONGEST_ABBREVIATED;
        if several && !name.text.contains(is_unsegmented) {
            let mut wholes = String::new();
            let mut initials = String::new();
            let mut next = 0;
            for word in &found {
                if !word.is_part {
                    wholes.push_str(&word.form);
                }
                let is_joined = word.place == 0 && word.range.len() == name.text.trim().len();
                if word.place == next && (word.is_part || !is_joined) {
                    initials.extend(word.form.chars().next());
                    next += 1;
                }
            }
            let wholes = words::cut(&wholes).to_owned();
            self.put(name, (wholes.clone(), 0, of), Role::Joined);
            self.put(name, (initials, 0, of), Role::Initials);
            found.retain(|word| word.form != wholes);
        }
        for word in found {
            let place = u8::try_from(word.place).unwrap_or(u8::MAX);
            self.put(name, (word.form, place, of), Role::Word);
        }
    }

    fn put(&mut self, name: &Name<'_>, (form, place, of): (String, u8, u8), role: Role) {
        self.0.entry(form).or_default().push(InName {
            doc: name.doc,
            name: name.number,
            sort: name.sort,
            place,
            of,
            role,
        });
    }

    /// The blocks of all names, deflated, each with its key.
    pub(super) fn blocks(self, packs: &mut Packs) -> Vec<(String, Vec<u8>)> {
        let mut blocks = Vec::new();
        let mut block: Vec<(String, Vec<InName>)> = Vec::new();
        let mut key = String::new();
        let mut size = 0;
        for (form, mut list) in self.0 {
            list.sort_unstable();
            list.dedup();
            let own = 4 + form.len() / 2 + list.len() * 3;
            if size > 0 && size + own > BLOCK {
                let next = super::key(block.last().map_or("", |(last, _)| last), &form);
                let stream = packs.deflate(&encode(&block));
                blocks.push((std::mem::replace(&mut key, next), stream));
                block.clear();
                size = 0;
            }
            size += own;
            block.push((form, list));
        }
        if !block.is_empty() {
            blocks.push((key, packs.deflate(&encode(&block))));
        }
        blocks
    }
}
