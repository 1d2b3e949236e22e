//! "Mentioned in": the sentences of other pages that link here.

use leptos::prelude::*;

use crate::model::graph::Backlink;
use crate::view::edition::Here;

/// How many sentences are shown before the rest folds away.
const SHOWN: usize = 8;

/// The sentences, each with its page.
#[component]
pub(crate) fn Backlinks<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// Who links here.
    links: &'a [Backlink],
) -> impl IntoView {
    let (first, rest) = links.split_at(links.len().min(SHOWN));
    let first: Vec<_> = first.iter().map(|link| sentence(here, link)).collect();
    let rest = (!rest.is_empty()).then(|| {
        let more: Vec<_> = rest.iter().map(|link| sentence(here, link)).collect();
        view! {
            <details class="more">
                <summary>{format!("{} more", rest.len())}</summary>
                <ul class="mentions">{more}</ul>
            </details>
        }
    });
    view! { <ul class="mentions">{first}</ul> {rest} }
}

fn sentence<'a>(here: Here<'a>, link: &'a Backlink) -> impl IntoView + use<'a> {
    let page = here.page(link.from);
    view! {
        <li>
            <a href=here.to_page(link.from)><bdi>{page.title.as_str()}</bdi></a>
            <q>{words(&link.before)}<mark>{link.words.as_str()}</mark>{words(&link.after)}</q>
        </li>
    }
}

/// Leptos writes an empty text as a space, which would stand between a quotation mark and its first word.
fn words(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
