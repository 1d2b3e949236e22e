//! Connects an inquiry with the field, the search engine and the browser.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::search::answer::Question;
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

/// How a question was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
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
            self.typed(input.value());
        }
    }

    /// Takes the question from the address, unless it says what is asked already. What was typed before the page was awake
    /// is newer.
    pub(super) fn arrive(self) {
        let (Some(steps), Some(input)) = (self.steps, self.input.get_untracked()) else {
            return;
        };
        let mut question = fragment::read(&self.world.here());
        let fragment = fragment::write(&question);
        let arrived = steps.with_value(Steps::has_arrived);
        if arrived && steps.with_value(|steps| steps.is_at(&fragment)) {
            return;
        }
        let typed = input.value();
        if arrived || typed.is_empty() {
            input.set_value(&question.text);
        } else {
            question.text = typed;
        }
        steps.update_value(|steps| steps.arrive(fragment));
        self.ask(By::Typing, question);
    }

    /// Something else was typed.
    pub(super) fn typed(self, text: String) {
        let question = Question {
            text,
            ..self.question()
        };
        self.ask(By::Typing, question);
    }

    /// Something else was chosen, by a press of what is perhaps gone then: the focus goes back into the field.
    pub(super) fn pressed(self, question: Question) {
        if let Some(input) = self.input.get_untracked() {
            input.set_value(&question.text);
            drop(input.focus());
        }
        self.ask(By::Pressing, question);
    }

    /// Asks again for what could not be had.
    pub(super) fn retry(self) {
        self.world.retry_search();
        self.pressed(self.question());
    }

    pub(super) fn question(self) -> Question {
        self.inquiry
            .with_untracked(|inquiry| inquiry.question().clone())
    }

    pub(super) fn ask(self, by: By, question: Question) {
        let mut ticket = 0;
        self.inquiry
            .update(|inquiry| ticket = inquiry.ask(question));
        let question = self.question();
        self.write_down(by, &question);
        let hear = move |answer: Option<String>| {
            let mut opens = false;
            self.inquiry
                .update(|inquiry| opens = inquiry.hear(ticket, answer.as_deref()));
            self.say_later();
            if opens {
                self.open();
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
            if self.news.get_value() == number {
                let words = self.inquiry.with_untracked(Inquiry::announcement);
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
        let (mut is_ours, mut opens) = (true, false);
        self.inquiry.update(|inquiry| match Move::of_key(&key) {
            Some(to) if inquiry.active().is_some() => inquiry.go(to),
            None if key == "Enter" => opens = inquiry.enter(),
            Some(_) | None => is_ours = false,
        });
        if is_ours {
            event.prevent_default();
        }
        if opens {
            self.open();
        } else if is_ours {
            self.with_active(|world, id| world.reveal(id));
        }
    }

    /// Opens the active option as a click does.
    fn open(self) {
        self.with_active(|world, id| world.click(id));
    }

    /// Once the options stand on the page as they are now.
    fn with_active(self, act: fn(&'static dyn World, &str)) {
        let then = move |()| {
            if let Some(active) = self.inquiry.with_untracked(Inquiry::active) {
                act(self.world, &option_id(active));
            }
        };
        self.world.after(0, Box::new(then));
    }

    /// Words of the inquiry, as they are at every moment. All closures of this sort are one, and weigh once.
    pub(super) fn words(
        self,
        words: fn(&Inquiry) -> String,
    ) -> impl Fn() -> String + Send + Sync + Copy {
        move || self.inquiry.with(words)
    }

    /// Whether something is so, likewise.
    pub(super) fn whether(
        self,
        is: fn(&Inquiry) -> bool,
    ) -> impl Fn() -> bool + Send + Sync + Copy {
        move || self.inquiry.with(is)
    }
}
