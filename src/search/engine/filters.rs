//! Values that pages must have or not have, and how many pages have each value.

use crate::search::answer::{FacetCounts, Filter, ValueCount};
use crate::search::engine::store::{Lack, Store};
use crate::search::fold::fold;
use crate::search::format::facets::{Facet, Value};
use crate::search::query::Wanted;

/// What the filters of a question let through.
#[derive(Debug, Default)]
pub(super) struct Filters {
    /// The facets that have a say, by name.
    facets: Vec<String>,
    /// For each doc the facets that do not let it through: bit n for the nth of `facets`, [`EXCLUDED`] for a value that
    /// it must not have. Empty where there are no filters.
    against: Vec<u32>,
    /// The values that were chosen: number in `facets`, value.
    chosen: Vec<(usize, String)>,
}

/// Set where a doc has a value that it must not have.
const EXCLUDED: u32 = 1 << 31;

impl Filters {
    /// The filters of a question: those that were typed and those that were chosen.
    pub(super) fn new(
        store: &Store,
        typed: &[Wanted],
        chosen: &[Filter],
        lack: &mut Lack,
    ) -> Filters {
        let mut filters = Filters::default();
        let mut all: Vec<One<'_>> = Vec::new();
        for filter in chosen {
            all.push(One {
                facet: &filter.facet,
                value: fold_value(&filter.value),
                begun: false,
                without: false,
            });
        }
        for wanted in typed {
            all.push(One {
                facet: wanted.facet,
                value: fold_value(&wanted.value),
                begun: wanted.begun,
                without: wanted.without,
            });
        }
        if all.is_empty() {
            return filters;
        }
        filters.against = vec![0; store.len()];
        for one in &all {
            if !one.without && !filters.facets.iter().any(|known| known == one.facet) {
                filters.facets.push(one.facet.to_owned());
            }
        }
        filters.facets.truncate(31);
        for number in 0..filters.facets.len() {
            filters.require(store, number, &all, lack);
        }
        for one in all.iter().filter(|one| one.without) {
            one.for_each_doc(store, lack, &mut |doc, _value| {
                if let Some(against) = filters.against.get_mut(doc) {
                    *against |= EXCLUDED;
                }
            });
        }
        filters
    }

    /// Docs must have one of the values that are asked of a facet.
    fn require(&mut self, store: &Store, number: usize, all: &[One<'_>], lack: &mut Lack) {
        let mut has = vec![false; self.against.len()];
        for one in all
            .iter()
            .filter(|one| !one.without && one.facet == self.facets[number])
        {
            one.for_each_doc(store, lack, &mut |doc, value| {
                if let Some(has) = has.get_mut(doc) {
                    *has = true;
                }
                if !self
                    .chosen
                    .iter()
                    .any(|(facet, known)| *facet == number && *known == value.value)
                {
                    self.chosen.push((number, value.value.clone()));
                }
            });
        }
        for (against, has) in self.against.iter_mut().zip(has) {
            *against |= u32::from(!has) << number;
        }
    }

    /// Whether there is any.
    pub(super) fn is_empty(&self) -> bool {
        self.against.is_empty()
    }

    /// Whether a doc passes.
    pub(super) fn pass(&self, doc: usize) -> bool {
        self.against(doc) == 0
    }

    fn against(&self, doc: usize) -> u32 {
        self.against.get(doc).copied().unwrap_or(0)
    }

    /// The names of the facets that have a say, each with how many of `docs` would pass without it.
    pub(super) fn without_each(&self, docs: &[bool]) -> Vec<(&str, u32)> {
        let count = |number: usize| {
            let others = !(1_u32 << number);
            let passing = docs
                .iter()
                .enumerate()
                .filter(|(doc, found)| **found && self.against(*doc) & others == 0);
            u32::try_from(passing.count()).unwrap_or(u32::MAX)
        };
        let names = self.facets.iter().enumerate();
        names
            .map(|(number, name)| (name.as_str(), count(number)))
            .collect()
    }

    /// How many of `docs` have each value. A facet's own filter does not count against its values: they are alternatives.
    pub(super) fn counts(&self, store: &Store, docs: &[bool], lack: &mut Lack) -> Vec<FacetCounts> {
        let mut counts: Vec<FacetCounts> = Vec::new();
        for_each_facet(store, lack, &mut |part, facet| {
            let number = self.facets.iter().position(|name| *name == facet.name);
            let others = number.map_or(u32::MAX, |number| !(1 << number));
            let at = counts.iter().position(|known| known.name == facet.name);
            let at = at.unwrap_or_else(|| {
                counts.push(FacetCounts {
                    name: facet.name.clone(),
                    label: facet.label.clone(),
                    values: Vec::new(),
                });
                counts.len() - 1
            });
            for value in &facet.values {
                let found = value
                    .docs
                    .iter()
                    .filter_map(|doc| usize::try_from(store.doc(part, *doc)?).ok());
                let found = found.filter(|doc| {
                    docs.get(*doc) == Some(&true) && self.against(*doc) & others == 0
                });
                let pages = u32::try_from(found.count()).unwrap_or(u32::MAX);
                let chosen = self
                    .chosen
                    .iter()
                    .any(|(facet, known)| Some(*facet) == number && *known == value.value);
                add(&mut counts[at].values, value, pages, chosen);
            }
        });
        for facet in &mut counts {
            facet.values.retain(|value| value.chosen || value.pages > 0);
        }
        counts
    }
}

/// Adds to a value's count. Values stand most pages first, equal ones by value.
fn add(values: &mut Vec<ValueCount>, value: &Value, pages: u32, chosen: bool) {
    let known = values.iter().position(|known| known.value == value.value);
    let mut count = match known {
        Some(at) => values.remove(at),
        None => ValueCount {
            value: value.value.clone(),
            label: value.label.clone(),
            pages: 0,
            chosen,
        },
    };
    count.pages += pages;
    let stands_before = |known: &ValueCount| {
        known.pages > count.pages || (known.pages == count.pages && known.value < count.value)
    };
    let at = values.partition_point(stands_before);
    values.insert(at, count);
}

/// A value that is asked for.
struct One<'a> {
    facet: &'a str,
    value: String,
    begun: bool,
    without: bool,
}

