//! What the reader asks, what was answered, and which option is active.

use crate::search::answer::{Answer, FacetCounts, Question, State};
use crate::view::island::search::options::{Choice, choices};

/// A question with what is known of its answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inquiry {
    question: Question,
    /// Counts the questions; an answer to an older one is dropped.
    ticket: u32,
    /// The last answer: the newest question's, or an older one's until the newest has one.
    answer: Answer,
    /// Its hits as options, in order: each page, and below it its further sections.
    choices: Vec<Choice>,
    heard: Heard,
    /// The way to the site's root.
    root: String,
    active: usize,
    /// Enter was pressed before the answer came.
    hurried: bool,
}

/// What came back to the newest question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Heard {
    /// Nothing yet.
    #[default]
    Nothing,
    /// An answer, perhaps not the last.
    Answer,
    /// The search itself cannot be had.
    Failure,
}

/// A key that moves the active option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Move {
    Down,
    Up,
    First,
    Last,
}

impl Move {
    /// The move for a key as browsers name it.
    pub fn of_key(key: &str) -> Option<Move> {
        match key {
            "ArrowDown" => Some(Move::Down),
            "ArrowUp" => Some(Move::Up),
            "Home" => Some(Move::First),
            "End" => Some(Move::Last),
            _other => None,
        }
    }
}

impl Inquiry {
    /// Nothing asked yet; pages stand below `root`.
    pub fn new(root: String, question: Question) -> Inquiry {
        Inquiry {
            question,
            root,
            ..Inquiry::default()
        }
    }

    /// The way to the site's root.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// What is asked.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// Asks something else. The new question's number is to come back with its answers.
    pub fn ask(&mut self, question: Question) -> u32 {
        self.question = question;
        if self.is_idle() {
            // A word is refused as long as anything is asked.
            self.question.refused.clear();
        }
        self.heard = Heard::Nothing;
        self.hurried = false;
        self.ticket += 1;
        self.ticket
    }

    /// Takes an answer as text, or that there can be none, unless a newer question was asked since. Says whether Enter
    /// waited for it, and the active option is to be opened.
    pub fn hear(&mut self, ticket: u32, answer: Option<&str>) -> bool {
        if ticket != self.ticket {
            return false;
        }
        if let Some(answer) = answer.and_then(Answer::decode) {
            self.take(answer);
        } else {
            self.answer = Answer::default();
            self.choices.clear();
            self.heard = Heard::Failure;
        }
        self.hurried && self.enter()
    }

    fn take(&mut self, mut answer: Answer) {
        // A better answer to the same question leaves the reader where she is.
        let at = self.chosen().filter(|_| self.heard == Heard::Answer);
        let choices = choices(&answer.hits, &self.root);
        let same = |choice: &Choice| at.is_some_and(|at| at.href == choice.href);
        self.active = choices.iter().position(same).unwrap_or(0);
        keep_order(&self.answer.facets, &mut answer.facets);
        self.choices = choices;
        self.answer = answer;
        self.heard = Heard::Answer;
    }

    /// The last answer.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// The options.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The number of the active option.
    pub fn active(&self) -> Option<usize> {
        (!self.choices.is_empty()).then_some(self.active)
    }

    fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.active)
    }

    /// Moves to another option; from the last on to the first and back.
    pub fn go(&mut self, to: Move) {
        let last = self.choices.len().saturating_sub(1);
        self.active = match to {
            Move::Down if self.active >= last => 0,
            Move::Down => self.active + 1,
            Move::Up if self.active == 0 => last,
            Move::Up => self.active - 1,
            Move::First => 0,
            Move::Last => last,
        };
    }

    /// Enter: whether to open the active option now. If not, then once there is a hit: what stands first stays first, so
    /// the rest need not be waited for.
    pub fn enter(&mut self) -> bool {
        let opens = self.heard == Heard::Answer && self.active().is_some();
        self.hurried = !opens && !self.is_settled();
        opens
    }

    /// Whether nothing is asked.
    pub fn is_idle(&self) -> bool {
        self.question.text.trim().is_empty() && self.question.filters.is_empty()
    }

    /// Whether nothing more will come.
    fn is_settled(&self) -> bool {
        match (self.heard, self.answer.state) {
            (Heard::Failure, _) | (Heard::Answer, State::Complete | State::Partial) => true,
            (Heard::Nothing, _) | (Heard::Answer, State::Names | State::Texts) => false,
        }
    }

    /// Whether something could not be had, and might be if it were asked for again.
    pub fn lacks_something(&self) -> bool {
        match (self.heard, self.answer.state) {
            (Heard::Failure, _) | (Heard::Answer, State::Partial) => true,
            (Heard::Nothing, _)
            | (Heard::Answer, State::Names | State::Texts | State::Complete) => false,
        }
    }

    /// Whether all that could be had was looked through for nothing.
    pub fn is_empty(&self) -> bool {
        self.is_settled() && self.answer.hits.is_empty() && !self.is_idle()
    }

    /// How far the newest question's answer goes, in a word for style sheets and tests.
    pub fn state(&self) -> &'static str {
        match (self.heard, self.answer.state) {
            (Heard::Nothing, _) => "loading",
            (Heard::Failure, _) | (Heard::Answer, State::Partial) => "partial",
            (Heard::Answer, State::Names) => "names",
            (Heard::Answer, State::Texts) => "texts",
            (Heard::Answer, State::Complete) => "settled",
        }
    }

    /// What is going on, in words.
    pub fn status(&self) -> String {
        if self.heard == Heard::Failure {
            return "The search could not be loaded.".to_owned();
        }
        if self.is_idle() {
            return "Type a title, another name, or any words.".to_owned();
        }
        let words = self.question.text.trim();
        let found = !self.answer.hits.is_empty();
        match (self.heard, self.answer.state) {
            (Heard::Nothing, _) => "Loading…".to_owned(),
            (Heard::Answer | Heard::Failure, State::Names | State::Texts) if found => {
                format!("{} so far. Loading the full text…", self.counted())
            }
            (Heard::Answer | Heard::Failure, State::Names) => "Loading the titles…".to_owned(),
            (Heard::Answer | Heard::Failure, State::Texts) => "Loading the full text…".to_owned(),
            (Heard::Answer | Heard::Failure, State::Complete) if found => self.counted(),
            (Heard::Answer | Heard::Failure, State::Complete) if words.is_empty() => {
                "Nothing was found with these filters.".to_owned()
            }
            (Heard::Answer | Heard::Failure, State::Complete) => {
                format!("Nothing was found for “{words}”.")
            }
            (Heard::Answer | Heard::Failure, State::Partial) if found => {
                let counted = self.counted();
                format!("{counted}. The full text could not be loaded. Titles still work.")
            }
            (Heard::Answer | Heard::Failure, State::Partial) => {
                format!("Nothing was found for “{words}” in what could be loaded.")
            }
        }
    }

    /// The same, with what else is worth hearing.
    pub fn announcement(&self) -> String {
        let mut words = self.status();
        for correction in &self.answer.corrections {
            words.push_str(". Also searching ");
            words.push_str(&correction.used);
        }
        words
    }

    fn counted(&self) -> String {
        let (shown, all) = (self.answer.hits.len(), self.answer.total);
        let at_least = if self.answer.at_least {
            "At least "
        } else {
            ""
        };
        match all {
            1 => format!("{at_least}1 page"),
            all if usize::try_from(all).is_ok_and(|all| all <= shown) => {
                format!("{at_least}{all} pages")
            }
            all if self.answer.at_least => format!("The best {shown} of at least {all} pages"),
            all => format!("The best {shown} of {all} pages"),
        }
    }

    /// Whether there are more pages than are shown.
    pub fn has_more(&self) -> bool {
        usize::try_from(self.answer.total).is_ok_and(|all| all > self.answer.hits.len())
    }
}

/// Values that were shown before stay where they were: none moves away under the pointer that is about to choose it.
fn keep_order(old: &[FacetCounts], new: &mut [FacetCounts]) {
    for facet in new {
        let Some(old) = old.iter().find(|old| old.name == facet.name) else {
            continue;
        };
        let mut values = Vec::with_capacity(facet.values.len());
        for known in &old.values {
            let at = facet.values.iter().position(|v| v.value == known.value);
            values.extend(at.map(|at| facet.values.remove(at)));
        }
        values.append(&mut facet.values);
        facet.values = values;
    }
}

#[cfg(test)]
mod tests {
    use super::{Inquiry, Move};
    use crate::search::answer::{
        Answer, By, Correction, FacetCounts, Filter, Hit, Place, Question, State, ValueCount,
    };

    fn hit(address: &str) -> Hit {
        Hit {
            address: address.to_owned(),
            ..Hit::default()
        }
    }

