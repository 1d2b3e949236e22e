//! The surroundings of one node as a small picture that needs no script, and as sentences.
//!
//! The node stands in the middle, what it is tied to around it, and in the larger picture what those are tied to around
//! them, each next to the one it is tied to.

use crate::explore::graph::Net;
use crate::explore::graph::tie::{Strength, Tie, TieSet, Way};
use crate::explore::graph::walk::{Hop, Walks};

/// The most nodes of a picture: more do not stand apart in a box that fits beside an article.
pub const MOST: usize = 40;
/// With a second ring the first one has room for so many, or the second would have none.
const MOST_INSIDE: usize = 14;
/// Half the width and half the height of the box, in CSS pixels: an article's width on a phone, less room for names.
pub const HALF: (f64, f64) = (200.0, 150.0);
/// The first ring's share of the box where there is a second one.
const INSIDE: f64 = 0.55;
/// A node without followers has the room of so many followers: the first ring is shorter than the second.
const LEAST_ROOM: f64 = 1.5;

/// How far the picture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What the node is tied to.
    One,
    /// And what those are tied to.
    Two,
}

/// The picture of a node's surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// The nodes: the one in the middle first, then ring by ring, around from the top. At most [`MOST`].
    pub dots: Vec<Dot>,
    /// The ties between them, one for each pair: the strongest.
    pub threads: Vec<Thread>,
    /// The picture in words, without repeats: what the middle is tied to, then what those are tied to.
    pub lines: Vec<Line>,
    /// How many nodes within reach had no room.
    pub left_out: u32,
    /// How far it goes.
    pub reach: Reach,
}

/// A node in the picture. Its title, shape and approach are those of [`Net::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Its number in the net.
    pub node: u32,
    /// Pixels rightwards from the middle.
    pub x: i16,
    /// Pixels downwards from the middle.
    pub y: i16,
    /// How many steps it is from the middle.
    pub ring: u8,
    /// The index of the dot one ring farther in that it stands next to; its own, 0, in the middle.
    pub beside: usize,
    /// On which side of it its name has room.
    pub side: Side,
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Left of its node: it ends there.
    Left,
    /// Above or below its node: its middle is there.
    Middle,
    /// Right of its node: it begins there.
    Right,
}

/// A tie in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thread {
    /// The index of the dot it is stored on.
    pub from: usize,
    /// The index of the dot it leads to.
    pub to: usize,
    /// What it is.
    pub tie: Tie,
    /// Whether it ties others than a dot and the one that it stands next to: to be drawn pale.
    pub is_across: bool,
}

/// What one node says of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The node, by its number in the net.
    pub from: u32,
    /// What it says: `member of`, `linked from`.
    pub label: &'static str,
    /// Of whom.
    pub to: Vec<u32>,
}

impl Line {
    /// The line as a sentence: `Cooperation Jackson — member of: A, B.`
    pub fn in_words(&self, net: &Net) -> String {
        let title = |node: u32| net.node(node).map_or("", |node| &*node.title);
        let others: Vec<&str> = self.to.iter().map(|node| title(*node)).collect();
        format!(
            "{} — {}: {}.",
            title(self.from),
            self.label,
            others.join(", ")
        )
    }
}

impl Local {
    /// The surroundings of a node. It is alone in the picture where nothing is tied to it.
    pub fn of(net: &Net, walks: &Walks, node: u32, reach: Reach) -> Local {
        let first = first_ring(net, walks, node, reach);
        let second = match reach {
            Reach::One => Vec::new(),
            Reach::Two => second_ring(net, walks, node, &first),
        };
        let dots = place(node, &first, &second, reach);
        let steps = if reach == Reach::One { 1 } else { 2 };
        let all = walks.near(node, steps, TieSet::ALL).len();
        Local {
            threads: threads(walks, &dots),
            lines: lines(net, walks, &dots),
            left_out: u32::try_from(all.saturating_sub(dots.len())).unwrap_or(u32::MAX),
            dots,
            reach,
        }
    }

