//! The surroundings of a node, one and two steps away, as columns of rows and as sentences: a picture that needs no script.
//!
//! The node stands first, what it is tied to in a column beside it, what those are tied to in a column beside them, each
//! next to the one it is tied to. So every name has a row of its own, which it would not have around a circle.
//! [`Surroundings`] are made once for a net, then asked for each page.

use std::cmp::Reverse;

use crate::explore::graph::Net;
use crate::explore::graph::tie::{Strength, Tie, Way};
use crate::explore::graph::walk::{Hop, Walks};

/// The most rows: so many are seen at once on a small screen. More would be a list, and there is one.
pub const MOST_ROWS: usize = 18;
/// The most nodes one step away where something is two steps away, for which half of the rows is left.
const MOST_INSIDE: usize = 12;
/// Of those two steps away so many are thought of: enough that nearly always each row finds one.
const THOUGHT_OF: usize = 2 * MOST_ROWS;

/// What each node of a net is tied to, by its strongest tie.
#[derive(Debug)]
pub struct Surroundings {
    /// How many pages each node is tied to.
    degrees: Vec<u32>,
    /// Where the hops of each node begin in `hops`, and where the last ones end.
    begins: Vec<usize>,
    /// Sorted by where they lead, which is never twice the same.
    hops: Vec<Hop>,
}

/// The picture of a node's surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Local {
    /// The nodes: the one in the middle, then the first column from the top, then the second.
    pub dots: Vec<Dot>,
    /// The strongest ties between each of them and those one column further out: by where they begin, then by type.
    /// Across there are only typed ones: all others would cover them.
    pub threads: Vec<Thread>,
    /// How many rows there are, at most [`MOST_ROWS`].
    pub rows: usize,
    /// How many nodes within two steps had no room.
    pub left_out: usize,
}

/// A node in the picture. Its title, shape and approach are those of [`Net::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Its number in the net.
    pub node: u32,
    /// How many steps it is from the middle: its column.
    pub steps: u8,
    /// How many half rows its middle is below the upper edge of the first row.
    pub half_rows: usize,
}

/// A tie in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thread {
    /// The index of the dot nearer to the middle.
    pub near: usize,
    /// What it is.
    pub tie: Tie,
    /// In which direction it is walked from the nearer dot.
    pub way: Way,
    /// The index of the dot one column further out.
    pub far: usize,
    /// Whether the farther dot stands next to another one: to be drawn pale.
    pub is_across: bool,
}

/// What one node says of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The index of the dot that says it.
    pub from: usize,
    /// What it says: `member of`, `linked from`.
    pub label: &'static str,
    /// Of whom: indices of dots.
    pub to: Vec<usize>,
}

impl Thread {
    /// What the nearer node says of the farther one: `member of`, `linked from`.
    pub fn label(&self) -> &'static str {
        self.tie.label(self.way)
    }
}

impl Local {
    /// The picture in words: what the middle is tied to, then what each of those is tied to.
    pub fn lines(&self) -> Vec<Line> {
        let alike = |a: &Thread, b: &Thread| a.near == b.near && a.label() == b.label();
        let lines = self.threads.chunk_by(alike).filter_map(|threads| {
            let first = threads.first()?;
            Some(Line {
                from: first.near,
                label: first.label(),
                to: threads.iter().map(|thread| thread.far).collect(),
            })
        });
        lines.collect()
    }

    /// How many nodes are so many steps away.
    pub fn count(&self, steps: u8) -> usize {
        self.dots.iter().filter(|dot| dot.steps == steps).count()
    }
}

impl Surroundings {
    /// The surroundings of all nodes.
    pub fn new(net: &Net) -> Surroundings {
        let walks = Walks::new(net);
        let mut begins = vec![0];
        let mut hops = Vec::with_capacity(net.edges.len() * 2);
        for node in (0..).take(net.nodes.len()) {
            let to_each = walks.from(node).chunk_by(|a, b| a.to == b.to);
            let weak = |hop: &&Hop| (Reverse(hop.tie.strength()), hop.tie, hop.way);
            hops.extend(to_each.filter_map(|hops| hops.iter().min_by_key(weak).copied()));
            begins.push(hops.len());
        }
        Surroundings {
            degrees: net.nodes.iter().map(|node| node.degree).collect(),
            begins,
            hops,
        }
    }

