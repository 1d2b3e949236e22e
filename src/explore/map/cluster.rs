//! Marks: places that would lie on each other on the screen are one mark with a number.
//!
//! Where the map looks plays no part, only how close it is: moving the map changes no mark.

use crate::explore::catalog::Exactness;
use crate::explore::map::camera::CELL;
use crate::explore::map::spots::{Inks, Shape, Spots};
use crate::explore::numbers::{entries, thousands};
use crate::explore::plane::GridPoint;
use crate::explore::set::Set;

/// The radius of the mark of one entry, in pixels: large enough to be seen as a dot or as a ring.
const SINGLE: f64 = 7.0;

/// How much the area of a mark grows with each further entry: the mark of two holds a digit.
const GROWTH: f64 = 3.5;

/// The largest radius: three digits fit.
const LARGEST: f64 = 24.0;

/// How far two marks may cover each other, as a part of their radii: at 1 they only touch.
const TOUCH: f64 = 0.85;

/// How many cells away a mark can be that covers this one: twice the largest radius is less than two of the narrowest.
const REACH: u16 = 2;

/// A mark on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Where it stands: at the place of most of its entries.
    pub at: GridPoint,
    /// That place, in [`Spots`], and then the others.
    pub spots: Vec<u32>,
    /// How many resist, build and do both.
    pub inks: Inks,
    /// That of the coarsest place in it.
    pub exactness: Exactness,
    /// How it is drawn: as its place, or as its coarsest place if there are several.
    pub shape: Shape,
    /// In pixels.
    pub radius: f64,
}

impl Cluster {
    /// How many entries it stands for.
    pub fn count(&self) -> u32 {
        self.inks.count()
    }

    /// The number in it: how many entries, if it is more than one.
    pub fn figure(&self) -> Option<String> {
        (self.count() > 1).then(|| thousands(self.count()))
    }

    /// Whether it stands for one place: coming closer does not take it apart.
    pub fn is_one_place(&self) -> bool {
        self.spots.len() == 1
    }

    /// Which rows of the set it stands for, rising.
    pub fn rows(&self, spots: &Spots, set: &Set) -> Vec<u32> {
        let spots = self.spots.iter().filter_map(|spot| spots.get(*spot));
        let rows = spots.flat_map(|spot| &spot.rows).copied();
        let mut rows: Vec<u32> = rows.filter(|row| set.contains(*row)).collect();
        rows.sort_unstable();
        rows
    }

    /// In words: `Jackson, United States and 2 more places: 5 entries (2 counter-power, 3 counter-institution)`.
    pub fn words(&self, spots: &Spots) -> String {
        let first = self.spots.first().and_then(|spot| spots.get(*spot));
        let mut words = spots.name(&self.spots);
        words.push_str(": ");
        words.push_str(&entries(self.count()));
        let inks = spots.inks(self.inks);
        if !inks.is_empty() {
            words.push_str(&[" (", &inks, ")"].concat());
        }
        words.push_str(self.told());
        if first.is_some_and(|spot| spot.is_beyond) {
            words.push_str("; beyond the edge of this map");
        }
        words
    }

    /// How exactly it is told, as the end of a sentence.
    fn told(&self) -> &'static str {
        match (self.exactness, self.is_one_place(), self.shape) {
            (Exactness::Town | Exactness::Exact, ..) => "",
            (Exactness::Region, true, _) => "; told by region",
            (Exactness::Region, false, _) => "; some told by region",
            (Exactness::Country, true, Shape::Disc) => {
                "; told by country, whose shape is not on this map"
            }
            (Exactness::Country, true, _) => "; told by country",
            (Exactness::Country, false, _) => "; some told by country",
        }
    }
}

/// The marks of a set where cells are so many steps wide, as [`Camera::cell`](super::camera::Camera::cell) says: from west
/// to east, the larger first, which is the order of the keyboard.
pub fn clusters(spots: &Spots, set: &Set, cell: u16) -> Vec<Cluster> {
    let mut clusters = joined(gathered(spots, set, cell.max(1)), cell.max(1));
    clusters.sort_by_key(|cluster| (cluster.at.x, u32::MAX - cluster.count(), cluster.at.y));
    clusters
}

/// A mark in the making, with its cell: row, then column.
type Celled = ((u16, u16), Cluster);

