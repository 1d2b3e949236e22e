//! The search overlay: a link to the list of all pages where scripts do not run, and a dialog where they do.
//!
//! [`overlay`] is its state, [`source`] what answers a query; today that is [`titles`] alone, and whatever else answers is
//! added to the list in [`SearchBox::prepare`]. The field is a combobox by the pattern of WAI-ARIA: the focus stays in it,
//! and `aria-activedescendant` names the active option.
//!
//! The island has no props: they would travel as JSON, and reading JSON costs the browser 8 kB. What it needs to know
//! stands on the link, where it is of use without scripts too.

use std::sync::Arc;

use leptos::either::Either;
use leptos::ev::KeyboardEvent;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;

use crate::view::island::search::overlay::{Move, Overlay};
use crate::view::island::search::source::{Piece, Shown, Source};
use crate::view::island::search::titles::TitleSource;
use crate::view::island::world::{World, world};

pub mod overlay;
pub mod source;
pub mod titles;

/// The link that opens search, and the dialog.
#[component]
pub fn Search(
    /// The catalog, as a relative address.
    catalog: String,
    /// The way to the site's root, such as `../../`.
    root: String,
    /// The list of all pages, as a relative address.
    all: String,
) -> impl IntoView {
    view! {
        <a
            class="search-open"
            id=LINK
            href=all
            data-catalog=catalog
            data-root=root
            aria-keyshortcuts="/ Control+K Meta+K"
        >
            <span>"Search"</span>
            <kbd aria-hidden="true">"/"</kbd>
        </a>
        <SearchDialog/>
    }
}

/// The link's id.
const LINK: &str = "search-open";

/// The dialog, closed.
#[island]
pub fn SearchDialog() -> impl IntoView {
    let search = SearchBox::new(world());
    search.prepare();
    view! {
        <dialog class="search-box" aria-label="Search" node_ref=search.dialog>
            <div class="search-field">
                {field(search)}
                <button type="button" class="search-close" on:click=move |_| search.close()>"Close"</button>
            </div>
            <p class="search-status" role="status">{move || search.overlay.with(Overlay::status)}</p>
            <div class="search-hits" id=LIST role="listbox" aria-label="Pages" hidden=move || search.active().is_none()>
                {move || search.overlay.with(hits)}
            </div>
            {move || search.help()}
        </dialog>
    }
}

/// The list's id; its options' ids begin with it.
const LIST: &str = "search-hits";

fn option_id(index: usize) -> String {
    format!("{LIST}-{index}")
}

fn field(search: SearchBox) -> impl IntoView {
    view! {
        <input
            type="text"
            role="combobox"
            aria-label="Search pages"
            aria-autocomplete="list"
            aria-controls=LIST
            aria-expanded=move || search.active().is_some().to_string()
            aria-activedescendant=move || search.active().map(option_id)
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="go"
            placeholder="Search pages"
            node_ref=search.input
            on:input:target=move |event| search.ask(&event.target().value())
            on:keydown=move |event| search.press(&event)
        />
    }
}

fn hits(overlay: &Overlay) -> Vec<impl IntoView + use<>> {
    let active = overlay.active();
    let hits = overlay.hits().enumerate();
    hits.map(|(index, shown)| hit(index, shown, active == Some(index)))
        .collect()
}

fn hit(index: usize, shown: &Shown, active: bool) -> impl IntoView + use<> {
    let badge = (!shown.kind.is_empty()).then(|| {
        let class = badge_class(&shown.approach);
        view! { <span class=class>{shown.kind.clone()}</span> }
    });
    let other_name = (!shown.other_name.is_empty()).then(|| {
        view! { <span class="search-other">"people also say " {pieces(&shown.other_name)}</span> }
    });
    view! {
        <a
            class="search-hit"
            role="option"
            id=option_id(index)
            href=shown.href.clone()
            tabindex="-1"
            aria-selected=active.to_string()
        >
            {badge}
            <span class="search-title">{pieces(&shown.title)}</span>
            {other_name}
            <span class="search-summary">{pieces(&shown.summary)}</span>
        </a>
    }
}

/// The classes of a kind's badge.
fn badge_class(approach: &str) -> &'static str {
    match approach {
        "counter-power" => "badge power",
        "counter-institution" => "badge build",
        "both" => "badge both",
        _neutral => "badge neutral",
    }
}

