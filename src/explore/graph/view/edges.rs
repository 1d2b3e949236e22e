//! Which edges are drawn at a scale: all of them where they can be told apart, the most telling where not.

use crate::explore::graph::tie::Strength;
use crate::explore::graph::view::camera::Camera;
use crate::explore::graph::view::{Bounds, Spot};
use crate::explore::graph::{Edge, Net};

/// How many edges are drawn where all of the net is seen: more are a grey cloud, and a canvas without help from the
/// machine paints about so many in a frame. Four times as many at twice the scale, and so on.
const AT_FIRST: f64 = 2_500.0;

/// The edges that are shown, the most telling first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    edges: Vec<Edge>,
}

impl Drawn {
    /// The edges that `shown` lets through, one for each pair of nodes: the strongest.
    ///
    /// First a tree that holds together what is connected, so that no node looks lonely that is not; then by strength,
    /// short ones first, which show groups where long ones cover them.
    pub fn new(net: &Net, shown: impl Fn(&Edge) -> bool) -> Drawn {
        let edges = net.edges.iter().copied().filter(|edge| shown(edge));
        let mut ranked: Vec<Ranked> = edges.map(|edge| rank(net, edge)).collect();
        ranked.sort_unstable_by_key(|ranked| (ranked.pair, ranked.weakness, ranked.edge.tie));
        ranked.dedup_by_key(|ranked| ranked.pair);
        ranked.sort_unstable_by_key(|ranked| (ranked.weakness, ranked.length, ranked.edge));
        let ranked: Vec<Edge> = ranked.into_iter().map(|ranked| ranked.edge).collect();
        Drawn {
            edges: tree_first(net.nodes.len(), ranked),
        }
    }

    /// The edges to draw, the most telling first: those that cross the screen, as many as this scale allows.
    /// `all` is the whole net; moving the picture changes no edge, coming closer only adds some.
    pub fn seen<'a>(
        &'a self,
        net: &'a Net,
        camera: &Camera,
        all: &Bounds,
    ) -> impl Iterator<Item = Edge> + use<'a> {
        let seen = camera.seen();
        let allowed = &self.edges[..self.allowed(camera, all)];
        let is_seen = move |edge: &Edge| {
            let ends = net.node(edge.from).zip(net.node(edge.to));
            ends.is_some_and(|(from, to)| crosses(Spot::of(from), Spot::of(to), &seen))
        };
        allowed.iter().copied().filter(is_seen)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast from float saturates"
    )]
    fn allowed(&self, camera: &Camera, all: &Bounds) -> usize {
        let closer = (camera.scale / Camera::fit(all, camera.size).scale).max(1.0);
        let allowed = (AT_FIRST * closer * closer) as usize;
        allowed.min(self.edges.len())
    }
}

struct Ranked {
    edge: Edge,
    pair: (u32, u32),
    weakness: u8,
    /// The square of its length.
    length: i64,
}

fn rank(net: &Net, edge: Edge) -> Ranked {
    let ends = net.node(edge.from).zip(net.node(edge.to));
    let length = ends.map_or(0, |(from, to)| {
        let x = i64::from(from.x) - i64::from(to.x);
        let y = i64::from(from.y) - i64::from(to.y);
        x * x + y * y
    });
    Ranked {
        edge,
        pair: (edge.from.min(edge.to), edge.from.max(edge.to)),
        weakness: match edge.tie.strength() {
            Strength::Typed => 0,
            Strength::Link => 1,
            Strength::Related => 2,
        },
        length,
    }
}

/// The edges that connect what the edges before them did not (Kruskal 1956), then all others; each in the order given.
fn tree_first(nodes: usize, edges: Vec<Edge>) -> Vec<Edge> {
    let mut roots: Vec<usize> = (0..nodes).collect();
    let (mut tree, others): (Vec<Edge>, Vec<Edge>) = edges.into_iter().partition(|edge| {
        let from = root(&mut roots, edge.from as usize);
        let to = root(&mut roots, edge.to as usize);
        roots[from] = to;
        from != to
    });
    tree.extend(others);
    tree
}