/// One mark for each cell that has any, sorted by cell.
fn gathered(spots: &Spots, set: &Set, cell: u16) -> Vec<Celled> {
    let counted = (0..).zip(spots.counted(set)).zip(spots.all());
    let mut single: Vec<Celled> = counted
        .filter(|((_, inks), _)| inks.count() > 0)
        .map(|((number, inks), spot)| {
            let cluster = Cluster {
                at: spot.at,
                spots: vec![number],
                inks,
                exactness: spot.exactness,
                shape: spot.shape,
                radius: radius(inks.count()),
            };
            ((spot.at.y / cell, spot.at.x / cell), cluster)
        })
        .collect();
    single.sort_by_key(|(place, cluster)| (*place, foremost(cluster)));
    let mut cells: Vec<Celled> = Vec::new();
    for (place, cluster) in single {
        match cells.last_mut().filter(|(last, _)| *last == place) {
            Some((_, first)) => join(first, cluster),
            None => cells.push((place, cluster)),
        }
    }
    cells
}

/// The most entries first; of as many, the place further west.
fn foremost(cluster: &Cluster) -> (u32, Option<u32>) {
    (u32::MAX - cluster.count(), cluster.spots.first().copied())
}

/// Marks that lie on a larger one join it.
fn joined(mut cells: Vec<Celled>, cell: u16) -> Vec<Cluster> {
    let places: Vec<(u16, u16)> = cells.iter().map(|(place, _)| *place).collect();
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_by_key(|at| foremost(&cells[*at].1));
    let mut gone = vec![false; cells.len()];
    // A pixel at the scale at which the cell is narrowest: at every other the marks lie further apart.
    let pixel = f64::from(cell) / CELL;
    for at in order {
        if gone[at] {
            continue;
        }
        gone[at] = true;
        for other in around(&places, places[at]) {
            if !gone[other] && covers(&cells[at].1, &cells[other].1, pixel) {
                gone[other] = true;
                let smaller = std::mem::replace(&mut cells[other].1, empty());
                join(&mut cells[at].1, smaller);
            }
        }
    }
    let clusters = cells.into_iter().map(|(_, cluster)| cluster);
    clusters
        .filter(|cluster| !cluster.spots.is_empty())
        .collect()
}

/// The marks in the cells around this one, in the order of their cells.
fn around(places: &[(u16, u16)], (row, column): (u16, u16)) -> impl Iterator<Item = usize> {
    let rows = row.saturating_sub(REACH)..=row.saturating_add(REACH);
    rows.flat_map(move |row| {
        let from = (row, column.saturating_sub(REACH));
        let to = (row, column.saturating_add(REACH));
        let first = places.partition_point(|place| *place < from);
        let after = places.partition_point(|place| *place <= to);
        first..after
    })
}

fn covers(one: &Cluster, other: &Cluster, pixel: f64) -> bool {
    let across = f64::from(one.at.x) - f64::from(other.at.x);
    let down = f64::from(one.at.y) - f64::from(other.at.y);
    let apart = (one.radius + other.radius) * TOUCH * pixel;
    across * across + down * down < apart * apart
}

fn join(first: &mut Cluster, other: Cluster) {
    first.spots.extend(other.spots);
    first.inks = first.inks.with(other.inks);
    first.radius = radius(first.count());
    if other.exactness < first.exactness {
        (first.exactness, first.shape) = (other.exactness, other.shape);
    }
}

/// What stands where a mark was that joined another.
fn empty() -> Cluster {
    Cluster {
        at: GridPoint::default(),
        spots: Vec::new(),
        inks: Inks::default(),
        exactness: Exactness::Exact,
        shape: Shape::Dot,
        radius: 0.0,
    }
}

