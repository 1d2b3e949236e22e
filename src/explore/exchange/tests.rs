use proptest::{prop_assert, prop_assert_eq, proptest};

use super::filter::{Field, Filter, Side, Tally, board};
use super::matches::matches;
use super::open;
use crate::explore::catalog::{Catalog, Row};
use crate::explore::sketch::{at, ended, of, row, with};
use crate::model::date::Date;

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn rows() -> Vec<Row> {
    let us = "country=US";
    vec![
        with(
            at(row("Bakers", us), "Jackson, United States", (-9018, 3230)),
            &[
                "offers good: Bread (gift)",
                "seeks good: Flour until 2026-11-27",
            ],
        ),
        ended(with(row("Gone", us), &["offers good: Ashes"]), "2004"),
        with(
            row("Millers", "country=DE"),
            &[
                "offers good: Flour (sell) until 2027-07-01",
                "seeks service: Translators until 2026-11-21",
            ],
        ),
        with(
            row("Printers", ""),
            &["offers skill: Printing until 2026-11-22"],
        ),
    ]
}

fn catalog() -> Catalog {
    of(rows())
}

/// What is shown on 22 November 2026 under a filter, as `Entry: title, place, until`.
fn check(filter: &str, expect: &[&str]) {
    let today = day("2026-11-22");
    let notices = open(&catalog(), today);
    let board = board(&notices, &Filter::read(filter), today);
    let shown: Vec<String> = board
        .shown
        .iter()
        .map(|number| &notices[*number])
        .map(|n| format!("{}: {}, {}, {}", n.entry, n.title, n.place, n.until))
        .collect();
    assert_eq!(shown, expect);
}

#[test]
fn what_is_open_is_shown_soonest_to_expire_first() {
    check(
        "",
        &[
            "Printers: Printing, , ends today",
            "Bakers: Flour, Jackson, United States, 5 days left, until 27 November 2026",
            "Millers: Flour, Germany, until 1 July 2027",
            "Bakers: Bread, Jackson, United States, no end date",
        ],
    );
}

#[test]
fn a_later_reader_sees_less() {
    let titles = |today: &str| -> Vec<String> {
        let notices = open(&catalog(), day(today)).into_iter();
        notices.map(|notice| notice.title).collect()
    };
    assert_eq!(titles("2027-07-01"), ["Flour", "Bread"]);
    assert_eq!(titles("2027-07-02"), ["Bread"]);
}

#[test]
fn fields_narrow_the_board() {
    check(
        "side=sought",
        &["Bakers: Flour, Jackson, United States, 5 days left, until 27 November 2026"],
    );
    check("type=skill,space", &["Printers: Printing, , ends today"]);
    check(
        "side=offered&terms=sell,gift&country=DE",
        &["Millers: Flour, Germany, until 1 July 2027"],
    );
    check("country=FR", &[]);
}

#[test]
fn counts_are_under_the_other_filters() {
    let today = day("2026-11-22");
    let notices = open(&catalog(), today);
    let board = board(&notices, &Filter::read("side=offered&type=good"), today);
    let tally = |tallies: &[Tally]| -> Vec<String> {
        let tallies = tallies.iter();
        tallies
            .map(|t| format!("{} {}", t.named.label, t.count))
            .collect()
    };
    assert_eq!((board.offered, board.sought), (2, 1));
    assert_eq!(tally(&board.kinds), ["Good 2", "Skill 1"]);
    assert_eq!(tally(&board.terms), ["Gift 1", "Sell 1"]);
    assert_eq!(tally(&board.countries), ["Germany 1", "United States 1"]);
}

#[test]
fn a_value_is_let_through_and_taken_away_again() {
    let mut filter = Filter::read("type=good");
    for (field, value, expect) in [
        (Field::Kind, "space", "type=good,space"),
        (Field::Country, "US", "type=good,space&country=US"),
        (Field::Kind, "good", "type=space&country=US"),
        (Field::Country, "US", "type=space"),
    ] {
        filter.toggle(field, value);
        assert_eq!(filter.write(), expect);
    }
    assert_eq!(filter.values(Field::Kind), ["space"]);
}

#[test]
fn every_board_has_its_sentence() {
    let today = day("2026-11-22");
    let check = |catalog: &Catalog, filter: &str, expect: &str| {
        let notices = open(catalog, today);
        let sentence = board(&notices, &Filter::read(filter), today).sentence;
        assert!(sentence.contains(expect), "{sentence}");
    };
    check(
        &catalog(),
        "",
        "3 offers and 1 need, open on 22 November 2026.",
    );
    check(&catalog(), "side=sought", "No offers and 1 need");
    check(&catalog(), "country=FR", "Take a filter away");
    check(&of(Vec::new()), "", "Nobody here offers or seeks anything");
}

#[test]
fn an_offer_meets_a_need_of_another() {
    let notices = open(&catalog(), day("2026-11-22"));
    let found = matches(&notices);
    let words: Vec<String> = found.iter().map(|m| m.in_words(&notices)).collect();
    assert_eq!(words, ["Millers offers flour (sell); Bakers seeks flour"]);

    let own = of(vec![with(
        row("A", ""),
        &["offers good: Tools", "seeks good: Tools"],
    )]);
    assert_eq!(matches(&open(&own, day("2026-11-22"))), []);
}

#[test]
fn a_filter_has_one_text() {
    let check = |text: &str, canonical: &str| {
        let filter = Filter::read(text);
        assert_eq!(filter.write(), canonical);
        assert_eq!(Filter::read(canonical), filter);
    };
    check("", "");
    check(
        "#country=US,DE,US&x=y&side=offered",
        "side=offered&country=DE,US",
    );
    check("side=both&type=", "");
}

proptest! {
    #[test]
    fn any_filter_is_read(text in "(side|type|terms|country)?[=&,%a-z+ é]{0,60}") {
        let filter = Filter::read(&text);
        prop_assert_eq!(Filter::read(&filter.write()), filter);
    }

    #[test]
    fn matches_are_all_that_meet_in_words(
        titles in proptest::collection::vec("(tools?|translat(ors|ion)|print(er|ing)|seeds|a|)( (garden|tool))?", 2..8)
    ) {
        let rows = titles.iter().enumerate().map(|(number, title)| {
            let verb = if number % 2 == 0 { "offers" } else { "seeks" };
            with(row(&format!("R{number}"), ""), &[&format!("{verb} good: {title}")])
        });
        let notices = open(&of(rows.collect()), day("2026-11-22"));
        let found = matches(&notices);
        let mut all = 0;
        for offer in notices.iter().filter(|n| n.side == Side::Offered) {
            for need in notices.iter().filter(|n| n.side == Side::Sought) {
                let meets = offer.thing.meets(&need.thing);
                all += usize::from(meets == Some(crate::explore::meeting::Meeting::Both));
            }
        }
        prop_assert!(found.len() == all, "{} of {all}", found.len());
    }
}
