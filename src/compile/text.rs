//! Bytes to text: one byte-order mark dropped, line ends made `\n`, and what no text may hold found.

use crate::model::problem::source::SourceFact;
use crate::model::problem::{Place, Problem};
use crate::model::source::{Source, is_bidi_control};

/// The longest file, in bytes.
pub const LONGEST_FILE: usize = 256 * 1024;

/// Reads a file, or says why it cannot be read.
pub fn read(source: &Source) -> Result<String, Box<Problem>> {
    let whole = || Place::whole(&source.path);
    if source.bytes.len() > LONGEST_FILE {
        return Err(Box::new(whole().problem(SourceFact::TooLong {
            bytes: source.bytes.len() as u64,
            limit: LONGEST_FILE as u64,
        })));
    }
    let Ok(text) = str::from_utf8(&source.bytes) else {
        return Err(Box::new(whole().problem(SourceFact::NotUtf8)));
    };
    let text = normalise(text);
    match text.char_indices().find(|(_, c)| is_refused(*c)) {
        None => Ok(text),
        Some((at, character)) => {
            let fact = if is_bidi_control(character) {
                SourceFact::Bidi { character }
            } else {
                SourceFact::Control { character }
            };
            let place = Place::new(&source.path, at..at + character.len_utf8());
            Err(Box::new(place.problem(fact)))
        }
    }
}

/// The text whose bytes problems count: without byte-order mark, with `\n` line ends.
pub fn normalise(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

/// Whether no text may hold `c`.
pub(crate) fn is_refused(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || is_bidi_control(c)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_FILE, read};
    use crate::model::problem::Explain;
    use crate::model::source::Source;

    fn check(bytes: &[u8], expect: Result<&str, (&str, usize)>) {
        let source = Source {
            path: "a.md".into(),
            bytes: bytes.to_vec(),
        };
        let got = read(&source);
        let got = got
            .as_deref()
            .map_err(|problem| (problem.fact.code(), problem.place.span.start));
        assert_eq!(got, expect);
    }

    #[test]
    fn marks_and_line_ends_are_made_one() {
        check(b"\xEF\xBB\xBFa\r\nb\rc\n", Ok("a\nb\nc\n"));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        check(b"ab\xFF", Err(("not-utf8", 0)));
        check(b"ab\0", Err(("control-character", 2)));
        check("ab\u{202E}".as_bytes(), Err(("bidi-control", 2)));
        check(&vec![b'a'; LONGEST_FILE + 1], Err(("file-too-long", 0)));
    }
}
