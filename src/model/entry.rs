//! An entry's front matter in typed form: the fields of `schema.md`, under the same names.

use crate::model::date::{Date, Edtf};
use crate::model::relation::RelationType;
use crate::model::url::Url;

/// The fields of an entry. List values stand as written and are known to be in their list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    missing_docs,
    reason = "schema.md defines each field under the same name"
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "schema.md has four yes-or-no fields"
)]
pub struct Entry {
    pub kind: String,
    pub summary: String,
    pub sources: Vec<Source>,
    pub verified: Option<Date>,
    pub status: Option<String>,
    pub domain: Option<String>,
    pub url: Option<Url>,
    pub url_withheld: bool,
    pub synonyms: Vec<String>,
    pub same_as: Vec<Url>,
    pub image: Option<Image>,
    pub distinct_from: Vec<String>,
    pub approach: Option<Approach>,
    pub sector: Vec<String>,
    pub scale: Option<String>,
    pub governance: Vec<String>,
    pub legal_form: Option<String>,
    pub founded: Option<Edtf>,
    pub ended: Option<Edtf>,
    pub status_note: Option<String>,
    pub place: Option<String>,
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: Option<String>,
    pub area_served: Vec<String>,
    pub location_precision: Precision,
    pub geo: Option<Geo>,
    pub location_consent: bool,
    pub at_risk: bool,
    pub links: Vec<EntryLink>,
    pub feed: Option<Url>,
    pub contact_form: Option<Url>,
    pub email: Option<String>,
    pub contact_consent: bool,
    pub offers: Vec<Exchange>,
    pub seeks: Vec<Exchange>,
    pub added: Option<Date>,
    pub updated: Option<Date>,
    pub verified_by: Option<String>,
    /// Days; the site's default where left out.
    pub verify_every: Option<u32>,
    pub confidence: Option<String>,
    pub disputed: Vec<Dispute>,
    pub relations: Vec<Relation>,
    pub steps: Vec<Step>,
}

/// Which half of dual power an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Approach {
    /// It resists.
    CounterPower,
    /// It builds.
    CounterInstitution,
    /// It does both.
    Both,
}

impl Approach {
    /// The value in front matter.
    pub fn value(self) -> &'static str {
        match self {
            Approach::CounterPower => "counter-power",
            Approach::CounterInstitution => "counter-institution",
            Approach::Both => "both",
        }
    }

    /// The approach with this value.
    pub fn parse(value: &str) -> Option<Approach> {
        [
            Approach::CounterPower,
            Approach::CounterInstitution,
            Approach::Both,
        ]
        .into_iter()
        .find(|approach| approach.value() == value)
    }
}

/// How exactly a place may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[expect(missing_docs, reason = "the values of schema.md, coarse to fine")]
pub enum Precision {
    None,
    Country,
    Region,
    #[default]
    City,
    Exact,
}

impl Precision {
    /// The precision with this value.
    pub fn parse(value: &str) -> Option<Precision> {
        match value {
            "none" => Some(Precision::None),
            "country" => Some(Precision::Country),
            "region" => Some(Precision::Region),
            "city" => Some(Precision::City),
            "exact" => Some(Precision::Exact),
            _other => None,
        }
    }
}

/// Coordinates in degrees, kept as written: they are shown or not, never computed with here.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Geo {
    pub lat: String,
    pub lon: String,
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Source {
    pub title: String,
    pub url: Option<Url>,
    pub accessed: Option<Date>,
    pub archived_url: Option<Url>,
}

/// A picture of the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Image {
    pub src: String,
    pub alt: String,
    pub license: Option<String>,
    pub credit: Option<String>,
}

/// A link of the entry's own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct EntryLink {
    pub rel: String,
    pub url: Url,
}

/// Something offered or sought.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Exchange {
    pub title: String,
    pub kind: String,
    pub terms: Option<String>,
    pub details_url: Option<Url>,
    pub expires: Option<Date>,
}

/// A claim that sources do not agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Dispute {
    pub claim: String,
    pub note: String,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// A relation as written, its object not yet looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Relation {
    pub kind: &'static RelationType,
    pub to: RelationObject,
    pub since: Option<Edtf>,
    pub until: Option<Edtf>,
    pub note: Option<String>,
    /// Number of a source, from 1.
    pub source: Option<usize>,
}

/// What a relation leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RelationObject {
    /// An entry's id.
    Entry(String),
    /// `ext`: a name that the directory does not list.
    Outside(String),
}

impl RelationObject {
    /// Whether the directory does not list it.
    pub fn is_outside(&self) -> bool {
        match self {
            RelationObject::Entry(_) => false,
            RelationObject::Outside(_) => true,
        }
    }
}

/// One step of a trail.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Step {
    pub to: String,
    pub note: Option<String>,
}
