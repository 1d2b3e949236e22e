//! Where the fields of a file stand in its text.

use std::ops::Range;

/// Where fields stand in the text. Small: names are those of the schema, so none is copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    opening: Range<usize>,
    spots: Vec<Spot>,
}

/// A value inside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    parent: SpotId,
    step: Step,
    start: u32,
    end: u32,
}

/// An index into the spots; [`ROOT`] is the front matter itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SpotId(u32);

/// The front matter as a whole.
pub(super) const ROOT: SpotId = SpotId(u32::MAX);

/// The way from a value to one inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A field.
    Key(&'static str),
    /// An item of a list, from 0.
    Item(u32),
    /// An item that was not kept.
    Gone,
}

impl Step {
    /// The item with this number.
    pub(super) fn item(index: usize) -> Step {
        u32::try_from(index).map_or(Step::Gone, Step::Item)
    }

    fn is(self, name: &str) -> bool {
        match self {
            Step::Key(key) => key == name,
            Step::Item(index) => name.parse() == Ok(index),
            Step::Gone => false,
        }
    }
}

impl Fields {
    /// No fields yet, below this opening line.
    pub(super) fn new(opening: Range<usize>) -> Fields {
        let spots = Vec::new();
        Fields { opening, spots }
    }

    /// The stretch of the value at `path` (`ended`, `relations.2.to`); of the nearest outer field that exists; at last of the opening line.
    ///
    /// Items count as in the typed entry: those that were not kept have no number.
    pub(crate) fn span(&self, path: &str) -> Range<usize> {
        let mut at = ROOT;
        for name in path.split('.') {
            match self.inside(at, name) {
                Some(spot) => at = spot,
                None => break,
            }
        }
        self.spots
            .get(at.0 as usize)
            .map_or(self.opening.clone(), |spot| {
                spot.start as usize..spot.end as usize
            })
    }

    /// Whether there is a value at `path`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.inside(ROOT, name).is_some()
    }

    fn inside(&self, parent: SpotId, name: &str) -> Option<SpotId> {
        // A value stands after the one that it is in.
        let first = if parent == ROOT {
            0
        } else {
            parent.0 as usize + 1
        };
        let spots = self.spots.iter().enumerate().skip(first);
        let mut found = spots.filter(|(_, spot)| spot.parent == parent && spot.step.is(name));
        let (index, _) = found.next()?;
        u32::try_from(index).ok().map(SpotId)
    }

    /// Adds a value.
    pub(super) fn push(&mut self, parent: SpotId, step: Step, span: &Range<usize>) -> SpotId {
        let small = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        let id = SpotId(small(self.spots.len()));
        self.spots.push(Spot {
            parent,
            step,
            start: small(span.start),
            end: small(span.end),
        });
        id
    }

    /// Numbers the items of the list `name` anew, where only those at `kept` were kept.
    pub(super) fn keep(&mut self, name: &str, kept: &[usize]) {
        let Some(list) = self.inside(ROOT, name) else {
            return;
        };
        let items = self.spots.iter_mut().filter(|spot| spot.parent == list);
        for (index, spot) in items.enumerate() {
            let place = kept.iter().position(|keep| *keep == index);
            spot.step = place.map_or(Step::Gone, Step::item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, ROOT, Step};

    fn example() -> Fields {
        let mut fields = Fields::new(0..3);
        fields.push(ROOT, Step::Key("title"), &(10..15));
        let list = fields.push(ROOT, Step::Key("relations"), &(20..60));
        for start in [20, 40] {
            let index = usize::from(start == 40);
            let item = fields.push(list, Step::item(index), &(start..start + 20));
            fields.push(item, Step::Key("to"), &(start + 5..start + 10));
        }
        fields
    }

    #[test]
    fn a_path_leads_to_the_value_or_to_the_nearest_around_it() {
        let fields = example();
        assert_eq!(fields.span("title"), 10..15);
        assert_eq!(fields.span("relations.1.to"), 45..50);
        assert_eq!(fields.span("relations.1.note"), 40..60);
        assert_eq!(fields.span("relations.7.to"), 20..60);
        assert_eq!(fields.span("ended"), 0..3);
    }

    #[test]
    fn items_count_as_in_the_typed_entry() {
        let mut fields = example();
        fields.keep("relations", &[1]);
        assert_eq!(fields.span("relations.0.to"), 45..50);
        assert_eq!(fields.span("relations.1"), 20..60);
    }
}
