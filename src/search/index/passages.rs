//! A page's prose in passages.

use crate::model::site::Page;
use crate::search::format::texts::{PASSAGE, Passages, Text};

/// So much text without a space counts as one word more: for scripts without spaces, and against endless addresses.
const LONG_WORD: usize = 16;

/// The passages of a page. No more than can be numbered: what stands behind them is in no search.
pub(super) fn text(page: &Page) -> Text {
    let mut sections = Vec::with_capacity(page.sections.len());
    let mut room = usize::from(u16::MAX);
    for section in &page.sections {
        let mut passages = cut(&section.text);
        passages.truncate(room);
        if passages.is_empty() {
            break;
        }
        room -= passages.len();
        sections.push(Passages {
            anchor: section.anchor.clone(),
            heading: section.heading.clone(),
            passages,
        });
    }
    Text { sections }
}

/// At least one passage. They end where a line or a sentence does, unless one alone is too long.
fn cut(text: &str) -> Vec<String> {
    let mut passages = Vec::new();
    let mut begin = 0;
    let mut end = 0;
    let mut words = 0;
    for (length, own) in sentences(text) {
        // Whichever is nearer: without this sentence, or with it.
        if words > 0
            && words + own > PASSAGE
            && words + own - PASSAGE > PASSAGE.saturating_sub(words)
        {
            push(&text[begin..end], &mut passages);
            begin = end;
            words = 0;
        }
        end += length;
        words += own;
    }
    push(&text[begin..end], &mut passages);
    if passages.is_empty() {
        passages.push(String::new());
    }
    passages
}

fn push(passage: &str, passages: &mut Vec<String>) {
    let passage = passage.trim();
    if !passage.is_empty() {
        passages.push(passage.to_owned());
    }
}

/// How long and of about how many words are the pieces that end behind a line's or a sentence's end, or where they get
/// longer than a passage.
fn sentences(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (length, words) = first_sentence(rest)?;
        rest = &rest[length..];
        Some((length, words))
    })
}

/// Where the first sentence or line ends, or a stretch of it that has as many words as a passage; and its words.
fn first_sentence(text: &str) -> Option<(usize, usize)> {
    let mut words = 0;
    let mut word_start = 0;
    let mut ends = false;
    for (at, character) in text.char_indices() {
        let next = at + character.len_utf8();
        let is_end = match character {
            '\n' | '。' | '！' | '？' | '।' => true,
            ' ' | '\t' => ends,
            _ => false,
        };
        let is_space = character.is_ascii_whitespace();
        if at > word_start && (is_space || is_end || at - word_start >= LONG_WORD) {
            words += 1;
            word_start = next;
        } else if is_space {
            word_start = next;
        }
        if is_end || words >= PASSAGE {
            return Some((next, words));
        }
        ends = matches!(character, '.' | '!' | '?' | '…') || ends && closes(character);
    }
    let last = usize::from(word_start < text.len());
    (!text.is_empty()).then_some((text.len(), words + last))
}

/// Whether a sentence's end may have this behind it.
fn closes(character: char) -> bool {
    matches!(character, '"' | '”' | '’' | '»' | ')' | ']')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{LONG_WORD, cut};
    use crate::search::format::texts::PASSAGE;

    /// How many words each passage has, and whether it begins a sentence.
    fn check(text: &str, words: &[usize]) {
        let passages = cut(text);
        let count = |passage: &String| passage.split_whitespace().count();
        let counts: Vec<usize> = passages.iter().map(count).collect();
        assert_eq!(counts, words, "{passages:?}");
    }

    fn sentence(words: usize) -> String {
        format!("{}end. ", "word ".repeat(words - 1))
    }

    #[test]
    fn passages_end_with_sentences_and_lines() {
        check(&sentence(20).repeat(7), &[60, 60, 20]);
        check(&sentence(50).replace(". ", "\n").repeat(3), &[50, 50, 50]);
        check(&[sentence(10), sentence(58)].concat(), &[68]);
        check(&[sentence(40), sentence(60)].concat(), &[40, 60]);
    }

    #[test]
    fn what_has_no_end_is_cut_where_it_gets_too_long() {
        check(&sentence(200), &[64, 64, 64, 8]);
        let passages = cut(&"共有地".repeat(1_000));
        let longest = passages.iter().map(String::len).max();
        assert!(longest <= Some((LONG_WORD + 8) * PASSAGE), "{longest:?}");
    }

    #[test]
    fn a_heading_alone_has_one_empty_passage() {
        check("", &[0]);
        check("\n", &[0]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[a-zé共。.\n ]{0,900}") {
            let words: Vec<&str> = text.split_ascii_whitespace().collect();
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&cut(&text).join(" ")), words.concat());
            prop_assert!(!cut(&text).is_empty());
        }
    }
}
