//! The reader's shortlist: kept in the browser, sorted by hand, taken away, shared as a link.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::explore::facets::Index;
use crate::explore::shortlist::{MOST, Shortlist, Toggled, sentence};
use crate::explore::state::{self, MOST_COMPARED, State, View};
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::take::formats::formats;
use crate::view::island::explore::take::{Whose, marks};

/// The ids of what takes the focus when the button that had it is gone.
const PANEL: &str = "shortlist";
const UNDO: &str = "shortlist-undo";

/// The shortlist of this browser.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Kept {
    list: RwSignal<Shortlist>,
    /// What it was before something was taken from it, until something else is done.
    before: RwSignal<Option<Shortlist>>,
    /// How many of its entries this directory lacks.
    gone: RwSignal<u32>,
}

/// A directory's own key: several may share an address.
fn key(index: &Index) -> String {
    ["shortlist of ", &index.catalog().title].concat()
}

impl Kept {
    /// Reads what is kept.
    pub(super) fn begin(self, desk: Desk) {
        let Some(index) = desk.index.get_untracked() else {
            return;
        };
        // Where nothing is kept, storage may be forbidden: then the list lasts as long as the page.
        if let Some(text) = desk.world.recall(&key(&index)) {
            let (list, gone) = Shortlist::read(&text, &index);
            self.gone.set(gone);
            if self.list.with_untracked(|known| *known != list) {
                self.list.set(list);
            }
        }
    }

    /// Its rows, in their order.
    pub(super) fn rows(self) -> Arc<Vec<u32>> {
        Arc::new(self.list.with(|list| list.rows().to_vec()))
    }

    /// Whether it holds this row.
    pub(super) fn holds(self, row: u32) -> bool {
        self.list.with(|list| list.holds(row))
    }

    /// Puts a row on it, or takes it away.
    pub(super) fn toggle(self, desk: Desk, row: u32) {
        let mut toggled = Toggled::Full;
        self.change(desk, |list| toggled = list.toggle(row));
        desk.say(match toggled {
            Toggled::Full => full(),
            Toggled::Added | Toggled::Removed => self.number(),
        });
    }

    /// `3 entries on the shortlist`
    fn number(self) -> String {
        let count = self.list.with_untracked(|list| list.rows().len());
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        [
            &crate::explore::numbers::entries(count),
            " on the shortlist",
        ]
        .concat()
    }

    /// Changes it and keeps it. Another tab may have changed it meanwhile: what is kept is read first.
    pub(super) fn change(self, desk: Desk, change: impl FnOnce(&mut Shortlist)) {
        let Some(index) = desk.index.get_untracked() else {
            return;
        };
        self.begin(desk);
        let before = self.list.get_untracked();
        let mut list = before.clone();
        change(&mut list);
        desk.world.remember(&key(&index), Some(&list.write(&index)));
        let shorter = before.rows().iter().any(|row| !list.holds(*row));
        self.before.set(shorter.then_some(before));
        self.gone.set(0);
        self.list.set(list);
    }
}

fn full() -> String {
    [
        "The shortlist is full: it holds ",
        &MOST.to_string(),
        " entries.",
    ]
    .concat()
}

/// The disclosure with the list.
pub(super) fn panel(desk: Desk) -> impl IntoView {
    let kept = desk.taking.kept;
    let count = move || kept.list.with(|list| list.rows().len());
    let status = move || sentence(count(), kept.gone.get());
    let items = move || {
        let rows = kept.rows();
        let items: Vec<_> = rows.iter().map(|row| item(desk, *row)).collect();
        items
    };
    view! {
        <details class="take">
            <summary id=PANEL>"Shortlist " <span class="count">{count}</span></summary>
            <p class="take-note">
                {status}
                " It stays in this browser: nobody else sees it, and it goes when the browser's data is cleared."
            </p>
            <ol class="shortlist-list">{items}</ol>
            <p class="take-acts">{move || acts(desk).into_any()}</p>
            {move || (count() > 0).then(|| formats(desk, Whose::Shortlist).into_any())}
        </details>
    }
}

fn item(desk: Desk, row: u32) -> Option<impl IntoView + use<>> {
    let index = desk.index.get_untracked()?;
    let found = index.catalog().row(row)?;
    let title = found.title.clone();
    let kind: Vec<&str> = index.catalog().labels(row, Facet::Kind).collect();
    let kind = kind.join(", ");
    let button = |what: &'static str, label: &'static str, press: fn(Desk, u32)| {
        view! {
            <button
                type="button"
                id=id(what, row)
                aria-label=[what, ": ", &title].concat()
                on:click=move |_| press(desk, row)
            >
                {label}
            </button>
        }
    };
    Some(view! {
        <li>
            <a href=desk.to(&found.address)>{title.clone()}</a>
            " "
            <span class="meta">{kind}</span>
            <span class="marks">
                {button(UP, "↑", |desk, row| shift(desk, row, true))}
                {button(DOWN, "↓", |desk, row| shift(desk, row, false))}
                {button(REMOVE, "Remove", remove)}
            </span>
        </li>
    })
}

