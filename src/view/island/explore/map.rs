//! The set on a map. The outline of the land is asked for when a map is shown for the first time.
//!
//! ```text
//! data-land -> Outline -> Look; gestures -> Look -> draw
//! ```
//!
//! - [`look`] is where the map looks and what a gesture does; [`draw`](mod@draw) draws it, with [`ring`]s for marks of
//!   several inks.
//! - [`chosen`] lists the entries of a place, [`legend`] says what the drawing means, [`words`] tells all of it again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::land::{BORDERS, CREDIT_URL};
use crate::explore::places;
use crate::view::island::explore::desk::{By, Desk};
use crate::view::island::explore::map::look::heed::Heeded;
use crate::view::island::explore::map::look::{Act, Atlas, Look};
use crate::view::island::explore::sheet::hand::Gesture;
use crate::view::island::explore::sheet::{Manner, Sheet, sheet};
use crate::view::island::world::Reaction;

pub mod look;

pub mod draw;
pub mod ring;

pub mod chosen;
pub mod legend;
pub mod words;

/// The id of the canvas.
const CANVAS: &str = "map";

/// What keys do on the map.
const KEYS: &str = "Arrow keys go from mark to mark, Home and End to the first and last; Enter lists the entries of a place or takes a mark of several places apart. With Shift, arrows move the map.";

/// How far the outline is.
#[derive(Debug, Clone, Default)]
pub enum Outline {
    /// Nobody has asked for it yet, or it is on its way.
    #[default]
    Coming,
    /// It is there, with the entries on it.
    Here(Arc<Atlas>),
    /// It could not be had.
    Lost,
}

/// The map.
pub fn map(desk: Desk) -> impl IntoView {
    if !matches!(desk.outline.get_untracked(), Outline::Here(_)) {
        load(desk);
    }
    move || match desk.outline.get() {
        Outline::Coming => {
            view! { <p class="scene-wait">"The outline of the land is on its way."</p> }.into_any()
        }
        Outline::Lost => lost(desk).into_any(),
        Outline::Here(atlas) => scene(desk, atlas).into_any(),
    }
}

fn load(desk: Desk) {
    desk.outline.set(Outline::Coming);
    let Some(href) = desk.place("land") else {
        return desk.outline.set(Outline::Lost);
    };
    let take = move |bytes: Option<Vec<u8>>| {
        let index = desk.index.get_untracked();
        let atlas = bytes
            .zip(index)
            .and_then(|(bytes, index)| Atlas::read(&bytes, &index));
        desk.outline
            .set(atlas.map_or(Outline::Lost, |atlas| Outline::Here(Arc::new(atlas))));
    };
    desk.world.unpack(&href, Box::new(take));
}

fn lost(desk: Desk) -> impl IntoView {
    view! {
        <div class="explorer-trouble">
            <p>
                "The outline of the land could not be loaded, so there is no map. The file may be missing from this copy of the site, or there is no connection. The list and the table show the same entries with their places."
            </p>
            <button type="button" on:click=move |_| load(desk)>"Try again"</button>
        </div>
    }
}

/// What the parts of the map share.
#[derive(Clone, Copy)]
pub struct Scene {
    /// What all views share.
    pub desk: Desk,
    /// Where the map looks.
    pub look: StoredValue<Look>,
    /// The places whose entries are listed.
    pub chosen: RwSignal<Vec<u32>>,
    sheet: Sheet,
    /// What pointer or keys have reached, in words; the last thing stays until the next.
    under: RwSignal<String>,
    over: RwSignal<bool>,
}

impl Scene {
    fn new(desk: Desk, atlas: Arc<Atlas>) -> Scene {
        let look = Look::new(
            atlas,
            desk.set.get_untracked(),
            desk.state.with_untracked(|state| state.map),
        );
        Scene {
            desk,
            look: StoredValue::new(look),
            chosen: RwSignal::default(),
            sheet: Sheet::new(desk.world, CANVAS),
            under: RwSignal::default(),
            over: RwSignal::default(),
        }
    }

    /// The map follows the set and the address.
    fn follow(self) {
        let desk = self.desk;
        let window = Memo::new(move |_| desk.state.with(|state| state.map));
        Effect::new(move |_| {
            let set = desk.set.get();
            self.look.update_value(|look| look.show(set));
            self.sheet.repaint();
        });
        Effect::new(move |_| {
            let window = window.get();
            self.look.update_value(|look| look.look_at(window));
            self.sheet.repaint();
        });
    }

