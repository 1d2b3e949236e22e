//! Files, storage, downloads, printing.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Response, Url};

use crate::shell::browser::explorer::sheet;
use crate::shell::browser::world::{Browser, document, settle, storage, window};
use crate::view::island::explore::sheet::Acts;
use crate::view::island::explore::world::ExplorerWorld;
use crate::view::island::world::Then;

/// How long a file that is being saved stays in memory, in milliseconds: at 0 Safari saves nothing.
const UNTIL_READ: u32 = 10_000;

impl ExplorerWorld for Browser {
    fn unpack(&self, href: &str, then: Then<Option<Vec<u8>>>) {
        settle(&window().fetch_with_str(href), move |response| {
            let inflated = response.and_then(|response| inflated(&response));
            match inflated.and_then(|response| response.array_buffer().ok()) {
                Some(buffer) => settle(&buffer, move |buffer| {
                    then(buffer.map(|buffer| Uint8Array::new(&buffer).to_vec()));
                }),
                None => then(None),
            }
        });
    }

    fn recall(&self, key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
    }

    fn download(&self, name: &str, media_type: &str, text: &str) {
        // Browsers without blobs have no WebAssembly either.
        drop(save(name, media_type, text));
    }

    fn print(&self) {
        // Refused in sandboxed frames.
        drop(window().print());
    }

    fn today(&self) -> String {
        let now = js_sys::Date::new_0();
        let mut day = now.get_full_year().to_string();
        for number in [now.get_month() + 1, now.get_date()] {
            day.push_str(if number < 10 { "-0" } else { "-" });
            day.push_str(&number.to_string());
        }
        day
    }

    fn hide(&self, id: &str, hidden: bool) {
        let Some(element) = document().get_element_by_id(id) else {
            return;
        };
        // Fails only for what is no attribute name.
        drop(if hidden {
            element.set_attribute("hidden", "")
        } else {
            element.remove_attribute("hidden")
        });
    }

    fn focus(&self, id: &str) {
        let element = document().get_element_by_id(id);
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            // Fails for what cannot have it, which nobody asks for.
            drop(element.focus());
        }
    }

    fn scroll(&self, id: &str, top: f64) {
        if let Some(element) = document().get_element_by_id(id) {
            // Asking where it is makes the browser lay out the page; telling it the same does nothing.
            element.set_scroll_top(whole(top));
        }
    }

    fn is_calm(&self) -> bool {
        let query = window().match_media("(prefers-reduced-motion: reduce)");
        query.ok().flatten().is_some_and(|query| query.matches())
    }

    fn open_sheet(&self, id: &'static str, acts: Acts) {
        sheet::open(id, acts);
    }

    fn repaint(&self, id: &str) {
        sheet::repaint(id);
    }

    fn close_sheet(&self, id: &str) {
        sheet::close(id);
    }
}

// `web-sys` still counts this among what may change; browsers have had it since 2023.
#[wasm_bindgen]
extern "C" {
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The response with the stream inside its body; nothing where the host sent something else.
fn inflated(response: &JsValue) -> Option<Response> {
    let response: &Response = response.dyn_ref()?;
    let body = response.body().filter(|_| response.ok())?;
    let stream = DecompressionStream::new("deflate").ok()?;
    let plain = body.pipe_through(stream.unchecked_ref());
    Response::new_with_opt_readable_stream(Some(&plain)).ok()
}

fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after the click is over.
    let forget = move || drop(Url::revoke_object_url(&address));
    gloo::timers::callback::Timeout::new(UNTIL_READ, forget).forget();
    Ok(())
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates"
)]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}
