//! One question with words, from the first look-up to the answer.

use std::rc::Rc;

use crate::search::answer::{Answer, Correction, Hit, Question, State};
use crate::search::engine::abbreviations;
use crate::search::engine::filters::Filters;
use crate::search::engine::hits::{self, Sought};
use crate::search::engine::names::{self, ByName, Piece};
use crate::search::engine::order::{ALL, First, doc_of, first, item, name_of};
use crate::search::engine::proposals;
use crate::search::engine::rank::{FIRST_NAMES, FIRST_TEXTS, Ranking};
use crate::search::engine::store::{Lack, Store};
use crate::search::engine::terms::{self, Spread, Wanted};
use crate::search::engine::texts::Asked;
use crate::search::engine::typed::{self, Among, Typed};
use crate::search::query::{Phrase, Query};

/// So many forms of a word are named for marking a page; a beginning may have hundreds.
const MOST_MARKS: usize = 24;

/// Where words stand, kept from one key to the next: only the last word changes.
#[derive(Debug, Default)]
pub(super) struct Spreads(Vec<(Wanted, Rc<Spread>)>);

impl Spreads {
    /// As many are kept.
    const MOST: usize = 16;

    /// Where a word stands; nothing where a block is missing.
    pub(super) fn get(
        &mut self,
        store: &Store,
        wanted: &Wanted,
        lack: &mut Lack,
    ) -> Option<Rc<Spread>> {
        if let Some(at) = self.0.iter().position(|known| known.0 == *wanted) {
            let known = self.0.remove(at);
            let spread = known.1.clone();
            self.0.push(known);
            return Some(spread);
        }
        let before = lack.misses();
        let was_lost = std::mem::take(&mut lack.is_lost);
        let spread = Rc::new(terms::spread(store, wanted, lack));
        let is_whole = !lack.is_lost;
        lack.is_lost |= was_lost;
        if lack.misses() > before {
            return None;
        }
        if is_whole {
            self.0.push((wanted.clone(), spread.clone()));
            if self.0.len() > Spreads::MOST {
                self.0.remove(0);
            }
        }
        Some(spread)
    }
}

/// A question that is being answered.
pub(super) struct Search<'a> {
    pub(super) store: &'a Store,
    pub(super) spreads: &'a mut Spreads,
    pub(super) question: &'a Question,
    pub(super) query: &'a Query,
    pub(super) lack: &'a mut Lack,
}

/// What the look-ups of words gave.
#[derive(Default)]
struct Looked {
    words: Vec<Typed>,
    names: Vec<ByName>,
    /// Where each word stands in texts; nothing where it is not looked for there, or not known yet.
    spreads: Vec<Option<Rc<Spread>>>,
}

/// What pages must not have.
struct Without<'a> {
    docs: Vec<bool>,
    phrases: Vec<(&'a Phrase, Vec<Rc<Spread>>)>,
}

impl<'a> Search<'a> {
    pub(super) fn run(mut self) -> Answer {
        let mut answer = Answer::default();
        let filters = Filters::new(
            self.store,
            &self.query.filters,
            &self.question.filters,
            self.lack,
        );
        let without = self.without();
        let is_ready = self.lack.misses() == 0;
        let Some(looked) = self.look_up(&mut answer).filter(|_| is_ready) else {
            return answer;
        };
        let asked = self.asked(&looked, without.phrases);
        let texts_are_there = asked.is_some();
        let asked = asked.unwrap_or_default();
        let mut found = vec![false; self.store.len()];
        let mut names = Vec::new();
        for name in &looked.names {
            let doc = usize::try_from(name.doc).unwrap_or(usize::MAX);
            if without.docs.get(doc) == Some(&false) {
                found[doc] = true;
                if filters.pass(doc) {
                    names.push(item(name.score, name.doc, name.name));
                }
            }
        }
        let mut texts = Vec::new();
        for (doc, score) in asked.scores(self.store.len()).into_iter().enumerate() {
            if score > 0 && !found[doc] && !without.docs[doc] {
                found[doc] = true;
                if filters.pass(doc) {
                    texts.push(item(score, u32::try_from(doc).unwrap_or(u32::MAX), 0));
                }
            }
        }
        let found_by = (Ranking::new(names), Ranking::new(texts));
        self.show(&looked, &asked, found_by, &mut answer);
        if self.question.facets {
            answer.facets = filters.counts(self.store, &found, self.lack);
        }
        if texts_are_there && answer.total == 0 && self.lack.misses() == 0 {
            answer.proposals = proposals::make(&mut self, &looked.words, &filters, &found);
        }
        answer
    }

