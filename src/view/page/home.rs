//! The home page: what this is, the two inks, where to start, how to find each other, what is new, ways in.

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::explore::exchange;
use crate::model::address::Address;
use crate::model::choice::Class;
use crate::model::entry::Approach;
use crate::model::site::PageId;
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::page;
use crate::view::part::frame::print;
use crate::view::part::head::Head;
use crate::view::part::listing::{Listing, count};
use crate::view::part::shelf_list::ShelfList;
use crate::view::part::steps::{minutes, stops};
use crate::view::part::time::Day;
use crate::view::shelves::{Family, added};

/// Entries shown under each ink.
const PER_INK: usize = 5;
/// Entries shown where the inks overprint: they fill three columns.
const OVERPRINTED: usize = 6;
/// Entries shown as newest.
const NEW: usize = 6;

/// Prints the home page.
pub(crate) fn home(edition: &Edition<'_>) -> Artifact {
    let address = Address::home();
    let here = Here::new(edition, &address);
    let own = edition
        .site
        .pages
        .iter()
        .find(|page| page.address == address);
    print(here, Head::default(), || {
        view! {
            <main id="main" class="home">
                <Hero here/>
                <Inks here/>
                <Start here/>
                <Organize here/>
                {own.map(|page| view! { <div class="prose" inner_html=page.html.as_str()></div> })}
                <Newest here/>
                <Ways here/>
            </main>
        }
    })
}

/// The trail that a newcomer is offered: the one the settings name, or else the first.
fn start_trail(here: Here<'_>) -> Option<PageId> {
    let shelves = &here.edition.shelves;
    let named = here.site().settings.start_trail.as_deref();
    let named = named.and_then(|id| shelves.entry(id));
    named.or_else(|| shelves.trails.first().copied())
}

/// Headline, tagline, the way to start.
#[component]
fn Hero<'a>(here: Here<'a>) -> impl IntoView {
    let settings = &here.site().settings;
    let lines: Vec<_> = settings
        .headline
        .iter()
        .map(|line| view! { <span>{line.as_str()}</span> " " })
        .collect();
    let start = start_trail(here).map(|trail| {
        let steps = stops(here, here.page(trail)).len();
        let words = format!("Start here: {}", count(steps, "step", "steps"));
        view! { <a class="go" href=here.to_page(trail)>{words}</a> }
    });
    let title = if settings.headline.is_empty() {
        view! { {settings.title.as_str()} }.into_any()
    } else {
        lines.into_any()
    };
    let description = settings.description.as_str();
    view! {
        <div class="hero">
            <h1>{title}</h1>
            <div class="hero-side">
                <p class="say">{settings.tagline.as_str()}</p>
                {(!description.is_empty()).then(|| view! { <p class="more-say">{description}</p> })}
                <p class="hero-ways">
                    {start}
                    <a href=here.to(&Address::known_page("browse"))>
                        {format!("Browse {}", count(here.edition.shelves.all.len(), "entry", "entries"))}
                    </a>
                    <a href=here.to(&page::allies::address())>"Find allies"</a>
                </p>
            </div>
        </div>
    }
}

/// Those who resist, those who build, and those who do both.
#[component]
fn Inks<'a>(here: Here<'a>) -> impl IntoView {
    let ink = |approach, class, heading, says| {
        view! { <Ink here approach class heading says/> }
    };
    view! {
        <div class="inks">
            {ink(
                Approach::CounterPower,
                "power",
                "Those who resist",
                "Organised capacity to refuse, block and wear down power over us.",
            )}
            {ink(
                Approach::CounterInstitution,
                "build",
                "Those who build",
                "Bodies that meet needs now and are governed by those who use them.",
            )}
            {ink(
                Approach::Both,
                "both",
                "Those who do both",
                "Where resisting and building hold each other up.",
            )}
        </div>
    }
}

#[component]
fn Ink<'a>(
    here: Here<'a>,
    approach: Approach,
    class: &'static str,
    heading: &'static str,
    says: &'static str,
) -> impl IntoView {
    here.edition.shelves.of_approach(approach).map(|shelf| {
        let shown = match approach {
            Approach::CounterPower | Approach::CounterInstitution => PER_INK,
            Approach::Both => OVERPRINTED,
        };
        let first = most_connected(here, &shelf.pages, shown);
        let badge = match approach {
            Approach::CounterPower => "Counter-power",
            Approach::CounterInstitution => "Counter-institutions",
            Approach::Both => "Dual power",
        };
        let all = count(shelf.pages.len(), "entry", "entries");
        let all = if first.len() < shelf.pages.len() {
            format!("All {all}")
        } else {
            all
        };
        let items: Vec<_> = first.into_iter().map(|id| brief(here, id)).collect();
        view! {
            <section class=format!("ink {class}")>
                <p class=format!("badge {class}")>{badge}</p>
                <h2>{heading}</h2>
                <p>{says}</p>
                <ul class="brief">{items}</ul>
                <p class="all">
                    <a href=here.to(&shelf.address)>{all}</a>
                </p>
            </section>
        }
    })
}

