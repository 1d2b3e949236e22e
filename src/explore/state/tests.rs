use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index as Pick, subsequence};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::explore::catalog::Facet;
use crate::explore::facets::{Index, Related, Selection, Sign, Span, Way};
use crate::explore::graph::tie::Tie;
use crate::explore::sample;
use crate::explore::state::{
    CLOSEST, MapWindow, Period, State, View, around, of_value, read, write,
};
use crate::explore::table::{Column, SortKey};
use crate::model::relation;

fn index() -> Index {
    Index::new(sample::catalog())
}

/// What a fragment is written as after it was read, where all of it is understood.
fn check(fragment: &str, expect: &str) {
    let index = index();
    let read = read(fragment, &index);
    assert_eq!(read.dropped, [""; 0], "{fragment}");
    assert_eq!(write(&read.state, &index), expect, "{fragment}");
}

/// What is said about a fragment, and what is left of it.
fn check_dropped(fragment: &str, (left, dropped): (&str, &[&str])) {
    let index = index();
    let read = read(fragment, &index);
    assert_eq!(read.dropped, dropped, "{fragment}");
    assert_eq!(write(&read.state, &index), left, "{fragment}");
}

#[test]
fn links_of_other_pages_are_written_as_the_explorer_writes_them() {
    let links = [
        of_value(Facet::Sector, "food", View::List),
        of_value(Facet::Country, "US", View::Map),
        of_value(Facet::Tag, "strategy/long", View::Graph),
        around("cooperation-jackson"),
    ];
    for link in links {
        check(&link, &link);
    }
}

#[test]
fn a_fragment_is_read_and_written_alike() {
    for fragment in [
        "",
        "q=mutual+aid",
        "kind=network&sector=food,land&-country=US",
        "tag=a%2Cb,strategy/long&-tag=bread",
        "founded=1990..2010&ended=..2000&checked=366..",
        "founded=1990",
        "relation=tenants",
        "relation=exemplified-by:cooperation-jackson&view=graph",
        "view=table&sort=-founded,title&columns=kind,place",
        "view=table&columns=title",
        "view=map&map=-90.18,32.3,4",
        "view=map&map=-0.05,0,0",
        "view=timeline&time=1990..2010",
        "view=timeline&time=1990-03..1991-06",
        "view=graph&focus=dual-power&steps=2&path=tenants,commons&hide=uses,related",
        "view=compare&compare=tenants,commons&shortlist=red-bakery,tenants",
    ] {
        check(fragment, fragment);
    }
}

#[test]
fn one_state_has_one_text() {
    check("#view=map&q=a", "q=a&view=map");
    check("sector=land,FOOD&sector=food", "sector=food,land");
    check("&&view=list&steps=1&", "");
    check("founded=2010..1990", "founded=1990..2010");
    check("columns=kind,sector,place,status,founded,verified", "");
    check("time=1990-01..1990-12", "time=1990..1990");
    check("map=5.00,6.10,3", "map=5,6.1,3");
    check("hide=link,related,uses", "hide=uses,related,link");
    check("country=us", "country=US");
    check("compare=tenants,tenants", "compare=tenants");
    check(
        "relation=allied-with:tenants",
        "relation=allied-with:tenants",
    );
}

