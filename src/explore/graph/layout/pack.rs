//! Blocks put side by side in rows.

use crate::explore::graph::layout::point::Point;

/// The room between blocks: more than between discs, so that a block is seen as one.
const BETWEEN: f64 = 30.0;
/// How much wider than high many small blocks become: about as a screen.
const WIDE: f64 = 1.6;

/// A part of the picture that stays as it is: its members with their places.
pub(super) struct Block {
    pub(super) members: Vec<(usize, Point)>,
    least: Point,
    most: Point,
}

impl Block {
    /// A block of members with their places and radii.
    pub(super) fn new(members: Vec<(usize, Point)>, radii: &[f64]) -> Block {
        let mut least = Point {
            x: f64::INFINITY,
            y: f64::INFINITY,
        };
        let mut most = least * -1.0;
        for (member, place) in &members {
            let radius = radii[*member].ceil();
            least.x = least.x.min(place.x - radius);
            least.y = least.y.min(place.y - radius);
            most.x = most.x.max(place.x + radius);
            most.y = most.y.max(place.y + radius);
        }
        Block {
            members,
            least,
            most,
        }
    }

    fn size(&self) -> Point {
        self.most - self.least
    }
}

/// A width that each block fits, at which many small ones fill a screen. Where one is larger than all others together,
/// the others go below it.
pub(super) fn width(blocks: &[Block], singles: f64, pitch: f64) -> f64 {
    let areas = blocks.iter().map(|block| {
        let size = block.size();
        (size.x + BETWEEN) * (size.y + BETWEEN)
    });
    let area = areas.clone().sum::<f64>() + singles * pitch * pitch;
    let has_main = areas.fold(0.0, f64::max) * 2.0 > area;
    let wanted = if has_main { 0.0 } else { (area * WIDE).sqrt() };
    let widths = blocks.iter().map(|block| block.size().x);
    widths.fold(wanted, f64::max).floor()
}

/// Puts blocks in rows from left to right, rows downwards, and centres the whole: the place of each member.
pub(super) fn rows(blocks: &[Block], width: f64) -> Vec<(usize, Point)> {
    let mut places = Vec::new();
    let mut pen = Point::default();
    let mut row_height: f64 = 0.0;
    for block in blocks {
        let size = block.size();
        if pen.x > 0.0 && pen.x + size.x > width {
            pen = Point {
                x: 0.0,
                y: pen.y + row_height + BETWEEN,
            };
            row_height = 0.0;
        }
        let shift = pen - block.least;
        places.extend(
            block
                .members
                .iter()
                .map(|(at, place)| (*at, *place + shift)),
        );
        pen.x += size.x + BETWEEN;
        row_height = row_height.max(size.y);
    }
    let middle = Point {
        x: (width / 2.0).round(),
        y: f64::midpoint(pen.y, row_height).round(),
    };
    for (_, place) in &mut places {
        *place = *place - middle;
    }
    places
}
