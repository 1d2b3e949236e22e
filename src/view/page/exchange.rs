//! The board of offers and needs: all that is open on the day of the build, by type; which of them meet; how to add one.
//!
//! Each notice carries what it can be narrowed by, so that the filter, where scripts run, only hides.

use leptos::prelude::*;

use crate::explore::exchange::filter::{Filter, Side, board};
use crate::explore::exchange::matches::matches;
use crate::explore::exchange::{Named, Notice, open};
use crate::explore::phrase::inside;
use crate::model::address::Address;
use crate::model::choice::{Choice, List};
use crate::view::Artifact;
use crate::view::edition::{Edition, Here};
use crate::view::island::explore::board::{ExchangeFilter, MEETING, NOTICE};
use crate::view::page::words;
use crate::view::part::crumbs::Crumbs;
use crate::view::part::frame::print;
use crate::view::part::head::{Head, Purpose};
use crate::view::part::time::Day;

/// The offers whose matches are shown: more are not read, and each stands above as well.
const MOST_MATCHES: usize = 24;

/// The needs that are named beside an offer, for the same reasons.
const MOST_NEEDS: usize = 8;

/// Where the page stands.
pub(crate) fn address() -> Address {
    Address::known_page("exchange")
}

/// Prints the page.
pub(crate) fn exchange(edition: &Edition<'_>) -> Artifact {
    let address = address();
    let here = Here::new(edition, &address);
    let today = edition.site.settings.today;
    let notices = open(&edition.catalog, today);
    let sentence = board(&notices, &Filter::default(), today).sentence;
    let head = Head {
        title: "Offers and needs",
        description: "What groups in this directory offer each other, and what they are looking for.",
        purpose: if notices.is_empty() {
            Purpose::Reading
        } else {
            Purpose::Exploring
        },
        ..Head::default()
    };
    print(here, head, || {
        view! {
            <main id="main" class="shelf board">
                <Crumbs here steps=Vec::new() name="Offers and needs".to_owned()/>
                <header class="opening">
                    <h1>"Offers and needs"</h1>
                    <p class="lead">
                        "What groups offer each other, and what they are looking for."
                    </p>
                    {(!notices.is_empty()).then(|| view! { <p class="meta">{sentence.clone()}</p> })}
                </header>
                {notices.is_empty().then(|| view! { <p class="nothing">{sentence}</p> })}
                {(!notices.is_empty()).then(|| view! {
                    <div class="board-columns">
                        <ExchangeFilter/>
                        <div>{types(here, &notices)} {met(here, &notices)}</div>
                    </div>
                })}
                <Add here/>
            </main>
        }
    })
}

/// Offers that meet needs, where there are any.
fn met(here: Here<'_>, notices: &[Notice]) -> Option<AnyView> {
    let found = by_offer(notices);
    let more = found.len().saturating_sub(MOST_MATCHES);
    let mut ids = (0..).map(|number| format!("{MEETING}{number}"));
    let items: Vec<_> = found
        .into_iter()
        .take(MOST_MATCHES)
        .map(|found| meeting(here, found, &mut ids).into_any())
        .collect();
    (!items.is_empty()).then(|| {
        let more = (more > 0).then(|| view! { <p class="meta">{left_out(more)}</p> });
        view! {
            <section class="board-matches" aria-labelledby="matches">
                <h2 id="matches">"Offered here, sought there"</h2>
                <ul class="board-meetings">{items}</ul>
                {more}
            </section>
        }
        .into_any()
    })
}

/// What is not shown of the matches.
fn left_out(more: usize) -> String {
    match more {
        1 => "1 more offer meets a need.".to_owned(),
        more => format!("{more} more offers meet needs."),
    }
}

/// Offers with the needs that each meets, the best first.
fn by_offer(notices: &[Notice]) -> Vec<(&Notice, Vec<&Notice>)> {
    let mut places = vec![None; notices.len()];
    let mut offers: Vec<(&Notice, Vec<&Notice>)> = Vec::new();
    for found in matches(notices) {
        let place = *places[found.offer].get_or_insert(offers.len());
        if place == offers.len() {
            offers.push((&notices[found.offer], Vec::new()));
        }
        offers[place].1.push(&notices[found.need]);
    }
    offers
}

