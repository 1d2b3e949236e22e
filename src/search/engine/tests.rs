//! What a reader finds: by names, by texts, with errors, with filters; and the laws.

mod laws;

use crate::search::answer::{Answer, By, Filter, Hit, Piece, Question};
use crate::search::index;
use crate::search::memory::Memory;
use crate::search::sample::{Sketch, named, search, site};

fn directory() -> Memory {
    search(&[
        named(
            "Dual power",
            &[],
            &["double power"],
            "Two powers in one place.",
        ),
        named(
            "Digital dual power",
            &[],
            &[],
            "Dual power by digital means.",
        ),
        named("Counter-power", &[], &[], "Power that resists from below."),
        named("Counter-institutions", &[], &[], "Power that builds."),
        named(
            "DAO",
            &["Decentralized autonomous organization"],
            &[],
            "Rules kept by code.",
        ),
        named(
            "AssangeDAO",
            &[],
            &[],
            "A DAO that raised money for a defence.",
        ),
        named(
            "Mietshäuser Syndikat",
            &["MHS"],
            &[],
            "Houses taken off the market.",
        ),
        named(
            "Cooperation Jackson",
            &["CJ"],
            &[],
            "A network of worker co-operatives in Mississippi.",
        ),
        named(
            "Community land trust",
            &["CLT"],
            &[],
            "Land held in common.",
        ),
        named(
            "Platform cooperativism",
            &["platform co-op"],
            &[],
            "Platforms owned by those who work on them.",
        ),
        named(
            "Mutual aid networks",
            &[],
            &[],
            "Neighbours who help one another.",
        ),
    ])
}

fn question(text: &str) -> Question {
    Question {
        text: text.to_owned(),
        most: 20,
        ..Question::default()
    }
}

fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The marked characters in brackets.
fn bracketed(pieces: &[Piece]) -> String {
    let shown = pieces.iter().map(|piece| {
        if piece.marked {
            format!("[{}]", piece.text)
        } else {
            piece.text.clone()
        }
    });
    shown.collect()
}

/// Titles; those found by text behind a `~`.
fn titles(answer: &Answer) -> Vec<String> {
    let title = |hit: &Hit| match hit.by {
        By::Name => plain(&hit.title),
        By::Text => format!("~{}", plain(&hit.title)),
    };
    answer.hits.iter().map(title).collect()
}

fn check_in(memory: &mut Memory, text: &str, expect: &[&str]) {
    let answer = memory.answer(&question(text));
    assert_eq!(titles(&answer), expect, "{text}");
    assert_eq!(answer.total as usize, expect.len(), "{text}");
}

fn check(text: &str, expect: &[&str]) {
    check_in(&mut directory(), text, expect);
}

/// With words, with errors, with phrases and filters: all pages by number are those that hits show, in their order.
#[test]
fn all_pages_by_number_are_those_of_the_hits() {
    let sketches = [
        named(
            "Dual power",
            &[],
            &["double power"],
            "Two powers in one place.",
        ),
        named(
            "Counter-power",
            &[],
            &[],
            "Power that resists, in one place, from below.",
        ),
        named(
            "Community land trust",
            &["CLT"],
            &[],
            "Land held in common.",
        ),
        named("Platform cooperativism", &[], &[], "Power over platforms."),
    ];
    let site = site(&sketches);
    let addresses: Vec<String> = index::numbered(&site)
        .into_iter()
        .map(|id| site.page(id).address.to_string())
        .collect();
    let mut search = search(&sketches);
    for text in [
        "power",
        "powr",
        "\"one place\"",
        "land -trust",
        "kind:concept",
        "clt",
    ] {
        let mut question = Question {
            text: text.to_owned(),
            most: 100,
            ..Question::default()
        };
        let hits = search.answer(&question).hits;
        let mut hits: Vec<&str> = hits.iter().map(|hit| hit.address.as_str()).collect();
        question.docs = true;
        let answer = search.answer(&question);
        assert_eq!(answer.hits, []);
        let docs = answer.docs.iter().map(|doc| usize::try_from(*doc).unwrap());
        let mut docs: Vec<&str> = docs.map(|doc| addresses[doc].as_str()).collect();
        // Equal scores have an order of their own.
        hits.sort_unstable();
        docs.sort_unstable();
        assert_eq!(docs, hits, "{text}");
    }
}

