//! Abbreviations and slips: `plcoop` for `platform cooperativism`, `mutal` for `mutual`. The only file that names `fuzzy_matcher`.

use std::fmt;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Shorter abbreviations fit nearly every name.
const SHORTEST: usize = 2;

/// Longer ones are no abbreviations, and the matcher's work grows with both lengths.
const LONGEST: usize = 40;

/// Names longer than this are cut off by the matcher's own limits; they are sentences, not names.
const LONGEST_NAME: usize = 200;

/// Letters from the middle of one word count from this length, and only in one piece: `dao` finds `AssangeDAO`. At 1,
/// each single letter would find nearly every name.
const SHORTEST_MIDDLE: usize = 3;

/// What the matcher gives for a letter in the worst case that passes the runs, and in the best: quality lies between.
const LETTER_SCORES: (i64, i64) = (10, 27);

/// Finds abbreviations in folded names.
pub struct Fuzzy(SkimMatcherV2);

impl fmt::Debug for Fuzzy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fuzzy")
    }
}

impl Default for Fuzzy {
    fn default() -> Fuzzy {
        // Both sides are folded already.
        Fuzzy(SkimMatcherV2::default().respect_case())
    }
}

/// How well an abbreviation fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// 0 to 100.
    pub quality: u32,
    /// The numbers of the name's letters that it matched.
    pub letters: Vec<usize>,
}

impl Fuzzy {
    /// Whether `letters` (folded, without spaces) abbreviate `name` (folded), and how well.
    pub fn fit(&self, name: &str, letters: &str) -> Option<Fit> {
        let length = letters.chars().count();
        let sound = (SHORTEST..=LONGEST).contains(&length) && name.len() <= LONGEST_NAME;
        if !sound || !holds_in_order(name, letters) {
            return None;
        }
        let (score, indices) = self.0.fuzzy_indices(name, letters)?;
        let (worst, best) = LETTER_SCORES;
        let for_a_letter = (score / i64::try_from(length).ok()?).clamp(worst, best);
        let quality = (for_a_letter - worst) * 100 / (best - worst);
        let meant = are_runs(name, &indices) || misses_little(name, &indices);
        meant.then_some(Fit {
            quality: u32::try_from(quality).ok()?,
            letters: indices,
        })
    }
}

/// Whether the letters fall as people abbreviate: in runs that each begin a word, or in one long piece. Without this,
/// letters scattered over a name count, such as `dao` in `Dual power`.
fn are_runs(name: &str, indices: &[usize]) -> bool {
    let name: Vec<char> = name.chars().collect();
    let starts_a_word = |i: usize| i == 0 || name.get(i - 1) == Some(&' ');
    let mut runs = indices.chunk_by(|a, b| a + 1 == *b);
    let in_one_piece = indices.len() >= SHORTEST_MIDDLE && runs.clone().count() == 1;
    in_one_piece || runs.all(|run| run.first().is_some_and(|first| starts_a_word(*first)))
}

/// Whether the letters are one stretch from a word's start with a letter left out: `mutal` for `mutual`. Two letters may
/// be missing from eight on, as in `coperatve`; none from fewer than four, which fit too much.
fn misses_little(name: &str, indices: &[usize]) -> bool {
    let (Some(first), Some(last)) = (indices.first(), indices.last()) else {
        return false;
    };
    let missing = last + 1 - first - indices.len();
    let allowed = match indices.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let before = first.checked_sub(1).and_then(|at| name.chars().nth(at));
    missing <= allowed && before.is_none_or(|letter| letter == ' ')
}

/// A cheap first look that spares the matcher most names.
fn holds_in_order(name: &str, letters: &str) -> bool {
    let mut rest = name.chars();
    letters.chars().all(|letter| rest.any(|c| c == letter))
}

#[cfg(test)]
mod tests {
    use super::Fuzzy;

    fn check(name: &str, letters: &str, expect: bool) {
        let fit = Fuzzy::default().fit(name, letters);
        assert_eq!(fit.is_some(), expect, "{letters} in {name}: {fit:?}");
    }

    #[test]
    fn abbreviations_are_found() {
        check("platform cooperativism", "plcoop", true);
        check("dual power", "dp", true);
        check("community land trust", "clt", true);
        check("cooperation jackson", "cjack", true);
        check("digital dual power", "digpow", true);
    }

    #[test]
    fn a_letter_left_out_is_forgiven_in_a_word_of_four_or_more() {
        check("mutual aid", "mutal", true);
        check("the commons", "comons", true);
        check("cooperative economy", "coperatve", true);
        check("mutual aid", "mul", false);
        check("cooperative economy", "cprtv", false);
    }

    #[test]
    fn letters_scattered_over_a_name_are_not() {
        check("platform can do", "land", false);
        check("decentralized governance", "dance", false);
        check("technological sovereignty", "tool", false);
        check("abc", "abd", false);
        check("abc", "a", false);
    }
}
