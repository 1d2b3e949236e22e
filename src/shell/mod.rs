//! The world: the only floor that reads, writes, waits or asks.

#[cfg(target_family = "wasm")]
pub mod browser;
#[cfg(not(target_family = "wasm"))]
pub mod native;
