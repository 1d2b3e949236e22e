//! Walking the net: what is near a node, how two nodes are connected, and the same in words.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::explore::graph::Net;
use crate::explore::graph::tie::{Strength, Tie, TieSet, Way};

/// What each node is tied to. Made once for a net, then asked often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walks {
    /// Where the steps of each node begin in `steps`, and where the last ones end.
    begins: Vec<u32>,
    steps: Vec<Hop>,
}

/// A step from a node over one edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hop {
    /// The node it leads to.
    pub to: u32,
    /// What it is walked over.
    pub tie: Tie,
    /// In which direction.
    pub way: Way,
}

impl Walks {
    /// The walks of a net.
    pub fn new(net: &Net) -> Walks {
        Walks::among(net, |_| true)
    }

    /// The walks of a net between those nodes that `passing` lets through.
    pub fn among(net: &Net, passing: impl Fn(u32) -> bool) -> Walks {
        let mut steps: Vec<(u32, Hop)> = Vec::with_capacity(net.edges.len() * 2);
        let edges = net.edges.iter();
        for edge in edges.filter(|edge| passing(edge.from) && passing(edge.to)) {
            let hop = |to, way| Hop {
                to,
                tie: edge.tie,
                way,
            };
            steps.push((edge.from, hop(edge.to, Way::Along)));
            steps.push((edge.to, hop(edge.from, Way::Against)));
        }
        steps.sort_unstable();
        let nodes = (0..).take(net.nodes.len() + 1);
        let begins = nodes.map(|node| steps.partition_point(|(from, _)| *from < node));
        Walks {
            begins: begins.filter_map(|at| u32::try_from(at).ok()).collect(),
            steps: steps.into_iter().map(|(_, hop)| hop).collect(),
        }
    }

    /// All steps from a node, sorted by where they lead, then by tie; none where there is no such node.
    pub fn from(&self, node: u32) -> &[Hop] {
        let begin = self.begins.get(node as usize);
        let end = self.begins.get(node as usize + 1);
        let range = begin
            .zip(end)
            .map(|(begin, end)| *begin as usize..*end as usize);
        range
            .and_then(|range| self.steps.get(range))
            .unwrap_or_default()
    }

    /// The nodes at most `steps` away from a node over these ties, with their distances: the node itself first, then by
    /// distance, then by address.
    pub fn near(&self, node: u32, steps: u8, ties: TieSet) -> Vec<(u32, u8)> {
        let nodes = self.begins.len().saturating_sub(1);
        let mut seen = vec![false; nodes];
        let Some(start) = seen.get_mut(node as usize) else {
            return Vec::new();
        };
        *start = true;
        let mut near = vec![(node, 0)];
        let mut ring = 0;
        for distance in 1..=steps {
            let begin = ring;
            ring = near.len();
            for at in begin..ring {
                for hop in self.from(near[at].0).iter().filter(|hop| ties.has(hop.tie)) {
                    if !std::mem::replace(&mut seen[hop.to as usize], true) {
                        near.push((hop.to, distance));
                    }
                }
            }
            near[ring..].sort_unstable();
        }
        near
    }

    /// The best path between two nodes over these ties: the cheapest, of equals the first by address, then by tie.
    pub fn path(&self, from: u32, to: u32, ties: TieSet) -> Option<Vec<Hop>> {
        let costs = self.costs_to(to, ties);
        let mut left = costs
            .get(from as usize)
            .copied()
            .filter(|cost| *cost < FAR)?;
        let mut path = Vec::new();
        let mut here = from;
        // Costs are above nought, so each step is nearer than the one before.
        while left > 0 {
            let hops = self.from(here).iter().filter(|hop| ties.has(hop.tie));
            let mut best = hops.filter(|hop| costs[hop.to as usize] + cost(hop.tie) == left);
            let hop = *best.next()?;
            left = costs[hop.to as usize];
            here = hop.to;
            path.push(hop);
        }
        Some(path)
    }

