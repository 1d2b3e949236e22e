//! The world of the islands, answered by a browser.
//!
//! What the browser refuses (storage in private windows, the clipboard on insecure pages, a fetch while offline) is an
//! answer here, never a failure.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, Event, KeyboardEvent, Response, ScrollIntoViewOptions,
    ScrollLogicalPosition, Storage, Window,
};

use crate::shell::browser::links;
use crate::view::island::world::{LinkEvent, Reaction, Then, World};

/// The browser that runs this.
pub(super) struct Browser;

impl World for Browser {
    fn recall(&self, key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
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
        let href = href.to_owned();
        spawn_local(async move { then(fetch(&href).await.ok().flatten()) });
    }

    fn copy(&self, text: &str, then: Then<bool>) {
        let navigator = window().navigator();
        // Insecure pages have no clipboard at all: asking it would throw.
        if !has(&navigator, "clipboard") {
            return then(false);
        }
        let promise = navigator.clipboard().write_text(text);
        spawn_local(async move { then(JsFuture::from(promise).await.is_ok()) });
    }

    fn after(&self, milliseconds: u32, then: Then<()>) {
        gloo::timers::callback::Timeout::new(milliseconds, || then(())).forget();
    }

    fn here(&self) -> String {
        window().location().href().unwrap_or_default()
    }

    fn go(&self, href: &str) {
        // Fails only for what is no address.
        drop(window().location().assign(href));
    }

    fn reveal(&self, id: &str) {
        let Some(element) = document().get_element_by_id(id) else {
            return;
        };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }

    fn on_search_key(&self, call: Box<dyn Fn()>) {
        listen(&["keydown"], move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if is_search_key(key) && !is_field(event) {
                event.prevent_default();
                call();
            }
        });
    }

    fn on_links(&self, card: &str, call: Box<dyn Fn(LinkEvent) -> Reaction>) {
        links::watch(card.to_owned(), call);
    }

    fn place(&self, card: Option<&str>) {
        links::place(card);
    }
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

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

async fn fetch(href: &str) -> Result<Option<String>, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(href)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(response.text()?).await?.as_string())
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

/// Whether what is pressed goes into a text field.
fn is_field(event: &Event) -> bool {
    target(event).is_some_and(|element| matches(&element, FIELDS))
}

/// `boot.js` has the same list.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

pub(super) fn matches(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}
