//! Where an entry stands: when it was checked, how sure it is, and how to mend it.

use leptos::prelude::*;

use crate::model::date::Date;
use crate::model::site::Page;
use crate::view::edition::Here;
use crate::view::part::time::Day;
use crate::view::shelves::{added, changed};

/// How fresh an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Freshness {
    /// Nobody has checked it against its sources.
    Never,
    /// Checked on that day.
    Fresh(Date),
    /// Checked on that day, too long ago.
    Due(Date),
}

/// How fresh an entry is that was `verified` then and should be again after `every` days.
pub(crate) fn freshness(verified: Option<Date>, every: u32, today: Date) -> Freshness {
    match verified {
        None => Freshness::Never,
        Some(day) if today.days_since(day) > i64::from(every) => Freshness::Due(day),
        Some(day) => Freshness::Fresh(day),
    }
}

/// "This entry": its last check, its days, and the links to improve it.
#[component]
pub(crate) fn Provenance<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The page.
    page: &'a Page,
) -> impl IntoView {
    let confidence = page
        .entry()
        .and_then(|entry| entry.confidence.as_deref())
        .map(|words| view! { <p>{format!("Confidence: {words}.")}</p> });
    view! {
        <section class="provenance" aria-labelledby="provenance">
            <h2 id="provenance">"This page"</h2>
            {page.entry().map(|_| view! { <Checked here page/> })}
            {confidence}
            <Days page/>
            <Mend here page/>
        </section>
    }
}

/// When it was last checked against its sources.
#[component]
fn Checked<'a>(here: Here<'a>, page: &'a Page) -> impl IntoView {
    let settings = &here.site().settings;
    let entry = page.entry();
    let every = entry
        .and_then(|entry| entry.verify_every)
        .unwrap_or(settings.verify_every);
    let by = entry
        .and_then(|entry| entry.verified_by.as_deref())
        .map(|name| format!(" by {name}"));
    match freshness(entry.and_then(|entry| entry.verified), every, settings.today) {
        Freshness::Never => view! {
            <p class="checked due">"Not yet verified: nobody has checked this entry against its sources."</p>
        }
        .into_any(),
        Freshness::Fresh(day) => view! {
            <p class="checked">"Checked against its sources on " <Day day/> {by} "."</p>
        }
        .into_any(),
        Freshness::Due(day) => view! {
            <p class="checked due">"Last checked on " <Day day/> {by} ": due for another look."</p>
        }
        .into_any(),
    }
}

/// When it came in and when it last changed.
#[component]
fn Days<'a>(page: &'a Page) -> impl IntoView {
    let came = added(page).map(|day| view! { "Added " <Day day/> "." });
    let update = changed(page).filter(|day| added(page) != Some(*day));
    let update = update.map(|day| view! { " Changed " <Day day/> "." });
    let any = came.is_some() || update.is_some();
    any.then(|| view! { <p>{came}{update}</p> })
}

/// The links to mend it, where its repository is known.
#[component]
fn Mend<'a>(here: Here<'a>, page: &'a Page) -> impl IntoView {
    let link = |url: String, words| {
        view! { <li><a href=url rel="external noopener noreferrer">{words}</a></li> }
    };
    here.site().settings.repository.as_ref().map(|repository| {
        view! {
            <ul class="mend">
                {link(repository.edit_url(&page.source), "Improve it")}
                {link(repository.history_url(&page.source), "History")}
                {link(repository.issue_url(), "Report a problem")}
            </ul>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Freshness, freshness};
    use crate::model::date::Date;

    #[test]
    fn a_check_grows_old() {
        let day = |text| Date::parse(text).expect(text);
        let of = |verified| freshness(verified, 365, day("2026-07-01"));
        assert_eq!(of(None), Freshness::Never);
        assert_eq!(
            of(Some(day("2025-07-01"))),
            Freshness::Fresh(day("2025-07-01"))
        );
        assert_eq!(
            of(Some(day("2025-06-30"))),
            Freshness::Due(day("2025-06-30"))
        );
    }
}
