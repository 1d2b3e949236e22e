//! What a search shows, in the dialog and on its page: the field, how far it is, the hits, and what to try.

use leptos::either::Either;
use leptos::prelude::*;

use crate::search::answer::{By, Piece};
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
    view! {
        <input
            type="text"
            role="combobox"
            aria-label="Search pages"
            aria-autocomplete="list"
            aria-controls=LIST
            aria-expanded=move || desk.active().is_some().to_string()
            aria-activedescendant=move || desk.active().map(option_id)
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="go"
            placeholder="Search pages"
            node_ref=desk.input
            on:input:target=move |event| desk.typed(&event.target().value())
            on:keydown=move |event| desk.press(&event)
        />
    }
}

/// What is going on: at once for the eye, and after a pause for the ear.
pub(super) fn status(desk: Desk) -> impl IntoView {
    view! {
        <p class="search-status" aria-hidden="true">{move || desk.inquiry.with(Inquiry::status)}</p>
        <p class="search-said" role="status">{move || desk.said.get()}</p>
    }
}

/// Words that were looked for in place of typed ones, and how to refuse that.
pub(super) fn corrections(desk: Desk) -> impl IntoView {
    let line = move |typed: String, used: String| {
        let words = format!("Search only for “{typed}”");
        let refuse = move |_| desk.pressed(|question| question.refused.push(typed.clone()));
        view! {
            <p class="search-correction">
                "Also searching " <em>{used}</em> " "
                <button type="button" on:click=refuse>{words}</button>
            </p>
        }
    };
    move || {
        desk.inquiry.with(|inquiry| {
            let corrections = inquiry.answer().corrections.iter();
            corrections
                .map(|c| line(c.typed.clone(), c.used.clone()))
                .collect::<Vec<_>>()
        })
    }
}

/// The hits: names first, then what was found in texts.
pub(super) fn hits(desk: Desk) -> impl IntoView {
    let of = move |by: By| desk.inquiry.with(|inquiry| options(desk, inquiry, by));
    let has = move |by: By| {
        desk.inquiry
            .with(|inquiry| inquiry.choices().iter().any(|choice| choice.by == by))
    };
    view! {
        <div class="search-hits" id=LIST role="listbox" aria-label="Pages" hidden=move || desk.active().is_none()>
            <div role="group" aria-label="By name" hidden=move || !has(By::Name)>{move || of(By::Name)}</div>
            <div role="group" aria-labelledby=RULE hidden=move || !has(By::Text)>
                <div class="search-rule" id=RULE>"In the text"</div>
                {move || of(By::Text)}
            </div>
        </div>
    }
}

fn options(desk: Desk, inquiry: &Inquiry, by: By) -> Vec<impl IntoView + use<>> {
    let active = inquiry.active();
    let choices = inquiry.choices().iter().enumerate();
    choices
        .filter(|(_, choice)| choice.by == by)
        .map(|(index, choice)| option(desk, index, choice, active == Some(index)))
        .collect()
}

fn option(desk: Desk, index: usize, choice: &Choice, active: bool) -> impl IntoView + use<> {
    let href = choice.href.clone();
    view! {
        <a
            class=choice.class
            role="option"
            id=option_id(index)
            href=choice.href.clone()
            tabindex="-1"
            aria-selected=active.to_string()
            on:click=move |event| desk.follow(&event, &href)
        >
            <span class="search-title">{pieces(&choice.title)}</span>
            <span class=choice.badge>{choice.kind.clone()}</span>
            <span class="search-crumbs">{choice.crumbs.clone()}</span>
            <span class="search-other">{pieces(&choice.other_name)}</span>
            <span class="search-excerpt">{pieces(&choice.excerpt)}</span>
        </a>
    }
}

fn pieces(pieces: &[Piece]) -> Vec<impl IntoView + use<>> {
    let piece = |piece: &Piece| {
        let text = piece.text.clone();
        if piece.marked {
            Either::Left(view! { <mark>{text}</mark> })
        } else {
            Either::Right(text)
        }
    };
    pieces.iter().map(piece).collect()
}

/// What to do where nothing was found, or something could not be had.
pub(super) fn help(desk: Desk) -> impl IntoView {
    let all = desk.world.attribute(super::LINK, "href");
    let propose = move || {
        desk.inquiry.with(|inquiry| {
            let proposals = inquiry.proposals().iter().cloned();
            proposals
                .map(|proposal| {
                    let words = proposal.text.clone();
                    let label = match proposal.pages {
                        1 => format!("{} (1 page)", proposal.label),
                        pages => format!("{} ({pages} pages)", proposal.label),
                    };
                    view! {
                        <button type="button" class="search-proposal" on:click=move |_| desk.accept(&proposal)>
                            <em>{words}</em> " " <span>{label}</span>
                        </button>
                    }
                })
                .collect::<Vec<_>>()
        })
    };
    let lacks = move || desk.inquiry.with(Inquiry::lacks_something);
    let empty = move || desk.inquiry.with(Inquiry::is_empty);
    view! {
        <div class="search-help" hidden=move || !lacks()>
            <button type="button" on:click=move |_| desk.retry()>"Try again"</button>
        </div>
        <div class="search-help" hidden=move || !empty()>
            <div class="search-proposals">{propose}</div>
            <p>
                "Try fewer letters or another word for it, or look through "
                <a href=all>"all pages"</a> "."
            </p>
        </div>
    }
}
