//! Where the front matter of a text stands, and where its prose.

use std::ops::Range;

/// A text cut in two.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// What stands between the `---` lines; `None` where the text opens with none.
    pub(super) yaml: Option<Range<usize>>,
    /// The prose.
    pub(super) body: Range<usize>,
    /// Whether the second `---` is there.
    pub(super) closed: bool,
}

/// Cuts the text. A `---` line that nothing like a field follows is a rule between paragraphs, not front matter.
pub(super) fn split(text: &str) -> Split {
    let all = 0..text.len();
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let plain = Split {
        yaml: None,
        body: all,
        closed: true,
    };
    if first.trim_end() != "---" {
        return plain;
    }
    let start = first.len();
    match closing(text, start) {
        Some(line) => Split {
            yaml: Some(start..line.start),
            body: line.end..text.len(),
            closed: true,
        },
        None if opens_with_field(&text[start..]) => {
            let end = text[start..]
                .find("\n\n")
                .map_or(text.len(), |at| start + at + 1);
            Split {
                yaml: Some(start..end),
                body: end..text.len(),
                closed: false,
            }
        }
        None => plain,
    }
}

fn closing(text: &str, start: usize) -> Option<Range<usize>> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(at..at + line.len());
        }
        at += line.len();
    }
    None
}

fn opens_with_field(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    let name = line.split_once(':').map_or("", |(name, _)| name);
    let inner = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    !name.is_empty() && name.bytes().all(inner)
}

#[cfg(test)]
mod tests {
    use super::split;

    fn check(text: &str, yaml: Option<&str>, body: &str, closed: bool) {
        let got = split(text);
        assert_eq!(got.yaml.map(|range| &text[range]), yaml, "{text:?}");
        assert_eq!((&text[got.body], got.closed), (body, closed), "{text:?}");
    }

    #[test]
    fn front_matter_stands_between_two_lines() {
        check("---\na: 1\n---\nText", Some("a: 1\n"), "Text", true);
        check("---  \na: 1\n--- \n", Some("a: 1\n"), "", true);
        check("---\n---", Some(""), "", true);
        check(
            "---\na: '---'\n ---x\n---\n",
            Some("a: '---'\n ---x\n"),
            "",
            true,
        );
    }

    #[test]
    fn a_rule_between_paragraphs_is_no_front_matter() {
        for text in [
            "",
            "Text",
            "---",
            "---\n\nText",
            "--- x\na: 1\n---\n",
            "----\na: 1\n---\n",
            "\n---\na: 1\n---\n",
        ] {
            check(text, None, text, true);
        }
    }

    #[test]
    fn what_is_never_closed_ends_at_the_first_empty_line() {
        check(
            "---\na: 1\nb: 2\n\nText",
            Some("a: 1\nb: 2\n"),
            "\nText",
            false,
        );
        check("---\na: 1", Some("a: 1"), "", false);
    }
}
