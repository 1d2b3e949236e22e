//! Discs moved apart until none covers another.

use crate::explore::graph::layout::point::Point;

/// The least room between two discs.
pub(super) const GAP: f64 = 6.0;
/// The mean distance of a body to its nearest, before discs are moved apart: room for the discs, and for edges between.
const MEAN_NEAREST: f64 = 36.0;
/// How often overlapping discs push each other. Then the few that are left are moved to the nearest free spot.
const PASSES: u32 = 60;
/// The step at which free spots are looked for.
const SPOT: f64 = 8.0;

/// Scales a picture so that its discs have room, moves overlapping ones apart, and rounds to whole units.
pub(super) fn spread(places: &[Point], radii: &[f64]) -> Vec<Point> {
    let factor = MEAN_NEAREST / mean_nearest(places);
    let mut places: Vec<Point> = places.iter().map(|place| *place * factor).collect();
    for _pass in 0..PASSES {
        if !push_apart(&mut places, radii) {
            break;
        }
    }
    settle_on_free_spots(&places, radii)
}

/// The mean distance of each to its nearest; above 0.
fn mean_nearest(places: &[Point]) -> f64 {
    let mut sum = 0.0;
    let mut count = 0.0;
    for (at, place) in places.iter().enumerate() {
        let others = places.iter().enumerate().filter(|(other, _)| *other != at);
        let nearest = others.map(|(_, other)| (*other - *place).square());
        sum += nearest.fold(f64::INFINITY, f64::min).sqrt();
        count += 1.0;
    }
    let mean: f64 = sum / count;
    if mean.is_finite() {
        mean.max(1e-6)
    } else {
        1.0
    }
}

/// Moves each overlapping pair apart by half of what it lacks; whether there was one.
fn push_apart(places: &mut [Point], radii: &[f64]) -> bool {
    let mut overlapped = false;
    for (a, b) in close_pairs(places, radii) {
        let way = places[b] - places[a];
        let distance = way.length();
        // A little more than is needed, so that rounding does not bring it back.
        let lack = radii[a] + radii[b] + GAP + 2.0 - distance;
        if lack <= 0.0 {
            continue;
        }
        overlapped = true;
        let way = if distance > 0.0 {
            way * (lack / 2.0 / distance)
        } else {
            Point {
                x: lack / 2.0,
                y: 0.0,
            }
        };
        places[a] = places[a] - way;
        places[b] += way;
    }
    overlapped
}

/// All pairs near enough to overlap, found by sweeping from left to right.
fn close_pairs(places: &[Point], radii: &[f64]) -> Vec<(usize, usize)> {
    let reach = radii.iter().copied().fold(0.0, f64::max) * 2.0 + GAP + 2.0;
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| places[*a].x.total_cmp(&places[*b].x).then(a.cmp(b)));
    let mut pairs = Vec::new();
    for (at, &a) in order.iter().enumerate() {
        let right = order[at + 1..].iter();
        for &b in right.take_while(|b| places[**b].x - places[a].x < reach) {
            if (places[b].y - places[a].y).abs() < reach {
                pairs.push((a.min(b), a.max(b)));
            }
        }
    }
    pairs
}

/// Whole places at which no disc covers another: larger discs keep theirs, others go to the nearest free spot.
fn settle_on_free_spots(places: &[Point], radii: &[f64]) -> Vec<Point> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| radii[*b].total_cmp(&radii[*a]).then(a.cmp(b)));
    let mut settled = Settled::default();
    for &at in &order {
        let spot = settled.free_spot_near(rounded(places[at]), radii[at]);
        settled.put(spot, radii[at], at);
    }
    let mut found = vec![Point::default(); places.len()];
    for (_, discs) in settled.columns {
        for (spot, _, at) in discs {
            found[at] = spot;
        }
    }
    found
}

fn rounded(place: Point) -> Point {
    Point {
        x: place.x.round(),
        y: place.y.round(),
    }
}

/// Discs that stay, by columns of the plane.
#[derive(Default)]
struct Settled {
    columns: std::collections::BTreeMap<i64, Vec<(Point, f64, usize)>>,
    widest: f64,
}

/// The width of a column.
const COLUMN: f64 = 64.0;

impl Settled {
    fn put(&mut self, spot: Point, radius: f64, at: usize) {
        self.widest = self.widest.max(radius);
        let column = self.columns.entry(column(spot.x)).or_default();
        column.push((spot, radius, at));
    }

    fn is_free(&self, spot: Point, radius: f64) -> bool {
        let reach = radius + self.widest + GAP;
        let near = column(spot.x - reach)..=column(spot.x + reach);
        let mut discs = self.columns.range(near).flat_map(|(_, discs)| discs);
        discs.all(|(other, other_radius, _)| {
            let apart = radius + other_radius + GAP;
            (*other - spot).square() >= apart * apart
        })
    }

    /// The nearest free spot on square rings around `wanted`.
    fn free_spot_near(&self, wanted: Point, radius: f64) -> Point {
        let mut ring = 0.0;
        loop {
            let free = around(wanted, ring).filter(|spot| self.is_free(*spot, radius));
            let away = |spot: &Point| (*spot - wanted).square();
            if let Some(spot) = free.min_by(|a, b| away(a).total_cmp(&away(b))) {
                return spot;
            }
            ring += SPOT;
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates"
)]
fn column(x: f64) -> i64 {
    (x / COLUMN).floor() as i64
}

/// The spots on the square ring at this distance.
fn around(middle: Point, ring: f64) -> impl Iterator<Item = Point> {
    let mut spots = vec![middle];
    let mut along = -ring;
    while along < ring {
        let sides = [
            (along, -ring),
            (ring, along),
            (-along, ring),
            (-ring, -along),
        ];
        spots.extend(sides.map(|(x, y)| middle + Point { x, y }));
        along += SPOT;
    }
    spots.into_iter().skip(usize::from(ring > 0.0))
}
