//! A located tree to sound values, by the table of fields. Every mistake on the way becomes a problem.

use std::borrow::Cow;
use std::ops::Range;

use crate::compile::check::{
    misplaced_field, missing_field, unknown_key, unknown_value, url_scheme,
};
use crate::compile::front_matter::fields::{Fields, SpotId, Step};
use crate::compile::front_matter::yaml::{Node, Pair, Value as Raw};
use crate::compile::schema::{Field, Shape};
use crate::model::choice::Class;
use crate::model::country;
use crate::model::date::{Date, Edtf};
use crate::model::problem::front_matter::{FrontMatterFact, Mistake};
use crate::model::problem::{Fact, Place, Problem};
use crate::model::relation::RelationType;
use crate::model::settings::Settings;
use crate::model::url::Url;

/// One file being read.
pub(super) struct Reading<'a> {
    pub(super) file: &'a str,
    pub(super) settings: &'a Settings,
    /// What the file is, if known.
    pub(super) kind: &'a str,
    pub(super) class: Class,
    /// Whether a mistake in the YAML may have hidden fields.
    pub(super) partial: bool,
    pub(super) fields: Fields,
    pub(super) problems: &'a mut Vec<Problem>,
}

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
    values: Vec<(&'static str, Value)>,
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
    fn has_flag(&self, name: &str) -> bool {
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

/// Where a group of fields stands, and what it may hold.
#[derive(Clone)]
pub(super) struct Group {
    /// Its fields.
    pub(super) table: &'static [Field],
    /// The field whose value it is; empty at the top.
    pub(super) name: &'static str,
    /// Its spot.
    pub(super) spot: SpotId,
    /// Where to say that something is missing.
    pub(super) span: Range<usize>,
}

impl Reading<'_> {
    /// Whether the file is a plain note: its fields are taken loosely.
    fn in_note(&self) -> bool {
        self.class == Class::Note
    }

    /// Notes a mistake in the front matter.
    pub(super) fn mistake(&mut self, span: Range<usize>, mistake: Mistake) {
        let in_note = self.in_note();
        self.fact(span, FrontMatterFact { mistake, in_note });
    }

    fn fact(&mut self, span: Range<usize>, fact: impl Into<Fact>) {
        self.problems
            .push(Place::new(self.file, span).problem(fact));
    }

    /// Reads a group of fields.
    pub(super) fn record(&mut self, pairs: Vec<Pair<'_>>, group: &Group) -> Record {
        let mut record = Record::default();
        // Which fields of the table stand here with a value, sound or not.
        let mut present = vec![false; group.table.len()];
        for pair in pairs {
            let known = group.table.iter().position(|field| field.name == pair.key);
            match known {
                Some(index) => {
                    present[index] = !is_empty(&pair.value);
                    self.field(&group.table[index], pair, group.spot, &mut record);
                }
                None if self.in_note() => {}
                None => {
                    record.broken = true;
                    let mistake = unknown_key::mistake(&pair.key, group.table, group.name);
                    self.mistake(pair.key_span, mistake);
                }
            }
        }
        if !self.partial {
            self.missing(&present, group, &mut record);
        }
        record
    }

    fn field(&mut self, field: &'static Field, pair: Pair<'_>, spot: SpotId, record: &mut Record) {
        if let Some(fact) = misplaced_field::fact(field, self.class, self.kind) {
            self.fact(pair.key_span.clone(), fact);
        }
        match self.value(
            field.name,
            field.shape,
            pair.value,
            (spot, Step::Key(field.name)),
        ) {
            Read::Sound(value) => record.values.push((field.name, value)),
            Read::Nothing => {}
            Read::Unsound => record.broken = true,
        }
    }

    fn missing(&mut self, present: &[bool], group: &Group, record: &mut Record) {
        let class = self.class;
        let flag = |name: &str| record.has_flag(name);
        let missing = missing_field::mistakes(present, (group.table, group.name), class, flag);
        for mistake in missing {
            record.broken = true;
            self.mistake(group.span.clone(), mistake);
        }
    }

    fn value(
        &mut self,
        name: &'static str,
        shape: Shape,
        node: Node<'_>,
        at: (SpotId, Step),
    ) -> Read {
        let span = node.span;
        match (shape, node.value) {
            (_, Raw::Nothing) => Read::Nothing,
            (Shape::List(inner), Raw::List(items)) => {
                let spot = self.fields.push(at.0, at.1, &span);
                self.list(name, *inner, items, spot)
            }
            (Shape::List(inner), single @ (Raw::Text(_) | Raw::Group(_))) => {
                let spot = self.fields.push(at.0, at.1, &span);
                let value = single;
                self.list(name, *inner, vec![Node { span, value }], spot)
            }
            (Shape::Group(table), Raw::Group(pairs)) => {
                let spot = self.fields.push(at.0, at.1, &span);
                let group = Group {
                    table,
                    name,
                    spot,
                    span,
                };
                Read::Sound(Value::Group(self.record(pairs, &group)))
            }
            (Shape::Group(_), other @ (Raw::Text(_) | Raw::List(_))) => {
                self.wrong_shape(name, shape, &other, &span);
                self.fields.push(at.0, at.1, &span);
                // Kept though empty, so that the items after it keep their numbers.
                let values = Vec::new();
                Read::Sound(Value::Group(Record {
                    values,
                    broken: true,
                }))
            }
            (_scalar, other @ (Raw::List(_) | Raw::Group(_))) => {
                self.wrong_shape(name, shape, &other, &span);
                Read::Unsound
            }
            (_scalar, Raw::Text(text)) => match self.scalar(shape, text) {
                Ok(None) => Read::Nothing,
                Ok(Some(value)) => {
                    self.fields.push(at.0, at.1, &span);
                    Read::Sound(value)
                }
                Err(mistake) => {
                    self.mistake(span, *mistake);
                    Read::Unsound
                }
            },
        }
    }

    fn list(
        &mut self,
        name: &'static str,
        inner: Shape,
        items: Vec<Node<'_>>,
        spot: SpotId,
    ) -> Read {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            let step = Step::item(values.len());
            if let Read::Sound(value) = self.value(name, inner, item, (spot, step)) {
                values.push(value);
            }
        }
        Read::Sound(Value::List(values))
    }

    fn wrong_shape(
        &mut self,
        field: &'static str,
        shape: Shape,
        found: &Raw<'_>,
        span: &Range<usize>,
    ) {
        let found = match found {
            Raw::Nothing => "nothing",
            Raw::Text(_) => "text",
            Raw::List(_) => "a list",
            Raw::Group(_) => "a group of fields",
        };
        let wanted = shape.in_words();
        self.mistake(
            span.clone(),
            Mistake::WrongShape {
                field,
                wanted,
                found,
            },
        );
    }

    /// Reads a single value; `None` where it holds no letters.
    fn scalar(&self, shape: Shape, text: Cow<'_, str>) -> Result<Option<Value>, Box<Mistake>> {
        let text = one_line(text);
        if text.is_empty() {
            return Ok(None);
        }
        self.letters(shape, text).map(Some).map_err(Box::new)
    }

    fn letters(&self, shape: Shape, text: String) -> Result<Value, Mistake> {
        match shape {
            Shape::Text => Ok(Value::Text(text)),
            Shape::Flag => flag(&text)
                .map(Value::Flag)
                .ok_or(Mistake::NotAFlag { text }),
            Shape::LooseFlag => loose_flag(&text)
                .map(Value::Flag)
                .ok_or(Mistake::NotAFlag { text }),
            Shape::Number => number(text).map(Value::Number),
            Shape::Degrees(limit) => degrees(text, limit).map(Value::Text),
            Shape::Date => Date::parse(&text)
                .map(Value::Date)
                .ok_or(Mistake::NotADate { text }),
            Shape::LooseDate => loose_date(&text)
                .map(Value::Date)
                .ok_or(Mistake::NotADate { text }),
            Shape::Edtf => Edtf::parse(&text)
                .map(Value::Edtf)
                .ok_or(Mistake::NotAnEdtf { text }),
            Shape::Url => url_scheme::url(&text).map(Value::Url),
            Shape::Contact => url_scheme::contact(&text).map(Value::Url),
            Shape::Email if is_email(&text) => Ok(Value::Text(text)),
            Shape::Email => Err(Mistake::NotAnEmail { text }),
            Shape::Country => country_code(text).map(Value::Text),
            Shape::Area if is_code(&text) => country_code(text).map(Value::Text),
            Shape::Area => Ok(Value::Text(text)),
            Shape::Language if is_language(&text) => Ok(Value::Text(text)),
            Shape::Language => Err(Mistake::NotALanguage { text }),
            Shape::Choice(list) => match self.settings.lists.find(list, &text) {
                Some(_) => Ok(Value::Text(text)),
                None => Err(unknown_value::mistake(list, text, &self.settings.lists)),
            },
            Shape::Relation => unknown_value::relation(text).map(Value::Relation),
            Shape::List(inner) => self.letters(*inner, text),
            Shape::Group(_) => Ok(Value::Group(Record::default())),
        }
    }
}

