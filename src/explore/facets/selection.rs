//! Choosing: what a press on a value does.

use crate::explore::catalog::Facet;
use crate::explore::facets::{Mark, Selection, Sign, Span};

impl Selection {
    /// Whether all rows pass.
    pub fn is_empty(&self) -> bool {
        *self == Selection::default()
    }

    /// What is chosen of a facet.
    pub fn of(&self, facet: Facet) -> &[Mark] {
        let start = self.marks.partition_point(|mark| mark.facet < facet);
        let end = self.marks.partition_point(|mark| mark.facet <= facet);
        &self.marks[start..end]
    }

    /// Whether a value is wanted, not wanted, or neither.
    pub fn sign(&self, facet: Facet, value: u16) -> Option<Sign> {
        let place = self.place(facet, value).ok()?;
        Some(self.marks[place].sign)
    }

    /// Chooses a value, or no longer.
    pub fn mark(&mut self, facet: Facet, value: u16, sign: Option<Sign>) {
        match (self.place(facet, value), sign) {
            (Ok(place), Some(sign)) => self.marks[place].sign = sign,
            (Ok(place), None) => {
                self.marks.remove(place);
            }
            (Err(place), Some(sign)) => {
                let mark = Mark { facet, value, sign };
                self.marks.insert(place, mark);
            }
            (Err(_), None) => {}
        }
    }

    /// A press on a value: first it is wanted, then not wanted, then neither. Gives what it is now.
    pub fn press(&mut self, facet: Facet, value: u16) -> Option<Sign> {
        let next = match self.sign(facet, value) {
            None => Some(Sign::With),
            Some(Sign::With) => Some(Sign::Without),
            Some(Sign::Without) => None,
        };
        self.mark(facet, value, next);
        next
    }

    /// Chooses nothing of a facet any more.
    pub fn clear(&mut self, facet: Facet) {
        self.marks.retain(|mark| mark.facet != facet);
    }

    /// Chooses nothing any more.
    pub fn clear_all(&mut self) {
        *self = Selection::default();
    }

    fn place(&self, facet: Facet, value: u16) -> Result<usize, usize> {
        let key = |mark: &Mark| (mark.facet, mark.value);
        self.marks.binary_search_by_key(&(facet, value), key)
    }
}

impl Span {
    /// From the smaller to the larger.
    pub fn of(from: Option<i32>, to: Option<i32>) -> Span {
        match (from, to) {
            (Some(a), Some(b)) if a > b => Span {
                from: Some(b),
                to: Some(a),
            },
            _in_order => Span { from, to },
        }
    }
}
