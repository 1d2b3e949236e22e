//! A plain note: what Obsidian and Quartz vaults say about a file, under the names that they use.

use std::ops::Range;

use crate::compile::front_matter::Head;
use crate::compile::front_matter::fields::{Fields, ROOT};
use crate::compile::front_matter::reading::{Group, Reading};
use crate::compile::front_matter::record::Record;
use crate::compile::front_matter::tree::Tree;
use crate::compile::schema;
use crate::model::site::{Front, Note};

/// The head of a file that has none.
pub(super) fn without_front_matter(file: &str, body: Range<usize>) -> Head {
    Head {
        title: title_of(file),
        aliases: Vec::new(),
        tags: Vec::new(),
        language: None,
        published: true,
        redirect_from: Vec::new(),
        front: Front::Note(Note::default()),
        fields: Fields::new(0..0),
        body,
    }
}

/// Reads the head of a note.
pub(super) fn read(
    tree: Tree<'_>,
    mut reading: Reading<'_>,
    text: &str,
    body: Range<usize>,
) -> Head {
    let asked = asked_of_publishing(&tree, &text[..body.start]);
    let group = Group {
        table: schema::NOTE,
        name: "",
        spot: ROOT,
        span: 0..3,
    };
    let mut record = reading.record(tree.pairs, &group);
    let title = record.text("title");
    let front = Note {
        description: record.text("description"),
        created: first_of(&["created", "date"], |name| record.date(name)),
        modified: first_of(
            &["modified", "updated", "lastmod", "last-modified"],
            |name| record.date(name),
        ),
    };
    let understood = |name: &&str| reading.fields.has(name);
    Head {
        title: title.unwrap_or_else(|| title_of(reading.file)),
        aliases: several(&mut record, "aliases", "alias"),
        tags: without_hash(several(&mut record, "tags", "tag")),
        language: record.text("lang"),
        // A word about publishing that nobody understands is taken for a no: what is private stays so.
        published: published(&mut record) && asked.iter().all(understood),
        redirect_from: record.text("permalink").into_iter().collect(),
        front: Front::Note(front),
        fields: reading.fields,
        body,
    }
}

/// Whether the file may be published: not `draft: true`, not `publish: false`.
pub(super) fn published(record: &mut Record) -> bool {
    let draft = record.flag("draft").unwrap_or(false);
    let publish = record.flag("publish").unwrap_or(true);
    publish && !draft
}

/// The title of a file that gives none: its name, or its folder's where it is the folder's page.
pub(super) fn title_of(file: &str) -> String {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let stem = name.strip_suffix(".md").unwrap_or(name);
    if stem != "index" {
        return stem.to_owned();
    }
    let folder = folder.rsplit('/').next().unwrap_or_default();
    if folder.is_empty() {
        return "Home".to_owned();
    }
    readable(folder)
}

fn readable(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

/// Tags as vaults write them, with or without `#`.
pub(super) fn without_hash(tags: Vec<String>) -> Vec<String> {
    let plain = |tag: String| match tag.strip_prefix('#') {
        Some(rest) => rest.to_owned(),
        None => tag,
    };
    tags.into_iter()
        .map(plain)
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// The texts of two fields with one meaning; a single text may hold several with commas.
fn several(record: &mut Record, plural: &str, singular: &str) -> Vec<String> {
    let mut texts = record.texts(plural);
    texts.extend(record.texts(singular));
    match texts.as_slice() {
        [one] if one.contains(',') => {
            let parts = one
                .split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        }
        _several => texts,
    }
}

fn first_of<T>(names: &[&str], mut take: impl FnMut(&str) -> Option<T>) -> Option<T> {
    names.iter().find_map(|name| take(name))
}

/// Which fields say whether the note is to be published, even where a slip in the YAML hides what they say.
fn asked_of_publishing(tree: &Tree<'_>, yaml: &str) -> Vec<&'static str> {
    let mut names = vec!["draft", "publish"];
    names.retain(
        |name| match tree.pairs.iter().find(|pair| pair.key == *name) {
            Some(pair) => pair.has_value(),
            None => yaml.lines().any(|line| {
                line.trim_start()
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with(':'))
            }),
        },
    );
    names
}