    /// The surroundings of a node; nothing where nothing is tied to it.
    pub fn of(&self, node: u32) -> Option<Local> {
        let direct = self.from(node);
        if direct.is_empty() {
            return None;
        }
        let mut is_near = vec![false; self.degrees.len()];
        is_near[node as usize] = true;
        for hop in direct {
            is_near[hop.to as usize] = true;
        }
        let beyond = self.count_beyond(direct, is_near.clone());
        let inner = self.inner(direct, if beyond == 0 { MOST_ROWS } else { MOST_INSIDE });
        let outer = self.outer(&inner, &is_near);
        Some(Local {
            left_out: direct.len() - inner.len() + beyond - outer.len(),
            ..self.drawn(node, &inner, &outer)
        })
    }

    /// The strongest tie to each neighbour.
    fn from(&self, node: u32) -> &[Hop] {
        let begin = self.begins.get(node as usize);
        let end = self.begins.get(node as usize + 1);
        let range = begin.zip(end).map(|(begin, end)| *begin..*end);
        range
            .and_then(|range| self.hops.get(range))
            .unwrap_or_default()
    }

    fn degree(&self, node: u32) -> u32 {
        self.degrees.get(node as usize).copied().unwrap_or_default()
    }

    /// How many nodes are two steps away.
    fn count_beyond(&self, direct: &[Hop], mut is_seen: Vec<bool>) -> usize {
        let hops = direct.iter().flat_map(|hop| self.from(hop.to));
        hops.filter(|hop| !std::mem::replace(&mut is_seen[hop.to as usize], true))
            .count()
    }

    /// The first column: the strongest tied, then the best linked; those that are tied alike together.
    fn inner(&self, direct: &[Hop], most: usize) -> Vec<Hop> {
        let mut hops = direct.to_vec();
        if most < hops.len() {
            hops.sort_by_cached_key(|hop| {
                let degree = self.degree(hop.to);
                (Reverse(hop.tie.strength()), Reverse(degree), hop.to)
            });
            hops.truncate(most);
        }
        hops.sort_by_key(|hop| (hop.tie, hop.way, hop.to));
        hops
    }

    /// The second column: those tied to most of the first, as many as have room, by where they stand.
    fn outer(&self, inner: &[Hop], is_near: &[bool]) -> Vec<Follower> {
        let mut followers = Vec::new();
        let mut taken = vec![0; inner.len()];
        let mut rows = inner.len();
        for node in self.drawn_to(inner, is_near) {
            if rows >= MOST_ROWS && !taken.contains(&0) {
                break;
            }
            let beside = self.beside(inner, node, &taken);
            if taken[beside] == 0 || rows < MOST_ROWS {
                rows += usize::from(taken[beside] > 0);
                taken[beside] += 1;
                followers.push(Follower { beside, node });
            }
        }
        followers.sort_unstable();
        followers
    }

    /// The nodes that the first column draws most: a typed tie draws twice as much as another.
    fn drawn_to(&self, inner: &[Hop], is_near: &[bool]) -> Vec<u32> {
        let mut pulls = vec![0_u8; is_near.len()];
        let mut found = Vec::new();
        for hop in inner.iter().flat_map(|hop| self.from(hop.to)) {
            let at = hop.to as usize;
            if !is_near[at] {
                if pulls[at] == 0 {
                    found.push(hop.to);
                }
                pulls[at] += 1 + u8::from(hop.tie.strength() == Strength::Typed);
            }
        }
        let key = |node: &u32| {
            let pull = pulls[*node as usize];
            (Reverse(pull), Reverse(self.degree(*node)), *node)
        };
        if found.len() > THOUGHT_OF {
            found.select_nth_unstable_by_key(THOUGHT_OF, key);
            found.truncate(THOUGHT_OF);
        }
        found.sort_unstable_by_key(key);
        found
    }

