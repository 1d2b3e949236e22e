//! What the islands of exploring may ask of the browser, beyond what all islands may.

use leptos::prelude::use_context;

use crate::view::island::explore::sheet::Acts;
use crate::view::island::world::{Nowhere, Then, World};

/// The further powers of the browser.
pub trait ExplorerWorld: World {
    /// The bytes that the zlib stream in the file at `href` holds; nothing where they cannot be had.
    fn unpack(&self, href: &str, then: Then<Option<Vec<u8>>>);

    /// What is kept under `key`.
    fn recall(&self, key: &str) -> Option<String>;

    /// Offers `text` as a file to be kept.
    fn download(&self, name: &str, media_type: &str, text: &str);

    /// Opens the browser's printing.
    fn print(&self);

    /// The day on the reader's own calendar, as `2026-11-22`.
    fn today(&self) -> String;

    /// Hides the element with this id, or shows it again.
    fn hide(&self, id: &str, hidden: bool);

    /// Gives the element with this id the keyboard's focus.
    fn focus(&self, id: &str);

    /// Scrolls the element with this id to so many pixels below its top, where it is not there already.
    fn scroll(&self, id: &str, top: f64);

    /// Whether the reader wants as little motion as can be.
    fn is_calm(&self) -> bool;

    /// Lets the canvas with this id be drawn on and touched, until it is closed.
    fn open_sheet(&self, id: &'static str, acts: Acts);

    /// Draws a sheet on the next frame, once however often it is asked.
    fn repaint(&self, id: &str);

    /// Lets go of a sheet.
    fn close_sheet(&self, id: &str);
}

/// The world that `shell::browser` provides to the islands of exploring as a context.
#[derive(Clone, Copy)]
pub struct ProvidedExplorer(pub &'static dyn ExplorerWorld);

/// The world around an island; to be asked for while the island is being built.
pub fn world() -> &'static dyn ExplorerWorld {
    use_context::<ProvidedExplorer>().map_or(&Nowhere, |provided| provided.0)
}

impl ExplorerWorld for Nowhere {
    fn unpack(&self, _href: &str, _then: Then<Option<Vec<u8>>>) {}
    fn recall(&self, _key: &str) -> Option<String> {
        None
    }
    fn download(&self, _name: &str, _media_type: &str, _text: &str) {}
    fn print(&self) {}
    fn today(&self) -> String {
        String::new()
    }
    fn hide(&self, _id: &str, _hidden: bool) {}
    fn focus(&self, _id: &str) {}
    fn scroll(&self, _id: &str, _top: f64) {}
    fn is_calm(&self) -> bool {
        true
    }
    fn open_sheet(&self, _id: &'static str, _acts: Acts) {}
    fn repaint(&self, _id: &str) {}
    fn close_sheet(&self, _id: &str) {}
}
