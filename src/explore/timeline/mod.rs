//! The timeline: when entries began and ended, as bars in lanes, as far as it is known.
//!
//! [`life`] says what is known of one entry, and says it in words; [`lanes`] puts bars side by side;
//! [`scale`] is the window over time with its ticks; [`decades`] tells it all decade by decade. Days are counted from
//! 1 January 1970 ([`day`]).

pub mod day;
pub mod decades;
pub mod lanes;
pub mod life;
pub mod scale;
