//! The words as one more filter: the search engine says which entries hold them, and which fit best.
//!
//! The engine numbers pages its own way; the file `docs` says which rows they are. Answers become better step by step: the
//! set follows each. Where the engine cannot be had, the filters work on without the words.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::docs::Docs;
use crate::explore::set;
use crate::search::answer::{Answer, Correction, Question, State};
use crate::view::island::explore::desk::Desk;

/// How far the search for the words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hearing {
    /// No words are searched for.
    #[default]
    Idle,
    /// Not all is looked through yet.
    Asking,
    /// All is.
    Done,
    /// All that could be had is.
    Partial,
    /// The engine cannot be had.
    Failed,
}

/// The search for the words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// How far it is.
    pub hearing: Hearing,
    /// Words that are looked for in place of typed ones.
    pub corrections: Vec<Correction>,
    /// Typed words that are meant as they stand.
    refused: Vec<String>,
    /// Counts the questions: an answer to an older one is dropped.
    ticket: u32,
    docs: Option<Arc<Docs>>,
    /// The last answer, until `docs` are there.
    waiting: Option<Answer>,
}

impl Hearing {
    /// Its word for styles and tests.
    pub fn word(self) -> &'static str {
        match self {
            Hearing::Idle => "idle",
            Hearing::Asking => "asking",
            Hearing::Done => "done",
            Hearing::Partial => "partial",
            Hearing::Failed => "failed",
        }
    }

    fn of(state: State) -> Hearing {
        match state {
            State::Names | State::Texts => Hearing::Asking,
            State::Complete => Hearing::Done,
            State::Partial => Hearing::Partial,
        }
    }
}

/// Asks whenever the words are others.
pub fn follow(desk: Desk) {
    Effect::new(move |_| {
        let query = desk.query.get();
        untrack(move || ask(desk, query));
    });
}

fn ask(desk: Desk, query: String) {
    let mut ticket = 0;
    let mut refused = Vec::new();
    let is_idle = query.trim().is_empty();
    desk.words.update(|words| {
        words.ticket += 1;
        ticket = words.ticket;
        words.waiting = None;
        words.hearing = if is_idle {
            words.refused.clear();
            words.corrections.clear();
            Hearing::Idle
        } else {
            Hearing::Asking
        };
        refused.clone_from(&words.refused);
    });
    if is_idle {
        return show(desk, None);
    }
    if desk.words.with_untracked(|words| words.docs.is_none()) {
        fetch_docs(desk);
    }
    let question = Question {
        text: query,
        refused,
        docs: true,
        ..Question::default()
    };
    let hear = move |answer: Option<String>| {
        let is_newest = desk.words.with_untracked(|words| words.ticket == ticket);
        if is_newest {
            hear(desk, answer.and_then(|answer| Answer::decode(&answer)));
        }
    };
    desk.world.search(&question.encode(), Box::new(hear));
}

fn hear(desk: Desk, answer: Option<Answer>) {
    match answer {
        Some(answer) => {
            desk.words.update(|words| words.waiting = Some(answer));
            settle(desk);
        }
        None => fail(desk),
    }
}

fn fetch_docs(desk: Desk) {
    let Some(href) = desk.place("docs") else {
        return fail(desk);
    };
    let take = move |bytes: Option<Vec<u8>>| match bytes.and_then(|bytes| Docs::decode(&bytes).ok())
    {
        Some(docs) => {
            desk.words.update(|words| words.docs = Some(Arc::new(docs)));
            settle(desk);
        }
        None => fail(desk),
    };
    desk.world.unpack(&href, Box::new(take));
}

/// Shows what was answered, once it is known which rows are meant.
fn settle(desk: Desk) {
    let mut found = None;
    desk.words.update(|words| {
        let Some(docs) = words.docs.clone() else {
            return;
        };
        if words.hearing == Hearing::Idle {
            return;
        }
        if let Some(answer) = words.waiting.take() {
            words.hearing = Hearing::of(answer.state);
            words.corrections = answer.corrections;
            found = Some(docs.rows(&answer.docs));
        }
    });
    if found.is_some() {
        show(desk, found);
    }
}

fn fail(desk: Desk) {
    desk.words.update(|words| {
        words.ticket += 1;
        words.waiting = None;
        words.hearing = Hearing::Failed;
    });
    show(desk, None);
}

fn show(desk: Desk, found: Option<Vec<u32>>) {
    if found.is_none() && desk.found.with_untracked(Option::is_none) {
        return;
    }
    let rows = desk
        .index
        .with_untracked(|index| index.as_ref().map_or(0, |index| index.rows()));
    let set = found
        .as_ref()
        .map(|found| Arc::new(set::Set::of(rows, found.iter().copied())));
    desk.found.set(set);
    desk.ranked.set(found.map(Arc::new));
    desk.say_later();
}

/// What is said about the search for the words.
pub fn note(desk: Desk) -> impl IntoView {
    let hearing = Memo::new(move |_| desk.words.with(|words| words.hearing));
    let corrections = Memo::new(move |_| desk.words.with(|words| words.corrections.clone()));
    let again = move |_| {
        desk.world.retry_search();
        ask(desk, desk.query.get_untracked());
    };
    let refusals = move || {
        let corrections = corrections.get().into_iter();
        corrections
            .map(|correction| refusal(desk, correction))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="explorer-words" role="status">
            {move || {
                sentence(hearing.get())
                    .map(|words| {
                        view! {
                            <p>{words}</p>
                            <button type="button" on:click=again>
                                "Try again"
                            </button>
                        }
                    })
            }}
            {refusals}
        </div>
    }
}

/// What stands beside the count while not all is looked through: no letter typed moves the page.
pub fn progress(desk: Desk) -> Option<&'static str> {
    let is_asking = desk.words.with(|words| words.hearing == Hearing::Asking);
    is_asking.then_some(" · searching…")
}

fn sentence(hearing: Hearing) -> Option<&'static str> {
    match hearing {
        Hearing::Idle | Hearing::Asking | Hearing::Done => None,
        Hearing::Partial => Some(
            "Not all of the texts could be loaded: there may be more entries with these words.",
        ),
        Hearing::Failed => {
            Some("The search could not be loaded, so the words narrow nothing. Filters still work.")
        }
    }
}

/// What was looked for instead, and the way to have it as it was typed.
fn refusal(desk: Desk, correction: Correction) -> impl IntoView {
    let Correction { typed, used } = correction;
    let (also, only) = (
        ["Also searching for “", &used, "”."].concat(),
        ["Search only for “", &typed, "”"].concat(),
    );
    let refuse = move |_| {
        desk.words.update(|words| words.refused.push(typed.clone()));
        ask(desk, desk.query.get_untracked());
    };
    view! {
        <p>
            {also}
            " "
            <button type="button" on:click=refuse>{only}</button>
        </p>
    }
}
