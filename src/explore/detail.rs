//! Details: all that a page tells of an entry, as one object of `data/entries.json`, in both directions.
//!
//! ```text
//! Site -> Vec<Detail> -> data/entries.json            by the build
//! data/entries.json -> Vec<Detail> -> compare, export in the browser
//! ```
//!
//! The file is a list of such objects, sorted by address; every key is always there, with `null` or `[]` where nothing is
//! stated. Place, contact and feed have passed the disclosure gate: what pages withhold is not here. Neither is whether an
//! entry is at risk, as nobody needs a list of those.

mod of_site;
mod text;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::date::{Date, Edtf};
use crate::model::entry::Approach;
use crate::model::site::Site;
use crate::model::url::Url;

/// One entry. Fields are those of `schema.md`, under the same names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "schema.md defines each field under the same name"
)]
pub struct Detail {
    pub id: String,
    /// Where its page stands, below the site's root.
    pub address: String,
    pub title: String,
    pub kind: String,
    pub summary: String,
    /// BCP 47 tag.
    pub language: String,
    #[serde(with = "text::maybe")]
    pub approach: Option<Approach>,
    pub status: Option<String>,
    pub status_note: Option<String>,
    pub domain: Option<String>,
    pub sector: Vec<String>,
    pub scale: Option<String>,
    pub governance: Vec<String>,
    pub legal_form: Option<String>,
    #[serde(with = "text::maybe")]
    pub founded: Option<Edtf>,
    #[serde(with = "text::maybe")]
    pub ended: Option<Edtf>,
    pub place: Option<String>,
    pub region: Option<String>,
    pub country: Option<String>,
    pub area_served: Vec<String>,
    /// How exactly the place is told here: `country`, `region`, `city` or `exact`; none where it is not.
    pub location_precision: Option<String>,
    pub lat: Option<String>,
    pub lon: Option<String>,
    #[serde(with = "text::maybe")]
    pub url: Option<Url>,
    pub url_withheld: bool,
    pub links: Vec<Link>,
    #[serde(with = "text::each")]
    pub same_as: Vec<Url>,
    #[serde(with = "text::maybe")]
    pub feed: Option<Url>,
    pub email: Option<String>,
    #[serde(with = "text::maybe")]
    pub contact_form: Option<Url>,
    pub aliases: Vec<String>,
    /// Segments joined by `/`.
    pub tags: Vec<String>,
    #[serde(with = "text::maybe")]
    pub verified: Option<Date>,
    /// Days; the site's own where the entry does not say.
    pub verify_every: u32,
    pub confidence: Option<String>,
    #[serde(with = "text::maybe")]
    pub added: Option<Date>,
    #[serde(with = "text::maybe")]
    pub updated: Option<Date>,
    pub disputed: Vec<Dispute>,
    /// What stood on the day of the build.
    pub offers: Vec<Exchange>,
    /// What stood on the day of the build.
    pub seeks: Vec<Exchange>,
    /// Both directions, each under its own label.
    pub relations: Vec<Relation>,
    pub sources: Vec<Source>,
}

/// A link of the entry's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Link {
    pub rel: String,
    #[serde(with = "text::one")]
    pub url: Url,
}

/// A claim that sources do not agree on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Dispute {
    pub claim: String,
    pub note: String,
    /// Numbers of sources, from 1.
    pub sources: Vec<usize>,
}

/// Something offered or sought.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Exchange {
    pub title: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub terms: Option<String>,
    #[serde(with = "text::maybe")]
    pub details_url: Option<Url>,
    #[serde(with = "text::maybe")]
    pub expires: Option<Date>,
}

/// A relation as this entry's page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Relation {
    /// `member of`, `has member`, …
    pub label: String,
    /// The id of the other entry, where the directory lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The name of what the directory does not list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext: Option<String>,
    /// Since when.
    #[serde(with = "text::maybe")]
    pub since: Option<Edtf>,
    /// Until when.
    #[serde(with = "text::maybe")]
    pub until: Option<Edtf>,
    /// A few words about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "schema.md")]
pub struct Source {
    pub title: String,
    #[serde(with = "text::maybe")]
    pub url: Option<Url>,
    #[serde(with = "text::maybe")]
    pub accessed: Option<Date>,
    #[serde(with = "text::maybe")]
    pub archived_url: Option<Url>,
}

impl Relation {
    /// What the relation leads to, by name.
    pub fn other(&self) -> &str {
        let names = [&self.title, &self.ext, &self.to];
        let name = names.into_iter().find_map(Option::as_deref);
        name.unwrap_or_default()
    }
}

/// The details of all entries of a site, sorted by address.
pub fn details(site: &Site) -> Vec<Detail> {
    let pages = site.numbered();
    pages
        .filter_map(|(id, page)| Some(of_site::detail(site, id, page.entry()?)))
        .collect()
}

/// The file of these details.
///
/// # Panics
/// Never: strings and lists are always JSON.
pub fn write(details: &[&Detail]) -> String {
    serde_json::to_string(details).expect("strings and lists are always JSON")
}

/// Reads the file.
pub fn read(json: &[u8]) -> Result<Vec<Detail>, Unreadable> {
    serde_json::from_slice(json).map_err(|_| Unreadable)
}

/// The file is not a list of details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the entries could not be read: they are damaged or of another version")
    }
}

impl std::error::Error for Unreadable {}

#[cfg(test)]
pub(crate) mod tests;
