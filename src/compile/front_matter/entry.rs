//! The sound values of a typed entry to [`Entry`]: one line per field of the table.

use crate::compile::front_matter::reading::Reading;
use crate::compile::front_matter::record::Record;
use crate::model::entry::{
    Approach, Dispute, Entry, EntryLink, Exchange, Geo, Image, Precision, Relation, RelationObject,
    Source, Step,
};
use crate::model::problem::front_matter::Mistake;
use crate::model::url::Url;

/// Makes the entry of this kind from what its record holds.
pub(super) fn entry(kind: &str, record: &mut Record, reading: &mut Reading<'_>) -> Entry {
    let precision = record.text("location_precision");
    let approach = record.text("approach");
    Entry {
        kind: kind.to_owned(),
        summary: record.text("summary").unwrap_or_default(),
        sources: all(record, "sources", source),
        verified: record.date("verified"),
        status: record.text("status"),
        domain: record.text("domain"),
        url: record.url("url"),
        url_withheld: record.flag("url_withheld").unwrap_or_default(),
        synonyms: record.texts("synonyms"),
        same_as: record.urls("same_as"),
        image: record.group("image").and_then(image),
        distinct_from: record.texts("distinct_from"),
        approach: approach.and_then(|value| Approach::parse(&value)),
        sector: record.texts("sector"),
        scale: record.text("scale"),
        governance: record.texts("governance"),
        legal_form: record.text("legal_form"),
        founded: record.edtf("founded"),
        ended: record.edtf("ended"),
        status_note: record.text("status_note"),
        place: record.text("place"),
        region: record.text("region"),
        country: record.text("country"),
        area_served: record.texts("area_served"),
        location_precision: precision
            .and_then(|value| Precision::parse(&value))
            .unwrap_or_default(),
        geo: record.group("geo").and_then(geo),
        location_consent: record.flag("location_consent").unwrap_or_default(),
        at_risk: record.flag("at_risk").unwrap_or_default(),
        links: some(record, "links", reading, link),
        feed: record.url("feed"),
        contact_form: record.url("contact_form"),
        email: record.text("email"),
        contact_consent: record.flag("contact_consent").unwrap_or_default(),
        offers: some(record, "offers", reading, exchange),
        seeks: some(record, "seeks", reading, exchange),
        added: record.date("added"),
        updated: record.date("updated"),
        verified_by: record.text("verified_by"),
        verify_every: record.number("verify_every"),
        confidence: record.text("confidence"),
        disputed: all(record, "disputed", dispute),
        relations: relations(record, reading),
        steps: some(record, "steps", reading, step),
    }
}

/// All groups of a list: an unsound one stays, so that numbers which name it stay right.
fn all<T>(record: &mut Record, name: &str, build: impl Fn(Record) -> T) -> Vec<T> {
    record.groups(name).into_iter().map(build).collect()
}

/// The groups of a list that hold what they must.
fn some<T>(
    record: &mut Record,
    name: &str,
    reading: &mut Reading<'_>,
    build: impl Fn(Record) -> Option<T>,
) -> Vec<T> {
    let groups = record.groups(name);
    let (count, mut kept, mut made) = (groups.len(), Vec::new(), Vec::new());
    for (index, group) in groups.into_iter().enumerate() {
        if let Some(value) = build(group) {
            kept.push(index);
            made.push(value);
        }
    }
    if kept.len() < count {
        reading.fields.keep(name, &kept);
    }
    made
}

fn source(mut record: Record) -> Source {
    Source {
        title: record.text("title").unwrap_or_default(),
        url: record.url("url"),
        accessed: record.date("accessed"),
        archived_url: record.url("archived_url"),
    }
}

fn image(mut record: Record) -> Option<Image> {
    Some(Image {
        src: record.text("src")?,
        alt: record.text("alt").unwrap_or_default(),
        license: record.text("license"),
        credit: record.text("credit"),
    })
}

fn geo(mut record: Record) -> Option<Geo> {
    let (lat, lon) = (record.text("lat")?, record.text("lon")?);
    Some(Geo { lat, lon })
}

fn link(mut record: Record) -> Option<EntryLink> {
    let (rel, url): (String, Url) = (record.text("rel")?, record.url("url")?);
    Some(EntryLink { rel, url })
}

fn exchange(mut record: Record) -> Option<Exchange> {
    Some(Exchange {
        title: record.text("title")?,
        kind: record.text("type")?,
        terms: record.text("terms"),
        details_url: record.url("details_url"),
        expires: record.date("expires"),
    })
}

fn dispute(mut record: Record) -> Dispute {
    Dispute {
        claim: record.text("claim").unwrap_or_default(),
        note: record.text("note").unwrap_or_default(),
        sources: record.numbers("sources"),
    }
}

fn step(mut record: Record) -> Option<Step> {
    let to = record.text("to")?;
    let note = record.text("note");
    Some(Step { to, note })
}

fn relations(record: &mut Record, reading: &mut Reading<'_>) -> Vec<Relation> {
    let mut objects = Vec::new();
    let mut groups = record.groups("relations");
    for (index, group) in groups.iter_mut().enumerate() {
        objects.push(object(index, group, reading));
    }
    let (mut kept, mut made) = (Vec::new(), Vec::new());
    for (index, (object, mut group)) in objects.into_iter().zip(groups).enumerate() {
        let kind = group.relation("type");
        let (Some(to), Some(kind)) = (object, kind) else {
            continue;
        };
        kept.push(index);
        made.push(Relation {
            kind,
            to,
            since: group.edtf("since"),
            until: group.edtf("until"),
            note: group.text("note"),
            source: group.number("source").and_then(|n| usize::try_from(n).ok()),
        });
    }
    reading.fields.keep("relations", &kept);
    made
}

/// What a relation leads to: exactly one of `to` and `ext`.
fn object(index: usize, group: &mut Record, reading: &mut Reading<'_>) -> Option<RelationObject> {
    match (group.text("to"), group.text("ext")) {
        (Some(to), None) => Some(RelationObject::Entry(to)),
        (None, Some(name)) => Some(RelationObject::Outside(name)),
        (Some(to), Some(_)) => {
            let span = reading.fields.span(&format!("relations.{index}.ext"));
            reading.mistake(span, Mistake::TwoObjects);
            Some(RelationObject::Entry(to))
        }
        (None, None) => {
            if !group.broken && !reading.partial {
                let span = reading.fields.span(&format!("relations.{index}"));
                let mistake = Mistake::Missing {
                    field: "to",
                    within: "relations",
                    meaning: "The other entry's id.",
                };
                reading.mistake(span, mistake);
            }
            None
        }
    }
}
