//! All words of a part of the site, with where they occur.

use std::collections::HashMap;

use crate::search::format::terms::{List, Postings, field};
use crate::search::index::hash::Quick;
use crate::search::words;

/// No passage: the word stands in a name or the summary.
const NO_PASSAGE: u16 = u16::MAX;

/// Words as they are counted.
#[derive(Default)]
pub(super) struct Lexicon {
    /// The number of each form.
    numbers: HashMap<String, u32, Quick>,
    /// What is known of each form, by number.
    forms: Vec<Known>,
    /// Where forms occur, in the order of reading.
    occurrences: Vec<Occurrence>,
    /// How words with letters beyond ASCII are written, by form and language: stemmers want their diacritics.
    spellings: HashMap<(u32, u8), String, Quick>,
    /// The languages that words were read in.
    languages: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Known {
    /// The place of the form's last occurrence, plus one.
    last: u32,
    /// How many occurrences it has.
    count: u32,
    /// The languages it was read in, as bits.
    languages: u64,
}

#[derive(Clone, Copy)]
struct Occurrence {
    form: u32,
    doc: u32,
    passage: u16,
    fields: u8,
}

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) doc: u32,
    /// Bits of [`field`](crate::search::format::terms::field).
    pub(super) fields: u8,
    /// None for names and summaries, which are read before all passages.
    pub(super) passage: Option<u16>,
    /// What [`Lexicon::language`] gave.
    pub(super) language: u8,
}

/// A word with its list.
pub(super) struct Word {
    pub(super) form: String,
    pub(super) list: List,
    /// Whether it stands in a name.
    pub(super) in_name: bool,
    /// The languages it stands in, each with its spelling there.
    pub(super) spellings: Vec<(u8, String)>,
}

impl Lexicon {
    /// The number of a language. Beyond 64 languages the last one stands for all further.
    pub(super) fn language(&mut self, tag: &str) -> u8 {
        let known = self.languages.iter().position(|known| known == tag);
        let index = known.unwrap_or_else(|| {
            if self.languages.len() < 64 {
                self.languages.push(tag.to_owned());
            }
            self.languages.len() - 1
        });
        u8::try_from(index).unwrap_or(u8::MAX)
    }

    /// The tags of all languages.
    pub(super) fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Takes the words of a text. Docs must rise, and a doc's passages.
    pub(super) fn read(&mut self, text: &str, spot: Spot) {
        words::each(text, &mut |found| {
            let number = self.number(found.letters);
            let written = &text[found.range];
            if !written.is_ascii() {
                let spelling = self.spellings.entry((number, spot.language));
                spelling.or_insert_with(|| written.to_lowercase());
            }
            self.note(number, spot);
        });
    }

    fn number(&mut self, form: &str) -> u32 {
        if let Some(number) = self.numbers.get(form) {
            return *number;
        }
        let number = super::packs::number(self.forms.len());
        self.numbers.insert(form.to_owned(), number);
        self.forms.push(Known::default());
        number
    }

    fn note(&mut self, form: u32, spot: Spot) {
        let known = &mut self.forms[form as usize];
        known.languages |= 1 << spot.language;
        let passage = spot.passage.unwrap_or(NO_PASSAGE);
        let last = (known.last as usize).checked_sub(1);
        if let Some(last) = last.and_then(|last| self.occurrences.get_mut(last))
            && (last.doc, last.passage) == (spot.doc, passage)
        {
            last.fields |= spot.fields;
            return;
        }
        known.count += 1;
        self.occurrences.push(Occurrence {
            form,
            doc: spot.doc,
            passage,
            fields: spot.fields,
        });
        known.last = super::packs::number(self.occurrences.len());
    }

    /// The words, sorted; `docs` is how many docs the part has.
    pub(super) fn finish(self, docs: u32) -> Vec<Word> {
        let occurrences = self.by_form();
        let mut ends = 0;
        let starts: Vec<usize> = self
            .forms
            .iter()
            .map(|known| {
                ends += known.count as usize;
                ends - known.count as usize
            })
            .collect();
        let mut spellings = self.spellings;
        let mut words: Vec<Word> = self
            .numbers
            .into_iter()
            .map(|(form, number)| {
                let known = self.forms[number as usize];
                let start = starts[number as usize];
                let own = &occurrences[start..start + known.count as usize];
                let languages = (0..64).filter(|language| known.languages >> language & 1 == 1);
                let spelling = |language| {
                    let special = spellings.remove(&(number, language));
                    (language, special.unwrap_or_else(|| form.clone()))
                };
                let names = field::TITLE | field::NAMES;
                Word {
                    in_name: own.iter().any(|one| one.fields & names != 0),
                    list: List::new(&postings(own), docs),
                    spellings: languages.map(spelling).collect(),
                    form,
                }
            })
            .collect();
        words.sort_unstable_by(|a, b| a.form.cmp(&b.form));
        words
    }

    /// The occurrences of each form together, in the order of the forms' numbers; else in their order.
    fn by_form(&self) -> Vec<Occurrence> {
        let mut next = Vec::with_capacity(self.forms.len());
        let mut sum = 0;
        for known in &self.forms {
            next.push(sum);
            sum += known.count as usize;
        }
        let nowhere = Occurrence {
            form: 0,
            doc: 0,
            passage: 0,
            fields: 0,
        };
        let mut sorted = vec![nowhere; self.occurrences.len()];
        for occurrence in &self.occurrences {
            let place = &mut next[occurrence.form as usize];
            sorted[*place] = *occurrence;
            *place += 1;
        }
        sorted
    }
}

fn postings(occurrences: &[Occurrence]) -> Postings {
    let mut postings = Postings::default();
    for in_doc in occurrences.chunk_by(|a, b| a.doc == b.doc) {
        let passages = in_doc.iter().map(|occurrence| occurrence.passage);
        postings
            .passages
            .extend(passages.filter(|passage| *passage != NO_PASSAGE));
        postings.docs.push(in_doc[0].doc);
        postings
            .fields
            .push(in_doc.iter().fold(0, |fields, one| fields | one.fields));
        postings
            .ends
            .push(super::packs::number(postings.passages.len()));
    }
    postings
}