    fn found(state: State, addresses: &[&str], total: u32) -> Answer {
        Answer {
            state,
            total,
            hits: addresses.iter().map(|address| hit(address)).collect(),
            ..Answer::default()
        }
    }

    fn question(text: &str) -> Question {
        Question {
            text: text.to_owned(),
            ..Question::default()
        }
    }

    fn asked(text: &str, answers: &[Answer]) -> Inquiry {
        let mut inquiry = Inquiry::new("../".to_owned(), Question::default());
        let ticket = inquiry.ask(question(text));
        for answer in answers {
            inquiry.hear(ticket, Some(&answer.encode()));
        }
        inquiry
    }

    fn hrefs(inquiry: &Inquiry) -> Vec<&str> {
        let choices = inquiry.choices().iter();
        choices.map(|choice| choice.href.as_str()).collect()
    }

    fn check_status(text: &str, answer: &Answer, state: &str, expect: &str) {
        let inquiry = asked(text, std::slice::from_ref(answer));
        assert_eq!(
            (inquiry.state(), inquiry.status().as_str()),
            (state, expect)
        );
    }

    #[test]
    fn what_is_going_on_is_said_in_words() {
        use State::{Complete, Names, Partial, Texts};
        let idle = "Type a title, another name, or any words.";
        check_status(" ", &found(Complete, &[], 0), "settled", idle);
        check_status("a", &found(Names, &[], 0), "names", "Loading the titles…");
        check_status(
            "a",
            &found(Texts, &[], 0),
            "texts",
            "Loading the full text…",
        );
        let so_far = "1 page so far. Loading the full text…";
        check_status("a", &found(Texts, &["x"], 1), "texts", so_far);
        check_status("a", &found(Complete, &["x"], 1), "settled", "1 page");
        check_status("a", &found(Complete, &["x", "y"], 2), "settled", "2 pages");
        let best = "The best 2 of 9 pages";
        check_status("a", &found(Complete, &["x", "y"], 9), "settled", best);
        let nothing = "Nothing was found for “a”.";
        check_status("a ", &found(Complete, &[], 0), "settled", nothing);
        let without = "1 page. The full text could not be loaded. Titles still work.";
        check_status("a", &found(Partial, &["x"], 1), "partial", without);
        let lost = "Nothing was found for “a” in what could be loaded.";
        check_status("a", &found(Partial, &[], 0), "partial", lost);
    }

    #[test]
    fn numbers_that_are_not_known_are_no_promise() {
        let at_least = |addresses: &[&str], total| Answer {
            at_least: true,
            ..found(State::Complete, addresses, total)
        };
        check_status("a", &at_least(&["x"], 1), "settled", "At least 1 page");
        let best = "The best 1 of at least 9 pages";
        check_status("a", &at_least(&["x"], 9), "settled", best);
    }

    #[test]
    fn what_cannot_be_had_at_all_is_told() {
        let mut inquiry = asked("a", &[found(State::Complete, &["x"], 1)]);
        for answer in [None, Some("nonsense")] {
            let ticket = inquiry.ask(question("ab"));
            inquiry.hear(ticket, answer);
            assert_eq!(inquiry.status(), "The search could not be loaded.");
            assert!(inquiry.lacks_something() && inquiry.is_empty());
        }
    }

    #[test]
    fn a_correction_is_heard_too() {
        let answer = Answer {
            corrections: vec![Correction {
                typed: "coperative".to_owned(),
                used: "cooperative".to_owned(),
            }],
            ..found(State::Complete, &["x"], 1)
        };
        let inquiry = asked("coperative", &[answer]);
        assert_eq!(inquiry.announcement(), "1 page. Also searching cooperative");
    }

    #[test]
    fn an_answer_to_an_older_question_is_dropped() {
        let mut inquiry = Inquiry::default();
        let old = inquiry.ask(question("a"));
        let new = inquiry.ask(question("ab"));
        inquiry.hear(new, Some(&found(State::Complete, &["new"], 1).encode()));
        inquiry.hear(old, Some(&found(State::Complete, &["old"], 1).encode()));
        inquiry.hear(old, None);
        assert_eq!(hrefs(&inquiry), ["new"]);
    }

    #[test]
    fn hits_stay_until_the_next_answer() {
        let mut inquiry = asked("a", &[found(State::Complete, &["x"], 1)]);
        inquiry.ask(question("ab"));
        assert_eq!(hrefs(&inquiry), ["../x"]);
        assert_eq!(
            (inquiry.state(), inquiry.status().as_str()),
            ("loading", "Loading…")
        );
    }

