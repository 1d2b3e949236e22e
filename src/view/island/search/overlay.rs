//! What the overlay knows: the query, what each source said to it, and which hit is active.

use crate::view::island::search::source::{Answer, Shown};

/// The overlay's state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overlay {
    query: String,
    /// Counts the questions; an answer to an older one is dropped.
    ticket: u32,
    /// What each source said last.
    answers: Vec<Answer>,
    /// For each source whether that was said to the newest question.
    fresh: Vec<bool>,
    active: usize,
    /// Enter was pressed before the answer came.
    hurried: bool,
}

/// A key that moves the active hit.
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

impl Overlay {
    /// Nothing asked yet, of so many sources.
    pub fn new(sources: usize) -> Overlay {
        Overlay {
            query: String::new(),
            ticket: 0,
            answers: vec![Answer::Loading; sources],
            fresh: vec![false; sources],
            active: 0,
            hurried: false,
        }
    }

    /// A new question; its number is to come back with the answers.
    pub fn ask(&mut self, query: &str) -> u32 {
        query.clone_into(&mut self.query);
        self.fresh.fill(false);
        self.hurried = false;
        self.ticket += 1;
        self.ticket
    }

    /// Takes a source's answer, unless a newer question was asked since. Says where to go if Enter waited for it.
    pub fn answer(&mut self, ticket: u32, source: usize, answer: Answer) -> Option<String> {
        let slots = self.answers.get_mut(source).zip(self.fresh.get_mut(source));
        let (slot, fresh) = slots.filter(|_| ticket == self.ticket)?;
        *fresh = answer != Answer::Loading;
        *slot = answer;
        self.active = 0;
        if self.hurried { self.enter() } else { None }
    }

    /// The query as typed.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The hits of all sources, one source after the other.
    pub fn hits(&self) -> impl Iterator<Item = &Shown> {
        self.answers.iter().flat_map(|answer| match answer {
            Answer::Found(hits, _) => hits.as_slice(),
            Answer::Loading | Answer::Failed => &[],
        })
    }

    /// The number of the active hit.
    pub fn active(&self) -> Option<usize> {
        (self.hits().count() > 0).then_some(self.active)
    }

    /// Moves to another hit; from the last on to the first and back.
    pub fn go(&mut self, to: Move) {
        let last = self.hits().count().saturating_sub(1);
        self.active = match to {
            Move::Down if self.active >= last => 0,
            Move::Down => self.active + 1,
            Move::Up if self.active == 0 => last,
            Move::Up => self.active - 1,
            Move::First => 0,
            Move::Last => last,
        };
    }

    /// Enter: where to go, now or once the answer is there.
    pub fn enter(&mut self) -> Option<String> {
        self.hurried = !self.fresh.iter().any(|fresh| *fresh);
        if self.hurried {
            return None;
        }
        self.hits().nth(self.active).map(|hit| hit.href.clone())
    }

    /// Whether a source could not be asked.
    pub fn failed(&self) -> bool {
        self.answers.contains(&Answer::Failed)
    }

    /// Whether every source answered and none found anything.
    pub fn is_empty(&self) -> bool {
        let nothing = |answer: &Answer| matches!(answer, Answer::Found(_, 0));
        !self.query.trim().is_empty() && self.answers.iter().all(nothing)
    }

    /// What is going on, in words.
    pub fn status(&self) -> String {
        if self.failed() {
            return "The list of pages could not be loaded.".to_owned();
        }
        if self.query.trim().is_empty() {
            return "Type a title, another name, or a word of a summary.".to_owned();
        }
        if self.answers.contains(&Answer::Loading) {
            return "Loading the list of pages…".to_owned();
        }
        if self.is_empty() {
            return format!("No page is called “{}”.", self.query.trim());
        }
        counted(self.hits().count(), self.total())
    }

    fn total(&self) -> usize {
        let of = |answer: &Answer| match answer {
            Answer::Found(_, total) => *total,
            Answer::Loading | Answer::Failed => 0,
        };
        self.answers.iter().map(of).sum()
    }
}

