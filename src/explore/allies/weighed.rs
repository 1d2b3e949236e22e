//! The weights as readers are told them: what counts, how much, and why.

use crate::explore::allies::weight;

/// One thing that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed {
    /// What.
    pub what: &'static str,
    /// How many points it counts.
    pub points: u32,
    /// Each one counts, up to so many.
    pub most: Option<u32>,
    /// Within so many kilometres.
    pub within: Option<u32>,
    /// Why so much.
    pub why: &'static str,
}

impl Weighed {
    /// Its points in words: `12 each, 48 at most`.
    pub fn in_words(&self) -> String {
        match self.most {
            Some(most) => format!("{} each, {} at most", self.points, self.points * most),
            None => self.points.to_string(),
        }
    }

    /// What counts, with its distance.
    pub fn name(&self) -> String {
        match self.within {
            Some(within) => format!("{} {within} km", self.what),
            None => self.what.to_owned(),
        }
    }
}

/// All that counts, weightiest kind first.
pub fn weights() -> [Weighed; 16] {
    let once = |what, points, why| Weighed {
        what,
        points,
        most: None,
        within: None,
        why,
    };
    let each = |(what, points, most), why| Weighed {
        most: Some(most),
        ..once(what, points, why)
    };
    let within = |(what, points, within), why| Weighed {
        within: Some(within),
        ..once(what, points, why)
    };
    [
        once(
            "Each offer that meets a need in words",
            weight::MEET_IN_WORDS,
            "This is what people come for: it outranks all likeness together.",
        ),
        once(
            "Each offer and need of one type",
            weight::MEET_IN_TYPE,
            "Types are wide, but a need may be written in other words than the offer.",
        ),
        each(
            ("Sectors in common", weight::SECTOR, weight::MOST_SECTORS),
            "What groups work on ties them more than where they are.",
        ),
        once(
            "The same town",
            weight::TOWN,
            "People can meet. Of the nearnesses only the greatest counts.",
        ),
        within(
            ("Within", weight::NEAR, weight::NEAR_KM),
            "An hour’s way: groups can lend each other a hand on an evening.",
        ),
        once(
            "The same region",
            weight::REGION,
            "One law, one press, one day’s journey.",
        ),
        within(
            ("Within", weight::CLOSE, weight::CLOSE_KM),
            "A journey there and back in a day, be it across a border.",
        ),
        once(
            "The same country",
            weight::COUNTRY,
            "The same laws and the same state to deal with.",
        ),
        each(
            (
                "Federations that both belong to",
                weight::FEDERATION,
                weight::MOST_SHARED,
            ),
            "There is trust, and a table to meet at.",
        ),
        each(
            ("Allies in common", weight::ALLY, weight::MOST_SHARED),
            "Somebody can introduce them.",
        ),
        each(
            (
                "Ways of deciding in common",
                weight::GOVERNANCE,
                weight::MOST_GOVERNANCE,
            ),
            "Such groups federate more easily.",
        ),
        once(
            "One resists, the other builds",
            weight::OTHER_HALF,
            "The two halves of dual power need each other.",
        ),
        once(
            "One does both, the other one of them",
            weight::HALF_AND_BOTH,
            "Each has something that the other lacks.",
        ),
        once(
            "The same language",
            weight::LANGUAGE,
            "They can talk without translators.",
        ),
        once(
            "The same scale",
            weight::SCALE,
            "What fits a neighbourhood rarely fits a nation.",
        ),
        once(
            "The same domain",
            weight::DOMAIN,
            "Both are at home on the ground, or both in the network.",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::weights;

    #[test]
    fn numbers_are_told_with_their_limits() {
        let check = |what: &str, expect: &str| {
            let weights = weights();
            let mut named = weights.iter().filter(|weight| weight.name() == what);
            let told = named.next().map(super::Weighed::in_words);
            assert_eq!(told.as_deref(), Some(expect), "{what}");
        };
        check("The same town", "20");
        check("Sectors in common", "12 each, 48 at most");
        check("Within 60 km", "15");
    }
}
