//! The best passage of a text and the best of its other sections, cut out around what was found.

use std::rc::Rc;

use crate::search::answer::{Piece, Place};
use crate::search::engine::marks::Marked;
use crate::search::engine::terms::Spread;
use crate::search::format::texts::Text;
use crate::search::words;

/// About so many words are shown of a passage: two lines.
const WINDOW: usize = 30;

/// How many other sections a hit shows; more would push the next hit out of sight.
const MOST_PLACES: usize = 3;

/// A passage that holds what was asked for.
struct Found<'a> {
    section: usize,
    text: &'a str,
    /// How many asked words it and its heading hold, and how often.
    score: (u32, usize),
    /// The bytes to show.
    window: std::ops::Range<usize>,
}

/// The best passages of the sections that hold anything, best first, each as its section is shown.
pub(super) fn places(text: &Text, sought: &[Rc<Spread>], doc: usize) -> Vec<Place> {
    let holding = sought
        .iter()
        .fold(0, |all, word| all | word.cell(doc).passages);
    let mut best: Vec<Found<'_>> = Vec::new();
    let mut number = 0;
    for (section, passages) in text.sections.iter().enumerate() {
        let mut in_section: Option<Found<'_>> = None;
        for (index, passage) in passages.passages.iter().enumerate() {
            if holding.rotate_right(number) & 1 == 1 {
                let heading = if index == 0 {
                    passages.heading.as_str()
                } else {
                    ""
                };
                let found = look_at(section, passage, heading, sought);
                if found.score.0 > 0
                    && in_section
                        .as_ref()
                        .is_none_or(|best| best.score < found.score)
                {
                    in_section = Some(found);
                }
            }
            number += 1;
        }
        if let Some(found) = in_section {
            let at = best.partition_point(|known| known.score >= found.score);
            best.insert(at, found);
        }
    }
    best.truncate(MOST_PLACES + 1);
    let sections = best.into_iter().filter_map(|found| {
        let section = text.sections.get(found.section)?;
        Some(Place {
            anchor: section.anchor.clone(),
            heading: Marked::new(&section.heading).words(sought).pieces(),
            excerpt: cut(&found, sought),
        })
    });
    sections.collect()
}

/// How well a passage fits, and which words of it to show.
fn look_at<'a>(section: usize, text: &'a str, heading: &str, sought: &[Rc<Spread>]) -> Found<'a> {
    let mut starts: Vec<usize> = Vec::new();
    let mut matches: Vec<(usize, u32)> = Vec::new();
    words::each(text, &mut |form| {
        let place = usize::try_from(form.place).unwrap_or(0);
        while starts.len() <= place {
            starts.push(form.range.start);
        }
        matches.extend(asked(form.letters, sought).map(|words| (place, words)));
    });
    let mut in_heading = 0;
    words::each(heading, &mut |form| {
        in_heading |= asked(form.letters, sought).unwrap_or(0);
    });
    let all = matches
        .iter()
        .fold(in_heading, |all, (_, words)| all | words);
    Found {
        section,
        text,
        score: (all.count_ones(), matches.len()),
        window: window(text, &starts, &matches),
    }
}

/// Which asked words a form is, as bits.
fn asked(form: &str, sought: &[Rc<Spread>]) -> Option<u32> {
    let mut words = 0;
    for (number, word) in sought.iter().enumerate() {
        words |= u32::from(word.holds(form)) << (number & 31);
    }
    (words != 0).then_some(words)
}

/// The bytes around the densest matches.
fn window(text: &str, starts: &[usize], matches: &[(usize, u32)]) -> std::ops::Range<usize> {
    let mut best = (0, 0, 0, 0);
    for (index, (first, _)) in matches.iter().enumerate() {
        let (mut words, mut count, mut last) = (0_u32, 0, *first);
        for (place, asked) in matches.iter().skip(index) {
            if *place < first + WINDOW {
                words |= asked;
                count += 1;
                last = *place;
            }
        }
        if (words.count_ones(), count) > (best.0, best.1) {
            best = (words.count_ones(), count, *first, last);
        }
    }
    let (_, _, first, last) = best;
    let spare = WINDOW.saturating_sub(last - first + 1);
    let latest = starts.len().saturating_sub(WINDOW);
    let start = first.saturating_sub(spare / 2).min(latest);
    let end = starts.get(start + WINDOW).copied().unwrap_or(text.len());
    starts
        .get(start)
        .copied()
        .filter(|_| start > 0)
        .unwrap_or(0)..end
}

/// What is shown of a passage: ellipses where it goes on.
fn cut(found: &Found<'_>, sought: &[Rc<Spread>]) -> Vec<Piece> {
    let plain = |text: &str| Piece {
        text: text.to_owned(),
        marked: false,
    };
    let marked = Marked::new(found.text).words(sought);
    let mut pieces = Vec::new();
    if found.window.start > 0 {
        pieces.push(plain("… "));
    }
    let shown = found.text.get(found.window.clone()).unwrap_or_default();
    let end = found.window.start + shown.trim_end().len();
    marked.push(found.window.start..end, &mut pieces);
    if found.window.end < found.text.len() {
        pieces.push(plain(" …"));
    }
    pieces
}
