//! Exports: every entry as a row of `data/entries.csv` and as an object of `data/entries.json`.
//!
//! Place and contact pass through `disclosure`; cells that a spreadsheet would run as a formula are made text.

use serde::Serialize;

use crate::model::disclosure::Disclosed;
use crate::model::entry::Entry;
use crate::model::graph::End;
use crate::model::site::{Page, PageId, Site, Tag};
use crate::model::slug::Slug;
use crate::view::Artifact;
use crate::view::edition::Edition;
use crate::view::part::exchange::standing;

/// Both files.
pub(crate) fn exports(edition: &Edition<'_>) -> Vec<Artifact> {
    let site = edition.site;
    let rows: Vec<Row<'_>> = site
        .numbered()
        .filter_map(|(id, page)| Some(row(site, id, page, page.entry()?)))
        .collect();
    vec![csv(&rows), json(&rows)]
}

/// `land/reform`.
pub(crate) fn tag_words(tag: &Tag) -> String {
    let words: Vec<&str> = tag.segments.iter().map(Slug::as_str).collect();
    words.join("/")
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    address: &'a str,
    title: &'a str,
    kind: &'a str,
    summary: &'a str,
    approach: Option<&'static str>,
    status: Option<&'a str>,
    domain: Option<&'a str>,
    sector: &'a [String],
    scale: Option<&'a str>,
    governance: &'a [String],
    legal_form: Option<&'a str>,
    founded: Option<String>,
    ended: Option<String>,
    place: Option<&'a str>,
    region: Option<&'a str>,
    country: Option<&'a str>,
    lat: Option<&'a str>,
    lon: Option<&'a str>,
    url: Option<&'a str>,
    email: Option<&'a str>,
    contact_form: Option<&'a str>,
    aliases: &'a [String],
    tags: Vec<String>,
    verified: Option<String>,
    added: Option<String>,
    updated: Option<String>,
    offers: Vec<Exchanged<'a>>,
    seeks: Vec<Exchanged<'a>>,
    relations: Vec<Related<'a>>,
    sources: Vec<Sourced<'a>>,
}

#[derive(Serialize)]
struct Exchanged<'a> {
    title: &'a str,
    r#type: &'a str,
    terms: Option<&'a str>,
    details_url: Option<&'a str>,
    expires: Option<String>,
}

#[derive(Serialize)]
struct Related<'a> {
    label: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ext: Option<&'a str>,
    since: Option<String>,
    until: Option<String>,
}

#[derive(Serialize)]
struct Sourced<'a> {
    title: &'a str,
    url: Option<&'a str>,
    accessed: Option<String>,
    archived_url: Option<&'a str>,
}

fn row<'a>(site: &'a Site, id: PageId, page: &'a Page, entry: &'a Entry) -> Row<'a> {
    let told = Disclosed::of(entry);
    Row {
        id: page.id.as_str(),
        address: page.address.as_str(),
        title: &page.title,
        kind: &entry.kind,
        summary: &entry.summary,
        approach: entry.approach.map(crate::model::entry::Approach::value),
        status: entry.status.as_deref(),
        domain: entry.domain.as_deref(),
        sector: &entry.sector,
        scale: entry.scale.as_deref(),
        governance: &entry.governance,
        legal_form: entry.legal_form.as_deref(),
        founded: entry.founded.map(|date| date.to_string()),
        ended: entry.ended.map(|date| date.to_string()),
        place: told.place,
        region: told.region,
        country: told.country,
        lat: told.geo.map(|geo| geo.lat.as_str()),
        lon: told.geo.map(|geo| geo.lon.as_str()),
        url: entry.url.as_ref().map(crate::model::url::Url::as_str),
        email: told.email,
        contact_form: told.contact_form.map(crate::model::url::Url::as_str),
        aliases: &page.aliases,
        tags: page.tags.iter().map(tag_words).collect(),
        verified: entry.verified.map(|day| day.to_string()),
        added: entry.added.map(|day| day.to_string()),
        updated: entry.updated.map(|day| day.to_string()),
        offers: exchanged(site, &entry.offers),
        seeks: exchanged(site, &entry.seeks),
        relations: related(site, id),
        sources: sourced(entry),
    }
}