    fn manner(self) -> Manner {
        Manner {
            role: "application",
            label: "Map of these entries",
            keys: KEYS,
            over: self.over.into(),
            heed: Box::new(move |gesture| self.heed(gesture)),
            paint: Box::new(move |pen| self.look.with_value(|look| draw::draw(look, pen))),
        }
    }

    fn heed(self, gesture: Gesture) -> Reaction {
        let is_escape = matches!(&gesture, Gesture::Key(key) if key.name == "Escape");
        if is_escape && !self.chosen.with_untracked(Vec::is_empty) {
            self.chosen.set(Vec::new());
            return Reaction::Prevented;
        }
        let by_key = matches!(gesture, Gesture::Key(_));
        let mut heeded = Heeded::default();
        self.look.update_value(|look| heeded = look.heed(gesture));
        self.show(&heeded);
        if let Some(said) = heeded.said {
            self.desk.say(said);
        }
        if heeded.rested {
            let window = self.look.with_value(Look::window);
            self.desk.change(By::Looking, |state| state.map = window);
        }
        if let Some(act) = heeded.act {
            self.act(act, by_key);
        }
        if heeded.taken {
            Reaction::Prevented
        } else {
            Reaction::GoesAhead
        }
    }

    /// Draws, and names what is reached.
    fn show(self, heeded: &Heeded) {
        if !heeded.drawn {
            return;
        }
        self.sheet.repaint();
        let (over, words) = self.look.with_value(|look| {
            let over = look.over();
            let under = over.or_else(|| look.at().map(look::Under::Mark));
            (over.is_some(), under.map(|under| look.words(under)))
        });
        if self.over.get_untracked() != over {
            self.over.set(over);
        }
        if let Some(words) = words.filter(|words| self.under.with_untracked(|old| old != words)) {
            self.under.set(words);
        }
    }

    fn act(self, act: Act, by_key: bool) {
        match act {
            Act::Closer => {}
            Act::List(places) => {
                self.chosen.set(places);
                if by_key {
                    // It is in the page a moment later.
                    let world = self.desk.world;
                    world.after(0, Box::new(|()| world.focus(chosen::HEADING)));
                }
            }
            Act::Country(code) => self.only_country(&code),
        }
    }

    fn only_country(self, code: &str) {
        let index = self.desk.index.get_untracked();
        let value = index.and_then(|index| index.value_named(Facet::Country, code));
        if let Some(value) = value {
            self.desk.change(By::Pressing, |state| {
                chosen::only(&mut state.selection, Facet::Country, value);
            });
        }
    }

    /// Lists no entries of a place any more, and gives the keys back to the map.
    fn unchoose(self) {
        self.chosen.set(Vec::new());
        self.sheet.focus();
    }
}

fn scene(desk: Desk, atlas: Arc<Atlas>) -> impl IntoView {
    let scene = Scene::new(desk, atlas);
    scene.follow();
    let words = words::words(scene);
    view! {
        <p class="scene-sum">{move || words.sum.get()}</p>
        <div class="scene">
            <div class="scene-main map">
                {sheet(scene.sheet, scene.manner()).into_any()}
                <p class="scene-under" aria-hidden="true">{move || scene.under.get()}</p>
            </div>
            <div class="scene-side">
                {chosen::chosen(scene)}
                {legend::legend(scene)}
            </div>
        </div>
        {words::without(scene, words)}
        {words::twin(scene, words)}
        {credits()}
    }
}

/// Where outline and places come from, as their licences ask.
fn credits() -> AnyView {
    view! {
        <p class="scene-credits">
            "Outline: " <a href=CREDIT_URL>"Natural Earth"</a> " (public domain). Places: "
            <a href=places::CREDIT_URL>"GeoNames"</a> ", "
            <a href=places::LICENCE_URL>"CC BY 4.0"</a> ". " {BORDERS}
        </p>
    }
    .into_any()
}

/// What is said of an entry on the map beside its name: its kind and its place.
fn say(catalog: &Catalog, row: &Row) -> String {
    let kind = crate::explore::lookup::values(catalog, row, Facet::Kind).first();
    let kind = kind.map_or("", |kind| {
        crate::explore::lookup::label(catalog, Facet::Kind, *kind)
    });
    match &row.place {
        Some(place) => [kind, " · ", &place.name].concat(),
        None => kind.to_owned(),
    }
}
