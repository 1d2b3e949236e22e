//! What one file may ask for, checked before the parser works on it or while events come in.

use std::borrow::Cow;

/// How deep lists and quotes may nest, and emphasis and links likewise: nobody reads deeper, and every walk over the
/// tree recurses this far.
pub(super) const DEEPEST: usize = 32;

/// How many links a file may have: ten times a long index page; each is looked up by name.
pub(super) const MOST_LINKS: usize = 5_000;

/// How many paragraphs, items, rows and the like: about one per dozen bytes of the longest file.
pub(super) const MOST_BLOCKS: usize = 20_000;

/// How many events: more than the longest file of plain words has, far fewer than a table whose missing cells the
/// parser fills in.
pub(super) const MOST_EVENTS: usize = 200_000;

/// How much work nested containers may make: the parser looks at every open one on every line. Real notes need a
/// thousandth.
const MOST_LINE_WORK: usize = 16_000_000;

/// A text that is safe to parse.
pub(super) struct Tame<'a> {
    /// The text, as long as it was; markers beyond [`DEEPEST`] in one line are spaces.
    pub(super) text: Cow<'a, str>,
    /// Where the first such marker stood.
    pub(super) deep: Option<usize>,
}

/// Makes `text` safe to parse.
pub(super) fn tame(text: &str) -> Tame<'_> {
    let mut blanked = Vec::new();
    let (mut lines, mut deepest, mut from) = (0_usize, 0, 0);
    for line in text.split_inclusive('\n') {
        let depth = read_markers(line.as_bytes(), from, &mut blanked);
        lines += 1;
        deepest = deepest.max(depth);
        from += line.len();
    }
    let deep = blanked.first().copied();
    if lines.saturating_mul(deepest) > MOST_LINE_WORK {
        return Tame {
            text: Cow::Borrowed(""),
            deep: Some(deep.unwrap_or(0)),
        };
    }
    Tame {
        text: blank(text, &blanked),
        deep,
    }
}

/// Counts how deep `line` could reach into containers, and notes the places of markers beyond the limit.
fn read_markers(line: &[u8], from: usize, blanked: &mut Vec<usize>) -> usize {
    if is_rule(line) {
        return 0;
    }
    let (mut at, mut count, mut indent) = (0, 0, 0);
    while let Some(byte) = line.get(at) {
        let length = match byte {
            b' ' | b'\t' => {
                indent += if *byte == b' ' { 1 } else { 4 };
                at += 1;
                continue;
            }
            b'>' => 1,
            b'-' | b'*' | b'+' if ends_marker(line.get(at + 1)) => 1,
            b'0'..=b'9' => match number_marker(&line[at..]) {
                Some(length) => length,
                None => break,
            },
            _ => break,
        };
        count += 1;
        if count > DEEPEST {
            blanked.extend(from + at..from + at + length);
        }
        at += length;
    }
    indent / 2 + count.min(DEEPEST)
}

fn ends_marker(next: Option<&u8>) -> bool {
    next.is_none_or(|b| matches!(b, b' ' | b'\t' | b'\n'))
}

fn number_marker(line: &[u8]) -> Option<usize> {
    let digits = line.iter().take_while(|b| b.is_ascii_digit()).count();
    let dotted = matches!(line.get(digits), Some(b'.' | b')'));
    (digits <= 9 && dotted && ends_marker(line.get(digits + 1))).then_some(digits + 1)
}

fn is_rule(line: &[u8]) -> bool {
    let mut marks = line.iter().filter(|b| !b.is_ascii_whitespace());
    match marks.next() {
        Some(first @ (b'-' | b'*' | b'_')) => marks.all(|b| b == first),
        _ => false,
    }
}

fn blank<'a>(text: &'a str, places: &[usize]) -> Cow<'a, str> {
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut owned = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        owned.push_str(&text[from..*place]);
        owned.push(' ');
        from = place + 1;
    }
    owned.push_str(&text[from..]);
    Cow::Owned(owned)
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, tame};

    #[test]
    fn an_ordinary_text_is_left_as_it_is() {
        let text = "> - a\n\n1. b\n- - - - -\n    - c\n";
        let tame = tame(text);
        assert_eq!(tame.text, text);
        assert_eq!(tame.deep, None);
    }

    #[test]
    fn markers_beyond_the_limit_become_spaces() {
        let text = ">".repeat(DEEPEST + 3) + " ä";
        let tame = tame(&text);
        assert_eq!(tame.text, ">".repeat(DEEPEST) + "    ä");
        assert_eq!(tame.deep, Some(DEEPEST));
    }

    #[test]
    fn a_text_that_would_make_too_much_work_is_refused() {
        let text = format!("{}- a\n{}", " ".repeat(1000), "\n".repeat(100_000));
        assert_eq!(tame(&text).text, "");
    }
}
