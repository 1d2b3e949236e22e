//! The glossary: every idea in one sentence, A to Z.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::model::site::PageId;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::part::badge::ink;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Nothing, count};
use crate::view::shelves::letter;

/// Prints the glossary.
pub(crate) fn glossary(edition: &Edition<'_>) -> Artifact {
    let address = Address::known_page("glossary");
    let here = Here::new(edition, &address);
    let ideas = &edition.shelves.ideas;
    let head = Head {
        title: "Glossary",
        description: "Every idea of this directory in one sentence, from A to Z.",
        ..Head::default()
    };
    let groups = by_letter(here, ideas);
    let parts: Vec<_> = groups
        .iter()
        .map(|(letter, ids)| {
            let terms: Vec<_> = ids.iter().map(|id| term(here, *id)).collect();
            view! { <section><Initial letter=*letter/><dl>{terms}</dl></section> }
        })
        .collect();
    print(here, head, || {
        view! {
            <main id="main" class="shelf glossary">
                <Crumbs here steps=Vec::new() name="Glossary".to_owned()/>
                <header class="opening">
                    <h1>"Glossary"</h1>
                    <p class="lead">"Every idea in one sentence."</p>
                    <p class="meta">{count(ideas.len(), "idea", "ideas")}</p>
                </header>
                <Letters letters=groups.iter().map(|(letter, _)| *letter).collect()/>
                {ideas.is_empty().then(|| view! { <Nothing here/> })}
                {parts}
            </main>
        }
    })
}

fn term<'a>(here: Here<'a>, id: PageId) -> impl IntoView + use<'a> {
    let page = here.page(id);
    view! {
        <div class=ink(page)>
            <dt><a href=here.to_page(id)><bdi>{page.title.as_str()}</bdi></a></dt>
            <dd>{page.summary()}</dd>
        </div>
    }
}

/// Pages that stand by title, cut where the first letter changes; `#` (digits) comes first.
pub(crate) fn by_letter(here: Here<'_>, ids: &[PageId]) -> Vec<(char, Vec<PageId>)> {
    let mut groups: Vec<(char, Vec<PageId>)> = Vec::new();
    for id in ids {
        let letter = letter(&here.page(*id).title);
        match groups.last_mut() {
            Some((last, group)) if *last == letter => group.push(*id),
            Some(_) | None => groups.push((letter, vec![*id])),
        }
    }
    groups
}

/// The letters that exist, each leading to its part of the page.
#[component]
pub(crate) fn Letters(
    /// In order.
    letters: Vec<char>,
) -> impl IntoView {
    let items: Vec<_> = letters
        .into_iter()
        .map(|letter| {
            view! { <li><a href=format!("#{}", anchor(letter))>{letter.to_string()}</a></li> }
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <nav class="letters" aria-label="Letters"><ul>{items}</ul></nav> })
}

/// The heading of a letter.
#[component]
pub(crate) fn Initial(
    /// Which one.
    letter: char,
) -> impl IntoView {
    view! { <h2 class="initial" id=anchor(letter)>{letter.to_string()}</h2> }
}

fn anchor(letter: char) -> String {
    match letter {
        '#' => "digits".to_owned(),
        letter => format!("letter-{}", letter.to_ascii_lowercase()),
    }
}
