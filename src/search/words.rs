//! Text to words: what the index holds and what a query asks for.
//!
//! A word is a run of letters and digits, folded. What people write in several ways has several forms at one place:
//!
//! | in the text | forms |
//! |---|---|
//! | `counter-power` | `counter`, `power`, and `counterpower` where `counter` stands |
//! | `people's` | `peoples`, and `people` |
//! | `l’eau` | `leau`, and `eau` |
//! | `AssangeDAO` | `assangedao`, and `assange`, `dao` |
//! | `共有地` (no spaces in the script) | `共有`, `有地`; a single letter that stands alone is a form of its own |
//!
//! Each part of a compound has a place of its own, so that `counter-power` and `counter power` hold the same phrase.
//! Entry points: [`words`], and [`each`] where a `String` for each form would be too dear.

use std::ops::Range;

use crate::search::fold::{Sign, push_folded};

/// Longer forms are cut off here, in bytes: nobody types so much of a word, and what is so long is an address or a key.
pub const LONGEST: usize = 60;

/// A chain of more parts is no compound that anybody writes as one word.
const MOST_PARTS: usize = 5;

/// Behind an apostrophe so few letters are an ending (`people's`, `we'll`); more are the word itself (`l’eau`).
const LONGEST_ENDING: usize = 2;

/// A form of a word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its folded letters, without spaces.
    pub form: String,
    /// Which word of the text it begins at, counted from 0: forms of one word share the number.
    pub place: u32,
    /// The bytes of the text that it was made from.
    pub range: Range<usize>,
    /// Whether it is only a part of what was written as one word: a query for the whole does not ask for its parts.
    pub is_part: bool,
}

/// The words of `text`, in order; a whole before its parts.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each(text, &mut |form| {
        words.push(Word {
            form: form.letters.to_owned(),
            place: form.place,
            range: form.range,
            is_part: form.is_part,
        });
    });
    words
}

/// A form as it is found; see [`Word`].
#[derive(Debug)]
pub(crate) struct Form<'a> {
    pub(crate) letters: &'a str,
    pub(crate) place: u32,
    pub(crate) range: Range<usize>,
    pub(crate) is_part: bool,
}

/// Hands over the forms of `text` in the order of [`words`], and says how many places it has.
pub(crate) fn each(text: &str, found: &mut dyn FnMut(Form<'_>)) -> u32 {
    let mut scan = Scan {
        text,
        at: 0,
        place: 0,
        letters: String::new(),
        pieces: Vec::new(),
        found,
    };
    while let Some(character) = scan.next() {
        scan.letters.clear();
        match push_folded(character, &mut scan.letters) {
            Sign::Letter if is_unsegmented(character) => scan.run(),
            Sign::Letter => scan.compound(),
            Sign::Silent | Sign::Gap => scan.at += character.len_utf8(),
        }
    }
    scan.place
}

struct Scan<'a, 'f> {
    text: &'a str,
    /// The next byte to look at.
    at: usize,
    place: u32,
    /// The folded letters of the compound at hand.
    letters: String,
    /// Its pieces.
    pieces: Vec<Piece>,
    found: &'f mut dyn FnMut(Form<'_>),
}

/// What stands between hyphens, or between a small letter and a capital one.
struct Piece {
    /// In the scan's letters.
    letters: Range<usize>,
    /// In the text.
    bytes: Range<usize>,
    /// Its last apostrophe: the letters before it, and the bytes it stands on.
    apostrophe: Option<(usize, Range<usize>)>,
    /// Whether a hyphen, not only a capital, parts it from its neighbours.
    by_hyphen: bool,
}

