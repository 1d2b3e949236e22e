//! `synonyms.toml`: words that people type, and the entries they mean. They join the entries' own `synonyms`.
//!
//! One line is one word or phrase: `"food bank" = ["mutual-aid", "food-not-bombs"]`.

use std::collections::{BTreeMap, HashMap};

use crate::compile::names::stem;
use crate::compile::toml_file::{self, Spanned};
use crate::compile::{Parsed, nearest};
use crate::model::problem::link::LinkFact;
use crate::model::problem::settings::SettingsFact;
use crate::model::problem::{Place, Problem};
use crate::model::site::Front;
use crate::model::source::Source;

/// The file's name, below the content folder.
pub const FILE: &str = "synonyms.toml";

type Written = BTreeMap<String, Vec<Spanned<String>>>;

/// Adds the words of the file to the entries that they mean; an id that no entry has becomes a problem.
pub(crate) fn add(file: &Source, notes: &mut [Parsed], problems: &mut Vec<Problem>) {
    let written: Written =
        toml_file::read(file, |reason| SettingsFact::Synonyms { reason }, problems);
    let ids: HashMap<String, usize> = notes
        .iter()
        .enumerate()
        .filter(|(_, note)| matches!(note.head.front, Front::Entry(_)))
        .map(|(index, note)| (stem(&note.path).to_owned(), index))
        .collect();
    for (words, meant) in written {
        for id in meant {
            let front = ids
                .get(id.get_ref())
                .map(|&index| &mut notes[index].head.front);
            if let Some(Front::Entry(entry)) = front {
                if !entry.synonyms.contains(&words) {
                    entry.synonyms.push(words.clone());
                }
            } else {
                let mut known: Vec<&str> = ids.keys().map(String::as_str).collect();
                known.sort_unstable();
                let nearest = nearest::nearest(id.get_ref(), known).map(str::to_owned);
                let place = Place::new(&file.path, id.span());
                let target = id.into_inner();
                problems.push(place.problem(LinkFact::BrokenSynonym { target, nearest }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, add};
    use crate::compile::names::tests::note;
    use crate::model::entry::Entry;
    use crate::model::problem::Explain;
    use crate::model::site::Front;
    use crate::model::source::Source;

    fn check(text: &str, synonyms: &[&str], expect: &[&str]) {
        let mut entry = note("practices/mutual-aid.md", "Mutual aid", &[]);
        entry.head.front = Front::Entry(Box::new(Entry {
            synonyms: vec!["entraide".to_owned()],
            ..Entry::default()
        }));
        let mut notes = [entry, note("about.md", "About", &[])];
        let file = Source {
            path: FILE.into(),
            bytes: text.into(),
        };
        let mut problems = Vec::new();
        add(&file, &mut notes, &mut problems);
        let Front::Entry(entry) = &notes[0].head.front else {
            unreachable!("it was made an entry above")
        };
        assert_eq!(entry.synonyms, synonyms);
        let shown = problems.iter().map(|problem| {
            let span = problem.place.span;
            let place = &text[span.start..span.end];
            format!(
                "{} at {place}: {}",
                problem.fact.code(),
                problem.fact.help()
            )
        });
        assert_eq!(shown.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn words_join_the_entry_that_they_mean() {
        check(
            "\"food bank\" = ['mutual-aid']\nentraide = ['mutual-aid']\n",
            &["entraide", "food bank"],
            &[],
        );
    }

    #[test]
    fn an_id_that_no_entry_has_is_said_with_the_nearest() {
        check(
            "solidarity = ['mutal-aid', 'about']\n",
            &["entraide"],
            &[
                "broken-synonym at 'mutal-aid': write `mutual-aid`",
                "broken-synonym at 'about': write the id of an entry",
            ],
        );
    }

    #[test]
    fn what_is_no_table_of_words_is_said_so() {
        check(
            "solidarity = 'mutual-aid'\n",
            &["entraide"],
            &[
                "bad-synonyms at 'mutual-aid': write lines such as `\"food bank\" = [\"mutual-aid\"]`",
            ],
        );
    }
}
