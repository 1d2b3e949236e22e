//! Where nothing was found: what to type instead, as far as it can be told without reading more.

use crate::search::answer::{Filter, Proposal};
use crate::search::engine::filters::Filters;
use crate::search::engine::search::Search;
use crate::search::engine::store::Lack;
use crate::search::engine::terms;
use crate::search::engine::texts::Asked;
use crate::search::engine::typed::Typed;
use crate::search::query::{Query, Wanted};

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
    let mut proposals: Vec<Proposal> = Vec::new();
    for (facet, pages) in filters.without_each(found) {
        let query = without_facet(search.query, facet);
        let kept = search
            .question
            .filters
            .iter()
            .filter(|filter| filter.facet != facet);
        proposals.push(Proposal {
            text: text_of(&query),
            label: ["in any ", facet].concat(),
            filters: kept.cloned().collect(),
            pages,
        });
    }
    for (number, word) in words.iter().enumerate().filter(|(_, word)| !word.in_phrase) {
        let mut query = search.query.clone();
        let others: Vec<&Typed> = words
            .iter()
            .filter(|other| other.form != word.form)
            .collect();
        if others.is_empty() {
            break;
        }
        query.words.remove(number);
        let pages = count(search, &others, filters);
        proposals.push(proposal(
            search,
            &query,
            ["without “", &word.form, "”"].concat(),
            pages,
        ));
    }
    for (number, word) in words.iter().enumerate().filter(|(_, word)| !word.in_phrase) {
        let mut lack = Lack::default();
        let Some(known) = terms::neighbour(search.store, &word.form, SHORTEST_SHARED, &mut lack)
        else {
            continue;
        };
        let mut typed = words.to_vec();
        typed[number].correct(vec![known.clone()]);
        let pages = count(search, &typed.iter().collect::<Vec<_>>(), filters);
        let mut query = search.query.clone();
        query.words[number].parts.clear();
        query.words[number].form.clone_from(&known);
        proposals.push(proposal(
            search,
            &query,
            ["with “", &known, "”"].concat(),
            pages,
        ));
    }
    proposals.retain(|proposal| proposal.pages > 0);
    proposals.truncate(MOST);
    proposals
}

fn proposal(search: &Search<'_>, query: &Query, label: String, pages: u32) -> Proposal {
    let filters: &[Filter] = &search.question.filters;
    Proposal {
        text: text_of(query),
        label,
        filters: filters.to_vec(),
        pages,
    }
}

/// How many texts have all words, as far as that is known: phrases are left out, and what must not be there.
fn count(search: &mut Search<'_>, words: &[&Typed], filters: &Filters) -> u32 {
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
    let found = scores
        .iter()
        .enumerate()
        .filter(|(doc, score)| **score > 0 && filters.pass(*doc));
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}

fn without_facet(query: &Query, facet: &str) -> Query {
    let mut query = query.clone();
    query
        .filters
        .retain(|wanted| wanted.facet != facet || wanted.without);
    query
}

/// A query as it could have been typed.
fn text_of(query: &Query) -> String {
    let mut text = String::new();
    for (sign, words) in [("", &query.words), ("-", &query.without)] {
        for word in words {
            let parts = word.parts.join("-");
            let form = if word.parts.len() > 1 {
                &parts
            } else {
                &word.form
            };
            push(&mut text, &[sign, form]);
        }
    }
    for (sign, phrases) in [("", &query.phrases), ("-", &query.without_phrases)] {
        for phrase in phrases {
            let forms: Vec<&str> = phrase.forms.iter().map(|(_, form)| form.as_str()).collect();
            push(&mut text, &[sign, "\"", &forms.join(" "), "\""]);
        }
    }
    for Wanted {
        facet,
        value,
        without,
        ..
    } in &query.filters
    {
        let sign = if *without { "-" } else { "" };
        push(&mut text, &[sign, facet, ":\"", value, "\""]);
    }
    text
}

fn push(text: &mut String, item: &[&str]) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(&item.concat());
}
