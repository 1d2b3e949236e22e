//! The islands of `explore/` and its sisters, and those of every page. `boot.js` loads this there in place of `app`.

#[cfg(target_family = "wasm")]
fn main() {
    commons::shell::browser::start();
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    // `cargo build` makes all binaries; this one only means something in a browser.
}
