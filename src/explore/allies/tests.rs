use proptest::prelude::{Just, Strategy, any};
use proptest::sample::subsequence;
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::reason::Voice;
use super::seeker::{Description, Item, Seeker};
use super::{Found, prepared};
use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::sketch::{at, ended as ended_then, of, row, tied, with};

const JACKSON: (i16, i16) = (-9018, 3230);
const MEMPHIS: (i16, i16) = (-9005, 3515);

fn find(catalog: &Catalog, seeker: &str) -> Found {
    prepared(catalog).find(&Seeker::read(seeker), 100)
}

/// Hits as `Title 12: reason. reason`, one a line.
fn check(rows: Vec<Row>, seeker: &str, expect: &[&str]) {
    let catalog = of(rows);
    let found = find(&catalog, seeker);
    let shown: Vec<String> = found
        .hits
        .iter()
        .map(|hit| {
            let words = hit.reasons.iter().map(|b| b.reason.in_words(Voice::You));
            let words: Vec<String> = words.collect();
            let title = &catalog.rows[hit.row as usize].title;
            format!("{title} {}: {}", hit.score, words.join(". "))
        })
        .collect();
    assert_eq!(shown, expect);
    assert_eq!(found.total, expect.len());
    for hit in &found.hits {
        let sum: u32 = hit.reasons.iter().map(|because| because.points).sum();
        assert_eq!(sum, hit.score, "the reasons are the score");
    }
}

#[test]
fn offers_that_meet_needs_come_first() {
    let like_us = "sector=food,housing,land country=US region=Mississippi governance=consensus";
    check(
        vec![
            at(row("Alike", like_us), "Jackson, United States", JACKSON),
            with(row("Giving", ""), &["offers service: Translation (gift)"]),
            with(row("Needing", ""), &["seeks good: Old tools"]),
        ],
        "sector=food,housing,land&place=Jackson&country=US&governance=consensus&offers=good:Tool+library&seeks=service:Translators",
        &[
            "Giving 150: You seek translators; they offer translation (gift)",
            "Needing 150: You offer tool library; they seek old tools",
            "Alike 61: Both work on food, housing and land. Both in Jackson, United States. Same governance: consensus",
        ],
    );
}

#[test]
fn a_meeting_by_type_alone_is_said_so() {
    let rows = || vec![with(row("Books", ""), &["offers service: Bookkeeping"])];
    let only_type =
        "Books 20: You seek translators; they offer bookkeeping, of the same type: service";
    check(rows(), "seeks=service:Translators", &[only_type]);
    let any = "Books 20: You seek any service; they offer bookkeeping";
    check(rows(), "seeks=service:", &[any]);
    check(rows(), "seeks=good:Paper", &[]);
}

#[test]
fn the_nearer_count_more() {
    let us = "country=US";
    check(
        vec![
            row("Far", us),
            at(row("Here", us), "Jackson, United States", JACKSON),
            at(row("Near", us), "Clinton, United States", (-9032, 3234)),
            row("Region", "country=US region=Mississippi"),
            at(row("State away", us), "Memphis, United States", MEMPHIS),
        ],
        "place=jackson&region=Mississippi&country=United+States",
        &[
            "Here 20: Both in Jackson, United States",
            "Near 15: About 10 km apart",
            "Region 12: Same region: Mississippi",
            "Far 7: Same country: United States",
            "State away 7: Same country: United States",
        ],
    );
}

#[test]
fn towns_of_one_name_are_told_apart() {
    let us = "country=US";
    let rows = || {
        vec![
            at(
                row("In Tennessee", "country=US region=Tennessee"),
                "Jackson, United States",
                (-8880, 3560),
            ),
            at(
                row("Of Germany", "country=DE"),
                "Jackson, Germany",
                (1000, 5000),
            ),
            at(row("Ours", us), "Jackson, United States", JACKSON),
        ]
    };
    check(
        rows(),
        "place=Jackson&region=Mississippi&country=US",
        &[
            "Ours 20: Both in Jackson, United States",
            "In Tennessee 7: Same country: United States",
        ],
    );
    check(
        rows(),
        "place=Jackson&country=DE",
        &["Of Germany 20: Both in Jackson, Germany"],
    );
}

