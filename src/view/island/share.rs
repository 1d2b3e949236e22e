//! Taking a page along: its address, or a citation. Hidden by the style sheet where scripts do not run.

#![expect(
    missing_docs,
    reason = "the island macro makes a struct of its own without a doc"
)]

use leptos::prelude::*;

use crate::view::island::world::world;

/// What the buttons have done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shared {
    /// Whether the citation stands open.
    pub citing: bool,
    /// What was last copied.
    pub said: Option<Said>,
}

/// What is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The address is on the clipboard.
    LinkCopied,
    /// The citation is on the clipboard.
    CitationCopied,
    /// The browser refused: its clipboard is only for secure pages, or the reader said no.
    Refused,
}

impl Shared {
    /// Opens the citation or closes it.
    pub fn cite(&mut self) {
        self.citing = !self.citing;
        self.said = None;
    }

    /// Keeps what came of copying.
    pub fn copied(&mut self, what: Said, done: bool) {
        self.said = Some(if done { what } else { Said::Refused });
    }

    /// The announcement; empty where there is none.
    pub fn message(self) -> &'static str {
        match self.said {
            None => "",
            Some(Said::LinkCopied) => "Link copied.",
            Some(Said::CitationCopied) => "Citation copied.",
            Some(Said::Refused) => {
                "The browser did not allow copying. Select the text and copy it yourself."
            }
        }
    }
}

/// "Copy link" and "Cite".
#[island]
pub fn Share(
    /// The page's title.
    title: String,
    /// The citation, as text.
    citation: String,
) -> impl IntoView {
    let world = world();
    let shared = RwSignal::new(Shared::default());
    let put = move |text: &str, what: Said| {
        let then = move |done| shared.update(|s| s.copied(what, done));
        world.copy(text, Box::new(then));
    };
    let text = StoredValue::new(citation.clone());
    view! {
        <div class="share" role="group" aria-label=format!("Share “{title}”")>
            <button type="button" class="share-link" on:click=move |_| put(&world.here(), Said::LinkCopied)>
                "Copy link"
            </button>
            <button
                type="button"
                class="share-cite"
                aria-expanded=move || shared.get().citing.to_string()
                aria-controls="citation"
                on:click=move |_| shared.update(Shared::cite)
            >
                "Cite"
            </button>
            <div class="share-citation" id="citation" hidden=move || !shared.get().citing>
                <p>{citation}</p>
                <button type="button" on:click=move |_| text.with_value(|t| put(t, Said::CitationCopied))>
                    "Copy citation"
                </button>
            </div>
            <p class="share-said" role="status">{move || shared.get().message()}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, Shared};

    #[test]
    fn copying_is_announced_and_so_is_a_refusal() {
        let mut shared = Shared::default();
        assert_eq!(shared.message(), "");
        shared.copied(Said::LinkCopied, true);
        assert_eq!(shared.message(), "Link copied.");
        shared.copied(Said::CitationCopied, false);
        assert_eq!(shared.said, Some(Said::Refused));
    }

    #[test]
    fn opening_the_citation_takes_back_the_announcement() {
        let mut shared = Shared::default();
        shared.copied(Said::LinkCopied, true);
        shared.cite();
        assert_eq!((shared.citing, shared.said), (true, None));
        shared.cite();
        assert!(!shared.citing);
    }
}
