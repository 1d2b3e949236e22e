//! Exploring: one set of entries, narrowed by filters and words, and the ways to look at it.
//!
//! [`desk`] holds what is looked for and how, and connects it with the address; each view has a file of its own and shows
//! the desk's set. Files are fetched when a view needs them; where they lie stands on the element [`PLACE`].
//!
//! The islands have no props, as those of the search; the pages that hold them load the module `explorer`.

use leptos::prelude::*;

use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::world::world;

pub mod allies;
pub mod board;
pub mod chips;
pub mod compare;
pub mod desk;
pub mod embed;
pub mod facets;
pub mod fold;
pub mod graph;
pub mod legend;
pub mod list;
pub mod map;
pub mod notes;
pub mod numbers;
pub mod order;
pub mod pick;
pub mod query;
pub mod sheet;
pub mod table;
pub mod take;
pub mod timeline;
pub mod views;
pub mod words;
pub mod world;

/// The id of the element that says where the files of exploring lie.
pub const PLACE: &str = "explore";

/// The id of the filters.
const FACETS: &str = "explore-facets";

/// The whole explorer.
#[island]
pub fn Explorer() -> impl IntoView {
    let desk = Desk::new(world());
    // Not before the island is awake: the first render is the same for everyone.
    desk.world.after(0, Box::new(move |()| desk.begin()));
    words::follow(desk);
    let open = RwSignal::new(false);
    let as_word = move || if open.get() { "true" } else { "false" };
    view! {
        <div class="explorer" data-phase=move || desk.phase.get().word() data-words=move || desk.words.with(|words| words.hearing.word())>
            <div class="explorer-bar">{query::field(desk)} {views::tabs(desk)}</div>
            <div class="explorer-line">
                <p class="explorer-status" aria-hidden="true">
                    {move || desk.status()}
                    {move || words::progress(desk)}
                </p>
                <p class="visually-hidden" role="status">{move || desk.said.get()}</p>
                <button
                    type="button"
                    class="facets-open"
                    aria-controls=FACETS
                    aria-expanded=as_word
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || chips::filters_in_words(desk)}
                </button>
            </div>
            {notes::dropped(desk)}
            {notes::trouble(desk)}
            {words::note(desk)}
            {chips::chips(desk)}
            {move || take::bar(desk)}
            <div class="explorer-columns">
                <div class="facets" id=FACETS data-open=as_word>
                    {move || facets::panel(desk)}
                </div>
                <div class="explorer-view">
                    {notes::few(desk)}
                    {move || views::view(desk)}
                </div>
            </div>
        </div>
    }
}
