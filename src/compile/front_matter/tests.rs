//! The head of a file as a whole: what is read, what is refused, and that nothing stops the reader.

use proptest::prelude::{ProptestConfig, any, prop_oneof, proptest};
use proptest::strategy::Strategy;

use crate::compile::check::testing::{self, settings};
use crate::compile::front_matter::{Head, read};
use crate::model::choice::List;
use crate::model::entry::{Entry, Precision, RelationObject};
use crate::model::problem::{Explain, Problem, Severity};
use crate::model::site::{Front, Note};

fn head(file: &str, text: &str) -> (Head, Vec<Problem>) {
    let mut problems = Vec::new();
    let head = read(file, text, &settings(), &mut problems);
    (head, problems)
}

fn entry(text: &str) -> Entry {
    let (head, problems) = head("a.md", text);
    assert_eq!(problems, [], "{text}");
    match head.front {
        Front::Entry(entry) => *entry,
        Front::Note(note) => panic!("a note: {note:?}"),
    }
}

fn note(file: &str, text: &str) -> (Head, Note) {
    let (head, problems) = head(file, text);
    assert_eq!(problems, [], "{text}");
    match head.front.clone() {
        Front::Note(note) => (head, note),
        Front::Entry(entry) => panic!("an entry: {entry:?}"),
    }
}

/// Every field of the schema once.
const WHOLE: &str = "\
---
title: Cooperation Example
kind: network
summary: >
  One sentence
  on two lines.
