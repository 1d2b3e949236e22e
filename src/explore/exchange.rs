//! The board of open offers and needs: what there is, filtered and counted, and which of them meet.
//!
//! ```text
//! Catalog + day -> Vec<Notice>             all that is open on that day
//! notices + Filter -> Board                what is shown, with counts and a sentence
//! notices -> Vec<Match>                    an offer that meets a need
//! ```
//!
//! The day is the reader's own: a site may be older than today.

pub mod filter;
pub mod matches;

use crate::explore::catalog::{Catalog, Exchange, Facet, Row};
use crate::explore::exchange::filter::{Filtered, Side};
use crate::explore::lookup::{exchange_label, has_ended, label, value, values};
use crate::explore::meeting::Thing;
use crate::explore::phrase::readable;
use crate::model::date::Date;
use crate::model::url::Url;

/// What ends within so many days is said by the day: a month is what people plan by.
const SOON: i64 = 30;

/// An open offer or need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whether it is offered or sought.
    pub side: Side,
    /// What.
    pub title: String,
    /// The entry's row.
    pub row: u32,
    /// The entry's title.
    pub entry: String,
    /// The address of the entry's page, below the site's root.
    pub address: String,
    /// Its type.
    pub kind: Named,
    /// Its terms, where stated.
    pub terms: Option<Named>,
    /// Where the entry is, in words; may be empty.
    pub place: String,
    /// The entry's country.
    pub country: Option<Named>,
    /// Where to read more.
    pub details_url: Option<Url>,
    /// The last day it stands.
    pub expires: Option<Date>,
    /// Until when, in words.
    pub until: String,
    thing: Thing,
}

/// A value of a list and its label.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    /// As people read it.
    pub label: String,
    /// As written.
    pub value: String,
}

impl Filtered for Notice {
    fn side(&self) -> Side {
        self.side
    }
    fn kind(&self) -> &Named {
        &self.kind
    }
    fn terms(&self) -> Option<&Named> {
        self.terms.as_ref()
    }
    fn country(&self) -> Option<&Named> {
        self.country.as_ref()
    }
}

/// All that is open on `today`, soonest to expire first, then by title. What an entry that has ended offers is not open.
pub fn open(catalog: &Catalog, today: Date) -> Vec<Notice> {
    let rows = (0_u32..).zip(&catalog.rows);
    let rows = rows.filter(|(_, row)| !has_ended(catalog, row));
    let mut notices: Vec<Notice> = rows
        .flat_map(|(number, row)| {
            let still = row.exchanges.iter();
            let still = still.filter(|e| e.expires.is_none_or(|day| day >= today));
            still.map(move |exchange| notice(catalog, (number, row), exchange, today))
        })
        .collect();
    notices.sort_by(|a, b| order(a).cmp(&order(b)));
    notices
}

/// What does not expire comes last.
fn order(notice: &Notice) -> (bool, Option<Date>, &str, u32) {
    let expires = notice.expires;
    (expires.is_none(), expires, &notice.title, notice.row)
}

fn notice(
    catalog: &Catalog,
    (number, row): (u32, &Row),
    exchange: &Exchange,
    today: Date,
) -> Notice {
    let terms = exchange.terms.as_deref();
    let place = row.place.as_ref().map(|place| place.name.clone());
    let country = country(catalog, row);
    Notice {
        side: if exchange.sought {
            Side::Sought
        } else {
            Side::Offered
        },
        title: exchange.title.clone(),
        row: number,
        entry: row.title.clone(),
        address: row.address.clone(),
        kind: Named {
            label: exchange_label(catalog, &exchange.kind),
            value: exchange.kind.clone(),
        },
        terms: terms.map(|terms| Named {
            label: readable(terms),
            value: terms.to_owned(),
        }),
        place: place
            .or_else(|| Some(country.as_ref()?.label.clone()))
            .unwrap_or_default(),
        country,
        details_url: exchange
            .details_url
            .as_deref()
            .and_then(|url| Url::new(url).ok()),
        expires: exchange.expires,
        until: until(exchange.expires, today),
        thing: Thing::new(&exchange.title, &exchange.kind, terms),
    }
}

fn country(catalog: &Catalog, row: &Row) -> Option<Named> {
    let number = *values(catalog, row, Facet::Country).first()?;
    Some(Named {
        label: label(catalog, Facet::Country, number).to_owned(),
        value: value(catalog, Facet::Country, number)?.to_owned(),
    })
}

/// `ends today`, `5 days left, until 27 November 2026`, `until 1 July 2027`, `no end date`.
fn until(expires: Option<Date>, today: Date) -> String {
    let Some(day) = expires else {
        return "no end date".to_owned();
    };
    let words = day.in_words();
    match day.days_since(today) {
        0 => "ends today".to_owned(),
        1 => format!("1 day left, until {words}"),
        left @ 2..=SOON => format!("{left} days left, until {words}"),
        _later => format!("until {words}"),
    }
}

#[cfg(test)]
mod tests;
