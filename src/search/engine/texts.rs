//! Pages by their texts: which ones have everything that is asked for, and how well.

use std::rc::Rc;
use std::slice::from_ref;

use crate::search::engine::rank::{IN_PASSAGE, NEAR_PASSAGE, SAME_PASSAGE};
use crate::search::engine::store::{Lack, Store};
use crate::search::engine::terms::{Cell, SHORT_FIELDS, Spread};
use crate::search::query::Phrase;
use crate::search::words;

/// What is asked of texts.
#[derive(Debug, Default)]
pub(super) struct Asked<'a> {
    /// The words, and those of phrases: a page must have all.
    pub(super) words: Vec<Rc<Spread>>,
    /// Phrases that it must have, each with where its words stand.
    pub(super) phrases: Vec<(&'a Phrase, Vec<Rc<Spread>>)>,
    /// Phrases that it must not have.
    pub(super) without: Vec<(&'a Phrase, Vec<Rc<Spread>>)>,
}

impl Asked<'_> {
    /// How well each doc fits; 0 where it does not. Phrases are only likely yet: see [`Asked::verify`].
    pub(super) fn scores(&self, docs: usize) -> Vec<u32> {
        if self.words.is_empty() {
            return vec![0; docs];
        }
        (0..docs).map(|doc| self.score(doc).unwrap_or(0)).collect()
    }

    fn score(&self, doc: usize) -> Option<u32> {
        let mut all = Together::default();
        let mut sum = 0;
        for word in &self.words {
            let cell = word.cell(doc);
            if cell.fields == 0 {
                return None;
            }
            all.add(cell);
            sum += word.rarity * (cell.points + cell.passages.count_ones() * IN_PASSAGE);
        }
        if !self.phrases.iter().all(|(_, words)| may_hold(words, doc)) {
            return None;
        }
        let raised = match self.words.len() {
            1 => 0,
            _several => all.nearness(),
        };
        Some((sum + sum / 16 * raised).max(1))
    }

    /// Whether phrases are asked of it that only its text can tell about.
    pub(super) fn is_doubtful(&self, doc: usize, by_name: bool) -> bool {
        let not_allowed = self.without.iter().any(|(_, words)| may_hold(words, doc));
        not_allowed
            || (!by_name
                && self
                    .phrases
                    .iter()
                    .any(|(phrase, _)| phrase.forms.len() > 1))
    }

    /// Whether a doc holds the phrases that it must and none that it must not; nothing where its text is not there.
    pub(super) fn verify(
        &self,
        store: &Store,
        doc: u32,
        by_name: bool,
        lack: &mut Lack,
    ) -> Option<bool> {
        let record = store.record(doc, lack);
        let text = store.text(doc, lack);
        let (record, text) = (record?, text?);
        let in_one = |texts: &[String], phrase: &Phrase| {
            texts.iter().any(|text| holds(from_ref(text), phrase))
        };
        let holds = |phrase: &Phrase| {
            in_one(from_ref(&record.title), phrase)
                || in_one(&record.aliases, phrase)
                || in_one(&record.synonyms, phrase)
                || in_one(from_ref(&record.summary), phrase)
                || text.sections.iter().any(|section| {
                    holds(from_ref(&section.heading), phrase) || holds(&section.passages, phrase)
                })
        };
        let has_all = by_name || self.phrases.iter().all(|(phrase, _)| holds(phrase));
        Some(has_all && !self.without.iter().any(|(phrase, _)| holds(phrase)))
    }
}

/// How near words stand.
struct Together {
    same: u64,
    near: u64,
    fields: u8,
}

impl Default for Together {
    fn default() -> Together {
        Together {
            same: u64::MAX,
            near: u64::MAX,
            fields: SHORT_FIELDS,
        }
    }
}

impl Together {
    fn add(&mut self, cell: Cell) {
        let beside = cell.passages.rotate_left(1) | cell.passages.rotate_right(1);
        self.same &= cell.passages;
        self.near &= cell.passages | beside;
        self.fields &= cell.fields;
    }

    fn nearness(&self) -> u32 {
        if self.same != 0 || self.fields != 0 {
            SAME_PASSAGE
        } else if self.near != 0 {
            NEAR_PASSAGE
        } else {
            0
        }
    }
}

/// Whether all words of a phrase stand in one passage, or in two side by side.
fn may_hold(words: &[Rc<Spread>], doc: usize) -> bool {
    let mut all = Together::default();
    for word in words {
        let cell = word.cell(doc);
        if cell.fields == 0 {
            return false;
        }
        all.add(cell);
    }
    words.len() == 1 || all.nearness() > 0
}

/// Whether a phrase stands in texts that follow one another.
fn holds(stretch: &[String], phrase: &Phrase) -> bool {
    // For each place the words of the phrase that stand there, as bits.
    let mut here: Vec<u32> = Vec::new();
    for text in stretch {
        let first = here.len();
        let places = words::each(text, &mut |form| {
            let Some(at) = usize::try_from(form.place).ok().map(|place| first + place) else {
                return;
            };
            if here.len() <= at {
                here.resize(at + 1, 0);
            }
            for (number, (_, asked)) in phrase.forms.iter().enumerate() {
                let is_open = phrase.begun && number + 1 == phrase.forms.len();
                if form.letters == asked || (is_open && form.letters.starts_with(asked.as_str())) {
                    here[at] |= 1 << number;
                }
            }
        });
        here.resize(first + usize::try_from(places).unwrap_or(0), 0);
    }
    (0..here.len()).any(|start| {
        let mut at = start;
        phrase
            .forms
            .iter()
            .enumerate()
            .all(|(number, (behind, _))| {
                at += usize::try_from(*behind).unwrap_or(0);
                here.get(at).is_some_and(|words| words >> number & 1 == 1)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::holds;
    use crate::search::query::Query;

    fn check(typed: &str, stretch: &[&str], expect: bool) {
        let query = Query::parse(typed);
        let stretch: Vec<String> = stretch.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(holds(&stretch, &query.phrases[0]), expect, "{typed}");
    }

    #[test]
    fn words_follow_one_another() {
        check("\"land trust\"", &["a land trust"], true);
        check("\"land trust\"", &["trust land, trusts"], false);
        check("\"land trust\"", &["land a trust"], false);
        check("\"counter-power\"", &["Counter power!"], true);
        check("\"counter power now\"", &["counter-power now"], true);
        check("\"people's power\"", &["the peoples power"], true);
    }

    #[test]
    fn they_may_stand_in_two_passages() {
        check("\"land trust\"", &["a land.", "Trust me."], true);
        check("\"land trust\"", &["a land", "", "trust"], true);
        check("\"共有地 trust\"", &["共有地", "trust"], true);
    }

    #[test]
    fn the_last_one_may_be_only_begun() {
        check("\"land tru", &["a land trust"], true);
        check("\"land tru\"", &["a land trust"], false);
        check("\"lan trust", &["a land trust"], false);
    }
}
