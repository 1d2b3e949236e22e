//! The parts of a page that come alive: a plain state struct with methods, and a thin component each.
