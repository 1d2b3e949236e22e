//! The picture on paper: pale dots, connections, the path, nodes, names, in this order.
//!
//! Shape tells the kind; ink and filling tell the approach as in the pictures of entries' pages: full resists, open
//! builds, open with a dot does both. The line's manner tells the kind of connection. All of one manner is one path.

use crate::explore::graph::tie::{Family, Way};
use crate::explore::graph::view::labels::{BELOW, HEIGHT, Labels};
use crate::explore::graph::view::{Bounds, Spot};
use crate::explore::graph::walk::Hop;
use crate::explore::graph::{Edge, Node, Shape};
use crate::model::entry::Approach;
use crate::view::island::explore::graph::scene::Scene;
use crate::view::island::explore::graph::symbol::symbol;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::{Face, Ink, Lettering, Line, Path, Pen};
use crate::view::island::explore::sheet::shapes::{ink, polygon};

/// A node with a smaller radius is a square of its ink, in pixels: shapes cannot be told there.
const LEAST_SHAPE: f64 = 3.5;
/// Half the side of a pale dot, in pixels.
const PALE: f64 = 1.5;
/// How strong what is beside the point is drawn while something is lit.
const DIM: f64 = 0.22;
/// So many connections can be told apart when drawn at full strength; more are drawn paler.
const TOLD_APART: usize = 400;
/// How strong more are.
const MANY: f64 = 0.55;
/// A node's outline, in pixels.
const OUTLINE: f64 = 1.6;
/// An arrow's length, in pixels.
const ARROW: f64 = 9.0;
/// Half its width, as a share of half its length.
const ARROW_HALF: f64 = 0.6;
/// Air between a name and the sheet's edge, in pixels.
const AIR: f64 = 4.0;
/// How many names are lit at most: more are no help.
const MOST_LIT: usize = 60;

/// The line of a family of ties: its width and its dashes.
pub(super) fn manner(family: Family) -> (f64, &'static [f64]) {
    match family {
        Family::Belonging => (2.0, &[]),
        Family::Alliance => (2.0, &[9.0, 3.0]),
        Family::Descent => (1.2, &[12.0, 3.0, 2.0, 3.0]),
        Family::Support => (1.2, &[5.0, 3.0]),
        Family::Thought => (1.0, &[]),
        Family::Critique => (2.0, &[2.4, 3.0]),
        Family::Nearness => (1.2, &[1.4, 6.0]),
        Family::Mention => (1.0, &[1.4, 2.6]),
    }
}

impl Scene {
    /// Draws all of it; true where it goes on moving.
    pub fn paint(&mut self, pen: &mut dyn Pen) -> bool {
        let goes_on = self.glide_on(pen.now());
        self.measure(pen);
        pen.clear();
        let lit = self.lit();
        self.pale(pen);
        self.edges(pen, lit.is_some() || self.look.trip().is_some());
        if let Some(lit) = lit {
            self.rays(pen, lit);
        }
        self.trip(pen);
        self.nodes(pen, lit);
        self.rings(pen);
        self.names(pen, lit);
        goes_on
    }

    /// The node whose neighbours are lit.
    fn lit(&self) -> Option<u32> {
        self.hovered
            .or(self.selected)
            .filter(|node| self.look.is_shown(*node))
    }

    fn measure(&mut self, pen: &mut dyn Pen) {
        let net = &self.atlas.net;
        if self.widths.is_empty() {
            let titles = net.nodes.iter().map(|node| &node.title);
            self.widths = titles
                .map(|title| pen.measure(title, Face::Label))
                .collect();
        }
        let look = &self.look;
        self.labels
            .get_or_insert_with(|| Labels::new(net, &self.widths, |node| look.is_shown(node)));
    }

    fn node(&self, node: u32) -> Option<(&Node, Point)> {
        let node = self.atlas.net.node(node)?;
        let at = self.camera.to_screen(Spot::of(node));
        Some((node, (at.x, at.y)))
    }

