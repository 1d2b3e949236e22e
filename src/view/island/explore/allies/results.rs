//! What was found: the allies, best first, each with its reasons; and what to do where there are none.

use leptos::prelude::*;

use crate::explore::allies::reason::{Because, Voice};
use crate::explore::allies::seeker::{Description, Seeker};
use crate::explore::allies::{Found, Hit};
use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::lookup::{label, row_with_id, value, values};
use crate::explore::phrase::{counted, inside};
use crate::explore::state::{self, MOST_COMPARED, State, View};
use crate::model::entry::Approach;
use crate::search::answer::push_number;
use crate::view::island::explore::allies::finder::{Finder, Known};
use crate::view::island::explore::allies::weighing::weighing;
use crate::view::island::explore::desk::{By, Phase};

/// How many sectors are proposed where nothing was found.
const PROPOSED: usize = 4;

/// The id of the heading, to which phones jump from the form.
pub const HEADING: &str = "ally-results";

/// All that stands beside the form.
pub fn results(finder: Finder) -> impl IntoView {
    let is_ready = move || finder.phase.get() == Phase::Ready;
    let has_hits = move || finder.found.with(|found| !found.hits.is_empty());
    view! {
        <div class="ally-results" hidden=move || finder.phase.get() == Phase::Failed>
            <h2 id=HEADING tabindex="-1">"Allies"</h2>
            <p class="ally-status" aria-hidden="true">{move || finder.status()}</p>
            <p class="visually-hidden" role="status">{move || finder.said.get()}</p>
            {move || notes(finder)}
            {move || is_ready().then(|| help(finder))}
            {move || compare(finder)}
            <div hidden=move || !has_hits()>{weighing}</div>
            {move || hits(finder)}
            <button type="button" class="ally-more" hidden=move || !has_more(finder) on:click=move |_| more(finder)>
                "Show more"
            </button>
        </div>
    }
}

/// What of the address or of the answers was not understood.
fn notes(finder: Finder) -> Vec<impl IntoView> {
    let unknown = finder.found.with(|found| found.unknown.clone());
    let sentences = finder.dropped.get().into_iter().chain(unknown);
    sentences
        .map(|sentence| view! { <p class="explorer-note">{sentence}</p> })
        .collect()
}

fn has_more(finder: Finder) -> bool {
    finder.found.with(|found| found.total > found.hits.len())
}

/// Shows more, and goes on reading at the first of them.
fn more(finder: Finder) {
    let at = finder.found.with_untracked(|found| found.hits.len());
    finder.show_more();
    let then = move |()| finder.world.focus(&link_id(at));
    finder.world.after(0, Box::new(then));
}

fn link_id(at: usize) -> String {
    let mut id = "ally-".to_owned();
    push_number(u32::try_from(at).unwrap_or_default(), &mut id);
    id
}

/// What to do where nothing is found: begin with an example, or with what many work on.
fn help(finder: Finder) -> Option<AnyView> {
    let known = finder.known.get()?;
    if finder.found.with(|found| !found.hits.is_empty()) {
        return None;
    }
    let seeker = finder.seeker.get();
    Some(match seeker {
        Seeker::Described(said) if !said.is_empty() => widen(finder, &known, &said).into_any(),
        Seeker::Described(_) | Seeker::Entry(_) => examples(&known).into_any(),
    })
}

/// Two links that show what this is.
fn examples(known: &Known) -> impl IntoView + use<> {
    let catalog = known.catalog();
    let entry = known.prepared.example().and_then(|row| catalog.row(row));
    let entry = entry.map(|row| {
        let href = address(&Seeker::Entry(row.id().to_owned()));
        view! { <li><a href=href>"Allies of " <bdi>{row.title.as_str()}</bdi></a></li> }
    });
    let described = description(known).map(|(said, words)| {
        let href = address(&Seeker::Described(Box::new(said)));
        view! { <li><a href=href>{words}</a></li> }
    });
    view! {
        <div class="ally-help">
            <p>"For example:"</p>
            <ul>{entry} {described}</ul>
        </div>
    }
}

/// People who work on what most work on, where most are.
fn description(known: &Known) -> Option<(Description, String)> {
    let catalog = known.catalog();
    let (sector, _) = *known.prepared.fullest_sectors(1).first()?;
    let country = known
        .prepared
        .fullest_countries(1)
        .first()
        .map(|(country, _)| *country);
    let named = |facet, number| value(catalog, facet, number).map(str::to_owned);
    let work = inside(label(catalog, Facet::Sector, sector));
    let place =
        country.map(|country| [" (", label(catalog, Facet::Country, country), ")"].concat());
    let words = ["A group that works on ", &work, &place.unwrap_or_default()].concat();
    let said = Description {
        sectors: named(Facet::Sector, sector).into_iter().collect(),
        country: country
            .and_then(|number| named(Facet::Country, number))
            .unwrap_or_default(),
        ..Description::default()
    };
    Some((said, words))
}

fn address(seeker: &Seeker) -> String {
    ["#", &seeker.write()].concat()
}

/// Answers that would find somebody.
fn widen(finder: Finder, known: &Known, said: &Description) -> impl IntoView + use<> {
    let catalog = known.catalog();
    let sectors = known.prepared.fullest_sectors(PROPOSED).into_iter();
    let proposals: Vec<_> = sectors
        .filter_map(|(number, count)| {
            let sector = value(catalog, Facet::Sector, number)?.to_owned();
            let is_said = said.sectors.contains(&sector);
            (!is_said)
                .then(|| proposal(finder, sector, label(catalog, Facet::Sector, number), count))
        })
        .collect();
    view! {
        <div class="ally-help">
            <p>"What most groups here work on; a press adds it to your answers:"</p>
            <ul class="ally-proposals">{proposals}</ul>
        </div>
    }
}

