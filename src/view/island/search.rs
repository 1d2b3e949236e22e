//! The search overlay (stand-in).

use leptos::prelude::*;

/// Search over titles, aliases and summaries.
#[component]
pub fn Search(
    /// The catalog's relative href.
    catalog: String,
    /// The home page's relative href.
    root: String,
    /// The relative href of the list of all pages.
    all: String,
) -> impl IntoView {
    drop((catalog, root));
    view! { <a class="find" href=all><span>"Search"</span><kbd>"/"</kbd></a> }
}
