//! What a search shows, in the dialog and on its page: the field, how far it is, the hits, and what to try.

use leptos::prelude::*;

use crate::search::answer::By;
use crate::view::island::search::acts::{Act, proposals, refusals};
use crate::view::island::search::desk::Desk;
use crate::view::island::search::inquiry::Inquiry;
use crate::view::island::search::options::Choice;

/// The list's id; its options' ids begin with it.
const LIST: &str = "search-hits";

/// The id of the words above what was found in texts.
const RULE: &str = "search-in-text";

pub(super) fn option_id(index: usize) -> String {
    format!("{LIST}-{index}")
}

/// The field.
pub(super) fn field(desk: Desk) -> impl IntoView {
    let active = move || desk.inquiry.with(Inquiry::active).map(option_id);
    view! {
        <input
            type="text"
            role="combobox"
            aria-label="Search pages"
            aria-autocomplete="list"
            aria-controls=LIST
            aria-expanded=desk.words(|inquiry| inquiry.active().is_some().to_string())
            aria-activedescendant=active
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="go"
            placeholder="Search pages"
            node_ref=desk.input
            on:input:target=move |event| desk.typed(event.target().value())
            on:keydown=move |event| desk.press(&event)
        />
    }
}

/// What is going on: at once for the eye, and after a pause for the ear.
pub(super) fn status(desk: Desk) -> impl IntoView {
    view! {
        <p class="search-status" aria-hidden="true">{desk.words(Inquiry::status)}</p>
        <p class="visually-hidden" role="status">{move || desk.said.get()}</p>
    }
}

/// What was found, and what else could be asked.
pub(super) fn found(desk: Desk) -> impl IntoView {
    let is_empty = desk.whether(Inquiry::is_empty);
    // Not before it is needed: the first render knows no way to it.
    let all = move || is_empty().then(|| desk.world.attribute(super::LINK, "href"));
    let marks = desk.words(|inquiry| inquiry.answer().marks.join("\n"));
    view! {
        <div class="search-corrections">{acts(desk, refusals)}</div>
        <div
            class="search-hits"
            id=LIST
            role="listbox"
            aria-label="Pages"
            data-marks=marks
            hidden=desk.whether(|inquiry| inquiry.active().is_none())
        >
            <div role="group" aria-label="By name" hidden=desk.whether(|i| !has(i, By::Name))>
                {options(desk, By::Name)}
            </div>
            <div role="group" aria-labelledby=RULE hidden=desk.whether(|i| !has(i, By::Text))>
                <div class="search-rule" id=RULE>"In the text"</div>
                {options(desk, By::Text)}
            </div>
        </div>
        <div class="search-help" hidden=desk.whether(|inquiry| !inquiry.lacks_something())>
            <button type="button" on:click=move |_| desk.retry()>"Try again"</button>
        </div>
        <div class="search-help" hidden=move || !is_empty()>
            <div class="search-proposals">{acts(desk, proposals)}</div>
            <p>
                "Try fewer letters or another word for it, or look through "
                <a href=move || all().flatten()>"all pages"</a> "."
            </p>
        </div>
    }
}

fn has(inquiry: &Inquiry, by: By) -> bool {
    inquiry.choices().iter().any(|choice| choice.by == by)
}

fn options(desk: Desk, by: By) -> impl IntoView {
    move || {
        desk.inquiry.with(|inquiry| {
            let active = inquiry.active();
            let choices = inquiry.choices().iter().enumerate();
            choices
                .filter(|(_, choice)| choice.by == by)
                .map(|(index, choice)| option(index, choice, active == Some(index)))
                .collect::<Vec<_>>()
        })
    }
}

/// What a click does stands in `boot.js`: it leaves the words that led there.
fn option(index: usize, choice: &Choice, active: bool) -> impl IntoView + use<> {
    view! {
        <a
            class=choice.class
            role="option"
            id=option_id(index)
            href=choice.href.clone()
            tabindex="-1"
            aria-selected=if active { "true" } else { "false" }
            inner_html=choice.html.clone()
        ></a>
    }
}

/// Offers to ask something else.
pub(super) fn acts(desk: Desk, of: fn(&Inquiry) -> Vec<Act>) -> impl IntoView {
    move || {
        let acts = desk.inquiry.with(of).into_iter();
        acts.map(|act| offer(desk, act)).collect::<Vec<_>>()
    }
}

fn offer(desk: Desk, act: Act) -> impl IntoView {
    let question = act.question;
    view! {
        <p class="search-act">
            <span>{act.before}</span>
            " "
            <button type="button" aria-label=act.label on:click=move |_| desk.pressed(question.clone())>
                {act.words}
            </button>
            " "
            <span>{act.after}</span>
        </p>
    }
}
