//! Pages by their names: titles, aliases, synonyms.

use crate::search::engine::rank::{
    ALIAS_COST, BEGUN_INITIALS, COVERAGE, EXACT, IN_ORDER, INITIALS, LARGEST_NAMES, PREFIX,
    SYNONYM_COST, TYPO_COST, WORDS, sorted,
};
use crate::search::engine::store::{Lack, Store};
use crate::search::format::manifest::ByKey;
use crate::search::format::names::{InName, NameBlock, NameWord, Role, Sort};

/// A word to look for in names.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// What it may be there: itself, or its corrections, the likeliest first.
    pub(super) forms: Vec<String>,
    /// Whether names' words may go on behind it.
    pub(super) begun: bool,
    /// Whether it was corrected.
    pub(super) corrected: bool,
    /// How many places it must stand behind the piece before; 0 where it may stand anywhere.
    pub(super) follows: u32,
}

/// A page with the best of its names that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ByName {
    pub(super) doc: u32,
    /// Which of its names: 0 the title, then aliases, then synonyms.
    pub(super) name: u8,
    pub(super) score: u32,
}

/// That a piece stands in a name.
#[derive(Debug, Clone, Copy)]
struct Found {
    piece: usize,
    at: InName,
    /// How much of the name's word it is, of [`COVERAGE`].
    covered: u32,
    /// What it loses for being a correction.
    cost: u32,
}

/// The pages with a name that has all `pieces`, and for each piece whether any name has it. `letters` are those of all
/// pieces, where they may be written together.
pub(super) fn find(
    store: &Store,
    pieces: &[Piece],
    letters: Option<&str>,
    lack: &mut Lack,
) -> (Vec<ByName>, Vec<bool>) {
    let mut found = Vec::new();
    let mut known = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        let before = found.len();
        look_up(store, (number, piece), &mut found, lack);
        known.push(found.len() > before);
    }
    if let Some(letters) = letters.filter(|_| pieces.len() > 1) {
        let whole = Piece {
            forms: vec![letters.to_owned()],
            begun: true,
            ..Piece::default()
        };
        look_up(store, (pieces.len(), &whole), &mut found, lack);
    }
    (best(pieces, &found), known)
}

/// Appends where the forms of a piece stand.
fn look_up(store: &Store, piece: (usize, &Piece), found: &mut Vec<Found>, lack: &mut Lack) {
    let (number, piece) = piece;
    for (rank, form) in (1..).zip(&piece.forms) {
        let cost = if piece.corrected { TYPO_COST * rank } else { 0 };
        for_each_word(store, form, piece.begun, lack, &mut |part, block, word| {
            let covered = share(form.len(), word.form.len());
            for at in block.list(word).unwrap_or_default() {
                found.extend(store.doc(part, at.doc).map(|doc| Found {
                    piece: number,
                    at: InName { doc, ..at },
                    covered,
                    cost,
                }));
            }
        });
    }
}

/// Hands over the words of names that are `form`, or begin with it.
fn for_each_word(
    store: &Store,
    form: &str,
    begun: bool,
    lack: &mut Lack,
    found: &mut dyn FnMut(usize, &NameBlock, &NameWord),
) {
    for (part, families) in store.manifest.parts.iter().enumerate() {
        for block in blocks(&families.names, form, begun, LARGEST_NAMES) {
            let Some(block) = store.names(families.names.blocks[block].place, lack) else {
                continue;
            };
            let first = block
                .words
                .partition_point(|word| word.form.as_str() < form);
            let fits =
                |word: &&NameWord| word.form == form || (begun && word.form.starts_with(form));
            for word in block.words[first..].iter().take_while(fits) {
                found(part, block, word);
            }
        }
    }
}

/// The numbers of the blocks to look into for a word, or for those that begin with it where these take no more than so
/// many bytes.
pub(super) fn blocks(
    family: &ByKey,
    form: &str,
    begun: bool,
    largest: u32,
) -> std::ops::Range<usize> {
    let only = family.find(form).map_or(0..0, |block| block..block + 1);
    if !begun {
        return only;
    }
    let all = family.holding(form);
    let lengths = family.blocks[all.clone()]
        .iter()
        .map(|b| u64::from(b.place.length));
    if lengths.sum::<u64>() > u64::from(largest) {
        only
    } else {
        all
    }
}

