//! An atlas for tests, from a line of text.

use crate::explore::catalog::{Catalog, Row};
use crate::explore::graph::Net;
use crate::explore::graph::sample;
use crate::view::island::explore::graph::atlas::Atlas;

/// `a uses b; c`: each node is an entry, and there is one entry more that is in no net.
pub(super) fn atlas(text: &str) -> Atlas {
    of(sample::net(text))
}

/// The same of a net.
pub(super) fn of(net: Net) -> Atlas {
    let row = |address: &str, title: &str| Row {
        address: address.into(),
        title: title.into(),
        ..Row::default()
    };
    let rows = net.nodes.iter().map(|node| row(&node.address, &node.title));
    let catalog = Catalog {
        rows: rows.chain([row("zz/", "Far")]).collect(),
        ..Catalog::default()
    };
    Atlas::new(net, &catalog)
}
