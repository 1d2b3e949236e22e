//! The fields that are compared, in the order of entry pages, and what each says in words.

use crate::explore::catalog::{Catalog, Facet};
use crate::explore::detail::{Detail, Exchange};
use crate::explore::export::booklet::place;
use crate::explore::lookup::{exchange_label, label_of};
use crate::explore::phrase::{counted, inside, readable};
use crate::model::country;
use crate::model::date::{Date, Edtf};

/// A field: its name, and the words of an entry; none where it says nothing.
type Field = (&'static str, fn(&Catalog, &Detail) -> Vec<String>);

/// All fields by group; relations follow from their types.
pub(super) const FIELDS: [(&str, &[Field]); 5] = [
    (
        "What it is",
        &[
            ("Kind", |c, d| labels(c, Facet::Kind, [&d.kind])),
            ("Summary", |_, d| one(Some(&d.summary))),
            ("Also called", |_, d| d.aliases.clone()),
            ("Approach", |c, d| {
                let value = d.approach.map(|approach| approach.value().to_owned());
                labels(c, Facet::Approach, &value)
            }),
            ("Status", |c, d| labels(c, Facet::Status, &d.status)),
            ("Now", |_, d| one(d.status_note.as_ref())),
            ("Founded", |_, d| one(d.founded.map(Edtf::in_words))),
            ("Ended", |_, d| one(d.ended.map(Edtf::in_words))),
        ],
    ),
    (
        "Where and how",
        &[
            ("Place", |_, d| one(Some(place(d)))),
            ("Serves", |_, d| {
                let areas = d.area_served.iter();
                areas.map(|code| country::shown(code).to_owned()).collect()
            }),
            ("Scale", |c, d| labels(c, Facet::Scale, &d.scale)),
            ("Sectors", |c, d| labels(c, Facet::Sector, &d.sector)),
            ("Domain", |c, d| labels(c, Facet::Domain, &d.domain)),
            ("Governance", |c, d| {
                labels(c, Facet::Governance, &d.governance)
            }),
            ("Legal form", |c, d| {
                labels(c, Facet::LegalForm, &d.legal_form)
            }),
            ("Language", |c, d| {
                labels(c, Facet::Language, Some(&d.language))
            }),
            ("Tags", |_, d| d.tags.clone()),
        ],
    ),
    (
        "Links and contact",
        &[
            ("Website", |_, d| website(d)),
            ("Links", |_, d| links(d)),
            ("Contact", |_, d| contact(d)),
            ("Also at", |_, d| {
                d.same_as.iter().map(|url| url.host().to_owned()).collect()
            }),
        ],
    ),
    (
        "Offers and needs",
        &[
            ("Offers", |c, d| exchanges(c, &d.offers)),
            ("Seeks", |c, d| exchanges(c, &d.seeks)),
        ],
    ),
    (
        "How well known",
        &[
            ("Verified", |_, d| one(d.verified.map(Date::in_words))),
            ("Confidence", |_, d| {
                one(d.confidence.as_deref().map(readable))
            }),
            ("Disputed", |_, d| {
                d.disputed
                    .iter()
                    .map(|dispute| dispute.claim.clone())
                    .collect()
            }),
            ("Sources", |_, d| match d.sources.len() {
                0 => Vec::new(),
                number => vec![counted(number, "source", "sources")],
            }),
        ],
    ),
];

fn one(words: Option<impl AsRef<str>>) -> Vec<String> {
    let words = words.iter().map(|words| words.as_ref().to_owned());
    words.filter(|words| !words.is_empty()).collect()
}

fn labels<'a>(
    catalog: &Catalog,
    facet: Facet,
    values: impl IntoIterator<Item = &'a String>,
) -> Vec<String> {
    let values = values.into_iter().filter(|value| !value.is_empty());
    values
        .map(|value| label_of(catalog, facet, value))
        .collect()
}

fn website(detail: &Detail) -> Vec<String> {
    match &detail.url {
        Some(url) => vec![url.host().to_owned()],
        None if detail.url_withheld => vec!["withheld to protect those involved".to_owned()],
        None => Vec::new(),
    }
}

fn links(detail: &Detail) -> Vec<String> {
    let links = detail.links.iter();
    let links = links.map(|link| (readable(&link.rel), &link.url));
    let feed = detail.feed.iter().map(|url| ("Feed".to_owned(), url));
    let all = links.chain(feed);
    all.map(|(name, url)| format!("{name}: {}", url.host()))
        .collect()
}

fn contact(detail: &Detail) -> Vec<String> {
    let form = detail.contact_form.as_ref();
    let form = form.map(|url| format!("contact form: {}", url.host()));
    detail.email.iter().cloned().chain(form).collect()
}

/// `Tool library (good, lend), until 1 January 2027`.
pub(crate) fn exchanges(catalog: &Catalog, exchanges: &[Exchange]) -> Vec<String> {
    let words = |exchange: &Exchange| {
        let kind = Some(exchange_label(catalog, &exchange.kind));
        let terms = exchange.terms.as_deref().map(readable);
        let about = kind.into_iter().chain(terms).map(|label| inside(&label));
        let about: Vec<String> = about.collect();
        let until = exchange
            .expires
            .map(|day| format!(", until {}", day.in_words()));
        let until = until.unwrap_or_default();
        format!("{} ({}){until}", exchange.title, about.join(", "))
    };
    exchanges.iter().map(words).collect()
}
