//! Static pieces of pages: each a component that takes values and gives HTML.

#![expect(
    unreachable_pub,
    clippy::elidable_lifetime_names,
    reason = "the component macro writes `pub` on what it makes, and needs lifetimes by name"
)]

pub(crate) mod allies;
pub(crate) mod backlinks;
pub(crate) mod badge;
pub(crate) mod crumbs;
pub(crate) mod dispute;
pub(crate) mod exchange;
pub(crate) mod explore_place;
pub(crate) mod facts;
pub(crate) mod footer;
pub(crate) mod frame;
pub(crate) mod head;
pub(crate) mod listing;
pub(crate) mod local_graph;
pub(crate) mod margin;
pub(crate) mod mark;
pub(crate) mod masthead;
pub(crate) mod provenance;
pub(crate) mod relations;
pub(crate) mod shelf_list;
pub(crate) mod sources;
pub(crate) mod steps;
pub(crate) mod time;
