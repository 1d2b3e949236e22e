//! Ties: what an edge can be, a typed relation or a plain link.

use crate::model::relation::{self, RelationType};

/// A type of relation, or a link in prose. Relations come first, in the order of `relation::ALL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tie(u8);

/// In which direction an edge is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// As it is stored.
    Along,
    /// From its object to its subject.
    Against,
}

impl Tie {
    /// A link in prose.
    pub const LINK: Tie = Tie(u8::MAX);

    /// The name of a link where relations have their stored names.
    const LINK_NAME: &str = "link";

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Tie> {
        let relations = (0..).zip(relation::ALL).map(|(number, _)| Tie(number));
        relations.chain([Tie::LINK])
    }

    /// The tie of a relation.
    ///
    /// # Panics
    /// Where the table of relations lacks it: a bug, for nobody else makes relations.
    pub fn of(kind: &RelationType) -> Tie {
        Tie::named(kind.name).expect("every relation's type is one of the table")
    }

    /// The tie with this name: a relation's stored name, or `link`.
    pub fn named(name: &str) -> Option<Tie> {
        Tie::all().find(|tie| tie.name() == name)
    }

    /// The type of relation, where it is one.
    pub fn relation(self) -> Option<&'static RelationType> {
        relation::ALL.get(usize::from(self.0))
    }

    /// Its name, for addresses and files.
    pub fn name(self) -> &'static str {
        self.relation().map_or(Self::LINK_NAME, |kind| kind.name)
    }

    /// What the page at the near end says of the page at the far end: `member of`, `has member`, `links to`.
    pub fn label(self, way: Way) -> &'static str {
        match (self.relation(), way) {
            (Some(kind), Way::Along) => kind.label,
            (Some(kind), Way::Against) => kind.inverse,
            (None, Way::Along) => "links to",
            (None, Way::Against) => "linked from",
        }
    }

    /// What it means, in one sentence.
    pub fn definition(self) -> &'static str {
        let link = "The prose of the one leads to the other.";
        self.relation().map_or(link, |kind| kind.definition)
    }

    /// Whether both ends say the same of each other.
    pub fn is_symmetric(self) -> bool {
        self.relation().is_some_and(|kind| kind.symmetric)
    }

    /// The ties it is drawn like.
    pub fn family(self) -> Family {
        match self.name() {
            "part-of" | "member-of" => Family::Belonging,
            "federated-with" | "allied-with" => Family::Alliance,
            "founded-by" | "succeeds" | "forked-from" | "inspired-by" => Family::Descent,
            "maintains" | "funds" | "supports" | "uses" | "lists" => Family::Support,
            "exemplifies" | "alternative-to" | "broader" => Family::Thought,
            "critiques" => Family::Critique,
            Tie::LINK_NAME => Family::Mention,
            _related => Family::Nearness,
        }
    }

    /// How much it says.
    pub fn strength(self) -> Strength {
        match self.relation() {
            None => Strength::Link,
            Some(kind) if kind.name == "related" => Strength::Related,
            Some(_) => Strength::Typed,
        }
    }
}

/// Ties that are drawn alike: eighteen kinds of lines cannot be told apart, eight can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// One is in the other.
    Belonging,
    /// Two stand together.
    Alliance,
    /// One comes from the other.
    Descent,
    /// One gives to the other or takes from it.
    Support,
    /// Ideas and their cases.
    Thought,
    /// One speaks against the other.
    Critique,
    /// Somebody felt a nearness.
    Nearness,
    /// Prose leads there.
    Mention,
}

impl Family {
    /// All of them, in the order of a legend.
    pub const ALL: [Family; 8] = [
        Family::Belonging,
        Family::Alliance,
        Family::Descent,
        Family::Support,
        Family::Thought,
        Family::Critique,
        Family::Nearness,
        Family::Mention,
    ];

    /// Its name, for style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Family::Belonging => "belonging",
            Family::Alliance => "alliance",
            Family::Descent => "descent",
            Family::Support => "support",
            Family::Thought => "thought",
            Family::Critique => "critique",
            Family::Nearness => "nearness",
            Family::Mention => "mention",
        }
    }

    /// What is drawn so, in words for a legend.
    pub fn meaning(self) -> &'static str {
        match self {
            Family::Belonging => "part or member",
            Family::Alliance => "federation or alliance",
            Family::Descent => "origin or inspiration",
            Family::Support => "upkeep, money, support or use",
            Family::Thought => "idea and case, or alternative",
            Family::Critique => "critique",
            Family::Nearness => "related",
            Family::Mention => "link in prose",
        }
    }
}

/// How much a tie says about its two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The type of last resort: somebody felt a nearness and could not name it.
    Related,
    /// Prose mentions much in passing, but it mentions it for a reason that can be read.
    Link,
    /// Somebody stated it, with a type.
    Typed,
}

/// Some of the ties: those that are shown, or walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TieSet(u32);

impl TieSet {
    /// None.
    pub const NONE: TieSet = TieSet(0);
    /// All.
    pub const ALL: TieSet = TieSet(u32::MAX);

    /// Whether this one is among them.
    pub fn has(self, tie: Tie) -> bool {
        self.0 & bit(tie) != 0
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, tie: Tie) -> TieSet {
        TieSet(self.0 | bit(tie))
    }

    /// These but one.
    #[must_use]
    pub fn without(self, tie: Tie) -> TieSet {
        TieSet(self.0 & !bit(tie))
    }
}

/// A link has the last bit, relations those from the first on.
fn bit(tie: Tie) -> u32 {
    1 << u32::from(tie.0).min(31)
}

#[cfg(test)]
mod tests {
    use super::{Family, Strength, Tie, TieSet, Way};
    use crate::model::relation;

    #[test]
    fn ties_are_found_by_their_names() {
        for tie in Tie::all() {
            assert_eq!(Tie::named(tie.name()), Some(tie));
        }
        assert_eq!(Tie::named("friend-of"), None);
        assert_eq!(Tie::all().count(), relation::ALL.len() + 1);
    }

    #[test]
    fn each_tie_has_a_bit_of_its_own() {
        assert!(relation::ALL.len() < 31);
        for tie in Tie::all() {
            let only = TieSet::NONE.with(tie);
            assert!(Tie::all().all(|other| only.has(other) == (other == tie)));
            assert!(!TieSet::ALL.without(tie).has(tie));
        }
    }

    #[test]
    fn labels_follow_the_way_that_is_walked() {
        let check = |name, along, against| {
            let tie = Tie::named(name).expect(name);
            assert_eq!(tie.label(Way::Along), along);
            assert_eq!(tie.label(Way::Against), against);
        };
        check("member-of", "member of", "has member");
        check("allied-with", "allied with", "allied with");
        check("link", "links to", "linked from");
    }

    #[test]
    fn every_tie_is_of_a_family_and_only_the_last_resort_is_mere_nearness() {
        let near: Vec<&str> = Tie::all()
            .filter(|tie| tie.family() == Family::Nearness)
            .map(Tie::name)
            .collect();
        assert_eq!(near, ["related"]);
        for family in Family::ALL {
            assert!(Tie::all().any(|tie| tie.family() == family), "{family:?}");
        }
    }

    #[test]
    fn the_last_resort_says_least() {
        let strength = |name| Tie::named(name).map(Tie::strength);
        assert_eq!(strength("related"), Some(Strength::Related));
        assert_eq!(strength("link"), Some(Strength::Link));
        assert_eq!(strength("uses"), Some(Strength::Typed));
    }
}
