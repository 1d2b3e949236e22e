//! The card of the selected entry: what it is, what it is tied to, and what can be done from it.

use leptos::prelude::*;

use crate::explore::phrase::counted;
use crate::view::island::explore::graph::look::Said;
use crate::view::island::explore::graph::{Study, meta};
use crate::view::island::explore::list::summaries;
use crate::view::island::explore::sheet::pen::Ink;
use crate::view::island::explore::sheet::shapes::ink;

/// So many neighbours are named for each kind of connection; the page of the entry has them all.
const NAMED: usize = 8;

/// The card's id: the focus goes there from what it leaves behind.
const CARD: &str = "graph-card";

/// The card; a sentence while nothing is selected.
pub fn card(study: Study) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let row = |node| study.with_atlas(|atlas| atlas.row(node)).flatten();
        study.selected.get().and_then(row).into_iter().collect()
    });
    summaries::follow(study.desk, shown);
    view! {
        <section class="graph-card" id=CARD tabindex="-1" aria-label="Selected entry">
            {move || match study.selected.get() {
                Some(node) => of(study, node).map(IntoAny::into_any),
                None => Some(view! { <p class="meta">"Press an entry, or find one by its title: here stands what it is and what it is tied to."</p> }.into_any()),
            }}
        </section>
    }
}

fn of(study: Study, node: u32) -> Option<impl IntoView> {
    let (row, title, what, class, address) = study.with_atlas(|atlas| {
        let found = atlas.net.node(node)?;
        let class = class(ink(found.approach));
        Some((
            atlas.row(node)?,
            found.title.clone(),
            meta(atlas, node),
            class,
            found.address.clone(),
        ))
    })??;
    let said = study
        .look
        .with(|look| look.as_ref().map(|look| look.says(node)));
    let said = said.unwrap_or_default();
    let is_shown = study
        .look
        .with(|look| look.as_ref().is_some_and(|look| look.is_shown(node)));
    let nothing = match (is_shown, said.is_empty()) {
        (false, _) => {
            "It is among the pale dots now: filters leave it out, or it is not near enough."
        }
        (true, true) => "What is shown ties it to no entry of this set.",
        (true, false) => "",
    };
    let said: Vec<_> = said.into_iter().map(|said| line(study, said)).collect();
    let summary = move || {
        let summaries = study.desk.summaries;
        summaries.with(|summaries| summaries.of(row).map(str::to_owned))
    };
    let around = move || study.desk.state.with(|state| state.focus == Some(row));
    let press = move |_| {
        let is_around = untrack(around);
        study.focus((!is_around).then_some(node));
    };
    Some(view! {
        <p class=["badge ", class].concat()>{what}</p>
        <h2><a href=study.desk.to(&address)><bdi>{title}</bdi></a></h2>
        <p>{summary}</p>
        <div class="graph-acts">
            <button type="button" aria-pressed=move || if around() { "true" } else { "false" } on:click=press>"Only what is near"</button>
            <button type="button" on:click=move |_| study.end(0, Some(row))>"Path from here"</button>
            <button type="button" on:click=move |_| study.end(1, Some(row))>"Path to here"</button>
        </div>
        <dl class="relations">{said}</dl>
        <p class="meta" hidden=nothing.is_empty()>{nothing}</p>
    })
}

/// The class of an ink, as badges have it.
pub fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Power => "power",
        Ink::Build => "build",
        Ink::Both => "both",
        Ink::Paper | Ink::Paper2 | Ink::Ink | Ink::Muted | Ink::Rule | Ink::Line | Ink::Mark => {
            "plain"
        }
    }
}

/// What it says of others; a press goes on to the other.
fn line(study: Study, said: Said) -> impl IntoView {
    let more = said.of.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| [" and ", &counted(more, "other", "others")].concat());
    let names: Vec<_> = said
        .of
        .iter()
        .take(NAMED)
        .map(|node| go(study, *node))
        .collect();
    view! { <div><dt>{said.label}</dt><dd><ul>{names}</ul>{more}</dd></div> }
}

fn go(study: Study, node: u32) -> impl IntoView {
    let title = study.with_atlas(|atlas| atlas.title(node).to_owned());
    let press = move |_| {
        study.select(Some(node));
        study.desk.world.focus(CARD);
    };
    view! {
        <li>
            <button type="button" class="graph-go" on:click=press>
                <bdi>{title}</bdi>
            </button>
        </li>
    }
}
