use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::{prop_assert_eq, proptest};

use crate::explore::catalog::{Catalog, Facet};
use crate::explore::facets::{Count, Index, Related, Selection, Sign, Span, Way};
use crate::explore::sample;
use crate::explore::set::Set;

fn index() -> Index {
    Index::new(sample::catalog())
}

/// A selection of `sector=food -country=US`, in the values' own words.
fn selection(index: &Index, marks: &str) -> Selection {
    let mut selection = Selection::default();
    for mark in marks.split_whitespace() {
        let (sign, mark) = match mark.strip_prefix('-') {
            Some(rest) => (Sign::Without, rest),
            None => (Sign::With, mark),
        };
        let (facet, values) = mark.split_once('=').expect("facet=value");
        let facet = Facet::parse(facet).expect(facet);
        for value in values.split(',') {
            let value = index.value_named(facet, value).expect(value);
            selection.mark(facet, value, Some(sign));
        }
    }
    selection
}

fn check(marks: &str, expect: &[u32]) {
    let index = index();
    let set = index.apply(&selection(&index, marks), None);
    assert_eq!(set.iter().collect::<Vec<_>>(), expect, "{marks}");
}

/// The counts of one facet as `value 2, +value 1, -value 0`.
fn check_counts(marks: &str, facet: Facet, expect: &str) {
    let index = index();
    let counts = index.counts(&selection(&index, marks), None);
    let counts = counts.iter().find(|counts| counts.facet == facet);
    assert_eq!(
        shown(&index, facet, &counts.expect("it is there").values),
        expect,
        "{marks}"
    );
}

