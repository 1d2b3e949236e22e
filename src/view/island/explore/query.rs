//! The field for words: one more filter of the set.

use leptos::prelude::*;

use crate::view::island::explore::desk::{By, Desk, Phase};

/// The field.
pub fn field(desk: Desk) -> impl IntoView {
    let typed = move |text: String| {
        if desk.phase.get_untracked() == Phase::Ready {
            desk.change(By::Typing, |state| state.search(&text));
        } else {
            desk.type_early(text);
        }
    };
    // The role is said, so that `boot.js` tells what was typed before anybody listened.
    view! {
        <input
            type="search"
            role="searchbox"
            class="explorer-query"
            aria-label="Search in the entries"
            placeholder="Search in the entries"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="search"
            prop:value=move || desk.query.get()
            on:input:target=move |event| typed(event.target().value())
        />
    }
}
