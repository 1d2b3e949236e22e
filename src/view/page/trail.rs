//! Trails: the list of them, and the steps on a trail's own page.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::model::site::{Page, PageId};
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::part::badge::{ink, kind_label};
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Nothing, count};
use crate::view::part::steps::{Stop, minutes, stops};

/// Prints the list of trails.
pub(crate) fn trails(edition: &Edition<'_>) -> Artifact {
    let address = Address::known_page("trails");
    let here = Here::new(edition, &address);
    let ids = &edition.shelves.trails;
    let head = Head {
        title: "Trails",
        description: "Ordered reading paths through this directory.",
        ..Head::default()
    };
    let items: Vec<_> = ids.iter().map(|id| item(here, *id)).collect();
    let pages = &edition.site.pages;
    let own = pages.iter().find(|page| page.address == address);
    let lead = own.map(Page::summary).filter(|words| !words.is_empty());
    let lead = lead.unwrap_or("Ordered reading paths: each step says why it comes next.");
    print(here, head, || {
        view! {
            <main id="main" class="shelf">
                <Crumbs here steps=Vec::new() name="Trails".to_owned()/>
                <header class="opening">
                    <h1>"Trails"</h1>
                    <p class="lead">{lead}</p>
                    <p class="meta">{count(ids.len(), "trail", "trails")}</p>
                </header>
                {own.map(|page| view! { <div class="prose" inner_html=page.html.as_str()></div> })}
                {if items.is_empty() {
                    view! { <Nothing here/> }.into_any()
                } else {
                    view! { <ul class="list">{items}</ul> }.into_any()
                }}
            </main>
        }
    })
}

fn item<'a>(here: Here<'a>, id: PageId) -> impl IntoView + use<'a> {
    let page = here.page(id);
    let stops = stops(here, page);
    view! {
        <li class=ink(page)>
            <a href=here.to_page(id)><bdi>{page.title.as_str()}</bdi></a>
            <span class="meta">{length(here, &stops)}</span>
            <p>{page.summary()}</p>
        </li>
    }
}

/// `10 steps · 20 minutes`.
fn length(here: Here<'_>, stops: &[Stop<'_>]) -> String {
    let time = stops.iter().map(|stop| minutes(here.page(stop.page))).sum();
    let time = count(time, "minute", "minutes");
    format!("{} · {time}", count(stops.len(), "step", "steps"))
}

/// The numbered steps of a trail.
#[component]
pub(crate) fn Steps<'a>(
    /// Where the trail stands.
    here: Here<'a>,
    /// The trail.
    page: &'a Page,
) -> impl IntoView {
    let stops = stops(here, page);
    let length = length(here, &stops);
    let items: Vec<_> = stops.into_iter().map(|stop| step(here, stop)).collect();
    view! {
        <section>
            <h2 id="steps">"Steps"</h2>
            <p class="meta">{length}</p>
            <ol class="steps">{items}</ol>
        </section>
    }
}

fn step<'a>(here: Here<'a>, stop: Stop<'a>) -> impl IntoView + use<'a> {
    let page = here.page(stop.page);
    let meta = format!(
        "{} · {}",
        kind_label(here, page),
        count(minutes(page), "minute", "minutes")
    );
    view! {
        <li class=ink(page)>
            <a href=here.to_page(stop.page)><bdi>{page.title.as_str()}</bdi></a>
            <span class="meta">{meta}</span>
            <p>{stop.note.unwrap_or_else(|| page.summary())}</p>
        </li>
    }
}