fn exchanged<'a>(
    site: &Site,
    exchanges: &'a [crate::model::entry::Exchange],
) -> Vec<Exchanged<'a>> {
    let still = standing(exchanges, site.settings.today).into_iter();
    still
        .map(|exchange| Exchanged {
            title: &exchange.title,
            r#type: &exchange.kind,
            terms: exchange.terms.as_deref(),
            details_url: exchange
                .details_url
                .as_ref()
                .map(crate::model::url::Url::as_str),
            expires: exchange.expires.map(|day| day.to_string()),
        })
        .collect()
}

fn related(site: &Site, id: PageId) -> Vec<Related<'_>> {
    let groups = site
        .graph
        .relations
        .get(id.0)
        .map_or(&[][..], Vec::as_slice);
    let ends = groups
        .iter()
        .flat_map(|group| group.others.iter().map(move |end| (group.label, end)));
    ends.map(|(label, end)| {
        let (to, ext) = match &end.to {
            End::Page(other) => (Some(site.page(*other).id.as_str()), None),
            End::Outside(name) => (None, Some(name.as_str())),
        };
        Related {
            label,
            to,
            ext,
            since: end.since.map(|date| date.to_string()),
            until: end.until.map(|date| date.to_string()),
        }
    })
    .collect()
}

fn sourced(entry: &Entry) -> Vec<Sourced<'_>> {
    let sources = entry.sources.iter();
    sources
        .map(|source| Sourced {
            title: &source.title,
            url: source.url.as_ref().map(crate::model::url::Url::as_str),
            accessed: source.accessed.map(|day| day.to_string()),
            archived_url: source
                .archived_url
                .as_ref()
                .map(crate::model::url::Url::as_str),
        })
        .collect()
}

fn json(rows: &[Row<'_>]) -> Artifact {
    Artifact {
        path: "data/entries.json".to_owned(),
        bytes: serde_json::to_vec(rows).expect("strings and lists are always JSON"),
    }
}

const COLUMNS: [&str; 26] = [
    "id",
    "title",
    "kind",
    "summary",
    "approach",
    "status",
    "domain",
    "sector",
    "scale",
    "governance",
    "legal_form",
    "founded",
    "ended",
    "place",
    "region",
    "country",
    "lat",
    "lon",
    "url",
    "email",
    "contact_form",
    "aliases",
    "tags",
    "verified",
    "added",
    "updated",
];

fn csv(rows: &[Row<'_>]) -> Artifact {
    let mut text = String::new();
    push_line(&mut text, &COLUMNS.map(str::to_owned));
    for row in rows {
        push_line(&mut text, &cells(row));
    }
    Artifact {
        path: "data/entries.csv".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn cells(row: &Row<'_>) -> [String; 26] {
    let one = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let own = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        row.id.to_owned(),
        row.title.to_owned(),
        row.kind.to_owned(),
        row.summary.to_owned(),
        one(row.approach),
        one(row.status),
        one(row.domain),
        row.sector.join("; "),
        one(row.scale),
        row.governance.join("; "),
        one(row.legal_form),
        own(&row.founded),
        own(&row.ended),
        one(row.place),
        one(row.region),
        one(row.country),
        one(row.lat),
        one(row.lon),
        one(row.url),
        one(row.email),
        one(row.contact_form),
        row.aliases.join("; "),
        row.tags.join("; "),
        own(&row.verified),
        own(&row.added),
        own(&row.updated),
    ]
}

fn push_line(out: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_cell(out, cell);
    }
    out.push_str("\r\n");
}

/// Quotes every cell, and puts `'` before what a spreadsheet would run; numbers such as `-90.2` stay numbers.
fn push_cell(out: &mut String, cell: &str) {
    let runs =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && cell.parse::<f64>().is_err();
    out.push('"');
    if runs {
        out.push('\'');
    }
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::push_cell;

    fn check(cell: &str, expect: &str) {
        let mut out = String::new();
        push_cell(&mut out, cell);
        assert_eq!(out, expect);
    }

    #[test]
    fn no_cell_is_a_formula() {
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        check("@sum", "\"'@sum\"");
        check("-90.2", "\"-90.2\"");
        check("+cmd|x", "\"'+cmd|x\"");
        check("a, b", "\"a, b\"");
    }
}
