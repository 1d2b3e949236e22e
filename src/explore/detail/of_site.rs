//! The details of a page. Place, contact and feed come from the disclosure gate alone.

use crate::explore::detail::{Detail, Dispute, Exchange, Link, Relation, Source};
use crate::model::date::Date;
use crate::model::disclosure::Disclosed;
use crate::model::entry::{self, Entry, Precision};
use crate::model::graph::{End, RelationEnd};
use crate::model::site::{Page, PageId, Site};

/// The details of the page with this number, whose front matter is `entry`.
pub(super) fn detail(site: &Site, id: PageId, entry: &Entry) -> Detail {
    let page = site.page(id);
    let settings = &site.settings;
    Detail {
        address: page.address.to_string(),
        language: page.language.clone().unwrap_or(settings.language.clone()),
        tags: page.tags.iter().map(ToString::to_string).collect(),
        aliases: page.aliases.clone(),
        verify_every: entry.verify_every.unwrap_or(settings.verify_every),
        offers: standing(entry, &entry.offers, settings.today),
        seeks: standing(entry, &entry.seeks, settings.today),
        relations: relations(site, id),
        ..placed(entry, stated(page, entry))
    }
}

/// What the entry says of itself, apart from where and how it can be reached.
fn stated(page: &Page, entry: &Entry) -> Detail {
    Detail {
        id: page.id.to_string(),
        title: page.title.clone(),
        kind: entry.kind.clone(),
        summary: entry.summary.clone(),
        approach: entry.approach,
        status: entry.status.clone(),
        status_note: entry.status_note.clone(),
        domain: entry.domain.clone(),
        sector: entry.sector.clone(),
        scale: entry.scale.clone(),
        governance: entry.governance.clone(),
        legal_form: entry.legal_form.clone(),
        founded: entry.founded,
        ended: entry.ended,
        url: entry.url.clone(),
        url_withheld: entry.url_withheld,
        links: entry.links.iter().map(link).collect(),
        same_as: entry.same_as.clone(),
        verified: entry.verified,
        confidence: entry.confidence.clone(),
        added: entry.added,
        updated: entry.updated,
        disputed: entry.disputed.iter().map(dispute).collect(),
        sources: entry.sources.iter().map(source).collect(),
        ..Detail::default()
    }
}

/// The rest, as far as it may be told.
fn placed(entry: &Entry, rest: Detail) -> Detail {
    let told = Disclosed::of(entry);
    let own = |text: Option<&str>| text.map(str::to_owned);
    Detail {
        place: own(told.place),
        region: own(told.region),
        country: own(told.country),
        area_served: told.area_served.to_vec(),
        location_precision: own(precision(entry, told)),
        lat: told.geo.map(|geo| geo.lat.clone()),
        lon: told.geo.map(|geo| geo.lon.clone()),
        email: own(told.email),
        contact_form: told.contact_form.cloned(),
        feed: told.feed.cloned(),
        ..rest
    }
}

/// How exactly the place is told: never finer than what is there.
fn precision(entry: &Entry, told: Disclosed<'_>) -> Option<&'static str> {
    let is_exact = entry.location_precision == Precision::Exact && told.geo.is_some();
    let levels = [
        (is_exact, "exact"),
        (told.place.is_some() || told.geo.is_some(), "city"),
        (told.region.is_some(), "region"),
        (told.country.is_some(), "country"),
    ];
    let finest = levels.into_iter().find(|(is_told, _)| *is_told);
    finest.map(|(_, name)| name)
}

fn standing(entry: &Entry, exchanges: &[entry::Exchange], today: Date) -> Vec<Exchange> {
    let still = exchanges
        .iter()
        .filter(|exchange| exchange.expires.is_none_or(|day| day >= today));
    still
        .map(|exchange| Exchange {
            title: exchange.title.clone(),
            kind: exchange.kind.clone(),
            terms: exchange.terms.clone(),
            details_url: Disclosed::details_url(entry, exchange).cloned(),
            expires: exchange.expires,
        })
        .collect()
}

fn relations(site: &Site, id: PageId) -> Vec<Relation> {
    let groups = site.graph.relations.get(id.0);
    let groups = groups.map_or(&[][..], Vec::as_slice);
    let ends = groups
        .iter()
        .flat_map(|group| group.others.iter().map(move |end| (group.label, end)));
    ends.map(|(label, end)| relation(site, label, end))
        .collect()
}

fn relation(site: &Site, label: &str, end: &RelationEnd) -> Relation {
    let (other, ext) = match &end.to {
        End::Page(other) => (Some(site.page(*other)), None),
        End::Outside(name) => (None, Some(name.clone())),
    };
    Relation {
        label: label.to_owned(),
        to: other.map(|page| page.id.to_string()),
        title: other.map(|page| page.title.clone()),
        ext,
        since: end.since,
        until: end.until,
        note: end.note.clone(),
    }
}

fn link(link: &entry::EntryLink) -> Link {
    Link {
        rel: link.rel.clone(),
        url: link.url.clone(),
    }
}

fn dispute(dispute: &entry::Dispute) -> Dispute {
    Dispute {
        claim: dispute.claim.clone(),
        note: dispute.note.clone(),
        sources: dispute.sources.clone(),
    }
}

fn source(source: &entry::Source) -> Source {
    Source {
        title: source.title.clone(),
        url: source.url.clone(),
        accessed: source.accessed,
        archived_url: source.archived_url.clone(),
    }
}