#[test]
fn an_exact_name_comes_before_its_beginnings_and_those_before_its_words() {
    check("dao", &["DAO", "AssangeDAO"]);
    check("dual power", &["Dual power", "Digital dual power"]);
    check(
        "power",
        &[
            "Counter-power",
            "Dual power",
            "Digital dual power",
            "~Counter-institutions",
        ],
    );
    check("counterpower", &["Counter-power"]);
    check("counter power", &["Counter-power", "~Counter-institutions"]);
    check("counter-power", &["Counter-power"]);
    check("assange", &["AssangeDAO"]);
}

#[test]
fn a_letter_is_enough_for_a_name() {
    check("m", &["Mietshäuser Syndikat", "Mutual aid networks"]);
    check(
        "co",
        &[
            "Counter-power",
            "Counter-institutions",
            "Community land trust",
            "Cooperation Jackson",
            "Platform cooperativism",
        ],
    );
}

#[test]
fn other_names_find_the_page_too() {
    check("CLT", &["Community land trust"]);
    check("double power", &["Dual power"]);
    check("autonomous org", &["DAO"]);
}

#[test]
fn case_and_diacritics_do_not_matter() {
    check("MIETSHAUSER", &["Mietshäuser Syndikat"]);
    check("mietshäuser ", &["Mietshäuser Syndikat"]);
}

#[test]
fn abbreviations_find_names() {
    check("plcoop", &["Platform cooperativism"]);
    check("coopjack", &["Cooperation Jackson"]);
    check("cjack", &["Cooperation Jackson"]);
    check("digpow", &["Digital dual power"]);
    check("ddp", &["Digital dual power"]);
    check("man", &["Mutual aid networks"]);
    check("xyzzy", &[]);
}

#[test]
fn words_of_the_text_come_below() {
    check("mississippi", &["~Cooperation Jackson"]);
    check("neighbours aid", &["~Mutual aid networks"]);
    check("land", &["Community land trust"]);
}

#[test]
fn a_question_without_letters_finds_nothing() {
    check("", &[]);
    check(" -- ", &[]);
}

fn check_marks(text: &str, expect: &str) {
    let answer = directory().answer(&question(text));
    let hit = &answer.hits[0];
    let shown = if hit.other_name.is_empty() {
        &hit.title
    } else {
        &hit.other_name
    };
    assert_eq!(bracketed(shown), expect, "{text}");
}

#[test]
fn what_was_matched_is_marked() {
    check_marks("dual", "[Dual] power");
    check_marks("counterp", "[Counter]-[p]ower");
    check_marks("jack coop", "[Coop]eration [Jack]son");
    check_marks("mietshau", "[Mietshäu]ser Syndikat");
    check_marks("clt", "[CLT]");
    check_marks("plcoop", "[Pl]atform [coop]erativism");
    check_marks("ddp", "[D]igital [d]ual [p]ower");
}

#[test]
fn only_so_many_are_given_and_all_are_counted() {
    let answer = directory().answer(&Question {
        most: 2,
        ..question("power")
    });
    assert_eq!((answer.hits.len(), answer.total), (2, 4));
}

#[test]
fn a_typing_error_is_mended_said_and_can_be_refused() {
    let mut memory = directory();
    let answer = memory.answer(&question("comunity"));
    assert_eq!(titles(&answer), ["Community land trust"]);
    assert_eq!(answer.corrections[0].typed, "comunity");
    assert_eq!(answer.corrections[0].used, "community");
    assert_eq!(bracketed(&answer.hits[0].title), "[Community] land trust");
    let refused = Question {
        refused: vec!["comunity".to_owned()],
        ..question("comunity")
    };
    assert_eq!(memory.answer(&refused).total, 0);
    check("misisippi", &["~Cooperation Jackson"]);
    check("ocmmunity", &["Community land trust"]);
    check("mutal aid", &["Mutual aid networks"]);
    check("syndicat", &["Mietshäuser Syndikat"]);
}

fn library() -> Memory {
    let long = "Water runs. ".repeat(60)
        + "The assembly decides. "
        + &"Rain falls. ".repeat(60)
        + "A council meets.";
    search(&[
        Sketch {
            title: "Bakery",
            summary: "Bread that workers own.",
            kind: "network",
            country: "US",
            tags: &["food/bread"],
            text: &[
                (
                    "",
                    "The bakery bakes bread at cost. Its members organise in assemblies.",
                ),
                (
                    "How it decides",
                    "Every worker has one vote in the assembly.\nThe land trust owns the ground.",
                ),
                ("Counter-power", "They strike too."),
            ],
            ..Sketch::default()
        },
        Sketch {
            title: "Garden",
            summary: "Land that trusts nobody but its gardeners.",
            country: "DE",
            tags: &["food"],
            text: &[("", "Trust the land. Organising a garden takes a vote.")],
            ..Sketch::default()
        },
        Sketch {
            title: "Harbour",
            summary: "Ships.",
            country: "DE",
            text: &[("", &long)],
            ..Sketch::default()
        },
    ])
}

