//! The printed booklet of a set, as a value: a page prints it, a browser makes paper of it.

use crate::explore::catalog::{Catalog, Facet};
use crate::explore::detail::{Detail, Source};
use crate::explore::export::Set;
use crate::explore::lookup::label_of;
use crate::explore::phrase::{capital, counted};
use crate::model::country;
use crate::model::date::{Date, Edtf};

/// A booklet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booklet {
    /// The site's title.
    pub title: String,
    /// How many entries, of what, as of when: one line.
    pub intro: String,
    /// Entries by kind.
    pub chapters: Vec<Chapter>,
}

/// The entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The kind's label, and how many there are: `Network, 3 entries`.
    pub heading: String,
    /// Its entries, by title.
    pub entries: Vec<Printed>,
}

/// An entry in print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Where it is: `Jackson, Mississippi, United States`; may be empty.
    pub place: String,
    /// From when to when: `2014 to 2020`, `since May 2014`; may be empty.
    pub dates: String,
    /// When it was checked last, in words.
    pub checked: String,
    /// Its website or page, to type in; may be empty.
    pub address: String,
    /// Its sources in words: `About page, https://example.org/about, read 1 July 2026`.
    pub sources: Vec<String>,
}

/// The booklet of a set. `filters` are those that made it, in words: empty where there are none.
pub fn booklet(catalog: &Catalog, set: &Set<'_>, filters: &str) -> Booklet {
    let mut details = set.details();
    let kind = |detail: &Detail| label_of(catalog, Facet::Kind, &detail.kind);
    details.sort_by_cached_key(|detail| (kind(detail), detail.title.clone()));
    let chapters = details.chunk_by(|a, b| a.kind == b.kind);
    Booklet {
        title: set.site.to_owned(),
        intro: intro(catalog, set.entries.len(), filters),
        chapters: chapters
            .map(|chapter| Chapter {
                heading: format!(
                    "{}, {}",
                    chapter
                        .first()
                        .map(|detail| kind(detail))
                        .unwrap_or_default(),
                    counted(chapter.len(), "entry", "entries")
                ),
                entries: chapter.iter().map(|detail| printed(set, detail)).collect(),
            })
            .collect(),
    }
}

/// `12 entries: food, in Germany. As of 22 November 2026.`
fn intro(catalog: &Catalog, number: usize, filters: &str) -> String {
    let mut words = capital(&counted(number, "entry", "entries"));
    if !filters.is_empty() {
        words.push_str(": ");
        words.push_str(filters);
    }
    words.push('.');
    if let Some(today) = catalog.today {
        words.push_str(" As of ");
        words.push_str(&today.in_words());
        words.push('.');
    }
    words
}

fn printed(set: &Set<'_>, detail: &Detail) -> Printed {
    let own = detail.url.as_ref().map(ToString::to_string);
    let checked = detail.verified.map(Date::in_words);
    Printed {
        title: detail.title.clone(),
        summary: detail.summary.clone(),
        place: place(detail),
        dates: dates(detail.founded, detail.ended),
        checked: checked.map_or("Not yet verified".to_owned(), |day| {
            format!("Verified {day}")
        }),
        address: own.or_else(|| set.page(detail)).unwrap_or_default(),
        sources: detail.sources.iter().map(source).collect(),
    }
}

/// Town, region and country, as far as they are told.
pub(crate) fn place(detail: &Detail) -> String {
    let country = detail.country.as_deref().map(country::shown);
    let parts = [detail.place.as_deref(), detail.region.as_deref(), country];
    let mut parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.dedup();
    parts.join(", ")
}

fn dates(founded: Option<Edtf>, ended: Option<Edtf>) -> String {
    match (founded, ended) {
        (Some(from), Some(to)) => format!("{} to {}", from.in_words(), to.in_words()),
        (Some(from), None) => format!("since {}", from.in_words()),
        (None, Some(to)) => format!("until {}", to.in_words()),
        (None, None) => String::new(),
    }
}

fn source(source: &Source) -> String {
    let mut words = source.title.clone();
    if let Some(url) = &source.url {
        words.push_str(", ");
        words.push_str(url.as_str());
    }
    if let Some(day) = source.accessed {
        words.push_str(", read ");
        words.push_str(&day.in_words());
    }
    words
}
