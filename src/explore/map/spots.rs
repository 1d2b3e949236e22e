//! The places that the entries of a catalog stand at: one for each point and exactness, with all who stand there.

use crate::explore::catalog::{Catalog, Exactness, Facet, Place};
use crate::explore::land::Land;
use crate::explore::plane::{self, GridPoint, WORLD};
use crate::explore::set::Set;
use crate::model::entry::Approach;

/// All places of a catalog.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spots {
    /// From west to east, then from north to south, then from coarse to fine.
    all: Vec<Spot>,
    /// For each row where it stands.
    of_row: Vec<Option<u32>>,
    /// For each row its half of dual power.
    approaches: Vec<Option<Approach>>,
    /// How the three approaches are called.
    labels: [String; 3],
}

/// A place that entries stand at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// In words: `Jackson, United States`, or only what is told of it.
    pub name: String,
    /// Where its mark stands: in the world, or at the edge that is nearest to it.
    pub at: GridPoint,
    /// Whether it lies beyond that edge: Antarctica does.
    pub is_beyond: bool,
    /// How exactly it is told.
    pub exactness: Exactness,
    /// How it is drawn.
    pub shape: Shape,
    /// Who stands there, rising.
    pub rows: Vec<u32>,
}

/// How a place is drawn, so that nobody takes it for more exact than it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A town, or coordinates: there it is.
    Dot,
    /// A region: somewhere around here.
    Ring,
    /// The shape of a country: number in [`Land::countries`].
    Area(usize),
    /// A country that the outline lacks, or that stands beyond the map's edge: a wide soft disc.
    Disc,
}

/// How many resist, build, do both, or say neither: the two inks of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Inks {
    pub counter_power: u32,
    pub counter_institution: u32,
    pub both: u32,
    pub neither: u32,
}

impl Inks {
    /// One more.
    pub(super) fn add(&mut self, approach: Option<Approach>) {
        let ink = match approach {
            Some(Approach::CounterPower) => &mut self.counter_power,
            Some(Approach::CounterInstitution) => &mut self.counter_institution,
            Some(Approach::Both) => &mut self.both,
            None => &mut self.neither,
        };
        *ink += 1;
    }

    /// Both together.
    pub(super) fn with(self, other: Inks) -> Inks {
        Inks {
            counter_power: self.counter_power + other.counter_power,
            counter_institution: self.counter_institution + other.counter_institution,
            both: self.both + other.both,
            neither: self.neither + other.neither,
        }
    }

    /// How many in all.
    pub fn count(self) -> u32 {
        self.counter_power + self.counter_institution + self.both + self.neither
    }
}

impl Spots {
    /// The places of a catalog.
    pub fn of(catalog: &Catalog, land: &Land) -> Spots {
        let mut spots = Spots {
            of_row: vec![None; catalog.rows.len()],
            approaches: (0..)
                .zip(&catalog.rows)
                .map(|(row, _)| catalog.approach(row))
                .collect(),
            labels: labels(catalog),
            ..Spots::default()
        };
        let mut placed: Vec<(GridPoint, Exactness, u32, &Place)> = (0..)
            .zip(&catalog.rows)
            .filter_map(|(row, entry)| Some((row, entry.place.as_ref()?)))
            .map(|(row, place)| {
                (
                    plane::project(place.lon, place.lat),
                    place.exactness,
                    row,
                    place,
                )
            })
            .collect();
        placed.sort_unstable_by_key(|(at, exactness, row, _)| (*at, *exactness, *row));
        let same = |one: &(GridPoint, Exactness, u32, &Place), other: &(_, _, u32, _)| {
            (one.0, one.1) == (other.0, other.1)
        };
        for (number, group) in (0..).zip(placed.chunk_by(same)) {
            let rows: Vec<u32> = group.iter().map(|(_, _, row, _)| *row).collect();
            for row in &rows {
                if let Some(of_row) = index(*row).and_then(|row| spots.of_row.get_mut(row)) {
                    *of_row = Some(number);
                }
            }
            spots.all.push(spot(catalog, land, group[0].3, rows));
        }
        spots
    }

    /// All places, from west to east.
    pub fn all(&self) -> &[Spot] {
        &self.all
    }

