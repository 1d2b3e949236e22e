//! Search: a link to the list of all pages where scripts do not run; where they do, a dialog on every page, and a page of
//! its own with filters.
//!
//! [`inquiry`] is the state of both, [`desk`] connects it with the world, [`list`] shows it. The field is a combobox by the
//! pattern of WAI-ARIA: the focus stays in it, and `aria-activedescendant` names the active option. The engine that answers
//! is a module of its own, which `search.js` runs; questions and answers travel as text.
//!
//! The islands have no props: they would travel as JSON, and reading JSON costs the browser 8 kB. What they need to know
//! stands on the link, where it is of use without scripts too.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::search::answer::Question;
use crate::view::island::search::desk::Desk;
use crate::view::island::search::inquiry::Inquiry;
use crate::view::island::world::world;

pub mod acts;
pub mod desk;
pub mod fragment;
pub mod inquiry;
pub mod list;
pub mod options;
pub mod page;
pub mod steps;

/// How many hits the dialog shows: more than anyone reads there; each costs the browser layout at every key.
const SHOWN: u32 = 30;

/// The link's id.
const LINK: &str = "search-open";

/// The link that opens the search.
#[component]
pub fn SearchLink(
    /// The way to the site's root, such as `../../`.
    root: String,
    /// The list of all pages, as a relative address.
    all: String,
    /// The script that runs the engine, as a relative address.
    engine: String,
) -> impl IntoView {
    view! {
        <a
            class="search-open"
            id=LINK
            href=all
            data-root=root
            data-engine=engine
            aria-keyshortcuts="/ Control+K Meta+K"
        >
            <span>"Search"</span>
            <kbd aria-hidden="true">"/"</kbd>
        </a>
    }
}

/// The dialog, closed.
#[island]
pub fn SearchDialog() -> impl IntoView {
    let question = Question {
        most: SHOWN,
        ..Question::default()
    };
    let desk = Desk::new(world(), question);
    let dialog = NodeRef::<Dialog>::new();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let open = move || {
        let Some(dialog) = dialog.get_untracked() else {
            return;
        };
        if !dialog.open() {
            // Fails only for a dialog outside the document.
            drop(dialog.show_modal());
        }
        desk.start();
    };
    desk.world.on_search(LINK, Box::new(open));
    // A hit may be a section of this very page.
    desk.world.on_fragment(Box::new(close));
    // Not while nothing is asked: the first render knows no way to the root.
    let all_of = move || desk.inquiry.with(|i| (!i.is_idle()).then(|| page_of(i)));
    view! {
        <dialog
            class="search-box"
            aria-label="Search"
            data-state=desk.words(|inquiry| inquiry.state().to_owned())
            data-query=desk.words(|inquiry| inquiry.question().text.clone())
            node_ref=dialog
        >
            <div class="search-field">
                {list::field(desk)}
                <button type="button" class="search-close" on:click=move |_| close()>"Close"</button>
            </div>
            <div class="search-line">
                {list::status(desk)}
                <a class="search-all" href=all_of hidden=desk.whether(Inquiry::is_idle)>
                    "All results and filters"
                </a>
            </div>
            {list::found(desk)}
        </dialog>
    }
}

/// The page of the search with the same question.
fn page_of(inquiry: &Inquiry) -> String {
    let question = Question {
        most: fragment::FIRST_HITS,
        ..inquiry.question().clone()
    };
    [inquiry.root(), "search/", &fragment::write(&question)].concat()
}
