//! Every number that decides an order, with its reason.
//!
//! Names and texts are two lists, one above the other, so their scores are never compared.

// Names: the sum of a tier, what is covered, and what is lost.

/// The whole name was typed: whoever types a name wants that page before any other.
pub(super) const EXACT: u32 = 1000;
/// The name begins with what was typed: it is being typed. Below `EXACT` so that `DAO` comes before `DAO tooling`.
pub(super) const PREFIX: u32 = 800;
/// Each typed word begins a word of the name: `jackson` for `Cooperation Jackson`. At `PREFIX`, `power` would show
/// `Counter-power` before `Power to the people`.
pub(super) const WORDS: u32 = 600;
/// The first letters of the name's words, `clt`. Below `WORDS`, as a word that is there says more than letters that fit.
pub(super) const INITIALS: u32 = 450;
/// Runs of letters that abbreviate the name, `plcoop`. Below `INITIALS`: they fit more names.
pub(super) const FUZZY: u32 = 300;
/// What a perfect abbreviation gains over the worst that still counts. Less than the distance of two tiers.
pub(super) const FUZZY_QUALITY: u32 = 90;
/// What a name gains for being covered whole, in proportion; at 0, `commons` would show long names before `Commoning`.
/// Less than the distance of two tiers.
pub(super) const COVERAGE: u32 = 100;
/// What words gain that follow one another as typed: `land trust` means `Community land trust` before `Trust for land`.
/// Less than what one word more or less of coverage makes.
pub(super) const IN_ORDER: u32 = 20;
/// What an alias loses against a title: between two exact names the title wins. Less than the distance of two tiers.
pub(super) const ALIAS_COST: u32 = 40;
/// What a synonym loses: other people's word for it, weaker than a name of its own.
pub(super) const SYNONYM_COST: u32 = 70;
/// What a word that was corrected loses; the first candidate loses it once, the second twice. Little, as all names are
/// found by corrections where one is; it only tells candidates apart.
pub(super) const TYPO_COST: u32 = 15;
/// Letters from which the beginning of initials counts: `ddp` of `ddpc`. Fewer begin nearly every name's initials.
pub(super) const BEGUN_INITIALS: usize = 3;

// Texts: for each word its rarity times its points times how well the form fits; the sum is raised by nearness.

/// Points of a word in the title. The title says what the page is about; the prose can never outweigh it.
pub(super) const IN_TITLE: u32 = 48;
/// Points in an alias or synonym: nearly as much.
pub(super) const IN_NAMES: u32 = 40;
/// Points in the summary or tags: the page in one sentence.
pub(super) const IN_SUMMARY: u32 = 24;
/// Points in a heading: a part of the page is about it.
pub(super) const IN_HEADING: u32 = 16;
/// Points for prose that is full of the word. Half of it is reached at one passage, two thirds at two: a second mention
/// says much less than the first, and long pages do not win by length.
pub(super) const IN_BODY: u32 = 32;

/// Points for each passage that holds any form of the word, beyond those of the best form: of two pages that say it once
/// as typed, the one that says it again in another form comes first. More, and long pages would win by length.
pub(super) const IN_PASSAGE: u32 = 8;

/// How well a form fits, of 16: as typed.
pub(super) const AS_TYPED: u32 = 16;
/// Another form of the same stem: what is meant, in other words.
pub(super) const SAME_STEM: u32 = 11;
/// A word that begins with what was typed: perhaps what is being typed.
pub(super) const COMPLETED: u32 = 8;
/// Another form of such a word's stem.
pub(super) const COMPLETED_STEM: u32 = 5;
/// A correction; the second and third candidate fit less, see [`CORRECTED_LESS`].
pub(super) const CORRECTED: u32 = 12;
/// What each later candidate loses.
pub(super) const CORRECTED_LESS: u32 = 2;
/// Parts of a compound that stand together, `counter power` for `counter-power`, fit as well as the compound but for this.
pub(super) const APART_LESS: u32 = 2;

/// All words in one passage: they speak of one thing. Sixteenths of the score.
pub(super) const SAME_PASSAGE: u32 = 8;
/// All words in passages side by side. Sixteenths of the score.
pub(super) const NEAR_PASSAGE: u32 = 4;

// What is left out because it would cost more than it gives.

