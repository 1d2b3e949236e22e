//! The integration tests: the program as a person runs it. `tests/README.md` says how to add a case.

mod cli;
mod determinism;
mod floors;
mod links;
mod page;
mod places;
mod readme;
mod relevance;
mod risk;
mod serve;
mod sites;
mod world;
