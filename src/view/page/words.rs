//! What the words mean: every value of every list and every type of relation, in one sentence each.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::model::choice::List;
use crate::model::relation;
use crate::model::slug::Slug;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;

/// Where the page stands.
pub(crate) fn address() -> Address {
    Address::known_page("words")
}

/// The id of a value on it.
pub(crate) fn anchor(list: List, value: &str) -> String {
    format!(
        "{}-{}",
        list.name().replace('_', "-"),
        Slug::from_words(value)
    )
}

/// Prints the page.
pub(crate) fn words(edition: &Edition<'_>) -> Artifact {
    let address = address();
    let here = Here::new(edition, &address);
    let head = Head {
        title: "What the words mean",
        description: "Every kind, status, form of governance and type of relation used here, in one sentence each.",
        ..Head::default()
    };
    let lists: Vec<_> = List::ALL
        .into_iter()
        .map(|list| section(here, list))
        .collect();
    print(here, head, || {
        view! {
            <main id="main" class="shelf words">
                <Crumbs here steps=Vec::new() name="What the words mean".to_owned()/>
                <header class="opening">
                    <h1>"What the words mean"</h1>
                    <p class="lead">"Entries are described with a small set of words. Each means one thing."</p>
                </header>
                {lists}
                <section>
                    <h2>"Relations"</h2>
                    <dl class="defined">{relations()}</dl>
                </section>
            </main>
        }
    })
}

fn title(list: List) -> &'static str {
    match list {
        List::Kind => "Kinds",
        List::Approach => "Approaches",
        List::Domain => "Domains",
        List::Sector => "Sectors",
        List::Scale => "Scales",
        List::Status => "Status",
        List::Governance => "Governance",
        List::LegalForm => "Legal forms",
        List::LinkRel => "Links",
        List::ExchangeType => "Offers and needs",
        List::ExchangeTerms => "Terms of exchange",
        List::Precision => "Precision of places",
        List::Confidence => "Confidence",
    }
}

fn section<'a>(here: Here<'a>, list: List) -> impl IntoView + use<'a> {
    let choices = here.site().settings.lists.of(list);
    let rows: Vec<_> = choices
        .iter()
        .map(|choice| {
            view! {
                <dt id=anchor(list, &choice.value)>{choice.label.as_str()}</dt>
                <dd>{choice.definition.as_str()}</dd>
            }
        })
        .collect();
    (!rows.is_empty())
        .then(|| view! { <section><h2>{title(list)}</h2><dl class="defined">{rows}</dl></section> })
}

fn relations() -> Vec<impl IntoView> {
    relation::ALL
        .iter()
        .map(|kind| {
            let name = if kind.symmetric {
                kind.label.to_owned()
            } else {
                format!("{} / {}", kind.label, kind.inverse)
            };
            view! { <dt id=format!("relation-{}", kind.name)>{name}</dt><dd>{kind.definition}</dd> }
        })
        .collect()
}
