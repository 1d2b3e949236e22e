//! What pages can be filtered by. Only entries have facets.

use std::collections::BTreeMap;

use crate::model::choice::List;
use crate::model::country;
use crate::model::disclosure::Disclosed;
use crate::model::entry::Approach;
use crate::model::site::{Page, Site};
use crate::model::slug::Slug;
use crate::search::format::facets::{Facet, Value, encode};
use crate::search::index::packs::Packs;

/// The facets: names as people type and as they read them.
const FACETS: [(&str, &str); 6] = [
    ("approach", "Approach"),
    ("country", "Country"),
    ("kind", "Kind"),
    ("sector", "Sector"),
    ("status", "Status"),
    ("tag", "Tag"),
];

/// The facets of a part of the site: for each the docs of each value.
#[derive(Default)]
pub(super) struct Facets([BTreeMap<String, Vec<u32>>; 6]);

impl Facets {
    /// Takes the values of a page.
    pub(super) fn read(&mut self, doc: u32, page: &Page) {
        let Some(entry) = page.entry() else {
            return;
        };
        let values = [
            entry
                .approach
                .map(Approach::value)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            Disclosed::of(entry)
                .country
                .into_iter()
                .map(str::to_owned)
                .collect(),
            vec![entry.kind.clone()],
            entry.sector.clone(),
            entry.status.iter().cloned().collect(),
            tags(page),
        ];
        for (facet, values) in self.0.iter_mut().zip(values) {
            for value in values {
                let docs = facet.entry(value).or_default();
                if docs.last() != Some(&doc) {
                    docs.push(doc);
                }
            }
        }
    }

    /// A block for each facet that has values, deflated, with its name.
    pub(super) fn blocks(self, site: &Site, packs: &mut Packs) -> Vec<(String, Vec<u8>)> {
        let mut blocks = Vec::new();
        for ((name, label), values) in FACETS.into_iter().zip(self.0) {
            if values.is_empty() {
                continue;
            }
            let values = values.into_iter().map(|(value, docs)| Value {
                label: value_label(site, name, &value),
                value,
                docs,
            });
            let facet = Facet {
                name: name.to_owned(),
                label: label.to_owned(),
                values: values.collect(),
            };
            blocks.push((name.to_owned(), packs.deflate(&encode(&facet))));
        }
        blocks
    }
}

/// A page tagged `a/b` has `a` too.
fn tags(page: &Page) -> Vec<String> {
    let mut tags = Vec::new();
    for tag in &page.tags {
        for depth in 1..=tag.segments.len() {
            let segments: Vec<&str> = tag.segments[..depth].iter().map(Slug::as_str).collect();
            tags.push(segments.join("/"));
        }
    }
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn value_label(site: &Site, facet: &str, value: &str) -> String {
    let list = match facet {
        "approach" => List::Approach,
        "kind" => List::Kind,
        "sector" => List::Sector,
        "status" => List::Status,
        "country" => return country::shown(value).to_owned(),
        _ => return value.to_owned(),
    };
    site.settings.lists.label(list, value).to_owned()
}
