//! Pointers and keys on the map: what is hit, and what comes next.

use crate::explore::land::Land;
use crate::explore::map::camera::{Camera, Direction};
use crate::explore::map::cluster::Cluster;
use crate::explore::plane::GridPoint;

/// The radius around a mark's middle that hits it, in pixels: the target that fingers need is 24 wide.
const TARGET: f64 = 12.0;

/// How much more a step aside counts than a step ahead.
const ASIDE: f64 = 2.0;

/// The mark at this point of the screen: the nearest if there are several.
pub fn hit(clusters: &[Cluster], camera: &Camera, pointer: (f64, f64)) -> Option<usize> {
    let near = clusters.iter().enumerate().filter_map(|(at, cluster)| {
        let (x, y) = camera.on_screen(cluster.at);
        let apart = square(x - pointer.0, y - pointer.1);
        let reach = cluster.radius.max(TARGET);
        (apart <= reach * reach).then_some((at, apart))
    });
    nearest(near)
}

/// The tinted country at this point of the screen: numbers in [`Land::countries`], as
/// [`Spots::areas`](super::spots::Spots::areas) says.
pub fn hit_area(
    land: &Land,
    areas: impl IntoIterator<Item = usize>,
    camera: &Camera,
    (x, y): (f64, f64),
) -> Option<usize> {
    let (scale, right, down) = camera.transform();
    let point = GridPoint {
        x: step((x - right) / scale)?,
        y: step((y - down) / scale)?,
    };
    let mut areas = areas.into_iter();
    areas.find(|area| {
        let country = land.countries().get(*area);
        country.is_some_and(|country| land.contains(country, point))
    })
}

/// The nearest step of the plane; none beside it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it was looked at whether it fits"
)]
fn step(value: f64) -> Option<u16> {
    (0.0..65_535.0).contains(&value).then_some(value as u16)
}

/// The mark that an arrow key leads to: near, and rather ahead than aside.
pub fn toward(clusters: &[Cluster], from: usize, direction: Direction) -> Option<usize> {
    let start = clusters.get(from)?.at;
    let (right, down) = direction.step();
    let ahead = clusters.iter().enumerate().filter_map(|(at, cluster)| {
        let x = f64::from(cluster.at.x) - f64::from(start.x);
        let y = f64::from(cluster.at.y) - f64::from(start.y);
        let (ahead, aside) = (x * right + y * down, x * down - y * right);
        (ahead > 0.0).then_some((at, square(ahead, aside * ASIDE)))
    });
    nearest(ahead)
}

/// The mark that stands for a place, once marks were made anew: by its number in [`Spots`](super::spots::Spots).
pub fn standing_for(clusters: &[Cluster], spot: u32) -> Option<usize> {
    let holds = |cluster: &Cluster| cluster.spots.contains(&spot);
    clusters.iter().position(holds)
}

fn nearest(candidates: impl Iterator<Item = (usize, f64)>) -> Option<usize> {
    let best = candidates.reduce(|best, next| if next.1 < best.1 { next } else { best });
    best.map(|(at, _)| at)
}

fn square(x: f64, y: f64) -> f64 {
    x * x + y * y
}

#[cfg(test)]
mod tests {
    use super::{hit, hit_area, standing_for, toward};
    use crate::explore::map::camera::{Camera, Direction};
    use crate::explore::map::cluster::{Cluster, clusters};
    use crate::explore::map::sample::{all, land, spots};
    use crate::explore::map::spots::Spots;
    use crate::explore::plane::project;

    fn marks(spots: &Spots) -> Vec<Cluster> {
        clusters(spots, &all(), 16)
    }

    fn name(spots: &Spots, cluster: Option<&Cluster>) -> String {
        let spot = cluster.and_then(|cluster| spots.get(cluster.spots[0]));
        spot.map(|spot| spot.name.clone()).unwrap_or_default()
    }

    #[test]
    fn the_nearest_mark_is_hit() {
        let (spots, camera) = (spots(), Camera::whole(1440.0, 640.0));
        let marks = marks(&spots);
        let check = |lon, lat, by: f64, expect: &str| {
            let (x, y) = camera.on_screen(project(lon, lat));
            let at = hit(&marks, &camera, (x + by, y));
            assert_eq!(name(&spots, at.map(|at| &marks[at])), expect);
        };
        check(1340, 5252, 0.0, "Berlin, Germany");
        check(1340, 5252, 11.0, "Berlin, Germany");
        check(1340, 5252, 13.0, "");
        check(-9018, 3230, -1.0, "Jackson, United States");
    }

    #[test]
    fn a_tinted_country_is_hit_anywhere_in_it() {
        let (land, camera) = (land(), Camera::whole(1440.0, 640.0));
        let us = land
            .countries()
            .iter()
            .position(|c| c.code == "US")
            .expect("it is there");
        let check = |lon, lat, expect| {
            let pointer = camera.on_screen(project(lon, lat));
            assert_eq!(hit_area(&land, [us], &camera, pointer), expect);
        };
        check(-10_500, 4000, Some(us));
        check(-15_000, 6500, Some(us));
        check(1340, 5252, None);
        assert_eq!(hit_area(&land, [us, 9999], &camera, (-1e9, f64::NAN)), None);
    }

    #[test]
    fn arrows_lead_from_mark_to_mark() {
        let spots = spots();
        let marks = marks(&spots);
        let check = |from: &str, direction, expect: &str| {
            let at = marks
                .iter()
                .position(|c| name(&spots, Some(c)) == from)
                .expect(from);
            let next = toward(&marks, at, direction);
            assert_eq!(
                name(&spots, next.map(|next| &marks[next])),
                expect,
                "{from} {direction:?}"
            );
        };
        check("Oakland, United States", Direction::Right, "United States");
        check("Oakland, United States", Direction::Left, "");
        check(
            "United States",
            Direction::Right,
            "Mississippi, United States",
        );
        check(
            "Jackson, United States",
            Direction::Right,
            "Mississippi, United States",
        );
        check("Gibraltar", Direction::Up, "Berlin, Germany");
        check("Berlin, Germany", Direction::Down, "Gibraltar");
        assert_eq!(toward(&marks, 99, Direction::Up), None);
    }

    #[test]
    fn a_place_keeps_its_mark_when_marks_join() {
        let spots = spots();
        let close = marks(&spots);
        let far = clusters(&spots, &all(), 1 << 14);
        for cluster in &close {
            for spot in &cluster.spots {
                assert!(standing_for(&far, *spot).is_some());
            }
        }
        assert_eq!(standing_for(&far, 999), None);
    }
}