#[test]
fn texts_are_found_by_all_words_in_any_form() {
    let check = |text: &str, expect: &[&str]| check_in(&mut library(), text, expect);
    check("bread ", &["~Bakery"]);
    check("vote land", &["~Garden", "~Bakery"]);
    check("organising", &["~Garden", "~Bakery"]);
    check("assemblies", &["~Bakery", "~Harbour"]);
    check("vote ships", &[]);
    check("counter power", &["~Bakery"]);
    check("counter-power", &["~Bakery"]);
}

#[test]
fn phrases_stand_in_order() {
    let check = |text: &str, expect: &[&str]| check_in(&mut library(), text, expect);
    check("\"land trust\"", &["~Bakery"]);
    check("\"trust the land\"", &["~Garden"]);
    check("\"land that trusts\"", &["~Garden"]);
    check("\"trust land\"", &[]);
    check("\"vote\" -\"land trust\"", &["~Garden"]);
    check("vote -\"trust land\" ", &["~Garden", "~Bakery"]);
    check("\"at cost its members\"", &["~Bakery"]);
    check("\"the land tru", &["~Bakery"]);
    check("\"bakery\"", &["Bakery"]);
}

#[test]
fn a_minus_takes_away_what_has_the_word_in_any_form() {
    let check = |text: &str, expect: &[&str]| check_in(&mut library(), text, expect);
    check("vote -bread", &["~Garden"]);
    check("vote -assembly", &["~Garden"]);
    check("vote -assemblies", &["~Garden"]);
    check("bakery -bakery", &[]);
}

#[test]
fn filters_narrow_by_value_and_label_and_alternatives_of_one_facet_add_up() {
    let check = |text: &str, expect: &[&str]| check_in(&mut library(), text, expect);
    check("vote country:us", &["~Bakery"]);
    check("vote country:\"United States\"", &["~Bakery"]);
    check("vote country:us country:DE", &["~Garden", "~Bakery"]);
    check("vote country:us kind:concept", &[]);
    check("vote -country:us", &["~Garden"]);
    check("kind:\"network of groups\" bakery", &["Bakery"]);
    check("kind:net bakery", &[]);
    check("bakery kind:net", &["Bakery"]);
    check("vote tag:food", &["~Garden", "~Bakery"]);
    check("vote tag:food/bread", &["~Bakery"]);
    check("vote country:nowhere", &[]);
}

#[test]
fn filters_alone_list_pages_by_title() {
    let check = |text: &str, expect: &[&str]| check_in(&mut library(), text, expect);
    check("country:de", &["Garden", "Harbour"]);
    check("-country:us", &["Garden", "Harbour"]);
}

#[test]
fn facets_count_what_their_own_filter_leaves_out() {
    let answer = library().answer(&Question {
        filters: vec![Filter {
            facet: "country".to_owned(),
            value: "US".to_owned(),
        }],
        facets: true,
        ..question("vote")
    });
    let country = answer
        .facets
        .iter()
        .find(|facet| facet.name == "country")
        .expect("the facet");
    let counts: Vec<_> = country
        .values
        .iter()
        .map(|v| (v.value.as_str(), v.pages, v.chosen))
        .collect();
    assert_eq!(counts, [("DE", 1, false), ("US", 1, true)]);
    let kind = answer
        .facets
        .iter()
        .find(|facet| facet.name == "kind")
        .expect("the facet");
    let counts: Vec<_> = kind
        .values
        .iter()
        .map(|v| (v.label.as_str(), v.pages, v.chosen))
        .collect();
    assert_eq!(counts, [("Network of groups", 1, false)]);
}

#[test]
fn a_hit_shows_the_best_passage_and_other_sections() {
    let answer = library().answer(&question("assembly"));
    let hit = &answer.hits[0];
    assert_eq!(hit.address, "networks/bakery/");
    assert_eq!(hit.kind, "Network of groups");
    assert_eq!(hit.crumbs, ["Networks"]);
    assert_eq!(hit.anchor, "");
    assert_eq!(
        bracketed(&hit.excerpt),
        "The bakery bakes bread at cost. Its members organise in [assemblies]."
    );
    let place = &hit.places[0];
    assert_eq!(place.anchor, "how-it-decides");
    assert_eq!(
        bracketed(&place.excerpt),
        "Every worker has one vote in the [assembly]. The land trust owns the ground."
    );
    let shown = bracketed(&answer.hits[1].excerpt);
    assert!(shown.starts_with("… "), "{shown}");
    assert!(shown.contains("The [assembly] decides."), "{shown}");
    assert_eq!(answer.marks, ["assemblies", "assembly"]);
}

