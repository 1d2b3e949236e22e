//! The set on a timeline: when its entries began and ended, as far as that is known.
//!
//! - [`look`] is where the timeline looks and what a gesture does; [`draw`](mod@draw) draws it, and [`name`] finds room for
//!   names.
//! - [`card`] tells of the entry that was chosen, [`words`] tells all of it again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::catalog::Catalog;
use crate::explore::set;
use crate::explore::timeline::lanes::Timeline;
use crate::explore::timeline::life::Life;
use crate::explore::timeline::scale::Unit;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::legend::{Sign, legend};
use crate::view::island::explore::sheet::hand::Gesture;
use crate::view::island::explore::sheet::{Manner, Sheet, long_sheet};
use crate::view::island::explore::timeline::look::Look;
use crate::view::island::explore::timeline::look::heed::Heeded;
use crate::view::island::world::Reaction;

pub mod look;

pub mod draw;
pub mod name;

pub mod card;
pub mod words;

/// The id of the canvas.
const CANVAS: &str = "timeline";

/// The id of the scroller beside it.
const SCROLLER: &str = "timeline-scroller";

/// What keys do on the timeline.
const KEYS: &str = "Arrow keys left and right go to what began before and after, up and down to the next lane, Home and End to the first and last; Enter opens the dates of an entry. Page keys move through the lanes; with Shift, arrows move through time.";

/// The steps that the buttons offer.
const UNITS: [(Unit, &str); 3] = [
    (Unit::Decade, "Decades"),
    (Unit::Year, "Years"),
    (Unit::Month, "Months"),
];

/// What the bars mean.
const SIGNS: [(Sign, &str); 6] = [
    (Sign::GoesOn, "Goes on to the day this site was made"),
    (Sign::Ended, "Ended"),
    (Sign::Transformed, "Became something else"),
    (Sign::Unsure, "Began or ended at some time in here"),
    (Sign::Fading, "Nobody recorded when it began or ended"),
    (Sign::Event, "An event"),
];

/// The timeline.
pub fn timeline(desk: Desk) -> impl IntoView {
    let timeline = Memo::new(move |_| {
        let set = desk.set.get();
        desk.index.with(|index| {
            let index = index.as_ref()?;
            Some(Arc::new(made(index.catalog(), &set)?))
        })
    });
    let is_dated = Memo::new(move |_| {
        timeline.with(|timeline| timeline.as_ref().map(|timeline| timeline.all.is_some()))
    });
    let sum =
        move || timeline.with(|timeline| timeline.as_ref().map(|timeline| timeline.in_words()));
    let shown = move || {
        match is_dated.get() {
        None => Some(view! { <p>"The catalog does not say on which day it was made, so what still goes on cannot be drawn."</p> }.into_any()),
        Some(true) => Some(scene(desk, timeline)),
        Some(false) => None,
    }
    };
    view! {
        <p class="scene-sum">{sum}</p>
        {shown}
        {words::undated(desk, timeline)}
        {words::twin(desk, timeline)}
    }
}

/// The timeline of a set; nothing where the catalog does not know its own day.
fn made(catalog: &Catalog, set: &set::Set) -> Option<Timeline> {
    let rows = set.iter().filter_map(|row| Some((row, catalog.row(row)?)));
    let lives = rows.map(|(number, row)| (number, Life::of(catalog, row)));
    Some(Timeline::new(lives, catalog.today?))
}

/// A timeline, once there is a catalog with a day.
type Made = Memo<Option<Arc<Timeline>>>;

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
pub struct Scene {
    /// What all views share.
    pub desk: Desk,
    /// The entry whose card is open.
    pub opened: RwSignal<Option<u32>>,
    look: StoredValue<Option<Look>>,
    sheet: Sheet,
    /// What pointer or keys have reached; the last thing stays until the next.
    under: RwSignal<Option<u32>>,
    over: RwSignal<bool>,
    /// What a tick stands for, and the years in sight.
    window: RwSignal<Option<(Unit, String)>>,
    /// How long all lanes are, in pixels.
    length: RwSignal<u32>,
}

impl Scene {
    fn new(desk: Desk) -> Scene {
        Scene {
            desk,
            opened: RwSignal::default(),
            look: StoredValue::default(),
            sheet: Sheet::new(desk.world, CANVAS),
            under: RwSignal::default(),
            over: RwSignal::default(),
            window: RwSignal::default(),
            length: RwSignal::default(),
        }
    }

    /// The timeline follows the set and the address.
    fn follow(self, timeline: Made) {
        let desk = self.desk;
        let period = Memo::new(move |_| desk.state.with(|state| state.time));
        let show = move |timeline: Option<Arc<Timeline>>| {
            let Some(timeline) = timeline else { return };
            let period = period.get_untracked();
            self.look.update_value(|look| {
                *look = match look {
                    Some(look) => look.with(timeline),
                    None => Look::new(timeline, period),
                };
            });
            self.show();
        };
        // The sheet asks for its drawing at once.
        show(timeline.get_untracked());
        Effect::new(move |_| show(timeline.get()));
        Effect::new(move |_| {
            let period = period.get();
            self.turn(|look| look.look_at(period));
            self.show();
        });
    }