    /// What the cheapest path from each node to this one costs (Dijkstra 1959).
    fn costs_to(&self, goal: u32, ties: TieSet) -> Vec<u32> {
        let mut costs = vec![FAR; self.begins.len().saturating_sub(1)];
        let mut open = BinaryHeap::new();
        if let Some(own) = costs.get_mut(goal as usize) {
            *own = 0;
            open.push(Reverse((0, goal)));
        }
        while let Some(Reverse((so_far, node))) = open.pop() {
            if so_far > costs[node as usize] {
                continue;
            }
            for hop in self.from(node).iter().filter(|hop| ties.has(hop.tie)) {
                let through = so_far + cost(hop.tie);
                let known = &mut costs[hop.to as usize];
                if through < *known {
                    *known = through;
                    open.push(Reverse((through, hop.to)));
                }
            }
        }
        costs
    }
}

/// More than any path costs: the most nodes by the dearest step are far below.
const FAR: u32 = u32::MAX / 2;

/// What a step costs. A link is dearer than one typed relation and cheaper than two: three relations are taken before
/// two links, but nobody is led around for the sake of types. `related` was chosen by somebody, but for want of a type.
fn cost(tie: Tie) -> u32 {
    match tie.strength() {
        Strength::Typed => 4,
        Strength::Related => 6,
        Strength::Link => 7,
    }
}

/// One step of a path in words: `from — label → to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// The title that it leads from.
    pub from: &'a str,
    /// What the one says of the other, in the direction that is walked.
    pub label: &'static str,
    /// The title that it leads to.
    pub to: &'a str,
}

/// The steps of a path that begins at `from`.
pub fn steps<'a>(net: &'a Net, from: u32, path: &[Hop]) -> Vec<Step<'a>> {
    let mut here = from;
    let step = |hop: &Hop| {
        let step = Step {
            from: title(net, here),
            label: hop.tie.label(hop.way),
            to: title(net, hop.to),
        };
        here = hop.to;
        step
    };
    path.iter().map(step).collect()
}

/// How two nodes are connected, in one sentence.
pub fn in_words(net: &Net, from: u32, to: u32, path: Option<&[Hop]>) -> String {
    let (start, end) = (title(net, from), title(net, to));
    let Some(path) = path else {
        return format!("No path leads from {start} to {end} over the connections that are shown.");
    };
    let count = match path.len() {
        0 => return format!("Both are {start}."),
        1 => "1 step".to_owned(),
        more => format!("{more} steps"),
    };
    let steps = steps(net, from, path);
    let steps: Vec<String> = steps
        .iter()
        .map(|Step { from, label, to }| format!("{from} — {label} → {to}"))
        .collect();
    format!("{start} is {count} from {end}: {}.", steps.join("; "))
}

