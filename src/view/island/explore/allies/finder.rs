//! Connects a wish with the catalog, the address and the browser.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::allies::answers::Answer;
use crate::explore::allies::seeker::Seeker;
use crate::explore::allies::{Found, Prepared, prepared};
use crate::explore::catalog::Catalog;
use crate::explore::facets::Index;
use crate::explore::pairs::{pairs, unescaped};
use crate::view::island::explore::PLACE;
use crate::view::island::explore::allies::wish::Wish;
use crate::view::island::explore::desk::{By, Phase};
use crate::view::island::explore::pick::titles::Titles;
use crate::view::island::explore::world::ExplorerWorld;
use crate::view::island::search::steps::Steps;

/// How many allies are shown at first, and how many more at a press: what can be read in one sitting.
pub const SHOWN: usize = 20;

/// How long nothing must change before it is said aloud: at 0 a reader who listens would hear every press.
const BEFORE_SAYING: u32 = 500;

/// How long nothing must change before typing becomes a step of the history: at 0 each letter would be one.
const BEFORE_RESTING: u32 = 1200;

/// All that does not change while the page lives.
#[derive(Debug)]
pub struct Known {
    /// The catalog, ready to be filtered.
    pub index: &'static Index,
    /// The catalog, ready to be compared.
    pub prepared: Prepared<'static>,
    /// The titles, to pick an entry from.
    pub titles: Arc<Titles>,
    /// Types of what is exchanged.
    pub types: Vec<Answer>,
}

impl Known {
    /// The catalog.
    pub fn catalog(&self) -> &'static Catalog {
        self.index.catalog()
    }
}

/// What the parts of the finder share.
#[derive(Clone, Copy)]
pub struct Finder {
    /// The browser.
    pub world: &'static dyn ExplorerWorld,
    /// How far the catalog is.
    pub phase: RwSignal<Phase>,
    /// What is known, once the catalog is there.
    pub known: RwSignal<Option<Arc<Known>>>,
    /// Whose allies are looked for.
    pub wish: RwSignal<Wish>,
    /// The same without what is not finished.
    pub seeker: Memo<Seeker>,
    /// How many allies are shown.
    pub most: RwSignal<usize>,
    /// Them.
    pub found: Memo<Found>,
    /// What of the address was not understood: sentences.
    pub dropped: RwSignal<Vec<String>>,
    /// What a screen reader says.
    pub said: RwSignal<String>,
    /// Counts what there was to say, so that only the newest is said.
    news: StoredValue<u32>,
    steps: StoredValue<Steps>,
}

impl Finder {
    /// A finder without a catalog yet.
    pub fn new(world: &'static dyn ExplorerWorld) -> Finder {
        let known = RwSignal::new(None::<Arc<Known>>);
        let wish = RwSignal::new(Wish::default());
        let most = RwSignal::new(SHOWN);
        let seeker = Memo::new(move |_| wish.with(Wish::seeker));
        let found = Memo::new(move |_| {
            let most = most.get();
            let find = |known: &Arc<Known>| seeker.with(|who| known.prepared.find(who, most));
            known.with(|known| known.as_ref().map(find).unwrap_or_default())
        });
        Finder {
            world,
            phase: RwSignal::default(),
            known,
            wish,
            seeker,
            most,
            found,
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
                Some(catalog) => self.open(catalog),
                None => self.phase.set(Phase::Failed),
            }
        };
        self.world.unpack(&href, Box::new(take));
    }

    fn open(self, catalog: Catalog) {
        // It is made once and lives as long as the page.
        let index: &'static Index = Box::leak(Box::new(Index::new(catalog)));
        let types = self.place("types").unwrap_or_default();
        let types = pairs(&types).map(|(value, label)| (value.to_owned(), unescaped(label)));
        let known = Known {
            prepared: prepared(index.catalog()),
            titles: Arc::new(Titles::of(index.catalog())),
            types: types.collect(),
            index,
        };
        self.known.set(Some(Arc::new(known)));
        self.arrive();
        self.phase.set(Phase::Ready);
        self.world.on_fragment(Box::new(move || self.arrive()));
    }

    fn place(self, file: &str) -> Option<String> {
        self.world.attribute(PLACE, &["data-", file].concat())
    }

    /// The way from this page to a page of the site.
    pub fn to(self, address: &str) -> String {
        [&self.place("root").unwrap_or_default(), address].concat()
    }

    /// Takes the wish from the address, unless it says what is shown already.
    fn arrive(self) {
        let here = self.world.here();
        let fragment = here.split_once('#').map_or("", |(_, fragment)| fragment);
        let arrived = self.steps.with_value(Steps::has_arrived);
        if arrived && self.steps.with_value(|steps| steps.is_at(fragment)) {
            return;
        }
        let Some(known) = self.known.get_untracked() else {
            return;
        };
        let wish = self.wish.get_untracked();
        let reading = wish.read(fragment, known.catalog(), &known.types);
        self.steps
            .update_value(|steps| steps.arrive(fragment.to_owned()));
        self.dropped.set(reading.dropped);
        self.most.set(SHOWN);
        self.wish.set(reading.wish);
        self.say_later();
    }

    /// Changes the wish; the address and what is found follow.
    pub fn change(self, by: By, change: impl FnOnce(&mut Wish)) {
        let before = self.seeker.get_untracked();
        self.wish.update(change);
        let now = self.seeker.get_untracked();
        if now == before {
            return;
        }
        self.write_down(by, &now.write());
        self.dropped.set(Vec::new());
        self.most.set(SHOWN);
        self.say_later();
    }

    /// Shows more allies.
    pub fn show_more(self) {
        self.most.update(|most| *most += SHOWN);
        self.say_later();
    }

    /// Puts the wish into the address.
    fn write_down(self, by: By, fragment: &str) {
        let step = self.steps.try_update_value(|steps| match by {
            By::Pressing => steps.pressed(fragment),
            By::Typing | By::Looking => steps.typed(fragment),
        });
        if let Some(step) = step.flatten() {
            let address = if fragment.is_empty() {
                String::new()
            } else {
                ["#", fragment].concat()
            };
            self.world.set_fragment(&address, step);
        }
        let number = self.steps.with_value(Steps::number);
        let rest = move |()| self.steps.update_value(|steps| steps.rest(number));
        self.world.after(BEFORE_RESTING, Box::new(rest));
    }

    /// What is going on, in words.
    pub fn status(self) -> String {
        match self.phase.get() {
            Phase::Loading => "Loading the catalog…".to_owned(),
            Phase::Failed => String::new(),
            Phase::Ready if self.wish.with(Wish::lacks_entry) => {
                "Choose an entry to see who is near it, and why.".to_owned()
            }
            Phase::Ready => self.found.with(|found| found.sentence.clone()),
        }
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
}
