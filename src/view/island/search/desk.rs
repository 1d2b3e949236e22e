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
            self.with_active(<dyn World>::reveal);
        }
    }

    /// Opens the active option as a click does.
    fn open(self) {
        self.with_active(<dyn World>::click);
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

#[cfg(test)]
mod tests {
    use std::mem::take;
    use std::sync::Mutex;

    use leptos::prelude::{GetUntracked as _, Owner, Update as _, WithUntracked as _};

    use super::Desk;
    use crate::search::answer::{Answer, Hit, Question, State};
    use crate::view::island::search::inquiry::Inquiry;
    use crate::view::island::search::steps::Step;
    use crate::view::island::world::{LinkEvent, Reaction, Then, World};

    type Call = Box<dyn Fn(Option<String>)>;

    /// A world that a test plays: what is asked for waits until the test answers, what is done is written down.
    #[derive(Default)]
    struct Script {
        timers: Mutex<Vec<Then<()>>>,
        done: Mutex<Vec<String>>,
    }

    thread_local! {
        static CALLS: Mutex<Vec<Call>> = const { Mutex::new(Vec::new()) };
    }

    impl Script {
        fn say(&self, words: String) {
            self.done.lock().unwrap().push(words);
        }

        fn pause(&self) {
            for then in take(&mut *self.timers.lock().unwrap()) {
                then(());
            }
        }

        /// Answers the question with this number, counted from 0.
        fn answer(question: usize, answer: Option<&Answer>) {
            CALLS.with(|calls| calls.lock().unwrap()[question](answer.map(Answer::encode)));
        }
    }

    impl World for Script {
        fn root_mark(&self, _attribute: &str) -> Option<String> {
            None
        }
        fn remember(&self, _key: &str, _value: Option<&str>) {}
        fn mark_root(&self, _attribute: &str, _value: Option<&str>) {}
        fn read(&self, _href: &str, _then: Then<Option<String>>) {}
        fn copy(&self, _text: &str, _then: Then<bool>) {}
        fn after(&self, _milliseconds: u32, then: Then<()>) {
            self.timers.lock().unwrap().push(then);
        }
        fn here(&self) -> String {
            String::new()
        }
        fn click(&self, id: &str) {
            self.say(format!("click {id}"));
        }
        fn reveal(&self, id: &str) {
            self.say(format!("reveal {id}"));
        }
        fn attribute(&self, _id: &str, _attribute: &str) -> Option<String> {
            None
        }
        fn text(&self, _id: &str) -> String {
            String::new()
        }
        fn on_search(&self, _link: &str, _call: Box<dyn Fn()>) {}
        fn search(&self, question: &str, call: Call) {
            let question = Question::decode(question).unwrap();
            self.say(format!("search {}", question.text));
            CALLS.with(|calls| calls.lock().unwrap().push(call));
        }
        fn retry_search(&self) {
            self.say("retry".to_owned());
        }
        fn set_fragment(&self, fragment: &str, step: Step) {
            self.say(format!("{step:?} {fragment}"));
        }
        fn on_fragment(&self, _call: Box<dyn Fn()>) {}
        fn on_links(&self, _card: &str, _call: Box<dyn Fn(LinkEvent) -> Reaction>) {}
        fn place(&self, _card: Option<&str>) {}
    }

    fn found(state: State, address: &str) -> Answer {
        Answer {
            state,
            total: 1,
            hits: vec![Hit {
                address: address.to_owned(),
                ..Hit::default()
            }],
            ..Answer::default()
        }
    }

    fn check(play: impl FnOnce(&'static Script, Desk), expect: &[&str]) {
        let script: &'static Script = Box::leak(Box::default());
        let owner = Owner::new();
        owner.with(|| {
            let question = crate::view::island::search::fragment::read("");
            play(script, Desk::in_address(script, question));
        });
        assert_eq!(*script.done.lock().unwrap(), expect);
    }

    #[test]
    fn a_late_answer_changes_nothing() {
        check(
            |_script, desk| {
                desk.typed("a".to_owned());
                desk.typed("ab".to_owned());
                Script::answer(1, Some(&found(State::Complete, "new/")));
                Script::answer(0, Some(&found(State::Complete, "old/")));
                let first = |inquiry: &Inquiry| inquiry.choices()[0].href.clone();
                assert_eq!(desk.inquiry.with_untracked(first), "new/");
            },
            &["Same #q=a", "search a", "Same #q=ab", "search ab"],
        );
    }

    #[test]
    fn only_the_newest_is_said_and_only_after_a_pause() {
        check(
            |script, desk| {
                desk.typed("a".to_owned());
                Script::answer(0, Some(&found(State::Texts, "x/")));
                Script::answer(0, Some(&found(State::Complete, "x/")));
                assert_eq!(desk.said.get_untracked(), "");
                script.pause();
                assert_eq!(desk.said.get_untracked(), "1 page");
            },
            &["Same #q=a", "search a"],
        );
    }

    #[test]
    fn enter_opens_the_hit_that_it_waited_for() {
        check(
            |script, desk| {
                desk.typed("a".to_owned());
                desk.inquiry
                    .update(|inquiry| assert!(!inquiry.enter(), "nothing is there"));
                Script::answer(0, Some(&found(State::Names, "x/")));
                script.pause();
            },
            &["Same #q=a", "search a", "click search-hits-0"],
        );
    }

    #[test]
    fn what_failed_is_asked_for_again() {
        check(
            |_script, desk| {
                desk.typed("a".to_owned());
                Script::answer(0, None);
                desk.retry();
            },
            &["Same #q=a", "search a", "retry", "search a"],
        );
    }
}
