//! The world of the islands, answered by a browser.
//!
//! What the browser refuses (storage in private windows, the clipboard on insecure pages, a fetch while offline) is an
//! answer here, never a failure.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, Response,
    ScrollIntoViewOptions, ScrollLogicalPosition, Storage, Window,
};

use crate::shell::browser::links;
use crate::view::island::search::steps::Step;
use crate::view::island::world::{LinkEvent, Reaction, Then, World};

/// The browser that runs this.
pub(super) struct Browser;

impl World for Browser {
    fn root_mark(&self, attribute: &str) -> Option<String> {
        document().document_element()?.get_attribute(attribute)
    }

    fn remember(&self, key: &str, value: Option<&str>) {
        let Some(storage) = storage() else { return };
        // A full or forbidden store means that the choice lasts as long as the page.
        drop(match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        });
    }

    fn mark_root(&self, attribute: &str, value: Option<&str>) {
        let Some(root) = document().document_element() else {
            return;
        };
        // Fails only for what is no attribute name.
        drop(match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        });
    }

    fn read(&self, href: &str, then: Then<Option<String>>) {
        settle(&window().fetch_with_str(href), move |response| {
            let response = response.and_then(|r| r.dyn_into::<Response>().ok());
            let text = response.filter(Response::ok).and_then(|r| r.text().ok());
            match text {
                Some(text) => settle(&text, move |text| then(text.and_then(|t| t.as_string()))),
                None => then(None),
            }
        });
    }

    fn copy(&self, text: &str, then: Then<bool>) {
        let navigator = window().navigator();
        // Insecure pages have no clipboard at all: asking it would throw.
        if !has(&navigator, "clipboard") {
            return then(false);
        }
        let promise = navigator.clipboard().write_text(text);
        settle(&promise, move |done| then(done.is_some()));
    }

    fn after(&self, milliseconds: u32, then: Then<()>) {
        gloo::timers::callback::Timeout::new(milliseconds, || then(())).forget();
    }

    fn here(&self) -> String {
        window().location().href().unwrap_or_default()
    }

    fn click(&self, id: &str) {
        let element = document().get_element_by_id(id);
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            element.click();
        }
    }

    fn reveal(&self, id: &str) {
        let Some(element) = document().get_element_by_id(id) else {
            return;
        };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        document().get_element_by_id(id)?.get_attribute(attribute)
    }

    fn text(&self, id: &str) -> String {
        let element = document().get_element_by_id(id);
        element
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    }

    fn on_search(&self, link: &str, call: Box<dyn Fn()>) {
        let link = format!("#{link}");
        listen(&["keydown", "click"], move |event| {
            let asked = match event.dyn_ref::<KeyboardEvent>() {
                Some(key) => is_search_key(key) && !is_field(event),
                None => is_plain_click(event) && is_within(event, &link),
            };
            if asked {
                event.prevent_default();
                call();
            }
        });
    }

    fn search(&self, question: &str, call: Box<dyn Fn(Option<String>)>) {
        let call = move |answer: JsValue| call(answer.as_string());
        ask(
            question,
            &Closure::<dyn Fn(JsValue)>::new(call).into_js_value(),
        );
    }

    fn retry_search(&self) {
        retry();
    }

    fn set_fragment(&self, fragment: &str, step: Step) {
        let Ok(history) = window().history() else {
            return;
        };
        // The page's own address is what an empty fragment leaves.
        let path = window().location().pathname().unwrap_or_default();
        let address = if fragment.is_empty() { &path } else { fragment };
        // Browsers refuse where it is done too often: then the address lags behind.
        drop(match step {
            Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
            Step::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(address)),
        });
    }

    fn on_fragment(&self, call: Box<dyn Fn()>) {
        listen(&["popstate", "hashchange"], move |_event| call());
    }

    fn on_links(&self, card: &str, call: Box<dyn Fn(LinkEvent) -> Reaction>) {
        links::watch(card, call);
    }

    fn place(&self, card: Option<&str>) {
        links::place(card);
    }
}

// What `boot.js` gives to the islands.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = commons, js_name = search)]
    fn ask(question: &str, call: &JsValue);

    #[wasm_bindgen(js_namespace = commons)]
    fn retry();
}

pub(super) fn window() -> Window {
    leptos::prelude::window()
}

pub(super) fn document() -> Document {
    leptos::prelude::document()
}

/// Calls back for these events wherever in the page they happen, before the elements themselves see them.
pub(super) fn listen(names: &[&str], call: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| call(&event));
    for name in names {
        // Fails only where the first argument is no function.
        drop(window().add_event_listener_with_callback_and_bool(
            name,
            closure.as_ref().unchecked_ref(),
            true,
        ));
    }
    // It listens as long as the page lives.
    closure.forget();
}

/// The element that an event happened to.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

pub(super) fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// Calls back with what a promise gives; with nothing where it is broken.
///
/// Two closures weigh less than a future: each kind of future brings 2 kB.
pub(super) fn settle(promise: &Promise, then: impl FnOnce(Option<JsValue>) + 'static) {
    let then: Rc<Cell<Option<Settled>>> = Rc::new(Cell::new(Some(Box::new(then))));
    let kept = once(&then, Some);
    let broken = once(&then, |_error| None);
    // The promise that follows is nobody's.
    drop(promise.then2(&kept, &broken));
    kept.forget();
    broken.forget();
}

type Settled = Box<dyn FnOnce(Option<JsValue>)>;

fn once(
    then: &Rc<Cell<Option<Settled>>>,
    read: fn(JsValue) -> Option<JsValue>,
) -> Closure<dyn FnMut(JsValue)> {
    let then = Rc::clone(then);
    Closure::new(move |value| {
        if let Some(then) = then.take() {
            then(read(value));
        }
    })
}

fn has(object: &JsValue, property: &str) -> bool {
    js_sys::Reflect::get(object, &property.into()).is_ok_and(|value| value.is_object())
}

fn is_search_key(key: &KeyboardEvent) -> bool {
    let command = key.ctrl_key() || key.meta_key();
    match key.key().as_str() {
        "/" => !command && !key.alt_key(),
        "k" => command && !key.alt_key() && !key.shift_key(),
        _other => false,
    }
}

/// Whether a click means to follow the link here, not in a new tab.
fn is_plain_click(event: &Event) -> bool {
    let mouse = event.dyn_ref::<MouseEvent>();
    mouse.is_some_and(|m| !(m.ctrl_key() || m.meta_key() || m.shift_key() || m.alt_key()))
}

/// Whether it happened to what `selector` names, or inside it.
pub(super) fn is_within(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|element| element.closest(selector).is_ok_and(|e| e.is_some()))
}

/// Whether what is pressed goes into a text field.
fn is_field(event: &Event) -> bool {
    target(event).is_some_and(|element| matches(&element, FIELDS))
}

/// `boot.js` has the same list.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

pub(super) fn matches(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}
