//! Names that a word abbreviates by runs of letters: `plcoop` for `Platform cooperativism`.

use crate::search::engine::hits::name;
use crate::search::engine::names::{self, ByName, Piece};
use crate::search::engine::rank::{FUZZY, FUZZY_QUALITY};
use crate::search::engine::store::{Lack, Store};
use crate::search::fold::fold;
use crate::search::fuzzy::fit;

/// Longer words are no abbreviations.
const LONGEST: usize = 12;
/// Shorter runs at the end fit too many names: their blocks would all have to be read.
const SHORTEST_END: usize = 2;
/// As many records are looked at.
const MOST: usize = 12;

/// The pages with a name that `letters` abbreviate.
pub(super) fn find(store: &Store, letters: &str, lack: &mut Lack) -> Vec<ByName> {
    if letters.len() > LONGEST || !letters.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<ByName> = Vec::new();
    for start in 1..letters.len().saturating_sub(SHORTEST_END - 1) {
        let (Some(rest), Some(end)) = (letters.get(..start), letters.get(start..)) else {
            continue;
        };
        for candidate in candidates(store, rest, end, lack) {
            if !found.iter().any(|known| known.doc == candidate.doc) {
                found.push(candidate);
            }
        }
    }
    found.truncate(MOST);
    let fitting = found.into_iter().filter_map(|candidate| {
        let record = store.record(candidate.doc, lack)?;
        let name = name(record, candidate.name)?;
        let fit = fit(&fold(name), letters)?;
        // What the name's sort takes off shows in the score that the words had.
        Some(ByName {
            score: FUZZY + fit.quality * FUZZY_QUALITY / 100,
            ..candidate
        })
    });
    fitting.collect()
}

/// Names with a word that begins with `end`, and with one or two that begin with what stands before.
fn candidates(store: &Store, rest: &str, end: &str, lack: &mut Lack) -> Vec<ByName> {
    let piece = |form: &str| Piece {
        forms: vec![form.to_owned()],
        begun: true,
        ..Piece::default()
    };
    let before = lack.misses();
    let (ends, _) = names::find(store, &[piece(end)], None, lack);
    if ends.is_empty() || lack.misses() > before {
        return Vec::new();
    }
    if rest.len() == 1 {
        // So short a beginning fits so many words that the record tells more cheaply.
        return ends;
    }
    let mut found = names::find(store, &[piece(rest), piece(end)], None, lack).0;
    for middle in 2..rest.len().saturating_sub(1) {
        let (Some(first), Some(second)) = (rest.get(..middle), rest.get(middle..)) else {
            continue;
        };
        let pieces = [piece(first), piece(second), piece(end)];
        found.extend(names::find(store, &pieces, None, lack).0);
    }
    found
}
