//! A quadtree of masses (Barnes and Hut, Nature 324, 1986): what is far away pushes as one.

use crate::explore::graph::layout::point::Point;

/// A cell counts as far where its side is less than this share of its distance. At 0 every body is asked, which costs
/// quadratic time; from 1.5 on the picture shows the cells' edges.
const FAR: f64 = 1.1;
/// Bodies that are still together this deep stand on one spot.
const DEEPEST: u32 = 32;

/// Masses in a plane.
pub(super) struct Tree {
    /// Each cell before the cells inside it.
    cells: Vec<Cell>,
}

struct Cell {
    /// The centre of mass.
    centre: Point,
    mass: f64,
    /// The square of its side by [`FAR`]; below nought where it holds one spot.
    reach: f64,
    /// The first cell after those inside it.
    after: usize,
}

impl Tree {
    /// The tree of bodies with their masses.
    pub(super) fn new(places: &[Point], masses: &[f64]) -> Tree {
        let mut tree = Tree {
            cells: Vec::with_capacity(places.len() * 2),
        };
        let mut order: Vec<usize> = (0..places.len()).collect();
        let (corner, side) = bounds(places);
        let bodies = Bodies { places, masses };
        tree.grow(&bodies, &mut order, Square { corner, side }, 0);
        tree
    }

    /// The push on a body of mass one at `place`: away from every mass, by mass over distance.
    pub(super) fn push(&self, place: Point) -> Point {
        let mut push = Point::default();
        let mut next = 0;
        while let Some(cell) = self.cells.get(next) {
            let away = place - cell.centre;
            let square = away.square();
            if cell.reach < square {
                if square > 0.0 {
                    push += away * (cell.mass / square);
                }
                next = cell.after;
            } else {
                next += 1;
            }
        }
        push
    }

    fn grow(&mut self, bodies: &Bodies<'_>, order: &mut [usize], square: Square, depth: u32) {
        let Some(&first) = order.first() else {
            return;
        };
        let at = self.cells.len();
        let alone = order.len() == 1 || depth == DEEPEST;
        let side = square.side / FAR;
        self.cells.push(Cell {
            centre: bodies.places[first],
            mass: bodies.masses[first],
            reach: if alone { -1.0 } else { side * side },
            after: at + 1,
        });
        if order.len() > 1 {
            (self.cells[at].centre, self.cells[at].mass) = bodies.sum(order);
        }
        if !alone {
            self.split(bodies, order, square, depth + 1);
        }
        self.cells[at].after = self.cells.len();
    }

    /// Grows the four quarters of a square.
    fn split(&mut self, bodies: &Bodies<'_>, order: &mut [usize], square: Square, depth: u32) {
        let half = square.side / 2.0;
        let Point { x, y } = square.corner;
        let (upper, lower) = divide(order, |body| bodies.places[body].y < y + half);
        for (row, top) in [(upper, y), (lower, y + half)] {
            let (left, right) = divide(row, |body| bodies.places[body].x < x + half);
            for (part, x) in [(left, x), (right, x + half)] {
                let corner = Point { x, y: top };
                self.grow(bodies, part, Square { corner, side: half }, depth);
            }
        }
    }
}

/// A square region: its corner with the least coordinates.
#[derive(Clone, Copy)]
struct Square {
    corner: Point,
    side: f64,
}

struct Bodies<'a> {
    places: &'a [Point],
    masses: &'a [f64],
}

impl Bodies<'_> {
    fn sum(&self, order: &[usize]) -> (Point, f64) {
        let mut sum = Point::default();
        let mut mass = 0.0;
        for &body in order {
            sum += self.places[body] * self.masses[body];
            mass += self.masses[body];
        }
        (sum * (1.0 / mass), mass)
    }
}

/// The corner with the least coordinates, and the longer side.
fn bounds(places: &[Point]) -> (Point, f64) {
    let mut least = places.first().copied().unwrap_or_default();
    let mut most = least;
    for place in places {
        least.x = least.x.min(place.x);
        least.y = least.y.min(place.y);
        most.x = most.x.max(place.x);
        most.y = most.y.max(place.y);
    }
    (least, (most.x - least.x).max(most.y - least.y))
}

/// Those that belong come first, in an order that only depends on the order before.
fn divide(order: &mut [usize], belongs: impl Fn(usize) -> bool) -> (&mut [usize], &mut [usize]) {
    let mut first = 0;
    for at in 0..order.len() {
        if belongs(order[at]) {
            order.swap(first, at);
            first += 1;
        }
    }
    order.split_at_mut(first)
}
