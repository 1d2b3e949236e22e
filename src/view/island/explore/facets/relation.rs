//! A relation to an entry: which entry, and in which way.

use leptos::prelude::*;

use crate::explore::facets::{Index, Related, Way};
use crate::explore::numbers::thousands;
use crate::explore::phrase::capital;
use crate::model::relation;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::facets::group::{Group, group};
use crate::view::island::explore::pick::{Picker, pick};

/// What can be chosen: the way, its label, and how many entries are related so.
type Offer = (Option<Way>, String, u32);

/// The group.
pub(super) fn relation(desk: Desk) -> impl IntoView {
    let related = Memo::new(move |_| desk.selection.with(|selection| selection.related));
    let chosen = move || usize::from(related.get().is_some());
    let head = Group {
        id: "facet-relation".to_owned(),
        label: "Related to an entry",
        open: untrack(chosen) > 0,
        chosen,
    };
    view! { <section class="facet">{group(head, move || fields(desk, related))}</section> }
}

fn fields(desk: Desk, related: Memo<Option<Related>>) -> impl IntoView {
    let picker = Picker {
        id: "facet-entry",
        label: "Entry",
        world: desk.world,
        titles: desk.titles.get_untracked(),
        chosen: Signal::derive(move || related.get().map(|related| related.to)),
        choose: Callback::new(move |row: Option<u32>| {
            desk.change(By::Pressing, |state| {
                state.selection.related = row.map(|to| Related { to, by: None });
            });
        }),
    };
    let offers = Memo::new(move |_| offers_of(desk, related.get()));
    view! {
        {pick(picker)}
        {move || related.get().is_some().then(|| ways(desk, related, offers))}
    }
}

/// The choice of a way, once there is an entry.
fn ways(desk: Desk, related: Memo<Option<Related>>, offers: Memo<Vec<Offer>>) -> impl IntoView {
    let take = move |number: String| {
        let number = number.parse::<usize>().unwrap_or_default();
        let by = offers.with_untracked(|offers| offers.get(number).and_then(|offer| offer.0));
        desk.change(By::Pressing, |state| {
            if let Some(related) = &mut state.selection.related {
                related.by = by;
            }
        });
    };
    let options = move || {
        let by = related.get().and_then(|related| related.by);
        let offers = offers.get().into_iter().enumerate();
        offers
            .map(|(number, (way, label, rows))| {
                view! {
                    <option value=number.to_string() prop:selected=way == by>
                        {[&capital(&label), " (", &thousands(rows), ")"].concat()}
                    </option>
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <label class="facet-way">
            <span>"How"</span>
            <select on:change:target=move |event| take(event.target().value())>{options}</select>
        </label>
    }
}

/// The ways in which anything is related to the entry.
fn offers_of(desk: Desk, related: Option<Related>) -> Vec<Offer> {
    let Some(related) = related else {
        return Vec::new();
    };
    desk.index.with(|index| {
        let index = index.as_ref();
        index.map_or_else(Vec::new, |index| offers(index, related))
    })
}

fn offers(index: &Index, related: Related) -> Vec<Offer> {
    let count = |by| index.related(Related { by, ..related }).count();
    let any = (None, "in any way".to_owned(), count(None));
    let kinds = (0_u8..).zip(relation::ALL);
    let ways = kinds.flat_map(|(kind, named)| {
        let both = [(false, named.label), (true, named.inverse)];
        let sides = if named.symmetric { &both[..1] } else { &both };
        let ways = sides.iter().map(|(inverse, label)| {
            let inverse = *inverse;
            (Some(Way { kind, inverse }), (*label).to_owned())
        });
        ways.collect::<Vec<_>>()
    });
    let counted = ways.map(|(way, label)| (way, label, count(way)));
    // The chosen one stays in its place, even where nothing is related so.
    let offered = counted.filter(|(way, _, rows)| *rows > 0 || *way == related.by);
    std::iter::once(any).chain(offered).collect()
}

#[cfg(test)]
mod tests {
    use super::offers;
    use crate::explore::facets::{Index, Related};
    use crate::explore::sample;

    #[test]
    fn only_ways_that_lead_somewhere_are_offered() {
        let index = Index::new(sample::catalog());
        let to = index.row_named("cooperation-jackson");
        let to = to.expect("the sample has it");
        let offers = offers(&index, Related { to, by: None });
        assert_eq!((offers[0].0, offers[0].1.as_str()), (None, "in any way"));
        assert!(offers.iter().all(|(_, _, rows)| *rows > 0));
        assert!(offers.iter().any(|(_, label, _)| label == "exemplified by"));
    }
}
