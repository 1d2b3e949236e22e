//! Waits until files of a folder change, and says which.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use crate::shell::native::failure::Failure;

/// How long a folder must be still before a change counts as done: editors write a file in several steps.
const STILL: Duration = Duration::from_millis(15);

/// A folder under watch.
pub(crate) struct Watch {
    events: Receiver<notify::Result<Event>>,
    _watcher: notify::RecommendedWatcher,
}

impl Watch {
    /// Begins to watch `folder` and all below it.
    pub(crate) fn new(folder: &Path) -> Result<Watch, Failure> {
        let failure = |error: notify::Error| {
            Failure::new(
                format!("cannot watch `{}`: {error}", folder.display()),
                "raise the system's limit of watched folders (on Linux `fs.inotify.max_user_watches`), or pass `--no-watch`",
            )
        };
        let (send, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(send).map_err(failure)?;
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .map_err(failure)?;
        Ok(Watch {
            events,
            _watcher: watcher,
        })
    }

    /// Waits for the next change, then until the folder is still; gives the files that were touched (none where the
    /// system lost count: then everything must be looked at). Nothing once the watch has ended.
    pub(crate) fn next(&self) -> Option<BTreeSet<PathBuf>> {
        let mut touched = loop {
            if let Some(paths) = changed(self.events.recv().ok()?) {
                break BTreeSet::from_iter(paths);
            }
        };
        let mut still = Instant::now() + STILL;
        while let Ok(event) = self
            .events
            .recv_timeout(still.saturating_duration_since(Instant::now()))
        {
            if let Some(paths) = changed(event) {
                touched.extend(paths);
                still = Instant::now() + STILL;
            }
        }
        Some(touched)
    }
}

/// The files of an event that may have changed something. Reading is no change: we read ourselves.
fn changed(event: notify::Result<Event>) -> Option<Vec<PathBuf>> {
    match event {
        Ok(event) => is_change(event.kind).then_some(event.paths),
        Err(error) => Some(error.paths),
    }
}

fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Any
        | EventKind::Other => true,
        EventKind::Access(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Watch;
    use std::fs;

    #[test]
    fn a_written_file_is_named_and_a_read_one_is_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("a.md"), "a").expect("a file");
        let watch = Watch::new(folder.path()).expect("a watch");
        fs::read(folder.path().join("a.md")).expect("a file");
        fs::write(folder.path().join("b.md"), "b").expect("a file");
        let touched = watch.next().expect("a change");
        let names: Vec<_> = touched.iter().filter_map(|path| path.file_name()).collect();
        assert_eq!(names, ["b.md"]);
    }
}
