//! The card of the entry that was chosen on the timeline: its dates in words, and the way to it.

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::explore::lookup;
use crate::explore::timeline::life::Life;
use crate::view::island::explore::fold::ink;
use crate::view::island::explore::timeline::Scene;

/// The id of the heading, to which the keys go.
pub const HEADING: &str = "timeline-card";

/// The card.
pub fn card(scene: Scene) -> impl IntoView {
    let desk = scene.desk;
    // An entry that the filters have taken away has no card either.
    let opened = Memo::new(move |_| {
        let row = scene.opened.get()?;
        desk.set.with(|set| set.contains(row).then_some(row))
    });
    move || {
        let number = opened.get()?;
        let index = desk.index.get_untracked()?;
        let catalog = index.catalog();
        let row = catalog.row(number)?;
        let kind = lookup::values(catalog, row, Facet::Kind).first();
        let kind = kind.map(|kind| lookup::label(catalog, Facet::Kind, *kind).to_owned());
        let place = row
            .place
            .as_ref()
            .map(|place| [" · ", &place.name].concat());
        let view = view! {
            <section class="scene-chosen" aria-labelledby=HEADING>
                <p class=["badge ", ink(catalog.approach(number))].concat()>{kind}{place}</p>
                <h2 id=HEADING tabindex="-1">{row.title.clone()}</h2>
                <p>{Life::of(catalog, row).in_words()} "."</p>
                <p class="scene-acts">
                    <a href=desk.to(&row.address)>"Read the entry"</a>
                    <button type="button" on:click=move |_| scene.close()>"Close"</button>
                </p>
            </section>
        };
        Some(view.into_any())
    }
}
