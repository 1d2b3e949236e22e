//! `data/graph.bin`: the drawn net, written by the build and read in the browser, here in both directions.
//!
//! ```text
//! commons-graph 1\n
//! nodes left out, edges left out
//! kinds: count, each: value, label, shape
//! ties: count, each: name                                          numbered from 0 in what follows
//! nodes: count, then by columns: address (bytes shared with the one before, the rest), title, kind, approach,
//!        x low bytes, x high bytes, y low bytes, y high bytes, degree
//! edges: by columns: per node how many start there, per edge `to` (the step from the one before), per edge its tie
//! ```
//!
//! Numbers have seven bits a byte, least first; texts their length in bytes before them. Columns make equal things
//! neighbours, which compresses to about two thirds of what rows do. Most titles are the words of their address: they
//! cost one byte.

use std::fmt;

use crate::explore::graph::bytes::{Reader, put_length, put_number, put_text};
use crate::explore::graph::tie::Tie;
use crate::explore::graph::{Edge, Kind, Net, Node, Shape};
use crate::model::entry::Approach;

/// Where the file stands below the site's root.
pub const FILE: &str = "data/graph.bin";

/// What it is, and which version.
const MAGIC: &[u8] = b"commons-graph 1\n";

/// The net as the bytes of its file.
pub fn encode(net: &Net) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    put_number(&mut bytes, net.nodes_left_out);
    put_number(&mut bytes, net.edges_left_out);
    put_length(&mut bytes, net.kinds.len());
    for kind in &net.kinds {
        put_text(&mut bytes, &kind.value);
        put_text(&mut bytes, &kind.label);
        bytes.push(shape_number(kind.shape));
    }
    let ties = used_ties(&net.edges);
    put_length(&mut bytes, ties.len());
    for tie in &ties {
        put_text(&mut bytes, tie.name());
    }
    put_nodes(&mut bytes, &net.nodes);
    put_edges(&mut bytes, net, &ties);
    bytes
}

/// The net of a file's bytes, or why they are none that this version can read.
pub fn decode(bytes: &[u8]) -> Result<Net, BadGraph> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(BadGraph::Magic)?;
    let mut reader = Reader { rest };
    let net = read(&mut reader).ok_or(BadGraph::Torn)?;
    let is_sound = reader.rest.is_empty() && is_sorted(&net);
    is_sound.then_some(net).ok_or(BadGraph::Torn)
}

/// Why bytes are no graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadGraph {
    /// They do not begin as ours, or are of another version.
    Magic,
    /// They end too early or too late, or hold what no graph holds.
    Torn,
}

impl fmt::Display for BadGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadGraph::Magic => "the file does not begin as a graph",
            BadGraph::Torn => "the graph is damaged",
        })
    }
}

fn shape_number(shape: Shape) -> u8 {
    let shapes = (0..).zip(Shape::ALL);
    let mut same = shapes.filter(|(_, other)| *other == shape);
    same.next().map_or(0, |(number, _)| number)
}

/// The approaches by their numbers.
const APPROACHES: [Option<Approach>; 4] = [
    None,
    Some(Approach::CounterPower),
    Some(Approach::CounterInstitution),
    Some(Approach::Both),
];

fn approach_number(approach: Option<Approach>) -> u8 {
    let numbered = (0..).zip(APPROACHES);
    let mut same = numbered.filter(|(_, other)| *other == approach);
    same.next().map_or(0, |(number, _)| number)
}

/// The ties that occur, in order.
fn used_ties(edges: &[Edge]) -> Vec<Tie> {
    let mut ties: Vec<Tie> = edges.iter().map(|edge| edge.tie).collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}

fn put_nodes(bytes: &mut Vec<u8>, nodes: &[Node]) {
    put_length(bytes, nodes.len());
    let mut before = "";
    for node in nodes {
        let shared = shared(before, &node.address);
        bytes.push(shared);
        put_text(bytes, &node.address[usize::from(shared)..]);
        before = &node.address;
    }
    for node in nodes {
        put_title(bytes, node);
    }
    bytes.extend(nodes.iter().map(|node| node.kind));
    bytes.extend(nodes.iter().map(|node| approach_number(node.approach)));
    for byte in [0, 1] {
        bytes.extend(nodes.iter().map(|node| node.x.to_le_bytes()[byte]));
    }
    for byte in [0, 1] {
        bytes.extend(nodes.iter().map(|node| node.y.to_le_bytes()[byte]));
    }
    for node in nodes {
        put_number(bytes, node.degree);
    }
}

