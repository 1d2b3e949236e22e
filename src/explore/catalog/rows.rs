//! A site to its catalog.

use crate::explore::catalog::values::{Collected, numbered, values};
use crate::explore::catalog::{Catalog, Choices, Exchange, Facet, Place, Row};
use crate::model::date::Date;
use crate::model::disclosure::Disclosed;
use crate::model::entry::{self, Entry};
use crate::model::relation;
use crate::model::site::{Page, PageId, Site};
use crate::model::slug::Slug;

/// The pages of the rows, in their order: every entry, by title as pages sort it, then by address.
pub(super) fn order(site: &Site) -> Vec<PageId> {
    let entries = site.numbered().filter(|(_, page)| page.entry().is_some());
    let mut order: Vec<(Slug, &str, &str, PageId)> = entries
        .map(|(id, page)| {
            let key = Slug::from_words(&page.title);
            (key, page.title.as_str(), page.address.as_str(), id)
        })
        .collect();
    order.sort();
    order.into_iter().map(|(_, _, _, id)| id).collect()
}

pub(super) fn catalog(site: &Site, places: &dyn Fn(&Entry) -> Option<Place>) -> Catalog {
    let order = order(site);
    let mut rows: Vec<Row> = order
        .iter()
        .filter_map(|id| row(site, site.page(*id), places))
        .collect();
    relate(site, &order, &mut rows);
    let facets = Facet::ALL.into_iter();
    Catalog {
        title: site.settings.title.clone(),
        base_url: site.settings.base_url.as_ref().map(ToString::to_string),
        today: Some(site.settings.today),
        facets: facets
            .filter_map(|facet| choices(site, &order, facet, &mut rows))
            .collect(),
        rows,
    }
}

/// What a page's own front matter says; values and relations come after, when all rows are known.
fn row(site: &Site, page: &Page, places: &dyn Fn(&Entry) -> Option<Place>) -> Option<Row> {
    let entry = page.entry()?;
    let every = entry.verify_every.unwrap_or(site.settings.verify_every);
    Some(Row {
        address: page.address.to_string(),
        title: page.title.clone(),
        place: as_told(entry).and_then(|entry| places(&entry)),
        founded: entry.founded,
        ended: entry.ended,
        verified: entry.verified,
        stale: entry.verified.and_then(|day| stale(day, every)),
        added: entry.added,
        exchanges: exchanges(site, entry),
        ..Row::default()
    })
}

/// The place of an entry and nothing else, as far as it may be told: whoever looks for coordinates sees no more, and is
/// not asked where nothing may be told.
fn as_told(entry: &Entry) -> Option<Entry> {
    let told = Disclosed::of(entry);
    told.in_short()?;
    Some(Entry {
        kind: entry.kind.clone(),
        place: told.place.map(str::to_owned),
        region: told.region.map(str::to_owned),
        country: told.country.map(str::to_owned),
        geo: told.geo.cloned(),
        location_precision: entry.location_precision,
        location_consent: told.geo.is_some(),
        at_risk: entry.at_risk,
        ..Entry::default()
    })
}

/// The day after the last on which a check still counts.
fn stale(verified: Date, every: u32) -> Option<Date> {
    let days = i32::try_from(every).ok()?.checked_add(1)?;
    Date::of_day_number(verified.day_number().checked_add(days)?)
}

fn exchanges(site: &Site, entry: &Entry) -> Vec<Exchange> {
    let row = |sought: bool| {
        move |exchange: &entry::Exchange| Exchange {
            sought,
            title: exchange.title.clone(),
            kind: exchange.kind.clone(),
            terms: exchange.terms.clone(),
            details_url: Disclosed::details_url(entry, exchange).map(ToString::to_string),
            expires: exchange.expires,
        }
    };
    let today = site.settings.today;
    let offers = entry.offers.iter().filter(|e| stands(e, today));
    let seeks = entry.seeks.iter().filter(|e| stands(e, today));
    offers.map(row(false)).chain(seeks.map(row(true))).collect()
}

fn stands(exchange: &entry::Exchange, today: Date) -> bool {
    exchange.expires.is_none_or(|day| day >= today)
}

/// Gives every row the relations that are stored on its page.
fn relate(site: &Site, order: &[PageId], rows: &mut [Row]) {
    let mut row_of = vec![None; site.pages.len()];
    for (row, id) in (0_u32..).zip(order) {
        row_of[id.0] = Some(row);
    }
    for edge in &site.graph.edges {
        let kind = relation::ALL.iter().position(|known| known == edge.kind);
        let kind = kind.and_then(|kind| u8::try_from(kind).ok());
        let from = row_of[edge.from.0].and_then(|row| usize::try_from(row).ok());
        if let (Some(kind), Some(from), Some(to)) = (kind, from, row_of[edge.to.0]) {
            rows[from].relations.push((kind, to));
        }
    }
    for row in rows {
        row.relations.sort_unstable();
        row.relations.dedup();
    }
}

/// The values of a facet that occur, with their numbers put into the rows; nothing where none does.
fn choices(site: &Site, order: &[PageId], facet: Facet, rows: &mut [Row]) -> Option<Choices> {
    let worn: Vec<Vec<Collected>> = order
        .iter()
        .zip(rows.iter())
        .map(|(id, row)| values(site, site.page(*id), row, facet))
        .collect();
    let (choices, numbers) = numbered(site, facet, &worn);
    if choices.values.is_empty() {
        return None;
    }
    for (row, numbers) in rows.iter_mut().zip(numbers) {
        row.values.push(numbers);
    }
    Some(choices)
}
