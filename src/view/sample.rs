//! A small site for tests.
