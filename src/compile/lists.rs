//! The built-in lists of allowed values: labels and one-sentence definitions.
//!
//! These are this project's defaults; `site.toml` may add to them.

use std::collections::BTreeMap;

use crate::model::choice::{Choice, Class, List, Lists};

/// A value, its label, and what it means.
type Row = (&'static str, &'static str, &'static str);

/// This project's defaults.
pub fn built_in() -> Lists {
    let lists = List::ALL.map(|list| (list, choices(list)));
    Lists::new(BTreeMap::from(lists))
}

fn choices(list: List) -> Vec<Choice> {
    let rows: &[Row] = match list {
        List::Kind => return KINDS.iter().map(kind).collect(),
        List::Approach => &APPROACHES,
        List::Domain => &DOMAINS,
        List::Sector => &SECTORS,
        List::Scale => &SCALES,
        List::Status => &STATUSES,
        List::Governance => &GOVERNANCES,
        List::LegalForm => &LEGAL_FORMS,
        List::LinkRel => &LINK_RELS,
        List::ExchangeType => &EXCHANGE_TYPES,
        List::ExchangeTerms => &EXCHANGE_TERMS,
        List::Precision => &PRECISIONS,
        List::Confidence => &CONFIDENCES,
    };
    rows.iter().map(choice).collect()
}

fn choice(&(value, label, definition): &Row) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        plural: label.to_owned(),
        definition: definition.to_owned(),
        class: None,
    }
}

