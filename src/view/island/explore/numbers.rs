//! The set in numbers: bars of how many entries have what in common. A press on a bar narrows the set to it.

use leptos::prelude::*;

use crate::explore::facets::Sign;
use crate::explore::numbers::{Bar, Narrows, Series, entries, series, thousands};
use crate::view::island::explore::desk::{By, Desk};

/// So many bars stand in a plot at most: more are not compared at a glance. The rest is one.
const BARS: usize = 16;

/// How wide the longest bar is, in units of the drawing.
const WIDTH: u32 = 1000;

/// All plots.
pub fn numbers(desk: Desk) -> impl IntoView {
    let all = Memo::new(move |_| {
        desk.index.with(|index| {
            let index = index.as_ref();
            index.map_or_else(Vec::new, |index| desk.set.with(|set| series(index, set)))
        })
    });
    let plots = move || {
        let all = all.get().into_iter();
        all.map(|series| plot(desk, &series)).collect::<Vec<_>>()
    };
    view! { <div class="plots">{plots}</div> }
}

fn plot(desk: Desk, series: &Series) -> impl IntoView + use<> {
    let id = ["plot-", &series.title.to_ascii_lowercase()].concat();
    let longest = series.longest().max(1);
    // Decades follow each other: none is left out between two.
    let shown = match series.bars.first().and_then(|bar| bar.narrows) {
        Some(Narrows::Founded(_)) => series.clone(),
        Some(Narrows::Value(..)) | None => series.foremost(BARS),
    };
    let bars: Vec<_> = shown
        .bars
        .into_iter()
        .map(|one| bar(desk, one, longest))
        .collect();
    view! {
        <section class="plot" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{series.title}</h2>
            <p class="meta">{series.note()}</p>
            <ul class="bars">{bars}</ul>
        </section>
    }
}

fn bar(desk: Desk, bar: Bar, longest: u32) -> impl IntoView {
    let width = u64::from(bar.rows) * u64::from(WIDTH) / u64::from(longest);
    let label = [&bar.label, ": ", &entries(bar.rows)].concat();
    let drawn = view! {
        <span class="bar-label">{bar.label}</span>
        " "
        <svg viewBox=["0 0 ", &WIDTH.to_string(), " 10"].concat() preserveAspectRatio="none" aria-hidden="true">
            <rect width=width.to_string() height="10"></rect>
        </svg>
        " "
        <span class="count">{thousands(bar.rows)}</span>
    };
    let narrows = bar.narrows.filter(|_| bar.rows > 0);
    let inside = match narrows {
        None => view! { <span class="bar">{drawn}</span> }.into_any(),
        Some(narrows) => view! {
            <button type="button" class="bar" title=[&label, ". Press to narrow to it."].concat() on:click=move |_| narrow(desk, narrows)>
                {drawn}
            </button>
        }
        .into_any(),
    };
    view! { <li>{inside}</li> }
}

fn narrow(desk: Desk, to: Narrows) {
    desk.change(By::Pressing, |state| match to {
        Narrows::Value(facet, value) => state.selection.mark(facet, value, Some(Sign::With)),
        Narrows::Founded(span) => state.selection.founded = span,
    });
}
