//! Bytes to a catalog. The bytes come from somewhere: whatever they are, this ends, and never takes more than some sixty
//! times their room.

use crate::explore::bytes::{BadFile, Reader, unzigzag};
use crate::explore::catalog::encode::{
    APPROXIMATE, DATED, DAY, DETAILS, EXPIRES, MAGIC, MONTH, NEAR, SOUGHT, TERMS, UNCERTAIN,
    VERSION, usual_segment,
};
use crate::explore::catalog::{Catalog, Choices, Exactness, Exchange, Facet, Place, Row};
use crate::model::date::{Date, Edtf};
use crate::model::relation;

type Read<T> = Result<T, BadFile>;

/// The columns that every row has at least a byte in, beside one for each facet.
const COLUMNS: usize = 11;
/// Half the way around the earth, and from the equator to a pole, in hundredths of a degree.
const FARTHEST: (i16, i16) = (18_000, 9_000);

/// Reads the file.
pub(super) fn decode(bytes: &[u8]) -> Read<Catalog> {
    let mut reader = Reader::new(bytes, MAGIC, VERSION)?;
    let mut catalog = head(&mut reader)?;
    catalog.facets = reader.several(3, facet)?;
    let shared = Shared {
        words: reader.several(1, Reader::text)?,
        places: places(&mut reader)?,
        folders: reader.several(1, Reader::text)?,
    };
    rows(&mut catalog, &shared, &mut reader)?;
    reader.end()?;
    Ok(catalog)
}

fn head(reader: &mut Reader<'_>) -> Read<Catalog> {
    let title = reader.text()?.to_owned();
    let base_url = match reader.byte()? {
        0 => None,
        1 => Some(reader.text()?.to_owned()),
        _other => return Err(reader.damaged()),
    };
    Ok(Catalog {
        title,
        base_url,
        today: day(reader.small()?, 0, reader)?,
        ..Catalog::default()
    })
}

fn facet(reader: &mut Reader<'_>) -> Read<Choices> {
    let number: usize = reader.small()?;
    let facet = Facet::ALL.get(number).ok_or_else(|| reader.damaged())?;
    let label = reader.text()?.to_owned();
    let count = reader.count(3)?;
    let mut values = Vec::with_capacity(count);
    let mut meanings = Vec::with_capacity(count);
    for _ in 0..count {
        values.push((reader.text()?.to_owned(), reader.text()?.to_owned()));
        meanings.push(reader.text()?.to_owned());
    }
    Ok(Choices {
        facet: *facet,
        label,
        values,
        meanings,
    })
}

/// What several rows have in common.
struct Shared<'a> {
    words: Vec<&'a str>,
    places: Vec<(&'a str, Place)>,
    folders: Vec<&'a str>,
}

impl Shared<'_> {
    /// The place with this number, its name to be repeated; none for 0.
    fn place(&self, number: u32, reader: &mut Reader<'_>) -> Read<Option<Place>> {
        let Some(number) = number.checked_sub(1) else {
            return Ok(None);
        };
        let (name, place) = nth(&self.places, number, reader)?;
        reader.repeat(name.len())?;
        Ok(Some(Place {
            name: (*name).to_owned(),
            ..place.clone()
        }))
    }
}

fn nth<'a, T>(all: &'a [T], number: u32, reader: &Reader<'_>) -> Read<&'a T> {
    let place = usize::try_from(number).ok();
    let found = place.and_then(|place| all.get(place));
    found.ok_or_else(|| reader.damaged())
}

/// One of the shared texts, to be repeated.
fn shared_text<'a>(texts: &[&'a str], number: u32, reader: &mut Reader<'_>) -> Read<&'a str> {
    let text = *nth(texts, number, reader)?;
    reader.repeat(text.len())?;
    Ok(text)
}