    /// What of all nodes is on the screen.
    fn seen(&self) -> impl Iterator<Item = (u32, &Node, Point)> {
        let seen = self.camera.seen();
        let camera = self.camera;
        let nodes = (0..).zip(&self.atlas.net.nodes);
        nodes.filter_map(move |(at, node)| {
            let (spot, radius) = (Spot::of(node), node.radius());
            let around = |by: f64| Spot {
                x: spot.x + by,
                y: spot.y + by,
            };
            let disc = Bounds {
                least: around(-radius),
                most: around(radius),
            };
            let place = camera.to_screen(spot);
            seen.meets(&disc).then_some((at, node, (place.x, place.y)))
        })
    }

    /// Entries that are beside the point: so that one knows where in the whole one is.
    fn pale(&self, pen: &mut dyn Pen) {
        pen.begin();
        for (at, _, (x, y)) in self.seen() {
            if !self.look.is_shown(at) && self.atlas.row(at).is_some() {
                pen.rectangle(x - PALE, y - PALE, PALE * 2.0, PALE * 2.0);
            }
        }
        pen.fill(Ink::Rule, 1.0);
    }

    fn edges(&self, pen: &mut dyn Pen, dim: bool) {
        let Scene {
            atlas,
            look,
            camera,
            ..
        } = self;
        let mut families: [Vec<Edge>; 8] = Default::default();
        let mut count = 0;
        for edge in look.drawn.seen(&atlas.net, camera, &atlas.all) {
            families[edge.tie.family() as usize].push(edge);
            count += 1;
        }
        let strength = if count > TOLD_APART { MANY } else { 1.0 };
        let alpha = if dim { strength * DIM } else { strength };
        for (family, edges) in Family::ALL.into_iter().zip(&families) {
            pen.begin();
            for edge in edges {
                self.line(pen, edge.from, edge.to);
            }
            if !edges.is_empty() {
                let (width, dash) = manner(family);
                // Dashes cost more than all else, and nobody reads them while they move.
                let dash = if self.is_moving() { &[] } else { dash };
                pen.stroke(Line::of(Ink::Line).wide(width).dashed(dash).alpha(alpha));
            }
        }
    }

    fn line(&self, path: &mut dyn Pen, from: u32, to: u32) {
        if let (Some((_, from)), Some((_, to))) = (self.node(from), self.node(to)) {
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
        }
    }

    /// The connections of the lit node, with their directions.
    fn rays(&self, pen: &mut dyn Pen, lit: u32) {
        let hops: Vec<Hop> = self.look.hops(lit).collect();
        for family in Family::ALL {
            pen.begin();
            let mut any = false;
            for hop in hops.iter().filter(|hop| hop.tie.family() == family) {
                self.line(pen, lit, hop.to);
                any = true;
            }
            if any {
                let (width, dash) = manner(family);
                pen.stroke(Line::of(Ink::Ink).wide(width).dashed(dash));
            }
        }
        pen.begin();
        for hop in &hops {
            self.arrow(pen, lit, *hop);
        }
        pen.fill(Ink::Ink, 1.0);
    }

    /// An arrow head in the middle of a connection, in the direction in which it is stored.
    fn arrow(&self, path: &mut dyn Path, near: u32, hop: Hop) {
        let (Some((_, near)), Some((_, far))) = (self.node(near), self.node(hop.to)) else {
            return;
        };
        let (from, to) = match hop.way {
            Way::Along => (near, far),
            Way::Against => (far, near),
        };
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        let length = x.hypot(y);
        if hop.tie.is_symmetric() || length < ARROW * 2.0 {
            return;
        }
        let (x, y) = (x / length * ARROW / 2.0, y / length * ARROW / 2.0);
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let corners = [
            (middle.0 + x, middle.1 + y),
            (middle.0 - x - y * ARROW_HALF, middle.1 - y + x * ARROW_HALF),
            (middle.0 - x + y * ARROW_HALF, middle.1 - y - x * ARROW_HALF),
        ];
        polygon(path, &corners);
    }

