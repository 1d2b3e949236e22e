//! A question as the fragment of an address, such as `#q=land+trust&country=US,FR`: it can be read, shared and edited.
//!
//! One question has one fragment. Reading never fails: what is no part of a question is passed over.

use crate::search::answer::{Filter, Question, push_number};

/// The facets that may stand in a fragment: what a stranger wrote into a link asks for nothing else.
const FACETS: [&str; 6] = ["kind", "approach", "sector", "country", "status", "tag"];

/// Longer queries are nobody's; a link that holds one is cut here.
const LONGEST_QUERY: usize = 500;

/// More filters than this are nobody's either.
const MOST_FILTERS: usize = 60;

/// How many hits a link may ask for: a list of more is no list to look through.
const MOST_HITS: u32 = 1000;

/// How many hits there are at first.
pub const FIRST_HITS: u32 = 50;

/// The question of a fragment or of an address that has one.
pub fn read(address: &str) -> Question {
    let fragment = address.split_once('#').map_or("", |(_, fragment)| fragment);
    let mut question = Question {
        most: FIRST_HITS,
        facets: true,
        ..Question::default()
    };
    for part in fragment.split('&') {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match key {
            "q" => question.text = plain(value).chars().take(LONGEST_QUERY).collect(),
            "exactly" => question.refused = list(value),
            "show" => question.most = hits(value),
            facet if FACETS.contains(&facet) => {
                let filter = |value| Filter {
                    facet: facet.to_owned(),
                    value,
                };
                question.filters.extend(list(value).into_iter().map(filter));
            }
            _unknown => {}
        }
    }
    question.filters.truncate(MOST_FILTERS);
    question
}

/// The fragment of a question, with its `#`; empty for one that asks nothing.
pub fn write(question: &Question) -> String {
    let mut fragment = String::new();
    let text = question.text.trim();
    if !text.is_empty() {
        push(&mut fragment, "q", &[text]);
    }
    push(&mut fragment, "exactly", &sorted(question.refused.iter()));
    for facet in FACETS {
        let chosen = question.filters.iter().filter(|f| f.facet == facet);
        push(&mut fragment, facet, &sorted(chosen.map(|f| &f.value)));
    }
    if !fragment.is_empty() && question.most != FIRST_HITS {
        let mut digits = String::new();
        push_number(question.most, &mut digits);
        push(&mut fragment, "show", &[&digits]);
    }
    fragment
}

/// Sorted, each once; the few there are need no algorithm that weighs 5 kB.
fn sorted<'a>(values: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut sorted: Vec<&str> = Vec::new();
    for value in values {
        if let Err(at) = sorted.binary_search(&value.as_str()) {
            sorted.insert(at, value);
        }
    }
    sorted
}

fn push(fragment: &mut String, key: &str, values: &[&str]) {
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            fragment.push(',');
        } else {
            fragment.push(if fragment.is_empty() { '#' } else { '&' });
            fragment.push_str(key);
            fragment.push('=');
        }
        push_escaped(fragment, value);
    }
}

/// Letters of all scripts stay as they are, so that a link can be read; browsers write them their own way.
fn push_escaped(fragment: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            ' ' => fragment.push('+'),
            '"' | '#' | '%' | '&' | '+' | ',' | '<' | '=' | '>' | '`' => {
                push_byte(fragment, c as u8);
            }
            c if c.is_ascii_control() => push_byte(fragment, c as u8),
            c => fragment.push(c),
        }
    }
}

fn push_byte(fragment: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    fragment.push('%');
    fragment.push(char::from(DIGITS[usize::from(byte >> 4)]));
    fragment.push(char::from(DIGITS[usize::from(byte & 15)]));
}

fn list(value: &str) -> Vec<String> {
    let values = value.split(',').map(plain);
    values
        .filter(|value| !value.is_empty())
        .take(MOST_FILTERS)
        .collect()
}

fn hits(value: &str) -> u32 {
    let number = value.parse().unwrap_or(FIRST_HITS);
    number.clamp(FIRST_HITS, MOST_HITS)
}

/// Escapes undone; what is no escape stays.
fn plain(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                (None, _) | (_, None) => bytes.push(b'%'),
            },
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FIRST_HITS, read, write};
    use crate::search::answer::{Filter, Question};

    fn check(address: &str, expect: &str) {
        assert_eq!(write(&read(address)), expect, "{address}");
        assert_eq!(write(&read(expect)), expect, "again: {expect}");
    }

    #[test]
    fn a_question_has_one_fragment() {
        check("https://example.org/search/", "");
        check("search/#", "");
        check("#q=land+trust", "#q=land+trust");
        check("#q=land%20trust", "#q=land+trust");
        check("#kind=tool,concept&q=a&kind=tool", "#q=a&kind=concept,tool");
        check("#country=US,FR", "#country=FR,US");
        check("#q=%22land+trust%22+-church", "#q=%22land+trust%22+-church");
        check("#q=a&exactly=coperative", "#q=a&exactly=coperative");
        check("#q=a&show=100", "#q=a&show=100");
        check("#q=Se%C3%B1al", "#q=Señal");
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        let question = Question {
            text: "a&b=c,d+e%".to_owned(),
            filters: vec![Filter {
                facet: "tag".to_owned(),
                value: "land/reform, now".to_owned(),
            }],
            most: FIRST_HITS,
            facets: true,
            ..Question::default()
        };
        let fragment = write(&question);
        assert_eq!(fragment, "#q=a%26b%3Dc%2Cd%2Be%25&tag=land/reform%2C+now");
        assert_eq!(read(&fragment), question);
    }

    #[test]
    fn nonsense_is_harmless() {
        check("#&&==&q&kind=&kind=,,&x=y&colour=red", "");
        check("#q=%&show=%", "#q=%25");
        check("#q=%E2%28", "#q=\u{fffd}(");
        check("#q=a&show=99999999999", "#q=a");
        check("#q=a&show=4000000000", "#q=a&show=1000");
        check("#q=a&show=-1", "#q=a");
        check("#q=a&__proto__=b&kind=%00", "#q=a&kind=%00");
        let long = format!("#q={}", "a".repeat(9999));
        assert_eq!(read(&long).text.len(), 500);
    }
}
