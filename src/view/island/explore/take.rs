//! Taking the set away: as files, as a booklet, as a part of another site; and the shortlist.
//!
//! All details of all entries lie in one file, which is fetched when a [`Wish`] first needs it; the wish is granted when
//! it is there.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::detail::Detail;
use crate::explore::export::Format;
use crate::view::island::explore::desk::{Desk, Phase};
use crate::view::island::explore::take::shortlist::Kept;

mod booklet;
mod code;
mod formats;
mod grant;
mod marks;
mod shared;
mod shortlist;

pub use marks::marks;

/// Which entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Those that filters and words leave.
    Set,
    /// Those on the reader's shortlist.
    Shortlist,
}

/// What the details are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A file.
    File(Whose, Format),
    /// The booklet.
    Booklet(Whose),
    /// Only to be looked at.
    Look,
}

/// How far the details are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// Not asked for.
    #[default]
    Away,
    /// On their way.
    Coming,
    /// They are there.
    Here,
    /// They could not be had.
    Failed,
}

/// What the parts that take something away share.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taking {
    /// How far the details are.
    pub reach: RwSignal<Reach>,
    /// The details, once they are there.
    pub details: RwSignal<Option<Arc<Vec<Detail>>>>,
    /// What waits for them.
    wish: RwSignal<Option<Wish>>,
    /// What was done last, and with whose entries.
    said: RwSignal<Option<(Whose, String)>>,
    /// The booklet that is looked at, as HTML.
    booklet: RwSignal<Option<String>>,
    /// Whether an entry too many was to be compared.
    full: RwSignal<bool>,
    /// The reader's shortlist.
    kept: Kept,
}

impl Taking {
    /// The catalog is there: the shortlist is read.
    pub fn begin(self, desk: Desk) {
        self.kept.begin(desk);
    }

    /// Grants a wish, now or once the details are there.
    pub fn ask(self, desk: Desk, wish: Wish) {
        if self.reach.get_untracked() == Reach::Here {
            return grant::grant(desk, wish);
        }
        self.wish.set(Some(wish));
        self.fetch(desk);
    }

    /// Asks for the details, unless they are on their way.
    pub fn fetch(self, desk: Desk) {
        let Some(href) = desk.place("details") else {
            return self.reach.set(Reach::Failed);
        };
        if self.reach.get_untracked() == Reach::Coming {
            return;
        }
        self.reach.set(Reach::Coming);
        let arrive = move |text: Option<String>| {
            let details = text.and_then(|text| crate::explore::detail::read(text.as_bytes()).ok());
            let Some(details) = details else {
                return self.reach.set(Reach::Failed);
            };
            self.details.set(Some(Arc::new(details)));
            self.reach.set(Reach::Here);
            if let Some(wish) = self.wish.get_untracked() {
                self.wish.set(None);
                grant::grant(desk, wish);
            }
        };
        desk.world.read(&href, Box::new(arrive));
    }
}

impl Whose {
    /// The rows, in their order.
    fn rows(self, desk: Desk) -> Arc<Vec<u32>> {
        match self {
            Whose::Set => desk.rows.get(),
            Whose::Shortlist => desk.taking.kept.rows(),
        }
    }
}

/// What stands between the count and the views: the two disclosures, a shared shortlist, the booklet.
pub fn bar(desk: Desk) -> Option<AnyView> {
    (desk.phase.get() == Phase::Ready).then(|| whole(desk).into_any())
}

// Each part without its type: the compiler gives up on whole trees of them.
fn whole(desk: Desk) -> impl IntoView {
    view! {
        {shared::shared(desk).into_any()}
        <div class="take-bar">
            <details class="take">
                <summary>"Take away"</summary>
                {formats::formats(desk, Whose::Set).into_any()}
                {code::code(desk).into_any()}
            </details>
            {shortlist::panel(desk).into_any()}
            {shortlist::to_compare(desk).into_any()}
        </div>
        {booklet::preview(desk).into_any()}
    }
}

/// How large the details are, in words.
fn size(desk: Desk) -> String {
    desk.place("details-size").unwrap_or_default()
}

/// What stands there while the details are coming, or could not be had; nothing otherwise.
pub(super) fn waiting(desk: Desk) -> impl IntoView {
    move || {
        match desk.taking.reach.get() {
        Reach::Away | Reach::Here => None,
        Reach::Coming => Some(
            view! {
                <p class="take-note" role="status">
                    {["Loading the details of all entries, ", &size(desk), "."].concat()}
                </p>
            }
            .into_any(),
        ),
        Reach::Failed => Some(
            view! {
                <div class="take-trouble" role="alert">
                    <p>
                        "The details of the entries could not be loaded. There may be no connection, or this page is older than the file: then load the page anew."
                    </p>
                    <button type="button" on:click=move |_| desk.taking.fetch(desk)>
                        "Try again"
                    </button>
                </div>
            }
            .into_any(),
        ),
    }
    }
}