    /// The index of the one in the first column that a node of the second stands next to: the strongest tied, then the
    /// one with the fewest beside it.
    fn beside(&self, inner: &[Hop], node: u32, taken: &[usize]) -> usize {
        let ties = inner.iter().zip(taken).enumerate();
        let ties = ties.filter_map(|(at, (hop, taken))| {
            let tie = self.tie(hop.to, node)?;
            Some((Reverse(tie.tie.strength()), *taken, at))
        });
        ties.min().map_or(0, |(_, _, at)| at)
    }

    fn tie(&self, from: u32, to: u32) -> Option<&Hop> {
        let hops = self.from(from);
        let at = hops.binary_search_by_key(&to, |hop| hop.to).ok()?;
        hops.get(at)
    }

    fn drawn(&self, node: u32, inner: &[Hop], outer: &[Follower]) -> Local {
        let (dots, rows) = dots(node, inner, outer);
        let mut threads: Vec<Thread> = (1..)
            .zip(inner)
            .map(|(far, hop)| thread((0, far), *hop, false))
            .collect();
        for (far, follower) in (1 + inner.len()..).zip(outer) {
            threads.extend(inner.iter().enumerate().filter_map(|(at, hop)| {
                let tie = self.tie(hop.to, follower.node)?;
                let is_across = at != follower.beside;
                let is_drawn = !is_across || tie.tie.strength() == Strength::Typed;
                is_drawn.then(|| thread((1 + at, far), *tie, is_across))
            }));
        }
        threads.sort_unstable();
        Local {
            dots,
            threads,
            rows,
            left_out: 0,
        }
    }
}

/// A node of the second column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Follower {
    /// The index in the first column of the one it stands next to.
    beside: usize,
    node: u32,
}

fn thread((near, far): (usize, usize), hop: Hop, is_across: bool) -> Thread {
    Thread {
        near,
        tie: hop.tie,
        way: hop.way,
        far,
        is_across,
    }
}

/// All dots, and how many rows they take. Each of the first column has a row for each that stands next to it, and one
/// where none does; it stands in their middle.
fn dots(node: u32, inner: &[Hop], outer: &[Follower]) -> (Vec<Dot>, usize) {
    let mut first = Vec::with_capacity(1 + inner.len() + outer.len());
    let mut second = Vec::with_capacity(outer.len());
    let mut rows = 0;
    let mut rest = outer;
    for (at, hop) in inner.iter().enumerate() {
        let (followers, others) =
            rest.split_at(rest.partition_point(|follower| follower.beside == at));
        rest = others;
        let own = (0..).zip(followers).map(|(row, follower)| Dot {
            node: follower.node,
            steps: 2,
            half_rows: 2 * (rows + row) + 1,
        });
        second.extend(own);
        let height = followers.len().max(1);
        first.push(Dot {
            node: hop.to,
            steps: 1,
            half_rows: 2 * rows + height,
        });
        rows += height;
    }
    let middle = Dot {
        node,
        steps: 0,
        half_rows: rows,
    };
    first.insert(0, middle);
    first.extend(second);
    (first, rows)
}

#[cfg(test)]
mod tests {
    use super::{Local, MOST_ROWS, Surroundings};
    use crate::explore::graph::Net;
    use crate::explore::graph::sample::{net, tangle};

    fn title(net: &Net, local: &Local, dot: usize) -> String {
        net.nodes[local.dots[dot].node as usize].title.clone()
    }

