//! What each overlap counts. All in one place; a page may print them.
//!
//! One offer that meets a need in words outranks everything else together: that is what people come for.

/// An offer and a need have words in common. More than all other caps together, exchanges by type apart.
/// At 0, groups would be ranked by likeness alone.
pub const MEET_IN_WORDS: u32 = 130;

/// An offer and a need are of one type, such as `service`. Types are wide, so it counts like a town in common.
/// At 0, needs in another language than the offers would find nothing.
pub const MEET_IN_TYPE: u32 = 20;

/// Each sector in common: what groups work on ties them more than where they are.
pub const SECTOR: u32 = 12;

/// Sectors that count: beyond four, a list says how wide a group describes itself.
pub const MOST_SECTORS: u32 = 4;

/// The same town: people can meet. Of the nearnesses only the greatest counts.
pub const TOWN: u32 = 20;

/// Within [`NEAR_KM`].
pub const NEAR: u32 = 15;

/// An hour's way: groups can lend each other a hand on an evening.
pub const NEAR_KM: u32 = 60;

/// The same region: one law, one press, one day's journey.
pub const REGION: u32 = 12;

/// Within [`CLOSE_KM`], be it across a border.
pub const CLOSE: u32 = 9;

/// A journey there and back in a day.
pub const CLOSE_KM: u32 = 200;

/// The same country.
pub const COUNTRY: u32 = 7;

/// Each way of deciding in common: such groups federate more easily.
pub const GOVERNANCE: u32 = 5;

/// Ways of deciding that count: entries rarely name more than two that matter.
pub const MOST_GOVERNANCE: u32 = 2;

/// The same language.
pub const LANGUAGE: u32 = 4;

/// The same scale: what fits a neighbourhood rarely fits a nation.
pub const SCALE: u32 = 2;

/// Both on the ground or both in the network.
pub const DOMAIN: u32 = 2;

/// Each federation that both belong to: there is trust and a table to meet at.
pub const FEDERATION: u32 = 10;

/// Each ally in common: somebody who can introduce them.
pub const ALLY: u32 = 8;

/// Federations, and allies, that count.
pub const MOST_SHARED: u32 = 2;

/// One resists and one builds: the two halves need each other.
pub const OTHER_HALF: u32 = 5;

/// One is a half and one is both.
pub const HALF_AND_BOTH: u32 = 3;

/// The least that makes an entry one of the nearest of another: a sector or a region. Less is chance.
pub const LEAST_NEAREST: u32 = 12;

/// How many nearest allies an entry's page shows: a handful is read, more is skipped.
pub const NEAREST: usize = 5;

#[cfg(test)]
mod tests {
    #[test]
    fn what_meets_in_words_outranks_all_likeness() {
        let likeness = super::SECTOR * super::MOST_SECTORS
            + super::TOWN
            + super::GOVERNANCE * super::MOST_GOVERNANCE
            + super::LANGUAGE
            + super::SCALE
            + super::DOMAIN
            + (super::FEDERATION + super::ALLY) * super::MOST_SHARED
            + super::OTHER_HALF;
        assert!(super::MEET_IN_WORDS > likeness, "{likeness}");
    }

    #[test]
    fn nearer_counts_more() {
        let nearness = [
            super::TOWN,
            super::NEAR,
            super::REGION,
            super::CLOSE,
            super::COUNTRY,
        ];
        assert!(nearness.is_sorted_by(|a, b| a > b));
    }
}