/// For each page the best of its names that has all pieces.
fn best(pieces: &[Piece], found: &[Found]) -> Vec<ByName> {
    let mut order = Vec::new();
    for (found, index) in found.iter().zip(0..) {
        order.push((
            u64::from(found.at.doc) << 8 | u64::from(found.at.name),
            index,
        ));
    }
    let mut best: Vec<ByName> = Vec::new();
    for group in sorted(order).chunk_by(|a, b| a.0 == b.0) {
        let mut here: Vec<&Found> = Vec::new();
        for (_, index) in group {
            here.extend(
                usize::try_from(*index)
                    .ok()
                    .and_then(|index| found.get(index)),
            );
        }
        let group = here;
        let (Some(score), Some(first)) = (score(pieces, &group), group.first()) else {
            continue;
        };
        let by_name = ByName {
            doc: first.at.doc,
            name: first.at.name,
            score,
        };
        match best.last_mut() {
            Some(last) if last.doc == by_name.doc => {
                if last.score <= score {
                    *last = by_name;
                }
            }
            _other => best.push(by_name),
        }
    }
    best
}

/// How well one name fits.
fn score(pieces: &[Piece], group: &[&Found]) -> Option<u32> {
    let as_written = group.iter().filter_map(|found| alone(pieces, found));
    let best = as_written.max().max(together(pieces, group))?;
    Some(match group.first()?.at.sort {
        Sort::Title => best,
        Sort::Alias => best.saturating_sub(ALIAS_COST),
        // One that only begins so is no better than a title that has the words.
        Sort::Synonym if (PREFIX..EXACT - COVERAGE).contains(&best) => {
            best - (PREFIX - WORDS) - SYNONYM_COST
        }
        Sort::Synonym => best.saturating_sub(SYNONYM_COST),
    })
}

/// How well a name fits that one piece stands for as a whole: by all its letters, or by its initials.
fn alone(pieces: &[Piece], found: &Found) -> Option<u32> {
    let is_whole_query = pieces.len() == 1 || found.piece == pieces.len();
    if !is_whole_query || pieces.iter().any(|piece| piece.follows > 0) {
        return None;
    }
    let tier = match found.at.role {
        Role::Joined => by_letters(found),
        Role::Word if found.at.of == 1 => by_letters(found),
        Role::Initials if found.piece == 0 && fits_initials(&pieces[0], found) => INITIALS,
        Role::Word | Role::Initials => return None,
    };
    Some((tier + found.covered).saturating_sub(found.cost))
}

fn by_letters(found: &Found) -> u32 {
    if found.covered == COVERAGE {
        EXACT
    } else {
        PREFIX
    }
}

fn fits_initials(piece: &Piece, found: &Found) -> bool {
    let long_enough = |form: &String| form.len() >= BEGUN_INITIALS;
    found.covered == COVERAGE || piece.forms.iter().any(long_enough)
}

/// How well a name fits that has each piece as a word.
fn together(pieces: &[Piece], group: &[&Found]) -> Option<u32> {
    let first = group.first()?;
    let mut covered = 0;
    let mut cost = 0;
    // Where the pieces so far can end if each follows the one before: from the name's beginning, or from anywhere.
    let (mut from_start, mut in_order, mut in_phrase) = (1_u64 << 63, u64::MAX, u64::MAX);
    let mut all_exact = true;
    for (number, piece) in pieces.iter().enumerate() {
        let fits = |found: &&&Found| found.piece == number && found.at.role == Role::Word;
        let here = group.iter().filter(fits);
        let closest = here
            .clone()
            .max_by_key(|found| (found.covered * COVERAGE).saturating_sub(found.cost))?;
        covered += closest.covered;
        cost += closest.cost;
        let is_exact = closest.covered == COVERAGE;
        all_exact &= is_exact;
        let places = here.fold(0, |places, found| places | 1_u64 << found.at.place.min(62));
        from_start = from_start.rotate_left(1) & places;
        in_order = in_order.rotate_left(1) & places;
        in_phrase = match piece.follows {
            0 => places,
            places_behind => in_phrase.rotate_left(places_behind) & places,
        };
        if in_phrase == 0 {
            return None;
        }
        // A word before the last one that is only begun was hardly typed to go on.
        if !is_exact && number + 1 < pieces.len() {
            from_start = 0;
        }
    }
    let of = u32::from(first.at.of.max(1));
    let is_all = all_exact && pieces.len() == usize::from(first.at.of);
    let tier = match (from_start != 0, in_order != 0) {
        (true, _) if is_all => EXACT,
        (true, _) => PREFIX,
        (false, true) if pieces.len() > 1 => WORDS + IN_ORDER,
        (false, _) => WORDS,
    };
    Some((tier + (covered / of).min(COVERAGE)).saturating_sub(cost))
}

/// What part of `whole` is `part`, of [`COVERAGE`].
fn share(part: usize, whole: usize) -> u32 {
    let whole = u32::try_from(whole).unwrap_or(u32::MAX).max(1);
    u32::try_from(part).unwrap_or(0).min(whole) * COVERAGE / whole
}
