//! The explorer in a frame of another site: the set and the view of its address, and nothing to change them by.

use leptos::prelude::*;

use crate::explore::chips::in_words;
use crate::explore::state::write;
use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::world::world;
use crate::view::island::explore::{notes, views};

/// The set of the address, as it is looked at there.
#[island]
pub fn Embedded() -> impl IntoView {
    let desk = Desk::new(world());
    // Not before the island is awake: the first render is the same for everyone.
    desk.world.after(0, Box::new(move |()| desk.begin()));
    view! {
        <div class="explorer" data-phase=move || desk.phase.get().word()>
            <p class="embed-line">
                <span class="explorer-status" role="status">{move || desk.status()}</span>
                {move || filters(desk)}
                {move || whole(desk)}
            </p>
            {notes::trouble(desk)}
            <div class="explorer-columns">{move || views::view(desk)}</div>
        </div>
    }
}

/// The filters in words.
fn filters(desk: Desk) -> String {
    let words = desk.index.with(|index| {
        let index = index.as_ref();
        index.map(|index| desk.state.with(|state| in_words(state, index)))
    });
    words.unwrap_or_default().join(" · ")
}

/// The way to the explorer with the same set.
fn whole(desk: Desk) -> Option<impl IntoView> {
    let index = desk.index.get()?;
    let fragment = desk.state.with(|state| write(state, &index));
    let href = [&desk.to("explore/"), "#", &fragment].concat();
    Some(view! { <a href=href>"Explore these"</a> })
}
