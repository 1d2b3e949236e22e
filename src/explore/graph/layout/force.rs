//! The places of one connected component, by simulated forces.
//!
//! The model is that of `ForceAtlas2` (Jacomy, Venturini, Heymann and Bastian, `PLoS ONE` 9(6), 2014): bodies push each
//! other by their degrees over their distance, springs pull by their distance, a weak gravity keeps all together.
//! Far bodies push as one ([`Tree`]); the heat that limits each step falls as in Fruchterman and Reingold (1991).
//! Springs between bodies with common neighbours pull more, which opens hairballs into their groups
//! (after Nocaj, Ortmann and Brandes, Untangling Hairballs, 2014).

use crate::explore::graph::layout::point::Point;
use crate::explore::graph::layout::tree::Tree;
use crate::explore::graph::layout::{Body, Spring};

/// How often the forces act. At 200 the groups of 2,000 nodes are still tangled, from 400 on nothing more is seen to
/// change.
const STEPS: u32 = 400;
/// The first step may be as long as this share of the picture: long enough to cross it in a few.
const FIRST_HEAT: f64 = 0.2;
/// The side of the square in which bodies start is this by the root of their number: about the size they end at.
const START: f64 = 4.0;
/// How strongly a spring of weight one pulls, against pushes of one. More draws groups into knots.
const PULL: f64 = 0.2;
/// What a spring pulls where its ends have no neighbour in common. At 0 only groups would hold together.
const ALONE: f64 = 0.25;
/// What a spring pulls in addition where all neighbours of its lesser end are common. At 0 hairballs stay hairballs.
const COMMON: f64 = 3.0;
/// The pull to the middle. At 0 long chains of nodes fly far out.
const GRAVITY: f64 = 0.02;

/// The places of bodies that are all connected.
pub(super) fn settle(bodies: &[Body], springs: &[Spring]) -> Vec<Point> {
    let masses = masses(bodies, springs);
    let springs = weighed(bodies.len(), springs);
    let extent = START * bodies.iter().map(|_| 1.0).sum::<f64>().sqrt();
    let mut places: Vec<Point> = bodies.iter().map(|body| start(body, extent)).collect();
    for step in 0..STEPS {
        let left = 1.0 - f64::from(step) / f64::from(STEPS);
        let heat = extent * FIRST_HEAT * left * left;
        let forces = forces(&places, &masses, &springs);
        for (place, force) in places.iter_mut().zip(forces) {
            let length = force.length();
            if length > 0.0 {
                *place += force * (heat.min(length) / length);
            }
        }
    }
    places
}

/// One and the number of springs at each body.
fn masses(bodies: &[Body], springs: &[Spring]) -> Vec<f64> {
    let mut masses = vec![1.0; bodies.len()];
    for spring in springs {
        masses[spring.a] += 1.0;
        masses[spring.b] += 1.0;
    }
    masses
}

/// The springs, each weighed by how many neighbours its ends share.
fn weighed(bodies: usize, springs: &[Spring]) -> Vec<Spring> {
    let mut neighbours = vec![Vec::new(); bodies];
    for spring in springs {
        neighbours[spring.a].push(spring.b);
        neighbours[spring.b].push(spring.a);
    }
    for list in &mut neighbours {
        list.sort_unstable();
    }
    let weigh = |spring: &Spring| {
        let (a, b) = (&neighbours[spring.a], &neighbours[spring.b]);
        let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let mut all = 0.0;
        let mut common = 0.0;
        for body in fewer {
            all += 1.0;
            common += f64::from(u8::from(more.binary_search(body).is_ok()));
        }
        Spring {
            weight: spring.weight * PULL * (ALONE + COMMON * common / all),
            ..*spring
        }
    };
    springs.iter().map(weigh).collect()
}

/// A spot around the middle that depends on the body's seed alone.
fn start(body: &Body, extent: f64) -> Point {
    let share = |bits: u32| f64::from(bits) / f64::from(u32::MAX) - 0.5;
    let [x, y] = body.seed.map(share);
    Point { x, y } * extent
}

/// What acts on each body, by its mass.
fn forces(places: &[Point], masses: &[f64], springs: &[Spring]) -> Vec<Point> {
    let tree = Tree::new(places, masses);
    let free = |place: &Point| tree.push(*place) - *place * GRAVITY;
    let mut forces: Vec<Point> = places.iter().map(free).collect();
    for spring in springs {
        let pull = (places[spring.b] - places[spring.a]) * spring.weight;
        forces[spring.a] += pull * (1.0 / masses[spring.a]);
        forces[spring.b] += pull * (-1.0 / masses[spring.b]);
    }
    forces
}
