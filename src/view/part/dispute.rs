//! Claims that sources do not agree on.

use leptos::prelude::*;

use crate::model::entry::Dispute;

/// The disputed claims, each with its sources.
#[component]
pub(crate) fn Disputes<'a>(
    /// In the author's order.
    disputes: &'a [Dispute],
) -> impl IntoView {
    let items: Vec<_> = disputes
        .iter()
        .map(|dispute| {
            let numbers: Vec<_> = dispute
                .sources
                .iter()
                .map(|number| {
                    view! { " " <a href=format!("#source-{number}") aria-label=format!("source {number}")>{format!("[{number}]")}</a> }
                })
                .collect();
            view! { <dt>{dispute.claim.as_str()}</dt><dd>{dispute.note.as_str()}{numbers}</dd> }
        })
        .collect();
    view! {
        <section class="disputes" aria-labelledby="disputed">
            <h2 id="disputed">"Disputed"</h2>
            <dl>{items}</dl>
        </section>
    }
}
