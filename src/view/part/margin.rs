//! The quiet margin of an entry: facts, and what is on the page.

use leptos::prelude::*;

use crate::model::site::Page;
use crate::view::edition::Here;
use crate::view::part::facts::{Facts, facts};

/// Fewer headings need no table of contents.
const FEWEST_HEADINGS: usize = 3;

/// Facts and headings of a page.
#[component]
pub(crate) fn Margin<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The page.
    page: &'a Page,
) -> impl IntoView {
    let facts = facts(here, page);
    view! {
        <aside class="margin" aria-label="Facts">
            {(!facts.is_empty()).then(|| view! { <Facts facts/> })}
            <Contents page/>
        </aside>
    }
}

/// The headings of the prose, where there are enough.
#[component]
fn Contents<'a>(
    /// Whose headings.
    page: &'a Page,
) -> impl IntoView {
    let headings = page
        .headings
        .iter()
        .filter(|heading| matches!(heading.level, 2 | 3));
    let items: Vec<_> = headings
        .map(|heading| {
            let is_inner = heading.level == 3;
            let href = format!("#u-{}", heading.anchor);
            view! { <li data-inner=is_inner><a href=href>{heading.text.as_str()}</a></li> }
        })
        .collect();
    (items.len() >= FEWEST_HEADINGS).then(|| {
        view! {
            <nav class="toc" aria-labelledby="contents">
                <h2 id="contents">"On this page"</h2>
                <ol>{items}</ol>
            </nav>
        }
    })
}
