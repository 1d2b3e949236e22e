//! An index in memory and an engine over it: for the terminal and for tests. The browser has its own way to the blocks.

use std::collections::BTreeMap;

use crate::search::answer::{Answer, Question};
use crate::search::deflate::inflate;
use crate::search::engine::{Engine, Read};
use crate::search::format::Bad;
use crate::search::format::manifest::HEAD;
use crate::search::index::Files;

/// A search over files in memory.
#[derive(Debug)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
    engine: Engine,
}

/// The manifest's name among [`Files`].
const MANIFEST: &str = "manifest.bin";

impl Memory {
    /// A search over the files that [`index::files`](crate::search::index::files) made.
    pub fn new(files: Files) -> Result<Memory, Bad> {
        let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        let manifest = files.get(MANIFEST).ok_or(Bad::Damaged)?;
        let (head, body) = manifest.split_at_checked(HEAD).ok_or(Bad::Damaged)?;
        let engine = Engine::new(&[head, &inflate(body)?].concat())?;
        Ok(Memory { files, engine })
    }

    /// The final answer.
    pub fn answer(&mut self, question: &Question) -> Answer {
        loop {
            let (answer, reads) = self.engine.ask(question);
            if reads.is_empty() {
                return answer;
            }
            for read in &reads {
                let block = block(&self.files, read);
                self.engine.give(read.block, block.as_deref());
            }
        }
    }
}

/// A block, inflated; nothing where the files do not hold it.
fn block(files: &BTreeMap<String, Vec<u8>>, read: &Read) -> Option<Vec<u8>> {
    let start = usize::try_from(read.start).ok()?;
    let length = usize::try_from(read.length).ok()?;
    let bytes = files.get(&read.file)?.get(start..)?.get(..length)?;
    inflate(bytes).ok()
}
