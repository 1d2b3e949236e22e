//! The relations of a page, grouped by type.

use leptos::prelude::*;

use crate::model::graph::{End, RelationEnd, RelationGroup};
use crate::view::edition::Here;
use crate::view::part::badge::ink;

/// All groups as a definition list.
#[component]
pub(crate) fn Relations<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// Its relations.
    groups: &'a [RelationGroup],
) -> impl IntoView {
    let rows: Vec<_> = groups
        .iter()
        .map(|group| {
            let ends: Vec<_> = group.others.iter().map(|end| other(here, end)).collect();
            view! {
                <div>
                    <dt title=group.definition>{group.label}</dt>
                    <dd><ul>{ends}</ul></dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="relations">{rows}</dl> }
}

fn other<'a>(here: Here<'a>, end: &'a RelationEnd) -> impl IntoView + use<'a> {
    let name = match &end.to {
        End::Page(id) => {
            let page = here.page(*id);
            let class = format!("to {}", ink(page));
            view! { <a class=class href=here.to_page(*id)><bdi>{page.title.as_str()}</bdi></a> }
                .into_any()
        }
        End::Outside(name) => view! { <span class="unlisted">{name.as_str()}</span> }.into_any(),
    };
    let source = end.source.map(|number| {
        view! { <sup><a href=format!("#source-{number}") aria-label=format!("source {number}")>{number}</a></sup> }
    });
    let span = span(end).map(|span| view! { " " <span class="span">{span}</span> });
    let note = end
        .note
        .as_ref()
        .map(|note| view! { " " <span class="note">{note.as_str()}</span> });
    view! { <li>{name}{source}{span}{note}</li> }
}

/// `(2019–2024)`, `(since 2019)`, `(until 2024)`.
fn span(end: &RelationEnd) -> Option<String> {
    match (end.since, end.until) {
        (Some(since), Some(until)) => Some(format!("({}–{})", since.year, until.year)),
        (Some(since), None) => Some(format!("(since {})", since.in_words())),
        (None, Some(until)) => Some(format!("(until {})", until.in_words())),
        (None, None) => None,
    }
}
