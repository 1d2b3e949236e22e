//! Titles, other names and summaries, from the catalog: fetched once, when the first question is asked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::search::catalog::decode;
use crate::search::titles::{Hit, Titles};
use crate::view::island::search::source::{Answer, Reply, Shown, Source, pieces};
use crate::view::island::world::World;

/// How many hits are shown: more than anyone reads; each costs the browser layout at every key.
const SHOWN: usize = 30;

/// The titles as a source.
#[derive(Clone)]
pub struct TitleSource {
    world: &'static dyn World,
    catalog: Arc<str>,
    root: Arc<str>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    catalog: Catalog,
    /// The newest question; a newer one takes its place, so that a fast typist never waits for old answers.
    question: Option<(String, Reply)>,
}

#[derive(Default)]
enum Catalog {
    #[default]
    Absent,
    Coming,
    Here(Box<Titles>),
}

impl TitleSource {
    /// Titles from the catalog at `catalog`; their pages' addresses count from `root`.
    pub fn new(world: &'static dyn World, catalog: &str, root: &str) -> TitleSource {
        TitleSource {
            world,
            catalog: catalog.into(),
            root: root.into(),
            state: Arc::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Fetches the catalog.
    fn load(&self) {
        self.state().catalog = Catalog::Coming;
        let source = self.clone();
        let then = move |text: Option<String>| {
            let rows = text.and_then(|text| decode(&text).ok());
            source.state().catalog = match rows {
                Some(rows) => Catalog::Here(Box::new(Titles::new(rows))),
                None => Catalog::Absent,
            };
            source.reply();
        };
        self.world.read(&self.catalog, Box::new(then));
    }

    /// Answers the newest question, if nobody has yet.
    fn reply(&self) {
        let mut state = self.state();
        let Some((query, reply)) = state.question.take() else {
            return;
        };
        let answer = match &state.catalog {
            Catalog::Absent => Answer::Failed,
            Catalog::Coming => Answer::Loading,
            Catalog::Here(titles) => find(titles, &query, &self.root),
        };
        drop(state);
        reply(answer);
    }
}

impl Source for TitleSource {
    fn ask(&self, query: &str, reply: Reply) {
        let mut state = self.state();
        state.question = Some((query.to_owned(), Arc::clone(&reply)));
        let (absent, here) = match state.catalog {
            Catalog::Absent => (true, false),
            Catalog::Coming => (false, false),
            Catalog::Here(_) => (false, true),
        };
        drop(state);
        if here {
            // Not before the key that was pressed is seen in the field.
            let source = self.clone();
            return self.world.after(0, Box::new(move |()| source.reply()));
        }
        reply(Answer::Loading);
        if absent {
            self.load();
        }
    }
}

fn find(titles: &Titles, query: &str, root: &str) -> Answer {
    let found = titles.search(query, SHOWN);
    let shown = found.best.iter().map(|hit| show(titles, hit, root));
    Answer::Found(shown.collect(), found.total)
}

fn show(titles: &Titles, hit: &Hit, root: &str) -> Shown {
    let row = &titles.rows()[hit.row];
    let other = hit.other_name.as_ref();
    Shown {
        href: format!("{root}{}", row.address),
        kind: row.kind.clone(),
        approach: row.approach.clone(),
        title: pieces(&row.title, &hit.title),
        other_name: other
            .map(|(name, marks)| pieces(name, marks))
            .unwrap_or_default(),
        summary: pieces(&row.summary, &hit.summary),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::{Source, TitleSource};
    use crate::view::island::search::source::Answer;
    use crate::view::island::world::tests::Script;

    fn ask(source: &TitleSource, query: &str, heard: &Arc<Mutex<Vec<String>>>) {
        let (heard, query_then) = (Arc::clone(heard), query.to_owned());
        let reply = move |answer| {
            let said = match answer {
                Answer::Loading => format!("{query_then}: loading"),
                Answer::Failed => format!("{query_then}: failed"),
                Answer::Found(hits, total) => {
                    let hrefs: Vec<String> = hits.into_iter().map(|hit| hit.href).collect();
                    format!("{query_then}: {total} {}", hrefs.join(" "))
                }
            };
            heard.lock().unwrap().push(said);
        };
        source.ask(query, Arc::new(reply));
    }

    const CATALOG: &str =
        "commons-catalog 1\nc/dao/\tDAO\t\t\t\t\t\nc/commons/\tCommons\t\t\t\t\t\n";

    fn check(steps: &[&str], expect: &[&str]) {
        let script: &'static Script = Script::leaked();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let source = TitleSource::new(script, "../data/catalog.txt", "../");
        for step in steps {
            match *step {
                "(fetched)" => script.answer_read(Some(CATALOG)),
                "(broken)" => script.answer_read(Some("<!doctype html>")),
                "(offline)" => script.answer_read(None),
                "(pause)" => script.run_timers(),
                query => ask(&source, query, &heard),
            }
        }
        assert_eq!(*heard.lock().unwrap(), expect);
    }

    #[test]
    fn the_catalog_is_fetched_once_and_then_answers() {
        check(
            &["d", "(fetched)", "co", "(pause)"],
            &["d: loading", "d: 1 ../c/dao/", "co: 1 ../c/commons/"],
        );
    }

    #[test]
    fn only_the_newest_question_is_answered() {
        check(
            &["d", "da", "(fetched)"],
            &["d: loading", "da: loading", "da: 1 ../c/dao/"],
        );
        check(
            &["d", "(fetched)", "c", "co", "(pause)"],
            &["d: loading", "d: 1 ../c/dao/", "co: 1 ../c/commons/"],
        );
    }

    #[test]
    fn asking_again_after_a_failure_fetches_again() {
        for failure in ["(offline)", "(broken)"] {
            check(
                &["d", failure, "d", "(fetched)"],
                &["d: loading", "d: failed", "d: loading", "d: 1 ../c/dao/"],
            );
        }
    }
}
