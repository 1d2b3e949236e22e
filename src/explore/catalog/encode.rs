//! A catalog to bytes.
//!
//! ```text
//! name version
//! title  base-url?  today?
//! facets:    number label values*(value label meaning)
//! words:     the types and terms of exchanges, each once
//! places:    names*, lon*, lat*, exactness*, each place once
//! folders:   each once
//! rows:      how many, then column after column:
//!            titles, folder numbers, last segments (empty where the title gives it),
//!            per facet: how many values each, then all values
//!            places (0 for none), founded, ended, verified, stale, added,
//!            exchanges and relations: how many each, then all of them
//! ```
//!
//! Columns and not rows, because like beside like compresses well; whoever serves the file compresses it.

use std::collections::BTreeMap;

use crate::explore::bytes::{Writer, zigzag};
use crate::explore::catalog::{Catalog, Choices, Exchange, Place, Row};
use crate::model::date::{Date, Edtf};
use crate::search::fold::fold;

/// How the file begins.
pub(super) const MAGIC: &[u8] = b"commons-rows";
/// Which version of the format this is.
pub(super) const VERSION: u8 = 1;

/// Most dates are near it, and small numbers are short.
pub(super) const NEAR: i16 = 2000;

/// What a partly known date has.
pub(super) const DATED: u8 = 1;
pub(super) const MONTH: u8 = 2;
pub(super) const DAY: u8 = 4;
pub(super) const APPROXIMATE: u8 = 8;
pub(super) const UNCERTAIN: u8 = 16;

/// What an exchange is and has.
pub(super) const SOUGHT: u8 = 1;
pub(super) const TERMS: u8 = 2;
pub(super) const DETAILS: u8 = 4;
pub(super) const EXPIRES: u8 = 8;

/// Writes the file.
pub(super) fn encode(catalog: &Catalog) -> Vec<u8> {
    let mut writer = Writer::new(MAGIC, VERSION);
    head(catalog, &mut writer);
    writer.count(catalog.facets.len());
    for choices in &catalog.facets {
        facet(choices, &mut writer);
    }
    let shared = Shared::of(&catalog.rows);
    shared.write(&mut writer);
    rows(catalog, &shared, &mut writer);
    writer.done()
}

fn head(catalog: &Catalog, writer: &mut Writer) {
    writer.text(&catalog.title);
    writer.byte(u8::from(catalog.base_url.is_some()));
    if let Some(url) = &catalog.base_url {
        writer.text(url);
    }
    writer.number(u64::from(day(catalog.today, 0)));
}

fn facet(choices: &Choices, writer: &mut Writer) {
    writer.count(choices.facet as usize);
    writer.text(&choices.label);
    writer.count(choices.values.len());
    for (number, (value, label)) in choices.values.iter().enumerate() {
        writer.text(value);
        writer.text(label);
        writer.text(choices.meanings.get(number).map_or("", String::as_str));
    }
}

/// What several rows have in common, each once.
struct Shared<'a> {
    words: BTreeMap<&'a str, u32>,
    places: BTreeMap<Key<'a>, u32>,
    folders: BTreeMap<&'a str, u32>,
}

/// A place as it is sorted.
type Key<'a> = (&'a str, i16, i16, u8);

fn key(place: &Place) -> Key<'_> {
    (&place.name, place.lon, place.lat, place.exactness as u8)
}

