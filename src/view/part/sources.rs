//! The numbered sources of an entry.

use leptos::prelude::*;

use crate::model::entry::Source;
use crate::view::part::time::Day;

/// The sources; relations and disputes point to `#source-<number>`.
#[component]
pub(crate) fn Sources<'a>(
    /// In the author's order.
    sources: &'a [Source],
) -> impl IntoView {
    let items: Vec<_> = sources
        .iter()
        .enumerate()
        .map(|(index, source)| item(index + 1, source))
        .collect();
    view! { <ol class="sources">{items}</ol> }
}

fn item(number: usize, source: &Source) -> impl IntoView + use<'_> {
    let title = source.title.as_str();
    let title = match &source.url {
        Some(url) => view! {
            <a href=url.to_string() rel="external noopener noreferrer">{title}</a>
            " " <span class="host">{url.host()}</span>
        }
        .into_any(),
        None => view! { {title} }.into_any(),
    };
    let accessed = source
        .accessed
        .map(|day| view! { <span class="read">", read " <Day day/></span> });
    let archived = source.archived_url.as_ref().map(|url| {
        view! { ", " <a class="archived" href=url.to_string() rel="external noopener noreferrer">"archived copy"</a> }
    });
    view! { <li id=format!("source-{number}")>{title}{accessed}{archived}</li> }
}