    /// What pages must not have, and those that have it.
    fn without(&mut self) -> Without<'a> {
        let mut docs = vec![false; self.store.len()];
        for word in &self.query.without {
            let (piece, wanted) = typed::without(word);
            let names = names::find(self.store, &[piece], None, self.lack).0;
            let spread = self.spreads.get(self.store, &wanted, self.lack);
            for name in names {
                docs[usize::try_from(name.doc).unwrap_or(0)] = true;
            }
            for (doc, without) in docs.iter_mut().enumerate() {
                *without |= spread
                    .as_ref()
                    .is_some_and(|spread| spread.cell(doc).fields != 0);
            }
        }
        let mut phrases = Vec::new();
        for phrase in &self.query.without_phrases {
            let mut words = Vec::new();
            typed::phrase(phrase, &mut words);
            let mut spreads = Vec::new();
            for wanted in words.iter().filter_map(|word| word.wanted.as_ref()) {
                spreads.extend(self.spreads.get(self.store, wanted, self.lack));
            }
            phrases.push((phrase, spreads));
        }
        Without { docs, phrases }
    }

    /// Looks words up, and others in place of those that nothing knows; nothing while names may still change.
    fn look_up(&mut self, answer: &mut Answer) -> Option<Looked> {
        let mut looked = Looked {
            words: typed::words(self.query),
            ..Looked::default()
        };
        let before = self.lack.misses();
        let known = self.find_names(&mut looked, Some(&self.query.letters));
        let names_are_there = self.lack.misses() == before;
        self.find_spreads(&mut looked);
        if !names_are_there {
            return None;
        }
        let mut is_mended = false;
        for (number, is_known) in known.into_iter().enumerate() {
            let word = &looked.words[number];
            if is_known
                || word.in_phrase
                || word.wanted.is_none()
                || self.question.refused.contains(&word.form)
            {
                continue;
            }
            if looked.spreads[number].as_ref()?.is_empty() {
                is_mended |= self.mend(number, &mut looked, answer)?;
            }
        }
        if is_mended {
            let before = self.lack.misses();
            self.find_names(&mut looked, None);
            let names_are_there = self.lack.misses() == before;
            self.find_spreads(&mut looked);
            if !names_are_there {
                return None;
            }
        }
        Some(looked)
    }

    /// Finds the names that have all words; for each word, whether any name has it.
    fn find_names(&mut self, looked: &mut Looked, letters: Option<&str>) -> Vec<bool> {
        let mut pieces: Vec<Piece> = Vec::new();
        for word in &looked.words {
            pieces.extend_from_slice(&word.pieces);
        }
        let (names, known) = names::find(self.store, &pieces, letters, self.lack);
        looked.names = names;
        let mut known = known.as_slice();
        let mut of_words = Vec::new();
        for word in &looked.words {
            let (own, rest) = known
                .split_at_checked(word.pieces.len())
                .unwrap_or_default();
            of_words.push(!own.contains(&false));
            known = rest;
        }
        of_words
    }

    fn find_spreads(&mut self, looked: &mut Looked) {
        looked.spreads.clear();
        for word in &looked.words {
            let wanted = word.wanted.as_ref();
            let spread = wanted.and_then(|wanted| self.spreads.get(self.store, wanted, self.lack));
            looked.spreads.push(spread);
        }
    }

    /// Puts other words in the place of one that nothing knows, where there are such; nothing while a block is missing.
    fn mend(&mut self, number: usize, looked: &mut Looked, answer: &mut Answer) -> Option<bool> {
        let before = self.lack.misses();
        let word = &looked.words[number];
        let (mut forms, is_sure) = typed::nearest(self.store, word, Among::FirstLetter, self.lack);
        if !is_sure && looked.words.len() == 1 && self.lack.misses() == before {
            let letters = &self.query.letters;
            looked.names = abbreviations::find(self.store, letters, self.lack);
            // Who abbreviates a name means that, rather than a word two errors away.
            if !looked.names.is_empty() {
                forms.clear();
            }
        }
        if forms.is_empty() && looked.names.is_empty() && self.lack.misses() == before {
            forms = typed::nearest(self.store, word, Among::Others, self.lack).0;
        }
        if self.lack.misses() > before {
            return None;
        }
        answer
            .corrections
            .extend(forms.iter().map(|used| Correction {
                typed: word.form.clone(),
                used: used.clone(),
            }));
        let is_mended = !forms.is_empty();
        if is_mended {
            looked.words[number].correct(forms);
        }
        Some(is_mended)
    }

    /// What is asked of texts; nothing while it is not known where all words stand.
    fn asked(
        &self,
        looked: &Looked,
        without: Vec<(&'a Phrase, Vec<Rc<Spread>>)>,
    ) -> Option<Asked<'a>> {
        let mut asked = Asked {
            without,
            ..Asked::default()
        };
        let mut spreads = Vec::new();
        for (word, spread) in looked.words.iter().zip(&looked.spreads) {
            if word.wanted.is_some() && spread.is_none() {
                return None;
            }
            asked.words.extend(spread.clone());
            spreads.push(spread.clone());
        }
        let mut in_phrases = spreads.into_iter().skip(self.query.words.len());
        for phrase in &self.query.phrases {
            let mut words = Vec::new();
            for spread in in_phrases.by_ref().take(phrase.forms.len()) {
                words.extend(spread);
            }
            asked.phrases.push((phrase, words));
        }
        Some(asked)
    }

    /// Puts the best pages into the answer, and how many there are.
    fn show(
        &mut self,
        looked: &Looked,
        asked: &Asked<'_>,
        found: (Ranking, Ranking),
        answer: &mut Answer,
    ) {
        let most = usize::try_from(self.question.most).unwrap_or(usize::MAX);
        let all = found.0.len() + found.1.len();
        let names = self.first(found.0, most, asked, true);
        let texts = self.first(
            found.1,
            most.saturating_sub(names.items.len()),
            asked,
            false,
        );
        let verified = names.items.len() + texts.items.len();
        let is_doubtful = !asked.without.is_empty()
            || asked
                .phrases
                .iter()
                .any(|(phrase, _)| phrase.forms.len() > 1);
        answer.at_least = is_doubtful && (names.goes_on || texts.goes_on);
        answer.total = u32::try_from(if is_doubtful { verified } else { all }).unwrap_or(u32::MAX);
        if self.question.docs {
            answer.state = State::Texts;
            let found = names.items.iter().chain(&texts.items);
            answer.docs.extend(found.map(|item| doc_of(*item)));
            return;
        }
        let mut sought = Sought {
            letters: &self.query.letters,
            beginnings: Vec::new(),
            words: asked.words.clone(),
        };
        for word in &looked.words {
            for piece in &word.pieces {
                sought.beginnings.extend_from_slice(&piece.forms);
            }
        }
        let are_there = self.show_names(&names, &sought, &mut answer.hits);
        if are_there {
            answer.state = State::Texts;
        }
        if are_there || names.items.len() <= FIRST_NAMES {
            self.show_texts(&texts, &sought, are_there, &mut answer.hits);
        }
        for word in &asked.words {
            let most = word.forms.len().min(MOST_MARKS);
            answer
                .marks
                .extend_from_slice(word.forms.get(..most).unwrap_or_default());
        }
    }

    fn first(&mut self, ranking: Ranking, most: usize, asked: &Asked<'_>, by_name: bool) -> First {
        let store = self.store;
        let most = if self.question.docs { ALL } else { most };
        first(ranking, most, store, self.lack, &mut |doc, lack| {
            let number = usize::try_from(doc).unwrap_or(usize::MAX);
            if asked.is_doubtful(number, by_name) {
                asked.verify(store, doc, by_name, lack)
            } else {
                Some(true)
            }
        })
    }

    /// Appends the hits that stand where they stay, up to the first that is missing; whether none is.
    fn show_names(&mut self, names: &First, sought: &Sought<'_>, hits: &mut Vec<Hit>) -> bool {
        let mut are_there = true;
        for (index, item) in names.items.iter().enumerate() {
            if index >= FIRST_NAMES && !are_there {
                break;
            }
            let found = ByName {
                doc: doc_of(*item),
                name: name_of(*item),
                score: 0,
            };
            let before = self.lack.misses();
            let hit = hits::by_name(self.store, found, sought, self.lack);
            are_there &= self.lack.misses() == before && index < names.settled;
            if are_there {
                hits.extend(hit);
            }
        }
        are_there
    }

    fn show_texts(
        &mut self,
        texts: &First,
        sought: &Sought<'_>,
        after_all: bool,
        hits: &mut Vec<Hit>,
    ) {
        let before_all = self.lack.misses();
        let mut is_open = after_all;
        for (index, item) in texts.items.iter().enumerate() {
            // What is in sight is read before the rest.
            if index == FIRST_TEXTS && self.lack.misses() > before_all {
                break;
            }
            let before = self.lack.misses();
            let hit = hits::by_text(self.store, doc_of(*item), sought, self.lack);
            is_open &= self.lack.misses() == before && index < texts.settled;
            if is_open {
                hits.extend(hit);
            }
        }
    }
}