/// How many bytes two addresses begin with in common: whole characters, at most 255, so that a small file cannot claim
/// to hold long addresses.
fn shared(before: &str, address: &str) -> u8 {
    let pairs = before.bytes().zip(address.bytes());
    let mut same = (0..u8::MAX)
        .zip(pairs)
        .take_while(|(_, (a, b))| a == b)
        .map(|(at, _)| at + 1)
        .last()
        .unwrap_or(0);
    while !address.is_char_boundary(usize::from(same)) {
        same -= 1;
    }
    same
}

/// The title is the last segment's words, the first one with a capital.
const AS_SENTENCE: u32 = 0;
/// The title is the last segment's words, each with a capital.
const AS_NAME: u32 = 1;
/// The title stands here; its length follows from this number on.
const AS_TEXT: u32 = 2;

fn put_title(bytes: &mut Vec<u8>, node: &Node) {
    let guessed = [AS_SENTENCE, AS_NAME].into_iter();
    let mut right = guessed.filter(|case| guess(&node.address, *case) == node.title);
    if let Some(case) = right.next() {
        put_number(bytes, case);
        return;
    }
    put_length(bytes, node.title.len() + AS_TEXT as usize);
    bytes.extend_from_slice(node.title.as_bytes());
}

/// The words of an address's last segment.
fn guess(address: &str, case: u32) -> String {
    let folder = address.strip_suffix('/').unwrap_or(address);
    let id = folder.rsplit('/').next().unwrap_or_default();
    let mut title = String::with_capacity(id.len());
    for word in id.split('-') {
        if !title.is_empty() {
            title.push(' ');
        }
        let mut letters = word.chars();
        let first = letters
            .next()
            .filter(|_| title.is_empty() || case == AS_NAME);
        match first {
            Some(first) => {
                title.push(first.to_ascii_uppercase());
                title.push_str(letters.as_str());
            }
            None => title.push_str(word),
        }
    }
    title
}

fn put_edges(bytes: &mut Vec<u8>, net: &Net, ties: &[Tie]) {
    let mut rest = &*net.edges;
    let mut steps = Vec::with_capacity(rest.len() * 2);
    for from in (0..).take(net.nodes.len()) {
        let count = rest.partition_point(|edge| edge.from <= from);
        let (own, others) = rest.split_at(count);
        rest = others;
        put_length(bytes, own.len());
        let mut before = 0;
        for edge in own {
            put_number(&mut steps, edge.to - before);
            before = edge.to;
        }
    }
    bytes.extend(steps);
    let number = |edge: &Edge| ties.binary_search(&edge.tie).unwrap_or_default();
    // There are fewer ties than a byte has values.
    bytes.extend(
        net.edges
            .iter()
            .map(number)
            .filter_map(|n| u8::try_from(n).ok()),
    );
}

fn read(reader: &mut Reader<'_>) -> Option<Net> {
    let nodes_left_out = reader.number()?;
    let edges_left_out = reader.number()?;
    let kinds = (0..reader.count()?)
        .map(|_| read_kind(reader))
        .collect::<Option<Vec<_>>>()?;
    let ties = (0..reader.count()?)
        .map(|_| Tie::named(reader.text()?))
        .collect::<Option<Vec<_>>>()?;
    let nodes = read_nodes(reader, kinds.len())?;
    let edges = read_edges(reader, nodes.len(), &ties)?;
    Some(Net {
        kinds,
        nodes,
        edges,
        nodes_left_out,
        edges_left_out,
    })
}

fn read_kind(reader: &mut Reader<'_>) -> Option<Kind> {
    Some(Kind {
        value: reader.text()?.to_owned(),
        label: reader.text()?.to_owned(),
        shape: *Shape::ALL.get(usize::from(reader.byte()?))?,
    })
}