    /// The picture around `a` in words.
    fn check(text: &str, expect: &[&str]) {
        let net = net(text);
        let local = Surroundings::new(&net).of(0).unwrap_or_default();
        let words = local.lines().into_iter().map(|line| {
            let others = line.to.iter().map(|dot| title(&net, &local, *dot));
            let others: Vec<String> = others.collect();
            let from = title(&net, &local, line.from);
            format!("{from} — {}: {}", line.label, others.join(", "))
        });
        assert_eq!(words.collect::<Vec<_>>(), expect, "{text}");
    }

    #[test]
    fn the_picture_is_said_in_words() {
        check(
            "a member-of b; c member-of a; d member-of a; d uses e; b uses d",
            &["A — member of: B", "A — has member: C, D", "D — uses: E"],
        );
        check(
            "a allied-with b; c allied-with a",
            &["A — allied with: B, C"],
        );
        check(
            "a uses b; a uses c; b uses d; d critiques c",
            &["A — uses: B, C", "B — uses: D", "C — critiqued by: D"],
        );
        check(
            "a uses b; a uses c; b uses d; d link c",
            &["A — uses: B, C", "B — uses: D"],
        );
        check("a; b", &[]);
    }

    #[test]
    fn of_two_ties_the_stronger_is_drawn() {
        check("a link b; b uses a", &["A — used by: B"]);
        check("a related b; b link a", &["A — linked from: B"]);
    }

    #[test]
    fn each_stands_in_the_middle_of_those_next_to_it() {
        let net = net("a uses b; a uses c; b uses d; b uses e; b uses f");
        let local = Surroundings::new(&net).of(0).expect("it is tied");
        let places: Vec<_> = local
            .dots
            .iter()
            .map(|dot| (dot.steps, dot.half_rows))
            .collect();
        let expect = [(0, 4), (1, 3), (1, 7), (2, 1), (2, 3), (2, 5)];
        assert_eq!(places, expect);
        assert_eq!(local.rows, 4);
    }

    #[test]
    fn a_thread_to_another_than_the_one_beside_is_across() {
        let net = net("a uses b; a uses c; b uses d; c uses d");
        let local = Surroundings::new(&net).of(0).expect("it is tied");
        let across: Vec<bool> = local.threads.iter().map(|t| t.is_across).collect();
        assert_eq!(across, [false, false, false, true]);
    }

    #[test]
    fn the_strongest_have_room_and_the_rest_is_counted() {
        let leaves: Vec<String> = (10..60)
            .map(|leaf| format!("hub link leaf-{leaf}"))
            .collect();
        let net = net(&format!("{}; hub uses tool", leaves.join("; ")));
        let tool = net.find("tool/").expect("the tool");
        let of = |address: &str| {
            let node = net.find(address).expect(address);
            Surroundings::new(&net).of(node).expect("it is tied")
        };
        let hub = of("hub/");
        assert!(hub.dots.iter().any(|dot| dot.node == tool));
        assert_eq!((hub.rows, hub.left_out), (MOST_ROWS, 51 - MOST_ROWS));
        let tool = of("tool/");
        assert_eq!((tool.count(1), tool.count(2)), (1, MOST_ROWS));
        assert_eq!(tool.left_out, 50 - MOST_ROWS);
    }

    #[test]
    fn every_dot_has_a_place_of_its_own_and_a_thread() {
        let net = tangle(300, 1_500);
        let surroundings = Surroundings::new(&net);
        for local in (0..300).filter_map(|node| surroundings.of(node)) {
            assert!(local.rows <= MOST_ROWS);
            for (at, dot) in local.dots.iter().enumerate() {
                assert!(dot.half_rows < 2 * local.rows);
                let alike = |other: &&super::Dot| {
                    (other.steps, other.half_rows) == (dot.steps, dot.half_rows)
                        || other.node == dot.node
                };
                assert_eq!(local.dots.iter().filter(alike).count(), 1, "{dot:?}");
                let own = |thread: &&super::Thread| thread.far == at && !thread.is_across;
                let threads = local.threads.iter().filter(own).count();
                assert_eq!(threads, usize::from(at > 0), "{dot:?}");
            }
        }
    }
}
