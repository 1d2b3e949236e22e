//! The ally finder: who offers what you seek, seeks what you offer, or is most like you, and why.
//!
//! [`wish`] is the state, [`finder`] connects it with the catalog and the address; [`form`] and [`things`] ask,
//! [`results`] answers, [`weighing`] says how. Nothing leaves the browser.

pub mod finder;
pub mod form;
pub mod results;
pub mod things;
pub mod weighing;
pub mod wish;

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::phrase::counted;
use crate::view::island::explore::allies::finder::{Finder, Known};
use crate::view::island::explore::allies::wish::{Way, Wish};
use crate::view::island::explore::desk::{By, Phase};
use crate::view::island::explore::pick::{Picker, pick};
use crate::view::island::explore::world::world;

/// The whole finder.
#[island]
pub fn AllyFinder() -> impl IntoView {
    let finder = Finder::new(world());
    // Not before the island is awake: the first render is the same for everyone.
    finder.world.after(0, Box::new(move |()| finder.begin()));
    let known = Memo::new(move |_| finder.known.get().map(ByAddress));
    view! {
        <div class="ally-finder" data-phase=move || finder.phase.get().word()>
            {move || trouble(finder)}
            <div class="ally-columns">
                <div class="ally-asked">{move || known.get().map(|known| asked(finder, &known.0))}</div>
                <div class="ally-found">{move || results::results(finder)}</div>
            </div>
        </div>
    }
}

/// What is known changes once, when it comes: the same is the same.
#[derive(Clone)]
struct ByAddress(Arc<Known>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &ByAddress) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What stands in the place of everything where the catalog could not be had.
fn trouble(finder: Finder) -> Option<impl IntoView> {
    (finder.phase.get() == Phase::Failed).then(|| {
        view! {
            <div class="explorer-note" role="alert">
                <p>"The catalog of this directory could not be loaded, so nothing can be compared here. The link to it may be broken, or there is no connection."</p>
                <button type="button" on:click=move |_| finder.begin()>"Try again"</button>
            </div>
        }
    })
}

/// Who seeks.
fn asked(finder: Finder, known: &Arc<Known>) -> impl IntoView + use<> {
    let is = move |way| finder.wish.with(|wish| wish.way == way);
    view! {
        <fieldset class="ally-ways">
            <legend>"Whose allies?"</legend>
            {way(finder, Way::Entry, "Those of an entry")}
            {way(finder, Way::Described, "Ours: we describe ourselves")}
        </fieldset>
        <div class="ally-entry" hidden=move || !is(Way::Entry)>{entry(finder, known)}</div>
        <div class="ally-described" hidden=move || !is(Way::Described)>
            {form::form(finder, known)}
        </div>
        <p class="meta">
            "Nothing leaves this browser: all is compared here. What you say stands in this page’s address, so that you can keep it as a link; share it with those who may read it."
        </p>
        {jump(finder)}
    }
}

/// On narrow screens the answers stand far below the form: how many there are, and the way there.
fn jump(finder: Finder) -> impl IntoView {
    let total = move || finder.found.with(|found| found.total);
    let words = move || {
        let groups = counted(total(), "group", "groups");
        ["Go to ", &groups, " found"].concat()
    };
    view! {
        <p class="ally-jump" hidden=move || total() == 0>
            <button type="button" on:click=move |_| finder.world.focus(results::HEADING)>{words}</button>
        </p>
    }
}

fn way(finder: Finder, way: Way, label: &'static str) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name="ally-way"
                prop:checked=move || finder.wish.with(|wish| wish.way == way)
                on:change=move |_| finder.change(By::Pressing, |wish| wish.way = way)
            />
            <span>{label}</span>
        </label>
    }
}

fn entry(finder: Finder, known: &Arc<Known>) -> impl IntoView + use<> {
    let catalog = known.catalog();
    let row = move || finder.wish.with(|wish| wish.row(catalog));
    let choose = move |chosen: Option<u32>| {
        let id = chosen
            .and_then(|row| catalog.row(row))
            .map(crate::explore::catalog::Row::id);
        let id = id.unwrap_or_default().to_owned();
        finder.change(By::Pressing, |wish: &mut Wish| wish.entry = id);
    };
    let page = move || {
        let row = catalog.row(row()?)?;
        let href = finder.to(&row.address);
        Some(
            view! { <p class="ally-page-link"><a href=href>"The page of " <bdi>{row.title.as_str()}</bdi></a></p> },
        )
    };
    view! {
        {pick(Picker {
            id: "ally-entry",
            label: "Title of the entry",
            world: finder.world,
            titles: Arc::clone(&known.titles),
            chosen: Signal::derive(row),
            choose: Callback::new(choose),
        })}
        {page}
    }
}
