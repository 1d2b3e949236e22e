//! Code to classed pieces. The only file that names `syntect`.
