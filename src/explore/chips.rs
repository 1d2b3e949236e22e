//! The active filters in words, each with the state that is left without it; and what to try where nothing was found.

use crate::explore::facets::{Index, Related, Selection, Sign, Span};
use crate::explore::set::Set;
use crate::explore::state::State;
use crate::model::relation;

/// An active filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// `Sector: Food`, `Country: not Germany`, `Founded: 1990 to 2010`.
    pub words: String,
    /// The state without it.
    pub without: State,
}

/// The active filters, in the order of the address.
pub fn chips(state: &State, index: &Index) -> Vec<Chip> {
    let mut chips = Vec::new();
    if !state.query.trim().is_empty() {
        chips.push(chip(state, &["Search: ", &state.query], |state| {
            state.query.clear();
        }));
    }
    values(state, index, &mut chips);
    spans(state, &mut chips);
    if let Some(related) = state.selection.related {
        let words = relation(related, index);
        chips.push(chip(state, &[&words], |state| {
            state.selection.related = None;
        }));
    }
    chips
}

/// The filters in words, one line for each thing that is filtered by: `Sector: Food, Land`.
pub fn in_words(state: &State, index: &Index) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for Chip { words, .. } in chips(state, index) {
        let alike = words.split_once(": ").and_then(|(name, value)| {
            let line = lines.last_mut()?;
            let same = line.split_once(": ").is_some_and(|(of, _)| of == name);
            same.then_some((line, value))
        });
        match alike {
            Some((line, value)) => {
                line.push_str(", ");
                line.push_str(value);
            }
            None => lines.push(words),
        }
    }
    lines
}

/// The filters without which something would be found, with how many entries that would be; most first.
pub fn to_try(state: &State, index: &Index, found: Option<&Set>) -> Vec<(Chip, u32)> {
    let left = |chip: &Chip| {
        let found = found.filter(|_| !chip.without.query.trim().is_empty());
        index.apply(&chip.without.selection, found).count()
    };
    let chips = chips(state, index).into_iter();
    let counted = chips.map(|chip| {
        let left = left(&chip);
        (chip, left)
    });
    let mut helpful: Vec<(Chip, u32)> = counted.filter(|(_, left)| *left > 0).collect();
    helpful.sort_by_key(|(_, left)| std::cmp::Reverse(*left));
    helpful
}

fn chip(state: &State, words: &[&str], remove: impl FnOnce(&mut State)) -> Chip {
    let mut without = state.clone();
    remove(&mut without);
    Chip {
        words: words.concat(),
        without,
    }
}

fn values(state: &State, index: &Index, chips: &mut Vec<Chip>) {
    for mark in &state.selection.marks {
        let not = match mark.sign {
            Sign::With => "",
            Sign::Without => "not ",
        };
        let label = index.label(mark.facet, mark.value);
        let words = [mark.facet.label(), ": ", not, label];
        chips.push(chip(state, &words, |state| {
            state.selection.mark(mark.facet, mark.value, None);
        }));
    }
}

fn spans(state: &State, chips: &mut Vec<Chip>) {
    let Selection {
        founded,
        ended,
        checked,
        ..
    } = &state.selection;
    if !founded.is_open() {
        chips.push(chip(state, &["Founded: ", &years(*founded)], |state| {
            state.selection.founded = Span::default();
        }));
    }
    if !ended.is_open() {
        chips.push(chip(state, &["Ended: ", &years(*ended)], |state| {
            state.selection.ended = Span::default();
        }));
    }
    if !checked.is_open() {
        chips.push(chip(state, &["Checked: ", &days(*checked)], |state| {
            state.selection.checked = Span::default();
        }));
    }
}

fn years(span: Span) -> String {
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => [&from.to_string(), " to ", &to.to_string()].concat(),
        (Some(from), None) => [&from.to_string(), " or later"].concat(),
        (None, Some(to)) => [&to.to_string(), " or earlier"].concat(),
        (None, None) => "any year".to_owned(),
    }
}

