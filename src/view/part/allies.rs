//! Nearest allies: the groups that have most in common with an entry, and what that is.

use leptos::prelude::*;

use crate::explore::allies::Hit;
use crate::explore::allies::reason::Voice;
use crate::explore::allies::seeker::Seeker;
use crate::model::address::Address;
use crate::model::site::Page;
use crate::view::edition::Here;
use crate::view::part::badge::ink;
use crate::view::part::listing::meta;

/// The reasons that are told of each: they come by weight, and what follows the third is little.
const MOST_REASONS: usize = 3;

/// The allies of a page, where there are any.
#[component]
pub(crate) fn Allies<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The page.
    page: &'a Page,
    /// Its allies, nearest first.
    hits: Vec<Hit>,
) -> impl IntoView {
    (!hits.is_empty()).then(|| {
        let items: Vec<_> = hits
            .iter()
            .filter_map(|hit| Some(ally(here, here.page_of_row(hit.row)?, reasons(page, hit))))
            .collect();
        view! {
            <section class="allies">
                <h2 id="allies">"Nearest allies"</h2>
                <ul class="list">{items}</ul>
                <p class="allies-more">
                    <a href=finder(here, page)>"All that have something in common with it, and why"</a>
                </p>
            </section>
        }
    })
}

fn ally<'a>(here: Here<'a>, page: &'a Page, reasons: String) -> impl IntoView + use<'a> {
    view! {
        <li class=ink(page)>
            <a href=here.to(&page.address)><bdi>{page.title.as_str()}</bdi></a>
            <span class="meta">{meta(here, page)}</span>
            <p>{reasons}</p>
        </li>
    }
}

/// The weightiest reasons, and what is no reason but has to be said, as sentences.
fn reasons(page: &Page, hit: &Hit) -> String {
    let weighty = hit.reasons.iter().filter(|because| because.points > 0);
    let said = hit.reasons.iter().filter(|because| because.points == 0);
    let mut words = String::new();
    for because in weighty.take(MOST_REASONS).chain(said) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&because.reason.in_words(Voice::Named(&page.title)));
        words.push('.');
    }
    words
}

/// The ally finder, asked for this page.
fn finder(here: Here<'_>, page: &Page) -> String {
    let seeker = Seeker::Entry(page.id.to_string());
    here.to(&Address::known_page("allies")) + "#" + &seeker.write()
}

#[cfg(test)]
mod tests {
    use crate::view::sample::{site, text_at};

    #[test]
    fn an_entity_shows_who_is_near_and_why() {
        let html = text_at(&site(), "networks/cooperation-jackson/index.html");
        for piece in [
            "Nearest allies",
            "<a href=\"../tenants/\"><bdi>Tenants</bdi></a>",
            "<p>Cooperation Jackson offers tool library; they seek tools (lend). Both work on land. Same country: United States.</p>",
            "href=\"../../allies/#entry=cooperation-jackson\"",
        ] {
            assert!(html.contains(piece), "{piece}\n{html}");
        }
    }

    #[test]
    fn an_idea_has_no_allies() {
        let html = text_at(&site(), "concepts/dual-power/index.html");
        assert!(!html.contains("Nearest allies"));
    }
}
