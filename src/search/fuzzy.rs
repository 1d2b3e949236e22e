//! Abbreviations: `plcoop` for `platform cooperativism`, `ddp` for `digital dual power`.
//!
//! People abbreviate in runs that each begin a word, or by one piece out of a word. A general fuzzy matcher finds far more
//! (`dao` in `dual power`), weighs 20 kB in the browser, and what it finds must then be sifted by these very rules: so the
//! rules stand here alone.

use std::ops::Range;

/// Shorter abbreviations fit nearly every name.
const SHORTEST: usize = 2;

/// Longer ones are no abbreviations.
const LONGEST: usize = 40;

/// Names of more words are sentences.
const MOST_WORDS: usize = 16;

/// Letters from the middle of a word count from this length: `dao` finds `assangedao`. At 1, each letter would find nearly
/// every name.
const SHORTEST_MIDDLE: usize = 3;

/// What each run after the first takes from a quality of 100: few long runs say more than many short ones.
const RUN: u32 = 8;

/// What each word that is left out before the last run takes.
const LEFT_OUT: u32 = 12;

/// The quality of a piece from the middle of a word, below what most runs have.
const MIDDLE: u32 = 30;

/// Finds abbreviations in folded names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fuzzy;

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
        let name: Vec<char> = name.chars().collect();
        let letters: Vec<char> = letters.chars().collect();
        if !(SHORTEST..=LONGEST).contains(&letters.len()) {
            return None;
        }
        by_runs(&name, &letters).or_else(|| from_the_middle(&name, &letters))
    }
}

/// The best way to read the letters as beginnings of words.
fn by_runs(name: &[char], letters: &[char]) -> Option<Fit> {
    let words = words(name);
    if words.len() > MOST_WORDS {
        return None;
    }
    // For each word, from the last: what it costs to read `letters[l..]` from there on, and how long this word's run is.
    let end = vec![None; letters.len() + 1];
    let mut tables: Vec<Vec<Option<Choice>>> = vec![end];
    for word in words.iter().rev() {
        let later = tables.last()?;
        let table = (0..=letters.len())
            .map(|from| choose(&name[word.clone()], &letters[from..], &later[from..]));
        let table = table.collect();
        tables.push(table);
    }
    tables.reverse();
    let cost = tables[0][0]?.cost;
    let (mut matched, mut from) = (Vec::with_capacity(letters.len()), 0);
    for (word, table) in words.iter().zip(&tables) {
        let run = table[from].map_or(0, |choice| choice.run);
        matched.extend(word.start..word.start + run);
        from += run;
    }
    // The first run is free.
    let quality = 100_u32.saturating_sub(cost.saturating_sub(RUN));
    Some(Fit {
        quality,
        letters: matched,
    })
}

/// How a word is read.
#[derive(Debug, Clone, Copy)]
struct Choice {
    cost: u32,
    /// How many letters begin this word; none where it is left out.
    run: usize,
}

/// The cheapest way for one word; `later` says for each number of letters used what the words after it cost.
fn choose(word: &[char], letters: &[char], later: &[Option<Choice>]) -> Option<Choice> {
    if letters.is_empty() {
        return Some(Choice { cost: 0, run: 0 });
    }
    let common = word.iter().zip(letters).take_while(|(a, b)| a == b).count();
    let longest_first = (0..=common).rev();
    let ways = longest_first.filter_map(|run| {
        let rest = if run == letters.len() {
            0
        } else {
            later.get(run).copied()??.cost
        };
        let own = if run == 0 { LEFT_OUT } else { RUN };
        Some(Choice {
            cost: own + rest,
            run,
        })
    });
    ways.min_by_key(|choice| choice.cost)
}

/// The first place where the letters stand in one piece.
fn from_the_middle(name: &[char], letters: &[char]) -> Option<Fit> {
    if letters.len() < SHORTEST_MIDDLE {
        return None;
    }
    let start = name
        .windows(letters.len())
        .position(|window| window == letters)?;
    Some(Fit {
        quality: MIDDLE,
        letters: (start..start + letters.len()).collect(),
    })
}

/// Where the words of a folded name stand.
fn words(name: &[char]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut words = Vec::new();
    for word in name.split(|letter| *letter == ' ') {
        words.push(start..start + word.len());
        start += word.len() + 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Fuzzy;

    /// `expect` is the name with the matched letters as capitals; empty where nothing fits.
    fn check(name: &str, letters: &str, expect: &str) {
        let fit = Fuzzy.fit(name, letters);
        let marked = fit.map_or(String::new(), |fit| {
            let letter = |(i, c): (usize, char)| {
                if fit.letters.contains(&i) {
                    c.to_ascii_uppercase()
                } else {
                    c
                }
            };
            name.chars().enumerate().map(letter).collect()
        });
        assert_eq!(marked, expect, "{letters} in {name}");
    }

    #[test]
    fn runs_that_begin_words_are_found() {
        check("platform cooperativism", "plcoop", "PLatform COOPerativism");
        check("dual power", "dp", "Dual Power");
        check("community land trust", "clt", "Community Land Trust");
        check("cooperation jackson", "cjack", "Cooperation JACKson");
        check("digital dual power", "digpow", "DIGital dual POWer");
        check("co op cooperation", "coopc", "CO OP Cooperation");
    }

    #[test]
    fn a_long_run_can_give_way_to_the_words_after_it() {
        check("abc bcd", "abcd", "Abc BCD");
    }

    #[test]
    fn a_piece_from_the_middle_is_found() {
        check("assangedao", "dao", "assangeDAO");
        check("assangedao", "ao", "");
    }

    #[test]
    fn letters_scattered_over_a_name_are_not() {
        check("dual power", "dao", "");
        check("decentralized governance", "dance", "");
        check("technological sovereignty", "tool", "");
        check("abc", "abd", "");
        check("abc", "a", "");
        check("", "ab", "");
    }

    #[test]
    fn fewer_runs_and_fewer_words_left_out_are_better() {
        let quality = |name, letters| Fuzzy.fit(name, letters).map_or(0, |fit| fit.quality);
        assert!(quality("dual power", "dupo") > quality("dual use power", "dupo"));
        assert!(quality("commons power", "commp") > quality("co mm power", "commp"));
        assert_eq!(quality("dual power", "dual"), 100);
    }
}