const UP: &str = "Move up";
const DOWN: &str = "Move down";
const REMOVE: &str = "Remove";

fn id(what: &str, row: u32) -> String {
    let what = what.replace(' ', "-");
    [&what, "-", &row.to_string()].concat()
}

fn shift(desk: Desk, row: u32, up: bool) {
    let kept = desk.taking.kept;
    kept.change(desk, |list| list.shift(row, up));
    let rows = kept.list.get_untracked();
    let place = rows.rows().iter().position(|kept| *kept == row);
    let place = place.map_or(0, |place| place + 1);
    let of = [
        "Place ",
        &place.to_string(),
        " of ",
        &rows.rows().len().to_string(),
    ];
    desk.say(of.concat());
    focus(desk, id(if up { UP } else { DOWN }, row));
}

/// Takes an entry from the list; the focus goes to the next one's button.
fn remove(desk: Desk, row: u32) {
    let kept = desk.taking.kept;
    let place = kept
        .list
        .with_untracked(|list| list.rows().iter().position(|kept| *kept == row));
    kept.toggle(desk, row);
    let rows = kept.list.get_untracked();
    let next = rows.rows().get(place.unwrap_or_default());
    let next = next.or(rows.rows().last());
    focus(desk, next.map_or(UNDO.to_owned(), |row| id(REMOVE, *row)));
}

/// Once what was changed is drawn.
fn focus(desk: Desk, id: String) {
    desk.world
        .after(0, Box::new(move |()| desk.world.focus(&id)));
}

/// Share, compare, clear, undo: those that make sense.
fn acts(desk: Desk) -> impl IntoView {
    let kept = desk.taking.kept;
    let count = kept.list.with(|list| list.rows().len());
    let copied = RwSignal::new("");
    let undo = move |before: Shortlist| {
        kept.change(desk, |list| *list = before);
        desk.say(kept.number());
        focus(desk, PANEL.to_owned());
    };
    let share = (count > 0).then(|| {
        view! {
            <button type="button" on:click=move |_| share(desk, copied)>"Copy link"</button>
            <span class="take-said" role="status">{copied}</span>
        }
    });
    let compare = (2..=MOST_COMPARED).contains(&count).then(|| {
        view! { <button type="button" on:click=move |_| compare(desk)>"Compare these"</button> }
    });
    let clear = (count > 0).then(|| {
        view! { <button type="button" on:click=move |_| clear(desk)>"Clear"</button> }
    });
    let undo = kept.before.get().map(|before| {
        view! {
            <button type="button" id=UNDO on:click=move |_| undo(before.clone())>
                "Undo the removal"
            </button>
        }
    });
    view! { {share} {compare} {clear} {undo} }
}

fn clear(desk: Desk) {
    desk.taking
        .kept
        .change(desk, |list| *list = Shortlist::default());
    desk.say("The shortlist is empty.".to_owned());
    focus(desk, UNDO.to_owned());
}

fn compare(desk: Desk) {
    let rows = desk.taking.kept.list.get_untracked();
    desk.change(By::Pressing, |state| {
        state.compared = rows.rows().to_vec();
        state.view = View::Compare;
    });
}

/// Copies a link that opens the list as a shared one.
fn share(desk: Desk, said: RwSignal<&'static str>) {
    let Some(index) = desk.index.get_untracked() else {
        return;
    };
    let list = desk.taking.kept.list.get_untracked();
    let state = State {
        shortlist: list.rows().to_vec(),
        ..State::default()
    };
    let here = desk.world.here();
    let page = here.split('#').next().unwrap_or_default();
    let link = [page, "#", &state::write(&state, &index)].concat();
    let then = move |done| said.set(crate::view::island::share::said(done));
    desk.world.copy(&link, Box::new(then));
}

/// The way to the comparison, once something is chosen for it.
pub(super) fn to_compare(desk: Desk) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        desk.state.with(|state| {
            let elsewhere = state.view != View::Compare;
            elsewhere.then_some(state.compared.len())
        })
    });
    let show = move |_| desk.change(By::Pressing, |state| state.view = View::Compare);
    let words = move |count: usize| match count {
        1 => "1 entry chosen to compare".to_owned(),
        count => ["Compare ", &count.to_string(), " entries"].concat(),
    };
    move || {
        let count = chosen.get().filter(|count| *count > 0)?;
        let full = desk.taking.full.get() && count == MOST_COMPARED;
        Some(view! {
            <p class="take-acts">
                <button type="button" on:click=show>{words(count)}</button>
                {full.then_some(marks::FULL)}
            </p>
        })
    }
}