    fn turn<T: Default>(self, turn: impl FnOnce(&mut Look) -> T) -> T {
        let mut outcome = T::default();
        self.look
            .update_value(|look| outcome = look.as_mut().map(turn).unwrap_or_default());
        outcome
    }

    /// Draws, and tells the parts beside the sheet.
    fn show(self) {
        self.sheet.repaint();
        let state = self.look.with_value(|look| {
            let look = look.as_ref()?;
            let window = Some((look.scale().unit(), look.scale().in_words()));
            Some((window, look.over(), look.length(), look.top()))
        });
        let Some((window, over, length, top)) = state else {
            return;
        };
        set_if_new(self.window, window);
        set_if_new(self.over, over.is_some());
        set_if_new(self.length, whole(length));
        if over.is_some() {
            set_if_new(self.under, over);
        }
        self.desk.world.scroll(SCROLLER, top);
    }

    fn manner(self) -> Manner {
        let paint = move |pen: &mut dyn crate::view::island::explore::sheet::pen::Pen| {
            self.desk.index.with_untracked(|index| {
                self.look.with_value(|look| {
                    if let (Some(index), Some(look)) = (index, look) {
                        draw::draw(look, index.catalog(), pen);
                    }
                });
            });
        };
        Manner {
            role: "application",
            label: "Timeline of these entries",
            keys: KEYS,
            over: self.over.into(),
            heed: Box::new(move |gesture| self.heed(gesture)),
            paint: Box::new(paint),
        }
    }

    fn heed(self, gesture: Gesture) -> Reaction {
        let is_escape = matches!(&gesture, Gesture::Key(key) if key.name == "Escape");
        if is_escape && self.opened.get_untracked().is_some() {
            self.opened.set(None);
            return Reaction::Prevented;
        }
        let by_key = matches!(gesture, Gesture::Key(_));
        let heeded = self.turn(|look| look.heed(gesture));
        if let Some(row) = heeded.opened {
            self.opened.set(Some(row));
            if by_key {
                // It is in the page a moment later.
                let world = self.desk.world;
                world.after(0, Box::new(|()| world.focus(card::HEADING)));
            }
        }
        let taken = heeded.taken;
        self.heeded(heeded);
        if taken {
            Reaction::Prevented
        } else {
            Reaction::GoesAhead
        }
    }

    fn heeded(self, heeded: Heeded) {
        if heeded.drawn {
            self.show();
        }
        if heeded.rested {
            let period = self.turn(|look| look.period());
            self.desk.change(By::Looking, |state| state.time = period);
        }
        if let Some(row) = heeded.reached {
            self.under.set(Some(row));
            self.desk.say(words::of_row(self.desk, row));
        }
        if let Some(said) = heeded.said {
            self.desk.say(said);
        }
    }

    /// Closes the card, and gives the keys back to the timeline.
    fn close(self) {
        self.opened.set(None);
        self.sheet.focus();
    }
}

fn set_if_new<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|old| *old != value) {
        signal.set(value);
    }
}

fn scene(desk: Desk, timeline: Made) -> AnyView {
    let scene = Scene::new(desk);
    scene.follow(timeline);
    let under = move || scene.under.get().map(|row| words::of_row(desk, row));
    let length = move || [&scene.length.get().to_string(), "px"].concat();
    let scrolled = move |top: i32| {
        scene.turn(|look| look.scroll(f64::from(top)));
        scene.sheet.repaint();
    };
    let view = view! {
        {units(&scene)}
        <div class="scene">
            <div class="scene-main">
                <div class="timeline" style:--long=length>
                    {long_sheet(scene.sheet, scene.manner()).into_any()}
                    <div
                        id=SCROLLER
                        class="timeline-scroller"
                        aria-hidden="true"
                        tabindex="-1"
                        on:scroll:target=move |event| scrolled(event.target().scroll_top())
                    >
                        <div></div>
                    </div>
                </div>
                <p class="scene-under" aria-hidden="true">{under}</p>
            </div>
            <div class="scene-side">
                {card::card(scene)}
                {legend(SIGNS)}
            </div>
        </div>
    };
    view.into_any()
}

/// Decade, year, month; and what is in sight.
fn units(scene: &Scene) -> impl IntoView + use<> {
    let scene = *scene;
    let buttons = UNITS.map(|(unit, name)| {
        let pressed = move || {
            let is_so = scene
                .window
                .with(|window| window.as_ref().is_some_and(|(now, _)| *now == unit));
            if is_so { "true" } else { "false" }
        };
        let press = move |_| {
            let heeded = scene.turn(|look| look.came(|look| look.zoom_to(unit)));
            scene.heeded(heeded);
        };
        view! { <button type="button" aria-pressed=pressed on:click=press>{name}</button> }
    });
    let years = move || {
        scene
            .window
            .with(|window| window.as_ref().map(|(_, years)| years.clone()))
    };
    view! {
        <div class="units">
            <div role="group" aria-label="What a tick stands for">{buttons.to_vec()}</div>
            <span class="meta">{years}</span>
        </div>
    }
}

/// A length in whole pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float saturates"
)]
fn whole(pixels: f64) -> u32 {
    pixels as u32
}
