//! What was typed, read: words, phrases, exclusions and filters.
//!
//! | typed | asked |
//! |---|---|
//! | `land trust` | pages with both words; the last one may be only begun, unless a space follows it |
//! | `"land trust"` | these words in this order |
//! | `-church`, `-"land trust"` | pages without the word or the phrase |
//! | `counter-power` | `counterpower`, or its parts in one passage |
//! | `kind:concept`, `country:"United States"`, `-tag:housing` | pages with, without that value; one facet's values are alternatives |
//!
//! Reading never fails: what is no such form is words.

use std::ops::Range;

use crate::search::fold::{fold, letters_of};
use crate::search::words::words;

/// The fields that can be typed before a colon: the names of the facets.
pub const FIELDS: [&str; 6] = ["kind", "approach", "sector", "country", "tag", "status"];

/// More words than this are a pasted text; each costs blocks to read, and the first ones say what it is about.
const MOST_WORDS: usize = 12;

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that pages must have, without repeats.
    pub words: Vec<Word>,
    /// Phrases that pages must have.
    pub phrases: Vec<Phrase>,
    /// Words that pages must not have.
    pub without: Vec<Word>,
    /// Phrases that pages must not have.
    pub without_phrases: Vec<Phrase>,
    /// Values that pages must have or not have.
    pub filters: Vec<Wanted>,
    /// The letters of all words and phrases that pages must have, in their order and without spaces: `counterpower` for
    /// `counter power`.
    pub letters: String,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// Its folded letters.
    pub form: String,
    /// The parts of a word written with a hyphen, an apostrophe or humps: they mean the same where they stand together.
    pub parts: Vec<String>,
    /// Whether it is the last one and may be only begun.
    pub begun: bool,
    /// The bytes of what was typed that it was read from; words that were typed as one share them.
    pub typed: Range<usize>,
}

/// Words in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase {
    /// Their forms, at least one; each with how many places it stands behind the one before, the first with 0.
    pub forms: Vec<(u32, String)>,
    /// Whether the last one may be only begun: the closing quotation mark is not there yet.
    pub begun: bool,
}

/// A value that was typed with its field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// One of [`FIELDS`].
    pub facet: &'static str,
    /// The value or its label, as typed.
    pub value: String,
    /// Whether pages must not have it.
    pub without: bool,
    /// Whether it may be only begun.
    pub begun: bool,
    /// The bytes of what was typed that it was read from.
    pub typed: Range<usize>,
}

impl Query {
    /// Reads what was typed.
    pub fn parse(text: &str) -> Query {
        let mut query = Query::default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            match rest.chars().next().filter(|c| is_space(*c)) {
                Some(space) => at += space.len_utf8(),
                None => at += query.take(rest, at),
            }
        }
        query
    }

    /// Whether nothing is asked for: no word and no phrase.
    pub fn is_wordless(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// Takes one word, phrase or value off the text, which does not begin with a space; says how long it was.
    fn take(&mut self, text: &str, at: usize) -> usize {
        let positive = text
            .strip_prefix('-')
            .filter(|rest| !rest.is_empty() && !rest.starts_with(is_space));
        let without = positive.is_some();
        let rest = positive.unwrap_or(text);
        if let Some((facet, rest)) = field(rest) {
            let value = quoted(rest).unwrap_or_else(|| unquoted(rest, false));
            let length = text.len() - value.behind;
            // A value that is still to be typed excludes nothing.
            if !fold(value.text).is_empty() {
                self.filters.push(Wanted {
                    facet,
                    value: value.text.to_owned(),
                    without,
                    begun: value.is_open,
                    typed: at..at + length,
                });
            }
            return length;
        }
        let (token, is_phrase) = match quoted(rest) {
            Some(token) => (token, true),
            None => (unquoted(rest, true), false),
        };
        let length = text.len() - token.behind;
        if !without {
            self.add_letters(token.text);
        }
        if is_phrase {
            self.add_phrase(&token, without);
        } else {
            self.add_words(&token, without, at..at + length);
        }
        length
    }

    fn add_phrase(&mut self, token: &Token<'_>, without: bool) {
        let forms = in_order(token.text);
        let begun = token.is_open;
        let phrases = if without {
            &mut self.without_phrases
        } else {
            &mut self.phrases
        };
        if !forms.is_empty() {
            phrases.push(Phrase { forms, begun });
        }
    }

    fn add_words(&mut self, token: &Token<'_>, without: bool, typed: Range<usize>) {
        let mut found = whole_words(token.text, &typed);
        if let Some(last) = found.last_mut() {
            last.begun = token.is_open && !without;
        }
        let words = if without {
            &mut self.without
        } else {
            &mut self.words
        };
        for word in found {
            // The later one stays: it may be only begun.
            words.retain(|known| known.form != word.form);
            if words.len() < MOST_WORDS {
                words.push(word);
            }
        }
    }

    fn add_letters(&mut self, text: &str) {
        self.letters.push_str(&letters_of(text));
    }
}