fn radius(count: u32) -> f64 {
    (SINGLE + GROWTH * f64::from(count.saturating_sub(1)).sqrt()).min(LARGEST)
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::{Strategy, any};
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{CELL, TOUCH, clusters};
    use crate::explore::catalog::{Catalog, Exactness, Row};
    use crate::explore::land::Land;
    use crate::explore::map::sample::{all, spots};
    use crate::explore::map::spots::Spots;
    use crate::explore::sample::place;
    use crate::explore::set::Set;

    fn check(set: &Set, cell: u16, expect: &[&str]) {
        let spots = spots();
        let words: Vec<String> = clusters(&spots, set, cell)
            .iter()
            .map(|c| c.words(&spots))
            .collect();
        assert_eq!(words, expect);
    }

    #[test]
    fn close_up_every_place_has_its_mark() {
        check(
            &all(),
            16,
            &[
                "Oakland, United States: 1 entry",
                "United States: 2 entries (2 counter-institution); told by country",
                "Jackson, United States: 2 entries (1 counter-power, 1 counter-institution)",
                "Mississippi, United States: 1 entry (1 both); told by region",
                "Gibraltar: 1 entry (1 counter-power); told by country, whose shape is not on this map",
                "Berlin, Germany: 1 entry (1 counter-institution)",
                "Antarctica: 1 entry (1 counter-institution); told by country, whose shape is not on this map; beyond the edge of this map",
            ],
        );
    }

    #[test]
    fn from_afar_neighbours_are_one_mark_as_exact_as_its_coarsest_place() {
        check(
            &Set::of(11, [0, 1, 2, 6]),
            256,
            &[
                "Jackson, United States and 1 more place: 3 entries (1 counter-power, 1 counter-institution, 1 both); some told by region",
                "Berlin, Germany: 1 entry (1 counter-institution)",
            ],
        );
    }

    #[test]
    fn no_entry_no_mark() {
        check(&Set::none(11), 128, &[]);
        check(&Set::of(11, [9, 10]), 128, &[]);
    }

    /// A catalog of places and nothing else, some of them at one point.
    fn placed() -> impl Strategy<Value = Catalog> {
        let point = (-18_000..18_000_i16, -5000..8000_i16);
        let points = vec(point, 1..12);
        (points, vec((any::<u16>(), any::<bool>()), 1..60)).prop_map(|(points, picks)| {
            let rows = picks.into_iter().map(|(pick, is_region)| {
                let (lon, lat) = points[usize::from(pick) % points.len()];
                let exactness = if is_region {
                    Exactness::Region
                } else {
                    Exactness::Town
                };
                Row {
                    place: (pick % 7 > 0).then(|| place("There", lon, lat, exactness)),
                    ..Row::default()
                }
            });
            Catalog {
                rows: rows.collect(),
                ..Catalog::default()
            }
        })
    }

    proptest! {
        #[test]
        fn each_placed_entry_of_the_set_is_in_one_mark(
            catalog in placed(), members in btree_set(0_u32..60, 0..60), power in 0_u32..15,
        ) {
            let rows = u32::try_from(catalog.rows.len()).expect("few");
            let (spots, set) = (Spots::of(&catalog, &Land::default()), Set::of(rows, members));
            let clusters = clusters(&spots, &set, 1 << power);
            let mut found: Vec<u32> = clusters.iter().flat_map(|c| c.rows(&spots, &set)).collect();
            found.sort_unstable();
            let wanted: Vec<u32> = set.iter().filter(|row| spots.of_row(*row).is_some()).collect();
            prop_assert_eq!(found, wanted);
            for cluster in &clusters {
                prop_assert_eq!(cluster.rows(&spots, &set).len(), usize::try_from(cluster.count()).expect("few"));
                let coarsest = cluster.spots.iter().filter_map(|s| Some(spots.get(*s)?.exactness)).min();
                prop_assert_eq!(coarsest, Some(cluster.exactness));
            }
        }

        #[test]
        fn places_at_one_point_are_in_one_mark(catalog in placed(), power in 0_u32..15) {
            let rows = u32::try_from(catalog.rows.len()).expect("few");
            let (spots, set) = (Spots::of(&catalog, &Land::default()), Set::all(rows));
            let clusters = clusters(&spots, &set, 1 << power);
            let points = |at: usize| clusters[at].spots.iter().filter_map(|s| Some(spots.get(*s)?.at));
            for one in 0..clusters.len() {
                for other in one + 1..clusters.len() {
                    prop_assert!(points(one).all(|point| points(other).all(|p| p != point)));
                }
            }
        }
    }

    #[test]
    fn marks_hardly_cover_each_other_whatever_the_zoom() {
        let spots = spots();
        for power in 0..15 {
            let cell = 1 << power;
            let clusters = clusters(&spots, &all(), cell);
            for (at, one) in clusters.iter().enumerate() {
                for other in &clusters[at + 1..] {
                    let across = f64::from(one.at.x) - f64::from(other.at.x);
                    let down = f64::from(one.at.y) - f64::from(other.at.y);
                    let apart = (across * across + down * down).sqrt() * CELL / f64::from(cell);
                    // Marks grow while they join others, so that a little is lost.
                    assert!(apart > 15.0 * TOUCH, "{cell}: {apart}");
                }
            }
        }
    }
}
