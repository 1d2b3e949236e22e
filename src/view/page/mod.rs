//! One file per kind of page.

#![expect(
    unreachable_pub,
    clippy::elidable_lifetime_names,
    reason = "the component macro writes `pub` on what it makes, and needs lifetimes by name"
)]

pub(crate) mod all;
pub(crate) mod allies;
pub(crate) mod browse;
pub(crate) mod data;
pub(crate) mod embed;
pub(crate) mod entry;
pub(crate) mod exchange;
pub(crate) mod explore;
pub(crate) mod glossary;
pub(crate) mod home;
pub(crate) mod lost;
pub(crate) mod note;
pub(crate) mod redirect;
pub(crate) mod search;
pub(crate) mod shelf;
pub(crate) mod trail;
pub(crate) mod words;
