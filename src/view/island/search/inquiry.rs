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
            root,
            question,
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
        match answer.and_then(Answer::decode) {
            Some(answer) => self.take(answer),
            None => {
                self.answer = Answer::default();
                self.choices.clear();
                self.heard = Heard::Failure;
            }
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
            words.push_str(" Also searching ");
            words.push_str(&correction.used);
            words.push('.');
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
