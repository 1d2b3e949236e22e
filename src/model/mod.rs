//! What a site is: plain values, newtypes and ids.
//!
//! Nothing here reads, writes, or knows where its values come from.

pub mod address;
pub mod choice;
pub mod country;
pub mod date;
pub mod disclosure;
pub mod document;
pub mod entry;
pub mod graph;
pub mod problem;
pub mod relation;
pub mod settings;
pub mod site;
pub mod slug;
pub mod source;
pub mod url;