    /// The path: a line of ink on a broad line of the marker.
    fn trip(&self, pen: &mut dyn Pen) {
        let Some((from, hops)) = self.look.trip() else {
            return;
        };
        pen.begin();
        let mut here = from;
        for hop in hops {
            self.line(pen, here, hop.to);
            here = hop.to;
        }
        pen.stroke(Line::of(Ink::Mark).wide(9.0));
        pen.stroke(Line::of(Ink::Ink).wide(2.5));
        pen.begin();
        let mut here = from;
        for hop in hops {
            self.arrow(pen, here, *hop);
            here = hop.to;
        }
        pen.fill(Ink::Ink, 1.0);
    }

    fn nodes(&self, pen: &mut dyn Pen, lit: Option<u32>) {
        let shown = self.seen().filter(|(at, _, _)| self.look.is_shown(*at));
        let shown: Vec<(u32, &Node, Point)> = shown.collect();
        let mut bright: Vec<u32> = self.on_trip().collect();
        if let Some(lit) = lit {
            bright.extend(self.look.hops(lit).map(|hop| hop.to).chain([lit]));
        }
        if bright.is_empty() {
            return self.batch(pen, &shown, 1.0);
        }
        bright.sort_unstable();
        let is_bright = |(at, _, _): &(u32, &Node, Point)| bright.binary_search(at).is_ok();
        let (bright, dim): (Vec<_>, Vec<_>) = shown.into_iter().partition(is_bright);
        self.batch(pen, &dim, DIM);
        self.batch(pen, &bright, 1.0);
    }

    fn on_trip(&self) -> impl Iterator<Item = u32> {
        let trip = self.look.trip().into_iter();
        trip.flat_map(|(from, hops)| hops.iter().map(|hop| hop.to).chain([from]))
    }

    /// Nodes approach by approach: each needs few paths, however many they are.
    fn batch(&self, pen: &mut dyn Pen, nodes: &[(u32, &Node, Point)], alpha: f64) {
        let approaches = [
            None,
            Some(Approach::CounterPower),
            Some(Approach::CounterInstitution),
            Some(Approach::Both),
        ];
        for approach in approaches {
            let own = nodes
                .iter()
                .filter(|(_, node, _)| node.approach == approach);
            let own = own
                .map(|(_, node, at)| (self.atlas.net.shape(node), *at, self.camera.radius(node)));
            let (large, small): (Vec<Figure>, Vec<Figure>) =
                own.partition(|(_, _, radius)| *radius >= LEAST_SHAPE);
            dots(pen, &small, ink(approach), alpha);
            if !large.is_empty() {
                figures(pen, &large, approach, alpha);
            }
        }
    }

    /// A ring around what is selected, and one around what the graph is drawn around.
    fn rings(&self, pen: &mut dyn Pen) {
        let rings = [(self.look.centre(), 8.0, 1.0), (self.selected, 4.0, 2.5)];
        for (node, beyond, width) in rings {
            if let Some((node, (x, y))) = node.and_then(|node| self.node(node)) {
                pen.begin();
                pen.circle(x, y, self.camera.radius(node) + beyond);
                pen.stroke(Line::of(Ink::Ink).wide(width));
            }
        }
    }

    /// Names: those of the lit node and its neighbours alone, or else of the best linked that have room.
    fn names(&self, pen: &mut dyn Pen, lit: Option<u32>) {
        let trip: Vec<u32> = self.on_trip().collect();
        let named = match lit {
            Some(lit) => self.lit_names(lit),
            // While one moves, letters are a third of the work and a blur.
            None if trip.is_empty() && !self.is_moving() => self.free(self.named()),
            None => self.free(trip.clone()),
        };
        let strong = |node: u32| Some(node) == lit || trip.contains(&node);
        for node in named {
            let face = if strong(node) {
                Face::Strong
            } else {
                Face::Label
            };
            if let Some((at, _)) = self.name(node) {
                let lettering = Lettering::of(face, Ink::Ink);
                pen.text(self.atlas.title(node), at, lettering.rimmed());
            }
        }
    }

    fn named(&self) -> Vec<u32> {
        let labels = self.labels.as_ref();
        let named = labels.map(|labels| labels.shown(&self.atlas.net, &self.camera));
        named.into_iter().flatten().collect()
    }

