//! What the marks mean: lines, which can be switched off, shapes and fillings.

use leptos::prelude::*;

use crate::explore::graph::Shape;
use crate::explore::graph::tie::{Tie, Way};
use crate::explore::numbers::thousands;
use crate::explore::phrase::capital;
use crate::model::entry::Approach;
use crate::view::island::explore::desk::By;
use crate::view::island::explore::graph::Study;
use crate::view::island::explore::graph::card::class;
use crate::view::island::explore::graph::draw::manner;
use crate::view::island::explore::graph::symbol::corners;
use crate::view::island::explore::sheet::shapes::ink;

/// The legend.
pub fn legend(study: Study) -> impl IntoView {
    let all = move |_| {
        study
            .desk
            .change(By::Pressing, |state| state.hidden.clear());
    };
    let hides = move || study.desk.state.with(|state| !state.hidden.is_empty());
    view! {
        <fieldset class="graph-legend">
            <legend>"Connections"</legend>
            <ul>
                <For each=move || ties(study) key=|tie| *tie children=move |tie| switch(study, tie)/>
            </ul>
            <button type="button" hidden=move || !hides() on:click=all>"Show all connections"</button>
        </fieldset>
        <details class="graph-legend">
            <summary>"What shapes and inks mean"</summary>
            <ul>{move || shapes(study)}</ul>
            <ul>{halves()}</ul>
        </details>
    }
}

/// The ties that occur, and those that are switched off: they must be found to be switched on.
fn ties(study: Study) -> Vec<Tie> {
    let occurs = |tie: &Tie| count(study, *tie) > 0;
    study.desk.state.with(|state| {
        let ties = Tie::all();
        ties.filter(|tie| occurs(tie) || state.hidden.contains(tie))
            .collect()
    })
}

fn count(study: Study, tie: Tie) -> usize {
    study.look.with(|look| {
        let mut tally = look.iter().flat_map(|look| &look.tally);
        let found = tally.find(|(other, _)| *other == tie);
        found.map_or(0, |(_, count)| *count)
    })
}

fn switch(study: Study, tie: Tie) -> impl IntoView {
    let shown = move || study.desk.state.with(|state| !state.hidden.contains(&tie));
    let turn = move |_| {
        study.desk.change(By::Pressing, |state| {
            match state.hidden.binary_search(&tie) {
                Ok(place) => {
                    state.hidden.remove(place);
                }
                Err(place) => state.hidden.insert(place, tie),
            }
        });
        study.desk.say(untrack(move || study.words()));
    };
    let number = move || thousands(u32::try_from(count(study, tie)).unwrap_or(u32::MAX));
    view! {
        <li>
            <label title=tie.definition()>
                <input type="checkbox" prop:checked=shown on:change=turn/>
                {sample(tie)}
                <span>{capital(tie.label(Way::Along))}</span>
                <span class="count">{number}</span>
            </label>
        </li>
    }
}

/// A piece of its line.
fn sample(tie: Tie) -> impl IntoView {
    let (width, dash) = manner(tie.family());
    let dashes: Vec<String> = dash.iter().map(ToString::to_string).collect();
    view! {
        <svg class="line" viewBox="0 0 36 8" aria-hidden="true">
            <path d="M0 4h36" stroke-width=width.to_string() stroke-dasharray=dashes.join(" ")></path>
        </svg>
    }
}

/// The shapes that occur, with the kinds that have them.
fn shapes(study: Study) -> Option<Vec<impl IntoView>> {
    study.atlas.with(|atlas| {
        let atlas = atlas.as_ref()?;
        let used = |shape: &Shape| atlas.net.kinds.iter().any(|kind| kind.shape == *shape);
        let used = Shape::ALL.into_iter().filter(used);
        let item = |shape: Shape| view! { <li>{figure(shape, "plain")} <span>{capital(shape.meaning())}</span></li> };
        Some(used.map(item).collect())
    })
}

fn halves() -> Vec<impl IntoView> {
    let halves = [
        (Some(Approach::CounterPower), "Full: counter-power"),
        (
            Some(Approach::CounterInstitution),
            "Open: counter-institution",
        ),
        (Some(Approach::Both), "Open with a dot: both halves"),
        (None, "Full and grey: neither"),
    ];
    let item = |(approach, words): (Option<Approach>, &'static str)| {
        view! { <li>{figure(Shape::Circle, class(ink(approach)))} <span>{words}</span></li> }
    };
    halves.into_iter().map(item).collect()
}

fn figure(shape: Shape, class: &'static str) -> impl IntoView {
    let corners = corners(shape);
    let outline = if corners.is_empty() {
        view! { <circle class="g-body" r="6"></circle> }.into_any()
    } else {
        let points: Vec<String> = corners
            .iter()
            .map(|(x, y)| [&x.to_string(), ",", &y.to_string()].concat())
            .collect();
        view! { <polygon class="g-body" points=points.join(" ")></polygon> }.into_any()
    };
    let heart = if shape == Shape::Ring {
        "g-hole"
    } else {
        "g-heart"
    };
    view! { <svg class=class viewBox="-8 -8 16 16" aria-hidden="true">{outline}<circle class=heart r="2.2"></circle></svg> }
}
