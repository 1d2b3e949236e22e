//! The catalog: all entries with everything they can be filtered, sorted, placed and compared by.
//!
//! [`Catalog::of`] makes it from a site, [`Catalog::encode`] and [`Catalog::decode`] are its file in both directions.
//! Place and contact pass the disclosure gate before they come here: what is withheld on pages is not in the catalog.
//! Summaries are not here either, as they weigh more than all the rest: see [`summaries`](super::summaries).

mod decode;
mod encode;
mod facet;
mod language;
mod rows;
mod values;

use crate::explore::bytes::BadFile;
use crate::model::date::{Date, Edtf};
use crate::model::entry::{Approach, Entry};
use crate::model::site::{PageId, Site};

/// The whole table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    /// The site's title.
    pub title: String,
    /// Where the site stands on the web, where the builder says so.
    pub base_url: Option<String>,
    /// The day it was built: freshness and expiry count from it.
    pub today: Option<Date>,
    /// The facets whose values are numbered: name, label and values. A row names values by their number here.
    pub facets: Vec<Choices>,
    /// The entries, sorted by title, then by address.
    pub rows: Vec<Row>,
}

impl Catalog {
    /// The catalog of a site.
    ///
    /// `places` finds the coordinates of an entry; it is shown of each no more than what may be told.
    pub fn of(site: &Site, places: &dyn Fn(&Entry) -> Option<Place>) -> Catalog {
        rows::catalog(site, places)
    }

    /// The pages of its rows, in their order: by title, then by address.
    pub fn order(site: &Site) -> Vec<PageId> {
        rows::order(site)
    }

    /// The bytes of its file.
    pub fn encode(&self) -> Vec<u8> {
        encode::encode(self)
    }

    /// The catalog in these bytes, or why there is none.
    pub fn decode(bytes: &[u8]) -> Result<Catalog, BadFile> {
        decode::decode(bytes)
    }

    /// Where a facet stands in [`Catalog::facets`] and in [`Row::values`]; nowhere if no entry has a value of it.
    pub fn column(&self, facet: Facet) -> Option<usize> {
        self.facets
            .iter()
            .position(|choices| choices.facet == facet)
    }

    /// The numbers of a row's values of a facet.
    pub fn values(&self, row: u32, facet: Facet) -> &[u16] {
        let values = self.row(row).zip(self.column(facet));
        let values = values.and_then(|(row, column)| row.values.get(column));
        values.map_or(&[], Vec::as_slice)
    }

    /// The labels of a row's values of a facet.
    pub fn labels(&self, row: u32, facet: Facet) -> impl Iterator<Item = &str> {
        let choices = self.column(facet).map(|column| &self.facets[column]);
        let values = self.values(row, facet).iter();
        choices
            .into_iter()
            .flat_map(move |choices| values.clone().map(|value| choices.label_of(*value)))
    }

    /// A row's half of dual power.
    pub fn approach(&self, row: u32) -> Option<Approach> {
        let number = *self.values(row, Facet::Approach).first()?;
        let choices = &self.facets[self.column(Facet::Approach)?];
        let (value, _) = choices.values.get(usize::from(number))?;
        Approach::parse(value)
    }

    /// The row with this number.
    pub fn row(&self, row: u32) -> Option<&Row> {
        usize::try_from(row).ok().and_then(|row| self.rows.get(row))
    }
}

impl Row {
    /// The last segment of its address.
    pub fn id(&self) -> &str {
        let path = self.address.trim_end_matches('/');
        path.rsplit('/').next().unwrap_or_default()
    }
}

/// The values of a facet that occur.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Which facet.
    pub facet: Facet,
    /// Its name as people read it.
    pub label: String,
    /// Its values in the order of their list, or else by label: value as written, label as read.
    pub values: Vec<(String, String)>,
    /// For each value what it means, in one sentence; empty where nobody said.
    pub meanings: Vec<String>,
}

impl Choices {
    /// The label of a value; empty for a number that no value has.
    pub fn label_of(&self, number: u16) -> &str {
        let value = self.values.get(usize::from(number));
        value.map_or("", |(_value, label)| label)
    }
}

/// A facet whose values come from a list, are the author's own words, or follow from other fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[expect(missing_docs, reason = "the names are those of schema.md")]
pub enum Facet {
    #[default]
    Kind,
    Approach,
    Domain,
    Sector,
    Country,
    Region,
    Status,
    Scale,
    Governance,
    LegalForm,
    Tag,
    Language,
    /// Types of what is offered.
    Offers,
    /// Types of what is sought.
    Seeks,
    /// What there is beyond words: something offered, something sought, a place.
    Has,
    /// How long ago somebody checked it: lately, too long ago, never.
    Freshness,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The page's address, below the site's root; its last segment is the entry's id.
    pub address: String,
    /// Its title.
    pub title: String,
    /// For each facet of [`Catalog::facets`] the numbers of its values, rising.
    pub values: Vec<Vec<u16>>,
    /// Where it is, as far as it may be told.
    pub place: Option<Place>,
    /// When it began.
    pub founded: Option<Edtf>,
    /// When it ended.
    pub ended: Option<Edtf>,
    /// The day somebody last checked it against its sources.
    pub verified: Option<Date>,
    /// The day from which it counts as stale: `verified` and the days it allows.
    pub stale: Option<Date>,
    /// The day it was added.
    pub added: Option<Date>,
    /// What it offers and seeks that has not expired on the day of the build.
    pub exchanges: Vec<Exchange>,
    /// Relations to other rows: number of the type in `relation::ALL`, number of the other row; stored direction only.
    pub relations: Vec<(u8, u32)>,
}

/// A place as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// In words: `Jackson, United States`.
    pub name: String,
    /// Degrees east, in hundredths.
    pub lon: i16,
    /// Degrees north, in hundredths.
    pub lat: i16,
    /// How exactly: the drawing is a dot, a ring or an area.
    pub exactness: Exactness,
}

/// How exactly a place is known or told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Exactness {
    /// The middle of a country.
    #[default]
    Country,
    /// The middle of a region.
    Region,
    /// A town.
    Town,
    /// Coordinates that the group consented to.
    Exact,
}

/// Something offered or sought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exchange {
    /// Whether it is sought; offered otherwise.
    pub sought: bool,
    /// What.
    pub title: String,
    /// Its type: a value of the list `exchange_type`.
    pub kind: String,
    /// Its terms: a value of the list `exchange_terms`.
    pub terms: Option<String>,
    /// Where to read more.
    pub details_url: Option<String>,
    /// The last day it stands.
    pub expires: Option<Date>,
}

#[cfg(test)]
mod tests;