    fn lit_names(&self, lit: u32) -> Vec<u32> {
        let degree = |node: &u32| self.atlas.net.node(*node).map_or(0, |node| node.degree);
        let mut near: Vec<u32> = self.look.hops(lit).map(|hop| hop.to).collect();
        near.sort_unstable();
        near.dedup();
        near.sort_by_key(|node| std::cmp::Reverse(degree(node)));
        near.truncate(MOST_LIT);
        let all = [lit].into_iter().chain(self.on_trip()).chain(near);
        self.free(all.collect())
    }

    /// Those whose names are free of all names before them.
    fn free(&self, nodes: Vec<u32>) -> Vec<u32> {
        let mut taken: Vec<Bounds> = Vec::new();
        let is_free = |node: &u32| {
            let Some(room) = self.room(*node) else {
                return false;
            };
            let free = !taken.iter().any(|other| other.meets(&room));
            if free {
                taken.push(room);
            }
            free
        };
        nodes.into_iter().filter(is_free).collect()
    }

    /// The middle of a node's name, and half its width: below the node, and on the sheet where the node is.
    fn name(&self, node: u32) -> Option<(Point, f64)> {
        let half = self.widths.get(node as usize)? / 2.0;
        let (node, (x, y)) = self.node(node)?;
        let (width, least) = (self.camera.size.x, half + AIR);
        let is_on_sheet = (0.0..=width).contains(&x) && width > least * 2.0;
        let x = if is_on_sheet {
            x.clamp(least, width - least)
        } else {
            x
        };
        Some(((x, y + self.camera.radius(node) + BELOW), half))
    }

    /// The room of a node's name.
    fn room(&self, node: u32) -> Option<Bounds> {
        let ((x, y), half) = self.name(node)?;
        Some(Bounds {
            least: Spot {
                x: x - half,
                y: y - HEIGHT / 2.0,
            },
            most: Spot {
                x: x + half,
                y: y + HEIGHT / 2.0 - 1.0,
            },
        })
    }
}

type Figure = (Shape, Point, f64);

fn dots(pen: &mut dyn Pen, small: &[Figure], ink: Ink, alpha: f64) {
    pen.begin();
    for (_, (x, y), radius) in small {
        pen.rectangle(x - radius, y - radius, radius * 2.0, radius * 2.0);
    }
    if !small.is_empty() {
        pen.fill(ink, alpha);
    }
}

