//! Ranges: years of founding and ending, days since the last check. Two fields each, read when the reader leaves them.

use leptos::prelude::*;

use crate::explore::facets::{Selection, Span};
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::facets::group::{Group, group};

/// A range that can be chosen.
#[derive(Debug, Clone, Copy)]
struct Range {
    key: &'static str,
    label: &'static str,
    /// What is counted: `year`.
    unit: &'static str,
    /// The least number that means anything.
    least: i32,
    /// The largest.
    most: i32,
    get: fn(&mut Selection) -> &mut Span,
}

/// As far as dates are known to the schema; and a thousand years of days.
const RANGES: [Range; 3] = [
    Range {
        key: "founded",
        label: "Founded",
        unit: "year",
        least: -9999,
        most: 9999,
        get: |selection| &mut selection.founded,
    },
    Range {
        key: "ended",
        label: "Ended",
        unit: "year",
        least: -9999,
        most: 9999,
        get: |selection| &mut selection.ended,
    },
    Range {
        key: "checked",
        label: "Days since the last check",
        unit: "number of days",
        least: 0,
        most: 365_000,
        get: |selection| &mut selection.checked,
    },
];

/// Which end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// All ranges.
pub(super) fn spans(desk: Desk) -> impl IntoView {
    RANGES
        .map(|range| one(desk, range))
        .into_iter()
        .collect::<Vec<_>>()
}

fn one(desk: Desk, range: Range) -> AnyView {
    let span = Memo::new(move |_| *(range.get)(&mut desk.selection.get()));
    let chosen = move || usize::from(!span.get().is_open());
    let head = Group {
        id: ["facet-", range.key].concat(),
        label: range.label,
        open: untrack(chosen) > 0,
        chosen,
    };
    view! { <section class="facet">{group(head, move || fields(desk, range, span))}</section> }
        .into_any()
}

fn fields(desk: Desk, range: Range, span: Memo<Span>) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let note = ["facet-", range.key, "-note"].concat();
    let field = |end: End, words: &'static str| {
        let number = move || match end {
            End::From => span.get().from,
            End::To => span.get().to,
        };
        let take = move |text: String| match read(&text, range) {
            Ok(number) => fault.set(put(desk, range, end, number)),
            Err(why) => fault.set(Some(why)),
        };
        view! {
            <label>
                <span>{words}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    size="6"
                    autocomplete="off"
                    aria-describedby=note.clone()
                    prop:value=move || number().map_or_else(String::new, |number| number.to_string())
                    on:change:target=move |event| take(event.target().value())
                />
            </label>
        }
    };
    view! {
        <div class="facet-span">{field(End::From, "from")} {field(End::To, "to")}</div>
        <p class="facet-fault" id=note.clone() role="alert">{move || fault.get()}</p>
    }
}

/// The number that was typed; nothing where the field is empty; or why it is none.
fn read(text: &str, range: Range) -> Result<Option<i32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    // What people type for a minus.
    let plain = text.replace('−', "-");
    let number = plain.parse().ok();
    let number = number.filter(|number| (range.least..=range.most).contains(number));
    number.map(Some).ok_or_else(|| {
        let (least, most) = (range.least.to_string(), range.most.to_string());
        [
            "“",
            text,
            "” is no ",
            range.unit,
            ": write digits, from ",
            &least,
            " to ",
            &most,
            ".",
        ]
        .concat()
    })
}

/// Narrows the set; says so where the ends were the wrong way round.
fn put(desk: Desk, range: Range, end: End, number: Option<i32>) -> Option<String> {
    let mut swapped = false;
    desk.change(By::Pressing, |state| {
        let span = (range.get)(&mut state.selection);
        let (from, to) = match end {
            End::From => (number, span.to),
            End::To => (span.from, number),
        };
        *span = Span::of(from, to);
        swapped = span.from != from;
    });
    swapped.then(|| "The first was larger than the second: they were put in order.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{RANGES, read};

    fn check(text: &str, expect: Result<Option<i32>, &str>) {
        let got = read(text, RANGES[0]);
        assert_eq!(got, expect.map_err(str::to_owned), "{text}");
    }

    #[test]
    fn years_are_numbers_and_nothing_is_no_limit() {
        check("1990", Ok(Some(1990)));
        check(" -44 ", Ok(Some(-44)));
        check("−44", Ok(Some(-44)));
        check("", Ok(None));
    }

    #[test]
    fn what_is_no_year_is_said_in_a_sentence() {
        let words = "is no year: write digits, from -9999 to 9999.";
        for text in ["lately", "199O", "20000", "1990.5"] {
            check(text, Err(&format!("“{text}” {words}")));
        }
    }
}
