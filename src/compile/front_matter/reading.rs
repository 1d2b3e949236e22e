//! A located tree to sound values, by the table of fields. Every mistake on the way becomes a problem.

use std::ops::Range;

use crate::compile::check::{misplaced_field, missing_field, unknown_key};
use crate::compile::front_matter::fields::{Fields, SpotId, Step};
use crate::compile::front_matter::record::{Record, Value};
use crate::compile::front_matter::scalar;
use crate::compile::front_matter::tree::{Node, Pair, Value as Raw};
use crate::compile::schema::{Field, Shape};
use crate::model::choice::Class;
use crate::model::problem::front_matter::{FrontMatterFact, Mistake};
use crate::model::problem::{Fact, Place, Problem};
use crate::model::settings::Settings;

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
            (_scalar, Raw::Text(text)) => match scalar::read(shape, text, &self.settings.lists) {
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
