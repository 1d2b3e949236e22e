//! A set on the map: where it looks, which marks stand there, what is hit, and the same in words.
//!
//! ```text
//! Catalog + Land -> Spots                          once, when both are loaded
//! Spots + Set + Camera::cell -> Clusters           when the set or the zoom changes
//! Spots + Catalog + Set -> Twin                    the text twin, for those who do not see the map
//! ```
//!
//! - [`camera`] is where the map looks; panning, zooming, fitting; it never leaves the world.
//! - [`spots`] are the places that entries stand at, each as exactly as it is told.
//! - [`cluster`] puts spots together that would lie on each other.
//! - [`travel`] says what is hit, and what is next in a direction.
//! - [`names`] places the names of countries; [`twin`] tells it all in words.

pub mod camera;
pub mod cluster;
pub mod names;
pub mod spots;
pub mod travel;
pub mod twin;

#[cfg(test)]
pub(crate) mod sample;
