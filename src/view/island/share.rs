//! Copy-link and cite buttons (stand-in).

use leptos::prelude::*;

/// Copies the page's address or its citation.
#[component]
pub fn Share(
    /// The page's title.
    title: String,
    /// How to cite it.
    citation: String,
) -> impl IntoView {
    drop((title, citation));
}