fn read_nodes(reader: &mut Reader<'_>, kinds: usize) -> Option<Vec<Node>> {
    let count = reader.count()?;
    let addresses = read_addresses(reader, count)?;
    let titles = addresses
        .iter()
        .map(|address| read_title(reader, address))
        .collect::<Option<Vec<_>>>()?;
    let known = |kind: &&[u8]| kind.iter().all(|kind| usize::from(*kind) < kinds);
    let kinds = reader.bytes(count).filter(known)?;
    let approaches = reader.bytes(count)?;
    let xs = read_places(reader, count)?;
    let ys = read_places(reader, count)?;
    let words = addresses.into_iter().zip(titles);
    let values = kinds.iter().zip(approaches).zip(xs.zip(ys));
    let nodes = words.zip(values);
    let nodes = nodes.map(|((address, title), ((kind, number), (x, y)))| {
        Some(Node {
            address,
            title,
            kind: *kind,
            approach: *APPROACHES.get(usize::from(*number))?,
            x,
            y,
            degree: reader.number()?,
        })
    });
    nodes.collect()
}

fn read_addresses(reader: &mut Reader<'_>, count: usize) -> Option<Vec<String>> {
    let mut addresses: Vec<String> = Vec::with_capacity(count);
    for _address in 0..count {
        let before = addresses.last().map_or("", String::as_str);
        let shared = before.get(..usize::from(reader.byte()?))?;
        addresses.push([shared, reader.text()?].concat());
    }
    Some(addresses)
}

/// A column of low bytes and one of high bytes.
fn read_places<'a>(
    reader: &mut Reader<'a>,
    count: usize,
) -> Option<impl Iterator<Item = i16> + use<'a>> {
    let low = reader.bytes(count)?;
    let high = reader.bytes(count)?;
    let place = |(low, high): (&u8, &u8)| i16::from_le_bytes([*low, *high]);
    Some(low.iter().zip(high).map(place))
}

fn read_title(reader: &mut Reader<'_>, address: &str) -> Option<String> {
    let case = reader.number()?;
    let Some(length) = case.checked_sub(AS_TEXT) else {
        return Some(guess(address, case));
    };
    let title = reader.bytes(length as usize)?;
    String::from_utf8(title.to_vec()).ok()
}

fn read_edges(reader: &mut Reader<'_>, nodes: usize, ties: &[Tie]) -> Option<Vec<Edge>> {
    let counts = (0..nodes)
        .map(|_| reader.count())
        .collect::<Option<Vec<_>>>()?;
    let mut ends = Vec::new();
    for (from, count) in (0..).zip(counts) {
        let mut to: u32 = 0;
        for _edge in 0..count {
            to = to.checked_add(reader.number()?)?;
            if to as usize >= nodes {
                return None;
            }
            ends.push((from, to));
        }
    }
    let numbers = reader.bytes(ends.len())?;
    let edge = |((from, to), number): ((u32, u32), &u8)| {
        let tie = *ties.get(usize::from(*number))?;
        Some(Edge { from, to, tie })
    };
    ends.into_iter().zip(numbers).map(edge).collect()
}

