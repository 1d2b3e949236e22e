//! Exploring: one set of entries, narrowed by filters and words, and the ways to look at it.
//!
//! [`desk`] holds what is looked for and how, and connects it with the address; each view has a file of its own and shows
//! the desk's set. Files are fetched when a view needs them; where they lie stands on the element [`PLACE`].
//!
//! The islands have no props, as those of the search; the pages that hold them load the module `explorer`.

use leptos::prelude::*;

use crate::view::island::explore::desk::{Desk, Phase};
use crate::view::island::explore::world::world;

pub mod board;
pub mod desk;
pub mod list;
pub mod views;
pub mod world;

/// The id of the element that says where the files of exploring lie.
pub const PLACE: &str = "explore";

/// The whole explorer.
#[island]
pub fn Explorer() -> impl IntoView {
    let desk = Desk::new(world());
    // Not before the island is awake: the first render is the same for everyone.
    desk.world.after(0, Box::new(move |()| desk.begin()));
    view! {
        <div class="explorer" data-phase=move || desk.phase.get().word()>
            <div class="explorer-bar">{views::tabs(desk)}</div>
            <div class="explorer-line">
                <p class="explorer-status" aria-hidden="true">{move || desk.status()}</p>
                <p class="visually-hidden" role="status">{move || desk.said.get()}</p>
            </div>
            {move || trouble(desk)}
            <div class="explorer-columns">{move || views::view(desk)}</div>
        </div>
    }
}

/// What stands in the place of the views where the catalog could not be had.
fn trouble(desk: Desk) -> Option<impl IntoView> {
    (desk.phase.get() == Phase::Failed).then(|| {
        view! {
            <div class="explorer-trouble">
                <p>"The catalog of this directory could not be loaded, so nothing can be filtered here. The link to it may be broken, or there is no connection."</p>
                <button type="button" on:click=move |_| desk.begin()>"Try again"</button>
            </div>
        }
    })
}
