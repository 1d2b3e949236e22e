//! Connects an inquiry with the field, the search engine and the browser.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Input;
use leptos::prelude::*;

use crate::search::answer::{Proposal, Question};
use crate::view::island::search::inquiry::{Inquiry, Move};
use crate::view::island::search::list::option_id;
use crate::view::island::search::steps::{Step, Steps};
use crate::view::island::search::{LINK, fragment};
use crate::view::island::world::World;

/// How long nothing must change before it is said aloud: at 0 a reader who listens would hear every key.
const BEFORE_SAYING: u32 = 500;

/// How long nothing must change before the question becomes a step of the history: at 0 each letter would be one.
const BEFORE_RESTING: u32 = 1200;

/// What the parts of a search share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) world: &'static dyn World,
    pub(super) inquiry: RwSignal<Inquiry>,
    pub(super) input: NodeRef<Input>,
    /// What a screen reader says.
    pub(super) said: RwSignal<String>,
    /// Counts what there was to say, so that only the newest is said.
    news: StoredValue<u32>,
    /// The history, where the question stands in the address.
    steps: Option<StoredValue<Steps>>,
}

/// What changes a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Typing,
    Pressing,
}

impl Desk {
    pub(super) fn new(world: &'static dyn World, question: Question) -> Desk {
        let root = world.attribute(LINK, "data-root").unwrap_or_default();
        Desk {
            world,
            inquiry: RwSignal::new(Inquiry::new(root, question)),
            input: NodeRef::new(),
            said: RwSignal::new(String::new()),
            news: StoredValue::new(0),
            steps: None,
        }
    }

    /// A desk whose question stands in the address.
    pub(super) fn in_address(world: &'static dyn World, question: Question) -> Desk {
        Desk {
            steps: Some(StoredValue::new(Steps::default())),
            ..Desk::new(world, question)
        }
    }

    /// Puts the focus into the field and asks what stands there.
    pub(super) fn start(self) {
        if let Some(input) = self.input.get_untracked() {
            // Fails only for what cannot have the focus.
            drop(input.focus());
            input.select();
            self.typed(&input.value());
        }
    }

    /// Takes the question from the address. What was typed meanwhile is newer than what stands there.
    pub(super) fn arrive(self) {
        let address = self.world.here();
        let mut question = fragment::read(&address);
        let canonical = fragment::write(&question);
        let (Some(steps), Some(input)) = (self.steps, self.input.get_untracked()) else {
            return;
        };
        if input.value().is_empty() || steps.with_value(Steps::has_arrived) {
            input.set_value(&question.text);
        } else {
            question.text = input.value();
        }
        steps.update_value(|steps| steps.arrive(canonical));
        self.ask(By::Typing, |asked| *asked = question);
    }

    /// The address changed: by "back", or by hand.
    pub(super) fn moved(self) {
        let canonical = fragment::write(&fragment::read(&self.world.here()));
        let known = |steps: StoredValue<Steps>| steps.with_value(|steps| steps.is_at(&canonical));
        if !self.steps.is_some_and(known) {
            self.arrive();
        }
    }

    pub(super) fn typed(self, text: &str) {
        self.ask(By::Typing, |question| text.clone_into(&mut question.text));
    }

    /// Changes the question by a press of what may be gone after it, so that the focus goes back into the field.
    pub(super) fn pressed(self, change: impl FnOnce(&mut Question)) {
        self.ask(By::Pressing, change);
        if let Some(input) = self.input.get_untracked() {
            drop(input.focus());
        }
    }

    /// Changes the question by a press of what stays.
    pub(super) fn chosen(self, change: impl FnOnce(&mut Question)) {
        self.ask(By::Pressing, change);
    }

    pub(super) fn accept(self, proposal: &Proposal) {
        if let Some(input) = self.input.get_untracked() {
            input.set_value(&proposal.text);
        }
        self.pressed(|question| {
            question.text.clone_from(&proposal.text);
            question.filters.clone_from(&proposal.filters);
        });
    }

