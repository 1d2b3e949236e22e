//! What is explored and how, shared by all parts of the explorer: the catalog, the state, the set it leaves.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::catalog::Catalog;
use crate::explore::facets::Index;
use crate::explore::numbers::outcome;
use crate::explore::set;
use crate::explore::state::{self, State};
use crate::explore::table::sorted;
use crate::view::island::explore::PLACE;
use crate::view::island::explore::pick::titles::Titles;
use crate::view::island::explore::take::Taking;
use crate::view::island::explore::world::ExplorerWorld;
use crate::view::island::search::steps::{Step, Steps};

/// How long nothing must change before it is said aloud: at 0 a reader who listens would hear every press.
const BEFORE_SAYING: u32 = 500;

/// How long nothing must change before typing becomes a step of the history: at 0 each letter would be one.
const BEFORE_RESTING: u32 = 1200;

/// How far the catalog is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// On its way.
    #[default]
    Loading,
    /// It is there.
    Ready,
    /// It could not be had.
    Failed,
}

/// How the state was changed: presses are steps of the history of their own, letters are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum By {
    Typing,
    Pressing,
    /// Looking around: moving a map, sorting. The address follows, the history does not.
    Looking,
}

/// What the parts of the explorer share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The browser.
    pub world: &'static dyn ExplorerWorld,
    /// How far the catalog is.
    pub phase: RwSignal<Phase>,
    /// The catalog, once it is there.
    pub index: RwSignal<Option<Arc<Index>>>,
    /// What is looked for, and how it is looked at.
    pub state: RwSignal<State>,
    /// The rows in which the words were found; nothing while no words are searched for.
    pub found: RwSignal<Option<Arc<set::Set>>>,
    /// The rows that filters and words leave.
    pub set: Memo<Arc<set::Set>>,
    /// The same in the order that is asked for.
    pub rows: Memo<Arc<Vec<u32>>>,
    /// What is taken away, kept and compared.
    pub taking: Taking,
    /// The titles to pick an entry from; made when somebody picks.
    pub titles: Memo<Arc<Titles>>,
    /// What of the address was not understood: sentences.
    pub dropped: RwSignal<Vec<String>>,
    /// What a screen reader says.
    pub said: RwSignal<String>,
    /// Counts what there was to say, so that only the newest is said.
    news: StoredValue<u32>,
    steps: StoredValue<Steps>,
}

impl Phase {
    /// Its word for styles and tests.
    pub fn word(self) -> &'static str {
        match self {
            Phase::Loading => "loading",
            Phase::Ready => "ready",
            Phase::Failed => "failed",
        }
    }
}

impl Desk {
    /// A desk without a catalog yet.
    pub fn new(world: &'static dyn ExplorerWorld) -> Desk {
        let index = RwSignal::new(None::<Arc<Index>>);
        let state = RwSignal::new(State::default());
        let found = RwSignal::new(None::<Arc<set::Set>>);
        let selection = Memo::new(move |_| state.with(|state| state.selection.clone()));
        let set = Memo::new(move |_| {
            index.with(|index| {
                let found = found.get();
                let apply = |index: &Arc<Index>| {
                    selection.with(|selection| index.apply(selection, found.as_deref()))
                };
                Arc::new(index.as_ref().map(apply).unwrap_or_default())
            })
        });
        let sort = Memo::new(move |_| state.with(|state| state.sort.clone()));
        let rows = Memo::new(move |_| {
            index.with(|index| {
                let in_order =
                    |index: &Arc<Index>| set.with(|set| sort.with(|sort| sorted(index, set, sort)));
                Arc::new(index.as_ref().map(in_order).unwrap_or_default())
            })
        });
        let titles = Memo::new(move |_| {
            let titles = |index: &Arc<Index>| Titles::of(index.catalog());
            index.with(|index| Arc::new(index.as_ref().map(titles).unwrap_or_default()))
        });
        Desk {
            world,
            phase: RwSignal::default(),
            index,
            state,
            found,
            set,
            rows,
            taking: Taking::default(),
            titles,
            dropped: RwSignal::default(),
            said: RwSignal::default(),
            news: StoredValue::new(0),
            steps: StoredValue::default(),
        }
    }

