//! What islands may ask of the browser. `shell::browser` answers; on the build's side nobody does.

use leptos::prelude::use_context;

use crate::view::island::search::steps::Step;

/// Called once, when it is done.
pub type Then<T> = Box<dyn FnOnce(T) + Send>;

/// The powers of the browser, one small verb each.
pub trait World: Send + Sync {
    /// Keeps `value` under `key`, or forgets it.
    fn remember(&self, key: &str, value: Option<&str>);

    /// An attribute of the `html` element.
    fn root_mark(&self, attribute: &str) -> Option<String>;

    /// Sets or takes away an attribute of the `html` element.
    fn mark_root(&self, attribute: &str, value: Option<&str>);

    /// The text of the file at `href`; nothing where it cannot be had.
    fn read(&self, href: &str, then: Then<Option<String>>);

    /// Puts `text` on the clipboard and says whether it is there.
    fn copy(&self, text: &str, then: Then<bool>);

    /// Calls back after so many milliseconds.
    fn after(&self, milliseconds: u32, then: Then<()>);

    /// The address of the page with its fragment.
    fn here(&self) -> String;

    /// Clicks the element with this id.
    fn click(&self, id: &str);

    /// Scrolls the element with this id into view, as little as needed.
    fn reveal(&self, id: &str);

    /// What the element with this id says under `attribute`.
    fn attribute(&self, id: &str, attribute: &str) -> Option<String>;

    /// The text of the element with this id; empty where there is none.
    fn text(&self, id: &str) -> String;

    /// Calls back each time the link with this id is clicked, or `/`, Ctrl-K or Cmd-K is pressed outside a text field.
    fn on_search(&self, link: &str, call: Box<dyn Fn()>);

    /// Asks the search engine. Calls back with each answer as it becomes better, both as text, until a newer question is
    /// asked; with nothing where the engine cannot be had.
    fn search(&self, question: &str, call: Box<dyn Fn(Option<String>)>);

    /// Lets the next question ask again for what could not be had.
    fn retry_search(&self);

    /// Puts a fragment, with its `#`, into the address.
    fn set_fragment(&self, fragment: &str, step: Step);

    /// Calls back each time the address got another fragment by other means.
    fn on_fragment(&self, call: Box<dyn Fn()>);

    /// Calls back for what happens to internal links of the prose, and to the card with this id.
    /// Where the answer is [`Reaction::Prevented`] the browser's own reaction is stopped.
    fn on_links(&self, card: &str, call: Box<dyn Fn(LinkEvent) -> Reaction>);

    /// Puts the card with this id beside the link of the last [`LinkEvent`], and says to assistive technology that it
    /// describes the link; or takes that back.
    fn place(&self, card: Option<&str>);
}

/// What happened to a link or to its card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEvent {
    /// The pointer rests on a link, or the keyboard's focus came to it; with its address.
    Over(String),
    /// Pointer or focus left a link.
    Out,
    /// A finger went down on a link.
    Press(String),
    /// The finger went up.
    Release,
    /// The browser is about to follow a link or to show its menu for a link.
    Act,
    /// The pointer came to the card.
    OverCard,
    /// The pointer left the card.
    OutCard,
    /// Escape was pressed.
    Escape,
    /// The page scrolled.
    Scroll,
    /// The reader turned to something else: pressed elsewhere, left the window or the page, or the browser took over.
    Away,
}

/// Whether the browser's own reaction goes ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// It does.
    GoesAhead,
    /// It is stopped: the event has been dealt with.
    Prevented,
}

/// The world that `shell::browser` provides to all islands as a context.
#[derive(Clone, Copy)]
pub struct Provided(pub &'static dyn World);

/// The world around an island; to be asked for while the island is being built.
pub fn world() -> &'static dyn World {
    use_context::<Provided>().map_or(&Nowhere, |provided| provided.0)
}

/// The world of the build: nothing is there and nothing happens.
pub(super) struct Nowhere;

impl World for Nowhere {
    fn root_mark(&self, _attribute: &str) -> Option<String> {
        None
    }
    fn remember(&self, _key: &str, _value: Option<&str>) {}
    fn mark_root(&self, _attribute: &str, _value: Option<&str>) {}
    fn read(&self, _href: &str, _then: Then<Option<String>>) {}
    fn copy(&self, _text: &str, _then: Then<bool>) {}
    fn after(&self, _milliseconds: u32, _then: Then<()>) {}
    fn here(&self) -> String {
        String::new()
    }
    fn click(&self, _id: &str) {}
    fn reveal(&self, _id: &str) {}
    fn attribute(&self, _id: &str, _attribute: &str) -> Option<String> {
        None
    }
    fn text(&self, _id: &str) -> String {
        String::new()
    }
    fn on_search(&self, _link: &str, _call: Box<dyn Fn()>) {}
    fn search(&self, _question: &str, _call: Box<dyn Fn(Option<String>)>) {}
    fn retry_search(&self) {}
    fn set_fragment(&self, _fragment: &str, _step: Step) {}
    fn on_fragment(&self, _call: Box<dyn Fn()>) {}
    fn on_links(&self, _card: &str, _call: Box<dyn Fn(LinkEvent) -> Reaction>) {}
    fn place(&self, _card: Option<&str>) {}
}
