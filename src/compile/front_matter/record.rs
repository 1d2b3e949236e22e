//! The sound values of a group of fields, to be taken by name.

use crate::model::date::{Date, Edtf};
use crate::model::relation::RelationType;
use crate::model::url::Url;

/// A sound value.
#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Flag(bool),
    Number(u32),
    Date(Date),
    Edtf(Edtf),
    Url(Url),
    Relation(&'static RelationType),
    List(Vec<Value>),
    Group(Record),
}

/// The sound values of a group of fields.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) values: Vec<(&'static str, Value)>,
    /// Whether something in it was not sound.
    pub(super) broken: bool,
}

macro_rules! takers {
    ($($(#[$doc:meta])* $name:ident: $variant:ident($value:ty)),* $(,)?) => {
        $($(#[$doc])*
        pub(super) fn $name(&mut self, name: &str) -> Option<$value> {
            match self.take(name) {
                Some(Value::$variant(value)) => Some(value),
                other => {
                    debug_assert!(other.is_none(), "the table gives `{name}` another shape: {other:?}");
                    None
                }
            }
        })*
    };
}

impl Record {
    takers! {
        /// Takes the words of a field.
        text: Text(String),
        /// Takes what a flag says.
        flag: Flag(bool),
        /// Takes a number.
        number: Number(u32),
        /// Takes a day.
        date: Date(Date),
        /// Takes a partly known date.
        edtf: Edtf(Edtf),
        /// Takes a URL.
        url: Url(Url),
        /// Takes a type of relation.
        relation: Relation(&'static RelationType),
        /// Takes a group.
        group: Group(Record),
        list: List(Vec<Value>),
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.values.iter().position(|(known, _)| *known == name)?;
        Some(self.values.swap_remove(at).1)
    }

    /// Whether this flag is set.
    pub(super) fn has_flag(&self, name: &str) -> bool {
        let mut values = self.values.iter();
        values.any(|(known, value)| *known == name && matches!(value, Value::Flag(true)))
    }

    /// Takes the texts of a list.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let text = |value| {
            if let Value::Text(text) = value {
                Some(text)
            } else {
                None
            }
        };
        self.items(name).filter_map(text).collect()
    }

    /// Takes the URLs of a list.
    pub(super) fn urls(&mut self, name: &str) -> Vec<Url> {
        let url = |value| {
            if let Value::Url(url) = value {
                Some(url)
            } else {
                None
            }
        };
        self.items(name).filter_map(url).collect()
    }

    /// Takes the numbers of a list.
    pub(super) fn numbers(&mut self, name: &str) -> Vec<usize> {
        let number = |value| {
            if let Value::Number(n) = value {
                usize::try_from(n).ok()
            } else {
                None
            }
        };
        self.items(name).filter_map(number).collect()
    }

    /// Takes the groups of a list.
    pub(super) fn groups(&mut self, name: &str) -> Vec<Record> {
        let group = |value| {
            if let Value::Group(group) = value {
                Some(group)
            } else {
                None
            }
        };
        self.items(name).filter_map(group).collect()
    }

    fn items(&mut self, name: &str) -> impl Iterator<Item = Value> {
        self.list(name).unwrap_or_default().into_iter()
    }
}