impl Scan<'_, '_> {
    fn next(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Letters of a script without spaces: every two neighbours are a form.
    fn run(&mut self) {
        self.letters.clear();
        // Where the letter before begins: in the letters, and in the text.
        let mut before: Option<(usize, usize)> = None;
        let mut is_pair = false;
        while let Some(character) = self.next() {
            let begin = (self.letters.len(), self.at);
            let sign = push_folded(character, &mut self.letters);
            let goes_on = match sign {
                Sign::Letter => is_unsegmented(character),
                Sign::Silent => true,
                Sign::Gap => false,
            };
            if !goes_on {
                self.letters.truncate(begin.0);
                break;
            }
            self.at += character.len_utf8();
            if sign == Sign::Letter {
                if let Some(first) = before {
                    is_pair = true;
                    self.emit(first.0..self.letters.len(), 0, first.1..self.at, false);
                    self.place += 1;
                }
                before = Some(begin);
            }
        }
        if let Some(only) = before.filter(|_| !is_pair) {
            self.emit(only.0..self.letters.len(), 0, only.1..self.at, false);
        }
        self.place += 1;
    }

    /// A word with all that hyphens, apostrophes and capitals join to it.
    fn compound(&mut self) {
        self.letters.clear();
        self.pieces.clear();
        let mut piece = self.piece(false);
        let mut was_small = false;
        let mut end = self.at;
        loop {
            if self.small_letters() {
                end = self.at;
                was_small = true;
            }
            let Some(character) = self.next() else {
                break;
            };
            let before = self.letters.len();
            let next = self.at + character.len_utf8();
            match push_folded(character, &mut self.letters) {
                Sign::Letter if is_unsegmented(character) => {
                    self.letters.truncate(before);
                    break;
                }
                Sign::Letter => {
                    let is_capital = is_capital(character);
                    if was_small && is_capital {
                        let next_piece = self.piece(false);
                        self.close(std::mem::replace(&mut piece, next_piece), before, end);
                        piece.letters.start = before;
                    }
                    was_small = !is_capital && !character.is_ascii_digit();
                    end = next;
                }
                Sign::Silent => {
                    if matches!(character, '\'' | '’' | 'ʼ') {
                        piece.apostrophe = Some((before, self.at..next));
                    }
                }
                Sign::Gap if is_hyphen(character) && self.joins(next) => {
                    self.at = next;
                    let next_piece = self.piece(true);
                    self.close(std::mem::replace(&mut piece, next_piece), before, end);
                    was_small = false;
                    continue;
                }
                Sign::Gap => break,
            }
            self.at = next;
        }
        let letters = self.letters.len();
        self.close(piece, letters, end);
        self.emit_compound();
    }

    /// Takes the small letters that stand here: the common case, and the only one that needs to be fast.
    fn small_letters(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let small = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        self.letters.push_str(&rest[..small]);
        self.at += small;
        small > 0
    }

    fn piece(&self, by_hyphen: bool) -> Piece {
        Piece {
            letters: self.letters.len()..0,
            bytes: self.at..0,
            apostrophe: None,
            by_hyphen,
        }
    }

    fn close(&mut self, mut piece: Piece, letters: usize, bytes: usize) {
        piece.letters.end = letters;
        piece.bytes.end = bytes;
        self.pieces.push(piece);
    }

    /// Whether a word goes on at this byte, behind a hyphen.
    fn joins(&mut self, at: usize) -> bool {
        let behind = self.text.get(at..).unwrap_or_default();
        let Some(character) = behind.chars().next() else {
            return false;
        };
        let length = self.letters.len();
        let sign = push_folded(character, &mut self.letters);
        self.letters.truncate(length);
        sign == Sign::Letter && !is_unsegmented(character)
    }

    fn emit_compound(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        let is_whole = pieces.len() > 1
            && pieces.len() <= MOST_PARTS
            && self.letters.bytes().any(|letter| !letter.is_ascii_digit());
        if let (true, Some(first), Some(last)) = (is_whole, pieces.first(), pieces.last()) {
            let bytes = first.bytes.start..last.bytes.end;
            self.emit(0..self.letters.len(), 0, bytes, false);
        }
        for (number, piece) in (0..).zip(&pieces) {
            // Of `iPhone` the `i` is no word; of `e-mail` people type both.
            let length = piece.letters.len();
            let stands_alone = piece.by_hyphen || pieces.get(1).is_none_or(|next| next.by_hyphen);
            if length > 1 || stands_alone {
                self.emit(piece.letters.clone(), number, piece.bytes.clone(), is_whole);
                self.emit_half(piece, number);
            }
        }
        self.place += u32::try_from(pieces.len()).unwrap_or(u32::MAX);
        self.pieces = pieces;
    }

    /// The longer side of an apostrophe.
    fn emit_half(&mut self, piece: &Piece, number: u32) {
        let Some((cut, sign)) = &piece.apostrophe else {
            return;
        };
        let before = piece.letters.start..*cut;
        let behind = *cut..piece.letters.end;
        if before.is_empty() || behind.is_empty() {
            return;
        }
        if behind.len() <= LONGEST_ENDING {
            self.emit(before, number, piece.bytes.start..sign.start, true);
        } else {
            self.emit(behind, number, sign.end..piece.bytes.end, true);
        }
    }

    fn emit(&mut self, letters: Range<usize>, number: u32, range: Range<usize>, is_part: bool) {
        let letters = cut(self.letters.get(letters).unwrap_or_default());
        (self.found)(Form {
            letters,
            place: self.place + number,
            range,
            is_part,
        });
    }
}

/// A form that is not too long.
pub(crate) fn cut(letters: &str) -> &str {
    let mut end = letters.len().min(LONGEST);
    while !letters.is_char_boundary(end) {
        end -= 1;
    }
    letters.get(..end).unwrap_or_default()
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

/// Capitals where the scripts that have them keep them apart from the small ones; the rest has no room here.
fn is_capital(character: char) -> bool {
    matches!(character, 'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я')
}

/// Whether the letter's script has no spaces between words: Thai to Tibetan, Burmese, Khmer, kana, ideographs.
pub(crate) fn is_unsegmented(character: char) -> bool {
    matches!(character,
        '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{LONGEST, Word, words};
    use crate::search::fold::fold;

    /// Forms as `place:form`, parts in brackets.
    fn check(text: &str, expect: &str) {
        let shown = |word: &Word| {
            let plain = format!("{}:{}", word.place, word.form);
            if word.is_part {
                format!("({plain})")
            } else {
                plain
            }
        };
        let got: Vec<String> = words(text).iter().map(shown).collect();
        assert_eq!(got.join(" "), expect, "{text}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("", "");
        check("  Señal & Müll, 3.5 km! ", "0:senal 1:mull 2:3 3:5 4:km");
        check("e\u{301}cole", "0:ecole");
    }

    #[test]
    fn hyphens_join_and_part() {
        check(
            "counter-power now",
            "0:counterpower (0:counter) (1:power) 2:now",
        );
        check(
            "state\u{2011}of-the-art",
            "0:stateoftheart (0:state) (1:of) (2:the) (3:art)",
        );
        check("e-mail", "0:email (0:e) (1:mail)");
        check("- a - b -", "0:a 1:b");
        check("2014-05-01", "0:2014 1:05 2:01");
        check("a-b-c-d-e-f", "0:a 1:b 2:c 3:d 4:e 5:f");
    }

    #[test]
    fn apostrophes_join_and_the_longer_half_is_a_form_too() {
        check("People's assembly", "0:peoples (0:people) 1:assembly");
        check("l’eau dell'arte", "0:leau (0:eau) 1:dellarte (1:arte)");
        check("'quoted' ’tis workers'", "0:quoted 1:tis 2:workers");
        check(
            "people's-power",
            "0:peoplespower (0:peoples) (0:people) (1:power)",
        );
    }

    #[test]
    fn capitals_inside_a_word_part_it() {
        check("AssangeDAO", "0:assangedao (0:assange) (1:dao)");
        check(
            "GitHub CNT iPhone",
            "0:github (0:git) (1:hub) 2:cnt 3:iphone (4:phone)",
        );
        check("ÉcoleÉtat", "0:ecoleetat (0:ecole) (1:etat)");
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        check("共有地 地", "0:共有 1:有地 3:地");
        check("コモンズDAO", "0:コモ 1:モン 2:ンズ 4:dao");
        check("dao共有", "0:dao 1:共有");
        check("ไทย", "0:ไท 1:ทย");
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let long = "x".repeat(LONGEST + 9);
        check(&long, &format!("0:{}", "x".repeat(LONGEST)));
    }

    #[test]
    fn ranges_are_the_bytes_that_were_written() {
        let text = "– People’s Counter-Power’ l’eau 共有";
        let words = words(text);
        let got: Vec<&str> = words.iter().map(|word| &text[word.range.clone()]).collect();
        let expect = [
            "People’s",
            "People",
            "Counter-Power",
            "Counter",
            "Power",
            "l’eau",
            "eau",
            "共有",
        ];
        assert_eq!(got, expect);
    }

    proptest! {
        #[test]
        fn any_text_has_words(text in "(\\PC|[-'’ aAéÉß共ไ1]){0,60}") {
            let words = words(&text);
            prop_assert!(words.is_sorted_by_key(|word| word.range.start));
            prop_assert!(words.is_sorted_by_key(|word| word.place));
            for word in &words {
                prop_assert!(text.get(word.range.clone()).is_some_and(|bytes| !bytes.is_empty()));
                prop_assert!(!word.form.is_empty() && word.form.len() <= LONGEST);
                prop_assert_eq!(&fold(&word.form), &word.form);
            }
        }
    }
}