/// `A offers bread (gift). B seeks bread; C seeks bread rolls.`
fn meeting<'a, Ids: Iterator<Item = String>>(
    here: Here<'a>,
    (offer, needs): (&'a Notice, Vec<&'a Notice>),
    ids: &mut Ids,
) -> impl IntoView + use<'a, Ids> {
    let id = ids.next();
    let terms = offer.terms.as_ref();
    let terms = terms.map(|terms| format!(" ({})", inside(&terms.label)));
    let more = match needs.len().saturating_sub(MOST_NEEDS) {
        0 => String::new(),
        1 => " 1 more seeks its like.".to_owned(),
        more => format!(" {more} more seek its like."),
    };
    let needs: Vec<_> = needs
        .into_iter()
        .take(MOST_NEEDS)
        .map(|need| {
            view! {
                <span id=ids.next() data-side=need.side.value() data-expires=expires(need)>
                    {group(here, need)} " seeks " {inside(&need.title)}
                </span>
            }
        })
        .collect();
    view! {
        <li id=id data-side=offer.side.value() data-expires=expires(offer)>
            {group(here, offer)} " offers " {inside(&offer.title)} {terms} ". "
            {needs} {more}
        </li>
    }
}

/// The last day on which it stands, for those who hide what does not.
fn expires(notice: &Notice) -> Option<String> {
    notice.expires.map(|day| day.to_string())
}

/// The entry of a notice.
fn group<'a>(here: Here<'a>, notice: &'a Notice) -> impl IntoView + use<'a> {
    let page = here.page_of_row(notice.row);
    let href = page.map(|page| here.to(&page.address));
    view! { <a href=href><bdi>{notice.entry.as_str()}</bdi></a> }
}

/// A notice with its number among those that are open.
type Numbered<'a> = (usize, &'a Notice);

/// A section for each type, in the order of the list; then those of a site's own.
fn types<'a>(here: Here<'a>, notices: &'a [Notice]) -> Vec<AnyView> {
    let lists = &here.site().settings.lists;
    let listed = lists.of(List::ExchangeType);
    let placed = |notice: &'a Notice| {
        let kind = &notice.kind;
        let at = listed.iter().position(|choice| choice.value == kind.value);
        (at.unwrap_or(listed.len()), kind)
    };
    let mut kinds: Vec<(usize, &Named)> = notices.iter().map(placed).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
        .into_iter()
        .map(|(_, kind)| {
            let choice = lists.find(List::ExchangeType, &kind.value);
            of_type(here, (kind, choice), notices).into_any()
        })
        .collect()
}

fn of_type<'a>(
    here: Here<'a>,
    (kind, choice): (&'a Named, Option<&'a Choice>),
    notices: &'a [Notice],
) -> impl IntoView + use<'a> {
    let title = choice.map_or(&kind.label, |choice| &choice.plural);
    let meaning = choice.map(|choice| view! { <p class="meta">{choice.definition.as_str()}</p> });
    let side = |side| {
        let numbered = notices.iter().enumerate();
        numbered
            .filter(|(_, notice)| notice.kind == *kind && notice.side == side)
            .collect::<Vec<Numbered<'_>>>()
    };
    view! {
        <section class="board-type" data-type=kind.value.as_str()>
            <h2>{title.as_str()}</h2>
            {meaning}
            <div class="board-sides">
                <OneSide here side=Side::Offered notices=side(Side::Offered)/>
                <OneSide here side=Side::Sought notices=side(Side::Sought)/>
            </div>
        </section>
    }
}

#[component]
fn OneSide<'a>(here: Here<'a>, side: Side, notices: Vec<Numbered<'a>>) -> impl IntoView {
    let heading = match side {
        Side::Offered => "Offered",
        Side::Sought => "Sought",
    };
    let nothing = match side {
        Side::Offered => "Nobody offers any at present.",
        Side::Sought => "Nobody seeks any at present.",
    };
    let is_empty = notices.is_empty();
    let items = notices.into_iter();
    let items: Vec<_> = items.map(|each| notice(here, each).into_any()).collect();
    view! {
        <section class="board-side">
            <h3>{heading}</h3>
            {is_empty.then(|| view! { <p class="meta">{nothing}</p> })}
            <ul class="board-list">{items}</ul>
        </section>
    }
}

