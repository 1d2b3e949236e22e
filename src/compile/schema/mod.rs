//! The fields of front matter. Reader, unknown-key check and JSON Schema all derive from one table.
//!
//! Here are the words that the table is written in; it stands in `table`. Adding a field is a line there, a field in `model::entry`, and a line in `front_matter::entry`.

mod table;

use crate::model::choice::{Class, List};

pub(crate) use crate::compile::schema::table::{ENTRY, NOTE};

/// A field of front matter, or of a group inside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// What its value looks like.
    pub(crate) shape: Shape,
    /// Which entries must have it.
    pub(crate) need: Need,
    /// Which entries may have it.
    pub(crate) place: Place,
    /// What it says, in one line.
    pub(crate) doc: &'static str,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// Any words.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 1.
    Number,
    /// Degrees of arc, up to this many either way.
    Degrees(u8),
    /// A day.
    Date,
    /// A partly known date.
    Edtf,
    /// A URL of an allowed scheme.
    Url,
    /// The same, or `mailto:`.
    Contact,
    /// An email address.
    Email,
    /// ISO 3166-1 alpha-2.
    Country,
    /// A country's code, or the name of any other area.
    Area,
    /// BCP 47.
    Language,
    /// A value of this list.
    Choice(List),
    /// A type of relation.
    Relation,
    /// A day as vaults write it: a time of day may follow.
    LooseDate,
    /// A flag as vaults write it: `yes`, `no`, `on`, `off` too.
    LooseFlag,
    /// Several, or a single one without brackets.
    List(&'static Shape),
    /// A group of fields.
    Group(&'static [Field]),
}

/// Which entries must have a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// None.
    Optional,
    /// All.
    Always,
    /// All but trails, which only order the entries of others.
    Claims,
    /// Entities.
    Entities,
    /// Entities, unless they have this flag.
    EntitiesUnless(&'static str),
    /// Trails.
    Trails,
}

/// Which entries may have a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// All.
    Anywhere,
    /// Entities only.
    Entities,
    /// Trails only.
    Trails,
}

impl Shape {
    /// What to write, with an article and an example.
    pub(crate) fn in_words(self) -> String {
        match self {
            Shape::Text | Shape::Choice(_) | Shape::Relation | Shape::Country | Shape::Area => {
                "text".into()
            }
            Shape::Flag | Shape::LooseFlag => "`true` or `false`".into(),
            Shape::Number | Shape::Degrees(_) => "a number".into(),
            Shape::Date | Shape::LooseDate | Shape::Edtf => "a date".into(),
            Shape::Url | Shape::Contact => "a single URL".into(),
            Shape::Email => "an email address".into(),
            Shape::Language => "a language tag".into(),
            Shape::List(Shape::Group(fields)) => {
                format!("a list of groups such as `- {}`", example(fields))
            }
            Shape::List(_) => "a list such as `[one, two]`".into(),
            Shape::Group(fields) => format!("a group such as `{}`", example(fields)),
        }
    }
}

/// The first fields of a group as an author writes them.
fn example(fields: &[Field]) -> String {
    let names: Vec<_> = fields
        .iter()
        .take(2)
        .map(|field| format!("{}: …", field.name))
        .collect();
    format!("{{ {} }}", names.join(", "))
}

impl Need {
    /// Whether an entry of `class` must have the field, where `flag` says which flags are set.
    pub(crate) fn of(self, class: Class, flag: impl Fn(&str) -> bool) -> bool {
        match self {
            Need::Optional => false,
            Need::Always => true,
            Need::Claims => class != Class::Trail,
            Need::Entities => class == Class::Entity,
            Need::EntitiesUnless(name) => class == Class::Entity && !flag(name),
            Need::Trails => class == Class::Trail,
        }
    }
}

impl Field {
    const fn needed(self, need: Need) -> Field {
        Field { need, ..self }
    }

    const fn found_on(self, place: Place) -> Field {
        Field { place, ..self }
    }
}

const fn field(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        name,
        shape,
        need: Need::Optional,
        place: Place::Anywhere,
        doc,
    }
}
