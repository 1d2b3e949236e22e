//! Signs in running text that the Markdown parser does not know: `==`, `%%`, `#tag` and bare URLs.

use std::ops::Range;

use crate::model::slug::LONGEST;
use crate::model::url::Url;

/// Running text put together from the parser's pieces, with the place of each piece in the source.
#[derive(Default)]
pub(super) struct Words {
    /// The text.
    pub(super) text: String,
    /// Where pieces start: in `text`, and in the source.
    pieces: Vec<(usize, usize)>,
    /// Bytes of `text` that were escaped (`\#`, `&#35;`) and so are no sign.
    plain: Vec<usize>,
    /// Where the last piece ended in the source.
    end: usize,
}

impl Words {
    /// Adds `piece`, which stands at `span` of `source`.
    pub(super) fn push(&mut self, source: &str, piece: &str, span: Range<usize>) {
        let at = self.text.len();
        let before = source.as_bytes()[..span.start].last();
        if source.get(span.clone()) != Some(piece) {
            self.plain.extend(at..at + piece.len());
        } else if before == Some(&b'\\') && self.end != span.start {
            // A backslash that is in no piece escapes what follows.
            self.plain.push(at);
        }
        self.end = span.end;
        self.pieces.push((at, span.start));
        self.text.push_str(piece);
    }

    /// Empties it, and keeps its room.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
        self.plain.clear();
    }

    /// The place in the source of byte `at` of the text.
    pub(super) fn source(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= at);
        let (start, source) = self.pieces[..after].last().copied().unwrap_or_default();
        source + (at - start)
    }

    fn is_plain(&self, at: usize) -> bool {
        !self.plain.is_empty() && self.plain.binary_search(&at).is_ok()
    }
}

/// What a sign says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `==`.
    Mark {
        /// Whether words follow, so that it can begin.
        opens: bool,
        /// Whether words stand before, so that it can end.
        closes: bool,
    },
    /// `%%`.
    Comment,
    /// `#tag`, whole.
    Tag,
    /// `https://…`, whole.
    Url,
}

/// The first sign at or after byte `from`, and its stretch of the text.
pub(super) fn next(words: &Words, source: &str, from: usize) -> Option<(Range<usize>, Sign)> {
    let bytes = words.text.as_bytes();
    let mut at = from;
    while let Some(step) = bytes[at..].iter().position(|b| is_candidate(*b)) {
        at += step;
        let sign = match bytes[at] {
            _ if words.is_plain(at) => None,
            b'=' => mark(words, source, at),
            b'%' => comment(words, at),
            b'#' => tag(words, source, at),
            _ => url(words, from, at),
        };
        if sign.is_some() {
            return sign;
        }
        let run = bytes[at..].iter().take_while(|b| **b == bytes[at]);
        at += run.count();
    }
    None
}

fn is_candidate(byte: u8) -> bool {
    matches!(byte, b'=' | b'%' | b'#' | b':')
}

fn mark(words: &Words, source: &str, at: usize) -> Option<(Range<usize>, Sign)> {
    let bytes = words.text.as_bytes();
    let run = bytes[at..].iter().take_while(|b| **b == b'=').count();
    if run != 2 || words.is_plain(at + 1) {
        return None;
    }
    let place = words.source(at);
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let sign = Sign::Mark {
        opens: !blank(source[place + 2..].chars().next()),
        closes: !blank(source[..place].chars().next_back()),
    };
    Some((at..at + 2, sign))
}

fn comment(words: &Words, at: usize) -> Option<(Range<usize>, Sign)> {
    let paired = words.text.as_bytes().get(at + 1) == Some(&b'%') && !words.is_plain(at + 1);
    paired.then_some((at..at + 2, Sign::Comment))
}

