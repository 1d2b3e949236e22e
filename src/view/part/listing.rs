//! Lists of pages: title, what it is and where, summary. Every list says how many; an empty one says what to try.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::model::choice::Class;
use crate::model::disclosure::Disclosed;
use crate::model::site::{Page, PageId};
use crate::view::edition::Here;
use crate::view::part::badge::{deed, ink, kind_label};

/// `1 entry`, `31 entries`.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    let word = if number == 1 { one } else { several };
    format!("{number} {word}")
}

/// Pages with their summaries.
#[component]
pub(crate) fn Listing<'a>(
    /// Where the list stands.
    here: Here<'a>,
    /// What is on it, in order.
    pages: &'a [PageId],
) -> impl IntoView {
    if pages.is_empty() {
        return view! { <Nothing here/> }.into_any();
    }
    let items: Vec<_> = pages.iter().map(|id| item(here, *id)).collect();
    view! { <ul class="list">{items}</ul> }.into_any()
}

/// What an empty list says.
#[component]
pub(crate) fn Nothing<'a>(
    /// Where it stands.
    here: Here<'a>,
) -> impl IntoView {
    view! {
        <p class="nothing">
            "Nothing here yet. Try "
            <a href=here.to(&Address::known_page("browse"))>"browsing by kind, sector or country"</a>
            " or "
            <a href=here.to(&Address::known_page("all"))>"the list of all pages"</a> "."
        </p>
    }
}

fn item<'a>(here: Here<'a>, id: PageId) -> impl IntoView + use<'a> {
    let page = here.page(id);
    let summary = page.summary();
    view! {
        <li class=ink(page)>
            <a href=here.to_page(id)><bdi>{page.title.as_str()}</bdi></a>
            <span class="meta">{meta(here, page)}</span>
            {(!summary.is_empty()).then(|| view! { <p>{summary}</p> })}
        </li>
    }
}

/// What a page is, in a few words: kind, approach, place, since when.
pub(crate) fn meta(here: Here<'_>, page: &Page) -> String {
    let mut words = kind_label(here, page).to_owned();
    let Some(entry) = page.entry() else {
        return words;
    };
    let deed = entry.approach.map(|approach| deed(approach, page.class));
    let place = Disclosed::of(entry).in_short();
    let since = entry.founded.map(|founded| {
        let about = if founded.approximate { "about " } else { "" };
        match entry.ended {
            Some(ended) if ended.year == founded.year => format!("{about}{}", founded.year),
            Some(ended) => format!("{about}{}–{}", founded.year, ended.year),
            None if page.class == Class::Entity => format!("since {about}{}", founded.year),
            None => format!("{about}{}", founded.year),
        }
    });
    for part in [deed, place.as_deref(), since.as_deref()]
        .into_iter()
        .flatten()
    {
        words.push_str(" · ");
        words.push_str(part);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn one_is_not_several() {
        assert_eq!(count(1, "entry", "entries"), "1 entry");
        assert_eq!(count(0, "entry", "entries"), "0 entries");
    }
}
