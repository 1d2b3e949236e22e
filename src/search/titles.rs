//! Which pages a few typed words mean: by title and other names first, then by the words of the summary.
//!
//! [`Titles::search`] is the entry point; [`Titles::new`] folds the catalog once, so that each key stroke is cheap.
//! Ranking is the sum of the constants below and nothing else.

use std::cmp::Reverse;
use std::iter;
use std::ops::Range;

use crate::search::catalog::Row;
use crate::search::fold::{Folded, fold};
use crate::search::fuzzy::Fuzzy;

/// The whole name was typed: whoever types a name wants that page before any other.
const EXACT: u32 = 1000;
/// The name begins with what was typed: it is being typed. Below `EXACT` so that `DAO` comes before `DAO tooling`.
const PREFIX: u32 = 800;
/// Each typed word begins a word of the name: `jackson` for `Cooperation Jackson`. At `PREFIX`, `power` would show
/// `Counter-power` before `Power to the people`.
const WORDS: u32 = 600;
/// The letters abbreviate the name. Below `WORDS`: whole words say more than scattered letters.
const FUZZY: u32 = 400;
/// What a perfect abbreviation gains over the worst that still counts. Less than the distance of two tiers.
const FUZZY_QUALITY: u32 = 90;
/// Each typed word begins a word of some name or of the summary: the page is about it but is not called so. Below
/// `FUZZY`, as what is searched for here is mostly a page whose name is half known.
const SUMMARY: u32 = 200;
/// What a name gains for being covered whole, in proportion; at 0, `commons` would show long titles in alphabetical order
/// before `Commoning`. Less than the distance of two tiers.
const COVERAGE: usize = 100;
/// What an alias loses against a title: between two exact names the title wins. Less than the distance of two tiers.
const ALIAS_COST: u32 = 40;
/// What a synonym loses: other people's word for it, weaker than a name of its own.
const SYNONYM_COST: u32 = 70;

/// A search of titles: the catalog with its names folded.
#[derive(Debug)]
pub struct Titles {
    rows: Vec<Row>,
    keys: Vec<Key>,
    fuzzy: Fuzzy,
}

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// How many rows in all.
    pub total: usize,
    /// The best of them, best first.
    pub best: Vec<Hit>,
}

/// One row that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the catalog.
    pub row: usize,
    /// The sum of the constants of this file.
    pub score: u32,
    /// Which characters of the title to mark.
    pub title: Marks,
    /// The alias or synonym that was matched where the title was not, and which of its characters to mark.
    pub other_name: Option<(String, Marks)>,
    /// Which characters of the summary to mark.
    pub summary: Marks,
}

/// Ranges of characters, sorted, without overlap.
pub type Marks = Vec<Range<usize>>;

impl Titles {
    /// Folds the names of a catalog.
    pub fn new(rows: Vec<Row>) -> Titles {
        Titles {
            keys: rows.iter().map(Key::new).collect(),
            rows,
            fuzzy: Fuzzy::default(),
        }
    }

    /// The catalog.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows that `query` may mean; the best `most` of them with their marks.
    pub fn search(&self, query: &str, most: usize) -> Found {
        let query = Query::new(query);
        if query.words.is_empty() {
            return Found::default();
        }
        let ranked = self.keys.iter().enumerate();
        let mut found: Vec<Match> = ranked
            .filter_map(|(row, key)| key.rank(row, &query, &self.fuzzy))
            .collect();
        let key = |m: &Match| {
            (
                Reverse(m.score),
                &self.keys[m.row].title,
                &self.rows[m.row].address,
            )
        };
        // No two addresses are equal, so the smaller unstable sort gives one order only.
        found.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        Found {
            total: found.len(),
            best: found
                .iter()
                .take(most)
                .map(|m| self.hit(m, &query))
                .collect(),
        }
    }

    fn hit(&self, found: &Match, query: &Query) -> Hit {
        let row = &self.rows[found.row];
        let other = found.name.and_then(|name| row.other_names().nth(name));
        Hit {
            row: found.row,
            score: found.score,
            title: match other {
                None => query.marks(&row.title, &self.fuzzy),
                Some(_) => query.word_marks(&row.title),
            },
            other_name: other.map(|name| (name.to_owned(), query.marks(name, &self.fuzzy))),
            summary: query.word_marks(&row.summary),
        }
    }
}

/// A row that was found, before its marks are made.
struct Match {
    row: usize,
    score: u32,
    /// Which of [`Row::other_names`] it was found by; none for the title or the summary.
    name: Option<usize>,
}

/// What of a row is compared, folded.
#[derive(Debug)]
struct Key {
    title: String,
    /// In the order of [`Row::other_names`], each with what it loses against the title.
    others: Vec<(String, u32)>,
    summary: String,
}

impl Row {
    /// Aliases, then synonyms.
    fn other_names(&self) -> impl Iterator<Item = &str> {
        let names = self.aliases.iter().chain(&self.synonyms);
        names.map(String::as_str)
    }
}