#[test]
fn what_is_not_understood_is_told() {
    check_dropped(
        "colour=red&view=map",
        (
            "view=map",
            &["In the address, “colour” is nothing that can be chosen here."],
        ),
    );
    check_dropped(
        "sector=food,gold",
        (
            "sector=food",
            &["In the address, “gold” is no value of “Sector” that an entry has."],
        ),
    );
    check_dropped(
        "scale=local",
        (
            "",
            &["In the address, “local” is no value of “Scale” that an entry has."],
        ),
    );
    check_dropped(
        "view=hologram",
        ("", &["In the address, “hologram” is no view."]),
    );
    check_dropped(
        "view=map&view=table",
        (
            "view=map",
            &["In the address, “view” stands twice; the first was taken."],
        ),
    );
    check_dropped(
        "sector=food&-sector=food",
        (
            "sector=food",
            &["In the address, “food” is both wanted and not wanted; the first was taken."],
        ),
    );
    check_dropped(
        "founded=long+ago",
        ("", &["In the address, “long ago” is no range of years."]),
    );
    check_dropped(
        "ended=..",
        ("", &["In the address, “..” is no range of years."]),
    );
    check_dropped(
        "relation=hates:tenants",
        ("", &["In the address, “hates” is no type of relation."]),
    );
    check_dropped(
        "focus=nobody",
        ("", &["In the address, “nobody” is no entry."]),
    );
    check_dropped(
        "steps=9",
        ("", &["In the address, “9” is no number of steps."]),
    );
    check_dropped(
        "map=200,0,1",
        ("", &["In the address, “200,0,1” is no window of the map."]),
    );
    check_dropped(
        "time=1990",
        (
            "",
            &["In the address, “1990” is no window of the timeline."],
        ),
    );
    check_dropped(
        "path=tenants",
        (
            "",
            &["In the address, “tenants” is no pair of entries to find a path between."],
        ),
    );
    check_dropped(
        "compare=tenants,commons,dual-power,red-bakery,cooperation-jackson",
        (
            "compare=tenants,commons,dual-power,red-bakery",
            &["In the address, “Jackson Rising” is one too many to be compared."],
        ),
    );
}

#[test]
fn a_hundred_kilobytes_of_anything_are_read_in_no_time_and_told_in_few_sentences() {
    let index = index();
    for unit in [
        "x",
        "x&",
        "sector=a,",
        "a,",
        "%",
        "shortlist=tenants,",
        "q=é&",
        "sort=-kind,&",
        "-",
    ] {
        let fragment = ["sector=food&tag=", &unit.repeat(100_000 / unit.len())].concat();
        let read = read(&fragment, &index);
        assert!(read.dropped.len() <= 6, "{unit}: {:?}", read.dropped);
        assert!(read.dropped.iter().all(|sentence| sentence.len() < 250));
        assert!(write(&read.state, &index).contains("sector=food"));
    }
    let long = read(&["q=", &"é".repeat(50_000)].concat(), &index);
    assert_eq!(long.state.query.chars().count(), 200);
    assert_eq!(long.dropped.len(), 1);
}

#[test]
fn comparing_is_pressed_on_and_off() {
    let mut state = State::default();
    for row in 0..4 {
        assert!(state.compare(row));
    }
    assert!(!state.compare(4));
    assert!(state.compare(1));
    assert_eq!(state.compared, [0, 2, 3]);
    state.shortlist = vec![8];
    assert!(state.is_open());
    state.search("a\u{0}b");
    assert_eq!(state.query, "ab");
    assert!(!state.is_open());
    state.open();
    assert_eq!(state.shortlist, [8]);
    assert!(state.is_open());
}

fn spans() -> impl Strategy<Value = Span> {
    let ends = any::<(Option<i16>, Option<i16>)>();
    ends.prop_map(|(from, to)| Span::of(from.map(i32::from), to.map(i32::from)))
}

fn relations() -> impl Strategy<Value = Option<Related>> {
    let way = (0_u8..18, any::<bool>()).prop_map(|(kind, inverse)| {
        let symmetric = relation::ALL[usize::from(kind)].symmetric;
        let inverse = inverse && !symmetric;
        Way { kind, inverse }
    });
    option::of((0_u32..5, option::of(way)).prop_map(|(to, by)| Related { to, by }))
}

