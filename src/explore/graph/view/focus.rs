//! From node to node by arrow keys.

use crate::explore::graph::view::Spot;
use crate::explore::graph::{Net, Node};

/// An arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// How much farther a node counts by what it lies aside. At 0 the key would jump to the picture's edge, with much more
/// it would pass by near nodes.
const ASIDE: f64 = 2.0;

/// The next node from `from` in a direction, among those that are shown: first those within the quarter that the arrow
/// points into, then any on its side; near ones that lie little aside first.
pub fn next(
    net: &Net,
    from: u32,
    direction: Direction,
    shown: impl Fn(u32) -> bool,
) -> Option<u32> {
    let start = Spot::of(net.node(from)?);
    let nodes = (0..)
        .zip(&net.nodes)
        .filter(|(at, _)| *at != from && shown(*at));
    let ranked = nodes.filter_map(|(at, node)| {
        let (along, aside) = split(start, node, direction);
        let is_outside = aside > along;
        (along > 0.0).then_some((is_outside, along + ASIDE * aside, at))
    });
    let best = ranked.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    best.map(|(_, _, at)| at)
}

/// The node to begin with: the best linked that is shown.
pub fn first(net: &Net, shown: impl Fn(u32) -> bool) -> Option<u32> {
    let nodes = (0..).zip(&net.nodes).filter(|(at, _)| shown(*at));
    let best = nodes.max_by_key(|(at, node)| (node.degree, std::cmp::Reverse(*at)));
    best.map(|(at, _)| at)
}

/// How far a node lies in a direction, and how far aside of it.
fn split(start: Spot, node: &Node, direction: Direction) -> (f64, f64) {
    let end = Spot::of(node);
    let (x, y) = (end.x - start.x, end.y - start.y);
    match direction {
        Direction::Left => (-x, y.abs()),
        Direction::Right => (x, y.abs()),
        Direction::Up => (-y, x.abs()),
        Direction::Down => (y, x.abs()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{Direction, first, next, split};
    use crate::explore::graph::sample::{net, tangle};
    use crate::explore::graph::view::Spot;

    /// Nodes `a` to `d` at these places, from `a`.
    fn check(places: [(i16, i16); 3], direction: Direction, expect: Option<u32>) {
        let mut net = net("a; b; c; d");
        for (node, (x, y)) in net.nodes[1..].iter_mut().zip(places) {
            (node.x, node.y) = (x, y);
        }
        let found = next(&net, 0, direction, |_| true);
        assert_eq!(found, expect, "{places:?} {direction:?}");
    }

    #[test]
    fn an_arrow_leads_to_the_near_node_ahead() {
        let places = [(50, 10), (20, 40), (-10, -90)];
        check(places, Direction::Right, Some(1));
        check(places, Direction::Down, Some(2));
        check(places, Direction::Up, Some(3));
        // Aside, but the only one on that side.
        check(places, Direction::Left, Some(3));
        check([(0, 9), (0, 18), (0, 27)], Direction::Left, None);
    }

    #[test]
    fn one_begins_with_the_best_linked() {
        let net = net("a uses b; c uses b");
        assert_eq!(first(&net, |_| true), Some(1));
        assert_eq!(first(&net, |node| node != 1), Some(0));
        assert_eq!(first(&net, |_| false), None);
    }

    proptest! {
        #[test]
        fn the_next_lies_ahead(from in 0_u32..200) {
            let net = tangle(200, 100);
            for direction in [Direction::Left, Direction::Right, Direction::Up, Direction::Down] {
                let start = Spot::of(&net.nodes[from as usize]);
                let ahead = |at: u32| split(start, &net.nodes[at as usize], direction).0 > 0.0;
                let found = next(&net, from, direction, |_| true);
                prop_assert!(found.map_or_else(|| !(0..200).any(ahead), ahead));
            }
        }
    }
}