    /// The place with this number.
    pub fn get(&self, spot: u32) -> Option<&Spot> {
        index(spot).and_then(|spot| self.all.get(spot))
    }

    /// What places are called together: `Jackson, United States and 2 more places`.
    pub fn name(&self, places: &[u32]) -> String {
        let first = places.first().and_then(|place| self.get(*place));
        let mut words = first.map(|place| place.name.clone()).unwrap_or_default();
        match places.len() {
            0 | 1 => {}
            2 => words.push_str(" and 1 more place"),
            several => {
                let more = (several - 1).to_string();
                words.push_str(&[" and ", &more, " more places"].concat());
            }
        }
        words
    }

    /// Where a row stands.
    pub fn of_row(&self, row: u32) -> Option<u32> {
        index(row).and_then(|row| self.of_row.get(row).copied()?)
    }

    /// The points of a set, for [`Camera::fit`](super::camera::Camera::fit).
    pub fn points(&self, set: &Set) -> impl Iterator<Item = GridPoint> {
        let counted = self.counted(set).into_iter().zip(&self.all);
        counted
            .filter(|(inks, _)| inks.count() > 0)
            .map(|(_, spot)| spot.at)
    }

    /// The countries to be tinted, because entries of the set stand there that tell no more: number in
    /// [`Land::countries`], and who.
    pub fn areas(&self, set: &Set) -> Vec<(usize, Inks)> {
        let counted = self.counted(set).into_iter().zip(&self.all);
        let areas = counted.filter_map(|(inks, spot)| match spot.shape {
            Shape::Area(country) if inks.count() > 0 => Some((country, inks)),
            Shape::Area(_) | Shape::Dot | Shape::Ring | Shape::Disc => None,
        });
        areas.collect()
    }

    /// Who of the set stands at each place.
    pub(super) fn counted(&self, set: &Set) -> Vec<Inks> {
        let mut counted = vec![Inks::default(); self.all.len()];
        for row in set.iter() {
            let spot = self.of_row(row).and_then(index);
            if let Some(inks) = spot.and_then(|spot| counted.get_mut(spot)) {
                let approach = index(row).and_then(|row| self.approaches.get(row));
                inks.add(approach.copied().flatten());
            }
        }
        counted
    }

    /// Two inks in words: `3 counter-power, 1 both`; nothing where nobody says.
    pub(super) fn inks(&self, inks: Inks) -> String {
        let counts = [inks.counter_power, inks.counter_institution, inks.both];
        let told = counts
            .into_iter()
            .zip(&self.labels)
            .filter(|(count, _)| *count > 0);
        let told: Vec<String> = told
            .map(|(count, label)| [&count.to_string(), " ", label].concat())
            .collect();
        told.join(", ")
    }
}

