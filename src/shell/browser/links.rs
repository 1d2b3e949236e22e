//! The links of the prose and the card beside them: browser events in, link events out.

use std::cell::RefCell;

use js_sys::Number;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, KeyboardEvent, PointerEvent};

use crate::shell::browser::world::{document, is_within, listen, matches, target, window};
use crate::view::island::preview::placement::{self, Area};
use crate::view::island::world::{LinkEvent, Reaction};

/// The links that have cards.
const LINKS: &str = "main a[href]:not([title])";

const EVENTS: [&str; 12] = [
    "pointerover",
    "pointerout",
    "pointerdown",
    "pointerup",
    "pointercancel",
    "focusin",
    "focusout",
    "click",
    "contextmenu",
    "keydown",
    "scroll",
    "blur",
];

thread_local! {
    /// The link of the last event, to put the card beside.
    static LINK: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Tells `call` what happens to links and to the card with this id.
pub(super) fn watch(card: &str, call: Box<dyn Fn(LinkEvent) -> Reaction>) {
    let card = format!("#{card}");
    let names = EVENTS.iter().copied().chain(["pagehide"]);
    listen(&names.collect::<Vec<_>>(), move |event| {
        let Some(happened) = read(event, &card) else {
            return;
        };
        if call(happened) == Reaction::Prevented {
            event.prevent_default();
            event.stop_propagation();
        }
    });
}

/// What an event means for links, if anything.
fn read(event: &Event, card: &str) -> Option<LinkEvent> {
    let link = || internal_link(event);
    let on_card = || is_within(event, card);
    let finger = event
        .dyn_ref::<PointerEvent>()
        .is_some_and(|e| e.pointer_type() == "touch");
    match event.type_().as_str() {
        // A finger is followed by what it presses.
        "pointerover" | "pointerout" if finger => None,
        "pointerover" if on_card() => Some(LinkEvent::OverCard),
        "pointerover" => link().map(over),
        "focusin" => link()
            .filter(|link| matches(link, ":focus-visible"))
            .map(over),
        "pointerout" if on_card() => Some(LinkEvent::OutCard),
        "pointerout" => link().map(|_| LinkEvent::Out),
        // At once: a card that stayed could cover what has the focus next.
        "focusout" => link().map(|_| LinkEvent::Away),
        "pointerdown" if finger && link().is_some() => link().map(press),
        "pointerdown" => (!on_card()).then_some(LinkEvent::Away),
        "pointerup" => finger.then_some(LinkEvent::Release),
        "click" | "contextmenu" => link().map(|_| LinkEvent::Act),
        "keydown" => {
            let key = event.dyn_ref::<KeyboardEvent>()?.key();
            (key == "Escape").then_some(LinkEvent::Escape)
        }
        "scroll" => Some(LinkEvent::Scroll),
        "pointercancel" | "pagehide" => Some(LinkEvent::Away),
        // Elements lose the focus too: only the window's own loss counts.
        "blur" => target(event).is_none().then_some(LinkEvent::Away),
        _other => None,
    }
}

fn over(link: HtmlAnchorElement) -> LinkEvent {
    let href = link.href();
    remember(link);
    LinkEvent::Over(href)
}

fn press(link: HtmlAnchorElement) -> LinkEvent {
    let href = link.href();
    remember(link);
    LinkEvent::Press(href)
}

fn remember(link: HtmlAnchorElement) {
    describe(None);
    LINK.set(Some(link.into()));
}

/// The link that an event happened in, if it leads to another page of this site.
fn internal_link(event: &Event) -> Option<HtmlAnchorElement> {
    let link: HtmlAnchorElement = target(event)?.closest(LINKS).ok()??.dyn_into().ok()?;
    let location = window().location();
    let here = (location.origin().ok()?, location.pathname().ok()?);
    let internal = link.origin() == here.0 && link.pathname() != here.1;
    (internal && link.pathname().ends_with('/') && link.download().is_empty()).then_some(link)
}

/// Puts the card beside the link once the browser has laid it out; or takes the description back.
pub(super) fn place(card: Option<&str>) {
    describe(card);
    let Some(card) = card.map(str::to_owned) else {
        return;
    };
    let then = Closure::once_into_js(move || {
        move_card(&card);
    });
    // Fails only where the argument is no function.
    drop(window().request_animation_frame(then.unchecked_ref()));
}

fn describe(card: Option<&str>) {
    LINK.with_borrow(|link| {
        let Some(link) = link else { return };
        // Fails only for what is no attribute name.
        drop(match card {
            Some(card) => link.set_attribute("aria-describedby", card),
            None => link.remove_attribute("aria-describedby"),
        });
    });
}

fn move_card(card: &str) -> Option<()> {
    let card: HtmlElement = document().get_element_by_id(card)?.dyn_into().ok()?;
    let link = LINK.with_borrow(|link| link.as_ref().map(area))?;
    let size = area(&card);
    let root = document().document_element()?;
    let window = (
        f64::from(root.client_width()),
        f64::from(root.client_height()),
    );
    let (left, top) = placement::place(link, (size.width, size.height), window);
    card.style().set_property("left", &pixels(left)?).ok()?;
    card.style().set_property("top", &pixels(top)?).ok()
}

/// The browser writes numbers: Rust's own way with fractions weighs 15 kB.
fn pixels(number: f64) -> Option<String> {
    let digits = Number::from(number).to_fixed(0).ok()?;
    Some(format!("{}px", String::from(digits)))
}

fn area(element: &Element) -> Area {
    let rect = element.get_bounding_client_rect();
    Area {
        left: rect.left(),
        top: rect.top(),
        width: rect.width(),
        height: rect.height(),
    }
}
