//! A state to its fragment.

use std::fmt::Write as _;

use crate::explore::catalog::Facet;
use crate::explore::facets::{Index, Related, Selection, Sign, Span, Way};
use crate::explore::state::escape::escape;
use crate::explore::state::{MapWindow, Period, State, View};
use crate::explore::table::{Column, SortKey, USUAL};
use crate::model::relation;

/// Writes all that differs from the start.
pub(super) fn write(state: &State, index: &Index) -> String {
    let mut text = String::new();
    if !state.query.is_empty() {
        key("q", &mut text);
        escape(&state.query, &mut text);
    }
    selection(&state.selection, index, &mut text);
    view(state.view, &mut text);
    list("sort", &state.sort, &mut text, |key, text| {
        sort_key(*key, text);
    });
    columns(&state.columns, &mut text);
    if let Some(window) = state.map {
        key("map", &mut text);
        map(window, &mut text);
    }
    if let Some(period) = state.time {
        key("time", &mut text);
        time(period, &mut text);
    }
    graph(state, index, &mut text);
    let name = |row: &u32, text: &mut String| escape(index.name(*row), text);
    list("compare", &state.compared, &mut text, name);
    list("shortlist", &state.shortlist, &mut text, name);
    text
}

/// Writes one value and a view.
pub(super) fn of_value(facet: Facet, value: &str, shown: View) -> String {
    let mut text = String::new();
    key(facet.key(), &mut text);
    escape(value, &mut text);
    view(shown, &mut text);
    text
}

/// Writes the graph around an entry.
pub(super) fn around(id: &str) -> String {
    let mut text = String::new();
    view(View::Graph, &mut text);
    key("focus", &mut text);
    escape(id, &mut text);
    text
}

fn view(view: View, text: &mut String) {
    if view != View::default() {
        key("view", text);
        text.push_str(view.key());
    }
}

fn key(key: &str, text: &mut String) {
    if !text.is_empty() {
        text.push('&');
    }
    text.push_str(key);
    text.push('=');
}

/// A key with values between commas; nothing where there are none.
fn list<T>(name: &str, values: &[T], text: &mut String, write: impl Fn(&T, &mut String)) {
    for (place, value) in values.iter().enumerate() {
        match place {
            0 => key(name, text),
            _further => text.push(','),
        }
        write(value, text);
    }
}

fn selection(selection: &Selection, index: &Index, text: &mut String) {
    for facet in Facet::ALL {
        for (sign, before) in [(Sign::With, ""), (Sign::Without, "-")] {
            let marks = selection.of(facet).iter().filter(|mark| mark.sign == sign);
            let values = marks.filter_map(|mark| index.value(facet, mark.value));
            let values: Vec<&str> = values.collect();
            let name = [before, facet.key()].concat();
            list(&name, &values, text, |value, text| escape(value, text));
        }
    }
    span("founded", selection.founded, text);
    span("ended", selection.ended, text);
    span("checked", selection.checked, text);
    if let Some(Related { to, by }) = selection.related {
        key("relation", text);
        if let Some(way) = by {
            text.push_str(&way_name(way));
            text.push(':');
        }
        escape(index.name(to), text);
    }
}

/// `1990..2010`, `1990..`, `..2010`, or `1990` for that year alone.
fn span(name: &str, span: Span, text: &mut String) {
    if span.is_open() {
        return;
    }
    key(name, text);
    let number = |number: Option<i32>| number.map_or_else(String::new, |n| n.to_string());
    text.push_str(&number(span.from));
    if span.from != span.to {
        text.push_str("..");
        text.push_str(&number(span.to));
    }
}

/// `member-of`, or for its inverse `has-member`: the names of the schema.
pub(super) fn way_name(way: Way) -> String {
    let kind = relation::ALL.get(usize::from(way.kind));
    kind.map_or_else(String::new, |kind| {
        if way.inverse && !kind.symmetric {
            kind.inverse.replace(' ', "-")
        } else {
            kind.name.to_owned()
        }
    })
}

fn sort_key(key: SortKey, text: &mut String) {
    if key.descending {
        text.push('-');
    }
    text.push_str(key.column.key());
}

/// The title is always there; its name alone says that nothing else is.
fn columns(columns: &[Column], text: &mut String) {
    if columns == USUAL {
        return;
    }
    let title = [Column::Title];
    let columns = if columns.is_empty() { &title } else { columns };
    list("columns", columns, text, |column, text| {
        text.push_str(column.key());
    });
}

fn map(window: MapWindow, text: &mut String) {
    hundredths(window.lon, text);
    text.push(',');
    hundredths(window.lat, text);
    text.push(',');
    text.push_str(&window.zoom.to_string());
}

/// `-90.18`, `32.3`, `5`.
fn hundredths(number: i16, text: &mut String) {
    let size = number.unsigned_abs();
    if number < 0 {
        text.push('-');
    }
    text.push_str(&(size / 100).to_string());
    let (tenths, rest) = (size % 100 / 10, size % 10);
    match (tenths, rest) {
        (0, 0) => {}
        (tenths, 0) => push(format_args!(".{tenths}"), text),
        (tenths, rest) => push(format_args!(".{tenths}{rest}"), text),
    }
}

/// `1990..2010` where it begins with a year and ends with one, or else `1990-03..1991-06`.
fn time(period: Period, text: &mut String) {
    let whole = period.from.rem_euclid(12) == 0 && period.to.rem_euclid(12) == 11;
    for (place, month) in [period.from, period.to].into_iter().enumerate() {
        if place > 0 {
            text.push_str("..");
        }
        push(format_args!("{:04}", month.div_euclid(12)), text);
        if !whole {
            push(format_args!("-{:02}", month.rem_euclid(12) + 1), text);
        }
    }
}

fn graph(state: &State, index: &Index, text: &mut String) {
    if let Some(focus) = state.focus {
        key("focus", text);
        escape(index.name(focus), text);
    }
    if state.steps != 1 {
        key("steps", text);
        text.push_str(&state.steps.to_string());
    }
    if let Some((from, to)) = state.path {
        list("path", &[from, to], text, |row, text| {
            escape(index.name(*row), text);
        });
    }
    list("hide", &state.hidden, text, |tie, text| {
        text.push_str(tie.name());
    });
}

fn push(arguments: std::fmt::Arguments<'_>, text: &mut String) {
    text.write_fmt(arguments).expect("a string takes all");
}
