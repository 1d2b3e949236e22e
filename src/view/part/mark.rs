//! The mark: a triangle and a square that overprint. In the masthead by classes, as a file by its own colours.

use leptos::prelude::*;

/// The mark as a file of its own: icons know nothing of our style sheet.
pub(crate) const FILE: &str = concat!(
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -10 56 56">"#,
    r##"<path fill="#c2311d" d="M18 2 34 32H2Z"/><path fill="#0d7467" d="M20 4h28v28H20Z"/>"##,
    r##"<path fill="#1d1b18" d="M20 5.75 34 32H20Z"/></svg>"##,
);

/// The mark inside a page.
#[component]
pub(crate) fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 52 34" aria-hidden="true">
            <path class="mark-power" d="M18 2 34 32H2Z"></path>
            <path class="mark-build" d="M20 4h28v28H20Z"></path>
            <path class="mark-both" d="M20 5.75 34 32H20Z"></path>
        </svg>
    }
}
