//! Breadcrumbs: the way from home to a page.

use leptos::prelude::*;

use crate::model::address::Address;
use crate::view::edition::Here;

/// One step of the way: its words and where it stands.
pub(crate) type Crumb = (String, Address);

/// The way: home, the steps given, then this page's own name without a link.
#[component]
pub(crate) fn Crumbs<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The steps between home and this page.
    steps: Vec<Crumb>,
    /// This page's name.
    name: String,
) -> impl IntoView {
    let steps: Vec<_> = steps
        .into_iter()
        .map(|(label, address)| view! { <li><a href=here.to(&address)>{label}</a></li> })
        .collect();
    view! {
        <nav class="crumbs" aria-label="Breadcrumb">
            <ol>
                <li><a href=here.to(&Address::home())>"Home"</a></li>
                {steps}
                <li aria-current="page">{name}</li>
            </ol>
        </nav>
    }
}
