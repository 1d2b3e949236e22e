//! The parts of a page that come alive: a plain state struct with methods, and a thin component each.

pub mod preview;
pub mod search;
pub mod share;
pub mod theme;
