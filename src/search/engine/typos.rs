//! Words near a typed one, by edit distance on the vocabulary.
//!
//! The vocabulary is sorted, so a word shares its beginning with the one before, and with it the rows of the distance
//! table: as on a trie, only what differs is computed, and what is too far away already is passed over.

use crate::search::format::vocabulary::Known;

/// From so many letters a word may have one error: nearly every shorter one has a neighbour that means something else.
const ONE_FROM: usize = 4;
/// From so many letters it may have two.
const TWO_FROM: usize = 8;
/// How many candidates are searched for at once; more would drown what was meant.
const MOST: usize = 3;

/// A search for the words nearest to one.
pub(super) struct Nearest {
    typed: Vec<char>,
    /// Whether the beginnings of words count too.
    begun: bool,
    most_errors: u8,
    /// The best so far, best first.
    found: Vec<Candidate>,
    /// The letters of the last word, as far as they were looked at.
    path: Vec<char>,
    /// For each of its beginnings, the empty one first, the distances to all beginnings of the typed word.
    rows: Vec<u8>,
    /// For each of its beginnings the least distance of the whole typed word to it or a shorter one.
    least: Vec<u8>,
}

/// A word that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    errors: u8,
    /// Whether only its beginning is near.
    is_longer: bool,
    /// Larger for rarer words.
    rareness: u8,
    form: String,
}

impl Nearest {
    /// A search for words near `typed`; nothing where it is too short to be corrected.
    pub(super) fn new(typed: &str, begun: bool) -> Option<Nearest> {
        let typed: Vec<char> = typed.chars().collect();
        if typed.len() < ONE_FROM {
            return None;
        }
        let first_row = (0..).take(typed.len() + 1);
        Some(Nearest {
            most_errors: if typed.len() < TWO_FROM { 1 } else { 2 },
            rows: first_row.collect(),
            least: vec![u8::try_from(typed.len()).unwrap_or(u8::MAX)],
            found: Vec::new(),
            path: Vec::new(),
            typed,
            begun,
        })
    }

    /// The words that were found: equally near ones, the most common first.
    pub(super) fn found(self) -> Vec<String> {
        let words = self.found.into_iter();
        words.map(|candidate| candidate.form).collect()
    }

    /// Looks through sorted words.
    pub(super) fn search(&mut self, words: &[Known]) {
        for known in words {
            self.look_at(known);
        }
    }

    fn look_at(&mut self, known: &Known) {
        let mut letters = known.form.chars();
        let mut depth = 0;
        while let Some(same) = self.path.get(depth) {
            if letters.clone().next() != Some(*same) {
                break;
            }
            letters.next();
            depth += 1;
        }
        // Rows reach one step beyond the path only where it was given up there.
        let is_dead = depth == self.path.len() && self.is_too_far(depth);
        let whole = if is_dead {
            None
        } else {
            self.path.truncate(depth);
            self.walk(letters)
        };
        self.keep(known, whole);
    }

    /// Follows the rest of a word; the distance to all of it, where that is not too far.
    fn walk(&mut self, letters: impl Iterator<Item = char>) -> Option<u8> {
        for letter in letters {
            if self.is_too_far(self.path.len()) {
                return None;
            }
            self.step(letter);
        }
        let last = self.row(self.path.len()).last();
        last.copied().filter(|errors| *errors <= self.most_errors)
    }

    fn row(&self, depth: usize) -> &[u8] {
        let width = self.typed.len() + 1;
        self.rows
            .get(depth * width..(depth + 1) * width)
            .unwrap_or(&[])
    }

    fn is_too_far(&self, depth: usize) -> bool {
        self.row(depth)
            .iter()
            .all(|errors| *errors > self.most_errors)
    }

    /// One letter more: the next row of the table, where two letters that changed places are one error.
    fn step(&mut self, letter: char) {
        let depth = self.path.len();
        let width = self.typed.len() + 1;
        self.rows.truncate((depth + 1) * width);
        self.least.truncate(depth + 1);
        let before = depth * width;
        let mut left = u8::try_from(depth + 1).unwrap_or(u8::MAX);
        self.rows.push(left);
        for at in 1..width {
            let typed = self.typed[at - 1];
            let replaced = self.rows[before + at - 1].saturating_add(u8::from(typed != letter));
            let missing = self.rows[before + at].min(left).saturating_add(1);
            left = replaced.min(missing);
            let changed_places = at > 1 && depth > 0 && typed == self.path[depth - 1];
            if changed_places && self.typed[at - 2] == letter {
                left = left.min(self.rows[before - width + at - 2].saturating_add(1));
            }
            self.rows.push(left);
        }
        self.least.push(self.least[depth].min(left));
        self.path.push(letter);
    }

