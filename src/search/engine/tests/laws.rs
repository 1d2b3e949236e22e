//! Laws on small made-up sites, and on damaged ones.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::search::answer::{Answer, Filter, Question, State};
use crate::search::deflate::inflate;
use crate::search::engine::Engine;
use crate::search::format::manifest::HEAD;
use crate::search::index;
use crate::search::memory::Memory;
use crate::search::sample::{Sketch, search, site};

/// Words that share beginnings and stems, and differ by one letter.
const WORDS: [&str; 14] = [
    "land",
    "lands",
    "landed",
    "landing",
    "lend",
    "lending",
    "power",
    "powers",
    "powered",
    "counter-power",
    "people's",
    "common",
    "commons",
    "commune",
];

fn words(most: usize) -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 1..=most).prop_map(|words| words.join(" "))
}

#[derive(Debug, Clone)]
struct Made {
    title: String,
    summary: String,
    heading: String,
    text: String,
    country: &'static str,
}

fn pages() -> impl Strategy<Value = Vec<Made>> {
    let page = (
        words(3),
        words(4),
        words(2),
        words(90),
        select(&["DE", "US", ""][..]),
    );
    let page = page.prop_map(|(title, summary, heading, text, country)| Made {
        title,
        summary,
        heading,
        text,
        country,
    });
    vec(page, 1..9)
}

