//! What is seen of the net: where on the screen, what is under the pointer, what comes next, which names and edges.
//!
//! All of it is arithmetic on values; drawing is left to whoever has a canvas. Each of these is made once for a net
//! ([`grid::Grid`], [`labels::Labels`], [`edges::Drawn`]) and asked on every frame with a [`camera::Camera`].

pub mod camera;
pub mod edges;
pub mod focus;
pub mod grid;
pub mod labels;

use crate::explore::graph::{Net, Node};

/// A point: of the net in its units, or of the screen in pixels from the upper left.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spot {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Spot {
    /// Where a node stands.
    pub fn of(node: &Node) -> Spot {
        Spot {
            x: f64::from(node.x),
            y: f64::from(node.y),
        }
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The corner with the least coordinates.
    pub least: Spot,
    /// The corner with the largest.
    pub most: Spot,
}

impl Bounds {
    /// What encloses these nodes with their discs; nothing where there are none.
    pub fn of(net: &Net, nodes: impl IntoIterator<Item = u32>) -> Option<Bounds> {
        let nodes = nodes.into_iter().filter_map(|node| net.node(node));
        nodes.map(disc).reduce(Bounds::and)
    }

    /// What encloses the whole net.
    pub fn of_all(net: &Net) -> Option<Bounds> {
        net.nodes.iter().map(disc).reduce(Bounds::and)
    }

    fn and(self, other: Bounds) -> Bounds {
        Bounds {
            least: Spot {
                x: self.least.x.min(other.least.x),
                y: self.least.y.min(other.least.y),
            },
            most: Spot {
                x: self.most.x.max(other.most.x),
                y: self.most.y.max(other.most.y),
            },
        }
    }

    /// Whether they have a point in common.
    pub fn meets(&self, other: &Bounds) -> bool {
        self.least.x <= other.most.x
            && other.least.x <= self.most.x
            && self.least.y <= other.most.y
            && other.least.y <= self.most.y
    }
}

fn disc(node: &Node) -> Bounds {
    let (middle, radius) = (Spot::of(node), node.radius());
    Bounds {
        least: Spot {
            x: middle.x - radius,
            y: middle.y - radius,
        },
        most: Spot {
            x: middle.x + radius,
            y: middle.y + radius,
        },
    }
}