/// The places, their names apart.
fn places<'a>(reader: &mut Reader<'a>) -> Read<Vec<(&'a str, Place)>> {
    let count = reader.count(4)?;
    let mut places = Vec::with_capacity(count);
    for _ in 0..count {
        places.push((reader.text()?, Place::default()));
    }
    for (_, place) in &mut places {
        place.lon = degrees(FARTHEST.0, reader)?;
    }
    for (_, place) in &mut places {
        place.lat = degrees(FARTHEST.1, reader)?;
    }
    for (_, place) in &mut places {
        place.exactness = exactness(reader)?;
    }
    Ok(places)
}

fn degrees(farthest: i16, reader: &mut Reader<'_>) -> Read<i16> {
    let degrees = i16::try_from(reader.signed()?).ok();
    let real = degrees.filter(|degrees| (-farthest..=farthest).contains(degrees));
    real.ok_or_else(|| reader.damaged())
}

fn exactness(reader: &mut Reader<'_>) -> Read<Exactness> {
    match reader.byte()? {
        0 => Ok(Exactness::Country),
        1 => Ok(Exactness::Region),
        2 => Ok(Exactness::Town),
        3 => Ok(Exactness::Exact),
        _other => Err(reader.damaged()),
    }
}

fn rows(catalog: &mut Catalog, shared: &Shared<'_>, reader: &mut Reader<'_>) -> Read<()> {
    let columns = catalog.facets.len();
    let count = reader.count(COLUMNS + columns)?;
    let mut rows = Vec::with_capacity(count);
    for _ in 0..count {
        rows.push(Row {
            title: reader.text()?.to_owned(),
            values: Vec::with_capacity(columns),
            ..Row::default()
        });
    }
    addresses(&mut rows, shared, reader)?;
    for choices in &catalog.facets {
        values(&mut rows, choices.values.len(), reader)?;
    }
    let places = reader.column(count)?;
    for (row, place) in rows.iter_mut().zip(places) {
        row.place = shared.place(place, reader)?;
    }
    let near = catalog.today.map_or(0, Date::day_number);
    dates(&mut rows, near, reader)?;
    let counts = reader.counts(count, 3)?;
    for (row, count) in rows.iter_mut().zip(counts) {
        row.exchanges = several(count, || exchange(shared, near, reader))?;
    }
    relations(&mut rows, reader)?;
    catalog.rows = rows;
    Ok(())
}

fn addresses(rows: &mut [Row], shared: &Shared<'_>, reader: &mut Reader<'_>) -> Read<()> {
    let folders = reader.column(rows.len())?;
    for (row, folder) in rows.iter_mut().zip(folders) {
        let folder = shared_text(&shared.folders, folder, reader)?;
        let segment = reader.text()?;
        row.address = if segment.is_empty() {
            [folder, &usual_segment(&row.title)].concat()
        } else {
            [folder, segment.strip_prefix('/').unwrap_or(segment)].concat()
        };
    }
    Ok(())
}

/// So many, each made by `read`; whoever calls has checked that there are bytes for them.
fn several<T>(count: usize, mut read: impl FnMut() -> Read<T>) -> Read<Vec<T>> {
    let mut several = Vec::with_capacity(count);
    for _ in 0..count {
        several.push(read()?);
    }
    Ok(several)
}

/// The column of a facet that has so many values.
fn values(rows: &mut [Row], known: usize, reader: &mut Reader<'_>) -> Read<()> {
    let counts = reader.counts(rows.len(), 1)?;
    let all = reader.column(counts.iter().sum())?;
    let is_known = |value: &u16| usize::from(*value) < known;
    let mut all = all.into_iter();
    for (row, count) in rows.iter_mut().zip(counts) {
        let values = all.by_ref().take(count);
        let values = values.map(|value| u16::try_from(value).ok().filter(is_known));
        let values: Option<Vec<u16>> = values.collect();
        let values = values.filter(|values| values.is_sorted_by(|a, b| a < b));
        row.values.push(values.ok_or_else(|| reader.damaged())?);
    }
    Ok(())
}

