//! Questions to answers, without input and output: the engine says which blocks it still needs, and whoever runs it
//! fetches them. The browser and the terminal run the same one.

mod rank;
mod store;
mod typos;

use crate::search::answer::{Answer, Question};
use crate::search::format::Bad;

/// A search over one index.
#[derive(Debug)]
pub struct Engine {}

/// A block that the engine needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The pack's name below [`FOLDER`](crate::search::format::manifest::FOLDER).
    pub file: String,
    /// Its first byte there.
    pub start: u32,
    /// How many bytes.
    pub length: u32,
    /// What to call it in [`Engine::give`].
    pub block: u32,
}

impl Engine {
    /// An engine for the index with this manifest (inflated, see [`Manifest::decode`](crate::search::format::manifest::Manifest::decode)).
    pub fn new(manifest: &[u8]) -> Result<Engine, Bad> {
        let _ = manifest;
        unimplemented!("engineer Q")
    }

    /// The best answer that can be given now, and what must be read for a better one, most urgent first. No reads: the
    /// answer is final. Reads that were named before and have not been given yet are named again.
    pub fn ask(&mut self, question: &Question) -> (Answer, Vec<Read>) {
        let _ = question;
        unimplemented!("engineer Q")
    }

    /// Takes an inflated block; or nothing, where it could not be had: it is then done without, until [`Engine::retry`].
    pub fn give(&mut self, block: u32, bytes: Option<&[u8]>) {
        let _ = (block, bytes);
        unimplemented!("engineer Q")
    }

    /// Asks again for what could not be had.
    pub fn retry(&mut self) {
        unimplemented!("engineer Q")
    }
}
