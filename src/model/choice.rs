//! The lists of allowed values (`schema.md`, "Lists"): each value with its label and a one-sentence definition.
//!
//! The built-in lists are this project's defaults; `site.toml` may add to them.

use std::collections::BTreeMap;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of schema.md")]
pub enum List {
    Kind,
    Approach,
    Domain,
    Sector,
    Scale,
    Status,
    Governance,
    LegalForm,
    LinkRel,
    ExchangeType,
    ExchangeTerms,
    Precision,
    Confidence,
}

impl List {
    /// All of them, in the order of `schema.md`.
    pub const ALL: [List; 13] = [
        List::Kind,
        List::Approach,
        List::Domain,
        List::Sector,
        List::Scale,
        List::Status,
        List::Governance,
        List::LegalForm,
        List::LinkRel,
        List::ExchangeType,
        List::ExchangeTerms,
        List::Precision,
        List::Confidence,
    ];

    /// Its name in `site.toml` and in messages.
    pub fn name(self) -> &'static str {
        match self {
            List::Kind => "kind",
            List::Approach => "approach",
            List::Domain => "domain",
            List::Sector => "sector",
            List::Scale => "scale",
            List::Status => "status",
            List::Governance => "governance",
            List::LegalForm => "legal_form",
            List::LinkRel => "link_rel",
            List::ExchangeType => "exchange_type",
            List::ExchangeTerms => "exchange_terms",
            List::Precision => "location_precision",
            List::Confidence => "confidence",
        }
    }
}

/// What sort of thing a kind is; layout and required fields follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A concept, framework, principle, practice, critique or event.
    Idea,
    /// Something that exists: an organization, a tool, a place.
    Entity,
    /// An ordered reading path.
    Trail,
    /// Any Markdown file without a kind of its own.
    Note,
}

/// One value of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As written in front matter.
    pub value: String,
    /// As shown.
    pub label: String,
    /// The label of several; only kinds have one that differs from `label`.
    pub plural: String,
    /// What it means, in one sentence.
    pub definition: String,
    /// For kinds only: what sort of thing it is.
    pub class: Option<Class>,
}

/// All lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists(BTreeMap<List, Vec<Choice>>);

impl Lists {
    /// Lists that hold `choices`, in this order.
    pub fn new(choices: BTreeMap<List, Vec<Choice>>) -> Lists {
        Lists(choices)
    }

    /// The values of `list`, in their own order.
    pub fn of(&self, list: List) -> &[Choice] {
        self.0.get(&list).map_or(&[], Vec::as_slice)
    }

    /// The choice with this value.
    pub fn find(&self, list: List, value: &str) -> Option<&Choice> {
        self.of(list).iter().find(|choice| choice.value == value)
    }

    /// The label of a value; the value itself where the list lacks it.
    pub fn label<'a>(&'a self, list: List, value: &'a str) -> &'a str {
        self.find(list, value).map_or(value, |choice| &choice.label)
    }

    /// The class of a kind.
    pub fn class(&self, kind: &str) -> Class {
        let class = self.find(List::Kind, kind).and_then(|choice| choice.class);
        class.unwrap_or(Class::Note)
    }

    /// Adds a choice, or replaces the one with the same value.
    pub fn put(&mut self, list: List, choice: Choice) {
        let choices = self.0.entry(list).or_default();
        match choices.iter_mut().find(|c| c.value == choice.value) {
            Some(old) => *old = choice,
            None => choices.push(choice),
        }
    }
}