pub(super) fn index(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

/// What the catalog calls the approaches, in small letters as they stand within a sentence.
fn labels(catalog: &Catalog) -> [String; 3] {
    let choices = catalog
        .column(Facet::Approach)
        .map(|column| &catalog.facets[column]);
    [
        Approach::CounterPower,
        Approach::CounterInstitution,
        Approach::Both,
    ]
    .map(|approach| {
        let value = approach.value();
        let mut values = choices.into_iter().flat_map(|choices| &choices.values);
        let label = values.find(|(known, _)| known == value);
        label.map_or(value, |(_, label)| label).to_ascii_lowercase()
    })
}

/// The place of these rows, of which `place` is that of the first.
fn spot(catalog: &Catalog, land: &Land, place: &Place, rows: Vec<u32>) -> Spot {
    let there = plane::project(place.lon, place.lat);
    let at = WORLD.nearest(there);
    let first = rows.first().copied().unwrap_or_default();
    Spot {
        name: name(catalog, first, place),
        at,
        is_beyond: at != there,
        exactness: place.exactness,
        shape: shape(catalog, land, first, place.exactness, at == there),
        rows,
    }
}

/// What the point stands for: not the village that an entry names, where the map only knows its region.
fn name(catalog: &Catalog, row: u32, place: &Place) -> String {
    let facet = match place.exactness {
        Exactness::Country => Facet::Country,
        Exactness::Region => Facet::Region,
        Exactness::Town | Exactness::Exact => return place.name.clone(),
    };
    let label = catalog.labels(row, facet).next();
    label.unwrap_or(&place.name).to_owned()
}

fn shape(catalog: &Catalog, land: &Land, row: u32, exactness: Exactness, inside: bool) -> Shape {
    match exactness {
        Exactness::Country => {
            let country = country_of(catalog, land, row).filter(|_| inside);
            country.map_or(Shape::Disc, Shape::Area)
        }
        Exactness::Region => Shape::Ring,
        Exactness::Town | Exactness::Exact => Shape::Dot,
    }
}

/// The country of a row, if the outline has its shape.
fn country_of(catalog: &Catalog, land: &Land, row: u32) -> Option<usize> {
    let number = *catalog.values(row, Facet::Country).first()?;
    let choices = &catalog.facets[catalog.column(Facet::Country)?];
    let (code, _) = choices.values.get(usize::from(number))?;
    let mut countries = land.countries().iter();
    countries.position(|country| country.code == *code && country.frame.is_some())
}

#[cfg(test)]
mod tests {
    use super::{Inks, Shape};
    use crate::explore::map::sample::{all, catalog, land, spots};
    use crate::explore::plane::WORLD;
    use crate::explore::set::Set;

    #[test]
    fn those_at_one_place_stand_together() {
        let spots = spots();
        let listed: Vec<(&str, &[u32])> = spots
            .all()
            .iter()
            .map(|spot| (spot.name.as_str(), spot.rows.as_slice()))
            .collect();
        assert_eq!(
            listed,
            [
                ("Oakland, United States", &[3][..]),
                ("United States", &[4, 5]),
                ("Jackson, United States", &[0, 1]),
                ("Mississippi, United States", &[2]),
                ("Gibraltar", &[7]),
                ("Berlin, Germany", &[6]),
                ("Antarctica", &[8]),
            ]
        );
        assert_eq!(spots.of_row(1), Some(2));
        assert_eq!(spots.of_row(9), None);
        assert_eq!(spots.of_row(99), None);
    }

    #[test]
    fn the_drawing_is_never_more_exact_than_what_is_told() {
        let spots = spots();
        let us = land()
            .countries()
            .iter()
            .position(|country| country.code == "US");
        let shapes: Vec<Shape> = spots.all().iter().map(|spot| spot.shape).collect();
        let area = Shape::Area(us.expect("it is there"));
        assert_eq!(
            shapes,
            [
                Shape::Dot,
                area,
                Shape::Dot,
                Shape::Ring,
                Shape::Disc,
                Shape::Dot,
                Shape::Disc
            ]
        );
    }

    #[test]
    fn what_lies_beyond_the_edge_stands_at_it_and_says_so() {
        let spots = spots();
        let beyond: Vec<_> = spots.all().iter().filter(|spot| spot.is_beyond).collect();
        assert_eq!(beyond.len(), 1);
        assert_eq!(
            (beyond[0].name.as_str(), beyond[0].at.y),
            ("Antarctica", WORLD.bottom)
        );
    }

    #[test]
    fn countries_are_tinted_for_those_who_tell_no_more() {
        let (spots, land) = (spots(), land());
        let tinted = |set: &Set| -> Vec<(String, u32)> {
            let areas = spots.areas(set).into_iter();
            areas
                .map(|(at, inks)| (land.countries()[at].code.clone(), inks.count()))
                .collect()
        };
        assert_eq!(tinted(&all()), [("US".to_owned(), 2)]);
        assert_eq!(tinted(&Set::of(11, [0, 6])), []);
    }

    #[test]
    fn the_inks_are_counted_and_told() {
        let spots = spots();
        let sum = spots
            .counted(&all())
            .into_iter()
            .fold(Inks::default(), Inks::with);
        let expect = Inks {
            counter_power: 2,
            counter_institution: 5,
            both: 1,
            neither: 1,
        };
        assert_eq!(sum, expect);
        assert_eq!(
            spots.inks(sum),
            "2 counter-power, 5 counter-institution, 1 both"
        );
        assert_eq!(spots.inks(Inks::default()), "");
        assert_eq!(spots.points(&Set::of(11, [0, 1, 9])).count(), 1);
        assert_eq!(
            spots
                .points(&Set::none(catalog().rows.len().try_into().expect("few")))
                .count(),
            0
        );
    }
}
