//! Taking a page along: its address, or a citation. The citation can be read without scripts; the buttons that copy are
//! hidden by the style sheet where scripts do not run.

use leptos::prelude::*;

use crate::view::island::world::world;

/// "Copy link" and "Cite".
#[component]
pub fn Share(
    /// The page's title.
    title: String,
    /// The citation, as text.
    citation: String,
) -> impl IntoView {
    view! {
        <div class="share" role="group" aria-label=format!("Share “{title}”")>
            <CopyLink/>
            <details class="share-cite">
                <summary>"Cite"</summary>
                <p id=CITATION>{citation}</p>
                <CopyCitation/>
            </details>
        </div>
    }
}

/// The id of the citation's text.
const CITATION: &str = "citation";

/// Copies the page's address.
#[island]
pub fn CopyLink() -> impl IntoView {
    let world = world();
    copy_button("Copy link", move || world.here())
}

/// Copies the citation.
#[island]
pub fn CopyCitation() -> impl IntoView {
    let world = world();
    copy_button("Copy citation", move || world.text(CITATION))
}

/// A button that copies, and says whether it could.
fn copy_button(label: &'static str, text: impl Fn() -> String + Send + 'static) -> impl IntoView {
    let world = world();
    let message = RwSignal::new("");
    let press = move |_| {
        let then = move |done| message.set(said(done));
        world.copy(&text(), Box::new(then));
    };
    view! {
        <button type="button" class="share-copy" on:click=press>{label}</button>
        <span class="share-said" role="status">{move || message.get()}</span>
    }
}

/// What is announced once the browser has copied, or has not: its clipboard is only for secure pages, and the reader may
/// have said no.
pub(crate) fn said(done: bool) -> &'static str {
    if done {
        "Copied."
    } else {
        "The browser did not allow copying: select the text and copy it."
    }
}