fn selections() -> impl Strategy<Value = Selection> {
    let marks = vec((any::<Pick>(), any::<Pick>(), any::<bool>()), 0..6);
    (marks, spans(), spans(), spans(), relations()).prop_map(
        |(marks, founded, ended, checked, related)| {
            let catalog = sample::catalog();
            let mut selection = Selection {
                founded,
                ended,
                checked,
                related,
                ..Selection::default()
            };
            for (facet, value, with) in marks {
                let choices = facet.get(&catalog.facets);
                let value = u16::try_from(value.index(choices.values.len())).expect("few");
                let sign = if with { Sign::With } else { Sign::Without };
                selection.mark(choices.facet, value, Some(sign));
            }
            selection
        },
    )
}

fn columns() -> impl Strategy<Value = Vec<Column>> {
    let all: Vec<Column> = Column::all().skip(1).collect();
    prop_oneof![subsequence(all, 0..5), Just(State::default().columns)]
}

fn sorts() -> impl Strategy<Value = Vec<SortKey>> {
    let all: Vec<Column> = Column::all().collect();
    (subsequence(all, 0..4), any::<bool>()).prop_map(|(columns, descending)| {
        let key = |column| SortKey { column, descending };
        columns.into_iter().map(key).collect()
    })
}

fn rows(most: usize) -> impl Strategy<Value = Vec<u32>> {
    subsequence(vec![3_u32, 0, 4, 1, 2], 0..=most)
}

fn maps() -> impl Strategy<Value = Option<MapWindow>> {
    let window = (-18_000_i16..=18_000, -9_000_i16..=9_000, 0..=CLOSEST);
    option::of(window.prop_map(|(lon, lat, zoom)| MapWindow { lon, lat, zoom }))
}

fn states() -> impl Strategy<Value = State> {
    let found = (any::<String>(), selections());
    let view = (any::<Pick>(), sorts(), columns(), maps());
    let time = option::of((0..120_000, 0..120_000).prop_map(|(from, to)| Period::of(from, to)));
    let graph = (
        option::of(0_u32..5),
        1_u8..=3,
        rows(2),
        subsequence(Tie::all().collect::<Vec<_>>(), 0..4),
    );
    (found, view, time, graph, rows(4), rows(5)).prop_map(
        |(
            (query, selection),
            (view, sort, columns, map),
            time,
            (focus, steps, path, hidden),
            compared,
            shortlist,
        )| {
            let mut state = State {
                selection,
                view: *view.get(&View::ALL),
                sort,
                columns,
                map,
                time,
                focus,
                steps,
                path: path.first().copied().zip(path.get(1).copied()),
                hidden,
                compared,
                shortlist,
                ..State::default()
            };
            state.search(&query);
            state
        },
    )
}

proptest! {
    #[test]
    fn what_was_written_is_read(state in states()) {
        let index = index();
        let text = write(&state, &index);
        let read = read(&text, &index);
        prop_assert_eq!(read.dropped, [""; 0]);
        prop_assert_eq!(read.state, state);
    }

    #[test]
    fn any_text_is_read_and_means_the_same_when_written(
        text in prop_oneof![
            ".*",
            "((-?(q|sector|country|founded|checked|relation|view|sort|columns|map|time|focus|steps|path|hide|compare))=([a-z0-9,.:%+-]|tenants|commons|food|us|1990){0,9}&){0,5}",
        ],
    ) {
        let index = index();
        let state = read(&text, &index).state;
        let written = write(&state, &index);
        let again = read(&written, &index);
        prop_assert!(again.dropped.is_empty(), "{:?}", again.dropped);
        prop_assert_eq!(&again.state, &state);
        prop_assert_eq!(write(&again.state, &index), written);
    }
}

#[test]
fn every_key_is_one_thing_only() {
    let own = [
        "q",
        "founded",
        "ended",
        "checked",
        "relation",
        "view",
        "sort",
        "columns",
        "map",
        "time",
        "focus",
        "steps",
        "path",
        "hide",
        "compare",
        "shortlist",
    ];
    for facet in Facet::ALL {
        assert!(!own.contains(&facet.key()));
        assert_eq!(Facet::parse(facet.key()), Some(facet));
    }
}