/// The entries of a list that most others are tied to, things before ideas.
fn most_connected(here: Here<'_>, pages: &[PageId], number: usize) -> Vec<PageId> {
    let graph = &here.site().graph;
    let ties = |id: PageId| {
        let relations = graph.relations.get(id.0).map_or(0, |groups| {
            groups.iter().map(|group| group.others.len()).sum()
        });
        relations + graph.backlinks.get(id.0).map_or(0, Vec::len)
    };
    let mut sorted: Vec<PageId> = pages.to_vec();
    sorted.sort_by_key(|id| (here.page(*id).class != Class::Entity, Reverse(ties(*id))));
    sorted.truncate(number);
    sorted
}

fn brief<'a>(here: Here<'a>, id: PageId) -> impl IntoView + use<'a> {
    let page = here.page(id);
    let place = page
        .entry()
        .and_then(|entry| crate::model::disclosure::Disclosed::of(entry).in_short());
    view! {
        <li>
            <a href=here.to_page(id)><bdi>{page.title.as_str()}</bdi></a>
            {place.map(|place| view! { " " <span class="meta">{place}</span> })}
            <p>{page.summary()}</p>
        </li>
    }
}

/// The steps of the start trail.
#[component]
fn Start<'a>(here: Here<'a>) -> impl IntoView {
    start_trail(here).map(|trail| {
        let page = here.page(trail);
        let stops = stops(here, page);
        let time: usize = stops.iter().map(|stop| minutes(here.page(stop.page))).sum();
        let steps: Vec<_> = stops
            .iter()
            .map(|stop| {
                view! { <li><a href=here.to_page(stop.page)><bdi>{here.page(stop.page).title.as_str()}</bdi></a></li> }
            })
            .collect();
        view! {
            <section class="band" aria-labelledby="start">
                <h2 id="start"><a href=here.to_page(trail)>{page.title.as_str()}</a></h2>
                <p class="meta">
                    {format!("{} · {}", count(stops.len(), "step", "steps"), count(time, "minute", "minutes"))}
                </p>
                <ol class="trail">{steps}</ol>
            </section>
        }
    })
}

/// Ways in for those who look for allies: the explorer, the ally finder, the board.
#[component]
fn Organize<'a>(here: Here<'a>) -> impl IntoView {
    let edition = here.edition;
    let notices = exchange::open(&edition.catalog, here.site().settings.today);
    let entries = count(edition.catalog.rows.len(), "entry", "entries");
    let open = match notices.len() {
        0 => "Nothing is open at present; add yours.".to_owned(),
        open => format!("{open} open at present."),
    };
    view! {
        <section class="band" aria-labelledby="organize">
            <h2 id="organize">"Find each other"</h2>
            <div class="ways meet">
                <section>
                    <h3><a href=here.to(&page::explore::address())>"Explore"</a></h3>
                    <p>
                        {format!("Filter {entries} by place, sector, governance and more; see them on a map, a timeline or as a graph; compare them, and take the list away.")}
                    </p>
                </section>
                <section>
                    <h3><a href=here.to(&page::allies::address())>"Find allies"</a></h3>
                    <p>
                        "Choose a group or describe yours: who offers what you seek, works on the same things or is near you, and why."
                    </p>
                </section>
                <section>
                    <h3><a href=here.to(&page::exchange::address())>"Offers and needs"</a></h3>
                    <p>"What groups offer each other, and what they are looking for. " {open}</p>
                </section>
            </div>
        </section>
    }
}

/// What came in last.
#[component]
fn Newest<'a>(here: Here<'a>) -> impl IntoView {
    let newest = &here.edition.shelves.newest;
    let shown = &newest[..newest.len().min(NEW)];
    let last = shown.first().and_then(|id| added(here.page(*id)));
    (!shown.is_empty()).then(|| {
        view! {
            <section class="band" aria-labelledby="newest">
                <h2 id="newest">"Newest entries"</h2>
                {last.map(|day| view! { <p class="meta">"The last came in on " <Day day/></p> })}
                <div class="columns"><Listing here pages=shown/></div>
            </section>
        }
    })
}

/// Ways in: by kind, sector and country.
#[component]
fn Ways<'a>(here: Here<'a>) -> impl IntoView {
    let ways: Vec<_> = [Family::Kind, Family::Sector, Family::Country]
        .into_iter()
        .filter_map(|family| {
            let shelves = here.edition.shelves.of_family(family);
            let shown: Vec<_> = shelves.iter().collect();
            (!shown.is_empty()).then(|| {
                view! {
                    <section>
                        <h3><a href=here.to(&family.index())>{format!("By {}", family.one().to_lowercase())}</a></h3>
                        <ShelfList here shelves=shown/>
                    </section>
                }
            })
        })
        .collect();
    view! {
        <section class="band" aria-labelledby="ways">
            <h2 id="ways">"Browse"</h2>
            <div class="ways">{ways}</div>
        </section>
    }
}
