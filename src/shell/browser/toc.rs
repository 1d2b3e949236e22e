//! Marks the entry of the table of contents that the reader is at, while the page scrolls.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Node};

use crate::shell::browser::world::{document, listen, window};
use crate::view::island::toc::current;

/// The entries of a table of contents.
const ENTRIES: &str = "nav.toc a[href^=\"#\"]";

/// Starts to follow, where the page has a table of contents.
pub(super) fn follow() {
    let entries: Rc<Vec<(Element, Element)>> = Rc::new(entries());
    if entries.is_empty() {
        return;
    }
    mark(&entries);
    let asked = Rc::new(Cell::new(false));
    listen(&["scroll", "resize"], move |_event| {
        // Once for each frame, however often the events come.
        if asked.replace(true) {
            return;
        }
        let (entries, asked) = (Rc::clone(&entries), Rc::clone(&asked));
        let then = Closure::once_into_js(move || {
            asked.set(false);
            mark(&entries);
        });
        // Fails only where the argument is no function.
        drop(window().request_animation_frame(then.unchecked_ref()));
    });
}

/// Each entry with its heading.
fn entries() -> Vec<(Element, Element)> {
    let Ok(links) = document().query_selector_all(ENTRIES) else {
        return Vec::new();
    };
    let link = |index| {
        links
            .get(index)
            .and_then(|node: Node| node.dyn_into::<Element>().ok())
    };
    (0..links.length())
        .filter_map(link)
        .filter_map(|link| {
            let id = link.get_attribute("href")?;
            let heading = document().get_element_by_id(id.strip_prefix('#')?)?;
            Some((link, heading))
        })
        .collect()
}

fn mark(entries: &[(Element, Element)]) {
    let height = document()
        .document_element()
        .map_or(0, |root| root.client_height());
    let tops = entries
        .iter()
        .map(|(_, heading)| heading.get_bounding_client_rect().top());
    let current = current(tops, f64::from(height));
    for (index, (link, _)) in entries.iter().enumerate() {
        // Fails only for what is no attribute name.
        drop(if Some(index) == current {
            link.set_attribute("aria-current", "true")
        } else {
            link.remove_attribute("aria-current")
        });
    }
}