    fn keep(&mut self, known: &Known, whole: Option<u8>) {
        let beginning = self.least.get(self.path.len()).copied();
        let beginning = beginning.filter(|errors| self.begun && *errors <= self.most_errors);
        let best = match (whole, beginning) {
            (Some(whole), Some(beginning)) if beginning < whole => (beginning, true),
            (Some(whole), _) => (whole, false),
            (None, Some(beginning)) => (beginning, true),
            (None, None) => return,
        };
        let candidate = Candidate {
            errors: best.0,
            is_longer: best.1,
            rareness: u8::MAX - known.weight,
            form: known.form.clone(),
        };
        self.insert(candidate);
    }

    fn insert(&mut self, candidate: Candidate) {
        let class = |c: &Candidate| (c.errors, c.is_longer);
        // The same word may stand in the vocabulary of each part.
        let is_known = self.found.iter().any(|known| known.form == candidate.form);
        let first = self.found.first().map(class);
        if is_known || first.is_some_and(|first| first < class(&candidate)) {
            return;
        }
        if first.is_some_and(|first| first > class(&candidate)) {
            self.found.clear();
        }
        self.most_errors = self.most_errors.min(candidate.errors);
        let at = self.found.partition_point(|known| *known < candidate);
        self.found.insert(at, candidate);
        self.found.truncate(MOST);
    }

    /// Whether what was found is hardly anything else than what was meant: a whole word with one error.
    pub(super) fn is_sure(&self) -> bool {
        let first = self.found.first();
        first.is_some_and(|first| first.errors == 1 && !first.is_longer)
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::btree_set;
    use proptest::{prop_assert_eq, proptest};

    use super::{Known, Nearest};

    fn known(forms: &[&str]) -> Vec<Known> {
        let mut words: Vec<Known> = forms
            .iter()
            .map(|form| {
                let (form, weight) = form.split_once('=').unwrap_or((form, "0"));
                Known {
                    form: form.to_owned(),
                    weight: weight.parse().expect("a number"),
                }
            })
            .collect();
        words.sort();
        words
    }

    /// A typed word with `…` may be only begun.
    fn check(typed: &str, words: &[&str], expect: &[&str]) {
        let (form, begun) = match typed.strip_suffix('…') {
            Some(form) => (form, true),
            None => (typed, false),
        };
        let found = Nearest::new(form, begun).map(|mut nearest| {
            nearest.search(&known(words));
            nearest.found()
        });
        assert_eq!(found.unwrap_or_default(), expect, "{typed}");
    }

    #[test]
    fn one_error_from_four_letters_and_two_from_eight() {
        check("lnad", &["land", "lend"], &["land"]);
        check("mutal", &["mutual", "metal"], &["metal", "mutual"]);
        check("lan", &["land"], &[]);
        check("coprative", &["cooperative"], &["cooperative"]);
        check("coprtive", &["cooperative"], &[]);
        check("asambly", &["assembly"], &[]);
    }

    #[test]
    fn letters_that_changed_places_are_one_error() {
        check("comomns", &["commons"], &["commons"]);
        check("ocmmons", &["commons"], &["commons"]);
        check("comomsn", &["commons"], &[]);
        check("coperatvie", &["cooperative"], &["cooperative"]);
    }

    #[test]
    fn the_nearest_come_first_then_whole_words_then_common_ones() {
        check(
            "lard",
            &["land=3", "lord=5", "hard=1", "larder=9"],
            &["lord", "land", "hard"],
        );
        check("lard…", &["lord=1", "lands=9", "larks=9"], &["lord"]);
        check("commuxns", &["communs", "commons=7"], &["communs"]);
        check(
            "cooperatv…",
            &["cooperation=1", "cooperatives=4", "cop"],
            &["cooperatives", "cooperation"],
        );
    }

    #[test]
    fn other_alphabets_count_by_letters() {
        check("совты", &["советы"], &["советы"]);
        check("савет", &["совет", "сват"], &["совет"]);
    }

    /// By the book, without sharing and without giving up.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (i, 0) => i,
                    (0, j) => j,
                    (i, j) => {
                        let same = usize::from(a[i - 1] != b[j - 1]);
                        let mut least = (table[i - 1][j - 1] + same)
                            .min(table[i - 1][j] + 1)
                            .min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_least_distance_is_found(typed in "[abc]{4,9}", begun in proptest::bool::ANY, words in btree_set("[abc]{1,9}", 1..40)) {
            let letters: Vec<char> = typed.chars().collect();
            let most = if letters.len() < 8 { 1 } else { 2 };
            let errors = |word: &str| {
                let word: Vec<char> = word.chars().collect();
                let ends = if begun { 0..=word.len() } else { word.len()..=word.len() };
                ends.map(|end| distance(&letters, &word[..end])).min().unwrap_or(99)
            };
            let least = words.iter().map(|word| errors(word)).min().filter(|least| *least <= most);
            let forms: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut nearest = Nearest::new(&typed, begun).expect("long enough");
            nearest.search(&known(&forms));
            let found = nearest.found();
            prop_assert_eq!(found.first().map(|word| errors(word)), least);
        }
    }
}
