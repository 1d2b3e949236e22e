//! The world's failures: a folder that is not there, a disk that is full, a port that is taken.

use std::fmt;
use std::io;
use std::path::Path;

/// What the world refused, and what the person at the keyboard can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    remedy: String,
}

impl Failure {
    /// `what` and `remedy` are worded like a problem's message and help: lower case, no full stop.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Failure {
        Failure {
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// `cannot read `path`: permission denied`, for the common case of a file that refuses.
    pub(crate) fn io(verb: &str, path: &Path, error: &io::Error) -> Failure {
        Failure::new(
            format!("cannot {verb} `{}`: {}", path.display(), reason(error)),
            remedy(error),
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed: {}\n  help: {}", self.what, self.remedy)
    }
}

/// The system's own words in our manner: lower case, without its error number.
pub(crate) fn reason(error: &io::Error) -> String {
    let words = error.to_string();
    let words = words
        .split(" (os error")
        .next()
        .unwrap_or_default()
        .to_owned();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => words,
    }
}

fn remedy(error: &io::Error) -> &'static str {
    let kind = error.kind();
    if kind == io::ErrorKind::NotFound {
        "check the path for a slip of the pen"
    } else if kind == io::ErrorKind::PermissionDenied {
        "change the permissions with `chmod`, or choose another folder"
    } else if kind == io::ErrorKind::StorageFull {
        "make room on the disk, then run the command again"
    } else {
        "mend this, then run the command again"
    }
}