#[test]
fn where_nothing_is_found_there_are_proposals_that_find_something() {
    let mut memory = library();
    let proposed = |memory: &mut Memory, text: &str| {
        let answer = memory.answer(&question(text));
        assert_eq!(answer.total, 0, "{text}");
        for proposal in &answer.proposals {
            let found = memory.answer(&Question {
                filters: proposal.filters.clone(),
                ..question(&proposal.text)
            });
            assert!(found.total > 0, "{proposal:?}");
        }
        let shown =
            |p: &crate::search::answer::Proposal| format!("{} ({}, {})", p.text, p.label, p.pages);
        answer.proposals.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(
        proposed(&mut memory, "vote ships"),
        ["ships (without “vote”, 1)", "vote (without “ships”, 2)"]
    );
    assert_eq!(
        proposed(&mut memory, "ships country:US"),
        ["ships (in any country, 1)"]
    );
    assert_eq!(
        proposed(&mut memory, "gardenification"),
        ["gardeners (with “gardeners”, 1)"]
    );
}

#[test]
fn other_scripts_are_found_by_pairs_of_letters() {
    let mut memory = search(&[
        named("共有地", &[], &[], "みんなの土地"),
        named("Общее дело", &[], &[], "Советы"),
    ]);
    check_in(&mut memory, "共有", &["共有地"]);
    check_in(&mut memory, "共有地", &["共有地"]);
    check_in(&mut memory, "共", &["共有地"]);
    check_in(&mut memory, "土地", &["~共有地"]);
    check_in(&mut memory, "土", &["~共有地"]);
    check_in(&mut memory, "ОБЩЕЕ", &["Общее дело"]);
    check_in(&mut memory, "совты", &["~Общее дело"]);
}

#[test]
fn words_of_one_stem_are_found_across_blocks() {
    let between: Vec<String> = (0..4000).map(|n| format!("drivera{n}")).collect();
    let between = between.join(" ");
    let mut memory = search(&[
        Sketch {
            title: "One",
            text: &[("", "A driver.")],
            ..Sketch::default()
        },
        Sketch {
            title: "Two",
            text: &[("", "Many drivers.")],
            ..Sketch::default()
        },
        Sketch {
            title: "Three",
            text: &[("", &between)],
            ..Sketch::default()
        },
    ]);
    check_in(&mut memory, "driver ", &["~One", "~Two"]);
    check_in(&mut memory, "drivers ", &["~Two", "~One"]);
    check_in(&mut memory, "drivers", &["~Two", "~One"]);
    check_in(&mut memory, "-driver drivera17 ", &["~Three"]);
}

#[test]
fn a_large_site_is_searched_in_both_its_parts() {
    let names: Vec<String> = (0..1100).map(|n| format!("House {n}")).collect();
    let texts: Vec<String> = (0..1100)
        .map(|n| format!("Number{} street{}", n, n % 275))
        .collect();
    let texts: Vec<[(&str, &str); 1]> = texts.iter().map(|text| [("", text.as_str())]).collect();
    let sketches: Vec<Sketch<'_>> = names
        .iter()
        .zip(&texts)
        .map(|(title, text)| Sketch {
            title,
            text,
            ..Sketch::default()
        })
        .collect();
    let mut memory = search(&sketches);
    for n in (0..1100).step_by(60) {
        let by_name = memory.answer(&question(&format!("house {n} ")));
        assert_eq!(titles(&by_name)[0], format!("House {n}"));
        check_in(
            &mut memory,
            &format!("number{n} "),
            &[&format!("~House {n}")],
        );
        let street = memory.answer(&question(&format!("street{} ", n % 275)));
        assert_eq!(street.total, 4, "{n}");
    }
    let answer = memory.answer(&question("kind:concept"));
    assert_eq!(answer.total, 1100);
    let listed: Vec<String> = answer.hits.iter().map(|hit| plain(&hit.title)).collect();
    let mut sorted = names.clone();
    sorted.sort_by_key(|title| title.replace(' ', "").to_lowercase());
    assert_eq!(listed, sorted[..20]);
}