    #[test]
    fn keys_move_round() {
        let mut inquiry = asked("a", &[found(State::Complete, &["x", "y", "z"], 3)]);
        let mut go = |key: &str| {
            inquiry.go(Move::of_key(key).unwrap());
            inquiry.active()
        };
        assert_eq!(go("ArrowDown"), Some(1));
        assert_eq!(go("End"), Some(2));
        assert_eq!(go("ArrowDown"), Some(0));
        assert_eq!(go("ArrowUp"), Some(2));
        assert_eq!(go("Home"), Some(0));
        assert_eq!(Move::of_key("a"), None);
    }

    #[test]
    fn a_better_answer_leaves_the_reader_where_she_is() {
        let mut inquiry = asked("a", &[found(State::Texts, &["x", "y"], 2)]);
        inquiry.go(Move::Down);
        let mut better = found(State::Complete, &["x", "y", "z"], 3);
        better.hits[0].by = By::Text;
        better.hits[0].places = vec![Place::default()];
        inquiry.hear(1, Some(&better.encode()));
        assert_eq!(hrefs(&inquiry), ["../x", "../x", "../y", "../z"]);
        assert_eq!(inquiry.active(), Some(2));
        let ticket = inquiry.ask(question("ab"));
        inquiry.hear(ticket, Some(&better.encode()));
        assert_eq!(inquiry.active(), Some(0));
    }

    #[test]
    fn nothing_is_active_where_nothing_was_found() {
        let mut inquiry = asked("a", &[found(State::Complete, &[], 0)]);
        inquiry.go(Move::Down);
        assert_eq!((inquiry.active(), inquiry.enter()), (None, false));
    }

    #[test]
    fn enter_opens_as_soon_as_there_is_a_hit() {
        let mut inquiry = asked("a", &[found(State::Texts, &["x"], 1)]);
        assert!(inquiry.enter());
        let ticket = inquiry.ask(question("ab"));
        assert!(!inquiry.enter());
        let nothing_yet = found(State::Names, &[], 0).encode();
        assert!(!inquiry.hear(ticket, Some(&nothing_yet)));
        let hit = found(State::Names, &["new"], 1).encode();
        assert!(inquiry.hear(ticket, Some(&hit)));
    }

    #[test]
    fn enter_waits_no_longer_than_for_the_last_answer() {
        let mut inquiry = Inquiry::default();
        let ticket = inquiry.ask(question("a"));
        assert!(!inquiry.enter());
        let nothing = found(State::Complete, &[], 0).encode();
        assert!(!inquiry.hear(ticket, Some(&nothing)));
        let later = found(State::Complete, &["x"], 1).encode();
        assert!(!inquiry.hear(ticket, Some(&later)));
    }

    #[test]
    fn a_refusal_is_forgotten_when_nothing_is_asked() {
        let mut inquiry = Inquiry::default();
        let refused = |text: &str| Question {
            refused: vec!["coperative".to_owned()],
            ..question(text)
        };
        inquiry.ask(refused("coperative"));
        assert_eq!(inquiry.question().refused.len(), 1);
        inquiry.ask(refused(" "));
        assert_eq!(inquiry.question().refused.len(), 0);
    }

    #[test]
    fn values_of_a_facet_stay_where_they_were() {
        let facets = |values: &[&str]| Answer {
            facets: vec![FacetCounts {
                name: "kind".to_owned(),
                values: values
                    .iter()
                    .map(|value| ValueCount {
                        value: (*value).to_owned(),
                        ..ValueCount::default()
                    })
                    .collect(),
                ..FacetCounts::default()
            }],
            ..Answer::default()
        };
        let answers = [facets(&["a", "b", "c"]), facets(&["new", "c", "a"])];
        let inquiry = asked("a", &answers);
        let values = inquiry.answer().facets[0].values.iter();
        let values: Vec<&str> = values.map(|value| value.value.as_str()).collect();
        assert_eq!(values, ["a", "c", "new"]);
    }

    #[test]
    fn a_filter_alone_is_a_question() {
        let mut inquiry = Inquiry::default();
        assert!(inquiry.is_idle());
        inquiry.ask(Question {
            filters: vec![Filter::default()],
            ..Question::default()
        });
        assert!(!inquiry.is_idle());
    }
}
