//! Which names are shown at a scale, none over another.

use crate::explore::graph::Net;
use crate::explore::graph::view::camera::Camera;
use crate::explore::graph::view::{Bounds, Spot};

/// The height of a name in pixels, with air above and below.
pub const HEIGHT: f64 = 18.0;
/// Air beside a name, in pixels.
const AIR: f64 = 10.0;
/// From a node's disc down to the middle of its name, in pixels.
pub const BELOW: f64 = 11.0;
/// The width of a letter in pixels where nobody measured: that of a sans serif of 12 pixels.
const LETTER: f64 = 6.3;

/// For each node from which scale on its name is shown.
///
/// A name stays once it is there: closer in only more come, and moving the picture changes none. The best linked come
/// first; a name has to wait until it is free of all that come before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    /// The nodes with their scale, the best linked first.
    from: Vec<(u32, f64)>,
}

impl Labels {
    /// The names of the nodes that are shown; `widths` has the width of each node's name in pixels.
    pub fn new(net: &Net, widths: &[f64], shown: impl Fn(u32) -> bool) -> Labels {
        let nodes = (0..).zip(&net.nodes).zip(widths);
        let mut names: Vec<Name> = nodes
            .filter(|((at, _), _)| shown(*at))
            .map(|((node, place), width)| Name {
                node,
                degree: place.degree,
                x: f64::from(place.x),
                y: f64::from(place.y) + place.radius(),
                width: width + AIR,
                from: 0.0,
            })
            .collect();
        names.sort_by_key(|name| (std::cmp::Reverse(name.degree), name.node));
        for at in 0..names.len() {
            let (before, rest) = names.split_at_mut(at);
            if let Some(name) = rest.first_mut() {
                name.from = before
                    .iter()
                    .fold(0.0, |from, other| name.waits_for(other, from));
            }
        }
        let from = names.into_iter().map(|name| (name.node, name.from));
        Labels {
            from: from.collect(),
        }
    }

    /// The nodes whose names are shown, the best linked first: those on the screen and near its edges.
    pub fn shown<'a>(
        &'a self,
        net: &'a Net,
        camera: &Camera,
    ) -> impl Iterator<Item = u32> + use<'a> {
        let scale = camera.scale;
        let seen = camera.seen();
        let (aside, below) = (REACH / scale, (BELOW + HEIGHT) / scale);
        let seen = Bounds {
            least: Spot {
                x: seen.least.x - aside,
                y: seen.least.y - below - LARGEST,
            },
            most: Spot {
                x: seen.most.x + aside,
                y: seen.most.y,
            },
        };
        let named = self.from.iter().filter(move |(_, from)| *from <= scale);
        named.map(|(node, _)| *node).filter(move |at| {
            net.node(*at).is_some_and(|node| {
                let spot = Spot::of(node);
                seen.meets(&Bounds {
                    least: spot,
                    most: spot,
                })
            })
        })
    }
}

/// Half the width of a long name, in pixels: names of nodes beside the screen reach into it.
const REACH: f64 = 160.0;
/// No node's disc is larger, in units.
const LARGEST: f64 = 24.0;

/// The width of a text where nobody measured it, in pixels.
pub fn estimated_width(text: &str) -> f64 {
    text.chars().map(|_| LETTER).sum()
}

struct Name {
    node: u32,
    degree: u32,
    /// The middle of the node, and the lower end of its disc, in units.
    x: f64,
    y: f64,
    /// In pixels.
    width: f64,
    from: f64,
}

impl Name {
    /// The scale from which this name is free of another, where that one is there by then; at least `from`.
    fn waits_for(&self, other: &Name, from: f64) -> f64 {
        // Names are as large at every scale, and what is between them grows with it.
        let aside = f64::midpoint(self.width, other.width) / (self.x - other.x).abs();
        let above = HEIGHT / (self.y - other.y).abs();
        let free = aside.min(above);
        if other.from < free {
            from.max(free)
        } else {
            from
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{HEIGHT, Labels, estimated_width};
    use crate::explore::graph::Net;
    use crate::explore::graph::layout::lay_out;
    use crate::explore::graph::sample::{net, tangle};
    use crate::explore::graph::view::camera::Camera;
    use crate::explore::graph::view::{Bounds, Spot};

    fn widths(net: &Net) -> Vec<f64> {
        net.nodes
            .iter()
            .map(|node| estimated_width(&node.title))
            .collect()
    }

    /// `b` is best linked; each name is 90 pixels wide, and as wide as the way between two nodes at a scale of 1.
    fn check(scale: f64, expect: &[u32]) {
        let mut net = net("a uses b; b uses c");
        (net.nodes[0].x, net.nodes[2].x) = (-100, 100);
        let bounds = Bounds::of_all(&net).expect("three nodes");
        let camera = Camera {
            scale,
            ..Camera::fit(&bounds, Spot { x: 900.0, y: 900.0 })
        };
        let labels = Labels::new(&net, &[90.0; 3], |_| true);
        assert_eq!(
            labels.shown(&net, &camera).collect::<Vec<_>>(),
            expect,
            "{scale}"
        );
    }

    #[test]
    fn the_best_linked_are_named_first() {
        check(0.2, &[1]);
        check(0.9, &[1]);
        check(1.0, &[1, 0, 2]);
        check(4.0, &[1, 0, 2]);
    }

    #[test]
    fn names_beside_the_screen_are_not_shown() {
        let net = lay_out(tangle(200, 400));
        let labels = Labels::new(&net, &widths(&net), |_| true);
        let all = Bounds::of_all(&net).expect("nodes");
        let size = Spot { x: 400.0, y: 300.0 };
        let camera = Camera::fit(&all, size).zoomed(4.0, Spot::default(), &all);
        let (here, whole) = (labels.shown(&net, &camera).count(), net.nodes.len());
        assert!(here > 0 && here < whole / 2, "{here} of {whole}");
    }

    proptest! {
        #[test]
        fn no_name_is_over_another_and_none_goes_when_one_comes_closer(scale in 0.05..4.0, closer in 1.0..3.0) {
            let net = tangle(120, 200);
            let widths = widths(&net);
            let labels = Labels::new(&net, &widths, |_| true);
            let named = |scale: f64| labels.from.iter().filter(move |(_, from)| *from <= scale).map(|(at, _)| *at);
            let shown: Vec<u32> = named(scale).collect();
            for (at, &a) in shown.iter().enumerate() {
                for &b in &shown[..at] {
                    let (one, other) = (&net.nodes[a as usize], &net.nodes[b as usize]);
                    let aside = f64::from(one.x) - f64::from(other.x);
                    let below = f64::from(one.y) + one.radius() - f64::from(other.y) - other.radius();
                    let room = f64::midpoint(widths[a as usize], widths[b as usize]);
                    let free = (aside * scale).abs() >= room || (below * scale).abs() >= HEIGHT - 1e-9;
                    prop_assert!(free, "{a} over {b}");
                }
            }
            let later: Vec<u32> = named(scale * closer).collect();
            prop_assert!(shown.iter().all(|node| later.contains(node)));
        }
    }
}