/// What [`Net`] promises.
fn is_sorted(net: &Net) -> bool {
    let nodes = net
        .nodes
        .windows(2)
        .all(|pair| pair[0].address < pair[1].address);
    let edges = net.edges.windows(2).all(|pair| pair[0] < pair[1]);
    nodes && edges && net.edges.iter().all(|edge| edge.from != edge.to)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any};
    use proptest::{prop_assert_eq, proptest};

    use super::{BadGraph, decode, encode};
    use crate::explore::graph::sample::{large, net};
    use crate::explore::graph::tie::Tie;
    use crate::explore::graph::{Edge, Kind, Net, Node, Shape};
    use crate::model::entry::Approach;

    fn nodes() -> impl Strategy<Value = Vec<Node>> {
        let node = ("([a-zé-]{0,4}/){0,3}", ".{0,12}", any::<[u8; 2]>());
        let node = (node, any::<[i16; 2]>(), any::<u32>());
        let node = node.prop_map(
            move |((address, title, [kind, approach]), [x, y], degree)| Node {
                address,
                title,
                kind: kind % 3,
                approach: super::APPROACHES[usize::from(approach % 4)],
                x,
                y,
                degree,
            },
        );
        vec(node, 0..12).prop_map(|mut nodes| {
            nodes.sort_by(|a, b| a.address.cmp(&b.address));
            nodes.dedup_by(|a, b| a.address == b.address);
            nodes
        })
    }

    fn nets() -> impl Strategy<Value = Net> {
        let edges = vec(any::<(u32, u32, u8)>(), 0..30);
        (nodes(), edges, any::<[u32; 2]>()).prop_map(|(nodes, edges, left_out)| {
            let ties: Vec<Tie> = Tie::all().collect();
            let count = u32::try_from(nodes.len()).expect("few").max(1);
            let edge = |(from, to, tie): (u32, u32, u8)| Edge {
                from: from % count,
                to: to % count,
                tie: ties[usize::from(tie) % ties.len()],
            };
            let mut edges: Vec<Edge> = edges.into_iter().map(edge).collect();
            edges.retain(|edge| edge.from != edge.to);
            edges.sort_unstable();
            edges.dedup();
            Net {
                kinds: kinds(),
                nodes,
                edges,
                nodes_left_out: left_out[0],
                edges_left_out: left_out[1],
            }
        })
    }

    fn kinds() -> Vec<Kind> {
        let kind = |(value, label, shape): (&str, &str, Shape)| Kind {
            value: value.into(),
            label: label.into(),
            shape,
        };
        let kinds = [
            ("concept", "Concept", Shape::Circle),
            ("place", "Place", Shape::House),
            ("", "", Shape::Ring),
        ];
        kinds.map(kind).to_vec()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(net in nets()) {
            prop_assert_eq!(decode(&encode(&net)), Ok(net));
        }

        #[test]
        fn reading_never_panics(net in nets(), at: usize, byte: u8, end: usize) {
            let mut bytes = encode(&net);
            let at = 16 + at % (bytes.len() - 16);
            bytes[at] = byte;
            let _ = decode(&bytes);
            bytes.truncate(16 + end % (bytes.len() - 15));
            let _ = decode(&bytes);
        }

        #[test]
        fn what_is_read_is_written_alike(tail in vec(0_u8..4, 0..60)) {
            let bytes = [super::MAGIC, &tail].concat();
            if let Ok(net) = decode(&bytes) {
                prop_assert_eq!(decode(&encode(&net)), Ok(net));
            }
        }
    }

    #[test]
    fn the_golden_bytes_of_version_1_are_read() {
        let bytes = b"commons-graph 1\n\x03\x00\
            \x01\x04tool\x04Tool\x04\
            \x02\x04uses\x04link\
            \x02\x00\x04a/b/\x02\x02c/\
            \x00\x05Sea\
            \x00\x00\x00\x03\
            \x01\xFE\x00\xFF\x02\x03\x00\x00\
            \x01\x81\x01\
            \x02\x00\x01\x00\x00\x01";
        let mut expect = net("a/b uses a/c; a/b link a/c");
        let kind = Kind {
            value: "tool".into(),
            label: "Tool".into(),
            shape: Shape::Plus,
        };
        expect.kinds = vec![kind];
        expect.nodes_left_out = 3;
        let [b, c] = &mut *expect.nodes else {
            panic!("two nodes");
        };
        (b.x, b.y, b.degree) = (1, 2, 1);
        (c.x, c.y, c.degree) = (-2, 3, 129);
        c.title = "Sea".into();
        c.approach = Some(Approach::Both);
        assert_eq!(decode(bytes), Ok(expect.clone()));
        assert_eq!(encode(&expect), bytes);
    }

    #[test]
    fn what_is_no_graph_is_refused() {
        let check = |bytes: &[u8], expect| assert_eq!(decode(bytes), Err(expect), "{bytes:?}");
        check(b"", BadGraph::Magic);
        check(b"<!doctype html>", BadGraph::Magic);
        check(b"commons-graph 2\n", BadGraph::Magic);
        check(b"commons-graph 1\n", BadGraph::Torn);
        check(b"commons-graph 1\n\0\0\0\0\0more", BadGraph::Torn);
        check(
            b"commons-graph 1\n\0\0\0\xFF\xFF\xFF\xFF\x0F",
            BadGraph::Torn,
        );
        let empty = decode(b"commons-graph 1\n\0\0\0\0\0");
        assert_eq!(empty, Ok(Net::default()));
    }

    #[test]
    fn titles_that_are_the_words_of_their_address_cost_a_byte() {
        let bytes = encode(&net("a/mutual-aid"));
        let written = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!written.contains("mutual aid"));
    }

    #[test]
    fn the_largest_graph_is_small_before_any_compression() {
        let bytes = encode(&large());
        assert!(bytes.len() < 75_000, "{} bytes", bytes.len());
    }
}
