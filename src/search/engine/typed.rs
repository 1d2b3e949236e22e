//! The words of a query as they are looked for: in names and in texts, and corrected where nothing knows them.

use crate::search::engine::marks::letter_count;
use crate::search::engine::names::{Piece, blocks};
use crate::search::engine::rank::SHORTEST_BEGINNING;
use crate::search::engine::store::{Lack, Store};
use crate::search::engine::terms::{How, Wanted};
use crate::search::engine::typos::Nearest;
use crate::search::format::manifest::ByKey;
use crate::search::query::{Phrase, Query, Word};
use crate::search::words::is_unsegmented;

/// A word of a query.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    /// Its letters.
    pub(super) form: String,
    /// Whether it may be only begun.
    pub(super) begun: bool,
    /// Whether it stands in a phrase; then it is not corrected.
    pub(super) in_phrase: bool,
    /// What to look for in names: all of them.
    pub(super) pieces: Vec<Piece>,
    /// What to look for in texts; nothing while too little of it is typed.
    pub(super) wanted: Option<Wanted>,
}

/// The words that pages must have; those of phrases last.
pub(super) fn words(query: &Query) -> Vec<Typed> {
    let mut words: Vec<Typed> = query.words.iter().map(Typed::word).collect();
    query.phrases.iter().for_each(|one| phrase(one, &mut words));
    words
}

/// Appends the words of a phrase.
pub(super) fn phrase(phrase: &Phrase, words: &mut Vec<Typed>) {
    for (number, (behind, form)) in phrase.forms.iter().enumerate() {
        let begun = phrase.begun && number + 1 == phrase.forms.len();
        let how = if begun { How::Begun } else { How::Exactly };
        words.push(Typed {
            form: form.clone(),
            begun,
            in_phrase: true,
            pieces: vec![piece(form, begun, *behind)],
            wanted: is_long_enough(form, begun).then(|| wanted(form, how)),
        });
    }
}

/// A word that pages must not have.
pub(super) fn without(word: &Word) -> (Piece, Wanted) {
    let parts = word.parts.clone();
    let wanted = wanted(&word.form, How::Stem);
    (piece(&word.form, false, 0), Wanted { parts, ..wanted })
}

impl Typed {
    fn word(word: &Word) -> Typed {
        let how = if word.begun { How::Begun } else { How::Whole };
        let whole = [word.form.clone()];
        let in_names = if word.parts.is_empty() {
            &whole[..]
        } else {
            &word.parts
        };
        Typed {
            form: word.form.clone(),
            begun: word.begun,
            in_phrase: false,
            // In names an earlier word may be only begun too, `coop jackson`: there are few of them.
            pieces: in_names.iter().map(|form| piece(form, true, 0)).collect(),
            wanted: is_long_enough(&word.form, word.begun).then(|| Wanted {
                parts: word.parts.clone(),
                ..wanted(&word.form, how)
            }),
        }
    }

    /// Looks for other words in its place.
    pub(super) fn correct(&mut self, forms: Vec<String>) {
        self.wanted = Some(Wanted {
            forms: forms.clone(),
            how: How::Stem,
            ..Wanted::default()
        });
        self.pieces = vec![Piece {
            forms,
            corrected: true,
            ..Piece::default()
        }];
    }
}

fn piece(form: &str, begun: bool, follows: u32) -> Piece {
    Piece {
        forms: vec![form.to_owned()],
        begun,
        follows,
        ..Piece::default()
    }
}

fn wanted(form: &str, how: How) -> Wanted {
    Wanted {
        forms: vec![form.to_owned()],
        how,
        ..Wanted::default()
    }
}

/// Whether enough of a word is typed to look for it in texts.
fn is_long_enough(form: &str, begun: bool) -> bool {
    !begun || form.starts_with(is_unsegmented) || letter_count(form) >= SHORTEST_BEGINNING
}

/// Which words of the vocabulary are looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// Those with the same first letter: seldom is that the error.
    FirstLetter,
    /// All others, those with the second letter first: the first one may be left out or have changed places with it.
    Others,
}

/// The words nearest to one that nothing knows, and whether they are surely meant; none either where a block is missing.
pub(super) fn nearest(
    store: &Store,
    word: &Typed,
    among: Among,
    lack: &mut Lack,
) -> (Vec<String>, bool) {
    let Some(mut nearest) = Nearest::new(&word.form, word.begun) else {
        return (Vec::new(), false);
    };
    let mut letters = word.form.char_indices().skip(1).map(|(at, _)| at);
    let (first, second) = (letters.next().unwrap_or(0), letters.next().unwrap_or(0));
    let beginnings = match among {
        Among::FirstLetter => [0..first, 0..first],
        Among::Others => [first..second, 0..0],
    };
    for beginning in beginnings {
        let before = lack.misses();
        let beginning = word.form.get(beginning).unwrap_or_default();
        for part in &store.manifest.parts {
            search(store, &part.vocabulary, beginning, &mut nearest, lack);
        }
        if lack.misses() > before {
            return (Vec::new(), false);
        }
        if among == Among::FirstLetter || !nearest.is_empty() {
            break;
        }
    }
    let is_sure = nearest.is_sure();
    (nearest.found(), is_sure)
}

fn search(store: &Store, family: &ByKey, beginning: &str, nearest: &mut Nearest, lack: &mut Lack) {
    for block in blocks(family, beginning, true, u32::MAX) {
        if let Some(words) = store.vocabulary(family.blocks[block].place, lack) {
            nearest.search(words);
        }
    }
}
