//! Text to words: what the index holds and what a query asks for.
//!
//! A word is a run of letters and digits, folded. What people write in several ways has several forms at one place:
//!
//! | in the text | forms |
//! |---|---|
//! | `counter-power` | `counter`, `power`, and `counterpower` where `counter` stands |
//! | `people's` | `peoples`, and `people` |
//! | `l’eau` | `leau`, and `eau` |
//! | `AssangeDAO` | `assangedao`, and `assange`, `dao` |
//! | `共有地` (no spaces in the script) | `共有`, `有地`; a single letter that stands alone is a form of its own |

use std::ops::Range;

/// A form of a word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its folded letters, without spaces.
    pub form: String,
    /// Which word of the text it begins at, counted from 0: forms of one word share the number.
    pub place: u32,
    /// The bytes of the text that it was made from.
    pub range: Range<usize>,
    /// Whether it is only a part of what was written as one word: a query for the whole does not ask for its parts.
    pub is_part: bool,
}

/// The words of `text`, in order; a whole before its parts.
pub fn words(text: &str) -> Vec<Word> {
    let _ = text;
    unimplemented!("engineer F")
}
