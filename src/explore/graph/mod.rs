//! The graph: entries as nodes, relations and links as edges, and the ways to look at them.
//!
//! ```text
//! Site -> Net (all pages) -> Net (best linked, with places) -> data/graph.bin     once, by the build
//! data/graph.bin -> Net -> neighbourhoods, paths, what to draw                   in the browser
//! Net (all pages) -> Local -> a static picture and its sentences                 per page, by the build
//! ```
//!
//! [`gather`] makes the net, [`layout`] gives its nodes places, [`file`] is the format between build and browser.

pub mod file;
pub mod gather;
pub mod layout;
pub mod local;
pub mod tie;
pub mod view;
pub mod walk;

mod bytes;
#[cfg(test)]
pub(crate) mod sample;

use crate::explore::graph::tie::Tie;
use crate::model::entry::Approach;

/// Nodes and edges. Self-contained: an entry's page need not load the catalog to draw it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Net {
    /// The kinds that occur, in the order of their list; a node names its kind by the number here.
    pub kinds: Vec<Kind>,
    /// The nodes, sorted by address, no address twice.
    pub nodes: Vec<Node>,
    /// The edges, sorted, none twice and none from a node to itself.
    pub edges: Vec<Edge>,
    /// How many nodes had no room.
    pub nodes_left_out: u32,
    /// How many edges between the nodes had no room.
    pub edges_left_out: u32,
}

/// A kind of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// As written in front matter.
    pub value: String,
    /// As shown.
    pub label: String,
    /// How its nodes are drawn.
    pub shape: Shape,
}

/// How a node is drawn.
///
/// The triangle, the square and the diamond are not among them: everywhere on the site they tell the approach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A thought: concept, framework, principle, practice.
    Circle,
    /// What speaks against: critique.
    Cross,
    /// What happened: event.
    Star,
    /// People together: organization, network, movement.
    Hexagon,
    /// What people work with or on: project, tool, currency.
    Plus,
    /// What is read: publication, directory.
    Sheet,
    /// Where people are: territory, place.
    House,
    /// All else: trails, notes, kinds of a site's own.
    Ring,
}

impl Shape {
    /// All of them, in the order of a legend.
    pub const ALL: [Shape; 8] = [
        Shape::Circle,
        Shape::Cross,
        Shape::Star,
        Shape::Hexagon,
        Shape::Plus,
        Shape::Sheet,
        Shape::House,
        Shape::Ring,
    ];

    /// What is drawn so, in words for a legend.
    pub fn meaning(self) -> &'static str {
        match self {
            Shape::Circle => "idea",
            Shape::Cross => "critique",
            Shape::Star => "event",
            Shape::Hexagon => "organization, network or movement",
            Shape::Plus => "project, tool or currency",
            Shape::Sheet => "publication or directory",
            Shape::House => "territory or place",
            Shape::Ring => "other page",
        }
    }
}

/// A page in the net.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The page's address, below the site's root.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The number of its kind in [`Net::kinds`].
    pub kind: u8,
    /// Which half of dual power it belongs to.
    pub approach: Option<Approach>,
    /// Where it stands, rightwards from the middle.
    pub x: i16,
    /// Where it stands, downwards from the middle.
    pub y: i16,
    /// How many pages it is tied to, those left out among them.
    pub degree: u32,
}

/// The radius of a node without edges: at the scale at which most names can be read, a mark that can be told from others.
const LEAST_RADIUS: f64 = 6.0;
/// The area of a node grows by its edges, so its radius by their root; at 0 hubs would look like all others.
const RADIUS_BY_ROOT: f64 = 1.5;
/// The largest: a hub of a thousand edges must not cover its neighbours.
const LARGEST_RADIUS: f64 = 24.0;

impl Node {
    /// Its radius in the units of its place. Layout keeps these discs apart.
    pub fn radius(&self) -> f64 {
        let wanted = LEAST_RADIUS + RADIUS_BY_ROOT * f64::from(self.degree).sqrt();
        wanted.min(LARGEST_RADIUS)
    }
}

/// A relation or a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The node it is stored on.
    pub from: u32,
    /// The node it leads to.
    pub to: u32,
    /// What ties them.
    pub tie: Tie,
}

impl Net {
    /// The node with this number.
    pub fn node(&self, number: u32) -> Option<&Node> {
        self.nodes.get(number as usize)
    }

    /// The number of the page at this address.
    pub fn find(&self, address: &str) -> Option<u32> {
        let found = |node: &Node| node.address.as_str().cmp(address);
        let at = self.nodes.binary_search_by(found).ok()?;
        u32::try_from(at).ok()
    }

    /// How a node is drawn.
    pub fn shape(&self, node: &Node) -> Shape {
        let kind = self.kinds.get(usize::from(node.kind));
        kind.map_or(Shape::Ring, |kind| kind.shape)
    }

    /// The label of a node's kind.
    pub fn kind_label(&self, node: &Node) -> &str {
        let kind = self.kinds.get(usize::from(node.kind));
        kind.map_or("", |kind| &kind.label)
    }

    /// What is not in it, in words; empty where nothing is.
    pub fn left_out_in_words(&self) -> String {
        let nodes = match self.nodes_left_out {
            0 => String::new(),
            1 => "1 entry with fewer connections is not drawn.".to_owned(),
            more => format!("{more} entries with fewer connections are not drawn."),
        };
        let edges = match self.edges_left_out {
            0 => return nodes,
            1 => "1 weaker connection is not drawn.".to_owned(),
            more => format!("{more} weaker connections are not drawn."),
        };
        format!("{nodes} {edges}").trim_start().to_owned()
    }
}
