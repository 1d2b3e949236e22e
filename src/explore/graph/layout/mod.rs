//! Places for the nodes, computed once by the build.
//!
//! Each connected component is settled by forces (`force` names the sources of the method), its discs are moved apart,
//! and the components are put in rows, the largest first; nodes without an edge stand in a lattice below, by address.
//!
//! The same input gives the same bytes on every machine: nothing is random, bodies start where a hash of their address
//! says, sums are made in a fixed order, and of the functions on numbers only those are used whose result IEEE 754
//! fixes (`+ - * /`, square root, rounding). A small change of the content changes the picture little where it can:
//! nobody's start depends on anybody else.

mod apart;
mod component;
mod force;
mod pack;
mod point;
mod tree;

use crate::explore::graph::layout::component::{Component, components};
use crate::explore::graph::layout::pack::Block;
use crate::explore::graph::layout::point::Point;
use crate::explore::graph::tie::Strength;
use crate::explore::graph::{Edge, Net, Node};

/// Components of fewer nodes are turned to lie flat, as names do. Larger ones are rounder, and a turn of the whole
/// picture for one more entry would confuse.
const FEW: usize = 30;
/// The room between nodes without an edge: enough for a focus ring.
const SINGLES_GAP: f64 = 24.0;

/// The net with a place for every node.
pub fn lay_out(mut net: Net) -> Net {
    let bodies: Vec<Body> = net.nodes.iter().map(body).collect();
    let springs = springs(&net.edges);
    for (at, place) in places(&bodies, &springs) {
        net.nodes[at].x = whole(place.x);
        net.nodes[at].y = whole(place.y);
    }
    net
}

/// What forces act on.
#[derive(Debug, Clone, Copy)]
struct Body {
    /// Where it starts.
    seed: [u32; 2],
    radius: f64,
}

/// What pulls two bodies together; no two have the same ends.
#[derive(Debug, Clone, Copy)]
struct Spring {
    a: usize,
    b: usize,
    weight: f64,
}

fn body(node: &Node) -> Body {
    Body {
        seed: hash(node.address.as_bytes()),
        radius: node.radius(),
    }
}

/// FNV-1a, then the mixer of `SplitMix64`, without which addresses that end alike would start side by side.
fn hash(bytes: &[u8]) -> [u32; 2] {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    [hash & u64::from(u32::MAX), hash >> 32].map(|half| u32::try_from(half).unwrap_or(u32::MAX))
}

/// One spring for each pair with an edge; what several edges pull is added up.
fn springs(edges: &[Edge]) -> Vec<Spring> {
    let mut springs: Vec<Spring> = edges.iter().map(spring).collect();
    springs.sort_by_key(|spring| (spring.a, spring.b));
    springs.dedup_by(|next, kept| {
        let same = (next.a, next.b) == (kept.a, kept.b);
        if same {
            kept.weight += next.weight;
        }
        same
    });
    springs
}

fn spring(edge: &Edge) -> Spring {
    let (a, b) = (edge.from as usize, edge.to as usize);
    // Each twice the one below it: two links are worth a relation.
    let weight = match edge.tie.strength() {
        Strength::Typed => 1.0,
        Strength::Link => 0.5,
        Strength::Related => 0.25,
    };
    Spring {
        a: a.min(b),
        b: a.max(b),
        weight,
    }
}

/// The place of each body, in whole units.
fn places(bodies: &[Body], springs: &[Spring]) -> Vec<(usize, Point)> {
    let radii: Vec<f64> = bodies.iter().map(|body| body.radius).collect();
    let (components, singles) = components(bodies.len(), springs);
    let mut blocks: Vec<Block> = components
        .into_iter()
        .map(|component| block(component, bodies, &radii))
        .collect();
    let widest = singles.iter().map(|at| radii[*at]).fold(0.0, f64::max);
    let pitch = (2.0 * widest + SINGLES_GAP).ceil();
    let count = singles.iter().map(|_| 1.0).sum::<f64>();
    let width = pack::width(&blocks, count, pitch);
    if !singles.is_empty() {
        blocks.push(lattice(singles, width, pitch, &radii));
    }
    pack::rows(&blocks, width)
}

/// A component, laid out by itself.
fn block(component: Component, bodies: &[Body], radii: &[f64]) -> Block {
    let own: Vec<Body> = component.members.iter().map(|at| bodies[*at]).collect();
    let own_radii: Vec<f64> = own.iter().map(|body| body.radius).collect();
    let mut places = force::settle(&own, &component.springs);
    if places.len() < FEW {
        lay_flat(&mut places);
    }
    let places = apart::spread(&places, &own_radii);
    Block::new(component.members.into_iter().zip(places).collect(), radii)
}