/// A tag follows a space, a line's start, or the mark of emphasis or of a cell.
fn tag(words: &Words, source: &str, at: usize) -> Option<(Range<usize>, Sign)> {
    let before = source[..words.source(at)].chars().next_back();
    if !before.is_none_or(|c| c.is_whitespace() || matches!(c, '|' | '*' | '_' | '=' | '>')) {
        return None;
    }
    let rest = &words.text[at + 1..];
    let length = rest.find(|c| !is_tag_char(c)).unwrap_or(rest.len());
    let name = &rest[..length];
    let name = &name[..name.find("//").unwrap_or(length)];
    let name = name.trim_end_matches(['/', '-', '_']);
    let named = name.chars().any(|c| !c.is_ascii_digit() && c != '/');
    if name.is_empty() || name.len() > LONGEST || name.starts_with('/') || !named {
        return None;
    }
    Some((at..at + 1 + name.len(), Sign::Tag))
}

/// Letters, digits, `_`, `-`, `/` and emoji: beyond ASCII, all but white space and punctuation.
fn is_tag_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/');
    }
    c.is_alphanumeric()
        || c == '\u{200D}'
        || !matches!(c,
            ..'\u{C0}' | '×' | '÷' | '\u{2000}'..='\u{206F}' | '\u{2E00}'..='\u{2E7F}'
            | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
            | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{E000}'..='\u{F8FF}')
}

/// A bare URL whose colon is at `at`; it may not reach back before `from`.
fn url(words: &Words, from: usize, at: usize) -> Option<(Range<usize>, Sign)> {
    let text = &words.text;
    if !text[at..].starts_with("://") {
        return None;
    }
    let before = &text[from..at];
    let scheme = ["https", "http"]
        .into_iter()
        .find(|s| before.ends_with(s))?;
    let start = at - scheme.len();
    let apart = text[..start].chars().next_back();
    if apart.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = &text[start..];
    let length = rest.find(|c: char| c.is_whitespace() || c == '<');
    let url = trim_url(&rest[..length.unwrap_or(rest.len())]);
    Url::new(url)
        .is_ok()
        .then_some((start..start + url.len(), Sign::Url))
}

/// Leaves out what closes the sentence around a URL rather than the URL.
fn trim_url(mut url: &str) -> &str {
    loop {
        let cut = url.trim_end_matches([
            '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '"', ']', '”', '’',
        ]);
        let open = cut.bytes().filter(|b| *b == b'(').count();
        let close = cut.bytes().filter(|b| *b == b')').count();
        // Brackets inside a URL come in pairs: only what is too many closes something outside.
        let surplus = close.saturating_sub(open);
        let tail = cut.len() - cut.trim_end_matches(')').len();
        let cut = &cut[..cut.len() - surplus.min(tail)];
        if cut.len() == url.len() {
            return url;
        }
        url = cut;
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, next};

    fn check(source: &str, expect: &[&str]) {
        let mut words = Words::default();
        words.push(source, source, 0..source.len());
        let (mut got, mut from) = (Vec::new(), 0);
        while let Some((range, sign)) = next(&words, source, from) {
            let name = format!("{sign:?}");
            let name = name.split(' ').next().unwrap_or_default();
            got.push(format!("{name} {}", &source[range.clone()]));
            from = range.end;
        }
        assert_eq!(got, expect, "{source}");
    }

    #[test]
    fn tags_follow_a_space_and_are_no_numbers() {
        check("#a and #b/c-d, #é", &["Tag #a", "Tag #b/c-d", "Tag #é"]);
        check("#221 a#b #/a # x", &[]);
        check(
            "#1a #a/ #a//b #🌱.",
            &["Tag #1a", "Tag #a", "Tag #a", "Tag #🌱"],
        );
    }

    #[test]
    fn marks_are_two_and_only_two() {
        check("==a== b === c", &["Mark ==", "Mark =="]);
    }

    #[test]
    fn bare_urls_end_before_the_sentence_does() {
        check("See https://a.org/b_(c).", &["Url https://a.org/b_(c)"]);
        check("(http://a.org)", &["Url http://a.org"]);
        check("xhttps://a.org https://, a://b", &[]);
        check("https://a.org/))))))", &["Url https://a.org/"]);
    }

    #[test]
    fn escaped_signs_are_plain() {
        let source = r"\#a";
        let mut words = Words::default();
        words.push(source, "#a", 1..3);
        assert_eq!(next(&words, source, 0), None);
    }
}
