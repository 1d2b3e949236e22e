//! The printed booklet of a set, as a value: a page prints it, a browser makes paper of it.

use crate::explore::catalog::{Catalog, Facet};
use crate::explore::compare::fields::exchanges;
use crate::explore::detail::{Detail, Source};
use crate::explore::export::Set;
use crate::explore::lookup::label_of;
use crate::explore::phrase::{capital, counted};
use crate::model::country;
use crate::model::date::Date;
use crate::model::url::Url;

/// The kind of what happened once: it goes on since no day.
const EVENT: &str = "event";

/// A booklet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booklet {
    /// The site's title.
    pub title: String,
    /// How many entries there are.
    pub number: String,
    /// The filters that made the set, in words; none where it is everything.
    pub filters: Vec<String>,
    /// The day that it shows, in words; empty where nobody said.
    pub day: String,
    /// Where the site stands on the web; empty where it does not know.
    pub origin: String,
    /// Entries by kind.
    pub chapters: Vec<Chapter>,
}

/// The entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The kind's label.
    pub heading: String,
    /// How many there are.
    pub number: String,
    /// Its entries, by title.
    pub entries: Vec<Printed>,
}

/// An entry in print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its title.
    pub title: String,
    /// BCP 47 tag of what its authors wrote.
    pub language: String,
    /// Its summary.
    pub summary: String,
    /// In few words: where, since when, whether still.
    pub facts: Vec<String>,
    /// Field and words: website, contact, what is offered and sought.
    pub fields: Vec<(&'static str, String)>,
    /// When it was checked last, in words.
    pub checked: String,
    /// Its sources in words: `About page, https://example.org/about, read 1 July 2026`.
    pub sources: Vec<String>,
}

/// The booklet of a set. `filters` are those that made it, in words.
pub fn booklet(catalog: &Catalog, set: &Set<'_>, filters: Vec<String>) -> Booklet {
    let mut details = set.details();
    let kind = |detail: &Detail| label_of(catalog, Facet::Kind, &detail.kind);
    details.sort_by_cached_key(|detail| (kind(detail), detail.title.clone()));
    let chapters = details.chunk_by(|a, b| a.kind == b.kind);
    let chapter = |details: &[&Detail]| Chapter {
        heading: details.first().map(|d| kind(d)).unwrap_or_default(),
        number: counted(details.len(), "entry", "entries"),
        entries: details.iter().map(|d| printed(catalog, set, d)).collect(),
    };
    Booklet {
        title: set.site.to_owned(),
        number: capital(&counted(set.entries.len(), "entry", "entries")),
        filters,
        day: catalog.today.map(Date::in_words).unwrap_or_default(),
        origin: set.base_url.unwrap_or_default().to_owned(),
        chapters: chapters.map(chapter).collect(),
    }
}

fn printed(catalog: &Catalog, set: &Set<'_>, detail: &Detail) -> Printed {
    let checked = detail.verified.map(Date::in_words);
    Printed {
        title: detail.title.clone(),
        language: detail.language.clone(),
        summary: detail.summary.clone(),
        facts: facts(catalog, detail),
        fields: fields(catalog, set, detail),
        checked: checked.map_or("Not yet verified".to_owned(), |day| {
            ["Verified ", &day].concat()
        }),
        sources: detail.sources.iter().map(source).collect(),
    }
}

/// Where, since when, whether still, on what; what is not stated is left out.
fn facts(catalog: &Catalog, detail: &Detail) -> Vec<String> {
    let status = detail.status.as_deref();
    let status = status.map(|status| label_of(catalog, Facet::Status, status));
    let sectors = detail.sector.iter();
    let sectors: Vec<String> = sectors
        .map(|sector| label_of(catalog, Facet::Sector, sector))
        .collect();
    let facts = [
        place(detail),
        dates(detail),
        status.unwrap_or_default(),
        sectors.join(", "),
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect()
}

/// How to reach it and what it exchanges: what a reader with paper in hand can act on.
fn fields(catalog: &Catalog, set: &Set<'_>, detail: &Detail) -> Vec<(&'static str, String)> {
    let form = detail.contact_form.as_ref().map(Url::as_str);
    let contact: Vec<&str> = detail.email.as_deref().into_iter().chain(form).collect();
    let website = detail.url.as_ref().map(ToString::to_string);
    let fields = [
        ("Website", website.unwrap_or_default()),
        ("Contact", contact.join(", ")),
        ("Offers", exchanges(catalog, &detail.offers).join("; ")),
        ("Seeks", exchanges(catalog, &detail.seeks).join("; ")),
        ("Entry", set.page(detail).unwrap_or_default()),
    ];
    let stated = fields.into_iter().filter(|(_, words)| !words.is_empty());
    stated.collect()
}

/// Town, region and country, as far as they are told.
pub(crate) fn place(detail: &Detail) -> String {
    let country = detail.country.as_deref().map(country::shown);
    let parts = [detail.place.as_deref(), detail.region.as_deref(), country];
    let mut parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.dedup();
    parts.join(", ")
}

/// From when to when; of an event when it was.
fn dates(detail: &Detail) -> String {
    match (detail.founded, detail.ended) {
        (Some(from), Some(to)) => format!("{} to {}", from.in_words(), to.in_words()),
        (Some(day), None) if detail.kind == EVENT => capital(&day.in_words()),
        (Some(from), None) => format!("Since {}", from.in_words()),
        (None, Some(to)) => format!("Until {}", to.in_words()),
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
