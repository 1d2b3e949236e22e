//! Abbreviations: `plcoop` for `platform cooperativism`, `ddp` for `digital dual power`.
//!
//! People abbreviate in runs that each begin a word. A general fuzzy matcher finds far more (`dao` in `dual power`), weighs
//! 20 kB in the browser, and what it finds must then be sifted by these very rules: so the rules stand here alone.

/// Shorter abbreviations fit nearly every name.
const SHORTEST: usize = 2;

/// Longer ones are no abbreviations.
const LONGEST: usize = 40;

/// Names of more letters are sentences.
const LONGEST_NAME: usize = 200;

/// What each run after the first takes from a quality of 100: few long runs say more than many short ones.
const RUN: u32 = 8;

/// What each word that is left out before the last run takes.
const LEFT_OUT: u32 = 12;

/// More than any abbreviation costs.
const NO_WAY: u32 = u32::MAX / 2;

/// How well an abbreviation fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// 0 to 100.
    pub quality: u32,
    /// The numbers of the name's letters that it matched.
    pub letters: Vec<usize>,
}

/// Whether `letters` (folded, without spaces) abbreviate `name` (folded), and how well.
pub fn fit(name: &str, letters: &str) -> Option<Fit> {
    let name: Vec<char> = name.chars().collect();
    let letters: Vec<char> = letters.chars().collect();
    if !(SHORTEST..=LONGEST).contains(&letters.len()) || name.len() > LONGEST_NAME {
        return None;
    }
    // For each place in the name, from the last, and each number of letters used before it: what it costs to read the rest
    // from there on, and how long the run is that begins there.
    let width = letters.len() + 1;
    let mut ways = vec![(NO_WAY, 0); (name.len() + 1) * width];
    for at in (0..name.len()).rev() {
        let begins_word = at == 0 || name[at - 1] == ' ';
        for used in 0..letters.len() {
            let rest = name[at..].iter().zip(&letters[used..]);
            let most = rest.take_while(|(a, b)| a == b).count();
            // Where no word begins, the next place is as good; a word that is passed over costs.
            let next = ways[(at + 1) * width + used].0;
            let mut best = (next + if begins_word { LEFT_OUT } else { 0 }, 0);
            for run in (1..=most).rev().filter(|_| begins_word) {
                let later = if used + run == letters.len() {
                    0
                } else {
                    ways[(at + run) * width + used + run].0
                };
                best = best.min((later + RUN, run));
            }
            ways[at * width + used] = best;
        }
    }
    read(&ways, width)
}

/// The cheapest way from the beginning.
fn read(ways: &[(u32, usize)], width: usize) -> Option<Fit> {
    let (cost, _) = *ways.first()?;
    if cost >= NO_WAY {
        return None;
    }
    let mut letters = Vec::new();
    let mut at = 0;
    while letters.len() + 1 < width {
        let (_, run) = *ways.get(at * width + letters.len())?;
        letters.extend(at..at + run);
        at += run.max(1);
    }
    // The first run is free.
    let quality = 100_u32.saturating_sub(cost.saturating_sub(RUN));
    Some(Fit { quality, letters })
}

#[cfg(test)]
mod tests {
    use super::fit;

    /// `expect` is the name with the matched letters as capitals; empty where nothing fits.
    fn check(name: &str, letters: &str, expect: &str) {
        let marked = fit(name, letters).map_or(String::new(), |fit| {
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
        let quality = |name, letters| fit(name, letters).map_or(0, |fit| fit.quality);
        assert!(quality("dual power", "dupo") > quality("dual use power", "dupo"));
        assert!(quality("commons power", "commp") > quality("co mm power", "commp"));
        assert_eq!(quality("dual power", "dual"), 100);
    }
}