    pub(super) fn retry(self) {
        self.world.retry_search();
        self.pressed(|_question| {});
    }

    fn ask(self, by: By, change: impl FnOnce(&mut Question)) {
        let mut ticket = 0;
        self.inquiry.update(|inquiry| ticket = inquiry.ask(change));
        let question = self.inquiry.with_untracked(|i| i.question().clone());
        self.write_down(by, &question);
        let hear = move |answer: Option<String>| {
            let mut choice = None;
            let hear = |inquiry: &mut Inquiry| choice = inquiry.hear(ticket, answer.as_deref());
            self.inquiry.update(hear);
            self.say_later();
            if let Some(choice) = choice {
                self.go(&choice.href);
            }
        };
        self.world.search(&question.encode(), Box::new(hear));
    }

    /// Puts the question into the address.
    fn write_down(self, by: By, question: &Question) {
        let Some(steps) = self.steps else { return };
        let fragment = fragment::write(question);
        let mut step: Option<Step> = None;
        steps.update_value(|steps| {
            step = match by {
                By::Typing => steps.typed(&fragment),
                By::Pressing => steps.pressed(&fragment),
            };
        });
        if let Some(step) = step {
            self.world.set_fragment(&fragment, step);
        }
        let number = steps.with_value(Steps::number);
        let rest = move |()| steps.update_value(|steps| steps.rest(number));
        self.world.after(BEFORE_RESTING, Box::new(rest));
    }

    fn say_later(self) {
        self.news.update_value(|news| *news += 1);
        let number = self.news.get_value();
        let say = move |()| {
            let words = self.inquiry.with_untracked(Inquiry::announcement);
            if self.news.get_value() == number && self.said.with_untracked(|said| *said != words) {
                self.said.set(words);
            }
        };
        self.world.after(BEFORE_SAYING, Box::new(say));
    }

    pub(super) fn press(self, event: &KeyboardEvent) {
        // Enter and arrows belong to the input method while it composes a word.
        if event.is_composing() {
            return;
        }
        let key = event.key();
        if key == "Enter" {
            event.prevent_default();
            let mut choice = None;
            self.inquiry.update(|inquiry| choice = inquiry.enter());
            if let Some(choice) = choice {
                self.go(&choice.href);
            }
        } else if let Some(to) = Move::of_key(&key).filter(|_| self.active_untracked().is_some()) {
            event.prevent_default();
            self.inquiry.update(|inquiry| inquiry.go(to));
            self.reveal();
        }
    }

    fn reveal(self) {
        let Some(active) = self.active_untracked() else {
            return;
        };
        let reveal = move |()| self.world.reveal(&option_id(active));
        self.world.after(0, Box::new(reveal));
    }

    fn go(self, href: &str) {
        self.leave_marks(href);
        self.world.go(href);
    }

    /// A hit is followed by the browser; in a new tab nothing is known of what led there.
    pub(super) fn follow(self, event: &MouseEvent, href: &str) {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            self.leave_marks(href);
        }
    }

    fn leave_marks(self, href: &str) {
        self.inquiry
            .with_untracked(|inquiry| self.world.leave_marks(href, &inquiry.answer().marks));
    }

    fn active_untracked(self) -> Option<usize> {
        self.inquiry.with_untracked(Inquiry::active)
    }

    pub(super) fn active(self) -> Option<usize> {
        self.inquiry.with(Inquiry::active)
    }

    pub(super) fn is_idle(self) -> bool {
        self.inquiry.with(Inquiry::is_idle)
    }

    pub(super) fn query(self) -> String {
        self.inquiry.with(|inquiry| inquiry.question().text.clone())
    }

    /// The page of the search with the same question.
    pub(super) fn page(self) -> String {
        self.inquiry.with(|inquiry| {
            let question = Question {
                most: fragment::FIRST_HITS,
                ..inquiry.question().clone()
            };
            let mut href = inquiry.root().to_owned();
            href.push_str("search/");
            href.push_str(&fragment::write(&question));
            href
        })
    }
}
