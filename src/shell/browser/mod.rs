//! The browser: fetch, storage, clipboard, the document. What islands may ask of it is `view::island::world::World`.
//!
//! `boot.js`, copied beside the wasm by Trunk, loads all this and then wakes the islands one by one.

#[cfg(feature = "islands")]
use leptos::prelude::provide_context;

#[cfg(feature = "islands")]
use crate::view::island::world::Provided;

#[cfg(feature = "explorer")]
mod explorer;
#[cfg(feature = "islands")]
mod links;
#[cfg(feature = "islands")]
mod toc;
#[cfg(feature = "islands")]
mod world;

#[cfg(not(feature = "islands"))]
pub mod engine;

/// Makes ready for the islands; the boot script then wakes each.
#[cfg(feature = "islands")]
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    provide_context(Provided(&world::Browser));
    #[cfg(feature = "explorer")]
    explorer::provide();
    toc::follow();
}