fn root(roots: &mut [usize], mut at: usize) -> usize {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

/// Whether the line from `a` to `b` has a point in `bounds`.
fn crosses(a: Spot, b: Spot, bounds: &Bounds) -> bool {
    let around = Bounds {
        least: Spot {
            x: a.x.min(b.x),
            y: a.y.min(b.y),
        },
        most: Spot {
            x: a.x.max(b.x),
            y: a.y.max(b.y),
        },
    };
    // Above nought on one side of the line, below it on the other.
    let side = |x: f64, y: f64| (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    let Bounds { least, most } = *bounds;
    let sides = [
        side(least.x, least.y),
        side(least.x, most.y),
        side(most.x, least.y),
        side(most.x, most.y),
    ];
    let is_aside = sides.iter().all(|s| *s > 0.0) || sides.iter().all(|s| *s < 0.0);
    around.meets(bounds) && !is_aside
}

#[cfg(test)]
mod tests {
    use super::{Drawn, crosses};
    use crate::explore::graph::layout::lay_out;
    use crate::explore::graph::sample::{large, net};
    use crate::explore::graph::tie::TieSet;
    use crate::explore::graph::view::camera::Camera;
    use crate::explore::graph::view::{Bounds, Spot};

    fn check(text: &str, expect: &str) {
        let net = lay_out(net(text));
        let drawn = Drawn::new(&net, |_| true);
        let words = drawn.edges.iter().map(|edge| {
            let title = |node: u32| &*net.nodes[node as usize].title;
            [title(edge.from), edge.tie.name(), title(edge.to)].join(" ")
        });
        assert_eq!(words.collect::<Vec<_>>().join("; "), expect);
    }

    #[test]
    fn what_holds_together_comes_first_then_the_strongest() {
        check(
            "a uses b; a link b; b link a; a related c; b uses d; a uses d",
            "A uses B; B uses D; A related C; A uses D",
        );
    }

    #[test]
    fn far_out_the_most_telling_are_drawn_and_close_in_all_that_is_seen() {
        let net = large();
        let all = Bounds::of_all(&net).expect("nodes");
        let size = Spot {
            x: 1_440.0,
            y: 900.0,
        };
        let far = Camera::fit(&all, size);
        let drawn = Drawn::new(&net, |_| true);
        assert_eq!(drawn.seen(&net, &far, &all).count(), 2_500);
        let middle = Spot { x: 720.0, y: 450.0 };
        let close = far.zoomed(8.0, middle, &all);
        let seen = drawn.seen(&net, &close, &all).count();
        assert!((100..4_000).contains(&seen), "{seen}");
    }

    #[test]
    fn a_line_is_seen_where_it_crosses_the_screen() {
        let bounds = Bounds {
            least: Spot::default(),
            most: Spot { x: 10.0, y: 10.0 },
        };
        let check = |a: (f64, f64), b: (f64, f64), expect| {
            let spot = |(x, y)| Spot { x, y };
            assert_eq!(crosses(spot(a), spot(b), &bounds), expect, "{a:?} {b:?}");
        };
        check((1.0, 1.0), (2.0, 2.0), true);
        check((-5.0, 5.0), (15.0, 5.0), true);
        check((-5.0, 3.0), (3.0, -5.0), false);
        check((-5.0, 9.0), (9.0, -5.0), true);
        check((20.0, 1.0), (30.0, 2.0), false);
    }

    #[test]
    fn ties_that_are_switched_off_are_not_drawn() {
        let net = net("a uses b; a link b; b link c");
        let count = |ties: TieSet| Drawn::new(&net, |edge| ties.has(edge.tie)).edges.len();
        let tie = net.edges[0].tie;
        assert_eq!(count(TieSet::ALL), 2);
        assert_eq!(count(TieSet::ALL.without(tie)), 2);
        assert_eq!(count(TieSet::NONE.with(tie)), 1);
    }
}
