//! Taking a page along: its address, or a citation. The citation can be read without scripts; the buttons that copy are
//! hidden by the style sheet where scripts do not run.

use leptos::prelude::*;

use crate::view::island::world::world;

/// What is announced after a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Said {
    /// Nothing was pressed yet.
    #[default]
    Nothing,
    /// It is on the clipboard.
    Copied,
    /// The browser refused: its clipboard is only for secure pages, or the reader said no.
    Refused,
}

impl Said {
    /// What to say once the browser has copied, or has not.
    pub fn after(done: bool) -> Said {
        if done { Said::Copied } else { Said::Refused }
    }

    /// The announcement.
    pub fn message(self) -> &'static str {
        match self {
            Said::Nothing => "",
            Said::Copied => "Copied.",
            Said::Refused => "The browser did not allow copying: select the text and copy it.",
        }
    }
}

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
    let said = RwSignal::new(Said::Nothing);
    let press = move |_| {
        let then = move |done| said.set(Said::after(done));
        world.copy(&text(), Box::new(then));
    };
    view! {
        <button type="button" class="share-copy" on:click=press>{label}</button>
        <span class="share-said" role="status">{move || said.get().message()}</span>
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn copying_is_announced_and_so_is_a_refusal() {
        assert_eq!(Said::default().message(), "");
        assert_eq!(Said::after(true).message(), "Copied.");
        assert!(Said::after(false).message().contains("did not allow"));
    }
}