/// Letters from which a beginning is looked for in the texts: fewer begin too many words.
pub(super) const SHORTEST_BEGINNING: usize = 3;
/// A beginning whose words take more compressed bytes of lists than this is looked for as a word only: to read them all
/// would cost more than the whole answer may.
pub(super) const LARGEST_TERMS: u32 = 40_000;
/// The same for words of names.
pub(super) const LARGEST_NAMES: u32 = 40_000;
/// Equal scores are ordered by address, as readers expect, where the addresses of so many pages decide it; more stay in
/// the order of their numbers, as their records would all have to be read first.
pub(super) const MOST_TIES: usize = 8;
/// Names that are read before any others: on a slow link the rest would only hold up what stands in sight.
pub(super) const FIRST_NAMES: usize = 6;
/// Texts that are read before any others: what stands in sight.
pub(super) const FIRST_TEXTS: usize = 3;
/// Candidates of a phrase that are read at once.
pub(super) const BATCH: usize = 8;

/// How rare a word is: sixteenths of the binary logarithm of all docs by those that hold it. At least one sixteenth, so
/// that a word which stands everywhere still counts where it stands in the title.
pub(super) fn rarity(docs: u32, of: u32) -> u32 {
    1 + log2_16(of + 1).saturating_sub(log2_16(docs))
}

/// Sixteen times the binary logarithm, straight between the powers of two.
fn log2_16(number: u32) -> u32 {
    let number = u64::from(number.max(1));
    let whole = number.ilog2();
    let rest = (number << 4 >> whole) - 16;
    whole * 16 + u32::try_from(rest).unwrap_or(0)
}

/// Points for prose that holds a word in so many passages.
pub(super) fn body_points(passages: u32) -> u32 {
    IN_BODY * passages / (passages + 1)
}

/// What is ranked, best first: the only sort of the engine, as each further one weighs a kilobyte. A heap, because of ten
/// thousand only the first ten are asked for.
///
/// An item is a key and what belongs to it; larger keys come first, then larger values.
#[derive(Debug, Default)]
pub(super) struct Ranking(Vec<(u64, u64)>);

impl Ranking {
    pub(super) fn new(items: Vec<(u64, u64)>) -> Ranking {
        let mut ranking = Ranking(items);
        for at in (0..ranking.0.len() / 2).rev() {
            ranking.sink(at);
        }
        ranking
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn peek(&self) -> Option<(u64, u64)> {
        self.0.first().copied()
    }

    pub(super) fn pop(&mut self) -> Option<(u64, u64)> {
        let first = self.peek()?;
        let last = self.0.pop()?;
        if let Some(top) = self.0.first_mut() {
            *top = last;
            self.sink(0);
        }
        Some(first)
    }

    /// Moves an item down until none below it is larger.
    fn sink(&mut self, mut at: usize) {
        loop {
            let (left, right) = (2 * at + 1, 2 * at + 2);
            let larger = if self.0.get(right) > self.0.get(left) {
                right
            } else {
                left
            };
            if self.0.get(larger) <= self.0.get(at) {
                return;
            }
            self.0.swap(at, larger);
            at = larger;
        }
    }
}

/// The items from the largest key to the smallest.
pub(super) fn sorted(items: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    let mut ranking = Ranking::new(items);
    std::iter::from_fn(|| ranking.pop()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert_eq, proptest};

    use super::{body_points, log2_16, rarity, sorted};

    proptest! {
        #[test]
        fn the_largest_comes_first(mut items: Vec<(u64, u64)>) {
            let got = sorted(items.clone());
            items.sort_by(|a, b| b.cmp(a));
            prop_assert_eq!(got, items);
        }
    }

    #[test]
    fn logarithms_are_those_of_whole_numbers_and_between() {
        let check = |number, expect| assert_eq!(log2_16(number), expect, "{number}");
        check(0, 0);
        check(1, 0);
        check(2, 16);
        check(3, 24);
        check(1024, 160);
        check(u32::MAX, 511);
    }

    #[test]
    fn rare_words_count_more_and_none_counts_nothing() {
        assert!(rarity(1, 1000) > rarity(10, 1000));
        assert_eq!(rarity(1000, 1000), 1);
        assert_eq!(rarity(2000, 1000), 1);
    }

    #[test]
    fn a_second_mention_says_less_than_the_first() {
        assert_eq!([0, 1, 2, 3].map(body_points), [0, 16, 21, 24]);
    }
}
