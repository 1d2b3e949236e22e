//! What of the net is shown: the entries of the set, those around one of them, a path; and the same in words.

use crate::explore::graph::Edge;
use crate::explore::graph::tie::{Tie, TieSet};
use crate::explore::graph::view::Bounds;
use crate::explore::graph::view::edges::Drawn;
use crate::explore::graph::walk::{Hop, Walks, in_words};
use crate::explore::numbers::thousands;
use crate::explore::phrase::counted;
use crate::explore::set::Set;
use crate::view::island::explore::graph::atlas::Atlas;

/// What the state asks of the graph; entries by their rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// The entry to draw around.
    pub focus: Option<u32>,
    /// How many steps around it.
    pub steps: u8,
    /// The ties that are not shown.
    pub hidden: Vec<Tie>,
    /// Between which entries a path is looked for.
    pub path: Option<(u32, u32)>,
}

/// What is shown.
#[derive(Debug, Clone)]
pub struct Look {
    /// For each node whether it is in the set.
    pub passing: Vec<bool>,
    /// For each node whether it is drawn with its name and its connections: a pale dot otherwise.
    pub shown: Vec<bool>,
    /// How many are.
    pub count: usize,
    /// How many entries of the set have no node.
    pub undrawn: usize,
    /// The ties that are shown.
    pub ties: TieSet,
    /// How many connections of each tie there are between what is shown; none that does not occur.
    pub tally: Vec<(Tie, usize)>,
    /// The connections to draw.
    pub drawn: Drawn,
    /// The ways within the set.
    pub walks: Walks,
    /// The node that it is drawn around, or why it is not.
    pub focus: Option<Result<u32, Absent>>,
    /// How many steps around it.
    pub steps: u8,
    /// What the search for a path came to.
    pub path: Option<Result<Trip, Absent>>,
}

/// A path that was looked for; entries by their nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// Its steps, where there is one.
    pub hops: Option<Vec<Hop>>,
}

/// An entry that cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// This row: filters leave it out.
    Filtered(u32),
    /// This row: it is tied to too little to be in the net.
    Undrawn(u32),
}

/// What a node says of others by one tie in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `member of`, `linked from`.
    pub label: &'static str,
    /// Of these nodes.
    pub of: Vec<u32>,
}

impl Look {
    /// What is shown of a set.
    pub fn new(atlas: &Atlas, set: &Set, wish: &Wish) -> Look {
        let passing: Vec<bool> = (0..)
            .take(atlas.net.nodes.len())
            .map(|node| atlas.row(node).is_some_and(|row| set.contains(row)))
            .collect();
        let is_passing = |node: u32| passing.get(node as usize).copied().unwrap_or_default();
        let walks = Walks::among(&atlas.net, is_passing);
        let ties = wish
            .hidden
            .iter()
            .fold(TieSet::ALL, |ties, tie| ties.without(*tie));
        let find = |row: u32| present(atlas, set, row);
        let focus = wish.focus.map(find);
        let path = wish.path.map(|(from, to)| {
            let (from, to) = (find(from)?, find(to)?);
            let hops = walks.path(from, to, ties);
            Ok(Trip { from, to, hops })
        });
        let shown = match focus {
            Some(Ok(focus)) => {
                let near = walks.near(focus, wish.steps, ties);
                let trip = path.as_ref().and_then(|path| path.as_ref().ok());
                around(&near, trip, passing.len())
            }
            _everywhere => passing.clone(),
        };
        let count = shown.iter().filter(|shown| **shown).count();
        let in_net = passing.iter().filter(|passing| **passing).count();
        let both = |edge: &Edge| shown[edge.from as usize] && shown[edge.to as usize];
        Look {
            undrawn: (set.count() as usize).saturating_sub(in_net),
            tally: tally(atlas, both),
            drawn: Drawn::new(&atlas.net, |edge| ties.has(edge.tie) && both(edge)),
            count,
            ties,
            walks,
            focus,
            steps: wish.steps,
            path,
            shown,
            passing,
        }
    }

    /// Whether a node is drawn with its name.
    pub fn is_shown(&self, node: u32) -> bool {
        self.shown.get(node as usize).copied().unwrap_or_default()
    }

    /// The nodes that are.
    pub fn nodes(&self) -> impl Iterator<Item = u32> {
        let nodes = (0..).zip(&self.shown);
        nodes.filter(|(_, shown)| **shown).map(|(node, _)| node)
    }

    /// The node that it is drawn around.
    pub fn centre(&self) -> Option<u32> {
        self.focus.and_then(Result::ok)
    }

    /// The path, where there is one: its nodes and its steps.
    pub fn trip(&self) -> Option<(u32, &[Hop])> {
        let trip = self.path.as_ref()?.as_ref().ok()?;
        Some((trip.from, trip.hops.as_deref()?))
    }

