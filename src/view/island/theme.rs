//! The theme switch (stand-in).

use leptos::prelude::*;

/// Light, dark, or as the system says.
#[component]
pub fn Theme() -> impl IntoView {
    view! { <button class="theme" type="button" hidden>"Theme"</button> }
}
