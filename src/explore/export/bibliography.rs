//! The sources of a set as works with keys: each once, however many entries it is cited in.

use crate::explore::detail::Source;
use crate::explore::export::Set;
use crate::model::date::Date;
use crate::model::url::Url;
use crate::search::fold::fold;

/// Words of the title in a key: enough to know the work by.
const WORDS_IN_KEY: usize = 3;

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Work<'a> {
    /// Letters, digits and `-`; the same for the same source in every set and on every day.
    pub(super) key: String,
    pub(super) title: &'a str,
    pub(super) url: Option<&'a Url>,
    pub(super) archived: Option<&'a Url>,
    /// The day somebody last read it.
    pub(super) accessed: Option<Date>,
    /// The titles of the entries that cite it.
    pub(super) cited_in: Vec<&'a str>,
}

impl Work<'_> {
    /// Where it was cited and where a copy is kept.
    pub(super) fn note(&self) -> String {
        let mut note = format!("Cited in: {}", self.cited_in.join("; "));
        if let Some(url) = self.archived {
            note.push_str(". Archived at ");
            note.push_str(url.as_str());
        }
        note
    }
}

/// All works of a set, sorted by key. Title and URL make a work.
pub(super) fn works<'a>(set: &Set<'a>) -> Vec<Work<'a>> {
    let mut works: Vec<Work<'a>> = Vec::new();
    for taken in &set.entries {
        let detail = taken.detail;
        let cited = detail.sources.iter();
        works.extend(cited.map(|source| work(source, &detail.title)));
    }
    works.sort_by(|a, b| identity(a).cmp(&identity(b)));
    works.dedup_by(|later, first| {
        let same = identity(later) == identity(first);
        if same {
            merge(first, later);
        }
        same
    });
    tell_apart(&mut works);
    works
}

fn identity<'a>(work: &'a Work<'_>) -> (&'a str, &'a str, &'a str) {
    (&work.key, work.title, work.url.map_or("", Url::as_str))
}

fn work<'a>(source: &'a Source, entry: &'a str) -> Work<'a> {
    let url = source.url.as_ref();
    Work {
        key: key(&source.title, url.map_or("", Url::as_str)),
        title: &source.title,
        url,
        archived: source.archived_url.as_ref(),
        accessed: source.accessed,
        cited_in: vec![entry],
    }
}

fn merge<'a>(first: &mut Work<'a>, later: &Work<'a>) {
    first.accessed = first.accessed.max(later.accessed);
    first.archived = first.archived.or(later.archived);
    for entry in &later.cited_in {
        if !first.cited_in.contains(entry) {
            first.cited_in.push(entry);
        }
    }
}

/// Two works whose keys are the same by chance get a number each: with 48 bits that does not happen.
fn tell_apart(works: &mut [Work<'_>]) {
    for at in 1..works.len() {
        let same = works[..at].iter().rev();
        let same = same.take_while(|other| other.key == works[at].key).count();
        if same > 0 {
            works[at].key.push('-');
            works[at].key.push_str(&(same + 1).to_string());
        }
    }
}

/// Words of the title to know it by, and a sum over title and URL to tell it from others: `the-plan-0123456789ab`.
fn key(title: &str, url: &str) -> String {
    let folded = fold(title);
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut key = String::new();
    for word in words.take(WORDS_IN_KEY) {
        key.push_str(word);
        key.push('-');
    }
    if !key.starts_with(|c: char| c.is_ascii_alphabetic()) {
        key.insert_str(0, "source-");
    }
    let sum = sum_of(title.bytes().chain([0]).chain(url.bytes()));
    key + &format!("{:012x}", sum >> 16)
}

/// FNV-1a: short, and the same on every machine; nobody gains from a collision here.
fn sum_of(bytes: impl Iterator<Item = u8>) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    bytes.fold(BASIS, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(PRIME)
    })
}
