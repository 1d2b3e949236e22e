//! What two profiles have in common, and what each piece counts. A sum of what is there: more in common is never less.

use crate::explore::allies::profile::Profile;
use crate::explore::allies::weight;
use crate::explore::distance::kilometres;
use crate::explore::meeting::{Meeting, Thing};
use crate::model::entry::Approach;

/// One piece.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Overlap<'a> {
    /// Our need, their offer.
    TheyOffer(&'a Thing, &'a Thing, Meeting),
    /// Our offer, their need.
    TheySeek(&'a Thing, &'a Thing, Meeting),
    Sector(u16),
    Town,
    Apart(u32),
    Region(u16),
    Country(u16),
    Governance(u16),
    Language(u16),
    Scale(u16),
    Domain(u16),
    Federation(u32),
    Ally(u32),
    Halves(Approach, Approach),
}

/// The points of all that two have in common.
pub(crate) fn score(ours: &Profile, theirs: &Profile) -> u32 {
    let mut sum = 0_u32;
    overlaps(ours, theirs, |_, points| sum = sum.saturating_add(points));
    sum
}

/// All that two have in common, weightiest kind first, each with its points.
pub(crate) fn overlaps<'a>(
    ours: &'a Profile,
    theirs: &'a Profile,
    mut each: impl FnMut(Overlap<'a>, u32),
) {
    for (need, offer, how) in met(&ours.seeks, &theirs.offers) {
        each(Overlap::TheyOffer(need, offer, how), points_of(how));
    }
    for (offer, need, how) in met(&ours.offers, &theirs.seeks) {
        each(Overlap::TheySeek(offer, need, how), points_of(how));
    }
    let (most, points) = (weight::MOST_SECTORS, weight::SECTOR);
    for (sector, points) in capped(&ours.sectors, &theirs.sectors, most, points) {
        each(Overlap::Sector(sector), points);
    }
    if let Some((place, points)) = nearness(ours, theirs) {
        each(place, points);
    }
    let (most, points) = (weight::MOST_SHARED, weight::FEDERATION);
    for (row, points) in capped(&ours.federations, &theirs.federations, most, points) {
        each(Overlap::Federation(row), points);
    }
    for (row, points) in capped(&ours.allies, &theirs.allies, most, weight::ALLY) {
        each(Overlap::Ally(row), points);
    }
    let (most, points) = (weight::MOST_GOVERNANCE, weight::GOVERNANCE);
    for (way, points) in capped(&ours.governance, &theirs.governance, most, points) {
        each(Overlap::Governance(way), points);
    }
    if let Some((halves, points)) = halves(ours.approach, theirs.approach) {
        each(halves, points);
    }
    if let Some(language) = first(&ours.languages, &theirs.languages) {
        each(Overlap::Language(language), weight::LANGUAGE);
    }
    if let Some(scale) = first(&ours.scales, &theirs.scales) {
        each(Overlap::Scale(scale), weight::SCALE);
    }
    if let Some(domain) = first(&ours.domains, &theirs.domains) {
        each(Overlap::Domain(domain), weight::DOMAIN);
    }
}

/// For each of ours the best of theirs that meets it.
fn met<'a>(
    ours: &'a [Thing],
    theirs: &'a [Thing],
) -> impl Iterator<Item = (&'a Thing, &'a Thing, Meeting)> {
    ours.iter().filter_map(move |own| {
        let meets = |other: &'a Thing| Some((other, own.meets(other)?));
        let mut best: Option<(&Thing, Meeting)> = None;
        for (other, how) in theirs.iter().filter_map(meets) {
            // Among equals the first stays: the author put it there.
            if best.is_none_or(|(_, least)| how > least) {
                best = Some((other, how));
            }
        }
        best.map(|(other, how)| (own, other, how))
    })
}

fn points_of(how: Meeting) -> u32 {
    match how {
        Meeting::Type => weight::MEET_IN_TYPE,
        Meeting::Words => weight::MEET_IN_WORDS,
        Meeting::Both => weight::MEET_IN_WORDS + weight::MEET_IN_TYPE,
    }
}

/// What both lists hold; after the first `most` nothing more is counted.
fn capped<'a, Number: Ord + Copy>(
    ours: &'a [Number],
    theirs: &'a [Number],
    most: u32,
    points: u32,
) -> impl Iterator<Item = (Number, u32)> {
    let counted = move |index: u32| if index < most { points } else { 0 };
    (0_u32..)
        .zip(shared(ours, theirs))
        .map(move |(index, number)| (number, counted(index)))
}

fn first(ours: &[u16], theirs: &[u16]) -> Option<u16> {
    shared(ours, theirs).next()
}

/// What both lists hold; lists are short, so nothing faster than looking is worth its code.
fn shared<'a, Number: Ord + Copy>(
    ours: &'a [Number],
    theirs: &'a [Number],
) -> impl Iterator<Item = Number> {
    ours.iter()
        .copied()
        .filter(|number| theirs.contains(number))
}

/// The weightiest nearness of two.
fn nearness<'a>(ours: &Profile, theirs: &Profile) -> Option<(Overlap<'a>, u32)> {
    if same_town(ours, theirs) {
        return Some((Overlap::Town, weight::TOWN));
    }
    let apart = ours.spot.zip(theirs.spot);
    let apart = apart.map(|(one, other)| kilometres(one, other));
    let within = |most: u32| apart.filter(|apart| *apart <= most);
    if let Some(apart) = within(weight::NEAR_KM) {
        return Some((Overlap::Apart(apart), weight::NEAR));
    }
    if let Some(region) = first(&ours.regions, &theirs.regions)
        && !is_elsewhere(&ours.countries, &theirs.countries)
    {
        return Some((Overlap::Region(region), weight::REGION));
    }
    if let Some(apart) = within(weight::CLOSE_KM) {
        return Some((Overlap::Apart(apart), weight::CLOSE));
    }
    let country = first(&ours.countries, &theirs.countries)?;
    Some((Overlap::Country(country), weight::COUNTRY))
}

/// Whether both name one town, and not in two regions.
pub(crate) fn same_town(ours: &Profile, theirs: &Profile) -> bool {
    first_town(ours, theirs) && !is_elsewhere(&ours.regions, &theirs.regions)
}

fn first_town(ours: &Profile, theirs: &Profile) -> bool {
    shared(&ours.towns, &theirs.towns).next().is_some()
}

/// Whether both say where they are, and not the same.
fn is_elsewhere(ours: &[u16], theirs: &[u16]) -> bool {
    !ours.is_empty() && !theirs.is_empty() && first(ours, theirs).is_none()
}

fn halves<'a>(ours: Option<Approach>, theirs: Option<Approach>) -> Option<(Overlap<'a>, u32)> {
    let (ours, theirs) = ours.zip(theirs)?;
    let points = match (ours, theirs) {
        (Approach::CounterPower, Approach::CounterInstitution)
        | (Approach::CounterInstitution, Approach::CounterPower) => weight::OTHER_HALF,
        (Approach::Both, Approach::CounterPower | Approach::CounterInstitution)
        | (Approach::CounterPower | Approach::CounterInstitution, Approach::Both) => {
            weight::HALF_AND_BOTH
        }
        (Approach::CounterPower, Approach::CounterPower)
        | (Approach::CounterInstitution, Approach::CounterInstitution)
        | (Approach::Both, Approach::Both) => return None,
    };
    Some((Overlap::Halves(ours, theirs), points))
}
