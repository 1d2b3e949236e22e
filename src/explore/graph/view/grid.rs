//! Which node is under the pointer.

use crate::explore::graph::view::Spot;
use crate::explore::graph::{Net, Node};

/// The side of a cell, in units. At the usual scales a finger covers one to four.
const CELL: i32 = 64;

/// The nodes of a net by the cells they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Row and column of a cell, and a node in it; sorted.
    nodes: Vec<(i32, i32, u32)>,
    /// No node reaches farther than this, in units.
    widest: i32,
}

impl Grid {
    /// The grid of a net.
    pub fn new(net: &Net) -> Grid {
        let cell = |x: i16| i32::from(x).div_euclid(CELL);
        let nodes = (0..).zip(&net.nodes);
        let mut nodes: Vec<_> = nodes
            .map(|(at, node)| (cell(node.y), cell(node.x), at))
            .collect();
        nodes.sort_unstable();
        let widest = net.nodes.iter().map(Node::radius);
        Grid {
            nodes,
            widest: whole(widest.fold(0.0, f64::max).ceil()),
        }
    }

    /// The node whose disc is nearest to a spot of the net, at most `reach` units away, among those that are shown.
    pub fn nearest(
        &self,
        net: &Net,
        spot: Spot,
        reach: f64,
        shown: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let away = |at: u32| {
            let node = net.node(at)?;
            let (x, y) = (spot.x - f64::from(node.x), spot.y - f64::from(node.y));
            Some((x * x + y * y).sqrt() - node.radius())
        };
        let mut best = None;
        for at in self.around(spot, reach).filter(|at| shown(*at)) {
            let Some(away) = away(at).filter(|away| *away <= reach) else {
                continue;
            };
            if best.is_none_or(|(least, _)| away < least) {
                best = Some((away, at));
            }
        }
        best.map(|(_, at)| at)
    }

    /// The nodes of all cells from which a disc may reach so near to a spot.
    fn around(&self, spot: Spot, reach: f64) -> impl Iterator<Item = u32> {
        let reach = whole(reach).saturating_add(self.widest).saturating_add(1);
        let cells = |x: f64| {
            let (least, most) = (
                whole(x).saturating_sub(reach),
                whole(x).saturating_add(reach),
            );
            (least.div_euclid(CELL), most.div_euclid(CELL))
        };
        let (top, bottom) = cells(spot.y);
        let (left, right) = cells(spot.x);
        let begin = self.nodes.partition_point(|(row, _, _)| *row < top);
        let rows = self.nodes[begin..].iter();
        rows.take_while(move |(row, _, _)| *row <= bottom)
            .filter(move |(_, column, _)| (left..=right).contains(column))
            .map(|(_, _, at)| *at)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates, and a net is smaller"
)]
fn whole(x: f64) -> i32 {
    x as i32
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::Grid;
    use crate::explore::graph::sample::{net, tangle};
    use crate::explore::graph::view::Spot;

    /// `a` stands at 0, `b` 100 units to the right.
    fn check(x: f64, reach: f64, expect: Option<u32>) {
        let mut net = net("a; b");
        net.nodes[1].x = 100;
        let found = Grid::new(&net).nearest(&net, Spot { x, y: 0.0 }, reach, |_| true);
        assert_eq!(found, expect, "{x} {reach}");
    }

    #[test]
    fn the_nearest_within_reach_is_found() {
        check(5.0, 0.0, Some(0));
        check(10.0, 0.0, None);
        check(10.0, 5.0, Some(0));
        check(60.0, 1e9, Some(1));
        check(f64::NAN, 9.0, None);
        check(-1e300, 9.0, None);
    }

    proptest! {
        #[test]
        fn the_grid_finds_what_asking_all_finds(x in -2e3..2e3, y in -2e3..2e3, reach in 0.0..200.0) {
            let net = tangle(300, 300);
            let spot = Spot { x, y };
            let away = |at: u32| {
                let node = &net.nodes[at as usize];
                let (x, y) = (x - f64::from(node.x), y - f64::from(node.y));
                (x * x + y * y).sqrt() - node.radius()
            };
            let shown = |at: u32| !at.is_multiple_of(3);
            let all = (0..300).filter(|at| shown(*at) && away(*at) <= reach);
            let least = all.map(away).fold(f64::INFINITY, f64::min);
            let found = Grid::new(&net).nearest(&net, spot, reach, shown);
            let found = found.map_or(f64::INFINITY, away);
            prop_assert!(found.total_cmp(&least).is_eq());
        }
    }
}