/// Turns a picture so that its longest axis lies flat.
fn lay_flat(places: &mut [Point]) {
    let count = places.iter().map(|_| 1.0).sum::<f64>();
    let sum = places.iter().fold(Point::default(), |sum, p| sum + *p);
    let middle = sum * (1.0 / count);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in places.iter() {
        let way = *place - middle;
        xx += way.x * way.x;
        xy += way.x * way.y;
        yy += way.y * way.y;
    }
    // The axis of a symmetric matrix of two rows, without angles.
    let half = (xx - yy) / 2.0;
    let axis = Point {
        x: half + (half * half + xy * xy).sqrt(),
        y: xy,
    };
    let length = axis.length();
    let axis = if length > 0.0 {
        axis * (1.0 / length)
    } else {
        Point { x: 0.0, y: 1.0 }
    };
    for place in places {
        let way = *place - middle;
        *place = Point {
            x: way.x * axis.x + way.y * axis.y,
            y: way.y * axis.x - way.x * axis.y,
        };
    }
}

/// Bodies without a spring, in rows by their order.
fn lattice(singles: Vec<usize>, width: f64, pitch: f64, radii: &[f64]) -> Block {
    let mut spot = Point::default();
    let mut members = Vec::with_capacity(singles.len());
    for single in singles {
        members.push((single, spot));
        spot.x += pitch;
        if spot.x + pitch > width {
            spot = Point {
                x: 0.0,
                y: spot.y + pitch,
            };
        }
    }
    Block::new(members, radii)
}

/// A whole number of units. 2,000 nodes need a tenth of what there is.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates"
)]
fn whole(x: f64) -> i16 {
    x.round() as i16
}

#[cfg(test)]
mod tests {
    use super::lay_out;
    use crate::explore::graph::layout::apart::GAP;
    use crate::explore::graph::sample::{net, tangle};
    use crate::explore::graph::{Net, Node};

    fn distance(a: &Node, b: &Node) -> f64 {
        let (x, y) = (
            f64::from(a.x) - f64::from(b.x),
            f64::from(a.y) - f64::from(b.y),
        );
        (x * x + y * y).sqrt()
    }

    fn check_apart(net: &Net) {
        for (at, a) in net.nodes.iter().enumerate() {
            for b in &net.nodes[at + 1..] {
                let room = distance(a, b) - a.radius() - b.radius();
                assert!(
                    room >= GAP - 1e-9,
                    "{} and {}: {room}",
                    a.address,
                    b.address
                );
            }
        }
    }

    fn places(net: &Net) -> Vec<(i16, i16)> {
        net.nodes.iter().map(|node| (node.x, node.y)).collect()
    }

    #[test]
    fn no_node_covers_another() {
        check_apart(&lay_out(tangle(400, 1_500)));
        check_apart(&lay_out(net(
            "a uses b; b uses c; c uses a; d link e; f; g; h",
        )));
        let star: Vec<String> = (0..200)
            .map(|leaf| format!("hub link leaf-{leaf}"))
            .collect();
        check_apart(&lay_out(net(&star.join("; "))));
    }

    #[test]
    fn the_places_are_the_same_on_every_machine() {
        let small = lay_out(net("a uses b; b link c; c related a; d uses e; f; g"));
        let expect = [
            (-30, -57),
            (-10, -32),
            (29, -52),
            (5, 15),
            (-31, 15),
            (-33, 59),
            (3, 59),
        ];
        assert_eq!(places(&small), expect);
        // A sum over many steps: one bit more or less anywhere would show.
        let sum = places(&lay_out(tangle(300, 900)))
            .into_iter()
            .fold(0_u32, |sum, (x, y)| {
                let sum = sum.wrapping_mul(31).wrapping_add_signed(i32::from(x));
                sum.wrapping_mul(31).wrapping_add_signed(i32::from(y))
            });
        assert_eq!(sum, 3_254_362_615);
    }

    #[test]
    fn what_is_tied_stands_nearer_than_what_is_not() {
        let net = lay_out(tangle(400, 1_500));
        let mean = |distances: Vec<f64>| {
            let count: f64 = distances.iter().map(|_| 1.0).sum();
            distances.iter().sum::<f64>() / count
        };
        let tied = net
            .edges
            .iter()
            .map(|edge| distance(&net.nodes[edge.from as usize], &net.nodes[edge.to as usize]));
        let any = net
            .nodes
            .windows(200)
            .map(|pair| distance(&pair[0], &pair[199]));
        let (tied, any) = (mean(tied.collect()), mean(any.collect()));
        assert!(tied < any * 0.5, "{tied} against {any}");
    }

    #[test]
    fn nodes_alone_stand_in_rows_by_address() {
        let names: Vec<String> = (10..40).map(|at| format!("n{at}")).collect();
        let net = lay_out(net(&names.join("; ")));
        let rows = places(&net);
        assert!(rows.is_sorted_by_key(|(x, y)| (*y, *x)), "{rows:?}");
        let first = rows.iter().filter(|(_, y)| *y == rows[0].1).count();
        assert!((6..=8).contains(&first), "{first} in the first row");
    }

    #[test]
    fn nothing_and_one_are_laid_out() {
        assert_eq!(places(&lay_out(net(""))), []);
        assert_eq!(places(&lay_out(net("a"))).len(), 1);
    }
}
