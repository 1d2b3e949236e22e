//! The head of a file: YAML between `---` lines, to typed fields.
//!
//! Entry point: [`read`]. In order: `split` finds the lines, `yaml` makes a located tree of them,
//! `reading` makes sound values of the tree by the table in `compile::schema`, `entry` and `note` put them into types.
//! Rules that concern more than one field are not here but in `compile::check`.

mod entry;
mod fields;
mod note;
mod offsets;
mod reading;
mod record;
mod scalar;
mod slip;
mod split;
mod tree;
mod yaml;

use std::ops::Range;

use crate::compile::check::unknown_value;
use crate::compile::front_matter::fields::ROOT;
use crate::compile::front_matter::reading::{Group, Reading};
use crate::compile::front_matter::split::Split;
use crate::compile::front_matter::tree::{Tree, Value};
use crate::compile::schema;
use crate::model::choice::{Class, List};
use crate::model::problem::front_matter::{FrontMatterFact, Mistake};
use crate::model::problem::{Place, Problem};
use crate::model::settings::Settings;
use crate::model::site::Front;

pub(crate) use crate::compile::front_matter::fields::Fields;

/// A file's front matter in typed form.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// `title`, else the first `#` heading is NOT used: the file stem is.
    pub(crate) title: String,
    /// Other names.
    pub(crate) aliases: Vec<String>,
    /// Tags as written, without `#`.
    pub(crate) tags: Vec<String>,
    /// BCP 47 tag.
    pub(crate) language: Option<String>,
    /// Whether it is to be published: not `draft: true`, not `publish: false`.
    pub(crate) published: bool,
    /// Old ids or paths that forward here (`redirect_from`, `permalink` of a vault).
    pub(crate) redirect_from: Vec<String>,
    /// The typed rest.
    pub(crate) front: Front,
    /// Where each field stands, for problems.
    pub(crate) fields: Fields,
    /// Where the prose stands.
    pub(crate) body: Range<usize>,
}

/// The `---` that opens a front matter.
const OPENING: Range<usize> = 0..3;

/// Reads the head of `text`. Every mistake is found, not only the first; what is sound is kept.
pub(crate) fn read(
    file: &str,
    text: &str,
    settings: &Settings,
    problems: &mut Vec<Problem>,
) -> Head {
    let Split { yaml, body, closed } = split::split(text);
    let Some(range) = yaml else {
        return note::without_front_matter(file, body);
    };
    if !closed {
        let fact = Mistake::Unterminated.in_entry();
        problems.push(Place::new(file, OPENING).problem(fact));
    }
    let mut tree = yaml::parse(text, range.clone());
    let kind = Kind::of(&tree, &text[range], settings);
    for (span, mistake) in std::mem::take(&mut tree.mistakes) {
        let in_note = kind.class == Class::Note;
        let fact = FrontMatterFact { mistake, in_note };
        problems.push(Place::new(file, span).problem(fact));
    }
    let reading = Reading {
        file,
        settings,
        kind: &kind.value,
        class: kind.class,
        partial: tree.partial || !closed,
        fields: Fields::new(OPENING),
        problems,
    };
    match kind.class {
        Class::Note => note::read(tree, reading, text, body),
        Class::Idea | Class::Entity | Class::Trail => typed(tree, reading, body),
    }
}

/// What a file says it is.
struct Kind {
    value: String,
    class: Class,
}

impl Kind {
    /// A value that is in no list is taken for the nearest that is, so that the other fields can be checked.
    fn of(tree: &Tree<'_>, yaml: &str, settings: &Settings) -> Kind {
        let pair = tree.pairs.iter().find(|pair| pair.key == "kind");
        let written = match pair.map(|pair| &pair.value.value) {
            Some(Value::Text(text)) => text.trim(),
            Some(Value::Nothing | Value::List(_) | Value::Group(_)) => "",
            // A slip in the YAML may have swallowed it.
            None if tree.partial && yaml.lines().any(|line| line.starts_with("kind:")) => "",
            None => "note",
        };
        let kinds = &settings.lists;
        let known = kinds.find(List::Kind, written);
        let nearest = known.or_else(|| {
            let name = unknown_value::nearest(List::Kind, written, kinds)?;
            kinds.find(List::Kind, &name)
        });
        match (known, nearest) {
            (Some(choice), _) => Kind {
                value: choice.value.clone(),
                class: choice.class.unwrap_or(Class::Idea),
            },
            (None, Some(choice)) => Kind {
                value: choice.value.clone(),
                class: choice
                    .class
                    .filter(|class| *class != Class::Note)
                    .unwrap_or(Class::Idea),
            },
            (None, None) => Kind {
                value: written.to_owned(),
                class: Class::Idea,
            },
        }
    }
}

fn typed(tree: Tree<'_>, mut reading: Reading<'_>, body: Range<usize>) -> Head {
    let group = Group {
        table: schema::ENTRY,
        name: "",
        spot: ROOT,
        span: OPENING,
    };
    let mut record = reading.record(tree.pairs, &group);
    let kind = reading.kind;
    let entry = entry::entry(kind, &mut record, &mut reading);
    let title = record.text("title");
    Head {
        title: title.unwrap_or_else(|| note::title_of(reading.file)),
        aliases: record.texts("aliases"),
        tags: note::without_hash(record.texts("tags")),
        language: record.text("lang"),
        published: note::published(&mut record),
        redirect_from: record.texts("redirect_from"),
        front: Front::Entry(Box::new(entry)),
        fields: reading.fields,
        body,
    }
}

#[cfg(test)]
mod tests;