fn dates(rows: &mut [Row], near: i32, reader: &mut Reader<'_>) -> Read<()> {
    for row in &mut *rows {
        row.founded = edtf(reader)?;
    }
    for row in &mut *rows {
        row.ended = edtf(reader)?;
    }
    let verified = reader.column(rows.len())?;
    let stale = reader.column(rows.len())?;
    let added = reader.column(rows.len())?;
    let days = verified.into_iter().zip(stale).zip(added);
    for (row, ((verified, stale), added)) in rows.iter_mut().zip(days) {
        row.verified = day(verified, near, reader)?;
        let checked = row.verified.map_or(near, Date::day_number);
        row.stale = day(stale, checked, reader)?;
        row.added = day(added, near, reader)?;
    }
    Ok(())
}

fn edtf(reader: &mut Reader<'_>) -> Read<Option<Edtf>> {
    let flags = reader.byte()?;
    if flags == 0 {
        return Ok(None);
    }
    let all = DATED | MONTH | DAY | APPROXIMATE | UNCERTAIN;
    if flags & DATED == 0 || flags & !all != 0 {
        return Err(reader.damaged());
    }
    let year = reader.signed()?.checked_add(i64::from(NEAR));
    let year = year.and_then(|year| i16::try_from(year).ok());
    let mut part = |flag: u8| -> Read<Option<u8>> {
        let has = flags & flag != 0;
        has.then(|| reader.byte()).transpose()
    };
    let (month, day) = (part(MONTH)?, part(DAY)?);
    let date = year.and_then(|year| {
        let date = Edtf {
            year,
            month,
            day,
            approximate: flags & APPROXIMATE != 0,
            uncertain: flags & UNCERTAIN != 0,
        };
        date.checked()
    });
    date.map(Some).ok_or_else(|| reader.damaged())
}

/// None for 0.
fn day(number: u32, near: i32, reader: &Reader<'_>) -> Read<Option<Date>> {
    let Some(distance) = u64::from(number).checked_sub(1) else {
        return Ok(None);
    };
    let number = i32::try_from(unzigzag(distance) + i64::from(near)).ok();
    let day = number.and_then(Date::of_day_number);
    day.map(Some).ok_or_else(|| reader.damaged())
}

fn exchange(shared: &Shared<'_>, near: i32, reader: &mut Reader<'_>) -> Read<Exchange> {
    let flags = reader.byte()?;
    if flags & !(SOUGHT | TERMS | DETAILS | EXPIRES) != 0 {
        return Err(reader.damaged());
    }
    let has = |flag: u8| flags & flag != 0;
    let kind = shared_text(&shared.words, reader.small()?, reader)?.to_owned();
    let title = reader.text()?.to_owned();
    let terms = has(TERMS).then(|| shared_text(&shared.words, reader.small()?, reader));
    let terms = terms.transpose()?.map(str::to_owned);
    let details_url = has(DETAILS).then(|| reader.text()).transpose()?;
    let expires = if has(EXPIRES) {
        day(reader.small()?, near, reader)?
    } else {
        None
    };
    if has(EXPIRES) && expires.is_none() {
        return Err(reader.damaged());
    }
    Ok(Exchange {
        sought: has(SOUGHT),
        title,
        kind,
        terms,
        details_url: details_url.map(str::to_owned),
        expires,
    })
}

fn relations(rows: &mut [Row], reader: &mut Reader<'_>) -> Read<()> {
    let count = rows.len();
    let counts = reader.counts(count, 2)?;
    let sum = counts.iter().sum();
    let kinds = several(sum, || relation_type(reader))?;
    let others = reader.column(sum)?;
    let is_row = |other: &u32| usize::try_from(*other).is_ok_and(|other| other < count);
    if !others.iter().all(is_row) {
        return Err(reader.damaged());
    }
    let mut all = kinds.into_iter().zip(others);
    for (row, count) in rows.iter_mut().zip(counts) {
        row.relations = all.by_ref().take(count).collect();
    }
    Ok(())
}

fn relation_type(reader: &mut Reader<'_>) -> Read<u8> {
    let kind = reader.byte()?;
    let is_known = usize::from(kind) < relation::ALL.len();
    is_known.then_some(kind).ok_or_else(|| reader.damaged())
}
