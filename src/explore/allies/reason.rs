//! Why a group is an ally: typed, and in words.

use crate::explore::allies::overlap::{Overlap, overlaps};
use crate::explore::allies::profile::Profile;
use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::lookup::{exchange_label, has_ended, label};
use crate::explore::meeting::{Meeting, Thing};
use crate::explore::phrase::{inside, listed, readable};
use crate::model::date::Edtf;
use crate::model::entry::Approach;
use crate::model::relation::ALL;

/// A reason and its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// Why.
    pub reason: Reason,
    /// What it counts.
    pub points: u32,
}

/// Why. Names are labels, as people read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// They offer what is sought.
    TheyOffer(Met),
    /// They seek what is offered.
    TheySeek(Met),
    /// Both work on these.
    Sectors(Vec<String>),
    /// Both are in this town.
    Town(String),
    /// They are so many kilometres apart.
    Apart(u32),
    /// Both are in this region.
    Region(String),
    /// Both are in this country.
    Country(String),
    /// Both belong to these.
    Federations(Vec<String>),
    /// Both are allied with these.
    Allies(Vec<String>),
    /// Both decide in these ways.
    Governance(Vec<String>),
    /// Each is a half of dual power that the other is not: the seeker's, theirs.
    Halves(Approach, Approach),
    /// Both use this language.
    Language(String),
    /// Both are of this scale.
    Scale(String),
    /// Both are of this domain.
    Domain(String),
    /// They are tied already, in these ways.
    Tied(Vec<String>),
    /// They have ended, and when where that is known.
    Ended(Option<Edtf>),
}

/// An offer and a need that meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// What the seeker offers or seeks.
    pub ours: String,
    /// What they seek or offer.
    pub theirs: String,
    /// On which terms, where stated.
    pub terms: Option<String>,
    /// The type, where nothing but the type is the same.
    pub only_type: Option<String>,
}

/// Who the sentences speak to or of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice<'a> {
    /// "You seek …".
    You,
    /// "Cooperation Jackson seeks …".
    Named(&'a str),
}

impl Reason {
    /// The reason as a sentence without full stop.
    pub fn in_words(&self, voice: Voice<'_>) -> String {
        match self {
            Reason::TheyOffer(met) => met.in_words(&voice.does(&["seek"]), "they offer"),
            Reason::TheySeek(met) => met.in_words(&voice.does(&["offer"]), "they seek"),
            Reason::Sectors(names) => format!("Both work on {}", lower(names)),
            Reason::Town(name) => format!("Both in {name}"),
            Reason::Apart(kilometres) => apart(*kilometres),
            Reason::Region(name) => format!("Same region: {name}"),
            Reason::Country(name) => format!("Same country: {name}"),
            Reason::Federations(names) => format!("Both belong to {}", listed(names)),
            Reason::Allies(names) => format!("Both allied with {}", listed(names)),
            Reason::Governance(names) => format!("Same governance: {}", lower(names)),
            Reason::Halves(ours, theirs) => {
                let theirs = listed(deeds(*theirs));
                format!("{}; they {theirs}", voice.does(deeds(*ours)))
            }
            Reason::Language(name) => format!("Same language: {name}"),
            Reason::Scale(name) => format!("Same scale: {}", inside(name)),
            Reason::Domain(name) => format!("Same domain: {}", inside(name)),
            Reason::Tied(names) => format!("Already tied: {}", listed(names)),
            Reason::Ended(Some(date)) => format!("Ended {}", date.in_words()),
            Reason::Ended(None) => "Ended".to_owned(),
        }
    }
}

impl Voice<'_> {
    /// `You seek`, `Cooperation Jackson seeks`.
    fn does(self, deeds: &[&str]) -> String {
        match self {
            Voice::You => format!("You {}", listed(deeds)),
            Voice::Named(name) => {
                let deeds: Vec<String> = deeds.iter().map(|deed| format!("{deed}s")).collect();
                format!("{name} {}", listed(&deeds))
            }
        }
    }
}

impl Met {
    fn in_words(&self, we: &str, they: &str) -> String {
        let terms = self.terms.as_ref();
        let terms = terms.map(|terms| format!(" ({})", inside(terms)));
        let kind = self.only_type.as_ref();
        let kind = kind.map(|kind| format!(", of the same type: {}", inside(kind)));
        format!(
            "{we} {}; {they} {}{}{}",
            inside(&self.ours),
            inside(&self.theirs),
            terms.unwrap_or_default(),
            kind.unwrap_or_default()
        )
    }
}

fn deeds(approach: Approach) -> &'static [&'static str] {
    match approach {
        Approach::CounterPower => &["resist"],
        Approach::CounterInstitution => &["build"],
        Approach::Both => &["resist", "build"],
    }
}

fn lower(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| inside(name)).collect();
    listed(&names)
}

