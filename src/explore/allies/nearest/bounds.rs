//! The most that each score of a profile can be: a sum over lists of who has what. No score is more, few are much less.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::explore::allies::overlap::score;
use crate::explore::allies::profile::Profile;
use crate::explore::allies::weight;
use crate::explore::distance::Spot;
use crate::explore::meeting::Thing;

/// What is not looked up: to score some more is quicker.
const NOT_SUMMED: u32 = weight::SCALE + weight::DOMAIN;

/// Lists of seats, by what those on them have.
#[derive(Debug)]
pub(super) struct Bounds {
    sorts: Vec<Sort>,
    places: Vec<Place>,
    /// The number of the place of each seat.
    place_of: Vec<usize>,
    sectors: Sharing,
    governance: Sharing,
    federations: Sharing,
    allies: Sharing,
    offers: Things,
    seeks: Things,
}

impl Bounds {
    /// The bounds of profiles, which have the seats from 0 on; those that are [`alike`] stand side by side.
    pub(super) fn of(profiles: &[&Profile]) -> Bounds {
        let (places, place_of) = places(profiles);
        let wide = |list: &[u16]| list.iter().copied().map(u32::from).collect::<Vec<u32>>();
        Bounds {
            sorts: sorts(profiles),
            places,
            place_of,
            sectors: Sharing::of(profiles, |profile| wide(&profile.sectors)),
            governance: Sharing::of(profiles, |profile| wide(&profile.governance)),
            federations: Sharing::of(profiles, |profile| profile.federations.clone()),
            allies: Sharing::of(profiles, |profile| profile.allies.clone()),
            offers: Things::of(profiles, |profile| &profile.offers),
            seeks: Things::of(profiles, |profile| &profile.seeks),
        }
    }

    /// For each seat no less than its score with `own`, which has the seat `itself`.
    pub(super) fn most(&self, own: &Profile, itself: usize) -> Vec<u16> {
        let mut sums = Sums(vec![small(NOT_SUMMED); self.place_of.len()]);
        self.add_sorts(&mut sums, itself);
        self.add_places(&mut sums, itself);
        let lists = [
            (&self.sectors, &own.sectors, weight::SECTOR),
            (&self.governance, &own.governance, weight::GOVERNANCE),
        ];
        for (sharing, list, points) in lists {
            sums.add(
                list.iter().flat_map(|n| sharing.with(u32::from(*n))),
                points,
            );
        }
        let lists = [
            (&self.federations, &own.federations, weight::FEDERATION),
            (&self.allies, &own.allies, weight::ALLY),
        ];
        for (sharing, list, points) in lists {
            sums.add(list.iter().flat_map(|n| sharing.with(*n)), points);
        }
        self.offers.add(&mut sums, &own.seeks);
        self.seeks.add(&mut sums, &own.offers);
        sums.0
    }

    fn add_sorts(&self, sums: &mut Sums, itself: usize) {
        let own = self.sorts.iter().find(|sort| sort.seats.contains(&itself));
        for (other, points) in self
            .sorts
            .iter()
            .zip(own.iter().flat_map(|own| &own.points))
        {
            for sum in &mut sums.0[other.seats.clone()] {
                *sum = sum.saturating_add(*points);
            }
        }
    }

    fn add_places(&self, sums: &mut Sums, itself: usize) {
        let own = self
            .place_of
            .get(itself)
            .and_then(|at| self.places.get(*at));
        for (other, points) in own.iter().flat_map(|own| &own.near) {
            let seats = self.places.get(*other).map(|place| &place.seats);
            sums.add(seats.into_iter().flatten(), *points);
        }
    }
}

/// A sum for each seat.
struct Sums(Vec<u16>);

impl Sums {
    fn add<'a>(&mut self, seats: impl IntoIterator<Item = &'a u32>, points: u32) {
        let points = small(points);
        for seat in seats {
            let sum = &mut self.0[*seat as usize];
            *sum = sum.saturating_add(points);
        }
    }
}

/// All points together are far below the largest number; sums stop there.
fn small(points: u32) -> u16 {
    u16::try_from(points).unwrap_or(u16::MAX)
}

/// Seats that are alike, and what that counts.
#[derive(Debug)]
struct Sort {
    seats: Range<usize>,
    /// For each sort what it has in common with this one.
    points: Vec<u16>,
}

/// What profiles are alike in.
pub(super) fn alike(profile: &Profile) -> (Option<&'static str>, &[u16]) {
    let approach = profile.approach.map(crate::model::entry::Approach::value);
    (approach, &profile.languages)
}

