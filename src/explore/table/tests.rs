use proptest::prelude::any;
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::explore::catalog::Facet;
use crate::explore::facets::Index;
use crate::explore::sample;
use crate::explore::set::Set;
use crate::explore::table::{Column, Scroll, SortKey, Window, press, sorted, top_to_show, window};

fn index() -> Index {
    Index::new(sample::catalog())
}

fn keys(text: &str) -> Vec<SortKey> {
    let key = |word: &str| SortKey {
        column: Column::parse(word.trim_start_matches('-')).expect("a column"),
        descending: word.starts_with('-'),
    };
    text.split_whitespace().map(key).collect()
}

fn check_order(by: &str, expect: &[u32]) {
    let index = index();
    assert_eq!(sorted(&index, &Set::all(5), &keys(by)), expect, "{by}");
}

fn check_cell(row: u32, column: &str, expect: &str) {
    let column = Column::parse(column).expect("a column");
    assert_eq!(column.words(&index(), row), expect);
}

#[test]
fn cells_are_in_words() {
    check_cell(sample::JACKSON, "title", "Jackson Rising");
    check_cell(sample::JACKSON, "sector", "Food, Land");
    check_cell(sample::JACKSON, "place", "Jackson, United States");
    check_cell(sample::JACKSON, "founded", "1 May 2014");
    check_cell(sample::JACKSON, "verified", "1 June 2026");
    check_cell(sample::JACKSON, "connections", "2");
    check_cell(sample::BAKERY, "founded", "about 1902");
    check_cell(sample::COMMONS, "founded", "");
    check_cell(sample::COMMONS, "scale", "");
    check_cell(99, "title", "");
}

#[test]
fn rows_are_sorted_and_the_unknown_comes_last() {
    check_order("", &[0, 1, 2, 3, 4]);
    check_order("-title", &[4, 3, 2, 1, 0]);
    check_order("founded", &[0, 3, 4, 1, 2]);
    check_order("-founded", &[4, 3, 0, 1, 2]);
    check_order("place", &[0, 3, 1, 2, 4]);
    check_order("-place", &[3, 0, 1, 2, 4]);
    check_order("verified", &[2, 3, 4, 0, 1]);
    check_order("-connections", &[2, 3, 1, 4, 0]);
}

#[test]
fn later_keys_tell_apart_what_earlier_ones_do_not() {
    check_order("sector -title", &[0, 3, 4, 2, 1]);
    check_order("freshness -title", &[4, 3, 2, 1, 0]);
    check_order("status -founded", &[4, 3, 0, 1, 2]);
}

#[test]
fn a_press_on_a_head_goes_round() {
    let mut by = Vec::new();
    let mut check = |column: &str, also: bool, expect: &str| {
        press(&mut by, Column::parse(column).expect("a column"), also);
        assert_eq!(by, keys(expect), "{column}");
    };
    check("kind", false, "kind");
    check("kind", false, "-kind");
    check("founded", true, "-kind founded");
    check("founded", true, "-kind -founded");
    check("founded", true, "-kind");
    check("title", false, "title");
    check("title", false, "-title");
    check("title", false, "");
}

#[test]
fn every_column_has_its_own_name() {
    for column in Column::all() {
        assert_eq!(Column::parse(column.key()), Some(column));
    }
    assert_eq!(
        Column::parse("legal-form"),
        Some(Column::Of(Facet::LegalForm))
    );
    assert_eq!(Column::parse("x"), None);
}

#[test]
fn only_what_can_be_seen_is_drawn() {
    let check = |count, (top, height): (u32, u32), expect: (u32, u32)| {
        let scroll = Scroll {
            top,
            height,
            row: 40,
        };
        let window = window(count, scroll);
        assert_eq!((window.first, window.end), expect, "{window:?}");
    };
    check(0, (0, 400), (0, 0));
    check(5, (0, 400), (0, 5));
    check(10_000, (0, 400), (0, 19));
    check(10_000, (4000, 400), (92, 119));
    check(10_000, (u32::MAX, 400), (9982, 10_000));
    // The list has become shorter than where the reader was.
    check(3, (4000, 400), (0, 3));
    assert_eq!(
        window(5, Scroll::default()),
        Window {
            first: 0,
            end: 5,
            ..Window::default()
        }
    );
}

#[test]
fn a_row_is_brought_into_view() {
    let scroll = |top| Scroll {
        top,
        height: 400,
        row: 40,
    };
    assert_eq!(top_to_show(5, scroll(0)), 0);
    assert_eq!(top_to_show(10, scroll(0)), 40);
    assert_eq!(top_to_show(5, scroll(1000)), 200);
}

proptest! {
    #[test]
    fn drawn_rows_and_room_make_the_whole_list(
        count in 0_u32..20_000,
        (top, height, row) in (any::<u32>(), 0_u32..3000, 1_u32..200),
    ) {
        let drawn = window(count, Scroll { top, height, row });
        prop_assert!(drawn.first <= drawn.end && drawn.end <= count);
        let room = drawn.before + (drawn.end - drawn.first) * row + drawn.after;
        prop_assert_eq!(room, count * row);
    }
}
