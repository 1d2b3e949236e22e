//! Tables.

use crate::compile::markdown::anchor::take_block_id;
use crate::compile::markdown::build::Builder;
use crate::model::document::{Alignment, Block, Inline, Table};

/// A table under construction.
pub(super) struct OpenTable {
    table: Table,
    /// The cells of the row that is open.
    pub(super) cells: Vec<Vec<Inline>>,
    hidden: bool,
}

impl Builder<'_> {
    /// Begins a table.
    pub(super) fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.settle();
        self.count_block();
        self.table = Some(OpenTable {
            table: Table {
                alignments,
                head: Vec::new(),
                rows: Vec::new(),
            },
            cells: Vec::new(),
            hidden: self.hidden.is_some(),
        });
    }

    /// Ends the head of a table.
    pub(super) fn close_head(&mut self) {
        if let Some(open) = &mut self.table {
            open.table.head = std::mem::take(&mut open.cells);
        }
    }

    /// Ends a row of a table.
    pub(super) fn close_row(&mut self) {
        self.count_block();
        if let Some(open) = &mut self.table {
            open.table.rows.push(std::mem::take(&mut open.cells));
        }
    }

    /// Ends a table. A last row `^id` is its block id: the parser takes any line that follows for a row.
    pub(super) fn close_table(&mut self) {
        let Some(mut open) = self.table.take().filter(|open| !open.hidden) else {
            return;
        };
        let last = open
            .table
            .rows
            .last_mut()
            .filter(|row| row.iter().skip(1).all(Vec::is_empty));
        let id = last
            .and_then(|row| row.first_mut())
            .and_then(|cell| match cell.as_slice() {
                [Inline::Text(text)] if text.starts_with('^') => take_block_id(cell),
                _ => None,
            });
        let block = match id {
            None => Block::Table(open.table),
            Some(id) => {
                open.table.rows.pop();
                self.add_block_id(&id, &(0..0));
                let block = Box::new(Block::Table(open.table));
                Block::Anchored { id, block }
            }
        };
        self.top().blocks.push(block);
    }
}