fn shown(index: &Index, facet: Facet, values: &[Count]) -> String {
    let one = |count: &Count| {
        let sign = match count.sign {
            Some(Sign::With) => "+",
            Some(Sign::Without) => "-",
            None => "",
        };
        let value = index.value(facet, count.value).expect("it is a value");
        format!("{sign}{value} {}", count.rows)
    };
    values.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn values_of_a_facet_widen_and_facets_narrow() {
    check("", &[0, 1, 2, 3, 4]);
    check("sector=food", &[0, 3]);
    check("sector=food,housing", &[0, 3, 4]);
    check("sector=food,housing country=us", &[3, 4]);
    check("sector=food kind=concept", &[]);
}

#[test]
fn what_is_not_wanted_is_taken_away() {
    check("-sector=food", &[1, 2, 4]);
    check("sector=food -country=US", &[0]);
    check("sector=food -sector=land", &[0]);
    check("-kind=concept,movement", &[0, 3]);
}

#[test]
fn a_facet_counts_as_if_nothing_of_it_were_wanted() {
    check_counts("", Facet::Sector, "food 2, housing 1, land 1");
    check_counts("sector=food", Facet::Sector, "+food 2, housing 1, land 1");
    check_counts("sector=food", Facet::Country, "DE 1, US 1");
    check_counts("country=US", Facet::Sector, "food 1, housing 1, land 1");
    check_counts("country=DE", Facet::Sector, "food 1");
}

#[test]
fn a_value_that_is_not_wanted_counts_what_it_takes_away() {
    check_counts("-sector=food", Facet::Sector, "-food 2, housing 1");
    check_counts("-sector=food", Facet::Country, "US 1");
}

#[test]
fn chosen_values_stay_where_nothing_is_left() {
    check_counts("sector=land kind=concept", Facet::Sector, "+land 0");
}

#[test]
fn a_press_goes_round() {
    let mut selection = Selection::default();
    let mut press = || selection.press(Facet::Sector, 1);
    assert_eq!(
        [press(), press(), press(), press()],
        [
            Some(Sign::With),
            Some(Sign::Without),
            None,
            Some(Sign::With)
        ]
    );
    selection.clear(Facet::Sector);
    assert!(selection.is_empty());
}

#[test]
fn years_and_ages_narrow_to_what_is_known() {
    let index = index();
    let check = |selection: Selection, expect: &[u32]| {
        let set = index.apply(&selection, None);
        assert_eq!(set.iter().collect::<Vec<_>>(), expect, "{selection:?}");
    };
    let founded = |from, to| Selection {
        founded: Span::of(from, to),
        ..Selection::default()
    };
    check(founded(Some(1902), Some(2014)), &[0, 3]);
    check(founded(Some(2014), Some(1902)), &[0, 3]);
    check(founded(None, Some(1901)), &[]);
    check(founded(Some(2015), None), &[4]);
    let ended = Selection {
        ended: Span::of(Some(1900), None),
        ..Selection::default()
    };
    check(ended, &[0]);
    let checked = |from, to| Selection {
        checked: Span::of(from, to),
        ..Selection::default()
    };
    check(checked(None, Some(30)), &[3, 4]);
    check(checked(Some(365), None), &[2]);
}

#[test]
fn relations_narrow_to_those_who_have_them() {
    let index = index();
    let check = |to: u32, by: Option<(&str, bool)>, expect: &[u32]| {
        let by = by.map(|(name, inverse)| Way {
            kind: sample::relation_number(name),
            inverse,
        });
        let selection = Selection {
            related: Some(Related { to, by }),
            ..Selection::default()
        };
        let set = index.apply(&selection, None);
        assert_eq!(set.iter().collect::<Vec<_>>(), expect, "{selection:?}");
    };
    check(
        sample::DUAL_POWER,
        None,
        &[sample::COMMONS, sample::JACKSON],
    );
    check(
        sample::DUAL_POWER,
        Some(("exemplifies", false)),
        &[sample::JACKSON],
    );
    check(sample::DUAL_POWER, Some(("exemplifies", true)), &[]);
    check(
        sample::JACKSON,
        Some(("exemplifies", true)),
        &[sample::DUAL_POWER],
    );
    check(
        sample::JACKSON,
        Some(("allied-with", false)),
        &[sample::TENANTS],
    );
    check(
        sample::TENANTS,
        Some(("allied-with", false)),
        &[sample::JACKSON],
    );
    check(sample::BAKERY, None, &[]);
}

#[test]
fn searching_is_one_more_filter() {
    let index = index();
    let found = Set::of(5, [0, 1, 2]);
    let food = selection(&index, "sector=food");
    let set = index.apply(&food, Some(&found));
    assert_eq!(set.iter().collect::<Vec<_>>(), [0]);
    let counts = index.counts(&food, Some(&found));
    assert_eq!(shown(&index, Facet::Sector, &counts[1].values), "+food 1");
    assert_eq!(
        shown(&index, Facet::Kind, &counts[0].values),
        "organization 1"
    );
}

#[test]
fn a_list_of_values_can_be_searched_and_shortened() {
    let index = index();
    let selection = selection(&index, "-sector=land");
    let counts = index.counts(&selection, None);
    let sectors = &counts[1];
    let check = |values: Vec<Count>, expect: &str| {
        assert_eq!(shown(&index, Facet::Sector, &values), expect);
    };
    check(sectors.matching(&index, " FOÓ"), "food 1");
    check(sectors.matching(&index, ""), "food 1, housing 1, -land 1");
    check(sectors.matching(&index, "x"), "");
    check(sectors.foremost(2), "food 1, -land 1");
    check(sectors.foremost(0), "-land 1");
}

#[test]
fn names_are_found_in_any_case_and_by_path_where_ids_are_shared() {
    let mut catalog = sample::catalog();
    catalog.rows[1].address = "other/Tenants/".into();
    let index = Index::new(catalog);
    assert_eq!(index.value_named(Facet::Country, "us"), Some(1));
    assert_eq!(index.value_named(Facet::Country, "atlantis"), None);
    assert_eq!(
        index.row_named("Cooperation-JACKSON"),
        Some(sample::JACKSON)
    );
    assert_eq!(index.row_named("nobody"), None);
    assert_eq!(index.row_named(""), None);
    let names = [1, 3, 4].map(|row| index.name(row));
    assert_eq!(
        names,
        ["tenants", "cooperation-jackson", "networks/tenants/"].map(|name| if name == "tenants" {
            "Tenants"
        } else {
            name
        })
    );
    for row in 0..5 {
        assert_eq!(
            index.row_named(index.name(row)),
            Some(row),
            "{}",
            index.name(row)
        );
    }
}

#[test]
fn an_empty_catalog_has_nothing_to_choose() {
    let index = Index::new(Catalog::default());
    assert_eq!(index.counts(&Selection::default(), None), []);
    assert!(index.apply(&Selection::default(), None).is_empty());
}

fn selections() -> impl Strategy<Value = Selection> {
    let facets = [Facet::Kind, Facet::Sector, Facet::Country, Facet::Tag];
    let mark = (any::<proptest::sample::Index>(), 0_u16..4, any::<bool>());
    vec(mark, 0..6).prop_map(move |marks| {
        let mut selection = Selection::default();
        for (facet, value, with) in marks {
            let sign = if with { Sign::With } else { Sign::Without };
            selection.mark(*facet.get(&facets), value, Some(sign));
        }
        selection
    })
}

proptest! {
    /// The count beside a value is what pressing it as the only wanted one of its facet would leave.
    #[test]
    fn counts_keep_their_promise(selection in selections()) {
        let index = index();
        for counts in index.counts(&selection, None) {
            for count in &counts.values {
                let mut only = selection.clone();
                for mark in selection.of(counts.facet).iter().filter(|mark| mark.sign == Sign::With) {
                    only.mark(mark.facet, mark.value, None);
                }
                only.mark(counts.facet, count.value, Some(Sign::With));
                if count.sign != Some(Sign::Without) {
                    prop_assert_eq!(index.apply(&only, None).count(), count.rows);
                }
            }
        }
    }

    #[test]
    fn a_row_passes_as_its_values_say(selection in selections()) {
        let index = index();
        let set = index.apply(&selection, None);
        for row in 0..index.rows() {
            let passes = Facet::ALL.into_iter().all(|facet| {
                let values = index.catalog().values(row, facet);
                let marks = selection.of(facet);
                let has = |sign| marks.iter().any(|mark| mark.sign == sign && values.contains(&mark.value));
                let wants = marks.iter().any(|mark| mark.sign == Sign::With);
                (!wants || has(Sign::With)) && !has(Sign::Without)
            });
            prop_assert_eq!(set.contains(row), passes);
        }
    }
}
