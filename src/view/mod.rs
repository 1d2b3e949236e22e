//! `Site` to `Vec<Artifact>`: pages, feeds, sitemap, exports. No input, no output, no clock.
//!
//! Pages are complete HTML that reads and links without JavaScript; islands are the parts that come alive.
//! Entry point: [`render::render`]. Only islands are built for the browser too.

pub mod island;

#[cfg(not(target_family = "wasm"))]
pub(crate) mod edition;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod explore_files;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod export;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod feed;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod page;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod part;
#[cfg(not(target_family = "wasm"))]
pub mod render;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod shelves;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod sitemap;
#[cfg(not(target_family = "wasm"))]
pub(crate) mod xml;

#[cfg(all(test, not(target_family = "wasm")))]
pub(crate) mod sample;

use crate::model::address::Address;

/// One output file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Artifact {
    /// Where it goes, below the output folder.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Where the content-independent files stand: their names carry a hash of their content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShellFiles {
    /// The style sheet.
    pub style: Address,
    /// The boot script: a classic script of a few hundred bytes that sets the theme and starts the islands.
    pub boot: Address,
    /// The JavaScript that wasm-bindgen made.
    pub glue: Address,
    /// The WebAssembly of the islands.
    pub wasm: Address,
    /// The JavaScript of the islands of exploring, made by wasm-bindgen too.
    pub explorer_glue: Address,
    /// The WebAssembly of the islands of exploring, which holds those of every page too.
    pub explorer_wasm: Address,
    /// The script that runs the search engine.
    pub search: Address,
    /// The search engine's JavaScript, made by wasm-bindgen too.
    pub engine_glue: Address,
    /// The WebAssembly of the search engine.
    pub engine_wasm: Address,
    /// The script that marks the words which led to a page.
    pub marks: Address,
}
