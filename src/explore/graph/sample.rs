//! Nets and sites for tests, written as a line of text.

use std::collections::{BTreeMap, BTreeSet};

use crate::explore::graph::tie::Tie;
use crate::explore::graph::{Edge, Kind, Net, Node, Shape};
use crate::model::address::Address;
use crate::model::choice::{Choice, Class, List, Lists};
use crate::model::date::Date;
use crate::model::entry::Entry;
use crate::model::graph::{self, Graph};
use crate::model::settings::Settings;
use crate::model::site::{Front, Note, Page, PageId, Site};
use crate::model::slug::Slug;

/// `a uses b; c`: nodes with the addresses `a/`, `b/`, `c/` and one edge.
pub(crate) fn net(text: &str) -> Net {
    let (names, edges) = read(text);
    let number = |name: &str| names.iter().position(|known| *known == name);
    let number = |name: &str| number(name).and_then(|at| u32::try_from(at).ok());
    let edge = |[from, tie, to]: &[&str; 3]| Edge {
        from: number(from).expect(from),
        to: number(to).expect(to),
        tie: Tie::named(tie).expect(tie),
    };
    let mut edges: Vec<Edge> = edges.iter().map(edge).collect();
    edges.sort_unstable();
    let degree = |at: u32| {
        let others = edges.iter().filter_map(|edge| match (edge.from, edge.to) {
            (from, to) if from == at => Some(to),
            (from, to) if to == at => Some(from),
            _elsewhere => None,
        });
        u32::try_from(others.collect::<BTreeSet<_>>().len()).expect("few")
    };
    let nodes = (0..).zip(&names).map(|(at, name)| node(name, degree(at)));
    Net {
        kinds: vec![kind("concept", "Concept", Shape::Circle)],
        nodes: nodes.collect(),
        edges,
        ..Net::default()
    }
}

fn read(text: &str) -> (Vec<&str>, Vec<[&str; 3]>) {
    let mut names = Vec::new();
    let mut edges = Vec::new();
    for part in text.split(';').map(str::trim) {
        match *part.split(' ').collect::<Vec<_>>() {
            [""] => {}
            [name] => names.push(name),
            [from, tie, to] => {
                names.extend([from, to]);
                edges.push([from, tie, to]);
            }
            _ => panic!("`{part}` is neither a node nor an edge"),
        }
    }
    names.sort_unstable();
    names.dedup();
    (names, edges)
}

fn kind(value: &str, label: &str, shape: Shape) -> Kind {
    Kind {
        value: value.into(),
        label: label.into(),
        shape,
    }
}

/// A node at `name/`, called as its last segment.
fn node(name: &str, degree: u32) -> Node {
    let id = name.rsplit('/').next().unwrap_or(name);
    let (first, rest) = id.split_at(1);
    Node {
        address: format!("{name}/"),
        title: first.to_uppercase() + &rest.replace('-', " "),
        kind: 0,
        approach: None,
        x: 0,
        y: 0,
        degree,
    }
}

/// Numbers that look random and are the same everywhere.
pub(super) struct Dice(u32);

impl Dice {
    pub(super) fn new(seed: u32) -> Dice {
        Dice(seed.wrapping_mul(2_654_435_761) | 1)
    }

    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % sides
    }
}

/// As many nodes and edges as are ever drawn, in groups, some small components and some nodes alone; spread by chance.
pub(crate) fn large() -> Net {
    tangle(2_000, 10_000)
}