fn notice<'a>(here: Here<'a>, (number, notice): Numbered<'a>) -> impl IntoView + use<'a> {
    let title = match &notice.details_url {
        Some(url) => view! { <a href=url.to_string() rel="external noopener noreferrer">{notice.title.as_str()}</a> }.into_any(),
        None => view! { {notice.title.as_str()} }.into_any(),
    };
    let terms = notice.terms.as_ref().map(|terms| {
        let label = here.label(List::ExchangeTerms, &terms.value).to_lowercase();
        view! { <span class="board-terms">{label}</span> " · " }
    });
    let place = (!notice.place.is_empty()).then(|| view! { " · " {notice.place.as_str()} });
    let until = match notice.expires {
        Some(day) => view! { "until " <Day day/> }.into_any(),
        None => view! { "no end date" }.into_any(),
    };
    view! {
        <li
            id=format!("{NOTICE}{number}")
            data-side=notice.side.value()
            data-type=notice.kind.value.as_str()
            data-type-name=notice.kind.label.as_str()
            data-country=value(notice.country.as_ref())
            data-country-name=label(notice.country.as_ref())
            data-terms=value(notice.terms.as_ref())
            data-terms-name=label(notice.terms.as_ref())
            data-expires=expires(notice)
        >
            <b>{title}</b>
            <p>{group(here, notice)} {place}</p>
            <p class="meta">{terms} {until}</p>
        </li>
    }
}

fn value(named: Option<&Named>) -> Option<&str> {
    named.map(|named| named.value.as_str())
}

fn label(named: Option<&Named>) -> Option<&str> {
    named.map(|named| named.label.as_str())
}

/// How to put something on the board.
#[component]
fn Add<'a>(here: Here<'a>) -> impl IntoView {
    let settings = &here.site().settings;
    let next_year = settings.today.year() + 1;
    let example = format!(
        "offers:\n  - {{ title: Tool library, type: good, terms: lend, expires: {next_year}-12-31 }}\n\
         seeks:\n  - {{ title: Translators, type: service, terms: gift }}\n"
    );
    let ask = settings.repository.as_ref().map(|repository| {
        view! {
            <p>
                "You need not write it yourself: "
                <a href=repository.issue_url() rel="external noopener noreferrer">"ask for it"</a>
                "."
            </p>
        }
    });
    let anchor = words::anchor(List::ExchangeType, "good");
    let types = format!("{}#{anchor}", here.to(&words::address()));
    view! {
        <section class="board-add prose" aria-labelledby="add">
            <h2 id="add">"Add yours"</h2>
            <p>
                "What a group offers and seeks stands in the file of its entry, at the top, between the two lines of dashes:"
            </p>
            <pre tabindex="0"><code>{example}</code></pre>
            <p>
                "What "
                <a href=types>
                    "types and terms"
                </a>
                " there are is told with the other words. After the day in "
                <code>"expires"</code>
                " it is hidden by itself; without one it stays until somebody takes it out."
            </p>
            {ask}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use crate::view::sample::{check, day, site, text_at};

    #[test]
    fn what_is_open_stands_on_the_board_with_its_entry() {
        check(
            "exchange/index.html",
            &[
                "1 offer and 1 need, open on 22 November 2026.",
                "id=\"notice-1\" data-side=\"offered\" data-type=\"good\"",
                "data-country=\"US\"",
                "<b>Tool library</b>",
                "<a href=\"../networks/cooperation-jackson/\"><bdi>Cooperation Jackson</bdi></a> · Jackson, United States",
                "expires: 2027-12-31",
            ],
        );
        let html = text_at(&site(), "exchange/index.html");
        assert!(!html.contains("Old offer"), "expired offers are gone");
    }

    #[test]
    fn an_empty_board_says_how_to_fill_it() {
        let mut site = site();
        site.settings.today = day("2026-11-22");
        for page in &mut site.pages {
            if let crate::model::site::Front::Entry(entry) = &mut page.front {
                entry.offers.clear();
                entry.seeks.clear();
            }
        }
        let html = text_at(&site, "exchange/index.html");
        assert!(html.contains("<p class=\"nothing\">Nobody here offers or seeks anything today."));
        assert!(html.contains("Add yours"));
        assert!(!html.contains("board-type"));
    }
}
