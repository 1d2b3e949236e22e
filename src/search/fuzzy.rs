//! Abbreviations: `plcoop` for `platform cooperativism`.
//!
//! Letters abbreviate a name where they fall into runs that each begin one of its words, in order, as people abbreviate.
//! Letters scattered over a name do not count: `dao` is no abbreviation of `Dual power`. Typing errors are another matter,
//! that of edit distance.
//!
//! `fuzzy-matcher` did this before, with those same runs demanded of what it found; its scores, its caches by thread and
//! its printing weighed 6 kB of the engine's module after compression, and it found nothing more.

/// Longer ones are no abbreviations.
const LONGEST: usize = 12;

/// How an abbreviation fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// 0 to 100: how much of the words that it begins is there.
    pub quality: u32,
    /// The numbers of the name's letters that it matched.
    pub letters: Vec<usize>,
}

/// Whether `letters` (folded, without spaces) abbreviate `name` (folded), and how well.
pub fn fit(name: &str, letters: &str) -> Option<Fit> {
    let name: Vec<char> = name.chars().collect();
    let letters: Vec<char> = letters.chars().collect();
    if letters.is_empty() || letters.len() > LONGEST {
        return None;
    }
    let mut runs = Runs {
        tried: vec![false; (name.len() + 1) * (letters.len() + 1)],
        name: &name,
        letters: &letters,
        at: Vec::new(),
    };
    if !runs.fit(0) {
        return None;
    }
    let covered = 100 * letters.len() / name.len().max(1);
    Some(Fit {
        quality: u32::try_from(covered).unwrap_or(100),
        letters: runs.at,
    })
}

struct Runs<'a> {
    name: &'a [char],
    letters: &'a [char],
    /// Where the first letters are in the name.
    at: Vec<usize>,
    /// For each place in the name and number of letters, whether these were tried from there: it was in vain.
    tried: Vec<bool>,
}

impl Runs<'_> {
    /// Whether the other letters fall into runs from `start` on. Long runs are tried first, as people write more of the
    /// first words.
    fn fit(&mut self, start: usize) -> bool {
        let used = self.at.len();
        let Some(rest) = self.letters.get(used..).filter(|rest| !rest.is_empty()) else {
            return true;
        };
        let tried = self.tried.get_mut(start * self.letters.len() + used);
        if tried.is_none_or(|tried| std::mem::replace(tried, true)) {
            return false;
        }
        for word in start..self.name.len() {
            if word > 0 && self.name.get(word - 1) != Some(&' ') {
                continue;
            }
            let here = self.name.iter().skip(word).zip(rest);
            let most = here.take_while(|(a, b)| a == b).count();
            for length in (1..=most).rev() {
                self.at.extend(word..word + length);
                if self.fit(word + length) {
                    return true;
                }
                self.at.truncate(used);
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    /// The matched letters in capitals; nothing where they do not fit.
    fn check(name: &str, letters: &str, expect: &str) {
        let found = fit(name, letters);
        let shown = found.map(|fit| {
            let shown = |(at, letter): (usize, char)| match fit.letters.contains(&at) {
                true => letter.to_ascii_uppercase(),
                false => letter,
            };
            name.chars().enumerate().map(shown).collect::<String>()
        });
        assert_eq!(shown.unwrap_or_default(), expect, "{letters} in {name}");
    }

    #[test]
    fn runs_that_begin_words_abbreviate() {
        check("platform cooperativism", "plcoop", "PLatform COOPerativism");
        check("dual power", "dp", "Dual Power");
        check("community land trust", "clt", "Community Land Trust");
        check("cooperation jackson", "cjack", "Cooperation JACKson");
        check("digital dual power", "digpow", "DIGital dual POWer");
        check("co operative council", "cooc", "CO Operative Council");
    }

    #[test]
    fn letters_scattered_over_a_name_do_not() {
        check("platform can do", "land", "");
        check("decentralized governance", "dance", "");
        check("technological sovereignty", "tool", "");
        check("abc", "abd", "");
        check("abc", "", "");
    }

    #[test]
    fn hostile_names_take_no_longer() {
        check(&"a ".repeat(60), "aaaaaaaaaaab", "");
    }
}
