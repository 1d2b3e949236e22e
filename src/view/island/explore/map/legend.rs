//! What the drawing of the map means.

use leptos::prelude::*;

use crate::explore::map::spots::Shape;
use crate::view::island::explore::legend::{Sign, legend as signs};
use crate::view::island::explore::map::Scene;

/// A mark of several, an exact one, a region, a country.
const SIGNS: [(Sign, &str); 4] = [
    (
        Sign::Ring,
        "Several entries: the number says how many; of a ring, the left resists and the right builds",
    ),
    (Sign::Dot, "A town, or an address that is public"),
    (Sign::Circled, "A region: somewhere around here"),
    (
        Sign::Dashed,
        "A country and no more: all of it is tinted; click the tint to see its entries alone",
    ),
];

/// The legend.
pub fn legend(scene: Scene) -> impl IntoView {
    let has_disc = scene.look.with_value(|look| {
        let mut spots = look.atlas().spots.all().iter();
        spots.any(|spot| spot.shape == Shape::Disc)
    });
    let disc = has_disc.then_some((
        Sign::Disc,
        "A country whose shape is not on this map, or that lies beyond its edge",
    ));
    signs(SIGNS.into_iter().chain(disc))
}