/// What became of a value.
enum Read {
    Sound(Value),
    Nothing,
    Unsound,
}

fn is_empty(node: &Node<'_>) -> bool {
    match &node.value {
        Raw::Nothing => true,
        Raw::Text(text) => text.trim().is_empty(),
        Raw::List(items) => items.iter().all(is_empty),
        Raw::Group(pairs) => pairs.is_empty(),
    }
}

/// The words on one line, without space around them.
fn one_line(text: Cow<'_, str>) -> String {
    if text.contains(['\n', '\t']) {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let trimmed = text.trim();
    if trimmed.len() == text.len() {
        text.into_owned()
    } else {
        trimmed.to_owned()
    }
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _other => None,
    }
}

fn loose_flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _other => None,
    }
}

fn number(text: String) -> Result<u32, Mistake> {
    let wanted = "a whole number from 1";
    match text.parse() {
        Ok(number) if number > 0 && text.bytes().all(|b| b.is_ascii_digit()) => Ok(number),
        Ok(_) | Err(_) => Err(Mistake::NotANumber { text, wanted }),
    }
}

fn degrees(text: String, limit: u8) -> Result<String, Mistake> {
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    let near = |degrees: f64| degrees.abs() <= f64::from(limit);
    if plain && text.parse().is_ok_and(near) {
        return Ok(text);
    }
    let wanted = if limit == 90 {
        "a number from -90 to 90"
    } else {
        "a number from -180 to 180"
    };
    Err(Mistake::NotANumber { text, wanted })
}

/// A day that a time of day may follow.
fn loose_date(text: &str) -> Option<Date> {
    let (day, rest) = text.split_at_checked(10)?;
    let alone = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    alone.then(|| Date::parse(day)).flatten()
}

fn is_email(text: &str) -> bool {
    let sound =
        |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | ',' | ';' | ':' | '@');
    text.split_once('@').is_some_and(|(name, host)| {
        let host_sound = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        !name.is_empty() && host_sound && name.chars().all(sound) && host.chars().all(sound)
    })
}

fn is_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic())
}

fn country_code(text: String) -> Result<String, Mistake> {
    match country::name(&text) {
        Some(_) => Ok(text),
        None => {
            let nearest = country::meant_by(&text);
            Err(Mistake::NotACountry { text, nearest })
        }
    }
}

/// The outer shape of BCP 47: a language of two or three letters, then subtags.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
