//! The set as a graph: entries and what ties them, the surroundings of one, and how two are connected.
//!
//! ```text
//! file -> Atlas;  Atlas + set + state -> Look;  Atlas + Look + gestures -> Scene -> pen
//! ```
//!
//! The file is fetched when the graph is first shown. [`atlas`] is the net beside the catalog, [`look`] what of it is
//! shown, [`scene`] the picture with its camera and what gestures do, [`draw`] and [`symbol`] put it on paper. Around the
//! sheet: [`ask`] finds an entry and a path, [`card`] tells of the selected one, [`legend`] switches connections, [`twin`]
//! is all of it in words.

pub mod ask;
pub mod atlas;
pub mod card;
pub mod draw;
pub mod legend;
pub mod look;
pub mod scene;
pub mod symbol;
pub mod twin;

#[cfg(test)]
mod sample;

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::graph::file::decode;
use crate::explore::phrase::counted;
use crate::model::entry::Approach;
use crate::view::island::explore::desk::{By, Desk, Phase};
use crate::view::island::explore::graph::atlas::Atlas;
use crate::view::island::explore::graph::look::{Look, Wish};
use crate::view::island::explore::graph::scene::{Deed, Scene};
use crate::view::island::explore::sheet::hand::Gesture;
use crate::view::island::explore::sheet::{Manner, Sheet, sheet};
use crate::view::island::world::Reaction;

/// The id of the canvas.
pub const SHEET: &str = "graph";

const KEYS: &str = "Arrow keys go from entry to entry, with Shift they move the picture. Enter draws the graph around the entry, Escape goes back.";

/// What the parts of the graph share.
#[derive(Clone, Copy)]
pub struct Study {
    /// What is explored.
    pub desk: Desk,
    /// The net, once it is there.
    pub atlas: RwSignal<Option<Arc<Atlas>>>,
    /// What of it is shown.
    pub look: Signal<Option<Arc<Look>>>,
    /// The node that keys and card are at.
    pub selected: RwSignal<Option<u32>>,
    phase: RwSignal<Phase>,
    over: RwSignal<bool>,
    /// The ends of the path, also while there is but one.
    ends: RwSignal<[Option<u32>; 2]>,
    scene: StoredValue<Option<Scene>>,
    sheet: Sheet,
}

/// The graph with all that stands around it.
pub fn graph(desk: Desk) -> impl IntoView {
    let study = Study::new(desk);
    study.load();
    let centre = Memo::new(move |_| {
        let look = study.look.get();
        look.and_then(|look| look.centre())
    });
    Effect::new(move |_| {
        if let Some(centre) = centre.get() {
            study.selected.set(Some(centre));
        }
    });
    Effect::new(move |_| study.follow());
    move || match study.phase.get() {
        Phase::Loading => {
            view! { <p class="nothing" role="status">"Loading the graph…"</p> }.into_any()
        }
        Phase::Failed => trouble(study).into_any(),
        Phase::Ready => picture(study).into_any(),
    }
}

fn trouble(study: Study) -> impl IntoView {
    view! {
        <div class="explorer-note" role="alert">
            <p>"The graph could not be loaded: it may have been replaced by a newer one, or there is no connection. The other ways to look at these entries work without it."</p>
            <button type="button" on:click=move |_| study.load()>"Try again"</button>
        </div>
    }
}

fn picture(study: Study) -> impl IntoView {
    let words = move || study.words();
    view! {
        <div class="graph">
            <div class="graph-ask">{ask::find(study).into_any()} {ask::around(study).into_any()}</div>
            {ask::path(study).into_any()}
            <div class="graph-columns">
                <div>
                    <p class="meta">{words}</p>
                    {study.sheet().into_any()}
                </div>
                <div class="graph-side">
                    {card::card(study).into_any()}
                    {legend::legend(study).into_any()}
                </div>
            </div>
            {twin::twin(study).into_any()}
        </div>
    }
}

impl Study {
    fn new(desk: Desk) -> Study {
        let atlas = RwSignal::new(None::<Arc<Atlas>>);
        let wish = Memo::new(move |_| {
            desk.state.with(|state| Wish {
                focus: state.focus,
                steps: state.steps,
                hidden: state.hidden.clone(),
                path: state.path,
            })
        });
        // Every new look is another one: it is made only when set or wish have changed.
        let look = Memo::new_with_compare(
            move |_| {
                let atlas = atlas.get()?;
                let look = desk
                    .set
                    .with(|set| wish.with(|wish| Look::new(&atlas, set, wish)));
                Some(Arc::new(look))
            },
            |_, _| true,
        );
        Study {
            desk,
            atlas,
            look: look.into(),
            selected: RwSignal::new(None),
            phase: RwSignal::new(Phase::Loading),
            over: RwSignal::new(false),
            ends: RwSignal::new([None, None]),
            scene: StoredValue::new(None),
            sheet: Sheet::new(desk.world, SHEET),
        }
    }