    /// What had no room, in words; empty where all had.
    pub fn left_out_in_words(&self) -> String {
        let within = match self.reach {
            Reach::One => "one step",
            Reach::Two => "two steps",
        };
        match self.left_out {
            0 => String::new(),
            1 => format!("1 more within {within} is not shown."),
            more => format!("{more} more within {within} are not shown."),
        }
    }
}

/// The strongest tie to each neighbour, sorted by neighbour.
fn neighbours(walks: &Walks, node: u32) -> Vec<Hop> {
    let mut hops = walks.from(node).to_vec();
    hops.sort_by_key(|hop| (hop.to, weakness(hop.tie), hop.tie, hop.way));
    hops.dedup_by_key(|hop| hop.to);
    hops
}

fn weakness(tie: Tie) -> u8 {
    match tie.strength() {
        Strength::Typed => 0,
        Strength::Link => 1,
        Strength::Related => 2,
    }
}

/// The neighbours that have room: the strongest tied, then the best linked; around the middle by what ties them.
fn first_ring(net: &Net, walks: &Walks, node: u32, reach: Reach) -> Vec<u32> {
    let room = match reach {
        Reach::One => MOST - 1,
        Reach::Two => MOST_INSIDE,
    };
    let mut hops = neighbours(walks, node);
    let degree = |node: u32| net.node(node).map_or(0, |node| node.degree);
    hops.sort_by_key(|hop| (weakness(hop.tie), std::cmp::Reverse(degree(hop.to)), hop.to));
    hops.truncate(room);
    hops.sort_by_key(|hop| (hop.tie, hop.way, hop.to));
    hops.into_iter().map(|hop| hop.to).collect()
}

/// A node of the second ring, and the index in the first of the one it stands next to.
type Follower = (usize, u32);

/// The neighbours' neighbours that have room: first those tied to most of the first ring. Sorted by where they stand.
fn second_ring(net: &Net, walks: &Walks, node: u32, first: &[u32]) -> Vec<Follower> {
    let mut direct = neighbours(walks, node);
    direct.sort_by_key(|hop| hop.to);
    let is_near =
        |other: u32| other == node || direct.binary_search_by_key(&other, |hop| hop.to).is_ok();
    let mut ties: Vec<(u32, u8, usize)> = Vec::new();
    for (at, inner) in first.iter().enumerate() {
        let hops = neighbours(walks, *inner).into_iter();
        ties.extend(
            hops.filter(|hop| !is_near(hop.to))
                .map(|hop| (hop.to, weakness(hop.tie), at)),
        );
    }
    ties.sort_unstable();
    let mut found: Vec<(usize, u8, u32, usize)> = ties
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|ties| {
            ties.first()
                .map(|(to, weak, at)| (ties.len(), *weak, *to, *at))
        })
        .collect();
    let degree = |node: u32| net.node(node).map_or(0, |node| node.degree);
    found.sort_by_key(|(count, weak, to, _)| {
        let by_degree = std::cmp::Reverse(degree(*to));
        (std::cmp::Reverse(*count), *weak, by_degree, *to)
    });
    found.truncate(MOST - 1 - first.len());
    let mut followers: Vec<Follower> = found.into_iter().map(|(_, _, to, at)| (at, to)).collect();
    followers.sort_unstable();
    followers
}

/// All dots. Each of the first ring has as much of the circle as its followers need, and stands in their middle.
fn place(node: u32, first: &[u32], second: &[Follower], reach: Reach) -> Vec<Dot> {
    let followers = |at: usize| second.iter().filter(move |(parent, _)| *parent == at);
    let room = |at: usize| followers(at).map(|_| 1.0).sum::<f64>().max(LEAST_ROOM);
    let whole: f64 = (0..first.len()).map(room).sum();
    let share = if reach == Reach::One { 1.0 } else { INSIDE };
    let mut inner = vec![dot(node, 0, 0.0, (0, 0.0))];
    let mut outer = Vec::with_capacity(second.len());
    let mut before = 0.0;
    for (at, node) in first.iter().enumerate() {
        let room = room(at);
        inner.push(dot(*node, 0, (before + room / 2.0) / whole, (1, share)));
        let count = followers(at).map(|_| 1.0).sum::<f64>();
        let mut seat = before + room / 2.0 - count / 2.0 + 0.5;
        for (_, follower) in followers(at) {
            outer.push(dot(*follower, at + 1, seat / whole, (2, 1.0)));
            seat += 1.0;
        }
        before += room;
    }
    inner.extend(outer);
    inner
}