/// Distances between towns are told to ten kilometres: nobody lives in the middle of one.
fn apart(kilometres: u32) -> String {
    match (kilometres + 5) / 10 * 10 {
        0 => "Less than 5 km apart".to_owned(),
        tens => format!("About {tens} km apart"),
    }
}

/// Why two profiles are allies, weightiest kind first; what is of one kind together.
pub(crate) fn reasons(
    catalog: &Catalog,
    (ours, theirs): (&Profile, &Profile),
    row: &Row,
) -> Vec<Because> {
    let mut all: Vec<Because> = Vec::new();
    overlaps(ours, theirs, |overlap, points| {
        let reason = told(catalog, overlap, row);
        if let Some(last) = all.last_mut()
            && last.reason.joins(&reason)
        {
            last.points += points;
        } else {
            all.push(Because { reason, points });
        }
    });
    all
}

impl Reason {
    /// Takes the names of `other` where both are lists of one kind.
    fn joins(&mut self, other: &Reason) -> bool {
        match (self, other) {
            (Reason::Sectors(names), Reason::Sectors(more))
            | (Reason::Federations(names), Reason::Federations(more))
            | (Reason::Allies(names), Reason::Allies(more))
            | (Reason::Governance(names), Reason::Governance(more)) => {
                names.extend_from_slice(more);
                true
            }
            _two_kinds => false,
        }
    }
}

fn told(catalog: &Catalog, overlap: Overlap<'_>, row: &Row) -> Reason {
    let name = |facet, number| label(catalog, facet, number).to_owned();
    let title = |row: u32| {
        let row = catalog.rows.get(row as usize);
        vec![row.map(|row| row.title.clone()).unwrap_or_default()]
    };
    match overlap {
        Overlap::TheyOffer(need, offer, how) => Reason::TheyOffer(met(catalog, (need, offer), how)),
        Overlap::TheySeek(offer, need, how) => Reason::TheySeek(met(catalog, (offer, need), how)),
        Overlap::Sector(number) => Reason::Sectors(vec![name(Facet::Sector, number)]),
        Overlap::Town => {
            let place = row.place.as_ref();
            Reason::Town(place.map(|place| place.name.clone()).unwrap_or_default())
        }
        Overlap::Apart(kilometres) => Reason::Apart(kilometres),
        Overlap::Region(number) => Reason::Region(name(Facet::Region, number)),
        Overlap::Country(number) => Reason::Country(name(Facet::Country, number)),
        Overlap::Governance(number) => Reason::Governance(vec![name(Facet::Governance, number)]),
        Overlap::Language(number) => Reason::Language(name(Facet::Language, number)),
        Overlap::Scale(number) => Reason::Scale(name(Facet::Scale, number)),
        Overlap::Domain(number) => Reason::Domain(name(Facet::Domain, number)),
        Overlap::Federation(other) => Reason::Federations(title(other)),
        Overlap::Ally(other) => Reason::Allies(title(other)),
        Overlap::Halves(ours, theirs) => Reason::Halves(ours, theirs),
    }
}

fn met(catalog: &Catalog, (ours, theirs): (&Thing, &Thing), how: Meeting) -> Met {
    let kind = |thing: &Thing| exchange_label(catalog, &thing.kind);
    let titled = |thing: &Thing| {
        if thing.title.is_empty() {
            return format!("any {}", inside(&kind(thing)));
        }
        thing.title.clone()
    };
    let only_type = how == Meeting::Type && !ours.title.is_empty();
    Met {
        ours: titled(ours),
        theirs: titled(theirs),
        terms: theirs.terms.as_deref().map(readable),
        only_type: only_type.then(|| kind(theirs)),
    }
}

/// How two rows are tied already, in the words of the subject's page.
pub(crate) fn ties(catalog: &Catalog, ours: u32, theirs: u32) -> Option<Because> {
    let of = |row: u32| {
        catalog
            .rows
            .get(row as usize)
            .map_or(&[][..], |row| &row.relations)
    };
    let kinds = |from: u32, to: u32| {
        let relations = of(from).iter().filter(move |(_, other)| *other == to);
        relations.filter_map(|(kind, _)| ALL.get(usize::from(*kind)))
    };
    let stored = kinds(ours, theirs).map(|kind| kind.label);
    let inverse = kinds(theirs, ours).map(|kind| kind.inverse);
    let mut labels: Vec<String> = stored.chain(inverse).map(str::to_owned).collect();
    labels.dedup();
    (!labels.is_empty()).then_some(Because {
        reason: Reason::Tied(labels),
        points: 0,
    })
}

/// That a row has ended.
pub(crate) fn ended(catalog: &Catalog, row: &Row) -> Option<Because> {
    has_ended(catalog, row).then_some(Because {
        reason: Reason::Ended(row.ended),
        points: 0,
    })
}