#[test]
fn federations_and_allies_in_common_are_named() {
    let rows = vec![
        tied(tied(row("A", ""), "member-of", 2), "allied-with", 3),
        tied(row("B", ""), "part-of", 2),
        row("Federation", ""),
        row("Friend", ""),
        tied(row("Gardeners", ""), "federated-with", 3),
    ];
    check(
        rows,
        "entry=a",
        &[
            "B 10: Both belong to Federation",
            "Gardeners 8: Both allied with Friend",
        ],
    );
}

#[test]
fn what_is_tied_already_is_said_and_not_counted() {
    check(
        vec![
            tied(row("A", "sector=food"), "member-of", 1),
            row("Federation", "sector=food"),
        ],
        "entry=a",
        &["Federation 12: Both work on food. Already tied: member of"],
    );
    check(
        vec![
            tied(row("A", "sector=food"), "member-of", 1),
            row("Federation", "sector=food"),
        ],
        "entry=federation",
        &["A 12: Both work on food. Already tied: has member"],
    );
}

#[test]
fn each_half_needs_the_other() {
    check(
        vec![
            row("Builders", "approach=counter-institution"),
            row("Mixed", "approach=both"),
            row("Resisters", "approach=counter-power"),
        ],
        "approach=counter-power",
        &[
            "Builders 5: You resist; they build",
            "Mixed 3: You resist; they resist and build",
        ],
    );
}

#[test]
fn what_has_ended_stands_last_and_says_so() {
    check(
        vec![
            ended_then(row("Gone", "sector=food,land"), "2004-05"),
            row("Here", "sector=food"),
            row("Over", "sector=food status=ended"),
        ],
        "sector=food,land",
        &[
            "Here 12: Both work on food",
            "Gone 24: Both work on food and land. Ended May 2004",
            "Over 12: Both work on food. Ended",
        ],
    );
}

#[test]
fn ideas_are_no_allies() {
    check(vec![row("Idea", "sector=food status=")], "sector=food", &[]);
}

#[test]
fn small_things_in_common_are_said_last() {
    check(
        vec![row("A", "language=en scale=local domain=digital")],
        "language=English&scale=local&domain=digital",
        &["A 8: Same language: English. Same scale: local. Same domain: digital"],
    );
}

#[test]
fn every_answer_is_a_sentence() {
    let catalog = of(vec![row("A", "sector=food")]);
    let check = |seeker: &str, sentence: &str, unknown: Option<&str>| {
        let found = find(&catalog, seeker);
        assert!(found.sentence.contains(sentence), "{}", found.sentence);
        assert_eq!(found.unknown.as_deref(), unknown);
    };
    check("", "Say what you work on", None);
    check("&&=%%", "Say what you work on", None);
    check("entry=nobody", "There is no entry “nobody”", None);
    check("sector=food", "1 group has something in common", None);
    check("sector=land", "No group here has any of this", None);
    check(
        "entry=a",
        "No group here has anything in common with A that",
        None,
    );
    check(
        "sector=food,telepathy&place=Atlantis",
        "1 group has",
        Some("No entry here has “telepathy” and “Atlantis”; the rest was compared."),
    );
    let two = of(vec![row("A", "sector=food"), row("B", "sector=food")]);
    let first = prepared(&two).find(&Seeker::read("sector=food"), 1);
    assert!(first.sentence.contains("2 groups have"));
    assert!(first.sentence.contains("The first 1 are shown"));
}

#[test]
fn what_is_not_known_is_nothing_in_common() {
    let rows = vec![
        row("A", "governance=unknown"),
        row("B", "governance=unknown"),
    ];
    check(rows, "entry=a", &[]);
}

