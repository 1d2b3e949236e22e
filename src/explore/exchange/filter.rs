//! What of the board is shown: OR within a field, AND across; each field's counts are under the other fields' filters.

use crate::explore::exchange::Named;
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
    /// The side with this name.
    pub fn parse(name: &str) -> Option<Side> {
        let mut sides = [Side::Offered, Side::Sought].into_iter();
        sides.find(|side| side.value() == name)
    }

    /// Its name in an address.
    pub fn value(self) -> &'static str {
        match self {
            Side::Offered => "offered",
            Side::Sought => "sought",
        }
    }
}

/// What the filter asks of a notice.
pub trait Filtered {
    /// Whether it is offered or sought.
    fn side(&self) -> Side;
    /// Its type.
    fn kind(&self) -> &Named;
    /// Its terms, where stated.
    fn terms(&self) -> Option<&Named>;
    /// Where it is.
    fn country(&self) -> Option<&Named>;
}

/// A field of the filter that takes several values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in `Filter`")]
pub enum Field {
    Kind,
    Terms,
    Country,
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
                "side" => filter.side = Side::parse(raw),
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

    /// The values that a field lets through; all where there are none.
    pub fn values(&self, field: Field) -> &[String] {
        match field {
            Field::Kind => &self.kinds,
            Field::Terms => &self.terms,
            Field::Country => &self.countries,
        }
    }

    /// Lets one more value of a field through, or takes it away.
    pub fn toggle(&mut self, field: Field, value: &str) {
        let list = match field {
            Field::Kind => &mut self.kinds,
            Field::Terms => &mut self.terms,
            Field::Country => &mut self.countries,
        };
        match list.iter().position(|known| known == value) {
            Some(at) => {
                list.remove(at);
            }
            None => list.push(value.to_owned()),
        }
    }

    /// Whether a notice passes.
    pub fn passes(&self, notice: &impl Filtered) -> bool {
        self.passes_side(notice) && self.passes_fields(notice, None)
    }

    fn passes_side(&self, notice: &impl Filtered) -> bool {
        self.side.is_none_or(|side| side == notice.side())
    }

    /// Whether a notice passes all fields but `except`.
    fn passes_fields(&self, notice: &impl Filtered, except: Option<Field>) -> bool {
        let passes = |field: Field, value: Option<&Named>| {
            let list = self.values(field);
            let one_of = |named: &Named| list.contains(&named.value);
            except == Some(field) || list.is_empty() || value.is_some_and(one_of)
        };
        passes(Field::Kind, Some(notice.kind()))
            && passes(Field::Terms, notice.terms())
            && passes(Field::Country, notice.country())
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

/// A value and how many there are of it; never none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// The value.
    pub named: Named,
    /// How many.
    pub count: usize,
}

/// The board of these notices under a filter; `today` as in [`open`](super::open).
pub fn board<N: Filtered>(notices: &[N], filter: &Filter, today: Date) -> Board {
    let of_side = |side| {
        let of_side = notices.iter().filter(|notice| notice.side() == side);
        of_side.filter(|n| filter.passes_fields(*n, None)).count()
    };
    let passing = |except| {
        let of_side = notices.iter().filter(|notice| filter.passes_side(*notice));
        of_side.filter(move |notice| filter.passes_fields(*notice, Some(except)))
    };
    let numbered = notices.iter().enumerate();
    let shown: Vec<usize> = numbered
        .filter(|(_, notice)| filter.passes(*notice))
        .map(|(number, _)| number)
        .collect();
    let kinds = passing(Field::Kind).map(Filtered::kind);
    let terms = passing(Field::Terms).filter_map(Filtered::terms);
    let countries = passing(Field::Country).filter_map(Filtered::country);
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

fn summed_up<N: Filtered>(notices: &[N], shown: &[usize], today: Date) -> String {
    if notices.is_empty() {
        return "Nobody here offers or seeks anything today. What entries offer and seek stands in their front matter: add yours."
            .to_owned();
    }
    if shown.is_empty() {
        return "Nothing that is open fits all of this. Take a filter away to see more.".to_owned();
    }
    let of = |side| {
        let of_side = shown.iter().filter(|at| notices[**at].side() == side);
        of_side.count()
    };
    let offers = counted(of(Side::Offered), "offer", "offers");
    let needs = counted(of(Side::Sought), "need", "needs");
    let day = today.in_words();
    capital(&format!("{offers} and {needs}, open on {day}."))
}