/// The words of a token, each with its parts.
fn whole_words(token: &str, typed: &Range<usize>) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    for word in words(token) {
        match found.last_mut() {
            Some(whole) if word.is_part => whole.parts.push(word.form),
            _first => found.push(Word {
                form: word.form,
                typed: typed.clone(),
                ..Word::default()
            }),
        }
    }
    found
}

/// The words of a phrase: of a compound its parts, as `counter-power` and `counter power` are the same phrase.
fn in_order(text: &str) -> Vec<(u32, String)> {
    let words = words(text);
    let mut forms: Vec<(u32, String)> = Vec::new();
    let mut last = None;
    let mut by_parts = false;
    for (index, word) in words.iter().enumerate() {
        if !word.is_part {
            let mut parts = words.iter().skip(index + 1).take_while(|part| part.is_part);
            let first = parts.next().filter(|part| part.place == word.place);
            by_parts = first.is_some() && parts.any(|part| part.place > word.place);
        }
        // Taken: a compound's parts, or the whole; of two forms at one place the first.
        if word.is_part == by_parts && last != Some(word.place) {
            forms.push((last.map_or(0, |last| word.place - last), word.form.clone()));
            last = Some(word.place);
        }
    }
    forms.truncate(MOST_WORDS);
    forms
}

/// The field before a colon, and what follows it.
fn field(text: &str) -> Option<(&'static str, &str)> {
    FIELDS.iter().find_map(|known| {
        let name = text.get(..known.len())?;
        let rest = text.get(known.len()..)?.strip_prefix(':')?;
        name.eq_ignore_ascii_case(known).then_some((*known, rest))
    })
}

/// What was typed in one go.
struct Token<'a> {
    text: &'a str,
    /// How many bytes follow it.
    behind: usize,
    /// Whether nothing shows that it is finished.
    is_open: bool,
}

/// What stands between quotation marks.
fn quoted(text: &str) -> Option<Token<'_>> {
    let inner = text.strip_prefix(is_quote)?;
    let end = inner.find(is_quote);
    let text = inner.get(..end.unwrap_or(inner.len())).unwrap_or_default();
    let closing = inner.get(text.len()..).unwrap_or_default().chars().next();
    Some(Token {
        text,
        behind: inner.len() - text.len() - closing.map_or(0, char::len_utf8),
        is_open: end.is_none() && !text.ends_with(is_space),
    })
}

/// The characters up to the next space, or quotation mark.
fn unquoted(text: &str, up_to_quote: bool) -> Token<'_> {
    let end = text.find(|c| is_space(c) || (up_to_quote && is_quote(c)));
    let token = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    Token {
        text: token,
        behind: text.len() - token.len(),
        is_open: end.is_none(),
    }
}