fn counted(shown: usize, total: usize) -> String {
    match total {
        1 => "1 page".to_owned(),
        all if all == shown => format!("{all} pages"),
        all => format!("The best {shown} of {all} pages"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Move, Overlay, Shown};

    fn found(hrefs: &[&str], total: usize) -> Answer {
        let hit = |href: &&str| Shown {
            href: (*href).to_owned(),
            ..Shown::default()
        };
        Answer::Found(hrefs.iter().map(hit).collect(), total)
    }

    fn asked(query: &str, answer: Answer) -> Overlay {
        let mut overlay = Overlay::new(1);
        let ticket = overlay.ask(query);
        overlay.answer(ticket, 0, answer);
        overlay
    }

    fn check_status(query: &str, answer: Answer, expect: &str) {
        assert_eq!(asked(query, answer).status(), expect);
    }

    #[test]
    fn what_is_going_on_is_said_in_words() {
        check_status(
            "",
            found(&[], 0),
            "Type a title, another name, or a word of a summary.",
        );
        check_status("a", Answer::Loading, "Loading the list of pages…");
        check_status(
            "a",
            Answer::Failed,
            "The list of pages could not be loaded.",
        );
        check_status("a ", found(&[], 0), "No page is called “a”.");
        check_status("a", found(&["x"], 1), "1 page");
        check_status("a", found(&["x", "y"], 2), "2 pages");
        check_status("a", found(&["x", "y"], 9), "The best 2 of 9 pages");
    }

    #[test]
    fn an_answer_to_an_older_question_is_dropped() {
        let mut overlay = Overlay::new(1);
        let old = overlay.ask("a");
        let new = overlay.ask("ab");
        overlay.answer(new, 0, found(&["new"], 1));
        overlay.answer(old, 0, found(&["old"], 1));
        assert_eq!(overlay.hits().next().map(|h| h.href.as_str()), Some("new"));
    }

    #[test]
    fn hits_stay_until_the_next_answer() {
        let mut overlay = asked("a", found(&["x"], 1));
        overlay.ask("ab");
        assert_eq!(overlay.hits().count(), 1);
    }

    #[test]
    fn sources_follow_one_another() {
        let mut overlay = Overlay::new(2);
        let ticket = overlay.ask("a");
        overlay.answer(ticket, 1, found(&["text"], 1));
        overlay.answer(ticket, 0, found(&["title"], 1));
        let hrefs: Vec<&str> = overlay.hits().map(|h| h.href.as_str()).collect();
        assert_eq!(hrefs, ["title", "text"]);
        assert_eq!(overlay.answer(ticket, 7, Answer::Failed), None);
    }

    #[test]
    fn keys_move_round() {
        let mut overlay = asked("a", found(&["x", "y", "z"], 3));
        let mut go = |key: &str| {
            overlay.go(Move::of_key(key).unwrap());
            overlay.active()
        };
        assert_eq!(go("ArrowDown"), Some(1));
        assert_eq!(go("End"), Some(2));
        assert_eq!(go("ArrowDown"), Some(0));
        assert_eq!(go("ArrowUp"), Some(2));
        assert_eq!(go("Home"), Some(0));
        assert_eq!(Move::of_key("a"), None);
    }

    #[test]
    fn nothing_is_active_where_nothing_was_found() {
        let mut overlay = asked("a", found(&[], 0));
        overlay.go(Move::Down);
        assert_eq!((overlay.active(), overlay.enter()), (None, None));
    }

    #[test]
    fn enter_goes_to_the_active_hit() {
        let mut overlay = asked("a", found(&["x", "y"], 2));
        overlay.go(Move::Down);
        assert_eq!(overlay.enter().as_deref(), Some("y"));
    }

    #[test]
    fn enter_before_the_answer_waits_for_it() {
        let mut overlay = asked("a", found(&["old"], 1));
        let ticket = overlay.ask("ab");
        assert_eq!(overlay.enter(), None);
        assert_eq!(overlay.answer(ticket, 0, Answer::Loading), None);
        let gone = overlay.answer(ticket, 0, found(&["new"], 1));
        assert_eq!(gone.as_deref(), Some("new"));
    }
}