fn title(net: &Net, node: u32) -> &str {
    net.node(node).map_or("", |node| &node.title)
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Walks, cost, in_words, steps};
    use crate::explore::graph::sample::{net, tangle};
    use crate::explore::graph::tie::{Tie, TieSet, Way};

    fn check_near(text: &str, count: u8, ties: TieSet, expect: &str) {
        let net = net(text);
        let near = Walks::new(&net).near(0, count, ties);
        let words: Vec<String> = near
            .iter()
            .map(|(node, distance)| format!("{}{distance}", net.nodes[*node as usize].title))
            .collect();
        assert_eq!(words.join(" "), expect, "{text}");
    }

    #[test]
    fn what_is_near_is_found_in_both_directions_and_once() {
        let text = "a uses b; c link a; b uses d; d link c; d related e; f";
        check_near(text, 0, TieSet::ALL, "A0");
        check_near(text, 1, TieSet::ALL, "A0 B1 C1");
        check_near(text, 2, TieSet::ALL, "A0 B1 C1 D2");
        check_near(text, 3, TieSet::ALL, "A0 B1 C1 D2 E3");
        let no_links = TieSet::ALL.without(Tie::LINK);
        check_near(text, 3, no_links, "A0 B1 D2 E3");
        check_near(text, 3, TieSet::NONE, "A0");
        check_near("", 3, TieSet::ALL, "");
    }

    /// The path from `a` to the last node, as its sentence after the colon.
    fn check_path(text: &str, expect: &str) {
        let net = net(text);
        let last = u32::try_from(net.nodes.len()).expect("few") - 1;
        let path = Walks::new(&net).path(0, last, TieSet::ALL);
        let words = in_words(&net, 0, last, path.as_deref());
        assert_eq!(words, expect, "{text}");
    }

    #[test]
    fn a_path_is_said_in_the_direction_it_is_walked() {
        check_path(
            "a member-of b; c exemplifies b",
            "A is 2 steps from C: A — member of → B; B — exemplified by → C.",
        );
        check_path("b link a", "A is 1 step from B: A — linked from → B.");
        check_path("a", "Both are A.");
        check_path(
            "a; b",
            "No path leads from A to B over the connections that are shown.",
        );
    }

    #[test]
    fn nobody_walks_over_what_is_left_out() {
        let net = net("a uses b; b uses c; c link a");
        let near = |walks: Walks| walks.near(0, 2, TieSet::ALL);
        assert_eq!(near(Walks::among(&net, |node| node != 1)), [(0, 0), (2, 1)]);
        assert_eq!(near(Walks::among(&net, |node| node == 0)), [(0, 0)]);
    }

    #[test]
    fn types_are_preferred_but_not_at_any_price() {
        check_path(
            "a link b; b link z; a uses c; c uses d; d uses z",
            "A is 3 steps from Z: A — uses → C; C — uses → D; D — uses → Z.",
        );
        check_path(
            "a link z; a uses b; b uses z",
            "A is 1 step from Z: A — links to → Z.",
        );
        check_path("a link z; a uses z", "A is 1 step from Z: A — uses → Z.");
    }

    #[test]
    fn of_equal_paths_the_first_by_address_is_taken() {
        check_path(
            "a uses c; c uses z; a funds b; b uses z",
            "A is 2 steps from Z: A — funds → B; B — uses → Z.",
        );
        check_path("a uses z; a funds z", "A is 1 step from Z: A — funds → Z.");
    }

    #[test]
    fn steps_name_both_ends() {
        let net = net("a member-of b");
        let path = Walks::new(&net).path(1, 0, TieSet::ALL).expect("a path");
        let steps = steps(&net, 1, &path);
        assert_eq!(
            steps
                .iter()
                .map(|s| (s.from, s.label, s.to))
                .collect::<Vec<_>>(),
            [("B", "has member", "A")]
        );
    }

    proptest! {
        #[test]
        fn a_path_is_as_long_from_both_ends_and_no_longer_than_by_any_neighbour(
            from in 0_u32..100, to in 0_u32..100
        ) {
            let net = tangle(100, 120);
            let walks = Walks::new(&net);
            let price = |from, to| {
                let path = walks.path(from, to, TieSet::ALL)?;
                Some(path.iter().map(|hop| cost(hop.tie)).sum::<u32>())
            };
            prop_assert_eq!(price(from, to), price(to, from));
            for hop in walks.from(from) {
                let by = price(hop.to, to).map(|price| price + cost(hop.tie));
                prop_assert!(by.is_none_or(|by| price(from, to).is_some_and(|own| own <= by)));
            }
            let path = walks.path(from, to, TieSet::ALL).unwrap_or_default();
            let mut here = from;
            for hop in path {
                let (from, to) = if hop.way == Way::Along { (here, hop.to) } else { (hop.to, here) };
                prop_assert!(net.edges.iter().any(|e| (e.from, e.to, e.tie) == (from, to, hop.tie)));
                here = hop.to;
            }
        }
    }
}