/// A dot at a turn around the middle, clockwise from the top, on a ring at a share of the way to the edge of the box.
fn dot(node: u32, beside: usize, turn: f64, (ring, share): (u8, f64)) -> Dot {
    let (sin, cos) = sin_cos(turn);
    let (x, y) = (sin * share * HALF.0, -cos * share * HALF.1);
    // Near the top and the bottom neighbours stand side by side.
    let side = match sin * share {
        left if left < -0.2 => Side::Left,
        right if right > 0.2 => Side::Right,
        _top_or_bottom => Side::Middle,
    };
    Dot {
        node,
        x: whole(x),
        y: whole(y),
        ring,
        beside,
        side,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the box is small")]
fn whole(x: f64) -> i16 {
    x.round() as i16
}

/// Sine and cosine of a turn between 0 and 1, by their series, good to eight digits: those of the machine differ from
/// one to another in the last bits.
fn sin_cos(turn: f64) -> (f64, f64) {
    let x = (turn - (turn + 0.5).floor()) * std::f64::consts::TAU;
    let (mut sin, mut cos) = (1.0, 1.0);
    for term in (1..=12).rev() {
        let n = 2.0 * f64::from(term);
        sin = 1.0 - x * x / (n * (n + 1.0)) * sin;
        cos = 1.0 - x * x / (n * (n - 1.0)) * cos;
    }
    (x * sin, cos)
}

/// One tie for each pair of dots.
fn threads(walks: &Walks, dots: &[Dot]) -> Vec<Thread> {
    let mut threads = Vec::new();
    for (at, dot) in dots.iter().enumerate() {
        for hop in neighbours(walks, dot.node) {
            let other = dots.iter().position(|other| other.node == hop.to);
            let Some(other) = other.filter(|other| *other > at) else {
                continue;
            };
            let (from, to) = match hop.way {
                Way::Along => (at, other),
                Way::Against => (other, at),
            };
            threads.push(Thread {
                from,
                to,
                tie: hop.tie,
                is_across: dots[other].beside != at,
            });
        }
    }
    threads
}

/// What each dot says of those one ring farther out.
fn lines(net: &Net, walks: &Walks, dots: &[Dot]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for dot in dots {
        let is_outer = |hop: &&Hop| {
            let mut outer = dots.iter().filter(|other| other.ring == dot.ring + 1);
            outer.any(|other| other.node == hop.to)
        };
        let mut hops: Vec<&Hop> = walks.from(dot.node).iter().filter(is_outer).collect();
        let title = |node: u32| net.node(node).map(|node| &node.title);
        hops.sort_by_key(|hop| (hop.tie, hop.way, title(hop.to), hop.to));
        for hops in hops.chunk_by(|a, b| a.tie.label(a.way) == b.tie.label(b.way)) {
            let mut to: Vec<u32> = hops.iter().map(|hop| hop.to).collect();
            to.dedup();
            lines.extend(hops.first().map(|hop| Line {
                from: dot.node,
                label: hop.tie.label(hop.way),
                to,
            }));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{HALF, Local, MOST, Reach, Side, sin_cos};
    use crate::explore::graph::Net;
    use crate::explore::graph::sample::{net, tangle};
    use crate::explore::graph::walk::Walks;

    fn local(net: &Net, node: u32, reach: Reach) -> Local {
        Local::of(net, &Walks::new(net), node, reach)
    }

    /// The picture around `a` in words.
    fn check(text: &str, reach: Reach, expect: &[&str]) {
        let net = net(text);
        let lines = local(&net, 0, reach).lines;
        let words: Vec<String> = lines.iter().map(|line| line.in_words(&net)).collect();
        assert_eq!(words, expect, "{text}");
    }

    #[test]
    fn the_picture_is_said_in_words() {
        let text = "a member-of b; c member-of a; d member-of a; a link d; d uses e; b uses d";
        check(
            text,
            Reach::One,
            &[
                "A — member of: B.",
                "A — has member: C, D.",
                "A — links to: D.",
            ],
        );
        check(
            text,
            Reach::Two,
            &[
                "A — member of: B.",
                "A — has member: C, D.",
                "A — links to: D.",
                "D — uses: E.",
            ],
        );
        check(
            "a allied-with b; c allied-with a",
            Reach::One,
            &["A — allied with: B, C."],
        );
        check("a; b", Reach::Two, &[]);
    }

    #[test]
    fn neighbours_stand_around_the_middle_from_the_top() {
        let net = net("a uses b; a uses c; a uses d; a uses e");
        let dots = local(&net, 0, Reach::One).dots;
        let places: Vec<_> = dots.iter().map(|dot| (dot.x, dot.y, dot.side)).collect();
        let expect = [
            (0, 0, Side::Middle),
            (141, -106, Side::Right),
            (141, 106, Side::Right),
            (-141, 106, Side::Left),
            (-141, -106, Side::Left),
        ];
        assert_eq!(places, expect);
    }

    #[test]
    fn one_thread_ties_each_pair_and_threads_of_a_ring_are_told_apart() {
        let net = net("a link b; b uses a; b uses c; a uses c");
        let threads = local(&net, 0, Reach::One).threads;
        let words: Vec<String> = threads
            .iter()
            .map(|t| format!("{} {} {} {}", t.from, t.tie.name(), t.to, t.is_across))
            .collect();
        // B stands after C: `used by` comes after `uses`.
        assert_eq!(words, ["2 uses 0 false", "0 uses 1 false", "2 uses 1 true"]);
    }

    #[test]
    fn a_thread_to_another_than_the_one_beside_is_across() {
        let net = net("a uses b; a uses c; b uses d; c uses d");
        let local = local(&net, 0, Reach::Two);
        assert_eq!(
            local.dots.iter().map(|dot| dot.beside).collect::<Vec<_>>(),
            [0, 0, 0, 1]
        );
        let across: Vec<bool> = local
            .threads
            .iter()
            .map(|thread| thread.is_across)
            .collect();
        assert_eq!(across, [false, false, false, true]);
    }

    #[test]
    fn the_strongest_have_room_and_the_rest_is_counted() {
        let leaves: Vec<String> = (10..60)
            .map(|leaf| format!("hub link leaf-{leaf}"))
            .collect();
        let net = net(&format!("{}; hub uses tool", leaves.join("; ")));
        let hub = net.find("hub/").expect("the hub");
        let tool = net.find("tool/").expect("the tool");
        for (reach, left_out) in [(Reach::One, 12), (Reach::Two, 37)] {
            let local = local(&net, hub, reach);
            assert!(local.dots.iter().any(|dot| dot.node == tool));
            assert_eq!(local.left_out, left_out);
        }
        let words = local(&net, hub, Reach::One).left_out_in_words();
        assert_eq!(words, "12 more within one step are not shown.");
        assert_eq!(local(&net, tool, Reach::One).left_out_in_words(), "");
    }

    #[test]
    fn dots_stand_apart_and_inside_the_box() {
        let net = tangle(300, 1_500);
        for node in 0..300 {
            for reach in [Reach::One, Reach::Two] {
                let dots = local(&net, node, reach).dots;
                assert!(dots.len() <= MOST);
                for (at, a) in dots.iter().enumerate() {
                    let inside = f64::from(a.x).abs() <= HALF.0 && f64::from(a.y).abs() <= HALF.1;
                    assert!(inside, "{a:?}");
                    for b in &dots[..at] {
                        let (x, y) = (f64::from(a.x - b.x), f64::from(a.y - b.y));
                        assert!(x * x + y * y >= 16.0 * 16.0, "{a:?} {b:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_circle_is_round() {
        for step in 0..=100 {
            let turn = f64::from(step) / 100.0;
            let (sin, cos) = (turn * std::f64::consts::TAU).sin_cos();
            let (own_sin, own_cos) = sin_cos(turn);
            assert!(
                (own_sin - sin).abs() < 1e-8 && (own_cos - cos).abs() < 1e-8,
                "{turn}"
            );
        }
    }
}