/// Those that keyboards give; the table of all has no room here.
fn is_space(c: char) -> bool {
    matches!(c, '\0'..=' ' | '\u{A0}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{3000}')
}

/// Those of keyboards, and those that telephones put in their place.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::any;
    use proptest::{prop_assert, proptest};

    use super::{Phrase, Query, Word};

    /// One letter for the sort, `…` where the last word is only begun.
    fn shown(query: &Query) -> String {
        let mut text = String::new();
        let dots = |begun| if begun { "…" } else { "" };
        let word = |w: &Word| [&w.form, dots(w.begun), &w.parts.join("+")].concat();
        let phrase = |p: &Phrase| {
            let forms: Vec<&str> = p.forms.iter().map(|(_, form)| form.as_str()).collect();
            [&forms.join(" "), dots(p.begun)].concat()
        };
        let mut put = |sign: &str, item: String| write!(text, "{sign}{item} ").expect("a string");
        query.words.iter().for_each(|w| put("w:", word(w)));
        query.phrases.iter().for_each(|p| put("p:", phrase(p)));
        query.without.iter().for_each(|w| put("-w:", word(w)));
        let without_phrases = query.without_phrases.iter();
        without_phrases.for_each(|p| put("-p:", phrase(p)));
        for f in &query.filters {
            let sign = if f.without { "-f:" } else { "f:" };
            put(sign, [f.facet, "=", &f.value, dots(f.begun)].concat());
        }
        text.trim_end().to_owned()
    }

    fn check(typed: &str, expect: &str) {
        assert_eq!(shown(&Query::parse(typed)), expect, "{typed}");
    }

    #[test]
    fn the_last_word_may_be_only_begun() {
        check("land trust", "w:land w:trust…");
        check("land trust ", "w:land w:trust");
        check("Land  LAND tr", "w:land w:tr…");
        check("", "");
        check(" - -- ! ", "");
    }

    #[test]
    fn quotation_marks_hold_phrases() {
        check("\"land trust\" home", "w:home… p:land trust");
        check("\"land tr", "p:land tr…");
        check("“land trust”", "p:land trust");
        check("home\"land trust\"", "w:home p:land trust");
        check("\"\" a", "w:a…");
        check(
            "\"Counter-power of the people's iPhone\"",
            "p:counter power of the peoples iphone",
        );
    }

    #[test]
    fn a_minus_excludes() {
        check("land -church", "w:land -w:church");
        check("-\"land trust\" land ", "w:land -p:land trust");
        check("land - church", "w:land w:church…");
    }

    #[test]
    fn a_known_field_filters_and_an_unknown_one_is_a_word() {
        check("kind:concept land ", "w:land f:kind=concept");
        check("country:\"United States\"", "f:country=United States");
        check("-Tag:land/reform", "-f:tag=land/reform…");
        check("kind:", "");
        check("colour:red ", "w:colour w:red");
        check("https://a.example/ ", "w:https w:a w:example");
    }

    #[test]
    fn a_hyphenated_word_knows_its_parts() {
        check("counter-power ", "w:counterpowercounter+power");
        check("counter-pow", "w:counterpow…counter+pow");
        check("共有地 ", "w:共有 w:有地");
    }

    #[test]
    fn the_letters_of_all_words_are_joined() {
        let query = Query::parse("Counter-Power “now!” -not kind:tool");
        assert_eq!(query.letters, "counterpowernow");
    }

    proptest! {
        #[test]
        fn reading_never_fails(noise in any::<String>(), typed in "[-a b\":“”'cKkind:共有地]{0,40}") {
            for text in [noise, typed] {
                let query = Query::parse(&text);
                let forms = query.words.iter().map(|word| &word.form);
                let phrases = query.phrases.iter().flat_map(|p| &p.forms).map(|(_, form)| form);
                prop_assert!(forms.chain(phrases).all(|f| !f.is_empty()));
                prop_assert!(query.words.iter().rev().skip(1).all(|word| !word.begun));
            }
        }
    }
}
