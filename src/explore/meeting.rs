//! Whether what one group offers meets what another seeks: by type, and by words.

use crate::search::fold::fold;

/// Words that say nothing about a thing.
const EMPTY_WORDS: [&str; 14] = [
    "and", "any", "are", "for", "from", "our", "some", "that", "the", "this", "who", "with", "you",
    "your",
];

/// The fewest letters of a word that is compared: `of`, `in` and `a` say nothing.
const SHORTEST: usize = 3;

/// Two words are of one family when they begin with this many letters alike…
const STEM: usize = 4;

/// …and neither goes on for more than this: `translat-ors` and `translat-ion`, `print-er` and `print-ing`, `tool-s`;
/// but not `comm-unity` and `comm-ons`.
const ENDING: usize = 4;

/// How an offer meets a need; better ones are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meeting {
    /// Only their type is the same.
    Type,
    /// They have words in common.
    Words,
    /// Both.
    Both,
}

/// What is offered or sought, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Thing {
    /// In the words of whoever wrote it.
    pub title: String,
    /// Its type: a value of the list `exchange_type`; may be empty.
    pub kind: String,
    /// Its terms: a value of the list `exchange_terms`.
    pub terms: Option<String>,
    /// The words of the title that say something, folded.
    words: Vec<String>,
}

impl Thing {
    /// A thing with its words read off.
    pub fn new(title: &str, kind: &str, terms: Option<&str>) -> Thing {
        let folded = fold(title);
        let mut words: Vec<String> = folded
            .split(' ')
            .filter(|word| word.chars().count() >= SHORTEST && !EMPTY_WORDS.contains(word))
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words.dedup();
        Thing {
            title: title.to_owned(),
            kind: kind.to_owned(),
            terms: terms.map(str::to_owned),
            words,
        }
    }

    /// The first letters of its words, as many as the shortest word has: words that meet begin alike.
    pub(crate) fn roots(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| {
            let end = word.char_indices().nth(SHORTEST);
            end.map_or(word.as_str(), |(end, _)| &word[..end])
        })
    }

    /// How the two meet, if they do.
    pub fn meets(&self, other: &Thing) -> Option<Meeting> {
        let same_type = !self.kind.is_empty() && self.kind == other.kind;
        let pairs = self.words.iter();
        let same_words = pairs
            .flat_map(|word| other.words.iter().map(move |other| (word, other)))
            .any(|(word, other)| of_one_family(word, other));
        match (same_type, same_words) {
            (true, true) => Some(Meeting::Both),
            (false, true) => Some(Meeting::Words),
            (true, false) => Some(Meeting::Type),
            (false, false) => None,
        }
    }
}

fn of_one_family(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let shared = one.chars().zip(other.chars());
    let shared = shared.take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    shared >= STEM && longest - shared <= ENDING
}

#[cfg(test)]
mod tests {
    use super::{Meeting, Thing};

    /// Things are written `type: words`.
    fn check(one: &str, other: &str, expect: Option<Meeting>) {
        let thing = |text: &str| {
            let (kind, title) = text.split_once(": ").expect("type: words");
            Thing::new(title, kind, None)
        };
        assert_eq!(thing(one).meets(&thing(other)), expect);
        assert_eq!(thing(other).meets(&thing(one)), expect);
    }

    #[test]
    fn what_is_offered_meets_what_is_sought() {
        check(
            "service: Translators",
            "service: Translation into Spanish",
            Some(Meeting::Both),
        );
        check("skill: Printing", "good: A printer", Some(Meeting::Words));
        check(
            "service: Bookkeeping",
            "service: Translators",
            Some(Meeting::Type),
        );
        check("good: Tools", "space: Meeting room", None);
        check("good: Señales", "skill: senales", Some(Meeting::Words));
    }

    #[test]
    fn words_that_only_look_alike_do_not_meet() {
        check("good: Community garden", "skill: Commons law", None);
        check("good: Tools for the farm", "skill: Law for the poor", None);
        check("good: ", "skill: ", None);
    }
}
