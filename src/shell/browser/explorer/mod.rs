//! The world of the islands of exploring, answered by a browser.

mod pen;
mod sheet;
mod world;

use leptos::prelude::provide_context;

use crate::view::island::explore::world::ProvidedExplorer;

/// Gives the islands of exploring their world.
pub(super) fn provide() {
    provide_context(ProvidedExplorer(&super::world::Browser));
}
