//! The formats of a set, each with what it is for and what it leaves out.

use leptos::prelude::*;

use crate::explore::catalog::{Exactness, Row};
use crate::explore::export::Format;
use crate::explore::numbers::entries;
use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::take::{Reach, Whose, Wish, size, waiting};

/// Buttons for every format and the booklet; a sentence where there is nothing to take.
pub(super) fn formats(desk: Desk, whose: Whose) -> impl IntoView {
    let is_empty = Memo::new(move |_| whose.rows(desk).is_empty());
    let nothing = match whose {
        Whose::Set => "No entry is left by these filters, so there is nothing to take away.",
        Whose::Shortlist => "",
    };
    move || {
        if is_empty.get() {
            return view! { <p class="take-note">{nothing}</p> }.into_any();
        }
        let files = Format::ALL.map(|format| {
            let press = move |_| desk.taking.ask(desk, Wish::File(whose, format));
            let without = move || without(desk, whose, format);
            item(format.label(), press, format.meaning(), without)
        });
        let press = move |_| desk.taking.ask(desk, Wish::Booklet(whose));
        view! {
            <ul class="take-formats">
                {files}
                {item(
                    "Booklet",
                    press,
                    "For printing: a title page, contents, and each entry with its sources.",
                    String::new,
                )}
            </ul>
            <p class="take-note">{move || cost(desk)}</p>
            {waiting(desk)}
            <p class="take-said" role="status">{move || said(desk, whose)}</p>
        }
        .into_any()
    }
}

fn item(
    label: &'static str,
    press: impl Fn(leptos::ev::MouseEvent) + 'static,
    meaning: &'static str,
    without: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" on:click=press>{label}</button>
            <p>{meaning} " " {without}</p>
        </li>
    }
}

/// What loading the details takes, as long as they are not there.
fn cost(desk: Desk) -> String {
    match desk.taking.reach.get() {
        Reach::Away => [
            "The first press loads the details of all entries once, ",
            &size(desk),
            ". Everything is made in this browser.",
        ]
        .concat(),
        Reach::Coming | Reach::Here | Reach::Failed => String::new(),
    }
}

/// What was done last with these entries.
fn said(desk: Desk, whose: Whose) -> Option<String> {
    let said = desk.taking.said.get();
    said.filter(|(with, _)| *with == whose)
        .map(|(_, words)| words)
}

/// How many entries a format leaves out, where the catalog can tell.
fn without(desk: Desk, whose: Whose, format: Format) -> String {
    let Format::GeoJson = format else {
        return String::new();
    };
    let rows = whose.rows(desk);
    desk.index.with(|index| {
        let catalog = index.as_ref().map(|index| index.catalog());
        let rows = rows
            .iter()
            .filter_map(|row| catalog.and_then(|c| c.row(*row)));
        left_out(rows.filter(|row| !is_on_map(row)).count())
    })
}

/// Whether its place may be told more finely than the country: the middle of a country is nobody's place.
fn is_on_map(row: &Row) -> bool {
    let place = row.place.as_ref();
    place.is_some_and(|place| place.exactness != Exactness::Country)
}

fn left_out(count: usize) -> String {
    match u32::try_from(count).unwrap_or(u32::MAX) {
        0 => String::new(),
        1 => "Leaves out 1 entry whose place is not told beyond the country.".to_owned(),
        count => [
            "Leaves out ",
            &entries(count),
            " whose place is not told beyond the country.",
        ]
        .concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::left_out;

    #[test]
    fn what_a_map_lacks_is_said_before() {
        assert_eq!(left_out(0), "");
        assert!(left_out(1).starts_with("Leaves out 1 entry whose place"));
        assert!(left_out(1200).starts_with("Leaves out 1,200 entries whose place"));
    }
}