fn pieces(pieces: &[Piece]) -> Vec<impl IntoView + use<>> {
    let piece = |piece: &Piece| {
        let text = piece.text.clone();
        if piece.marked {
            Either::Left(view! { <mark>{text}</mark> })
        } else {
            Either::Right(text)
        }
    };
    pieces.iter().map(piece).collect()
}

/// Connects the state with the dialog and the sources.
#[derive(Clone, Copy)]
struct SearchBox {
    world: &'static dyn World,
    sources: StoredValue<Vec<Box<dyn Source>>>,
    overlay: RwSignal<Overlay>,
    dialog: NodeRef<Dialog>,
    input: NodeRef<Input>,
}

impl SearchBox {
    fn new(world: &'static dyn World) -> SearchBox {
        SearchBox {
            world,
            sources: StoredValue::new(Vec::new()),
            overlay: RwSignal::new(Overlay::default()),
            dialog: NodeRef::new(),
            input: NodeRef::new(),
        }
    }

    /// Names the sources and waits to be opened.
    fn prepare(self) {
        let named = |attribute| self.world.attribute(LINK, attribute).unwrap_or_default();
        let titles = TitleSource::new(self.world, &named("data-catalog"), &named("data-root"));
        let sources: Vec<Box<dyn Source>> = vec![Box::new(titles)];
        self.overlay.set(Overlay::new(sources.len()));
        self.sources.set_value(sources);
        self.world.on_search(LINK, Box::new(move || self.open()));
    }

    /// What to do where nothing was found, or nothing could be asked.
    fn help(self) -> Option<impl IntoView + use<>> {
        let (empty, failed) = self
            .overlay
            .with(|overlay| (overlay.is_empty(), overlay.failed()));
        let all = self.world.attribute(LINK, "href");
        let advice = empty.then(|| {
            view! {
                <p class="search-help">
                    "Try fewer letters or another word for it, or look through "
                    <a href=all>"all pages"</a>
                    "."
                </p>
            }
        });
        let retry = failed.then(|| {
            view! {
                <p class="search-help">
                    <button type="button" on:click=move |_| self.ask_again()>"Try again"</button>
                </p>
            }
        });
        (empty || failed).then_some((advice, retry))
    }

    fn active(self) -> Option<usize> {
        self.overlay.with(Overlay::active)
    }

    fn open(self) {
        let (Some(dialog), Some(input)) = (self.dialog.get_untracked(), self.input.get_untracked())
        else {
            return;
        };
        if !dialog.open() {
            // Fails only for a dialog outside the document.
            drop(dialog.show_modal());
        }
        input.select();
        self.ask(&input.value());
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    fn ask(self, query: &str) {
        let mut ticket = 0;
        self.overlay.update(|overlay| ticket = overlay.ask(query));
        self.sources.with_value(|sources| {
            for (index, source) in sources.iter().enumerate() {
                let reply = move |answer| {
                    let mut href = None;
                    self.overlay
                        .update(|overlay| href = overlay.answer(ticket, index, answer));
                    self.go(href);
                };
                source.ask(query, Arc::new(reply));
            }
        });
    }

    fn ask_again(self) {
        let query = self
            .overlay
            .with_untracked(|overlay| overlay.query().to_owned());
        self.ask(&query);
    }

    fn press(self, event: &KeyboardEvent) {
        // Enter and arrows belong to the input method while it composes a word.
        if event.is_composing() {
            return;
        }
        let key = event.key();
        if key == "Enter" {
            event.prevent_default();
            let mut href = None;
            self.overlay.update(|overlay| href = overlay.enter());
            self.go(href);
        } else if let Some(to) =
            Move::of_key(&key).filter(|_| self.overlay.with_untracked(Overlay::active).is_some())
        {
            event.prevent_default();
            self.overlay.update(|overlay| overlay.go(to));
            self.reveal();
        }
    }

    fn reveal(self) {
        let Some(active) = self.overlay.with_untracked(Overlay::active) else {
            return;
        };
        self.world
            .after(0, Box::new(move |()| self.world.reveal(&option_id(active))));
    }

    fn go(self, href: Option<String>) {
        if let Some(href) = href {
            self.world.go(&href);
        }
    }
}
