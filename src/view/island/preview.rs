//! A look at where a link leads, before following it: the target's title and summary in a card beside the link.
//!
//! [`machine`] decides when, [`excerpt`] reads the target's text, [`placement`] decides where. The target page itself is
//! fetched, so that following the link then finds it in the browser's cache.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use crate::view::island::preview::excerpt::Excerpt;
use crate::view::island::preview::machine::{Act, Event, Machine};
use crate::view::island::world::{Reaction, World, world};

pub mod excerpt;
pub mod machine;
pub mod placement;

/// The card's id.
pub const CARD: &str = "preview";

/// The card; one for the whole page.
#[island]
pub fn Preview() -> impl IntoView {
    let shown = RwSignal::new(Excerpt::default());
    let card = Card {
        world: world(),
        machine: Arc::default(),
        shown,
    };
    let call = move |event| card.happened(Event::Link(event));
    world().on_links(CARD, Box::new(call));
    view! {
        <div class="preview" id=CARD hidden=move || shown.with(Excerpt::is_empty)>
            <p class="preview-title">{move || shown.get().title}</p>
            <p class="preview-summary">{move || shown.get().summary}</p>
        </div>
    }
}

/// Connects the machine with the world.
#[derive(Clone)]
struct Card {
    world: &'static dyn World,
    machine: Arc<Mutex<Machine>>,
    shown: RwSignal<Excerpt>,
}

impl Card {
    fn happened(&self, event: Event) -> Reaction {
        let mut machine = self.machine.lock().unwrap_or_else(PoisonError::into_inner);
        let (act, reaction) = machine.step(event);
        drop(machine);
        self.perform(act);
        reaction
    }

    fn perform(&self, act: Act) {
        let card = self.clone();
        match act {
            Act::Nothing => {}
            Act::Wait {
                milliseconds,
                ticket,
            } => {
                let then = move |()| {
                    card.happened(Event::Timer(ticket));
                };
                self.world.after(milliseconds, Box::new(then));
            }
            Act::Load { href, ticket } => {
                let then = move |text: Option<String>| {
                    let excerpt = text.as_deref().and_then(Excerpt::read);
                    card.happened(Event::Loaded(ticket, excerpt));
                };
                self.world.read(&href, Box::new(then));
            }
            Act::Show(excerpt) => {
                self.shown.set(excerpt);
                self.world.place(Some(CARD));
            }
            Act::Hide => {
                self.shown.set(Excerpt::default());
                self.world.place(None);
            }
        }
    }
}
