//! The catalog: all entries with everything they can be filtered, sorted, placed and compared by.
//!
//! Place and contact pass the disclosure gate before they come here: what is withheld on pages is not in the catalog.

use crate::model::date::{Date, Edtf};

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

/// The values of a facet that occur.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Which facet.
    pub facet: Facet,
    /// Its name as people read it.
    pub label: String,
    /// Its values in the order of their list: value as written, label as read.
    pub values: Vec<(String, String)>,
}

/// A facet whose values come from a list or are the author's own words.
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
