//! A sheet to draw on: a canvas with gestures, keys and buttons, shared by map, timeline and graph.
//!
//! ```text
//! browser -> Felt -> Hand -> Gesture -> whoever opened the sheet -> repaint -> Pen -> browser
//! ```
//!
//! [`sheet`] is the entry. [`hand`] tells clicks from drags and a wheel that is meant for the sheet from one that scrolls
//! the page; [`pen`] is all that can be drawn; [`shapes`] are the marks; [`glide`] is how things move. What is drawn and
//! what a gesture does is left to the view.

pub mod glide;
pub mod hand;
pub mod pen;
pub mod shapes;

#[cfg(test)]
pub(crate) mod record;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::view::island::explore::sheet::hand::{Felt, Gesture, Hand};
use crate::view::island::explore::sheet::pen::Pen;
use crate::view::island::explore::world::ExplorerWorld;
use crate::view::island::world::Reaction;

/// How long a wheel must stand still before it counts as let go, in milliseconds: at 0 each of its steps would be a
/// movement of its own, and what is drawn only at rest would flicker.
const BEFORE_RESTING: u32 = 150;

/// What a hint says of every sheet. As maps on the web do, it leaves wheel and finger to the page until it is asked.
const HOW: &str = "+ and − zoom, 0 shows the whole. Wheel and finger scroll the page until you click or tap here; then the wheel zooms and a finger moves it. Ctrl with the wheel always zooms.";

/// The same of a sheet that the wheel moves up and down.
const HOW_LONG: &str = "+ and − zoom, 0 shows the whole. Wheel and finger scroll the page until you click or tap here; then they move the drawing. Ctrl with the wheel always zooms.";

/// A sheet by its name; to be copied into whatever asks it to be drawn again.
#[derive(Clone, Copy)]
pub struct Sheet {
    world: &'static dyn ExplorerWorld,
    id: &'static str,
}

/// Draws a whole sheet.
pub type Paint = Box<dyn Fn(&mut dyn Pen)>;

/// Does what a gesture asks for.
type Heed = dyn Fn(Gesture) -> Reaction;

/// What the browser calls. Both may ask for the sheet to be drawn again, also while they run.
pub struct Acts {
    /// What was felt on the sheet; says whether the browser's own reaction goes ahead.
    pub feel: Box<dyn Fn(Felt) -> Reaction>,
    /// Draws all of it.
    pub paint: Paint,
}

/// What a view says of its sheet.
pub struct Manner {
    /// The canvas's role: `img` where keys do nothing, else mostly `application`.
    pub role: &'static str,
    /// The canvas's name.
    pub label: &'static str,
    /// What its keys do beyond those of every sheet, in sentences; it stands below and describes the canvas.
    pub keys: &'static str,
    /// Whether a press where the pointer is would do something.
    pub over: Signal<bool>,
    /// What a gesture does. The answer matters for keys only: [`Reaction::Prevented`] for those that did something.
    pub heed: Box<Heed>,
    /// Draws all of it, never more than once in a frame.
    pub paint: Paint,
}

impl Sheet {
    /// The sheet whose canvas has this id.
    pub fn new(world: &'static dyn ExplorerWorld, id: &'static str) -> Sheet {
        Sheet { world, id }
    }

    /// Asks for it to be drawn on the next frame.
    pub fn repaint(self) {
        self.world.repaint(self.id);
    }

    /// Gives it the keyboard's focus.
    pub fn focus(self) {
        self.world.focus(self.id);
    }

    /// Whether the reader wants as little motion as can be: then nothing glides.
    pub fn is_calm(self) -> bool {
        self.world.is_calm()
    }
}

/// The canvas with its buttons and its hint. It lives as long as the owner in which it was made.
pub fn sheet(sheet: Sheet, manner: Manner) -> impl IntoView {
    sheet_under(Hand::default(), HOW, sheet, manner)
}

/// The same for what is longer than the sheet: the wheel moves it up and down, as it does with a list.
pub fn long_sheet(sheet: Sheet, manner: Manner) -> impl IntoView {
    sheet_under(Hand::scrolling(), HOW_LONG, sheet, manner)
}

fn sheet_under(hand: Hand, how: &'static str, sheet: Sheet, manner: Manner) -> impl IntoView {
    let Sheet { world, id } = sheet;
    let heed: Rc<Heed> = Rc::from(manner.heed);
    let mut acts = Some(Acts {
        feel: feel(world, hand, Rc::clone(&heed)),
        paint: manner.paint,
    });
    // The canvas is in the page by the time that effects run.
    Effect::new(move |_| {
        if let Some(acts) = acts.take() {
            world.open_sheet(id, acts);
        }
    });
    on_cleanup(move || world.close_sheet(id));
    let hint = [id, "-hint"].concat();
    let over = manner.over;
    view! {
        <div class="sheet">
            <div class="sheet-paper">
                <canvas
                    id=id
                    tabindex="0"
                    role=manner.role
                    aria-label=manner.label
                    aria-describedby=hint.clone()
                    data-over=move || over.get().then_some("")
                ></canvas>
                {buttons(id, &heed)}
            </div>
            <p class="sheet-hint" id=hint>{manner.keys} " " {how}</p>
        </div>
    }
}

/// Turns what is felt into gestures, and tells when a wheel has come to rest.
fn feel(
    world: &'static dyn ExplorerWorld,
    hand: Hand,
    heed: Rc<Heed>,
) -> Box<dyn Fn(Felt) -> Reaction> {
    let hand = Rc::new(RefCell::new(hand));
    // The clock calls from outside: it finds the sheet by this, which dies with the owner.
    let rest = StoredValue::new_local((Rc::clone(&hand), Rc::clone(&heed)));
    Box::new(move |felt| {
        // Not held while the view is called: it may cause further events.
        let gesture = hand.borrow_mut().feel(felt);
        let Some(gesture) = gesture else {
            return Reaction::GoesAhead;
        };
        let turned = matches!(gesture, Gesture::Wheeled { .. });
        let reaction = heed(gesture);
        if !turned {
            return reaction;
        }
        let turn = hand.borrow().turn();
        let still = move |()| {
            let rested = rest.try_with_value(|(hand, heed)| {
                let is_last = hand.borrow().turn() == turn;
                is_last.then(|| Rc::clone(heed))
            });
            if let Some(heed) = rested.flatten() {
                heed(Gesture::Rested);
            }
        };
        world.after(BEFORE_RESTING, Box::new(still));
        Reaction::Prevented
    })
}

/// The buttons: each with its sign, its name, and what it does.
const BUTTONS: [(&str, &str, Gesture); 3] = [
    ("+", "Zoom in", Gesture::Closer),
    ("−", "Zoom out", Gesture::Farther),
    ("Whole", "Show the whole", Gesture::Whole),
];

fn buttons(id: &'static str, heed: &Rc<Heed>) -> impl IntoView + use<> {
    let buttons = BUTTONS.map(|(sign, name, gesture)| {
        let heed = Rc::clone(heed);
        let press = move |_| {
            heed(gesture.clone());
        };
        view! {
            <button type="button" aria-label=name title=name aria-controls=id on:click=press>
                {sign}
            </button>
        }
    });
    view! { <div class="sheet-buttons" role="group" aria-label="Zoom">{buttons.to_vec()}</div> }
}