#[test]
fn the_fullest_sectors_and_the_fullest_entry_are_there_to_begin_with() {
    let catalog = of(vec![
        row("Bakers", "sector=food"),
        with(row("Millers", "sector=food,land"), &["offers good: Flour"]),
        ended_then(row("Monks", "sector=land,care"), "1500"),
        row("Idea", "sector=land status="),
    ]);
    let ready = prepared(&catalog);
    let label = |number| crate::explore::lookup::label(&catalog, Facet::Sector, number);
    let sectors: Vec<_> = ready.fullest_sectors(9).into_iter().collect();
    let told: Vec<_> = sectors
        .iter()
        .map(|(n, count)| (label(*n), *count))
        .collect();
    assert_eq!(told, [("Food", 2), ("Land", 1)]);
    assert_eq!(ready.fullest_sectors(1).len(), 1);
    assert_eq!(ready.fullest_countries(9), []);
    assert_eq!(ready.example(), Some(1));
}

/// Rows of all sorts.
pub(crate) fn any_row() -> impl Strategy<Value = Row> {
    let list = |values: &'static [&'static str]| {
        subsequence(values.to_vec(), 0..=values.len()).prop_map(|v| v.join(","))
    };
    let facets = (
        list(&["food", "housing", "land", "labor", "care"]),
        list(&["consensus", "assembly", "informal"]),
        prop_oneof![Just(""), Just("US"), Just("DE")],
        prop_oneof![Just(""), Just("local"), Just("regional")],
        prop_oneof![Just(""), Just("both"), Just("counter-power")],
    );
    let things = subsequence(
        vec![
            "offers good: Tools",
            "offers service: Translation",
            "seeks good: Seeds",
            "seeks skill: Printing",
        ],
        0..=4,
    );
    (facets, things, any::<bool>()).prop_map(|(facets, things, placed)| {
        let (sector, governance, country, scale, approach) = facets;
        let text = format!(
            "sector={sector} governance={governance} country={country} scale={scale} approach={approach}"
        );
        let plain = with(row("R", &text), &things);
        if placed && country == "US" {
            at(plain, "Jackson, United States", JACKSON)
        } else {
            plain
        }
    })
}

fn scores(rows: &[Row], description: &Description) -> Vec<u32> {
    let catalog = of(rows.to_vec());
    let ready = prepared(&catalog);
    let seeker = Seeker::Described(Box::new(description.clone()));
    let mut scores = vec![0; rows.len()];
    for hit in ready.find(&seeker, rows.len()).hits {
        scores[hit.row as usize] = hit.score;
    }
    scores
}

fn item(kind: &str, words: &str) -> Item {
    Item {
        kind: kind.into(),
        words: words.into(),
    }
}

/// What a person may add to a description: each may be an overlap with some row.
fn additions() -> Vec<fn(&mut Description)> {
    vec![
        |d| d.sectors.push("food".into()),
        |d| d.sectors.push("care".into()),
        |d| d.governance.push("informal".into()),
        |d| d.scale = "local".into(),
        |d| d.offers.push(item("good", "Seeds")),
        |d| d.offers.push(item("skill", "Printer")),
        |d| d.seeks.push(item("service", "Translators")),
        |d| d.seeks.push(item("good", "Hammer")),
        |d| d.country = "US".into(),
        |d| {
            d.country = "US".into();
            d.place = "Jackson".into();
        },
    ]
}

proptest! {
    #[test]
    fn adding_an_overlap_never_lowers_a_score(
        rows in proptest::collection::vec(any_row(), 1..8),
        order in Just((0..additions().len()).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut description = Description::default();
        let mut before = vec![0; rows.len()];
        for index in order {
            additions()[index](&mut description);
            let after = scores(&rows, &description);
            prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after));
            before = after;
        }
    }

    #[test]
    fn both_sides_score_alike(rows in proptest::collection::vec(any_row(), 2..6)) {
        let catalog = of(rows);
        let ready = prepared(&catalog);
        for one in &ready.profiles {
            for other in &ready.profiles {
                let likeness = |a, b| super::overlap::score(a, b);
                // An offer that meets two needs is one reason here and two there: all else is symmetric.
                if one.offers.is_empty() && other.offers.is_empty() {
                    prop_assert_eq!(likeness(one, other), likeness(other, one));
                }
            }
        }
    }

    #[test]
    fn any_seeker_is_answered(text in "(sector|offers|seeks|place|entry|country)?[=&,:%a-zA-Z+ é]{0,60}") {
        let catalog = of(vec![row("A", "sector=food")]);
        prop_assert!(!find(&catalog, &text).sentence.is_empty());
    }
}