fn with_sketches<T>(pages: &[Made], run: impl FnOnce(&[Sketch<'_>]) -> T) -> T {
    let texts: Vec<[(&str, &str); 2]> = pages
        .iter()
        .map(|page| [("", page.text.as_str()), (page.heading.as_str(), "land")])
        .collect();
    let sketches: Vec<Sketch<'_>> = pages
        .iter()
        .zip(&texts)
        .map(|(page, text)| Sketch {
            title: &page.title,
            summary: &page.summary,
            country: page.country,
            text,
            ..Sketch::default()
        })
        .collect();
    run(&sketches)
}

fn question(text: &str) -> Question {
    Question {
        text: text.to_owned(),
        most: 50,
        ..Question::default()
    }
}

fn addresses(answer: &Answer) -> BTreeSet<String> {
    answer.hits.iter().map(|hit| hit.address.clone()).collect()
}

fn found(memory: &mut Memory, text: &str) -> BTreeSet<String> {
    let answer = memory.answer(&question(text));
    let found = addresses(&answer);
    assert_eq!(
        found.len(),
        answer.hits.len(),
        "{text}: a page stands twice"
    );
    assert_eq!(found.len(), answer.total as usize, "{text}");
    found
}

/// Answers a question by giving the blocks in an order of one's own, and damages some of them.
fn driven(
    pages: &[Made],
    question: &Question,
    order: &[Index],
    damage: &dyn Fn(usize, Vec<u8>) -> Option<Vec<u8>>,
) -> Vec<Answer> {
    let files = with_sketches(pages, |sketches| index::files(&site(sketches)));
    let file = |name: &str| files.iter().find(|file| file.0 == name).map(|file| &file.1);
    let manifest = file("manifest.bin").expect("a manifest");
    let body = inflate(&manifest[HEAD..]).expect("a stream");
    let mut engine = Engine::new(&[&manifest[..HEAD], &body].concat()).expect("our own manifest");
    let mut answers = Vec::new();
    for step in 0.. {
        let (answer, reads) = engine.ask(question);
        answers.push(answer);
        if reads.is_empty() {
            break;
        }
        assert!(step < 500, "it never ends: {reads:?}");
        let read = &reads[order[step % order.len()].index(reads.len())];
        let start = read.start as usize;
        let bytes = &file(&read.file).expect("a pack")[start..start + read.length as usize];
        let block = damage(step, inflate(bytes).expect("a stream"));
        engine.give(read.block, block.as_deref());
    }
    answers
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 48, ..Default::default() })]

    #[test]
    fn a_beginning_finds_what_the_word_finds(pages in pages(), word in select(&WORDS[..]), length in 3_usize..8) {
        let mut memory = with_sketches(&pages, search);
        let beginning: String = word.chars().take(length).collect();
        let (all, whole) = (found(&mut memory, &beginning), found(&mut memory, word));
        prop_assert!(all.is_superset(&whole), "{beginning} {all:?} {word} {whole:?}");
    }

    #[test]
    fn words_and_filters_only_narrow(pages in pages(), text in words(2), more in select(&WORDS[..])) {
        let mut memory = with_sketches(&pages, search);
        let all = found(&mut memory, &format!("{text} "));
        // A further word can mend nothing here, as all of them are known on a site that has them; if not, skip.
        let country = Filter { facet: "country".to_owned(), value: "DE".to_owned() };
        let filtered = memory.answer(&Question { filters: vec![country.clone()], ..question(&format!("{text} ")) });
        prop_assert!(addresses(&filtered).is_subset(&all));
        let other = Filter { value: "US".to_owned(), ..country };
        let both = memory.answer(&Question { filters: vec![other.clone(), Filter { value: "DE".to_owned(), ..other }], ..question(&format!("{text} ")) });
        prop_assert!(addresses(&filtered).is_subset(&addresses(&both)));
        let narrowed = found(&mut memory, &format!("{text} \"{more}\" "));
        prop_assert!(narrowed.is_subset(&all), "{text} {all:?} {more} {narrowed:?}");
    }

    #[test]
    fn with_and_without_a_word_have_nothing_in_common(pages in pages(), text in words(1), word in select(&WORDS[..])) {
        let mut memory = with_sketches(&pages, search);
        let all = found(&mut memory, &format!("{text} "));
        let without = found(&mut memory, &format!("{text} -{word}"));
        let with = found(&mut memory, &format!("{text} \"{word}\""));
        prop_assert!(without.is_subset(&all));
        prop_assert!(without.is_disjoint(&with), "{text} -{word}: {without:?} {with:?}");
        let without_phrase = found(&mut memory, &format!("{text} -\"{word} land\""));
        let with_phrase = found(&mut memory, &format!("{text} \"{word} land\""));
        let both: BTreeSet<String> = without_phrase.union(&with_phrase).cloned().collect();
        prop_assert!(without_phrase.is_disjoint(&with_phrase));
        prop_assert_eq!(both, all);
    }

    #[test]
    fn the_order_of_blocks_does_not_matter_and_hits_stay_where_they_are(pages in pages(), text in words(3), orders in vec(vec(any::<Index>(), 1..7), 2)) {
        let question = Question { facets: true, ..question(&text) };
        let whole = |_: usize, bytes| Some(bytes);
        let a = driven(&pages, &question, &orders[0], &whole);
        let b = driven(&pages, &question, &orders[1], &whole);
        prop_assert_eq!(a.last(), b.last());
        for pair in a.windows(2) {
            prop_assert!(pair[1].hits.starts_with(&pair[0].hits));
            prop_assert!(pair[0].state == State::Names || pair[1].state != State::Names);
        }
        prop_assert_eq!(a.last().map(|answer| answer.state), Some(State::Complete));
    }

    #[test]
    fn damaged_and_lost_blocks_are_done_without(
        pages in pages(),
        text in words(3),
        order in vec(any::<Index>(), 1..7),
        damage in vec((any::<bool>(), any::<Index>(), any::<u8>()), 1..9),
    ) {
        let spoil = |step: usize, mut bytes: Vec<u8>| {
            let (is_lost, at, to) = &damage[step % damage.len()];
            if *is_lost {
                return None;
            }
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = *to;
            }
            Some(bytes)
        };
        for text in [format!("{text} \"common land\" kind:concept"), text.clone(), text.replace('o', "oo")] {
            let answers = driven(&pages, &Question { facets: true, ..question(&text) }, &order, &spoil);
            let last = answers.last().expect("an answer");
            prop_assert!(matches!(last.state, State::Complete | State::Partial));
        }
    }

    #[test]
    fn hostile_manifests_are_refused_or_asked_in_vain(mut bytes: Vec<u8>, text in words(2), at: Index, to: u8, pages in pages()) {
        let files = with_sketches(&pages, |sketches| index::files(&site(sketches)));
        let manifest = &files.iter().find(|file| file.0 == "manifest.bin").expect("a manifest").1;
        let mut damaged = manifest[..HEAD].to_vec();
        damaged.extend(inflate(&manifest[HEAD..]).expect("a stream"));
        let at = at.index(damaged.len());
        damaged[at] = to;
        bytes.splice(..0, manifest[..HEAD].iter().copied());
        for manifest in [bytes, damaged] {
            let Ok(mut engine) = Engine::new(&manifest) else {
                continue;
            };
            for step in 0..6_u8 {
                let (_, reads) = engine.ask(&question(&text));
                for read in reads {
                    engine.give(read.block, Some(&[step, to, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
                }
            }
        }
    }
}
