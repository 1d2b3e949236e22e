//! The shapes of kinds, as in the pictures of entries' pages.

use crate::explore::graph::Shape;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::Path;
use crate::view::island::explore::sheet::shapes::polygon;

/// The radius that the corners below are drawn for: a shape then looks as large as a circle of it.
const RADIUS: f64 = 6.0;

const CROSS: &[Point] = &[
    (-6.0, -3.0),
    (-3.0, -6.0),
    (0.0, -3.0),
    (3.0, -6.0),
    (6.0, -3.0),
    (3.0, 0.0),
    (6.0, 3.0),
    (3.0, 6.0),
    (0.0, 3.0),
    (-3.0, 6.0),
    (-6.0, 3.0),
    (-3.0, 0.0),
];
const STAR: &[Point] = &[
    (0.0, -7.0),
    (1.9, -2.3),
    (6.8, -2.1),
    (2.9, 1.0),
    (4.2, 5.8),
    (0.0, 3.1),
    (-4.2, 5.8),
    (-2.9, 1.0),
    (-6.8, -2.1),
    (-1.9, -2.3),
];
const HEXAGON: &[Point] = &[
    (0.0, -7.0),
    (6.0, -3.5),
    (6.0, 3.5),
    (0.0, 7.0),
    (-6.0, 3.5),
    (-6.0, -3.5),
];
const PLUS: &[Point] = &[
    (-2.5, -6.5),
    (2.5, -6.5),
    (2.5, -2.5),
    (6.5, -2.5),
    (6.5, 2.5),
    (2.5, 2.5),
    (2.5, 6.5),
    (-2.5, 6.5),
    (-2.5, 2.5),
    (-6.5, 2.5),
    (-6.5, -2.5),
    (-2.5, -2.5),
];
const SHEET: &[Point] = &[
    (-5.0, -6.5),
    (2.0, -6.5),
    (5.0, -3.5),
    (5.0, 6.5),
    (-5.0, 6.5),
];
const HOUSE: &[Point] = &[
    (-6.0, 6.0),
    (-6.0, -1.0),
    (0.0, -7.0),
    (6.0, -1.0),
    (6.0, 6.0),
];

/// The corners of a shape for [`RADIUS`]; circles have none.
pub(super) fn corners(shape: Shape) -> &'static [Point] {
    match shape {
        Shape::Circle | Shape::Ring => &[],
        Shape::Cross => CROSS,
        Shape::Star => STAR,
        Shape::Hexagon => HEXAGON,
        Shape::Plus => PLUS,
        Shape::Sheet => SHEET,
        Shape::House => HOUSE,
    }
}

/// A shape as a piece of a path. A ring is a circle here; who fills it leaves its middle open.
pub(super) fn symbol(path: &mut dyn Path, shape: Shape, (x, y): Point, radius: f64) {
    let corners = corners(shape);
    if corners.is_empty() {
        return path.circle(x, y, radius);
    }
    let scale = radius / RADIUS;
    let mut placed = [(0.0, 0.0); 12];
    for (placed, (right, down)) in placed.iter_mut().zip(corners) {
        *placed = (x + right * scale, y + down * scale);
    }
    polygon(path, &placed[..corners.len().min(placed.len())]);
}

#[cfg(test)]
mod tests {
    use super::symbol;
    use crate::explore::graph::Shape;
    use crate::view::island::explore::sheet::record::Record;

    fn check(shape: Shape, expect: &str) {
        let mut record = Record::new(100.0, 100.0);
        symbol(&mut record, shape, (50.0, 50.0), 12.0);
        assert_eq!(record.path(), expect);
    }

    #[test]
    fn shapes_grow_with_their_radius() {
        check(Shape::Circle, "circle 50 50 12");
        check(Shape::Ring, "circle 50 50 12");
        check(Shape::House, "M 38 62 L 38 48 L 50 36 L 62 48 L 62 62 Z");
    }

    #[test]
    fn all_corners_of_all_shapes_are_drawn() {
        for shape in Shape::ALL {
            let mut record = Record::new(9.0, 9.0);
            symbol(&mut record, shape, (0.0, 0.0), 6.0);
            let lines = record.path().matches('L').count();
            assert_eq!(lines, super::corners(shape).len().saturating_sub(1));
        }
    }
}
