//! Where nothing was found: what to type instead, as far as it can be told without reading more.

use std::ops::Range;

use crate::search::answer::Proposal;
use crate::search::engine::filters::Filters;
use crate::search::engine::search::Search;
use crate::search::engine::store::Lack;
use crate::search::engine::terms;
use crate::search::engine::texts::Asked;
use crate::search::engine::typed::Typed;

/// More would be read by nobody.
const MOST: usize = 5;

/// A known word is proposed where it shares so many letters with the beginning of the typed one.
const SHORTEST_SHARED: usize = 4;

/// Without a facet's values, without a word, with a known word in the place of another.
///
/// `words` are first those of the query, one by one, and then those of its phrases.
pub(super) fn make(
    search: &mut Search<'_>,
    words: &[Typed],
    filters: &Filters,
    found: &[bool],
) -> Vec<Proposal> {
    let mut proposals = without_facets(search, filters, found);
    proposals.extend(without_words(search, words, filters));
    proposals.extend(with_neighbours(search, words, filters));
    proposals.retain(|proposal| proposal.pages > 0);
    proposals.truncate(MOST);
    proposals
}

fn without_facets(search: &Search<'_>, filters: &Filters, found: &[bool]) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (facet, pages) in filters.without_each(found) {
        let typed = search.query.filters.iter();
        let typed = typed.filter(|filter| filter.facet == facet && !filter.without);
        let mut text = search.question.text.clone();
        // From the last to the first, so that what stands before keeps its place.
        typed
            .rev()
            .for_each(|filter| text = put_in(&text, &filter.typed, ""));
        let mut filters = search.question.filters.clone();
        filters.retain(|filter| filter.facet != facet);
        proposals.push(Proposal {
            text,
            label: labelled("in any ", facet, ""),
            filters,
            pages,
        });
    }
    proposals
}

fn without_words(search: &mut Search<'_>, words: &[Typed], filters: &Filters) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for number in 0..search.query.words.len() {
        let at = search.query.words[number].typed.clone();
        let others = words.iter().zip(&search.query.words);
        let others = others.filter(|(_, other)| other.typed != at);
        let others: Vec<Typed> = others.map(|(other, _)| other.clone()).collect();
        let pages = count(search, &others, filters);
        let label = labelled("without “", &words[number].form, "”");
        proposals.push(proposal(search, &at, "", (label, pages)));
    }
    proposals
}

fn with_neighbours(search: &mut Search<'_>, words: &[Typed], filters: &Filters) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for number in 0..search.query.words.len() {
        let word = &search.query.words[number];
        let at = word.typed.clone();
        let mut lack = Lack::default();
        let known = terms::neighbour(search.store, &word.form, SHORTEST_SHARED, &mut lack);
        if let Some(known) = known {
            let mut changed = words.to_vec();
            changed[number].correct(vec![known.clone()]);
            let pages = count(search, &changed, filters);
            let label = labelled("with “", &known, "”");
            proposals.push(proposal(search, &at, &known, (label, pages)));
        }
    }
    proposals
}

/// The question with other words at one place.
fn proposal(
    search: &Search<'_>,
    at: &Range<usize>,
    words: &str,
    (label, pages): (String, u32),
) -> Proposal {
    let question = search.question;
    Proposal {
        text: put_in(&question.text, at, words),
        label,
        filters: question.filters.clone(),
        pages,
    }
}

/// A text with other words in the place of some bytes.
fn put_in(text: &str, at: &Range<usize>, words: &str) -> String {
    let mut out = text.get(..at.start).unwrap_or_default().to_owned();
    out.push_str(words);
    let rest = text.get(at.end..).unwrap_or_default();
    out.push_str(if words.is_empty() {
        rest.trim_ascii_start()
    } else {
        rest
    });
    out.truncate(out.trim_ascii_end().len());
    out
}

fn labelled(before: &str, name: &str, behind: &str) -> String {
    let mut label = before.to_owned();
    label.push_str(name);
    label.push_str(behind);
    label
}

/// How many texts have all words, as far as that is known: phrases are left out, and what must not be there.
fn count(search: &mut Search<'_>, words: &[Typed], filters: &Filters) -> u32 {
    let mut asked = Asked::default();
    for word in words {
        let mut lack = Lack::default();
        let wanted = word.wanted.as_ref();
        let spread = wanted.and_then(|wanted| search.spreads.get(search.store, wanted, &mut lack));
        match spread {
            Some(spread) => asked.words.push(spread),
            None => return 0,
        }
    }
    let scores = asked.scores(search.store.len());
    let found = scores.iter().enumerate();
    let found = found.filter(|(doc, score)| **score > 0 && filters.pass(*doc));
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}