impl Key {
    fn new(row: &Row) -> Key {
        let costs = (row.aliases.iter().map(|_| ALIAS_COST)).chain(iter::repeat(SYNONYM_COST));
        Key {
            title: fold(&row.title),
            others: row.other_names().map(fold).zip(costs).collect(),
            summary: fold(&row.summary),
        }
    }

    /// The best way in which the query may mean this row.
    fn rank(&self, row: usize, query: &Query, fuzzy: &Fuzzy) -> Option<Match> {
        let title = query.score(&self.title, fuzzy).map(|score| (score, None));
        let others = self
            .others
            .iter()
            .enumerate()
            .filter_map(|(index, (name, cost))| {
                let score = query.score(name, fuzzy)?;
                Some((score.saturating_sub(*cost), Some(index)))
            });
        let summary = || self.holds(query).then_some((SUMMARY, None));
        let best = title
            .into_iter()
            .chain(others)
            .max_by_key(|(score, name)| (*score, Reverse(*name)));
        let (score, name) = best.or_else(summary)?;
        Some(Match { row, score, name })
    }

    /// Whether each typed word begins a word somewhere in the row.
    fn holds(&self, query: &Query) -> bool {
        query.words.iter().all(|word| {
            let others = self.others.iter().map(|(name, _cost)| name.as_str());
            iter::once(self.title.as_str())
                .chain(others)
                .chain([self.summary.as_str()])
                .any(|text| begins_a_word(text, word))
        })
    }
}

fn begins_a_word(text: &str, beginning: &str) -> bool {
    text.split(' ').any(|word| word.starts_with(beginning))
}

/// A folded query.
struct Query {
    words: Vec<String>,
    /// Its letters without spaces: `counterpower` means `counter-power`.
    letters: String,
}

impl Query {
    fn new(typed: &str) -> Query {
        let folded = fold(typed);
        let words = folded.split(' ').filter(|word| !word.is_empty());
        Query {
            words: words.map(str::to_owned).collect(),
            letters: folded.replace(' ', ""),
        }
    }

    /// How well the query fits a folded name.
    fn score(&self, name: &str, fuzzy: &Fuzzy) -> Option<u32> {
        let tier = if self.begins(name) {
            if letters_of(name).count() == self.letters.chars().count() {
                EXACT
            } else {
                PREFIX
            }
        } else if self.words.iter().all(|word| begins_a_word(name, word)) {
            WORDS
        } else {
            FUZZY + fuzzy.fit(name, &self.letters)?.quality * FUZZY_QUALITY / 100
        };
        Some(tier + self.coverage(name))
    }

    fn coverage(&self, name: &str) -> u32 {
        let whole = name.len().max(1);
        let covered = self.letters.len().min(whole);
        u32::try_from(covered * COVERAGE / whole).unwrap_or(0)
    }

    fn begins(&self, name: &str) -> bool {
        let mut letters = letters_of(name);
        self.letters.chars().all(|c| letters.next() == Some(c))
    }

    /// Which characters of a name that was found to mark: the same steps as [`Query::score`].
    fn marks(&self, name: &str, fuzzy: &Fuzzy) -> Marks {
        let folded = Folded::new(name);
        let text: String = folded.letters.iter().collect();
        if self.begins(&text) {
            let places = (0..folded.letters.len()).filter(|i| folded.letters[*i] != ' ');
            return merge(places.take(self.letters.chars().count()), &folded);
        }
        if self.words.iter().any(|word| begins_a_word(&text, word)) {
            return self.word_marks(name);
        }
        let fit = fuzzy.fit(&text, &self.letters);
        merge(fit.into_iter().flat_map(|fit| fit.letters), &folded)
    }

    /// Which characters begin with a typed word.
    fn word_marks(&self, text: &str) -> Marks {
        let folded = Folded::new(text);
        let letters = &folded.letters;
        let mut marked = Vec::new();
        for start in (0..letters.len()).filter(|i| *i == 0 || letters[*i - 1] == ' ') {
            let longest = self
                .words
                .iter()
                .filter(|word| starts_with(&letters[start..], word));
            let length = longest.map(|word| word.chars().count()).max().unwrap_or(0);
            marked.extend(start..start + length);
        }
        merge(marked.into_iter(), &folded)
    }
}

fn letters_of(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| *c != ' ')
}

fn starts_with(letters: &[char], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|c| letters.next() == Some(&c))
}

