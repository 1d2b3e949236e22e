//! What a press can make of a question: refuse a correction, take a proposal, drop a filter, choose a value. Each is the
//! new question, with the words that offer it.

use crate::search::answer::{FacetCounts, Filter, Question};
use crate::view::island::search::inquiry::Inquiry;

/// An offer to ask something else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Act {
    /// Words before the button.
    pub before: String,
    /// The words on the button.
    pub words: String,
    /// Words behind it.
    pub after: String,
    /// What a screen reader calls it.
    pub label: String,
    /// What is asked then.
    pub question: Question,
}

/// To search for what was typed only, not for what it was taken for.
pub fn refusals(inquiry: &Inquiry) -> Vec<Act> {
    let corrections = inquiry.answer().corrections.iter();
    corrections
        .map(|correction| {
            let mut question = inquiry.question().clone();
            question.refused.push(correction.typed.clone());
            let words = ["Search only for “", &correction.typed, "”"].concat();
            Act {
                before: ["Also searching ", &correction.used].concat(),
                label: words.clone(),
                words,
                question,
                ..Act::default()
            }
        })
        .collect()
}

/// What finds something where nothing was found.
pub fn proposals(inquiry: &Inquiry) -> Vec<Act> {
    let proposals = inquiry.answer().proposals.iter();
    proposals
        .map(|proposal| {
            let question = Question {
                text: proposal.text.clone(),
                filters: proposal.filters.clone(),
                ..inquiry.question().clone()
            };
            let words = if proposal.text.trim().is_empty() {
                proposal.label.clone()
            } else {
                proposal.text.clone()
            };
            let pages = match proposal.pages {
                1 => "1 page".to_owned(),
                pages => format!("{pages} pages"),
            };
            let after = if words == proposal.label {
                pages
            } else {
                [&proposal.label, ", ", &pages].concat()
            };
            Act {
                label: words.clone(),
                words,
                after,
                question,
                ..Act::default()
            }
        })
        .collect()
}

/// To drop a filter.
pub fn removals(inquiry: &Inquiry) -> Vec<Act> {
    let facets = &inquiry.answer().facets;
    let filters = inquiry.question().filters.iter();
    filters
        .map(|filter| {
            let words = name(filter, facets);
            Act {
                label: ["Remove filter ", &words].concat(),
                words,
                question: toggled(inquiry.question(), &filter.facet, &filter.value),
                ..Act::default()
            }
        })
        .collect()
}

/// A filter as people read it, as far as the answer knows it.
fn name(filter: &Filter, facets: &[FacetCounts]) -> String {
    let facet = facets.iter().find(|facet| facet.name == filter.facet);
    let value = facet.and_then(|facet| facet.values.iter().find(|v| v.value == filter.value));
    let facet = facet.map_or(&filter.facet, |facet| &facet.label);
    let value = value.map_or(&filter.value, |value| &value.label);
    [facet, ": ", value].concat()
}

/// The question with a value of a facet, or without it where it was chosen.
pub fn toggled(question: &Question, facet: &str, value: &str) -> Question {
    let mut question = question.clone();
    let before = question.filters.len();
    question
        .filters
        .retain(|filter| filter.facet != facet || filter.value != value);
    if question.filters.len() == before {
        question.filters.push(Filter {
            facet: facet.to_owned(),
            value: value.to_owned(),
        });
    }
    question
}

#[cfg(test)]
mod tests {
    use super::{proposals, refusals, removals, toggled};
    use crate::search::answer::{
        Answer, Correction, FacetCounts, Filter, Proposal, Question, ValueCount,
    };
    use crate::view::island::search::inquiry::Inquiry;

    fn filter(facet: &str, value: &str) -> Filter {
        Filter {
            facet: facet.to_owned(),
            value: value.to_owned(),
        }
    }

    fn asked(filters: &[Filter], answer: &Answer) -> Inquiry {
        let question = Question {
            text: "coperative".to_owned(),
            filters: filters.to_vec(),
            ..Question::default()
        };
        let mut inquiry = Inquiry::new(String::new(), Question::default());
        let ticket = inquiry.ask(question);
        inquiry.hear(ticket, Some(&answer.encode()));
        inquiry
    }

    #[test]
    fn a_correction_can_be_refused() {
        let answer = Answer {
            corrections: vec![Correction {
                typed: "coperative".to_owned(),
                used: "cooperative".to_owned(),
            }],
            ..Answer::default()
        };
        let act = &refusals(&asked(&[], &answer))[0];
        assert_eq!(act.before, "Also searching cooperative");
        assert_eq!(act.words, "Search only for “coperative”");
        assert_eq!(act.question.refused, ["coperative"]);
    }

    #[test]
    fn a_proposal_is_a_question_with_its_filters() {
        let answer = Answer {
            proposals: vec![
                Proposal {
                    text: "cooperative".to_owned(),
                    label: "a word that is here".to_owned(),
                    filters: vec![filter("kind", "tool")],
                    pages: 1,
                },
                Proposal {
                    label: "in all countries".to_owned(),
                    pages: 7,
                    ..Proposal::default()
                },
            ],
            ..Answer::default()
        };
        let acts = proposals(&asked(&[filter("country", "US")], &answer));
        let words = |index: usize| (acts[index].words.as_str(), acts[index].after.as_str());
        assert_eq!(words(0), ("cooperative", "a word that is here, 1 page"));
        assert_eq!(acts[0].question.filters, [filter("kind", "tool")]);
        assert_eq!(words(1), ("in all countries", "7 pages"));
    }

    #[test]
    fn a_filter_in_use_is_named_as_people_read_it() {
        let answer = Answer {
            facets: vec![FacetCounts {
                name: "country".to_owned(),
                label: "Country".to_owned(),
                values: vec![ValueCount {
                    value: "US".to_owned(),
                    label: "United States".to_owned(),
                    ..ValueCount::default()
                }],
            }],
            ..Answer::default()
        };
        let acts = removals(&asked(
            &[filter("country", "US"), filter("tag", "x")],
            &answer,
        ));
        assert_eq!(acts[0].label, "Remove filter Country: United States");
        assert_eq!(acts[0].question.filters, [filter("tag", "x")]);
        assert_eq!(acts[1].words, "tag: x");
    }

    #[test]
    fn choosing_twice_is_not_choosing() {
        let one = toggled(&Question::default(), "kind", "tool");
        assert_eq!(one.filters, [filter("kind", "tool")]);
        assert_eq!(toggled(&one, "kind", "tool"), Question::default());
    }
}
