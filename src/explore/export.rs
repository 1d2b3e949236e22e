//! Taking a set of entries away: as spreadsheet, data, map, bibliography, feeds or booklet.
//!
//! ```text
//! Catalog + details + rows -> Set -> Download, one for each Format
//! ```
//!
//! All of it is made from [`Detail`]s, which have passed the disclosure gate.

mod bibliography;
mod bibtex;
mod csl;
pub mod csv;
mod geojson;
mod opml;
pub mod xml;

pub mod booklet;

use crate::explore::catalog::{Catalog, Place};
use crate::explore::detail::{self, Detail};
use crate::explore::phrase::{capital, counted};
use crate::search::fold::fold;

/// Entries to take away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set<'a> {
    /// The site's title.
    pub site: &'a str,
    /// Where the site stands, so that files can lead back to it.
    pub base_url: Option<&'a str>,
    /// In the order in which they were shown.
    pub entries: Vec<Taken<'a>>,
}

/// An entry to take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken<'a> {
    /// What its page tells.
    pub detail: &'a Detail,
    /// Where the catalog puts it.
    pub place: Option<&'a Place>,
}

impl<'a> Set<'a> {
    /// These rows of `catalog`, with their `details`; a row without details is left out.
    ///
    /// `details` are sorted by address, as their file is.
    pub fn of(catalog: &'a Catalog, details: &'a [Detail], rows: &[u32]) -> Set<'a> {
        let rows = rows
            .iter()
            .filter_map(|row| catalog.rows.get(*row as usize));
        let taken = rows.filter_map(|row| {
            let at = details.binary_search_by(|detail| detail.address.as_str().cmp(&row.address));
            Some(Taken {
                detail: details.get(at.ok()?)?,
                place: row.place.as_ref(),
            })
        });
        Set {
            site: &catalog.title,
            base_url: catalog.base_url.as_deref(),
            entries: taken.collect(),
        }
    }

    /// The details alone.
    pub fn details(&self) -> Vec<&'a Detail> {
        self.entries.iter().map(|taken| taken.detail).collect()
    }

    /// The URL of an entry's page, where the site knows its own.
    fn page(&self, detail: &Detail) -> Option<String> {
        let base = self.base_url?.trim_end_matches('/');
        Some(format!("{base}/{}", detail.address))
    }
}

/// What a set can be taken away as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "names of formats")]
pub enum Format {
    Csv,
    Json,
    GeoJson,
    BibTex,
    CslJson,
    Opml,
}

impl Format {
    /// All of them, most asked for first.
    pub const ALL: [Format; 6] = [
        Format::Csv,
        Format::Json,
        Format::GeoJson,
        Format::BibTex,
        Format::CslJson,
        Format::Opml,
    ];

    /// Its name, for a button.
    pub fn label(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::GeoJson => "GeoJSON",
            Format::BibTex => "BibTeX",
            Format::CslJson => "CSL-JSON",
            Format::Opml => "OPML",
        }
    }

    /// What it is good for, in one sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Format::Csv => "A spreadsheet, one entry to a row.",
            Format::Json => "All fields, with sources and relations, for programs.",
            Format::GeoJson => "Points for a map, no finer than each entry allows.",
            Format::BibTex => "The sources, for LaTeX and reference managers.",
            Format::CslJson => "The sources, for Zotero, Pandoc and word processors.",
            Format::Opml => "The entries' own feeds, for a feed reader.",
        }
    }

    /// The type of its files.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv;charset=utf-8",
            Format::Json => "application/json",
            Format::GeoJson => "application/geo+json",
            Format::BibTex => "application/x-bibtex",
            Format::CslJson => "application/vnd.citationstyles.csl+json",
            Format::Opml => "text/x-opml",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::GeoJson => "geojson",
            Format::BibTex => "bib",
            Format::CslJson => "csl.json",
            Format::Opml => "opml",
        }
    }
}

/// A file to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// Its type.
    pub media_type: &'static str,
    /// What is in it.
    pub text: String,
    /// How many entries, sources or feeds are in it.
    pub count: usize,
    /// What is in it and what was left out, in a sentence.
    pub sentence: String,
}

/// The set in this format.
pub fn download(set: &Set<'_>, format: Format) -> Download {
    let whole = |text: String| Made {
        text,
        count: set.entries.len(),
        holds: counted(set.entries.len(), "entry", "entries"),
    };
    let made = match format {
        Format::Csv => whole(csv::csv(set)),
        Format::Json => whole(detail::write(&set.details())),
        Format::GeoJson => geojson::geojson(set),
        Format::BibTex => bibtex::bibtex(set),
        Format::CslJson => csl::csl(set),
        Format::Opml => opml::opml(set),
    };
    Download {
        name: format!("{}.{}", file_name(set.site), format.ending()),
        media_type: format.media_type(),
        sentence: format!("{} as {}.", capital(&made.holds), format.label()),
        text: made.text,
        count: made.count,
    }
}

/// What a format makes of a set.
struct Made {
    text: String,
    /// How many things are in it.
    count: usize,
    /// The same in words.
    holds: String,
}

/// The site's title as the name of a file.
fn file_name(site: &str) -> String {
    let folded = fold(site);
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let name: Vec<&str> = words.collect();
    if name.is_empty() {
        return "entries".to_owned();
    }
    name.join("-")
}

#[cfg(test)]
mod tests;
