//! `land.txt` as values, projected. Its grammar stands in `src/model/geo/README.md`.

use crate::explore::land::{Arc, Country, End, Land, Sort, rank};
use crate::explore::places::Places;
use crate::explore::plane::{self, GridPoint};
use crate::model::country;

/// The outline itself.
const TEXT: &str = include_str!("../../model/geo/land.txt");

impl Land {
    /// Reads and projects the bundled outline. Every country of `places` is in it, with or without a shape.
    ///
    /// # Panics
    /// Where the bundled outline is not as its README says; a test reads it.
    pub fn read(places: &Places) -> Land {
        read(TEXT, places).expect("the bundled outline is as its README says")
    }
}

fn read(text: &str, places: &Places) -> Option<Land> {
    let mut lines = text.lines();
    lines.next().filter(|first| *first == "land 1")?;
    let arcs = lines.by_ref().take_while(|line| !line.is_empty());
    let arcs: Vec<Arc> = arcs.map(arc).collect::<Option<_>>()?;
    let mut shapes = Vec::new();
    for line in lines {
        shapes.push(shape(line)?);
    }
    let countries = places.countries().iter().map(|known| {
        let shape = shapes.iter().find(|(code, _)| *code == known.code);
        Country {
            code: known.code.to_owned(),
            name: country::shown(known.code).to_owned(),
            at: plane::project(known.at.lon, known.at.lat),
            frame: None,
            rings: shape.map(|(_, rings)| rings.clone()).unwrap_or_default(),
        }
    });
    Land::new(arcs, countries.collect())
}

fn arc(line: &str) -> Option<Arc> {
    let (sort, numbers) = line.split_once(' ')?;
    let sort = match sort {
        "c" => Sort::Coast,
        "b" => Sort::Border,
        "d" => Sort::Disputed,
        _other => return None,
    };
    let points = points(numbers)?;
    let ranks = rank::ranks(&points);
    Arc::new(sort, points.into_iter().zip(ranks).collect())
}

/// The points of a line; of neighbours that fall together one is kept, but a line keeps two.
fn points(numbers: &str) -> Option<Vec<GridPoint>> {
    let (mut lon, mut lat) = (0_i32, 0_i16);
    let mut points = Vec::new();
    let mut numbers = numbers.split(' ');
    while let Some(step) = numbers.next() {
        lon = lon.checked_add(step.parse().ok()?)?;
        lat = lat.checked_add(numbers.next()?.parse().ok()?)?;
        points.push(plane::project_outline(lon, lat));
    }
    let end = *points.last()?;
    if points.len() == 1 {
        return None;
    }
    points.dedup();
    if points.len() == 1 {
        points.push(end);
    }
    Some(points)
}

/// A country's code and rings.
fn shape(line: &str) -> Option<(&str, Vec<Vec<End>>)> {
    let (code, rings) = line.split_once(' ')?;
    let ring = |ring: &str| ring.split(',').map(end).collect::<Option<Vec<End>>>();
    let rings = rings.split(' ').map(ring).collect::<Option<_>>()?;
    Some((code, rings))
}

fn end(text: &str) -> Option<End> {
    let number: isize = text.parse().ok()?;
    let backwards = number < 0;
    let arc = if backwards { !number } else { number };
    let arc = usize::try_from(arc).ok()?;
    Some(End { arc, backwards })
}

#[cfg(test)]
mod tests {
    use super::{TEXT, read};
    use crate::explore::land::{Country, End, Land, Sort};
    use crate::explore::places::Places;
    use crate::explore::plane::{Frame, GridPoint, WORLD, project};

    fn land() -> Land {
        Land::read(&Places::read())
    }

    fn first_and_last(land: &Land, end: End) -> (GridPoint, GridPoint) {
        let points = &land.arcs[end.arc].points;
        let (first, last) = (points[0].0, points[points.len() - 1].0);
        if end.backwards {
            (last, first)
        } else {
            (first, last)
        }
    }

    #[test]
    fn the_bundled_outline_is_read_whole() {
        let land = land();
        let lines = TEXT.lines().count();
        let shaped = land.countries.iter().filter(|c| !c.rings.is_empty());
        assert_eq!(land.arcs.len() + shaped.count() + 2, lines);
        let disputed = land.arcs.iter().filter(|arc| arc.sort == Sort::Disputed);
        assert!(disputed.count() > 0);
    }

    #[test]
    fn rings_are_closed() {
        let land = land();
        for ring in land.countries.iter().flat_map(|country| &country.rings) {
            for (at, end) in ring.iter().enumerate() {
                let next = ring[(at + 1) % ring.len()];
                assert_eq!(first_and_last(&land, *end).1, first_and_last(&land, next).0);
            }
        }
    }

    #[test]
    fn all_land_is_in_the_world_and_nearly_fills_it() {
        let land = land();
        let frame = land.arcs.iter().map(|arc| arc.frame).reduce(Frame::with);
        let frame = frame.expect("there is land");
        assert_eq!(frame.with(WORLD), WORLD);
        assert!(frame.top - WORLD.top < 100 && WORLD.bottom - frame.bottom < 300);
    }

    #[test]
    fn the_middle_of_most_countries_lies_in_them() {
        let land = land();
        let shaped: Vec<&Country> = land
            .countries
            .iter()
            .filter(|c| c.frame.is_some())
            .collect();
        let inside = shaped.iter().filter(|c| land.contains(c, c.at)).count();
        assert!(
            inside * 10 > shaped.len() * 8,
            "{inside} of {}",
            shaped.len()
        );
    }

    #[test]
    fn towns_lie_in_their_countries() {
        let land = land();
        let check = |code: &str, lon, lat| {
            let town = project(lon, lat);
            let holders = land.countries.iter().filter(|c| land.contains(c, town));
            let codes: Vec<_> = holders.map(|country| country.code.as_str()).collect();
            assert_eq!(codes, [code]);
        };
        check("US", -9018, 3230);
        check("DE", 1340, 5252);
        check("LS", 2750, -2930);
        check("RU", -17_300, 6500);
        check("UA", 3410, 4495);
        check("EH", -1319, 2714);
        check("EH", -1400, 2200);
        check("MA", -980, 2850);
    }

    #[test]
    fn what_the_outline_lacks_has_a_middle_and_no_shape() {
        let land = land();
        for code in ["AQ", "BV", "GI", "TV", "UM"] {
            let country = land.country(code).expect(code);
            assert_eq!(country.frame, None, "{code}");
        }
        assert_eq!(
            land.country("GI").map(|c| c.name.as_str()),
            Some("Gibraltar")
        );
    }

    #[test]
    fn what_is_no_outline_is_none() {
        let places = Places::read();
        for text in [
            "",
            "land 2\n\n",
            "land 1\nx 1 1 1 1\n",
            "land 1\nc 1 1\n",
            "land 1\nc 1 1 1\n",
            "land 1\n\nDE 0\n",
            "land 1\n\nDE\n",
        ] {
            assert!(read(text, &places).is_none(), "{text:?}");
        }
    }
}
