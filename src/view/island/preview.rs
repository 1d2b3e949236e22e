//! Link previews (stand-in).

use leptos::prelude::*;

/// The summary of a link's target.
#[component]
pub fn Preview() -> impl IntoView {}