/// Full resists, open builds, open with a dot does both, full and grey is neither.
fn figures(pen: &mut dyn Pen, figures: &[Figure], approach: Option<Approach>, alpha: f64) {
    let ink = ink(approach);
    pen.begin();
    for (shape, at, radius) in figures {
        symbol(pen, *shape, *at, *radius);
    }
    let is_full = match approach {
        None | Some(Approach::CounterPower) => true,
        Some(Approach::CounterInstitution | Approach::Both) => false,
    };
    // What is dim is seen through, but its lines should not be.
    if alpha < 1.0 {
        pen.fill(Ink::Paper, 1.0);
    }
    pen.fill(if is_full { ink } else { Ink::Paper }, alpha);
    pen.stroke(Line::of(ink).wide(OUTLINE).alpha(alpha));
    pen.begin();
    for (shape, (x, y), radius) in figures {
        if approach == Some(Approach::Both) || *shape == Shape::Ring {
            pen.circle(*x, *y, radius * 0.35);
        }
    }
    pen.fill(if is_full { Ink::Paper } else { ink }, alpha);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::explore::graph::sample::net;
    use crate::explore::set::Set;
    use crate::model::entry::Approach;
    use crate::view::island::explore::graph::look::{Look, Wish};
    use crate::view::island::explore::graph::sample::of;
    use crate::view::island::explore::graph::scene::Scene;
    use crate::view::island::explore::sheet::hand::Gesture;
    use crate::view::island::explore::sheet::record::Record;

    /// A, which builds, B and C stand 100 apart in a row on a sheet of 400 by 200.
    fn drawn(left: &[u32], path: Option<(u32, u32)>, act: impl Fn(&mut Scene)) -> String {
        let mut net = net("a uses b; b link c");
        (net.nodes[0].x, net.nodes[2].x) = (-100, 100);
        net.nodes[0].approach = Some(Approach::CounterInstitution);
        let atlas = Arc::new(of(net));
        let wish = Wish {
            path,
            ..Wish::default()
        };
        let look = Look::new(&atlas, &Set::of(3, left.iter().copied()), &wish);
        let mut scene = Scene::new(atlas, Arc::new(look), true);
        scene.feel(&Gesture::Resized {
            width: 300.0,
            height: 200.0,
        });
        act(&mut scene);
        let mut record = Record::new(300.0, 200.0);
        assert!(!scene.paint(&mut record));
        record.drawn()
    }

    const ALL: &[u32] = &[0, 1, 2];

    #[test]
    fn lines_lie_below_nodes_and_names_above() {
        let expect = "clear\n\
            fill Rule | \n\
            stroke Line 1.2 dashed 5 3 | M 40.2 100 L 150 100\n\
            stroke Line 1 dashed 1.4 2.6 | M 150 100 L 259.8 100\n\
            fill Muted | circle 150 100 8.9 circle 259.8 100 8.2\n\
            stroke Muted 1.6 | circle 150 100 8.9 circle 259.8 100 8.2\n\
            fill Paper | \n\
            fill Paper | circle 40.2 100 8.2\n\
            stroke Build 1.6 | circle 40.2 100 8.2\n\
            fill Build | \n\
            text Label Ink 150 119.9 middle: B\n\
            text Label Ink 40.2 119.2 middle: A\n\
            text Label Ink 259.8 119.2 middle: C";
        assert_eq!(drawn(ALL, None, |_| {}), expect);
    }

    /// The lines of the drawing that begin so.
    fn check(drawing: &str, begin: &str, expect: &[&str]) {
        let lines = drawing.lines().filter(|line| line.starts_with(begin));
        assert_eq!(lines.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn what_is_not_in_the_set_is_a_pale_dot_without_name_and_lines() {
        let drawing = drawn(&[0, 1], None, |scene| {
            for _ in 0..2 {
                scene.feel(&Gesture::Farther);
            }
        });
        check(
            &drawing,
            "fill Rule",
            &["fill Rule | rectangle 279.9 98.5 3 3"],
        );
        check(
            &drawing,
            "stroke Line",
            &["stroke Line 1.2 dashed 5 3 | M 105.8 100 L 193.6 100"],
        );
    }

    #[test]
    fn a_lit_node_dims_what_it_is_not_tied_to_and_shows_directions() {
        // The selected node was at the rim, and has come to the middle.
        let drawing = drawn(ALL, None, |scene| scene.select(Some(0)));
        check(
            &drawing,
            "stroke Ink 1.2",
            &["stroke Ink 1.2 dashed 5 3 | M 150 100 L 259.8 100"],
        );
        check(
            &drawing,
            "fill Ink",
            &["fill Ink | M 209.4 100 L 200.4 102.7 L 200.4 97.3 Z"],
        );
        check(
            &drawing,
            "text",
            &[
                "text Strong Ink 150 119.2 middle: A",
                "text Label Ink 259.8 119.9 middle: B",
            ],
        );
    }

    #[test]
    fn a_path_lies_on_a_marker() {
        let drawing = drawn(ALL, Some((0, 2)), |_| {});
        let line = "M 40.2 100 L 150 100 M 150 100 L 259.8 100";
        let mark = ["stroke Mark 9 | ", line].concat();
        check(&drawing, "stroke Mark", &[&mark]);
        check(
            &drawing,
            "text Strong",
            &[
                "text Strong Ink 150 119.9 middle: B",
                "text Strong Ink 259.8 119.2 middle: C",
                "text Strong Ink 40.2 119.2 middle: A",
            ],
        );
    }

    #[test]
    fn while_it_moves_there_are_neither_names_nor_dashes() {
        let drawing = drawn(ALL, None, |scene| {
            scene.feel(&Gesture::Dragged { by: (1.0, 0.0) });
        });
        check(&drawing, "text", &[]);
        assert!(!drawing.contains("dashed"));
    }
}