    /// What should be in sight: the path, or else all that is shown.
    pub fn bounds(&self, atlas: &Atlas) -> Bounds {
        let trip = self.trip().and_then(|(from, hops)| {
            let nodes = hops.iter().map(|hop| hop.to).chain([from]);
            Bounds::of(&atlas.net, nodes)
        });
        let shown = || Bounds::of(&atlas.net, self.nodes());
        trip.or_else(shown).unwrap_or(atlas.all)
    }

    /// The connections of a node that are shown, each once.
    pub fn hops(&self, node: u32) -> impl Iterator<Item = Hop> {
        let hops = self.walks.from(node).iter().copied();
        hops.filter(|hop| self.ties.has(hop.tie) && self.is_shown(hop.to))
    }

    /// What a node says of others, tie by tie.
    pub fn says(&self, node: u32) -> Vec<Said> {
        let mut hops: Vec<Hop> = self.hops(node).collect();
        hops.sort_by_key(|hop| (hop.tie, hop.way, hop.to));
        let alike = hops.chunk_by(|a, b| (a.tie, a.way) == (b.tie, b.way));
        let said = alike.filter_map(|hops| {
            let first = hops.first()?;
            Some(Said {
                label: first.tie.label(first.way),
                of: hops.iter().map(|hop| hop.to).collect(),
            })
        });
        said.collect()
    }

    /// How much is shown, in sentences.
    pub fn in_words(&self, atlas: &Atlas) -> String {
        let ties = self.tally.iter().filter(|(tie, _)| self.ties.has(*tie));
        let ties: usize = ties.map(|(_, count)| count).sum();
        let ties = big(ties, "connection", "connections");
        let mut words = match (self.count, self.centre()) {
            (0, _) => "No entry passes these filters, so none is drawn. Take a filter away.".into(),
            (1, None) => "1 entry. There is nothing to connect it with.".into(),
            (1, Some(focus)) => [
                atlas.title(focus),
                " is tied to no entry of this set by what is shown.",
            ]
            .concat(),
            (count, None) => [
                &*big(count, "entry", "entries"),
                " with ",
                &ties,
                " between them.",
            ]
            .concat(),
            (count, Some(focus)) => {
                let others = big(count - 1, "entry", "entries");
                let steps = counted(self.steps.into(), "step", "steps");
                let title = atlas.title(focus);
                [
                    title, " and ", &others, " within ", &steps, ", with ", &ties, ".",
                ]
                .concat()
            }
        };
        if self.count < atlas.net.nodes.len() && self.count > 0 {
            words.push_str(" All others are pale dots.");
        }
        match self.undrawn {
            0 => {}
            1 => words.push_str(" 1 entry of this set has too few connections to be drawn."),
            more => {
                words.push(' ');
                words.push_str(&thousands(u32::try_from(more).unwrap_or(u32::MAX)));
                words.push_str(" entries of this set have too few connections to be drawn.");
            }
        }
        words
    }

    /// What the search for a path came to, in a sentence.
    pub fn trip_in_words(&self, atlas: &Atlas, title: impl Fn(u32) -> String) -> Option<String> {
        Some(match self.path.as_ref()? {
            Ok(trip) => in_words(&atlas.net, trip.from, trip.to, trip.hops.as_deref()),
            Err(absent) => absent.in_words(title),
        })
    }
}

impl Absent {
    /// Why it is not shown, and what to do.
    pub fn in_words(self, title: impl Fn(u32) -> String) -> String {
        match self {
            Absent::Filtered(row) => [
                &*title(row),
                " is not in this set. Take a filter away to see it here.",
            ]
            .concat(),
            Absent::Undrawn(row) => [
                &*title(row),
                " has too few connections to be drawn; its own page shows them.",
            ]
            .concat(),
        }
    }
}

/// `1,204 entries`.
fn big(count: usize, one: &str, many: &str) -> String {
    if count < 2 {
        return counted(count, one, many);
    }
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    [&thousands(count), " ", many].concat()
}

fn present(atlas: &Atlas, set: &Set, row: u32) -> Result<u32, Absent> {
    if !set.contains(row) {
        return Err(Absent::Filtered(row));
    }
    atlas.node(row).ok_or(Absent::Undrawn(row))
}

/// What is near, and the path too, wherever it leads.
fn around(near: &[(u32, u8)], trip: Option<&Trip>, nodes: usize) -> Vec<bool> {
    let mut shown = vec![false; nodes];
    let near = near.iter().map(|(node, _)| *node);
    let ends = trip.into_iter().flat_map(|trip| [trip.from, trip.to]);
    let hops = trip.and_then(|trip| trip.hops.as_deref());
    let hops = hops.into_iter().flatten().map(|hop| hop.to);
    for node in near.chain(ends).chain(hops) {
        if let Some(shown) = shown.get_mut(node as usize) {
            *shown = true;
        }
    }
    shown
}

