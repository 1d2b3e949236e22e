//! Marks: each a piece of a path around its middle.

use crate::model::entry::Approach;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::{Ink, Path};

/// The ink of an approach.
pub fn ink(approach: Option<Approach>) -> Ink {
    match approach {
        Some(Approach::CounterPower) => Ink::Power,
        Some(Approach::CounterInstitution) => Ink::Build,
        Some(Approach::Both) => Ink::Both,
        None => Ink::Muted,
    }
}

/// The mark of an approach, as everywhere on the site: the triangle resists, the square builds, the diamond does both,
/// the circle is neither. All cover about the same area as a circle of this radius.
pub fn mark(path: &mut dyn Path, approach: Option<Approach>, middle: Point, radius: f64) {
    match approach {
        Some(Approach::CounterPower) => triangle(path, middle, radius * 1.3),
        Some(Approach::CounterInstitution) => square(path, middle, radius * 0.9),
        Some(Approach::Both) => diamond(path, middle, radius * 1.25),
        None => path.circle(middle.0, middle.1, radius),
    }
}

/// A triangle on its base; its corners are `reach` away from its middle.
pub fn triangle(path: &mut dyn Path, (x, y): Point, reach: f64) {
    let (aside, below) = (reach * 0.866, reach * 0.5);
    let corners = [
        (x, y - reach),
        (x + aside, y + below),
        (x - aside, y + below),
    ];
    polygon(path, &corners);
}

/// A square; its sides are `half` away from its middle.
pub fn square(path: &mut dyn Path, (x, y): Point, half: f64) {
    path.rectangle(x - half, y - half, half * 2.0, half * 2.0);
}

/// A square on its corner; its corners are `reach` away from its middle.
pub fn diamond(path: &mut dyn Path, (x, y): Point, reach: f64) {
    let corners = [
        (x, y - reach),
        (x + reach, y),
        (x, y + reach),
        (x - reach, y),
    ];
    polygon(path, &corners);
}

/// A piece through these corners and back.
pub fn polygon(path: &mut dyn Path, corners: &[Point]) {
    let Some((first, others)) = corners.split_first() else {
        return;
    };
    path.move_to(first.0, first.1);
    for (x, y) in others {
        path.line_to(*x, *y);
    }
    path.close();
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::model::entry::Approach;
    use crate::view::island::explore::sheet::record::Record;

    fn check(approach: Option<Approach>, expect: &str) {
        let mut record = Record::new(100.0, 100.0);
        mark(&mut record, approach, (50.0, 50.0), 10.0);
        assert_eq!(record.path(), expect);
    }

    #[test]
    fn each_approach_has_its_mark() {
        check(
            Some(Approach::CounterPower),
            "M 50 37 L 61.3 56.5 L 38.7 56.5 Z",
        );
        check(Some(Approach::CounterInstitution), "rectangle 41 41 18 18");
        check(
            Some(Approach::Both),
            "M 50 37.5 L 62.5 50 L 50 62.5 L 37.5 50 Z",
        );
        check(None, "circle 50 50 10");
    }
}
