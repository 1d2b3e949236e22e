//! The names of countries on the map, where there is room for them.

use crate::explore::land::{Country, Land};
use crate::explore::map::camera::Camera;
use crate::explore::plane::Frame;

/// How wide a letter is drawn, on the mean, in pixels.
const LETTER: f64 = 7.0;

/// How high a line of letters is, with some air.
const LINE: f64 = 16.0;

/// Below this scale there are no names: the world is known by its shape, and marks need the room.
const FROM_SCALE: f64 = 0.08;

/// A name to be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Name<'a> {
    pub text: &'a str,
    /// The middle of the text, in pixels.
    pub x: f64,
    pub y: f64,
}

/// The names that fit into their country, the larger country first, none over another.
pub fn names<'a>(land: &'a Land, camera: &Camera) -> Vec<Name<'a>> {
    if camera.scale() < FROM_SCALE {
        return Vec::new();
    }
    let view = camera.frame();
    let mut near: Vec<(u32, &Country)> = land
        .countries_near(view)
        .filter(|country| view.holds(country.at))
        .filter_map(|country| Some((room(country, camera)?, country)))
        .collect();
    near.sort_by_key(|(room, country)| (u32::MAX - room, &country.code));
    let mut names: Vec<Name<'a>> = Vec::new();
    for (_, country) in near {
        let (x, y) = camera.on_screen(country.at);
        let text = country.name.as_str();
        let name = Name { text, x, y };
        if names.iter().all(|other| !overlap(&name, other)) {
            names.push(name);
        }
    }
    names
}

/// How large a country's box is, if its name fits into it.
fn room(country: &Country, camera: &Camera) -> Option<u32> {
    let Frame {
        left,
        top,
        right,
        bottom,
    } = country.frame?;
    let (across, down) = (right - left, bottom - top);
    let fits = f64::from(across) * camera.scale() > width(&country.name)
        && f64::from(down) * camera.scale() > LINE;
    fits.then(|| u32::from(across) * u32::from(down))
}

fn width(text: &str) -> f64 {
    text.chars().fold(0.0, |width, _| width + LETTER)
}

fn overlap(one: &Name<'_>, other: &Name<'_>) -> bool {
    let apart = f64::midpoint(width(one.text), width(other.text));
    (one.x - other.x).abs() < apart && (one.y - other.y).abs() < LINE
}

#[cfg(test)]
mod tests {
    use super::{names, overlap};
    use crate::explore::map::camera::Camera;
    use crate::explore::map::sample::land;
    use crate::explore::state::MapWindow;

    #[test]
    fn the_world_has_no_names_and_a_continent_its_large_countries() {
        let land = land();
        assert_eq!(names(&land, &Camera::whole(1440.0, 640.0)), []);
        let europe = MapWindow {
            lon: 1000,
            lat: 5000,
            zoom: 10,
        };
        let camera = Camera::at(europe, 1440.0, 640.0);
        let names = names(&land, &camera);
        let texts: Vec<&str> = names.iter().map(|name| name.text).collect();
        assert!(
            texts.contains(&"Germany") && texts.contains(&"Poland"),
            "{texts:?}"
        );
        assert!(
            !texts.contains(&"Liechtenstein") && !texts.contains(&"Brazil"),
            "{texts:?}"
        );
        for (at, one) in names.iter().enumerate() {
            assert!(names[at + 1..].iter().all(|other| !overlap(one, other)));
        }
    }
}
