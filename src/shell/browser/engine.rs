//! What `search.js` may call: the search engine, and nothing else of this program.
//!
//! This is built without the feature `islands`, so that the module holds no page and no island.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::search::answer::{Question, push_number};
use crate::search::engine::{Engine, Read};

/// A search over one index.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Search {
    engine: Engine,
    reads: Vec<Read>,
}

#[wasm_bindgen]
impl Search {
    /// A search over the index with this manifest, inflated; nothing where it is none that can be read.
    pub fn open(manifest: &[u8]) -> Option<Search> {
        let engine = Engine::new(manifest).ok()?;
        let reads = Vec::new();
        Some(Search { engine, reads })
    }

    /// The best answer that can be given now, both as text; nothing where it is no question.
    pub fn ask(&mut self, question: &str) -> Option<String> {
        let question = Question::decode(question)?;
        let (answer, reads) = self.engine.ask(&question);
        self.reads = reads;
        Some(answer.encode())
    }

    /// What must be read for a better answer than the last, most urgent first: a line each of block, file, start, length.
    pub fn reads(&self) -> String {
        let mut lines = String::new();
        for read in &self.reads {
            push_number(read.block, &mut lines);
            lines.push(' ');
            lines.push_str(&read.file);
            lines.push(' ');
            push_number(read.start, &mut lines);
            lines.push(' ');
            push_number(read.length, &mut lines);
            lines.push('\n');
        }
        lines
    }

    /// Takes an inflated block.
    pub fn give(&mut self, block: u32, bytes: &[u8]) {
        self.engine.give(block, Some(bytes));
    }

    /// Hears that a block cannot be had.
    pub fn lost(&mut self, block: u32) {
        self.engine.give(block, None);
    }

    /// Asks again for what could not be had.
    pub fn retry(&mut self) {
        self.engine.retry();
    }
}
