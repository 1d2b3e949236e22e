//! What is explored and how, shared by all parts of the explorer: the catalog, the state, the set it leaves.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::catalog::Catalog;
use crate::explore::facets::{Counts, Index, Selection};
use crate::explore::numbers::outcome;
use crate::explore::set;
use crate::explore::state::{self, State, View};
use crate::explore::table::sorted;
use crate::view::island::explore::PLACE;
use crate::view::island::explore::list::summaries::Summaries;
use crate::view::island::explore::map::Outline;
use crate::view::island::explore::pick::titles::Titles;
use crate::view::island::explore::take::Taking;
use crate::view::island::explore::words::Words;
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

/// What the parts of the explorer share. An island has one as long as its page lives; this only points to it.
#[derive(Clone, Copy)]
pub struct Desk(&'static Parts);

impl Deref for Desk {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What stands on a desk.
pub struct Parts {
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
    /// The same rows, those that fit best first.
    pub ranked: RwSignal<Option<Arc<Vec<u32>>>>,
    /// The search for the words.
    pub words: RwSignal<Words>,
    /// The summaries that are there already.
    pub summaries: RwSignal<Summaries>,
    /// The filters alone, and the view alone: whoever reads these is not woken by a moved map.
    pub selection: Memo<Selection>,
    /// The words alone.
    pub query: Memo<String>,
    /// Which view.
    pub view: Memo<View>,
    /// For each facet of the catalog its values, and how many rows each leaves.
    pub counts: Memo<Arc<Vec<Counts>>>,
    /// The rows that filters and words leave.
    pub set: Memo<Arc<set::Set>>,
    /// The same in the order that is asked for.
    pub rows: Memo<Arc<Vec<u32>>>,
    /// What is taken away, kept and compared.
    pub taking: Taking,
    /// The titles to pick an entry from; made when somebody picks.
    pub titles: Memo<Arc<Titles>>,
    /// The outline of the land, once a map was shown.
    pub outline: RwSignal<Outline>,
    /// What of the address was not understood: sentences.
    pub dropped: RwSignal<Vec<String>>,
    /// What a screen reader says.
    pub said: RwSignal<String>,
    log: StoredValue<Log>,
}

/// What happened so far.
#[derive(Default)]
struct Log {
    /// What was typed before the catalog was there.
    early: String,
    /// Counts what there was to say, so that only the newest is said.
    news: u32,
    steps: Steps,
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
        let ranked = RwSignal::new(None::<Arc<Vec<u32>>>);
        let selection = Memo::new(move |_| state.with(|state| state.selection.clone()));
        let set = Memo::new(move |_| Arc::new(set_of(index, selection, found)));
        let counts = Memo::new(move |_| Arc::new(counts_of(index, selection, found)));
        let sort = Memo::new(move |_| state.with(|state| state.sort.clone()));
        let rows = Memo::new(move |_| {
            let best = ranked.get().filter(|_| sort.with(Vec::is_empty));
            let rows = set.with(|set| match best {
                Some(best) => {
                    let best = best.iter().filter(|row| set.contains(**row));
                    best.copied().collect()
                }
                None => index.with(|index| {
                    let index = index.as_ref();
                    index.map_or_else(Vec::new, |index| sort.with(|sort| sorted(index, set, sort)))
                }),
            });
            Arc::new(rows)
        });
        let titles = Memo::new(move |_| {
            let titles = |index: &Arc<Index>| Titles::of(index.catalog());
            index.with(|index| Arc::new(index.as_ref().map(titles).unwrap_or_default()))
        });
        let parts = Parts {
            world,
            phase: RwSignal::default(),
            index,
            state,
            found,
            ranked,
            words: RwSignal::default(),
            summaries: RwSignal::default(),
            selection,
            query: Memo::new(move |_| state.with(|state| state.query.clone())),
            view: Memo::new(move |_| state.with(|state| state.view)),
            counts,
            set,
            rows,
            taking: Taking::default(),
            titles,
            outline: RwSignal::default(),
            dropped: RwSignal::default(),
            said: RwSignal::default(),
            log: StoredValue::default(),
        };
        Desk(Box::leak(Box::new(parts)))
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
        let arrived = self.log.with_value(|log| log.steps.has_arrived());
        if arrived && self.log.with_value(|log| log.steps.is_at(fragment)) {
            return;
        }
        let Some(index) = self.index.get_untracked() else {
            return;
        };
        let reading = state::read(fragment, &index);
        self.log
            .update_value(|log| log.steps.arrive(fragment.to_owned()));
        self.dropped.set(reading.dropped);
        self.state.set(reading.state);
        let early = self
            .log
            .try_update_value(|log| std::mem::take(&mut log.early));
        if let Some(early) = early.filter(|early| !early.is_empty()) {
            self.change(By::Typing, |state| state.search(&early));
        }
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
        self.log.update_value(|log| {
            step = match by {
                By::Pressing => log.steps.pressed(&fragment),
                By::Typing => log.steps.typed(&fragment),
                By::Looking => log.steps.typed(&fragment).map(|_new| Step::Same),
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
        let number = self.log.with_value(|log| log.steps.number());
        let rest = move |()| self.log.update_value(|log| log.steps.rest(number));
        self.world.after(BEFORE_RESTING, Box::new(rest));
    }

    /// How many entries are shown, of how many.
    pub fn status(self) -> String {
        match self.phase.get() {
            Phase::Loading => "Loading the catalog…".to_owned(),
            Phase::Failed => "Nothing could be loaded.".to_owned(),
            Phase::Ready => self.index.with(|index| {
                let all = index.as_ref().map_or(0, |index| index.rows());
                outcome(self.set.with(|set| set.count()), all)
            }),
        }
    }

    /// Says the outcome aloud, once nothing changes for a while.
    pub fn say_later(self) {
        let number = self.next();
        let say = move |()| {
            if self.log.with_value(|log| log.news) == number {
                self.said.set(untrack(move || self.status()));
            }
        };
        self.world.after(BEFORE_SAYING, Box::new(say));
    }

    /// Says something else than the outcome, once.
    pub fn say(self, words: String) {
        self.next();
        self.said.set(words);
    }

    /// The number of the newest thing to say.
    fn next(self) -> u32 {
        self.log.update_value(|log| log.news += 1);
        self.log.with_value(|log| log.news)
    }

    /// Keeps what is typed before there is anything to search in.
    pub fn type_early(self, text: String) {
        self.log.update_value(|log| log.early = text);
    }
}

/// The rows that filters and words leave.
fn set_of(
    index: RwSignal<Option<Arc<Index>>>,
    selection: Memo<Selection>,
    found: RwSignal<Option<Arc<set::Set>>>,
) -> set::Set {
    index.with(|index| {
        let index = index.as_ref();
        let apply = |index: &Arc<Index>| {
            found.with(|found| selection.with(|chosen| index.apply(chosen, found.as_deref())))
        };
        index.map(apply).unwrap_or_default()
    })
}

/// For each facet of the catalog its values, and how many rows each leaves.
fn counts_of(
    index: RwSignal<Option<Arc<Index>>>,
    selection: Memo<Selection>,
    found: RwSignal<Option<Arc<set::Set>>>,
) -> Vec<Counts> {
    index.with(|index| {
        let index = index.as_ref();
        let count = |index: &Arc<Index>| {
            found.with(|found| selection.with(|chosen| index.counts(chosen, found.as_deref())))
        };
        index.map(count).unwrap_or_default()
    })
}