    /// Asks for the net.
    fn load(self) {
        self.phase.set(Phase::Loading);
        let Some(href) = self.desk.place("graph") else {
            return self.phase.set(Phase::Failed);
        };
        let take = move |bytes: Option<Vec<u8>>| {
            // The reader may look at something else by now.
            if self.phase.is_disposed() {
                return;
            }
            let net = bytes.and_then(|bytes| decode(&bytes).ok());
            match net.zip(self.desk.index.get_untracked()) {
                Some((net, index)) => {
                    self.atlas
                        .set(Some(Arc::new(Atlas::new(net, index.catalog()))));
                    self.phase.set(Phase::Ready);
                }
                None => self.phase.set(Phase::Failed),
            }
        };
        self.desk.world.unpack(&href, Box::new(take));
    }

    /// The picture follows what is shown and what is selected.
    fn follow(self) {
        let Some((atlas, look)) = self.atlas.get().zip(self.look.get()) else {
            return;
        };
        let selected = self.selected.get();
        self.scene.update_value(|scene| {
            let calm = self.sheet.is_calm();
            let scene = scene.get_or_insert_with(|| Scene::new(atlas, Arc::clone(&look), calm));
            if !Arc::ptr_eq(&scene.look, &look) {
                scene.show(look);
            }
            if scene.selected != selected {
                scene.select(selected);
            }
        });
        self.sheet.repaint();
    }

    fn sheet(self) -> impl IntoView {
        let manner = Manner {
            role: "application",
            label: "Graph of the entries",
            keys: KEYS,
            over: self.over.into(),
            heed: Box::new(move |gesture| self.heed(&gesture)),
            paint: Box::new(move |pen| {
                let mut goes_on = false;
                self.scene.update_value(|scene| {
                    goes_on = scene.as_mut().is_some_and(|scene| scene.paint(pen));
                });
                if goes_on {
                    self.sheet.repaint();
                }
            }),
        };
        sheet(self.sheet, manner)
    }

    fn heed(self, gesture: &Gesture) -> Reaction {
        let mut deed = Deed::Nothing;
        let mut over = false;
        self.scene.update_value(|scene| {
            if let Some(scene) = scene {
                deed = scene.feel(gesture);
                over = scene.is_over();
            }
        });
        if self.over.get_untracked() != over {
            self.over.set(over);
        }
        match deed {
            Deed::Nothing => return Reaction::GoesAhead,
            Deed::Repaint => self.sheet.repaint(),
            Deed::Select(node) => self.select(node),
            Deed::Focus(node) => self.focus(Some(node)),
            Deed::Leave => self.focus(None),
        }
        Reaction::Prevented
    }

    /// Selects a node and says which it is.
    pub fn select(self, node: Option<u32>) {
        self.selected.set(node);
        let words = untrack(move || {
            node.map_or_else(|| "Nothing is selected.".to_owned(), |node| self.told(node))
        });
        self.desk.say(words);
    }

    /// Draws the graph around a node, or around none.
    pub fn focus(self, node: Option<u32>) {
        let row = node.and_then(|node| self.with_atlas(|atlas| atlas.row(node)).flatten());
        if node.is_some() {
            self.selected.set(node);
        }
        self.desk.change(By::Pressing, |state| state.focus = row);
        self.desk.say(untrack(move || self.words()));
    }

    /// What is shown, in sentences.
    pub fn words(self) -> String {
        let look = self.look.get();
        let words = look.and_then(|look| {
            self.with_atlas(|atlas| {
                let title = |row| self.title(row);
                let absent = look.focus.and_then(Result::err);
                let absent = absent.map(|absent| absent.in_words(title) + " ");
                absent.unwrap_or_default() + &look.in_words(atlas)
            })
        });
        words.unwrap_or_default()
    }

    /// A node in words: its title, what it is, and to how many it is tied.
    fn told(self, node: u32) -> String {
        let ties = self.look.with(|look| {
            let mut near: Vec<u32> = Vec::new();
            near.extend(
                look.iter()
                    .flat_map(|look| look.hops(node).map(|hop| hop.to)),
            );
            near.sort_unstable();
            near.dedup();
            near.len()
        });
        let ties = counted(ties, "neighbour", "neighbours");
        let told = self.with_atlas(|atlas| {
            [
                atlas.title(node),
                ", ",
                &meta(atlas, node),
                ", ",
                &ties,
                ".",
            ]
            .concat()
        });
        told.unwrap_or_default()
    }

    /// The title of a row.
    pub fn title(self, row: u32) -> String {
        let index = self.desk.index.get_untracked();
        index.map_or_else(String::new, |index| index.title(row).to_owned())
    }

    /// Asks the net, once it is there.
    pub fn with_atlas<T>(self, ask: impl FnOnce(&Atlas) -> T) -> Option<T> {
        self.atlas.with_untracked(|atlas| atlas.as_deref().map(ask))
    }
}

/// What a node is, in words: `Network, counter-institution`.
pub fn meta(atlas: &Atlas, node: u32) -> String {
    let Some(node) = atlas.net.node(node) else {
        return String::new();
    };
    let kind = atlas.net.kind_label(node);
    let half = match node.approach {
        Some(Approach::CounterPower) => ", counter-power",
        Some(Approach::CounterInstitution) => ", counter-institution",
        Some(Approach::Both) => ", both halves",
        None => "",
    };
    [kind, half].concat()
}