    /// Asks for the catalog; then the address is read.
    pub fn begin(self) {
        self.phase.set(Phase::Loading);
        let Some(href) = self.place("catalog") else {
            return self.phase.set(Phase::Failed);
        };
        let take = move |bytes: Option<Vec<u8>>| {
            let catalog = bytes.and_then(|bytes| Catalog::decode(&bytes).ok());
            match catalog {
                Some(catalog) => self.open(Index::new(catalog)),
                None => self.phase.set(Phase::Failed),
            }
        };
        self.world.unpack(&href, Box::new(take));
    }

    fn open(self, index: Index) {
        self.index.set(Some(Arc::new(index)));
        self.taking.begin(self);
        self.arrive();
        self.phase.set(Phase::Ready);
        self.world.on_fragment(Box::new(move || self.arrive()));
    }

    /// Where a file of exploring lies; nothing on a page that does not say it.
    pub fn place(self, file: &str) -> Option<String> {
        self.world.attribute(PLACE, &["data-", file].concat())
    }

    /// The way from this page to a page of the site.
    pub fn to(self, address: &str) -> String {
        [&self.place("root").unwrap_or_default(), address].concat()
    }

    /// Takes the state from the address, unless it says what is shown already.
    fn arrive(self) {
        let here = self.world.here();
        let fragment = here.split_once('#').map_or("", |(_, fragment)| fragment);
        let arrived = self.steps.with_value(Steps::has_arrived);
        if arrived && self.steps.with_value(|steps| steps.is_at(fragment)) {
            return;
        }
        let Some(index) = self.index.get_untracked() else {
            return;
        };
        let reading = state::read(fragment, &index);
        self.steps
            .update_value(|steps| steps.arrive(fragment.to_owned()));
        self.dropped.set(reading.dropped);
        self.state.set(reading.state);
        self.say_later();
    }

    /// Changes the state; the address, the set and all views follow.
    pub fn change(self, by: By, change: impl FnOnce(&mut State)) {
        let Some(index) = self.index.get_untracked() else {
            return;
        };
        let mut state = self.state.get_untracked();
        change(&mut state);
        if self.state.with_untracked(|old| *old == state) {
            return;
        }
        self.write_down(by, &state, &index);
        self.state.set(state);
        self.dropped.set(Vec::new());
        if by != By::Looking {
            self.say_later();
        }
    }

    /// Puts the state into the address.
    fn write_down(self, by: By, state: &State, index: &Index) {
        let fragment = state::write(state, index);
        let mut step: Option<Step> = None;
        self.steps.update_value(|steps| {
            step = match by {
                By::Pressing => steps.pressed(&fragment),
                By::Typing => steps.typed(&fragment),
                By::Looking => steps.typed(&fragment).map(|_new| Step::Same),
            };
        });
        if let Some(step) = step {
            let address = if fragment.is_empty() {
                fragment
            } else {
                ["#", &fragment].concat()
            };
            self.world.set_fragment(&address, step);
        }
        let number = self.steps.with_value(Steps::number);
        let rest = move |()| self.steps.update_value(|steps| steps.rest(number));
        self.world.after(BEFORE_RESTING, Box::new(rest));
    }

    /// How many entries are shown, of how many.
    pub fn status(self) -> String {
        self.index.with(|index| match index {
            Some(index) => outcome(self.set.with(|set| set.count()), index.rows()),
            None => String::new(),
        })
    }

    fn say_later(self) {
        self.news.update_value(|news| *news += 1);
        let number = self.news.get_value();
        let say = move |()| {
            if self.news.get_value() == number {
                self.said.set(untrack(move || self.status()));
            }
        };
        self.world.after(BEFORE_SAYING, Box::new(say));
    }

    /// Says something else than the outcome, once.
    pub fn say(self, words: String) {
        self.news.update_value(|news| *news += 1);
        self.said.set(words);
    }
}