/// A kind: class, value, label, label of several, definition.
type Kind = (
    Class,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn kind(&(class, value, label, plural, definition): &Kind) -> Choice {
    Choice {
        plural: plural.to_owned(),
        class: Some(class),
        ..choice(&(value, label, definition))
    }
}

const KINDS: [Kind; 18] = [
    (
        Class::Idea,
        "concept",
        "Concept",
        "Concepts",
        "An idea that helps to understand or to act.",
    ),
    (
        Class::Idea,
        "framework",
        "Framework",
        "Frameworks",
        "Several ideas put together into a way to think or to plan.",
    ),
    (
        Class::Idea,
        "principle",
        "Principle",
        "Principles",
        "A rule that a movement holds itself to.",
    ),
    (
        Class::Idea,
        "practice",
        "Practice",
        "Practices",
        "Something that people do together, and that others can learn.",
    ),
    (
        Class::Idea,
        "critique",
        "Critique",
        "Critiques",
        "An argument against an idea, or for its limits.",
    ),
    (
        Class::Idea,
        "event",
        "Event",
        "Events",
        "Something that happened at a time and a place.",
    ),
    (
        Class::Entity,
        "organization",
        "Organization",
        "Organizations",
        "A group with members and a way to decide.",
    ),
    (
        Class::Entity,
        "network",
        "Network",
        "Networks",
        "Groups that are bound to each other and stay their own.",
    ),
    (
        Class::Entity,
        "movement",
        "Movement",
        "Movements",
        "Many people and groups that act for one aim without one body.",
    ),
    (
        Class::Entity,
        "territory",
        "Territory",
        "Territories",
        "A place whose people govern themselves.",
    ),
    (
        Class::Entity,
        "project",
        "Project",
        "Projects",
        "Work towards one aim, with a beginning and perhaps an end.",
    ),
    (
        Class::Entity,
        "tool",
        "Tool",
        "Tools",
        "Software, hardware or a method made to be used by others.",
    ),
    (
        Class::Entity,
        "currency",
        "Currency",
        "Currencies",
        "A means of exchange or credit that a community keeps.",
    ),
    (
        Class::Entity,
        "publication",
        "Publication",
        "Publications",
        "A book, journal, film, press or site that carries ideas.",
    ),
    (
        Class::Entity,
        "directory",
        "Directory",
        "Directories",
        "A list or map of groups, kept for others to use.",
    ),
    (
        Class::Entity,
        "place",
        "Place",
        "Places",
        "A house, farm, workshop or ground that people share.",
    ),
    (
        Class::Trail,
        "trail",
        "Trail",
        "Trails",
        "Entries in an order in which they can be read.",
    ),
    (
        Class::Note,
        "note",
        "Note",
        "Notes",
        "A page that is not an entry.",
    ),
];

const APPROACHES: [Row; 3] = [
    (
        "counter-power",
        "Counter-power",
        "It resists the powers that be.",
    ),
    (
        "counter-institution",
        "Counter-institution",
        "It builds what can take over from the powers that be.",
    ),
    ("both", "Both", "It resists and builds."),
];

const DOMAINS: [Row; 3] = [
    (
        "traditional",
        "Traditional",
        "Its home is on the ground: streets, houses, land, workplaces.",
    ),
    ("digital", "Digital", "Its home is software and networks."),
    (
        "both",
        "Both",
        "It is at home on the ground and in networks.",
    ),
];

const SECTORS: [Row; 22] = [
    (
        "food",
        "Food",
        "Growing, making and sharing what people eat.",
    ),
    ("housing", "Housing", "Homes, and who decides about them."),
    ("land", "Land", "Ground held, used and cared for in common."),
    (
        "labor",
        "Labor",
        "Work, workplaces and those who work in them.",
    ),
    (
        "finance",
        "Finance",
        "Saving, lending, funding and insuring.",
    ),
    (
        "currency",
        "Currency",
        "Money and credit issued by a community.",
    ),
    (
        "care",
        "Care",
        "Looking after each other, from childhood to old age.",
    ),
    ("health", "Health", "Healing, medicine and staying well."),
    (
        "education",
        "Education",
        "Schools, courses and learning from each other.",
    ),
    (
        "knowledge",
        "Knowledge",
        "Encyclopedias, archives and libraries open to all.",
    ),
    ("culture", "Culture", "Art, music, language and memory."),
    ("media", "Media", "News, publishing and broadcasting."),
    (
        "communications",
        "Communications",
        "Messages, calls and social networks between people.",
    ),
    (
        "connectivity",
        "Connectivity",
        "Cables, radio and access to the net.",
    ),
    (
        "software",
        "Software",
        "Programs, and those who write and keep them.",
    ),
    (
        "energy",
        "Energy",
        "Making, storing and sharing power and heat.",
    ),
    (
        "ecology",
        "Ecology",
        "Soil, water, forests and all that lives there.",
    ),
    ("transport", "Transport", "Moving people and goods."),
    (
        "disaster-relief",
        "Disaster relief",
        "Help after storms, fires, floods and wars.",
    ),
    (
        "governance",
        "Governance",
        "Ways to decide together, and the bodies that do.",
    ),
    (
        "justice",
        "Justice",
        "Rights, courts, prisons and the repair of harm.",
    ),
    ("research", "Research", "Finding out what is not yet known."),
];

const SCALES: [Row; 6] = [
    (
        "neighborhood",
        "Neighborhood",
        "Some streets, a village, a single site.",
    ),
    ("local", "Local", "A town, a city or a valley."),
    (
        "regional",
        "Regional",
        "Several towns, a province or a state of a federation.",
    ),
    ("national", "National", "One country."),
    ("international", "International", "Several countries."),
    ("online", "Online", "Wherever there is a connection."),
];

const STATUSES: [Row; 6] = [
    ("planned", "Planned", "Announced, and not begun."),
    ("active", "Active", "At work now."),
    ("dormant", "Dormant", "Not at work now, and not ended."),
    (
        "transformed",
        "Transformed",
        "Goes on in another form or under another name.",
    ),
    ("ended", "Ended", "No longer there."),
    ("unknown", "Unknown", "The sources do not tell."),
];

const GOVERNANCES: [Row; 15] = [
    (
        "consensus",
        "Consensus",
        "A decision stands when nobody objects to it.",
    ),
    (
        "assembly",
        "Assembly",
        "All who are concerned meet and decide.",
    ),
    (
        "delegate-council",
        "Delegate council",
        "Groups send delegates whom they instruct and can recall.",
    ),
    (
        "one-member-one-vote",
        "One member, one vote",
        "Every member has the same vote.",
    ),
    (
        "worker-managed",
        "Worker-managed",
        "Those who do the work run it.",
    ),
    (
        "multi-stakeholder",
        "Multi-stakeholder",
        "Workers, users and others each have a share in decisions.",
    ),
    (
        "sociocracy",
        "Sociocracy",
        "Linked circles decide by consent.",
    ),
    (
        "elected-board",
        "Elected board",
        "Members elect a board that decides.",
    ),
    (
        "token-weighted",
        "Token-weighted",
        "Votes count by how many tokens a voter holds.",
    ),
    (
        "conviction-voting",
        "Conviction voting",
        "A vote grows the longer it stays on a proposal.",
    ),
    (
        "reputation-weighted",
        "Reputation-weighted",
        "Votes count by what a voter has contributed.",
    ),
    ("informal", "Informal", "There are no written rules."),
    ("founder-led", "Founder-led", "Those who started it decide."),
    (
        "public-body",
        "Public body",
        "A state, a city or one of their offices decides.",
    ),
    ("unknown", "Unknown", "The sources do not tell."),
];

const LEGAL_FORMS: [Row; 16] = [
    (
        "worker-coop",
        "Worker co-op",
        "A cooperative owned by those who work in it.",
    ),
    (
        "consumer-coop",
        "Consumer co-op",
        "A cooperative owned by those who buy from it.",
    ),
    (
        "housing-coop",
        "Housing co-op",
        "A cooperative owned by those who live in it.",
    ),
    (
        "platform-coop",
        "Platform co-op",
        "A cooperative that runs an online service for its members.",
    ),
    (
        "multi-stakeholder-coop",
        "Multi-stakeholder co-op",
        "A cooperative owned by several sorts of members.",
    ),
    (
        "federation",
        "Federation",
        "A body whose members are organizations.",
    ),
    (
        "nonprofit",
        "Nonprofit",
        "A corporation that pays out no profit.",
    ),
    (
        "association",
        "Association",
        "People joined under the law of associations.",
    ),
    (
        "foundation",
        "Foundation",
        "A fund bound to a purpose, without members.",
    ),
    (
        "clt",
        "Community land trust",
        "A trust that holds land for a community and leases its use.",
    ),
    (
        "union",
        "Union",
        "An organization of workers or tenants that bargains for them.",
    ),
    (
        "company",
        "Company",
        "A business owned by shareholders or partners.",
    ),
    (
        "dao-llc",
        "DAO LLC",
        "A company whose members decide by rules on a blockchain.",
    ),
    (
        "unincorporated",
        "Unincorporated",
        "A group that has not registered with any state.",
    ),
    (
        "none",
        "None",
        "It is not the sort of thing that has a legal form.",
    ),
    ("unknown", "Unknown", "The sources do not tell."),
];

const LINK_RELS: [Row; 15] = [
    ("homepage", "Homepage", "Its main page."),
    ("docs", "Documentation", "How it works and how to use it."),
    ("source-code", "Source code", "The code that it is made of."),
    ("wiki", "Wiki", "Pages that its members write together."),
    ("forum", "Forum", "Where its members discuss in writing."),
    ("chat", "Chat", "Where its members talk as they go."),
    ("social", "Social", "An account in a social network."),
    ("donate", "Donate", "How to give money."),
    ("join", "Join", "How to become a part of it."),
    ("events", "Events", "Where and when it meets."),
    ("publications", "Publications", "What it has published."),
    ("api", "API", "How programs can use it."),
    ("map", "Map", "Where it is, on a map."),
    (
        "archive",
        "Archive",
        "What it has kept, or a copy of what is gone.",
    ),
    ("other", "Other", "Another page of its own."),
];

const EXCHANGE_TYPES: [Row; 6] = [
    ("good", "Good", "A thing."),
    ("service", "Service", "Work done for another."),
    ("skill", "Skill", "Something that can be taught."),
    ("space", "Space", "A room, a roof or a piece of land."),
    ("funds", "Funds", "Money or credit."),
    (
        "solidarity",
        "Solidarity",
        "Standing by others in public, on the street or in court.",
    ),
];

const EXCHANGE_TERMS: [Row; 4] = [
    ("lend", "Lend", "It comes back, without payment."),
    ("rent", "Rent", "It comes back, for payment."),
    ("sell", "Sell", "It stays, for payment."),
    ("gift", "Gift", "It stays, without payment."),
];

const PRECISIONS: [Row; 5] = [
    ("none", "None", "No place is shown."),
    ("country", "Country", "Only the country is shown."),
    ("region", "Region", "The region is shown, not the city."),
    ("city", "City", "The city is shown, not the address."),
    (
        "exact",
        "Exact",
        "The address is shown, since the group publishes it.",
    ),
];

const CONFIDENCES: [Row; 3] = [
    ("high", "High", "Several independent sources agree."),
    (
        "medium",
        "Medium",
        "One good source, or several that are close to it.",
    ),
    ("low", "Low", "Sources are few, old or doubtful."),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::built_in;
    use crate::model::choice::{Class, List};
    use crate::model::entry::{Approach, Precision};

    const EXPECTED: [(List, &str); 13] = [
        (
            List::Kind,
            "concept framework principle practice critique event organization network movement territory project tool currency publication directory place trail note",
        ),
        (List::Approach, "counter-power counter-institution both"),
        (List::Domain, "traditional digital both"),
        (
            List::Sector,
            "food housing land labor finance currency care health education knowledge culture media communications connectivity software energy ecology transport disaster-relief governance justice research",
        ),
        (
            List::Scale,
            "neighborhood local regional national international online",
        ),
        (
            List::Status,
            "planned active dormant transformed ended unknown",
        ),
        (
            List::Governance,
            "consensus assembly delegate-council one-member-one-vote worker-managed multi-stakeholder sociocracy elected-board token-weighted conviction-voting reputation-weighted informal founder-led public-body unknown",
        ),
        (
            List::LegalForm,
            "worker-coop consumer-coop housing-coop platform-coop multi-stakeholder-coop federation nonprofit association foundation clt union company dao-llc unincorporated none unknown",
        ),
        (
            List::LinkRel,
            "homepage docs source-code wiki forum chat social donate join events publications api map archive other",
        ),
        (
            List::ExchangeType,
            "good service skill space funds solidarity",
        ),
        (List::ExchangeTerms, "lend rent sell gift"),
        (List::Precision, "none country region city exact"),
        (List::Confidence, "high medium low"),
    ];

    #[test]
    fn the_lists_hold_the_values_of_the_schema_in_its_order() {
        let lists = built_in();
        for (list, expect) in EXPECTED {
            let values: Vec<_> = lists.of(list).iter().map(|c| c.value.as_str()).collect();
            assert_eq!(values.join(" "), expect, "{}", list.name());
        }
    }

    #[test]
    fn every_value_is_labelled_and_defined_in_one_sentence() {
        let lists = built_in();
        for list in List::ALL {
            let mut labels = BTreeSet::new();
            for choice in lists.of(list) {
                assert!(labels.insert(&choice.label), "two `{}`", choice.label);
                assert!(choice.definition.ends_with('.'), "{}", choice.value);
                assert_eq!(
                    choice.definition.matches('.').count(),
                    1,
                    "{}",
                    choice.value
                );
                assert_eq!(choice.class.is_some(), list == List::Kind);
            }
        }
    }

    #[test]
    fn kinds_have_classes_and_typed_lists_have_types() {
        let lists = built_in();
        assert_eq!(lists.class("practice"), Class::Idea);
        assert_eq!(lists.class("place"), Class::Entity);
        assert_eq!(lists.class("trail"), Class::Trail);
        for choice in lists.of(List::Approach) {
            assert!(Approach::parse(&choice.value).is_some());
        }
        for choice in lists.of(List::Precision) {
            assert!(Precision::parse(&choice.value).is_some());
        }
    }
}