fn sorts(profiles: &[&Profile]) -> Vec<Sort> {
    let mut begin = 0;
    let runs = profiles.chunk_by(|a, b| alike(a) == alike(b));
    let runs = runs.map(|run| {
        let seats = begin..begin + run.len();
        begin = seats.end;
        let first = run.first().copied();
        let bare = first.map(|first| Profile {
            approach: first.approach,
            languages: first.languages.clone(),
            ..Profile::default()
        });
        (seats, bare.unwrap_or_default())
    });
    let runs: Vec<(Range<usize>, Profile)> = runs.collect();
    let points = |bare: &Profile| {
        let others = runs.iter().map(|(_, other)| small(score(bare, other)));
        others.collect()
    };
    let sorts = runs.iter().map(|(seats, bare)| Sort {
        seats: seats.clone(),
        points: points(bare),
    });
    sorts.collect()
}

/// Seats of one place, and the places that it counts to be near.
#[derive(Debug)]
struct Place {
    bare: Profile,
    seats: Vec<u32>,
    /// Numbers of places, each with its points.
    near: Vec<(usize, u32)>,
}

/// The places, and the number of each seat's.
fn places(profiles: &[&Profile]) -> (Vec<Place>, Vec<usize>) {
    let mut places: Vec<Place> = Vec::new();
    let mut known = BTreeMap::new();
    let mut place_of = Vec::with_capacity(profiles.len());
    for (seat, profile) in (0..).zip(profiles) {
        let spot = profile.spot.map(Spot::bits);
        let key = (&profile.towns, &profile.regions, &profile.countries, spot);
        let at = *known.entry(key).or_insert(places.len());
        if at == places.len() {
            places.push(Place {
                bare: Profile {
                    towns: profile.towns.clone(),
                    regions: profile.regions.clone(),
                    countries: profile.countries.clone(),
                    spot: profile.spot,
                    ..Profile::default()
                },
                seats: Vec::new(),
                near: Vec::new(),
            });
        }
        places[at].seats.push(seat);
        place_of.push(at);
    }
    for at in 0..places.len() {
        let one = &places[at].bare;
        let others = places.iter().map(|place| &place.bare).enumerate();
        let near = others.filter(|(_, other)| may_be_near(one, other));
        let near = near.map(|(number, other)| (number, score(one, other)));
        places[at].near = near.filter(|(_, points)| *points > 0).collect();
    }
    (places, place_of)
}

/// Whether it is worth to count what their nearness is: quick, for all pairs of places are asked.
fn may_be_near(one: &Profile, other: &Profile) -> bool {
    let shares = |ours: &[u16], theirs: &[u16]| ours.iter().any(|own| theirs.contains(own));
    let spots = one.spot.zip(other.spot);
    spots.is_some_and(|(one, other)| one.may_be_within(other, weight::CLOSE_KM))
        || shares(&one.countries, &other.countries)
        || shares(&one.regions, &other.regions)
        || one.towns.iter().any(|own| other.towns.contains(own))
}

/// Seats by a number that they have.
#[derive(Debug)]
struct Sharing(BTreeMap<u32, Vec<u32>>);

impl Sharing {
    fn of(profiles: &[&Profile], numbers: impl Fn(&Profile) -> Vec<u32>) -> Sharing {
        let mut seats: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (seat, profile) in (0..).zip(profiles) {
            for number in numbers(profile) {
                seats.entry(number).or_default().push(seat);
            }
        }
        Sharing(seats)
    }

    fn with(&self, number: u32) -> &[u32] {
        self.0.get(&number).map_or(&[], Vec::as_slice)
    }
}

/// Seats by the types of what they offer or seek, and by the beginnings of its words.
#[derive(Debug, Default)]
struct Things {
    kinds: BTreeMap<String, Vec<u32>>,
    roots: BTreeMap<String, Vec<u32>>,
}

impl Things {
    fn of(profiles: &[&Profile], things: impl Fn(&Profile) -> &[Thing]) -> Things {
        let mut all = Things::default();
        let put = |lists: &mut BTreeMap<String, Vec<u32>>, mark: &str, seat: u32| {
            let seats = lists.entry(mark.to_owned()).or_default();
            if seats.last() != Some(&seat) {
                seats.push(seat);
            }
        };
        for (seat, profile) in (0..).zip(profiles) {
            for thing in things(profile) {
                put(&mut all.kinds, &thing.kind, seat);
                for root in thing.roots() {
                    put(&mut all.roots, root, seat);
                }
            }
        }
        all
    }

    /// What these things can count at most. A seat that has two of a thing's words counts twice, which does no harm.
    fn add(&self, sums: &mut Sums, things: &[Thing]) {
        for thing in things {
            let kinds = self.kinds.get(&thing.kind);
            sums.add(kinds.into_iter().flatten(), weight::MEET_IN_TYPE);
            for root in thing.roots() {
                let roots = self.roots.get(root);
                sums.add(roots.into_iter().flatten(), weight::MEET_IN_WORDS);
            }
        }
    }
}