/// The ties that occur among some edges, with their numbers.
fn tally(atlas: &Atlas, among: impl Fn(&Edge) -> bool) -> Vec<(Tie, usize)> {
    let edges = atlas.net.edges.iter().filter(|edge| among(edge));
    let mut ties: Vec<Tie> = edges.map(|edge| edge.tie).collect();
    ties.sort_unstable();
    let alike = ties.chunk_by(|a, b| a == b);
    alike
        .filter_map(|ties| Some((*ties.first()?, ties.len())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Look, Wish};
    use crate::explore::graph::tie::Tie;
    use crate::explore::set::Set;
    use crate::view::island::explore::graph::sample::atlas;

    const TEXT: &str = "a uses b; b member-of c; c link d; d related e";

    fn wish(focus: Option<u32>, steps: u8, path: Option<(u32, u32)>, hidden: &[&str]) -> Wish {
        Wish {
            focus,
            steps,
            path,
            hidden: hidden.iter().filter_map(|name| Tie::named(name)).collect(),
        }
    }

    /// Rows 0 to 4 are A to E; `left` of them are in the set.
    fn check(left: &[u32], wish: &Wish, shown: &str, words: &str) {
        let atlas = atlas(TEXT);
        let look = Look::new(&atlas, &Set::of(5, left.iter().copied()), wish);
        let titles: Vec<&str> = look.nodes().map(|node| atlas.title(node)).collect();
        assert_eq!(titles.join(""), shown, "{wish:?}");
        assert_eq!(look.in_words(&atlas), words, "{wish:?}");
    }

    const ALL: &[u32] = &[0, 1, 2, 3, 4];

    #[test]
    fn the_set_is_shown_and_counted() {
        let all = wish(None, 1, None, &[]);
        check(
            ALL,
            &all,
            "ABCDE",
            "5 entries with 4 connections between them.",
        );
        check(
            &[0, 1, 4],
            &all,
            "ABE",
            "3 entries with 1 connection between them. All others are pale dots.",
        );
        check(
            &[3],
            &all,
            "D",
            "1 entry. There is nothing to connect it with. All others are pale dots.",
        );
        check(
            &[],
            &all,
            "",
            "No entry passes these filters, so none is drawn. Take a filter away.",
        );
    }

    #[test]
    fn around_an_entry_only_what_is_near_is_shown() {
        let one = "B and 2 entries within 1 step, with 2 connections. All others are pale dots.";
        check(ALL, &wish(Some(1), 1, None, &[]), "ABC", one);
        let two = "B and 3 entries within 2 steps, with 3 connections. All others are pale dots.";
        check(ALL, &wish(Some(1), 2, None, &[]), "ABCD", two);
        let hidden = "B and 1 entry within 2 steps, with 1 connection. All others are pale dots.";
        check(ALL, &wish(Some(1), 2, None, &["member-of"]), "AB", hidden);
        let alone = "B is tied to no entry of this set by what is shown. All others are pale dots.";
        check(&[1, 3], &wish(Some(1), 1, None, &[]), "B", alone);
        let gone = "1 entry. There is nothing to connect it with. All others are pale dots.";
        check(&[3], &wish(Some(1), 1, None, &[]), "D", gone);
    }

    #[test]
    fn a_path_is_shown_beside_what_is_near() {
        let words = "A and 4 entries within 1 step, with 4 connections.";
        check(ALL, &wish(Some(0), 1, Some((2, 4)), &[]), "ABCDE", words);
    }

    fn check_path(left: &[u32], path: (u32, u32), hidden: &[&str], expect: &str) {
        let atlas = atlas(TEXT);
        let set = Set::of(6, left.iter().copied());
        let look = Look::new(&atlas, &set, &wish(None, 1, Some(path), hidden));
        let words = look.trip_in_words(&atlas, |row| ["row ", &row.to_string()].concat());
        assert_eq!(words.as_deref(), Some(expect));
    }

    #[test]
    fn a_path_leads_through_the_set_over_what_is_shown() {
        let long = "A is 2 steps from C: A — uses → B; B — member of → C.";
        check_path(ALL, (0, 2), &[], long);
        let none = "No path leads from A to C over the connections that are shown.";
        check_path(&[0, 2, 3], (0, 2), &[], none);
        check_path(ALL, (0, 2), &["uses"], none);
        let filtered = "row 1 is not in this set. Take a filter away to see it here.";
        check_path(&[0, 2], (0, 1), &[], filtered);
        let undrawn = "row 5 has too few connections to be drawn; its own page shows them.";
        check_path(&[0, 5], (0, 5), &[], undrawn);
    }

    #[test]
    fn a_node_says_what_it_is_tied_to() {
        let atlas = atlas("a uses b; a uses c; d uses a; a link b");
        let look = Look::new(&atlas, &Set::all(4), &wish(None, 1, None, &["link"]));
        let said: Vec<String> = look
            .says(0)
            .iter()
            .map(|said| format!("{} {:?}", said.label, said.of))
            .collect();
        assert_eq!(said, ["uses [1, 2]", "used by [3]"]);
    }
}
