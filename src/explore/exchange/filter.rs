//! What of the board is shown: OR within a field, AND across; each field's counts are under the other fields' filters.

use crate::explore::exchange::{Named, Notice};
use crate::explore::pairs::{pairs, push, values};
use crate::explore::phrase::{capital, counted};
use crate::model::date::Date;

/// The most values of one field: more than the lists have; a longer text is no state of ours.
const MOST_VALUES: usize = 50;

/// Whether something is offered or sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Somebody offers it.
    Offered,
    /// Somebody seeks it.
    Sought,
}

impl Side {
    fn value(self) -> &'static str {
        match self {
            Side::Offered => "offered",
            Side::Sought => "sought",
        }
    }
}

/// What to show. An empty field lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only offers, or only needs.
    pub side: Option<Side>,
    /// Types.
    pub kinds: Vec<String>,
    /// Terms.
    pub terms: Vec<String>,
    /// Countries, by code.
    pub countries: Vec<String>,
}

impl Filter {
    /// Reads the text of [`Filter::write`], and makes the best of any other.
    pub fn read(text: &str) -> Filter {
        let mut filter = Filter::default();
        for (key, raw) in pairs(text) {
            match key {
                "side" => {
                    let mut sides = [Side::Offered, Side::Sought].into_iter();
                    filter.side = sides.find(|side| side.value() == raw);
                }
                "type" => take(&mut filter.kinds, raw),
                "terms" => take(&mut filter.terms, raw),
                "country" => take(&mut filter.countries, raw),
                _unknown => {}
            }
        }
        filter
    }

    /// `side=offered&type=good,space&country=US`: the one text for this filter; empty for none.
    pub fn write(&self) -> String {
        let mut out = String::new();
        push(&mut out, "side", self.side.map(Side::value));
        let lists = [
            ("type", &self.kinds),
            ("terms", &self.terms),
            ("country", &self.countries),
        ];
        for (key, list) in lists {
            let mut list: Vec<&str> = list.iter().map(String::as_str).collect();
            list.sort_unstable();
            list.dedup();
            push(&mut out, key, list);
        }
        out
    }

    /// Whether a notice passes all fields but `except`.
    fn passes(&self, notice: &Notice, except: Option<Field>) -> bool {
        let free = |field: Field| except == Some(field);
        let one_of = |list: &[String], value: Option<&Named>| {
            list.is_empty() || value.is_some_and(|named| list.contains(&named.value))
        };
        (free(Field::Side) || self.side.is_none_or(|side| side == notice.side))
            && (free(Field::Kind) || one_of(&self.kinds, Some(&notice.kind)))
            && (free(Field::Terms) || one_of(&self.terms, notice.terms.as_ref()))
            && (free(Field::Country) || one_of(&self.countries, notice.country.as_ref()))
    }
}

fn take(list: &mut Vec<String>, raw: &str) {
    list.extend(values(raw));
    list.sort_unstable();
    list.dedup();
    list.truncate(MOST_VALUES);
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// Numbers of the notices that pass, in their order.
    pub shown: Vec<usize>,
    /// How many offers there would be.
    pub offered: usize,
    /// How many needs there would be.
    pub sought: usize,
    /// How many there would be of each type, by label.
    pub kinds: Vec<Tally>,
    /// How many there would be on each terms.
    pub terms: Vec<Tally>,
    /// How many there would be in each country.
    pub countries: Vec<Tally>,
    /// What is shown, or what to try, in words.
    pub sentence: String,
}

/// A value and how many there are of it; never none, unless the filter names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// The value.
    pub named: Named,
    /// How many.
    pub count: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Side,
    Kind,
    Terms,
    Country,
}

/// The board of these notices under a filter; `today` as in [`open`](super::open).
pub fn board(notices: &[Notice], filter: &Filter, today: Date) -> Board {
    let passing = |except| notices.iter().filter(move |n| filter.passes(n, except));
    let of_side = |side| {
        passing(Some(Field::Side))
            .filter(|n| n.side == side)
            .count()
    };
    let numbered = notices.iter().enumerate();
    let shown: Vec<usize> = numbered
        .filter(|(_, notice)| filter.passes(notice, None))
        .map(|(number, _)| number)
        .collect();
    let kinds = passing(Some(Field::Kind)).map(|notice| &notice.kind);
    let terms = passing(Some(Field::Terms)).filter_map(|notice| notice.terms.as_ref());
    let countries = passing(Some(Field::Country)).filter_map(|notice| notice.country.as_ref());
    Board {
        offered: of_side(Side::Offered),
        sought: of_side(Side::Sought),
        kinds: tally(kinds),
        terms: tally(terms),
        countries: tally(countries),
        sentence: summed_up(notices, &shown, today),
        shown,
    }
}

/// Values by label, each with its number.
fn tally<'a>(values: impl Iterator<Item = &'a Named>) -> Vec<Tally> {
    let mut values: Vec<&Named> = values.collect();
    values.sort_unstable();
    let runs = values.chunk_by(|a, b| a == b);
    runs.filter_map(|run| {
        Some(Tally {
            named: (*run.first()?).clone(),
            count: run.len(),
        })
    })
    .collect()
}

fn summed_up(notices: &[Notice], shown: &[usize], today: Date) -> String {
    if notices.is_empty() {
        return "Nobody here offers or seeks anything today. What entries offer and seek stands in their front matter: add yours."
            .to_owned();
    }
    if shown.is_empty() {
        return "Nothing that is open fits all of this. Take a filter away to see more.".to_owned();
    }
    let of = |side| shown.iter().filter(|at| notices[**at].side == side).count();
    let offers = counted(of(Side::Offered), "offer", "offers");
    let needs = counted(of(Side::Sought), "need", "needs");
    let day = today.in_words();
    capital(&format!("{offers} and {needs}, open on {day}."))
}