impl<'a> Shared<'a> {
    fn of(rows: &'a [Row]) -> Shared<'a> {
        let exchanges = rows.iter().flat_map(|row| &row.exchanges);
        let words = exchanges.flat_map(|exchange| {
            let terms = exchange.terms.as_deref();
            [exchange.kind.as_str()].into_iter().chain(terms)
        });
        Shared {
            words: numbers(words),
            places: numbers(rows.iter().filter_map(|row| row.place.as_ref()).map(key)),
            folders: numbers(rows.iter().map(|row| split(&row.address).0)),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.count(self.words.len());
        for word in self.words.keys() {
            writer.text(word);
        }
        writer.count(self.places.len());
        for (name, ..) in self.places.keys() {
            writer.text(name);
        }
        for (_, lon, ..) in self.places.keys() {
            writer.signed(i64::from(*lon));
        }
        for (_, _, lat, _) in self.places.keys() {
            writer.signed(i64::from(*lat));
        }
        for (.., exactness) in self.places.keys() {
            writer.byte(*exactness);
        }
        writer.count(self.folders.len());
        for folder in self.folders.keys() {
            writer.text(folder);
        }
    }

    fn word(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or_default()
    }

    fn folder(&self, row: &Row) -> u32 {
        let folder = self.folders.get(split(&row.address).0);
        folder.copied().unwrap_or_default()
    }

    /// 0 for none.
    fn place(&self, row: &Row) -> u32 {
        let place = row.place.as_ref().map(key);
        let number = place.and_then(|key| self.places.get(&key));
        number.map_or(0, |number| number + 1)
    }
}

fn numbers<T: Ord>(values: impl Iterator<Item = T>) -> BTreeMap<T, u32> {
    let mut numbers: BTreeMap<T, u32> = values.map(|value| (value, 0)).collect();
    for (number, place) in numbers.values_mut().zip(0..) {
        *number = place;
    }
    numbers
}

/// An address as its folder and the rest: `networks/` and `symbiosis/`.
fn split(address: &str) -> (&str, &str) {
    let inner = address.strip_suffix('/').unwrap_or(address);
    address.split_at(inner.rfind('/').map_or(0, |slash| slash + 1))
}

/// The last segment that most entries with this title have.
pub(super) fn usual_segment(title: &str) -> String {
    let mut segment = fold(title).replace(' ', "-");
    segment.push('/');
    segment
}

fn rows(catalog: &Catalog, shared: &Shared<'_>, writer: &mut Writer) {
    let rows = &catalog.rows;
    writer.count(rows.len());
    for row in rows {
        writer.text(&row.title);
    }
    writer.column(rows.iter().map(|row| shared.folder(row)));
    for row in rows {
        segment(row, writer);
    }
    for column in 0..catalog.facets.len() {
        values(rows, column, writer);
    }
    writer.column(rows.iter().map(|row| shared.place(row)));
    dates(catalog, writer);
    exchanges(catalog, shared, writer);
    relations(rows, writer);
}

/// Empty for the usual segment; what is empty itself, or begins with `/`, gets one more `/` before.
fn segment(row: &Row, writer: &mut Writer) {
    let (_, segment) = split(&row.address);
    if segment == usual_segment(&row.title) {
        writer.text("");
    } else if segment.is_empty() || segment.starts_with('/') {
        writer.text(&["/", segment].concat());
    } else {
        writer.text(segment);
    }
}

fn values(rows: &[Row], column: usize, writer: &mut Writer) {
    for row in rows {
        writer.count(values_in(row, column).len());
    }
    let all = rows.iter().flat_map(|row| values_in(row, column));
    writer.column(all.map(|value| u32::from(*value)));
}

fn values_in(row: &Row, column: usize) -> &[u16] {
    row.values.get(column).map_or(&[], Vec::as_slice)
}

fn dates(catalog: &Catalog, writer: &mut Writer) {
    let rows = &catalog.rows;
    let near = catalog.today.map_or(0, Date::day_number);
    for row in rows {
        edtf(row.founded, writer);
    }
    for row in rows {
        edtf(row.ended, writer);
    }
    writer.column(rows.iter().map(|row| day(row.verified, near)));
    // Nearly always the same number of days after.
    let checked = |row: &Row| row.verified.map_or(near, Date::day_number);
    writer.column(rows.iter().map(|row| day(row.stale, checked(row))));
    writer.column(rows.iter().map(|row| day(row.added, near)));
}

fn edtf(date: Option<Edtf>, writer: &mut Writer) {
    let Some(date) = date else {
        writer.byte(0);
        return;
    };
    let flag = |has: bool, flag: u8| if has { flag } else { 0 };
    writer.byte(
        DATED
            | flag(date.month.is_some(), MONTH)
            | flag(date.day.is_some(), DAY)
            | flag(date.approximate, APPROXIMATE)
            | flag(date.uncertain, UNCERTAIN),
    );
    writer.signed(i64::from(date.year) - i64::from(NEAR));
    for part in [date.month, date.day].into_iter().flatten() {
        writer.byte(part);
    }
}

/// 0 for no day, or else one more than its distance from `near`.
fn day(day: Option<Date>, near: i32) -> u32 {
    let distance = day.map(|day| zigzag(i64::from(day.day_number()) - i64::from(near)));
    let number = distance.map_or(0, |distance| distance + 1);
    u32::try_from(number).expect("all days are within four million of each other")
}

fn exchanges(catalog: &Catalog, shared: &Shared<'_>, writer: &mut Writer) {
    for row in &catalog.rows {
        writer.count(row.exchanges.len());
    }
    let near = catalog.today.map_or(0, Date::day_number);
    for each in catalog.rows.iter().flat_map(|row| &row.exchanges) {
        writer.byte(exchange_flags(each));
        writer.number(u64::from(shared.word(&each.kind)));
        writer.text(&each.title);
        if let Some(terms) = &each.terms {
            writer.number(u64::from(shared.word(terms)));
        }
        if let Some(url) = &each.details_url {
            writer.text(url);
        }
        if each.expires.is_some() {
            writer.number(u64::from(day(each.expires, near)));
        }
    }
}

fn exchange_flags(exchange: &Exchange) -> u8 {
    let flag = |has: bool, flag: u8| if has { flag } else { 0 };
    flag(exchange.sought, SOUGHT)
        | flag(exchange.terms.is_some(), TERMS)
        | flag(exchange.details_url.is_some(), DETAILS)
        | flag(exchange.expires.is_some(), EXPIRES)
}

fn relations(rows: &[Row], writer: &mut Writer) {
    for row in rows {
        writer.count(row.relations.len());
    }
    let all = || rows.iter().flat_map(|row| &row.relations);
    for (kind, _) in all() {
        writer.byte(*kind);
    }
    writer.column(all().map(|(_, other)| *other));
}
