//! Live counts: what each further press would leave.

use crate::explore::catalog::Facet;
use crate::explore::facets::{Count, Counts, Index, Selection, Sign};
use crate::explore::set::Set;
use crate::search::fold::fold;

impl Index {
    /// For each facet of the catalog its values with their rows. A facet's own wanted values do not narrow its counts, as
    /// a further one would widen the set; those of all others do. Values without rows are left out, but not chosen ones.
    pub fn counts(&self, selection: &Selection, found: Option<&Set>) -> Vec<Counts> {
        let columns = 0..self.members.len();
        let passing: Vec<Option<Set>> = columns
            .clone()
            .map(|column| self.chosen(selection, column))
            .map(|chosen| chosen.map(|chosen| chosen.passing(self.rows)))
            .collect();
        let beside = self.beside_facets(selection, found);
        let all_but = |column: usize| {
            let mut set = beside.clone();
            let others = passing.iter().enumerate();
            let others = others.filter(|(other, _)| *other != column);
            for other in others.filter_map(|(_, passing)| passing.as_ref()) {
                set.and(other);
            }
            set
        };
        columns
            .map(|column| self.count(selection, column, all_but(column)))
            .collect()
    }

    /// The counts of one facet, where all others leave `set`.
    fn count(&self, selection: &Selection, column: usize, set: Set) -> Counts {
        let facet = self.catalog.facets[column].facet;
        let mut kept = set.clone();
        if let Some(chosen) = self.chosen(selection, column) {
            kept.and(&chosen.not_excluded(self.rows));
        }
        let values = (0_u16..).zip(&self.members[column]);
        let values = values.map(|(value, members)| {
            let sign = selection.sign(facet, value);
            let rows = match sign {
                Some(Sign::Without) => members.count_in(&set),
                Some(Sign::With) | None => members.count_in(&kept),
            };
            Count { value, rows, sign }
        });
        Counts {
            facet,
            values: values
                .filter(|count| count.rows > 0 || count.sign.is_some())
                .collect(),
        }
    }
}

impl Counts {
    /// The values whose label holds what was typed, each of its words somewhere.
    pub fn matching(&self, index: &Index, typed: &str) -> Vec<Count> {
        let typed = fold(typed);
        let fits = |count: &&Count| {
            let label = fold(index.label(self.facet, count.value));
            typed.split(' ').all(|word| label.contains(word))
        };
        self.values.iter().filter(fits).copied().collect()
    }

    /// The chosen values and those with most rows, at most so many unless more are chosen; in the order of the catalog.
    pub fn foremost(&self, most: usize) -> Vec<Count> {
        let mut ranked: Vec<Count> = self.values.clone();
        ranked.sort_by_key(|count| (count.sign.is_none(), std::cmp::Reverse(count.rows)));
        let chosen = ranked.iter().filter(|count| count.sign.is_some()).count();
        ranked.truncate(most.max(chosen));
        ranked.sort_by_key(|count| count.value);
        ranked
    }

    /// Whether there is anything to choose: two values, or one that not all of `shown` rows have.
    pub fn is_of_use(&self, shown: u32) -> bool {
        match self.values.as_slice() {
            [] => false,
            [only] => only.sign.is_some() || only.rows < shown,
            _several => true,
        }
    }

    /// The facet these are of, as people read it.
    pub fn label(&self) -> &'static str {
        Facet::label(self.facet)
    }
}

#[cfg(test)]
mod tests {
    use crate::explore::catalog::{Catalog, Facet};
    use crate::explore::facets::{Index, Selection, Sign, Span};
    use crate::explore::sample;

    /// Prints how long a press takes at ten thousand entries; machines differ, so nothing is asserted.
    #[test]
    fn a_press_among_ten_thousand_is_timed() {
        let catalog = sample::large(10_000);
        let bytes = catalog.encode();
        let timed = |what: &str, work: &mut dyn FnMut()| {
            let start = std::time::Instant::now();
            work();
            eprintln!("{what}: {:?}", start.elapsed());
        };
        timed("reading the catalog", &mut || {
            let _ = Catalog::decode(&bytes);
        });
        let index = Index::new(catalog);
        let mut chosen = Selection::default();
        for (facet, value) in [(Facet::Sector, 0), (Facet::Sector, 3), (Facet::Country, 1)] {
            chosen.mark(facet, value, Some(Sign::With));
        }
        chosen.mark(Facet::Kind, 2, Some(Sign::Without));
        chosen.founded = Span::of(Some(1950), None);
        timed("filtering and counting", &mut || {
            let _ = (index.apply(&chosen, None), index.counts(&chosen, None));
        });
    }
}
