//! Texts: the prose of pages in passages, for excerpts and phrases.
//!
//! A *passage* is a stretch of about 64 words inside one section, cut where a line or a sentence ends. A doc's passages are
//! numbered from 0 over all its sections; a section that has a heading but no words has one empty passage, so that the
//! words of a heading are those of its section's first passage.

use crate::search::format::bytes::{Reader, push_count, total};
use crate::search::format::{BEGIN, Bad};

/// About how many words make a passage.
pub const PASSAGE: usize = 64;

/// The text of one doc.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Its sections in order.
    pub sections: Vec<Passages>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passages {
    /// The heading's anchor; empty for what stands before the first heading, and only there.
    pub anchor: String,
    /// The heading's words; empty likewise.
    pub heading: String,
    /// Its passages; at least one.
    pub passages: Vec<String>,
}

/// Ends each text: one sign where a length would be two, and no source may hold it.
const END: char = '\0';

/// A block of texts, before it is deflated.
pub fn encode(texts: &[Text]) -> Vec<u8> {
    let mut out = Vec::new();
    out.push(BEGIN);
    push_count(texts.len(), &mut out);
    for text in texts {
        push_count(text.sections.len(), &mut out);
    }
    let sections = || texts.iter().flat_map(|text| &text.sections);
    for section in sections() {
        push_count(section.passages.len(), &mut out);
    }
    for section in sections() {
        let is_usual = section.anchor == usual_anchor(&section.heading);
        let anchor = if is_usual { "" } else { &section.anchor };
        let passages = section.passages.iter().map(String::as_str);
        for text in [anchor, &section.heading].into_iter().chain(passages) {
            out.extend(text.bytes().filter(|byte| *byte != 0));
            out.push(0);
        }
    }
    out
}

/// The anchor that a heading nearly always has. Others are written down.
fn usual_anchor(heading: &str) -> String {
    let mut anchor = String::new();
    for letter in heading.chars() {
        match letter {
            ' ' => anchor.push('-'),
            '-' | '_' => anchor.push(letter),
            _ if letter.is_ascii() && !letter.is_ascii_alphanumeric() => {}
            _ => anchor.push(letter.to_ascii_lowercase()),
        }
    }
    anchor
}

/// The texts of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Vec<Text>, Bad> {
    let mut reader = Reader::behind_filler(bytes);
    let count = reader.count(size_of::<Text>())?;
    let section_counts = reader.numbers(count)?;
    let sections = total(&section_counts);
    let passage_counts = reader.numbers(sections)?;
    let passages = total(&passage_counts);
    reader.spend(sections.saturating_mul(size_of::<Passages>()))?;
    reader.spend(passages.saturating_mul(size_of::<String>()))?;
    let mut rest = str::from_utf8(reader.rest()).or(Err(Bad::Damaged))?;
    let mut next = || {
        let (text, behind) = rest.split_once(END).ok_or(Bad::Damaged)?;
        rest = behind;
        Ok(text.to_owned())
    };
    let mut passage_counts = passage_counts.into_iter();
    let mut texts = Vec::with_capacity(count);
    for count in section_counts {
        let mut sections = Vec::with_capacity(count as usize);
        for passages in passage_counts.by_ref().take(count as usize) {
            let anchor = next()?;
            let heading = next()?;
            let is_usual = anchor.is_empty();
            let mut section = Passages {
                anchor: if is_usual {
                    usual_anchor(&heading)
                } else {
                    anchor
                },
                heading,
                passages: Vec::with_capacity(passages as usize),
            };
            for _ in 0..passages {
                section.passages.push(next()?);
            }
            sections.push(section);
        }
        texts.push(Text { sections });
    }
    Ok(texts)
}

impl Text {
    /// The section and the words of a passage.
    pub fn passage(&self, number: u16) -> Option<(&Passages, &str)> {
        let mut rest = usize::from(number);
        for section in &self.sections {
            if let Some(passage) = section.passages.get(rest) {
                return Some((section, passage));
            }
            rest -= section.passages.len();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};

    use super::{Passages, Text, decode, encode, usual_anchor};
    use crate::search::format::LARGEST_GROWTH;

    fn texts() -> impl Strategy<Value = Vec<Text>> {
        let head = proptest::prop_oneof![
            ("[a-z]{1,9}", "\\PC{0,9}").boxed(),
            Just((String::new(), String::new())).boxed(),
            "\\PC{1,9}"
                .prop_map(|heading| (usual_anchor(&heading), heading))
                .boxed(),
        ];
        let section = (head, vec("[^\0]{0,30}", 0..4));
        let section = section.prop_map(|((anchor, heading), passages)| Passages {
            anchor,
            heading,
            passages,
        });
        let text = vec(section, 0..4).prop_map(|sections| Text { sections });
        vec(text, 0..5)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(texts in texts()) {
            prop_assert_eq!(decode(&encode(&texts)), Ok(texts));
        }

        #[test]
        fn hostile_bytes_are_refused_or_stay_small(bytes: Vec<u8>) {
            let texts = decode(&bytes).unwrap_or_default();
            prop_assert!(texts.len() * size_of::<Text>() <= bytes.len() * LARGEST_GROWTH);
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(texts in texts(), at: usize, to: u8) {
            let mut bytes = encode(&texts);
            let at = at % bytes.len();
            bytes[at] = to;
            let _ = decode(&bytes);
        }
    }

    #[test]
    fn passages_are_numbered_over_all_sections() {
        let section = |anchor: &str, passages: &[&str]| Passages {
            anchor: anchor.into(),
            heading: anchor.to_uppercase(),
            passages: passages.iter().map(|&passage| passage.into()).collect(),
        };
        let sections = vec![
            section("", &["a", "b"]),
            section("x", &[""]),
            section("y", &["c"]),
        ];
        let text = Text { sections };
        let check = |number, expect| {
            let found = text.passage(number);
            assert_eq!(
                found.map(|(section, words)| (section.anchor.as_str(), words)),
                expect
            );
        };
        check(1, Some(("", "b")));
        check(2, Some(("x", "")));
        check(3, Some(("y", "c")));
        check(4, None);
    }
}
