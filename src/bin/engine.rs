//! The search engine in the browser, a module of its own. `search.js` runs it when the reader searches.

#[cfg(target_family = "wasm")]
use commons as _;

fn main() {
    // What the module does stands in `shell::browser::engine`, and waits to be called.
}
