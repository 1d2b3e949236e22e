//! The entries at the places that were chosen on the map, and what the set can be narrowed to by them.

use leptos::prelude::*;

use crate::explore::catalog::Facet;
use crate::explore::facets::{Index, Selection, Sign};
use crate::explore::map::spots::Spots;
use crate::explore::numbers::entries;
use crate::explore::set;
use crate::explore::state::State;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::fold::links;
use crate::view::island::explore::map::{Scene, say};

/// The id of the heading, to which the keys go.
pub const HEADING: &str = "map-chosen";

/// The entries at some places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// What the places are called.
    pub name: String,
    /// The rows of the set that stand there, rising.
    pub rows: Vec<u32>,
    /// What the set can be narrowed to, because all of these have it and not all of the set: a region, a country.
    pub only: Vec<(Facet, u16)>,
}

impl Chosen {
    /// The entries of a set at these places; nothing where none is left.
    pub fn of(index: &Index, spots: &Spots, set: &set::Set, places: &[u32]) -> Option<Chosen> {
        let known = places.iter().filter_map(|place| spots.get(*place));
        let rows = known.flat_map(|place| &place.rows).copied();
        let mut rows: Vec<u32> = rows.filter(|row| set.contains(*row)).collect();
        rows.sort_unstable();
        let only = [Facet::Region, Facet::Country].into_iter();
        let only = only
            .filter_map(|facet| Some((facet, common(index, &rows, facet)?)))
            .filter(|(facet, value)| narrows(index, set, *facet, *value))
            .collect();
        let name = spots.name(places);
        (!rows.is_empty()).then_some(Chosen { name, rows, only })
    }

    fn title(&self) -> String {
        let count = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        [&self.name, ": ", &entries(count)].concat()
    }
}

/// The value that all of these have.
fn common(index: &Index, rows: &[u32], facet: Facet) -> Option<u16> {
    let first = *rows.first()?;
    let value = *index.catalog().values(first, facet).first()?;
    let mut rows = rows.iter();
    rows.all(|row| has(index, *row, facet, value))
        .then_some(value)
}

fn narrows(index: &Index, set: &set::Set, facet: Facet, value: u16) -> bool {
    set.iter().any(|row| !has(index, row, facet, value))
}

fn has(index: &Index, row: u32, facet: Facet, value: u16) -> bool {
    index.catalog().values(row, facet).contains(&value)
}

/// Wants one value of a facet and no other; or, where that is so already, leaves it open.
pub fn only(selection: &mut Selection, facet: Facet, value: u16) {
    let is_so =
        matches!(selection.of(facet), [mark] if mark.value == value && mark.sign == Sign::With);
    selection.clear(facet);
    if !is_so {
        selection.mark(facet, value, Some(Sign::With));
    }
}

/// The list.
pub fn chosen(scene: Scene) -> impl IntoView {
    let desk = scene.desk;
    let chosen = Memo::new(move |_| {
        let places = scene.chosen.get();
        let index = desk.index.get()?;
        let set = desk.set.get();
        scene
            .look
            .with_value(|look| Chosen::of(&index, &look.atlas().spots, &set, &places))
    });
    move || {
        let chosen = chosen.get()?;
        let narrow: Vec<_> = chosen.only.iter().map(|one| narrow(desk, *one)).collect();
        let title = chosen.title();
        let view = view! {
            <section class="scene-chosen" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{title}</h2>
                <p class="scene-acts">
                    {narrow}
                    <button type="button" on:click=move |_| scene.unchoose()>"Close"</button>
                </p>
                {links(desk, chosen.rows, say)}
            </section>
        };
        Some(view.into_any())
    }
}

fn narrow(desk: Desk, (facet, value): (Facet, u16)) -> impl IntoView {
    let index = desk.index.get_untracked();
    let label = index.map(|index| index.label(facet, value).to_owned());
    let press = move |_| {
        let change = |state: &mut State| only(&mut state.selection, facet, value);
        desk.change(By::Pressing, change);
    };
    view! { <button type="button" on:click=press>"Only " {label}</button> }
}

#[cfg(test)]
mod tests {
    use super::{Chosen, only};
    use crate::explore::catalog::Facet;
    use crate::explore::facets::{Index, Selection, Sign};
    use crate::explore::map::sample::{all, catalog, spots};

    /// What is said of the place of a row, and what the set can be narrowed to.
    fn check(row: u32, (title, only): (&str, &[&str])) {
        let (index, spots) = (Index::new(catalog()), spots());
        let place = spots.of_row(row).expect("a place");
        let chosen = Chosen::of(&index, &spots, &all(), &[place]).expect("entries");
        assert_eq!(chosen.title(), title);
        let labels = chosen
            .only
            .iter()
            .map(|(facet, value)| index.label(*facet, *value));
        assert_eq!(labels.collect::<Vec<_>>(), only);
    }

    #[test]
    fn a_place_lists_its_entries_and_narrows_to_its_region_and_country() {
        check(
            0,
            (
                "Jackson, United States: 2 entries",
                &["Mississippi, United States", "United States"],
            ),
        );
        check(6, ("Berlin, Germany: 1 entry", &["Germany"]));
    }

    #[test]
    fn nothing_is_chosen_where_nobody_of_the_set_stands() {
        let (index, spots) = (Index::new(catalog()), spots());
        let none = crate::explore::set::Set::none(11);
        assert_eq!(Chosen::of(&index, &spots, &none, &[0]), None);
        assert_eq!(Chosen::of(&index, &spots, &all(), &[]), None);
    }

    #[test]
    fn a_second_press_takes_the_country_back() {
        let mut selection = Selection::default();
        selection.mark(Facet::Country, 2, Some(Sign::Without));
        only(&mut selection, Facet::Country, 1);
        assert_eq!(selection.sign(Facet::Country, 1), Some(Sign::With));
        assert_eq!(selection.of(Facet::Country).len(), 1);
        only(&mut selection, Facet::Country, 1);
        assert!(selection.is_empty());
    }
}
