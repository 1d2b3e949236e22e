//! The net beside the catalog: which node is which row, and what is where.

use crate::explore::catalog::Catalog;
use crate::explore::graph::Net;
use crate::explore::graph::view::grid::Grid;
use crate::explore::graph::view::{Bounds, Spot};

/// The net of an edition, with all that is found in it. Made once.
#[derive(Debug, Clone, PartialEq)]
pub struct Atlas {
    /// The net.
    pub net: Net,
    /// Its nodes by place.
    pub grid: Grid,
    /// What encloses it.
    pub all: Bounds,
    /// For each node its row; pages that are no entries have none.
    rows: Vec<Option<u32>>,
    /// For each row its node; entries with few connections may have none.
    nodes: Vec<Option<u32>>,
}

impl Atlas {
    /// Connects a net with the catalog of the same edition.
    pub fn new(net: Net, catalog: &Catalog) -> Atlas {
        let nodes: Vec<Option<u32>> = catalog
            .rows
            .iter()
            .map(|row| net.find(&row.address))
            .collect();
        let mut rows = vec![None; net.nodes.len()];
        for (row, node) in (0..).zip(&nodes) {
            if let Some(place) = node.and_then(|node| rows.get_mut(node as usize)) {
                *place = Some(row);
            }
        }
        let nowhere = Bounds {
            least: Spot::default(),
            most: Spot::default(),
        };
        Atlas {
            grid: Grid::new(&net),
            all: Bounds::of_all(&net).unwrap_or(nowhere),
            rows,
            nodes,
            net,
        }
    }

    /// The row of a node, where it is an entry.
    pub fn row(&self, node: u32) -> Option<u32> {
        self.rows.get(node as usize).copied().flatten()
    }

    /// The node of a row, where it is in the net.
    pub fn node(&self, row: u32) -> Option<u32> {
        self.nodes.get(row as usize).copied().flatten()
    }

    /// The title of a node; empty where there is none.
    pub fn title(&self, node: u32) -> &str {
        self.net.node(node).map_or("", |node| &node.title)
    }
}
