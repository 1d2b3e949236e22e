//! The graph in words: each entry that is shown with what it is tied to. For those who cannot see the picture, and for
//! all who would rather read.

use leptos::prelude::*;

use crate::explore::numbers::thousands;
use crate::view::island::explore::graph::ask::link;
use crate::view::island::explore::graph::look::{Look, Said};
use crate::view::island::explore::graph::{Study, meta};

/// So many entries are told at most: more nobody reads, and each is a dozen links.
const TOLD: usize = 50;

/// The words, made when they are opened.
pub fn twin(study: Study) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <details class="graph-twin" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>"The graph in words"</summary>
            {move || open.get().then(|| words(study))}
        </details>
    }
}

fn words(study: Study) -> impl IntoView {
    move || {
        let look = study.look.get()?;
        let mut nodes: Vec<u32> = look.nodes().collect();
        let degree =
            |node: &u32| study.with_atlas(|atlas| atlas.net.node(*node).map(|node| node.degree));
        nodes.sort_by_cached_key(|node| std::cmp::Reverse(degree(node)));
        let note = note(nodes.len());
        let items: Vec<_> = nodes
            .iter()
            .take(TOLD)
            .map(|node| item(study, &look, *node))
            .collect();
        Some(view! { <p class="meta">{note}</p> <ul class="graph-told">{items}</ul> })
    }
}

fn note(all: usize) -> String {
    let all = u32::try_from(all).unwrap_or(u32::MAX);
    let told = u32::try_from(TOLD).unwrap_or(u32::MAX);
    match all {
        0 => "No entry is shown.".to_owned(),
        1 => "1 entry is shown.".to_owned(),
        few if few <= told => [&thousands(few), " entries, the best linked first."].concat(),
        more => [
            "The ",
            &thousands(told),
            " best linked of ",
            &thousands(more),
            " entries. Filters, or the graph around one entry, bring the others here.",
        ]
        .concat(),
    }
}

fn item(study: Study, look: &Look, node: u32) -> impl IntoView + use<> {
    let what = study.with_atlas(|atlas| meta(atlas, node));
    let said = look.says(node);
    let alone = said.is_empty().then_some("No connection within this set.");
    let said: Vec<_> = said.into_iter().map(|said| line(study, said)).collect();
    view! {
        <li>
            {link(study, node)} " " <span class="meta">{what}</span>
            <dl class="relations">{said}</dl>
            <p class="meta">{alone}</p>
        </li>
    }
}

fn line(study: Study, said: Said) -> impl IntoView {
    let items: Vec<_> = said
        .of
        .iter()
        .map(|node| view! { <li>{link(study, *node)}</li> })
        .collect();
    view! { <div><dt>{said.label}</dt><dd><ul>{items}</ul></dd></div> }
}

#[cfg(test)]
mod tests {
    use super::note;

    #[test]
    fn it_is_said_how_many_are_told() {
        assert_eq!(note(0), "No entry is shown.");
        assert_eq!(note(1), "1 entry is shown.");
        assert_eq!(note(50), "50 entries, the best linked first.");
        assert_eq!(
            note(1_500),
            "The 50 best linked of 1,500 entries. Filters, or the graph around one entry, bring the others here."
        );
    }
}
