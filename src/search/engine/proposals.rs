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
pub(super) fn make(
    search: &mut Search<'_>,
    words: &[Typed],
    filters: &Filters,
    found: &[bool],
) -> Vec<Proposal> {
    let question = search.question;
    let mut proposals = Vec::new();
    let mut put = |text, label, pages, kept: &dyn Fn(&str) -> bool| {
        if pages > 0 && proposals.len() < MOST {
            let filters = question.filters.iter().filter(|filter| kept(&filter.facet));
            proposals.push(Proposal {
                text,
                label,
                filters: filters.cloned().collect(),
                pages,
            });
        }
    };
    for (facet, pages) in filters.without_each(found) {
        let typed = search
            .query
            .filters
            .iter()
            .filter(|f| f.facet == facet && !f.without);
        let mut text = question.text.clone();
        // From the last to the first, so that what stands before keeps its place.
        typed
            .rev()
            .for_each(|filter| text = put_in(&text, &filter.typed, ""));
        put(text, labelled("in any ", facet, ""), pages, &|other| {
            other != facet
        });
    }
    for (word, typed) in search.query.words.iter().zip(words) {
        let others = words
            .iter()
            .zip(&search.query.words)
            .filter(|(_, other)| other.typed != word.typed);
        let others: Vec<Typed> = others.map(|(other, _)| other.clone()).collect();
        let pages = count(search, &others, filters);
        let text = put_in(&question.text, &word.typed, "");
        put(
            text,
            labelled("without “", &typed.form, "”"),
            pages,
            &|_| true,
        );
    }
    for (number, word) in search.query.words.iter().enumerate() {
        let mut lack = Lack::default();
        if let Some(known) = terms::neighbour(search.store, &word.form, SHORTEST_SHARED, &mut lack)
        {
            let mut changed = words.to_vec();
            changed[number].correct(vec![known.clone()]);
            let pages = count(search, &changed, filters);
            let text = put_in(&question.text, &word.typed, &known);
            put(text, labelled("with “", &known, "”"), pages, &|_| true);
        }
    }
    proposals
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
