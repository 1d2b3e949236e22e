//! A shortlist that came with the address: shown for itself, beside the reader's own until she takes it.

use leptos::prelude::*;

use crate::explore::numbers::entries;
use crate::explore::shortlist::Shortlist;
use crate::view::island::explore::desk::{By, Desk};

/// The shared list; nothing where the address has none.
pub(super) fn shared(desk: Desk) -> impl IntoView {
    let rows = Memo::new(move |_| desk.state.with(|state| state.shortlist.clone()));
    let own = Memo::new(move |_| desk.taking.kept.rows());
    move || {
        let rows = rows.get();
        if rows.is_empty() {
            return None;
        }
        let own = own.get();
        let items: Vec<_> = rows.iter().map(|row| item(desk, *row)).collect();
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let acts = acts(desk, &rows, &own);
        Some(view! {
            <section class="shared" aria-labelledby="shared">
                <h2 id="shared">"A shared shortlist"</h2>
                <p class="take-note">
                    {["Somebody chose ", &entries(count), ". "].concat()}
                    {if *own == rows {
                        "It is the same as yours."
                    } else {
                        "It came with the address; your own shortlist is as it was."
                    }}
                </p>
                <ol class="shortlist-list">{items}</ol>
                <p class="take-acts">{acts}</p>
            </section>
        })
    }
}

fn item(desk: Desk, row: u32) -> Option<impl IntoView + use<>> {
    let index = desk.index.get_untracked()?;
    let found = index.catalog().row(row)?;
    Some(view! { <li><a href=desk.to(&found.address)>{found.title.clone()}</a></li> })
}

/// Take it, add it, or put it aside.
fn acts(desk: Desk, rows: &[u32], own: &[u32]) -> impl IntoView + use<> {
    let act = move |label: &'static str, change: Option<fn(&mut Shortlist, &[u32])>| {
        let press = move |_| {
            let rows = desk.state.with_untracked(|state| state.shortlist.clone());
            if let Some(change) = change {
                desk.taking.kept.change(desk, |list| change(list, &rows));
            }
            desk.change(By::Pressing, |state| state.shortlist.clear());
            desk.say(label_done(change.is_some()).to_owned());
            desk.world
                .after(0, Box::new(move |()| desk.world.focus("shortlist")));
        };
        view! { <button type="button" on:click=press>{label}</button> }
    };
    let add = |list: &mut Shortlist, rows: &[u32]| list.add(rows);
    let replace = |list: &mut Shortlist, rows: &[u32]| {
        *list = Shortlist::default();
        list.add(rows);
    };
    let is_new = own != rows;
    let has_own = is_new && !own.is_empty();
    view! {
        {(is_new && !has_own).then(|| act("Keep it as yours", Some(add)))}
        {has_own.then(|| act("Add to yours", Some(add)))}
        {has_own.then(|| act("Replace yours", Some(replace)))}
        {act("Close", None)}
    }
}

fn label_done(taken: bool) -> &'static str {
    if taken {
        "It is on your shortlist now."
    } else {
        "The shared shortlist is closed."
    }
}
