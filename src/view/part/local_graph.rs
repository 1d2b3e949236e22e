//! Connections: what a page is tied to, one and two steps away, as a picture whose every mark is a link, and as lists.
//!
//! Both are written as text: a page has dozens of marks, and there are thousands of pages.

mod label;
mod picture;

use leptos::prelude::*;

use crate::explore::export::xml::escape;
use crate::explore::graph::local::{Line, Local};
use crate::explore::state;
use crate::model::site::{Page, PageId};
use crate::view::edition::Here;
use crate::view::page::explore;
use crate::view::part::badge::{deed, ink, kind_label};
use crate::view::part::listing::count;

/// What is tied to the page, where anything is.
#[component]
pub(crate) fn LocalGraph<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// Its number.
    id: PageId,
) -> impl IntoView {
    let node = here.edition.graph.find(here.page(id).address.as_str());
    let local = node.and_then(|node| here.edition.surroundings.of(node));
    local.map(|local| {
        let spots = spots(here, &local);
        view! {
            <section class="local-graph">
                <h2 id="connections">"Connections"</h2>
                <p class="meta">{summed_up(&local)} {more(here, id)}</p>
                <div class="local-graph-picture" inner_html=picture::picture(&local, &spots)></div>
                <details>
                    <summary>"What the marks mean"</summary>
                    <ul class="local-graph-legend" inner_html=picture::legend(&local, &spots)></ul>
                </details>
                <details class="local-graph-words">
                    <summary>"The same as lists"</summary>
                    <div inner_html=words(&local, &spots)></div>
                </details>
            </section>
        }
    })
}

/// The way to the explorer's graph, with the entry in its middle.
fn more<'a>(here: Here<'a>, id: PageId) -> Option<impl IntoView + use<'a>> {
    here.edition.row(id)?;
    let around = state::around(here.page(id).id.as_str());
    let href = [&here.to(&explore::address()), "#", &around].concat();
    Some(view! { " " <a href=href>"See it in the whole graph"</a> })
}

/// What is shown of a dot.
struct Spot<'a> {
    title: &'a str,
    href: String,
    /// Kind and approach, in words.
    meta: String,
    ink: &'static str,
    shape: crate::explore::graph::Shape,
}

fn spots<'a>(here: Here<'a>, local: &Local) -> Vec<Spot<'a>> {
    let net = &here.edition.graph;
    let spot = |node: u32| {
        let page = here.page_of(node)?;
        Some(Spot {
            title: &page.title,
            href: here.to(&page.address),
            meta: meta(here, page),
            ink: ink(page),
            shape: net.shape(net.node(node)?),
        })
    };
    let dots = local.dots.iter();
    dots.filter_map(|dot| spot(dot.node)).collect()
}

/// `Network, builds`.
fn meta(here: Here<'_>, page: &Page) -> String {
    let kind = kind_label(here, page);
    let approach = page.entry().and_then(|entry| entry.approach);
    match approach {
        Some(approach) => format!("{kind}, {}", deed(approach, page.class)),
        None => kind.to_owned(),
    }
}

/// `174 pages within two steps; the 27 most closely tied are drawn.`
fn summed_up(local: &Local) -> String {
    let drawn = local.dots.len().saturating_sub(1);
    let within = match local.count(2) {
        0 => "one step",
        _some => "two steps",
    };
    let all = count(drawn + local.left_out, "page", "pages");
    match local.left_out {
        0 => format!("{all} within {within}."),
        _some => format!("{all} within {within}; the {drawn} most closely tied are drawn."),
    }
}

/// The lists: one step by type of relation, two steps by way.
fn words(local: &Local, spots: &[Spot<'_>]) -> String {
    let lines = local.lines();
    let (first, second) = lines.split_at(lines.partition_point(|line| line.from == 0));
    let mut out = String::from("<h3>One step</h3><dl class=\"relations\">");
    for line in first {
        row(&mut out, line.label, |out| {
            out.push_str("<li>");
            links(out, line, spots);
            out.push_str("</li>");
        });
    }
    out.push_str("</dl>");
    if second.is_empty() {
        return out;
    }
    out.push_str("<h3>Two steps</h3><dl class=\"relations\">");
    for lines in second.chunk_by(|a, b| a.from == b.from) {
        let way = lines.first().and_then(|line| spots.get(line.from));
        let way = way.map_or(String::new(), |spot| format!("by way of {}", spot.title));
        row(&mut out, &way, |out| {
            for line in lines {
                out.push_str("<li>");
                out.push_str(line.label);
                out.push(' ');
                links(out, line, spots);
                out.push_str("</li>");
            }
        });
    }
    out.push_str("</dl>");
    out
}

/// A term and its list.
fn row(out: &mut String, term: &str, items: impl FnOnce(&mut String)) {
    out.push_str("<div><dt>");
    escape(out, term);
    out.push_str("</dt><dd><ul>");
    items(out);
    out.push_str("</ul></dd></div>");
}

/// Links with commas between them.
fn links(out: &mut String, line: &Line, spots: &[Spot<'_>]) {
    let spots = line.to.iter().filter_map(|dot| spots.get(*dot));
    for (index, spot) in spots.enumerate() {
        out.push_str(if index == 0 {
            "<a href=\""
        } else {
            ", <a href=\""
        });
        escape(out, &spot.href);
        out.push_str("\"><bdi>");
        escape(out, spot.title);
        out.push_str("</bdi></a>");
    }
}
