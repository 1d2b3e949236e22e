//! The foot of every page: licences, the day of the build, and the way to take all of it away.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::edition::Here;
use crate::view::page::{allies, exchange};
use crate::view::part::time::Day;

/// The bottom of every page.
#[component]
pub(crate) fn Footer<'a>(
    /// Where the page stands.
    here: Here<'a>,
) -> impl IntoView {
    let settings = &here.site().settings;
    let source = settings
        .repository
        .as_ref()
        .map(|repository| view! { <li><a href=repository.url.to_string() rel="external noopener noreferrer">"Source"</a></li> });
    view! {
        <footer class="footer">
            <p>
                "Text " {settings.content_licence.as_str()} " · Code "
                {settings.code_licence.as_str()} " · Built " <Day day=settings.today/>
            </p>
            <ul>
                <li><a href=here.to(&allies::address())>"Find allies"</a></li>
                <li><a href=here.to(&exchange::address())>"Offers and needs"</a></li>
                <li><a href=here.to(&Address::known_page("data"))>"Take it away: data and feeds"</a></li>
                <li><a href=here.to(&Address::known_page("words"))>"What the words mean"</a></li>
                {source}
            </ul>
        </footer>
    }
}
