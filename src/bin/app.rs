//! The islands in the browser. `boot.js` loads this when the reader needs it.

#[cfg(target_family = "wasm")]
fn main() {
    commons::shell::browser::start();
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    // `cargo build` makes all binaries; this one only means something in a browser.
}
