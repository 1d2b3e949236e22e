//! The map in words: a sentence, who tells no place, and all entries by country.

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::explore::facets::Sign;
use crate::explore::map::twin::{Group, Twin};
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::fold::{Fold, fold, folds};
use crate::view::island::explore::map::{Scene, say};

/// What the catalog calls those that stand on the map.
const PLACED: &str = "place";

/// The map in words, once it is asked for.
#[derive(Clone, Copy)]
pub struct Words {
    twin: Memo<Twin>,
    /// All in a sentence.
    pub sum: Memo<String>,
}

/// The words of a map.
pub fn words(scene: Scene) -> Words {
    let desk = scene.desk;
    let twin = Memo::new(move |_| {
        let set = desk.set.get();
        let index = desk.index.get();
        let twin = index.map(|index| {
            scene
                .look
                .with_value(|look| Twin::of(index.catalog(), &look.atlas().spots, &set))
        });
        twin.unwrap_or_default()
    });
    let sum = Memo::new(move |_| twin.with(Twin::summary));
    Words { twin, sum }
}

/// Who tells no place.
pub fn without(scene: Scene, words: Words) -> impl IntoView {
    move || {
        let rows = words.twin.with(|twin| twin.without.clone());
        (!rows.is_empty()).then(|| {
            let group = Fold {
                name: "Not on the map, as they tell no place".to_owned(),
                rows,
                parts: Vec::new(),
            };
            view! {
                <div class="scene-without">
                    {fold(scene.desk, group, say)}
                    {only_without(scene.desk)}
                </div>
            }
            .into_any()
        })
    }
}

/// Narrows the set to those that tell no place.
fn only_without(desk: Desk) -> Option<impl IntoView> {
    let index = desk.index.get_untracked()?;
    let value = index.value_named(Facet::Has, PLACED)?;
    let press = move |_| {
        desk.change(By::Pressing, |state| {
            state.selection.mark(Facet::Has, value, Some(Sign::Without));
        });
    };
    Some(view! { <button type="button" on:click=press>"Only these"</button> })
}

/// All by country.
pub fn twin(scene: Scene, words: Words) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let inside = move || {
        was_opened.get().then(|| {
            let groups = words
                .twin
                .with(|twin| twin.countries.iter().map(folded).collect());
            folds(scene.desk, groups, say)
        })
    };
    view! {
        <details class="scene-twin" on:toggle=move |_| was_opened.set(true)>
            <summary>"This map in words, by country"</summary>
            {inside}
        </details>
    }
}

fn folded(group: &Group) -> Fold {
    Fold {
        name: group.name.clone(),
        rows: group.rows.clone(),
        parts: group.parts.iter().map(folded).collect(),
    }
}
