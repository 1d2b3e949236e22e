//! Trails: their steps, and the way on from a page that is one of them.

use leptos::prelude::*;

use crate::model::site::{Page, PageId};
use crate::view::edition::Here;

/// Words that most people read in a minute. More makes trails look shorter than they are.
const WORDS_PER_MINUTE: usize = 220;

/// One step of a trail, looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop<'a> {
    /// The page it leads to.
    pub(crate) page: PageId,
    /// Why it is a step.
    pub(crate) note: Option<&'a str>,
}

/// The steps of a trail whose pages exist.
pub(crate) fn stops<'a>(here: Here<'a>, trail: &'a Page) -> Vec<Stop<'a>> {
    let steps = trail.entry().map_or(&[][..], |entry| &entry.steps);
    steps
        .iter()
        .filter_map(|step| {
            let page = here.edition.shelves.entry(&step.to)?;
            Some(Stop {
                page,
                note: step.note.as_deref(),
            })
        })
        .collect()
}

/// Minutes to read a page, at least one.
pub(crate) fn minutes(page: &Page) -> usize {
    let words = |text: &str| text.split_ascii_whitespace().count();
    let all: usize = page
        .sections
        .iter()
        .map(|section| words(&section.text))
        .sum();
    (all + words(page.summary()))
        .div_ceil(WORDS_PER_MINUTE)
        .max(1)
}

/// Previous and next step of every trail that the page is a step of.
#[component]
pub(crate) fn Onward<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The trails, each with the index of this step.
    trails: &'a [(PageId, usize)],
) -> impl IntoView {
    trails
        .iter()
        .map(|(trail, index)| view! { <Way here trail=*trail index=*index/> })
        .collect::<Vec<_>>()
}

#[component]
fn Way<'a>(here: Here<'a>, trail: PageId, index: usize) -> impl IntoView {
    let page = here.page(trail);
    let stops = stops(here, page);
    let at = |index: Option<usize>| {
        index
            .and_then(|index| stops.get(index))
            .map(|stop| stop.page)
    };
    let link = |id: PageId, class, words| {
        view! {
            <a class=class rel=class href=here.to_page(id)>
                <span>{words}</span>
                <bdi>{here.page(id).title.as_str()}</bdi>
            </a>
        }
    };
    let previous = at(index.checked_sub(1)).map(|id| link(id, "prev", "Back"));
    let next = at(Some(index + 1)).map(|id| link(id, "next", "Next"));
    view! {
        <nav class="onward" aria-label=format!("Trail: {}", page.title)>
            <p>
                {format!("Step {} of {} in ", index + 1, stops.len())}
                <a href=here.to_page(trail)><bdi>{page.title.as_str()}</bdi></a>
            </p>
            <div>{previous}{next}</div>
        </nav>
    }
}
