//! What an entry offers and seeks, as long as it has not expired.

use leptos::prelude::*;

use crate::model::choice::List;
use crate::model::date::Date;
use crate::model::disclosure::Disclosed;
use crate::model::entry::{Entry, Exchange};
use crate::view::edition::Here;
use crate::view::part::time::Day;

/// The exchanges that still stand on `today`.
pub(crate) fn standing(exchanges: &[Exchange], today: Date) -> Vec<&Exchange> {
    exchanges
        .iter()
        .filter(|exchange| exchange.expires.is_none_or(|day| day >= today))
        .collect()
}

/// Offers or needs under a heading.
#[component]
pub(crate) fn Exchanges<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// Whose they are.
    entry: &'a Entry,
    /// What to call them.
    heading: &'static str,
    /// Those that stand; never empty.
    exchanges: Vec<&'a Exchange>,
) -> impl IntoView {
    let items: Vec<_> = exchanges
        .into_iter()
        .map(|exchange| item(here, entry, exchange))
        .collect();
    view! {
        <section class="exchange">
            <h2>{heading}</h2>
            <ul>{items}</ul>
        </section>
    }
}

fn item<'a>(here: Here<'a>, entry: &'a Entry, exchange: &'a Exchange) -> impl IntoView + use<'a> {
    let title = match Disclosed::details_url(entry, exchange) {
        Some(url) => view! { <a href=url.to_string() rel="external noopener noreferrer">{exchange.title.as_str()}</a> }.into_any(),
        None => view! { {exchange.title.as_str()} }.into_any(),
    };
    let mut words = here
        .label(List::ExchangeType, &exchange.kind)
        .to_lowercase();
    if let Some(terms) = &exchange.terms {
        words.push_str(" · ");
        words.push_str(&here.label(List::ExchangeTerms, terms).to_lowercase());
    }
    let until = exchange.expires.map(|day| view! { " · until " <Day day/> });
    view! { <li>{title} " " <span class="meta">{words}{until}</span></li> }
}

#[cfg(test)]
mod tests {
    use super::standing;
    use crate::model::date::Date;
    use crate::model::entry::Exchange;

    #[test]
    fn what_has_expired_is_not_offered_any_more() {
        let until = |expires: Option<&str>| Exchange {
            title: "Tool library".into(),
            kind: "good".into(),
            terms: None,
            details_url: None,
            expires: expires.and_then(Date::parse),
        };
        let all = [
            until(Some("2026-06-30")),
            until(Some("2026-07-01")),
            until(None),
        ];
        let today = Date::parse("2026-07-01").expect("a day");
        assert_eq!(standing(&all, today).len(), 2);
    }
}