impl One<'_> {
    /// Hands over the docs that have it.
    fn for_each_doc(&self, store: &Store, lack: &mut Lack, found: &mut dyn FnMut(usize, &Value)) {
        let any = self.visit(store, false, lack, found);
        if !any && self.begun {
            self.visit(store, true, lack, found);
        }
    }

    fn visit(
        &self,
        store: &Store,
        begun: bool,
        lack: &mut Lack,
        found: &mut dyn FnMut(usize, &Value),
    ) -> bool {
        let mut any = false;
        for (part, families) in store.manifest.parts.iter().enumerate() {
            let block = families
                .facets
                .find(self.facet)
                .map(|block| &families.facets.blocks[block]);
            let facet = block.and_then(|block| store.facet(block.place, lack));
            let Some(facet) = facet.filter(|facet| facet.name == self.facet) else {
                continue;
            };
            for value in facet.values.iter().filter(|value| self.means(value, begun)) {
                any = true;
                let docs = value
                    .docs
                    .iter()
                    .filter_map(|doc| usize::try_from(store.doc(part, *doc)?).ok());
                docs.for_each(|doc| found(doc, value));
            }
        }
        any
    }

    /// Whether it is this value, by its value or its label; `land` means `land/reform` too.
    fn means(&self, value: &Value, begun: bool) -> bool {
        [&value.value, &value.label].into_iter().any(|name| {
            let name = fold_value(name);
            let rest = name.strip_prefix(self.value.as_str());
            rest.is_some_and(|rest| rest.is_empty() || begun || rest.starts_with('/'))
        })
    }
}

/// Folded, with the slashes of nested tags.
fn fold_value(value: &str) -> String {
    let mut folded = String::new();
    let mut rest = value;
    while let Some(slash) = rest.bytes().position(|byte| byte == b'/') {
        folded.push_str(&fold(rest.get(..slash).unwrap_or_default()));
        folded.push('/');
        rest = rest.get(slash + 1..).unwrap_or_default();
    }
    folded.push_str(&fold(rest));
    folded
}

fn for_each_facet(store: &Store, lack: &mut Lack, found: &mut dyn FnMut(usize, &Facet)) {
    for (part, families) in store.manifest.parts.iter().enumerate() {
        for block in &families.facets.blocks {
            if let Some(facet) = store.facet(block.place, lack) {
                found(part, facet);
            }
        }
    }
}
