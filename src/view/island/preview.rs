//! A look at where a link leads, before following it: the target's title and summary in a card beside the link.
//!
//! [`machine`] decides when, [`excerpt`] reads the target's text, [`placement`] decides where. The target page itself is
//! fetched, so that following the link then finds it in the browser's cache.

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
    let world = world();
    let card = Card {
        world,
        machine: StoredValue::new(Machine::default()),
        shown: RwSignal::new(None),
    };
    Effect::new(move |_| {
        world.on_links(
            CARD,
            Box::new(move |event| card.happened(Event::Link(event))),
        );
    });
    view! {
        <div class="preview" id=CARD hidden=move || card.shown.get().is_none()>
            <p class="preview-title">{move || card.shown.get().map(|e| e.title)}</p>
            <p class="preview-summary">{move || card.shown.get().map(|e| e.summary)}</p>
        </div>
    }
}

/// Connects the machine with the world.
#[derive(Clone, Copy)]
struct Card {
    world: &'static dyn World,
    machine: StoredValue<Machine>,
    shown: RwSignal<Option<Excerpt>>,
}

impl Card {
    fn happened(self, event: Event) -> Reaction {
        let mut step = (Act::Nothing, Reaction::GoesAhead);
        self.machine
            .update_value(|machine| step = machine.step(event));
        let (act, reaction) = step;
        match act {
            Act::Nothing => {}
            Act::Wait {
                milliseconds,
                ticket,
            } => {
                let then = move |()| {
                    self.happened(Event::Timer(ticket));
                };
                self.world.after(milliseconds, Box::new(then));
            }
            Act::Load { href, ticket } => {
                let then = move |text: Option<String>| {
                    let excerpt = text.as_deref().and_then(Excerpt::read);
                    self.happened(Event::Loaded(ticket, excerpt));
                };
                self.world.read(&href, Box::new(then));
            }
            Act::Show(excerpt) => {
                self.shown.set(Some(excerpt));
                self.world.place(Some(CARD));
            }
            Act::Hide => {
                self.shown.set(None);
                self.world.place(None);
            }
        }
        reaction
    }
}