fn days(span: Span) -> String {
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => [&from.to_string(), " days ago"].concat(),
        (Some(from), Some(to)) => {
            [&from.to_string(), " to ", &to.to_string(), " days ago"].concat()
        }
        (Some(from), None) => [&from.to_string(), " or more days ago"].concat(),
        (None, Some(to)) => ["in the last ", &to.to_string(), " days"].concat(),
        (None, None) => "any day".to_owned(),
    }
}

/// `Member of: Symbiosis`, `Related to: Symbiosis`.
fn relation(related: Related, index: &Index) -> String {
    let kind = related.by.and_then(|way| {
        let kind = relation::ALL.get(usize::from(way.kind))?;
        Some(if way.inverse {
            kind.inverse
        } else {
            kind.label
        })
    });
    let label = kind.unwrap_or("related to");
    let mut letters = label.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    let label: String = first.into_iter().chain(letters).collect();
    [&label, ": ", index.title(related.to)].concat()
}

#[cfg(test)]
mod tests {
    use super::{chips, in_words, to_try};
    use crate::explore::facets::Index;
    use crate::explore::sample;
    use crate::explore::set::Set;
    use crate::explore::state::{read, write};

    /// Each filter of a fragment in words, and the fragment without it.
    fn check(fragment: &str, expect: &[(&str, &str)]) {
        let index = Index::new(sample::catalog());
        let read = read(fragment, &index);
        assert_eq!(read.dropped, [""; 0]);
        let chips = chips(&read.state, &index);
        let got: Vec<(&str, String)> = chips
            .iter()
            .map(|chip| (chip.words.as_str(), write(&chip.without, &index)))
            .collect();
        let expect: Vec<(&str, String)> = expect
            .iter()
            .map(|(words, without)| (*words, (*without).to_owned()))
            .collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn filters_are_said_in_words() {
        check("", &[]);
        check(
            "q=mutual+aid&view=map",
            &[("Search: mutual aid", "view=map")],
        );
        check(
            "sector=food,land&-country=de",
            &[
                ("Sector: Food", "sector=land&-country=DE"),
                ("Sector: Land", "sector=food&-country=DE"),
                ("Country: not Germany", "sector=food,land"),
            ],
        );
        check(
            "founded=1990..2010&ended=..2000&checked=..365",
            &[
                ("Founded: 1990 to 2010", "ended=..2000&checked=..365"),
                ("Ended: 2000 or earlier", "founded=1990..2010&checked=..365"),
                (
                    "Checked: in the last 365 days",
                    "founded=1990..2010&ended=..2000",
                ),
            ],
        );
        check("founded=1990", &[("Founded: 1990", "")]);
        check("checked=366..", &[("Checked: 366 or more days ago", "")]);
        check(
            "relation=exemplified-by:cooperation-jackson",
            &[("Exemplified by: Jackson Rising", "")],
        );
        check("relation=tenants", &[("Related to: Tenants", "")]);
    }

    #[test]
    fn values_of_one_facet_stand_in_one_line() {
        let index = Index::new(sample::catalog());
        let check = |fragment: &str, expect: &[&str]| {
            assert_eq!(in_words(&read(fragment, &index).state, &index), expect);
        };
        check("", &[]);
        check(
            "q=a:+b&sector=food,land&-country=de",
            &["Search: a: b", "Sector: Food, Land", "Country: not Germany"],
        );
    }

    #[test]
    fn where_nothing_was_found_the_filters_that_hinder_are_named() {
        let index = Index::new(sample::catalog());
        let found = Set::of(5, [1]);
        let state = read("q=commons&sector=food&country=US", &index).state;
        let helpful = to_try(&state, &index, Some(&found));
        let words: Vec<(&str, u32)> = helpful
            .iter()
            .map(|(chip, left)| (chip.words.as_str(), *left))
            .collect();
        assert_eq!(words, [("Search: commons", 1)]);
    }
}
