//! The typed relations (`schema.md`, "Relations"): stored once, the inverse computed.

/// One type of relation.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RelationType {
    /// As stored in front matter.
    pub name: &'static str,
    /// As shown on the subject's page.
    pub label: &'static str,
    /// As shown on the object's page; the same words where the relation is symmetric.
    pub inverse: &'static str,
    /// Whether both sides say the same.
    pub symmetric: bool,
    /// What it means, in one sentence.
    pub definition: &'static str,
}

/// All types, in the order in which a page shows them.
pub const ALL: &[RelationType] = &[
    directed(
        "part-of",
        "part of",
        "has part",
        "The subject is a piece of the object.",
    ),
    directed(
        "member-of",
        "member of",
        "has member",
        "An organization belongs to a network.",
    ),
    symmetric(
        "federated-with",
        "federated with",
        "Peers bound by agreement, each governing itself.",
    ),
    symmetric("allied-with", "allied with", "Peers that act together."),
    directed(
        "founded-by",
        "founded by",
        "founded",
        "The object started the subject.",
    ),
    directed(
        "succeeds",
        "succeeds",
        "succeeded by",
        "The subject carries on what the object did.",
    ),
    directed(
        "forked-from",
        "forked from",
        "forked into",
        "The subject began as a copy of the object.",
    ),
    directed(
        "maintains",
        "maintains",
        "maintained by",
        "An organization keeps a tool, currency or publication going.",
    ),
    directed(
        "funds",
        "funds",
        "funded by",
        "Money flows from the subject to the object.",
    ),
    directed(
        "supports",
        "supports",
        "supported by",
        "The subject helps the object other than with money.",
    ),
    directed(
        "uses",
        "uses",
        "used by",
        "The subject works with a tool, currency or practice.",
    ),
    directed("lists", "lists", "listed in", "A directory names a group."),
    directed(
        "exemplifies",
        "exemplifies",
        "exemplified by",
        "The subject is a case of an idea.",
    ),
    directed(
        "inspired-by",
        "inspired by",
        "inspired",
        "The object gave the subject its idea.",
    ),
    directed(
        "critiques",
        "critiques",
        "critiqued by",
        "An idea argues against the object.",
    ),
    symmetric(
        "alternative-to",
        "alternative to",
        "Each can stand in for the other.",
    ),
    directed(
        "broader",
        "broader",
        "narrower",
        "The object is the wider idea.",
    ),
    symmetric(
        "related",
        "related",
        "Connected in a way that no other type says.",
    ),
];

const fn directed(
    name: &'static str,
    label: &'static str,
    inverse: &'static str,
    definition: &'static str,
) -> RelationType {
    RelationType {
        name,
        label,
        inverse,
        symmetric: false,
        definition,
    }
}

const fn symmetric(
    name: &'static str,
    label: &'static str,
    definition: &'static str,
) -> RelationType {
    RelationType {
        name,
        label,
        inverse: label,
        symmetric: true,
        definition,
    }
}

/// The type with this stored name.
pub fn find(name: &str) -> Option<&'static RelationType> {
    ALL.iter().find(|relation| relation.name == name)
}
