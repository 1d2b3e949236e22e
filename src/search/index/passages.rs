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
    for sentence in sentences(text) {
        let own = weight(sentence);
        // Whichever is nearer: without this sentence, or with it.
        if words > 0
            && words + own > PASSAGE
            && words + own - PASSAGE > PASSAGE.saturating_sub(words)
        {
            push(&text[begin..end], &mut passages);
            begin = end;
            words = 0;
        }
        end += sentence.len();
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

/// Pieces that end behind a line's or a sentence's end, or where they get longer than a passage.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, behind) = rest.split_at(sentence_end(rest));
        rest = behind;
        Some(sentence)
    })
}

fn sentence_end(text: &str) -> usize {
    let mut words = 0;
    let mut word_start = 0;
    let mut ends = false;
    for (at, character) in text.char_indices() {
        match character {
            '\n' => return at + 1,
            '。' | '！' | '？' | '।' => return at + character.len_utf8(),
            ' ' | '\t' if ends => return at + 1,
            ' ' | '\t' => {
                words += 1;
                word_start = at + 1;
            }
            '.' | '!' | '?' | '…' => ends = true,
            '"' | '”' | '’' | '»' | ')' | ']' => {}
            _ => ends = false,
        }
        if at.saturating_sub(word_start) > LONG_WORD * 2 {
            words += 1;
            word_start = at;
        }
        if words >= PASSAGE {
            return at + character.len_utf8();
        }
    }
    text.len()
}

/// About how many words.
fn weight(text: &str) -> usize {
    let word = |word: &str| 1 + word.len() / LONG_WORD;
    text.split_ascii_whitespace().map(word).sum()
}