fn proposal(finder: Finder, sector: String, label: &str, count: usize) -> impl IntoView + use<> {
    let words = [label, ", ", &counted(count, "group", "groups")].concat();
    let add = move |_| {
        finder.change(By::Pressing, |wish| {
            wish.described.sectors.push(sector.clone());
        });
        // The button is gone then.
        let then = move |()| finder.world.focus(HEADING);
        finder.world.after(0, Box::new(then));
    };
    view! { <li><button type="button" on:click=add>{words}</button></li> }
}

/// The best side by side, with the entry itself where there is one.
fn compare(finder: Finder) -> Option<impl IntoView> {
    let known = finder.known.get()?;
    let own = own_row(known.catalog(), &finder.seeker.get());
    let hits = finder
        .found
        .with(|found| found.hits.iter().map(|hit| hit.row).collect::<Vec<_>>());
    let compared: Vec<u32> = own.into_iter().chain(hits).take(MOST_COMPARED).collect();
    let others = compared.len() - usize::from(own.is_some());
    if compared.len() < 2 {
        return None;
    }
    let state = State {
        view: View::Compare,
        compared,
        ..State::default()
    };
    let href = finder.to(&["explore/#", &state::write(&state, known.index)].concat());
    let first = match others {
        1 => "the first".to_owned(),
        several => format!("the first {several}"),
    };
    let words = match own {
        Some(row) => format!("Compare {} with {first}", known.titles.title(row)),
        None => format!("Compare {first} side by side"),
    };
    Some(view! { <p class="ally-compare"><a href=href>{words}</a></p> })
}

fn own_row(catalog: &Catalog, seeker: &Seeker) -> Option<u32> {
    match seeker {
        Seeker::Entry(id) => row_with_id(catalog, id),
        Seeker::Described(_) => None,
    }
}

fn hits(finder: Finder) -> Option<impl IntoView> {
    let known = finder.known.get()?;
    let catalog = known.catalog();
    let own = own_row(catalog, &finder.seeker.get());
    let voice = own.map_or(Voice::You, |row| Voice::Named(known.titles.title(row)));
    finder.found.with(|found| {
        let best = best(found);
        let hits = found.hits.iter().enumerate();
        let items: Vec<_> = hits
            .filter_map(|(at, hit)| {
                let row = catalog.row(hit.row)?;
                Some(item(finder, (at, hit, row), (catalog, voice), best))
            })
            .collect();
        (!items.is_empty()).then(|| view! { <ol class="list ally-list">{items}</ol> })
    })
}

/// The most points of all that were found: those that have ended stand last, and may have more.
fn best(found: &Found) -> u32 {
    let scores = found.hits.iter().map(|hit| hit.score);
    scores.max().unwrap_or_default().max(1)
}

fn item(
    finder: Finder,
    (at, hit, row): (usize, &Hit, &Row),
    (catalog, voice): (&Catalog, Voice<'_>),
    best: u32,
) -> impl IntoView + use<> {
    let reasons: Vec<_> = hit
        .reasons
        .iter()
        .map(|because| reason(because, voice))
        .collect();
    let href = finder.to(&row.address);
    view! {
        <li class=ink(approach(catalog, row))>
            <a id=link_id(at) href=href><bdi>{row.title.clone()}</bdi></a>
            <span class="meta">{meta(catalog, row)}</span>
            {score(hit.score, best)}
            <ul class="ally-reasons">{reasons}</ul>
        </li>
    }
}

fn reason(because: &Because, voice: Voice<'_>) -> impl IntoView + use<> {
    let points = (because.points > 0)
        .then(|| view! { " " <span class="count">{points_of(because.points)}</span> });
    view! { <li>{because.reason.in_words(voice)} {points}</li> }
}

fn points_of(points: u32) -> String {
    let mut words = String::new();
    push_number(points, &mut words);
    words.push_str(if points == 1 { " point" } else { " points" });
    words
}

/// The points as a bar, and in words.
fn score(points: u32, best: u32) -> impl IntoView {
    let mut width = String::new();
    push_number((points * 100).div_ceil(best), &mut width);
    view! {
        <p class="ally-score">
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="6" class="ally-all"></rect>
                <rect width=width height="6"></rect>
            </svg>
            <span class="count">{points_of(points)}</span>
        </p>
    }
}

/// The class that gives ink and shape.
fn ink(approach: Option<Approach>) -> &'static str {
    match approach {
        Some(Approach::CounterPower) => "power",
        Some(Approach::CounterInstitution) => "build",
        Some(Approach::Both) => "both",
        None => "plain",
    }
}

fn approach(catalog: &Catalog, row: &Row) -> Option<Approach> {
    let number = *values(catalog, row, Facet::Approach).first()?;
    value(catalog, Facet::Approach, number).and_then(Approach::parse)
}

/// Kind, what it does, and place.
fn meta(catalog: &Catalog, row: &Row) -> String {
    let kind = values(catalog, row, Facet::Kind).first();
    let mut words = kind
        .map_or("", |kind| label(catalog, Facet::Kind, *kind))
        .to_owned();
    match approach(catalog, row) {
        Some(Approach::CounterPower) => push(&mut words, "resists"),
        Some(Approach::CounterInstitution) => push(&mut words, "builds"),
        Some(Approach::Both) => push(&mut words, "resists and builds"),
        None => {}
    }
    if let Some(place) = &row.place {
        push(&mut words, &place.name);
    }
    words
}

fn push(words: &mut String, more: &str) {
    if !words.is_empty() {
        words.push_str(" · ");
    }
    words.push_str(more);
}
