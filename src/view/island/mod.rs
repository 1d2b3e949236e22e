//! The parts of a page that come alive: a plain state struct with methods, and a thin component each.
//!
//! Islands reach the browser through [`world::World`] alone. On the build's side there is no browser: [`world::Nowhere`]
//! stands in, and no handler ever runs. The first render depends on props alone, so both sides make the same HTML.

#[cfg(any(feature = "explorer", not(target_family = "wasm")))]
pub mod explore;
pub mod preview;
pub mod search;
pub mod share;
pub mod theme;
pub mod toc;

pub mod world;