/// So many nodes and at most so many edges.
pub(crate) fn tangle(count: u32, most: u32) -> Net {
    const WORDS: [&str; 8] = [
        "mutual", "land", "assembly", "commons", "tenants", "seed", "net", "bread",
    ];
    let mut dice = Dice::new(7);
    let mut word = |_| WORDS[dice.roll(8) as usize];
    let names = (0..count).map(|at| {
        let words = [0; 3].map(&mut word).join("-");
        format!("folder-{}/{words}-{at:04}", at * 9 / count)
    });
    let mut nodes: Vec<Node> = names.map(|name| node(&name, 0)).collect();
    nodes.sort_by(|a, b| a.address.cmp(&b.address));
    let edges = tangled(count, most);
    for edge in &edges {
        nodes[edge.from as usize].degree += 1;
        nodes[edge.to as usize].degree += 1;
    }
    for node in &mut nodes {
        let mut place = || i16::try_from(dice.roll(4_000)).expect("small") - 2_000;
        (node.x, node.y) = (place(), place());
    }
    Net {
        kinds: vec![kind("concept", "Concept", Shape::Circle)],
        nodes,
        edges,
        ..Net::default()
    }
}

/// Three of four edges stay in their group of 40; the last 50 nodes are pairs and singles.
fn tangled(count: u32, most: u32) -> Vec<Edge> {
    let ties = ["member-of", "uses", "link", "link", "link", "related"];
    let ties = ties.map(|name| Tie::named(name).expect(name));
    let mut dice = Dice::new(11);
    let inner = count - 50;
    let mut edges = BTreeSet::new();
    for _edge in 0..most {
        let from = dice.roll(inner);
        let near = from / 40 * 40 + dice.roll(40);
        let to = if dice.roll(4) == 0 {
            dice.roll(inner)
        } else {
            near.min(inner - 1)
        };
        let tie = ties[dice.roll(6) as usize];
        if from != to {
            edges.insert(Edge { from, to, tie });
        }
    }
    for pair in 0..10 {
        let from = inner + pair * 2;
        let tie = ties[0];
        edges.insert(Edge {
            from,
            to: from + 1,
            tie,
        });
    }
    edges.into_iter().collect()
}

/// The same text as a site: names that begin with `note-` are notes, all others concepts.
pub(super) fn site(text: &str) -> Site {
    let (names, edges) = read(text);
    let number = |name: &str| PageId(names.iter().position(|known| *known == name).expect(name));
    let mut graph = Graph {
        links: vec![Vec::new(); names.len()],
        ..Graph::default()
    };
    for [from, tie, to] in edges {
        let (from, to) = (number(from), number(to));
        match Tie::named(tie).expect(tie).relation() {
            None => graph.links[from.0].push(to),
            Some(kind) => graph.edges.push(graph::Edge {
                from,
                kind,
                to,
                since: None,
                until: None,
                note: None,
                source: None,
            }),
        }
    }
    Site {
        settings: settings(),
        pages: names.into_iter().map(page).collect(),
        graph,
        assets: Vec::new(),
        redirects: Vec::new(),
    }
}

fn page(name: &str) -> Page {
    let id = Slug::new(name).expect(name);
    let entry = Entry {
        kind: "concept".into(),
        ..Entry::default()
    };
    let is_note = name.starts_with("note-");
    Page {
        address: Address::page([&id]),
        id,
        folders: Vec::new(),
        source: format!("{name}.md"),
        title: name.to_owned(),
        aliases: Vec::new(),
        tags: Vec::new(),
        language: None,
        class: if is_note { Class::Note } else { Class::Idea },
        html: String::new(),
        headings: Vec::new(),
        sections: Vec::new(),
        front: if is_note {
            Front::Note(Note::default())
        } else {
            Front::Entry(Box::new(entry))
        },
    }
}

fn settings() -> Settings {
    let choice = |value: &str, label: &str, class| Choice {
        value: value.into(),
        label: label.into(),
        plural: label.into(),
        definition: String::new(),
        class: Some(class),
    };
    let kinds = vec![
        choice("concept", "Concept", Class::Idea),
        choice("note", "Note", Class::Note),
    ];
    Settings {
        today: Date::parse("2026-07-01").expect("a day"),
        title: String::new(),
        tagline: String::new(),
        headline: Vec::new(),
        description: String::new(),
        language: "en".into(),
        base_url: None,
        start_trail: None,
        repository: None,
        content_licence: String::new(),
        code_licence: String::new(),
        verify_every: 365,
        lists: Lists::new(BTreeMap::from([(List::Kind, kinds)])),
    }
}