sources:
  - { title: About page, url: https://example.org/about, accessed: 2026-07-01, archived_url: https://archive.example/a }
verified: 2026-07-01
status: active
domain: traditional
url: HTTPS://example.org
aliases: [CoopEx]
synonyms: people-also-say words
same_as: [https://www.wikidata.org/wiki/Q1]
image: { src: img/x.svg, alt: \"\", license: CC-BY-4.0, credit: \"\" }
lang: en
redirect_from: [old-id]
distinct_from: [other-id]
approach: counter-institution
sector: [food, land]
scale: local
governance: [assembly, consensus]
legal_form: worker-coop
tags: ['#free words', 2014]
founded: 2014-05-01
ended: 2020
status_note: Restructured in 2023.
place: Jackson
region: Mississippi
country: US
area_served: [US, Gulf Coast]
location_precision: city
geo: { lat: 32.3, lon: -90.18 }
location_consent: true
at_risk: false
links: [{ rel: source-code, url: https://example.org/code }]
feed: https://example.org/feed.xml
contact_form: https://example.org/contact
email: hello@example.org
contact_consent: true
offers: [{ title: Tool library, type: good, terms: lend, details_url: https://example.org/t, expires: 2027-01-01 }]
seeks: { title: Translators, type: service }
added: 2026-06-01
updated: 2026-07-01
verified_by: handle
verify_every: 100
confidence: high
disputed:
  - { claim: founding date, note: Two sources differ., sources: [1, 2] }
relations:
  - { type: member-of, to: some-federation, since: 2019, until: 2024, note: \"\", source: 1 }
  - { type: alternative-to, ext: \"Plain name\" }
---
Prose.
";

#[test]
fn every_field_of_the_schema_is_read() {
    let entry = entry(WHOLE);
    assert_eq!(entry.summary, "One sentence on two lines.");
    assert_eq!(
        entry.url.map(|url| url.to_string()),
        Some("https://example.org".into())
    );
    assert_eq!(entry.synonyms, ["people-also-say words"]);
    assert_eq!(entry.location_precision, Precision::City);
    assert_eq!(entry.seeks[0].title, "Translators");
    assert_eq!(entry.verify_every, Some(100));
    assert_eq!(entry.disputed[0].sources, [1, 2]);
    assert_eq!(entry.relations[0].note, None);
    assert_eq!(
        entry.relations[1].to,
        RelationObject::Outside("Plain name".into())
    );
    assert_eq!(entry.area_served, ["US", "Gulf Coast"]);
    let (head, _) = head("a.md", WHOLE);
    assert_eq!(
        (head.title.as_str(), head.language.as_deref()),
        ("Cooperation Example", Some("en"))
    );
    assert_eq!(
        (head.aliases, head.tags),
        (
            vec!["CoopEx".into()],
            vec!["free words".into(), "2014".into()]
        )
    );
    assert_eq!(
        (head.redirect_from, head.published),
        (vec!["old-id".into()], true)
    );
    assert_eq!(&WHOLE[head.body], "Prose.\n");
    assert_eq!(&WHOLE[head.fields.span("relations.0.since")], "2019");
    assert_eq!(&WHOLE[head.fields.span("sources.0.accessed")], "2026-07-01");
    assert_eq!(&WHOLE[head.fields.span("never")], "---");
}

#[test]
fn the_table_names_every_field_that_is_read() {
    // `Record`'s takers say in debug builds when the table gives a field another shape.
    for kind in settings().lists.of(List::Kind) {
        let text = WHOLE.replace("kind: network", &format!("kind: {}", kind.value));
        let _ = head("a.md", &text);
    }
}

#[test]
fn a_vault_note_is_read_under_the_names_of_vaults() {
    let text = "---\ntags: one, two\nalias: Other\ndate: 2024-05-01T10:00:00\nlastmod: 2025-01-02 03:04\ndescription: D\npermalink: /old/\nlang: pt-BR\nkind:\n---\nText";
    let (_, problems) = head("Some Note.md", text);
    assert!(
        problems
            .iter()
            .any(|problem| problem.fact.code() == "missing-field"),
        "an empty kind is asked for"
    );
    let (head, front) = note("Some Note.md", &text.replace("kind:\n", "cssclasses: x\n"));
    assert_eq!(head.title, "Some Note");
    assert_eq!(
        (head.tags, head.aliases),
        (vec!["one".into(), "two".into()], vec!["Other".into()])
    );
    assert_eq!(
        front.created.map(|day| day.to_string()),
        Some("2024-05-01".into())
    );
    assert_eq!(
        front.modified.map(|day| day.to_string()),
        Some("2025-01-02".into())
    );
    assert_eq!(head.redirect_from, ["/old/"]);
}

#[test]
fn a_file_without_title_is_called_by_its_name() {
    let title = |file| note(file, "Text").0.title;
    assert_eq!(title("a/Mutual aid.md"), "Mutual aid");
    assert_eq!(title("a/solidarity-economy/index.md"), "Solidarity economy");
    assert_eq!(title("index.md"), "Home");
    assert_eq!(
        note("a.md", "---\nkind: note\ntitle: Plain\n---\n").0.title,
        "Plain"
    );
}

#[test]
fn what_is_not_for_the_public_is_never_published() {
    let published = |fields: &str| head("a.md", &format!("---\n{fields}\n---\n")).0.published;
    for fields in [
        "title: a",
        "draft: false",
        "publish: true",
        "draft:",
        "publish: \"true\"",
        "draft: no",
    ] {
        assert!(published(fields), "{fields}");
    }
    for fields in [
        "draft: true",
        "publish: false",
        "draft: \"True\"",
        "publish: no",
        "draft: perhaps",
        "draft: [true]",
        "publish: true\ndraft: maybe",
        "a: b: c\ndraft: true",
        "title: \"open\ndraft: true",
        "draft: a: b",
    ] {
        assert!(!published(fields), "{fields}");
    }
}

#[test]
fn wrong_values_in_a_note_are_warned_of_only() {
    testing::check(
        &[
            "not-a-date",
            "wrong-type",
            "not-true-or-false",
            "duplicate-key",
            "yaml-syntax",
        ],
        "\
//- a.md
---
title: [a]
       ^^^ warning[wrong-type]: `title` should be text, not a list
date: last May
      ^^^^^^^^ warning[not-a-date]: `last May` is not a day of the calendar
tags: x
tags: y
^^^^ warning[duplicate-key]: `tags` stands here a second time
publish: true
description: a: b
              ^ warning[yaml-syntax]: `:` inside a value that has no quotes
---
",
    );
}

#[test]
fn every_wrong_value_of_an_entry_is_found_in_one_pass() {
    testing::check(
        &[
            "wrong-type",
            "not-a-date",
            "not-a-partial-date",
            "not-true-or-false",
            "not-a-country",
            "not-a-language",
            "not-an-email",
            "not-a-number",
            "two-objects",
            "duplicate-key",
            "yaml-syntax",
        ],
        "\
//- a.md
---
title: [Ä, B]
       ^^^^^^ error[wrong-type]: `title` should be text, not a list
kind: organization
summary: { a: b }
         ^^^^^^^^ error[wrong-type]: `summary` should be text, not a group of fields
sources: one, two
         ^^^^^^^^ error[wrong-type]: `sources` should be a group such as `{ title: …, url: … }`, not text
verified: 2026-02-30
          ^^^^^^^^^^ error[not-a-date]: `2026-02-30` is not a day of the calendar
founded: c. 2014
         ^^^^^^^ error[not-a-partial-date]: `c. 2014` is not a date
at_risk: no
         ^^ error[not-true-or-false]: `no` is neither `true` nor `false`
country: Mexico
         ^^^^^^ error[not-a-country]: `Mexico` is not a country code
area_served: [MX, uk]
                  ^^ error[not-a-country]: `uk` is not a country code
lang: english
      ^^^^^^^ error[not-a-language]: `english` is not a language tag
email: hello at example
       ^^^^^^^^^^^^^^^^ error[not-an-email]: `hello at example` is not an email address
verify_every: -5
              ^^ error[not-a-number]: `-5` is not a whole number from 1
geo: { lat: 91, lon: x }
            ^^ error[not-a-number]: `91` is not a number from -90 to 90
                     ^ error[not-a-number]: `x` is not a number from -180 to 180
place: \"Jackson
       ^ error[yaml-syntax]: the `\"` here never closes
place: Jackson
relations:
  - { type: related, to: b, ext: C }
                                 ^ error[two-objects]: a relation leads to one thing, this one to two
  - related
    ^^^^^^^ error[wrong-type]: `relations` should be a group such as `{ type: …, to: … }`, not text
title: C
^^^^^ error[duplicate-key]: `title` stands here a second time
---
",
    );
}

#[test]
fn front_matter_that_never_closes_is_a_problem_of_its_own() {
    testing::check(
        &["unterminated-front-matter", "unknown-key", "no-fields"],
        "\
//- a.md
---
^^^ error[unterminated-front-matter]: the front matter that opens here is never closed
title: A
kind: concept
colour: red
^^^^^^ error[unknown-key]: this entry has no field `colour`

Prose: with a colon.
//- b.md
---

A rule between paragraphs opens nothing.
//- c.md
---
Only words
^^^^^^^^^^ warning[no-fields]: the front matter holds no fields
---
",
    );
}

#[test]
fn an_unsound_relation_leaves_the_others_their_places() {
    let text = "---\ntitle: A\nkind: concept\nrelations:\n  - { type: nope, to: b }\n  - { type: related, to: c }\n---\n";
    let (head, _) = head("a.md", text);
    assert_eq!(&text[head.fields.span("relations.0.to")], "c");
}

#[test]
fn every_problem_has_words_a_code_and_a_remedy() {
    let texts = [
        "---\nkind: concpt\ntitle: &a x\nb: *a\n? [c]\n: d\nurl: x\nemail: x\n---\n",
        "---\nkind: tool\na: [[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]\nb: \"\\u202E\"\n...\nc: 1\n---\n",
        "---\n\tkind: tool\n@b: c\n---\n",
    ];
    for problem in texts.iter().flat_map(|text| head("a.md", text).1) {
        let (words, help) = (problem.fact.to_string(), problem.fact.help());
        assert!(
            !words.ends_with('.') && !help.ends_with('.'),
            "{words} / {help}"
        );
        assert!(
            !help.is_empty() && !help.starts_with(char::is_uppercase),
            "{help}"
        );
        let code = problem.fact.code();
        assert!(
            code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
            "{code}"
        );
    }
}

#[test]
fn a_tower_of_slips_is_read_in_linear_time() {
    let text = format!("---\nkind: concept\n{}---\n", "a: \"open\n".repeat(20_000));
    let (_, problems) = head("a.md", &text);
    assert!(problems.len() < 100);
    let text = format!("---\nkind: concept\n{}\n---\n", "[".repeat(200_000));
    let _ = head("a.md", &text);
}

/// Pieces of which front matter is made, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "---\n",
            "kind: tool\n",
            "kind: note\n",
            "title: ",
            "relations:\n",
            "  - ",
            "{ type: related, to: ",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ": ",
            "\n",
            "|\n",
            ">\n",
            "\t",
            "&a ",
            "*a",
            "!t ",
            "#",
            "é",
            "日本",
            "2026-01-01",
            "? ",
            "...\n",
            "draft: ",
            "\\",
            "sources: ",
            "%YAML 1.2\n",
            ",",
            "geo: ",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_stops_the_reader_and_spans_lie_on_characters(text in pieces(), opened in any::<bool>()) {
        let text = if opened { format!("---\n{text}") } else { text };
        let (head, problems) = head("a.md", &text);
        assert!(text.get(head.body.clone()).is_some());
        for problem in &problems {
            let span = problem.place.span;
            assert!(text.get(span.start..span.end).is_some(), "{problem:?}");
            let _ = (problem.fact.to_string(), problem.fact.help());
        }
        for path in ["title", "relations.0.to", "sources.1", "geo.lat"] {
            assert!(text.get(head.fields.span(path)).is_some());
        }
        let errors = problems.iter().any(|problem| problem.fact.severity() == Severity::Error);
        assert!(!errors || text.starts_with("---"));
    }
}
