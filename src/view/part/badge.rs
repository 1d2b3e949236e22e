//! The badge: kind and approach as ink, shape and word, never colour alone.

use leptos::prelude::*;

use crate::model::choice::{Class, List};
use crate::model::entry::Approach;
use crate::model::site::Page;
use crate::view::edition::Here;
use crate::view::shelves::Family;

/// The class that gives the ink and the shape.
pub(crate) fn ink(page: &Page) -> &'static str {
    match page.entry().and_then(|entry| entry.approach) {
        Some(Approach::CounterPower) => "power",
        Some(Approach::CounterInstitution) => "build",
        Some(Approach::Both) => "both",
        None => "plain",
    }
}

/// The approach in a word: what an entity does, what an idea is about.
pub(crate) fn deed(approach: Approach, class: Class) -> &'static str {
    match (approach, class) {
        (Approach::CounterPower, Class::Entity) => "resists",
        (Approach::CounterInstitution, Class::Entity) => "builds",
        (Approach::Both, Class::Entity) => "resists and builds",
        (Approach::CounterPower, Class::Idea | Class::Trail | Class::Note) => "counter-power",
        (Approach::CounterInstitution, Class::Idea | Class::Trail | Class::Note) => {
            "counter-institutions"
        }
        (Approach::Both, Class::Idea | Class::Trail | Class::Note) => "both halves",
    }
}

/// The label of a page's kind.
pub(crate) fn kind_label<'a>(here: Here<'a>, page: &'a Page) -> &'a str {
    let kind = page.entry().map_or("note", |entry| &entry.kind);
    here.label(List::Kind, kind)
}

/// Kind and approach above a title, each leading to its list.
#[component]
pub(crate) fn Badge<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The page.
    page: &'a Page,
) -> impl IntoView {
    let entry = page.entry();
    let kind = entry.map_or("note", |entry| &entry.kind);
    let approach = entry.and_then(|entry| entry.approach).map(|approach| {
        let href = here.to(&Family::Approach.shelf(approach.value()));
        view! { " · " <a href=href>{deed(approach, page.class)}</a> }
    });
    view! {
        <p class=format!("badge {}", ink(page))>
            <a href=here.to(&Family::Kind.shelf(kind))>{kind_label(here, page)}</a>
            {approach}
        </p>
    }
}
