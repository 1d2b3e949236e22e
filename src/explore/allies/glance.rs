//! A profile at a glance: enough to know that two have at most so much in common, in few bytes that lie side by side.
//!
//! To find the nearest of every row, all pairs are looked at: at ten thousand entries the full score of each, with its
//! lists all over memory, would take a build half a minute. Most pairs are out of question at a glance.

use crate::explore::allies::profile::Profile;
use crate::explore::allies::weight;
use crate::explore::distance::Spot;
use crate::explore::meeting::Thing;
use crate::model::entry::Approach;

/// Sets of numbers as bits. A bit that is set in both says that they may share a number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Glance {
    sectors: u64,
    governance: u64,
    languages: u64,
    scales: u64,
    domains: u64,
    countries: u64,
    regions: u64,
    towns: u64,
    federations: u64,
    allies: u64,
    /// Types and roots of words, hashed.
    offers: u64,
    seeks: u64,
    /// How much offers and needs can count.
    most_exchanged: (u32, u32),
    spot: Option<Spot>,
    approach: Option<Approach>,
}

impl Glance {
    /// The profile at a glance.
    pub(crate) fn of(profile: &Profile) -> Glance {
        Glance {
            sectors: bits(&profile.sectors),
            governance: bits(&profile.governance),
            languages: bits(&profile.languages),
            scales: bits(&profile.scales),
            domains: bits(&profile.domains),
            countries: bits(&profile.countries),
            regions: bits(&profile.regions),
            towns: bits(&profile.towns),
            federations: bits(&profile.federations),
            allies: bits(&profile.allies),
            offers: bits_of_things(&profile.offers),
            seeks: bits_of_things(&profile.seeks),
            most_exchanged: (most(&profile.offers), most(&profile.seeks)),
            spot: profile.spot,
            approach: profile.approach,
        }
    }
}

/// No less than the score of the two profiles.
pub(crate) fn at_most(ours: &Glance, theirs: &Glance) -> u32 {
    let flag = |ours: u64, theirs: u64, points: u32| {
        if ours & theirs == 0 { 0 } else { points }
    };
    let (offers, seeks) = ours.most_exchanged;
    let shared = weight::MOST_SHARED;
    [
        flag(ours.seeks, theirs.offers, seeks),
        flag(ours.offers, theirs.seeks, offers),
        flag_each(ours.sectors & theirs.sectors, weight::MOST_SECTORS) * weight::SECTOR,
        flag_each(ours.governance & theirs.governance, weight::MOST_GOVERNANCE)
            * weight::GOVERNANCE,
        flag(
            ours.federations,
            theirs.federations,
            shared * weight::FEDERATION,
        ),
        flag(ours.allies, theirs.allies, shared * weight::ALLY),
        flag(ours.languages, theirs.languages, weight::LANGUAGE),
        flag(ours.scales, theirs.scales, weight::SCALE),
        flag(ours.domains, theirs.domains, weight::DOMAIN),
        if ours.approach == theirs.approach {
            0
        } else {
            weight::OTHER_HALF
        },
        nearness(ours, theirs),
    ]
    .into_iter()
    .fold(0, u32::saturating_add)
}

fn nearness(ours: &Glance, theirs: &Glance) -> u32 {
    let spots = ours.spot.zip(theirs.spot);
    let is_within = |most: u32| spots.is_some_and(|(one, other)| one.may_be_within(other, most));
    if ours.towns & theirs.towns != 0 {
        weight::TOWN
    } else if is_within(weight::CLOSE_KM) {
        weight::NEAR
    } else if ours.regions & theirs.regions != 0 {
        weight::REGION
    } else if ours.countries & theirs.countries != 0 {
        weight::COUNTRY
    } else {
        0
    }
}

/// How many numbers two sets may share, up to `most`. The last bit stands for all great numbers.
fn flag_each(both: u64, most: u32) -> u32 {
    if both >> LAST == 1 {
        return most;
    }
    both.count_ones().min(most)
}

const LAST: u32 = u64::BITS - 1;

fn bits<Number: Copy + Into<u32>>(numbers: &[Number]) -> u64 {
    let bit = |number: &Number| 1_u64 << (*number).into().min(LAST);
    numbers.iter().map(bit).fold(0, |all, bit| all | bit)
}

fn most(things: &[Thing]) -> u32 {
    let number = u32::try_from(things.len()).unwrap_or(u32::MAX);
    number.saturating_mul(weight::MEET_IN_WORDS + weight::MEET_IN_TYPE)
}

fn bits_of_things(things: &[Thing]) -> u64 {
    let marks = things
        .iter()
        .flat_map(|thing| thing.roots().chain([thing.kind.as_str()]));
    let bit = |mark: &str| {
        let sum = mark.bytes();
        let sum = sum.fold(0_u32, |sum, byte| sum.wrapping_mul(31) ^ u32::from(byte));
        1_u64 << (sum % u64::BITS)
    };
    marks.map(bit).fold(0, |all, bit| all | bit)
}