/// Numbers of letters, rising, as ranges of the characters they came from.
fn merge(letters: impl Iterator<Item = usize>, folded: &Folded) -> Marks {
    let mut marks: Marks = Vec::new();
    for at in letters.filter_map(|letter| folded.origins.get(letter).copied()) {
        match marks.last_mut() {
            Some(last) if at <= last.end => last.end = last.end.max(at + 1),
            _apart => marks.push(at..at + 1),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::{Row, Titles};

    fn row(title: &str, aliases: &[&str], synonyms: &[&str], summary: &str) -> Row {
        Row {
            address: format!("x/{title}/"),
            title: title.to_owned(),
            aliases: aliases.iter().map(|s| (*s).to_owned()).collect(),
            synonyms: synonyms.iter().map(|s| (*s).to_owned()).collect(),
            summary: summary.to_owned(),
            ..Row::default()
        }
    }

    fn titles() -> Titles {
        Titles::new(vec![
            row(
                "Dual power",
                &[],
                &["double power"],
                "Two powers in one place.",
            ),
            row(
                "Digital dual power",
                &[],
                &[],
                "Dual power by digital means.",
            ),
            row("Counter-power", &[], &[], "Power that resists from below."),
            row("Counter-institutions", &[], &[], "Power that builds."),
            row(
                "DAO",
                &["Decentralized autonomous organization"],
                &[],
                "Rules kept by code.",
            ),
            row(
                "AssangeDAO",
                &[],
                &[],
                "A DAO that raised money for a defence.",
            ),
            row(
                "Mietshäuser Syndikat",
                &["MHS"],
                &[],
                "Houses taken off the market.",
            ),
            row(
                "Cooperation Jackson",
                &["CJ"],
                &[],
                "A network of worker co-operatives in Mississippi.",
            ),
            row(
                "Community land trust",
                &["CLT"],
                &[],
                "Land held in common.",
            ),
            row(
                "Platform cooperativism",
                &["platform co-op"],
                &[],
                "Platforms owned by those who work on them.",
            ),
            row(
                "Mutual aid networks",
                &[],
                &[],
                "Neighbours who help one another.",
            ),
        ])
    }

    fn check(query: &str, expect: &[&str]) {
        let titles = titles();
        let found = titles.search(query, 20);
        let got: Vec<&str> = found
            .best
            .iter()
            .map(|hit| titles.rows()[hit.row].title.as_str())
            .collect();
        assert_eq!(got, expect, "{query}: {:#?}", found.best);
        assert_eq!(found.total, expect.len());
    }

    /// The marked characters in brackets.
    fn check_marks(query: &str, expect: &str) {
        let titles = titles();
        let hit = &titles.search(query, 1).best[0];
        let row = &titles.rows()[hit.row];
        let (name, marks) = match &hit.other_name {
            Some((name, marks)) => (name.as_str(), marks),
            None => (row.title.as_str(), &hit.title),
        };
        let mut marked = String::new();
        for (index, c) in name.chars().enumerate() {
            let (opens, closes) = (
                marks.iter().any(|m| m.start == index),
                marks.iter().any(|m| m.end == index + 1),
            );
            marked.extend(opens.then_some('['));
            marked.push(c);
            marked.extend(closes.then_some(']'));
        }
        assert_eq!(marked, expect, "{query}");
    }

    #[test]
    fn an_exact_name_comes_before_its_beginnings_and_those_before_its_words() {
        check("dao", &["DAO", "AssangeDAO"]);
        check("dual power", &["Dual power", "Digital dual power"]);
        check(
            "power",
            &[
                "Dual power",
                "Counter-power",
                "Digital dual power",
                "Counter-institutions",
            ],
        );
        check("counterpower", &["Counter-power"]);
        check(
            "co",
            &[
                "Counter-power",
                "Community land trust",
                "Cooperation Jackson",
                "Counter-institutions",
                "Platform cooperativism",
                "DAO",
            ],
        );
    }

    #[test]
    fn other_names_find_the_page_too() {
        check("CLT", &["Community land trust"]);
        check("double power", &["Dual power"]);
        check("decentralised", &[]);
        check("autonomous org", &["DAO"]);
    }

    #[test]
    fn case_and_diacritics_do_not_matter() {
        check("MIETSHAUSER", &["Mietshäuser Syndikat"]);
        check("mietshäuser", &["Mietshäuser Syndikat"]);
    }

    #[test]
    fn abbreviations_find_names() {
        check("plcoop", &["Platform cooperativism"]);
        check("coopjack", &["Cooperation Jackson"]);
        check("ddp", &["Digital dual power"]);
    }

    #[test]
    fn words_of_the_summary_come_last() {
        check("mississippi", &["Cooperation Jackson"]);
        check("neighbours aid", &["Mutual aid networks"]);
    }

    #[test]
    fn a_query_without_letters_finds_nothing() {
        check("", &[]);
        check(" -- ", &[]);
    }

    #[test]
    fn what_was_matched_is_marked() {
        check_marks("dual", "[Dual] power");
        check_marks("counterp", "[Counter]-[p]ower");
        check_marks("jack coop", "[Coop]eration [Jack]son");
        check_marks("mietshau", "[Mietshäu]ser Syndikat");
        check_marks("clt", "[CLT]");
        check_marks("plcoop", "[Pl]atform [coop]erativism");
    }

    #[test]
    fn only_so_many_are_given_and_all_are_counted() {
        let found = titles().search("power", 2);
        assert_eq!((found.best.len(), found.total), (2, 4));
    }
}
