//! A folder on disk to `Sources`: sorted, without what is hidden, and with a problem for what cannot be taken.
//!
//! Entry points: [`read`], and [`read_again`] for the few files that changed.
//! Nothing outside the folder is ever read: a symbolic link that leads out of it is a problem.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::compile::settings::FILE as SETTINGS;
use crate::compile::synonyms::FILE as SYNONYMS;
use crate::compile::text::LONGEST_FILE;
use crate::model::problem::source::SourceFact;
use crate::model::problem::{Place, Problem};
use crate::model::source::{Source, Sources};
use crate::shell::native::failure::{Failure, reason};

/// A content folder as read.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    /// Its path, as the builder gave it.
    pub(crate) root: PathBuf,
    /// The notes with their bytes, the assets by name.
    pub(crate) sources: Sources,
    /// `site.toml`, where there is one.
    pub(crate) settings: Option<Source>,
    /// What could not be taken.
    pub(crate) problems: Vec<Problem>,
    stamps: BTreeMap<String, Stamp>,
}

impl Folder {
    /// When the file at `path` was last changed.
    pub(crate) fn modified(&self, path: &str) -> Option<SystemTime> {
        self.stamps.get(path)?.modified
    }
}

#[cfg(test)]
impl Folder {
    /// A folder that was never on a disk.
    pub(crate) fn of(root: &str, sources: Sources) -> Folder {
        Folder {
            root: PathBuf::from(root),
            sources,
            settings: None,
            problems: Vec::new(),
            stamps: BTreeMap::new(),
        }
    }
}

/// By what a changed file is told from an unchanged one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    bytes: u64,
}

/// Reads the whole folder.
pub(crate) fn read(root: &Path) -> Result<Folder, Failure> {
    take(root, BTreeMap::new())
}

/// Reads what changed since `old` was read; `touched` are files that changed even where their time and length say nothing.
/// Gives nothing where all is as it was.
pub(crate) fn read_again(
    old: &Folder,
    touched: &BTreeSet<PathBuf>,
) -> Result<Option<Folder>, Failure> {
    let is_touched = |path: &str| touched.iter().any(|t| t.ends_with(path));
    let sources = &old.sources;
    let files = sources.notes.iter().chain(&sources.synonyms);
    let files = files.chain(&old.settings);
    let known = files
        .filter(|file| !is_touched(&file.path))
        .filter_map(|file| {
            let stamp = old.stamps.get(&file.path)?;
            Some((file.path.as_str(), (*stamp, file.bytes.as_slice())))
        })
        .collect();
    let new = take(&old.root, known)?;
    let same = new.stamps == old.stamps
        && new.problems == old.problems
        && !new.stamps.keys().any(|path| is_touched(path));
    Ok((!same).then_some(new))
}

/// What an earlier reading knows of a file.
type Known<'a> = BTreeMap<&'a str, (Stamp, &'a [u8])>;

fn take(root: &Path, known: Known<'_>) -> Result<Folder, Failure> {
    let mut walk = Walk::new(root)?;
    walk.folder(root, "");
    let mut folder = Folder {
        root: root.to_owned(),
        sources: Sources::default(),
        settings: None,
        problems: walk.problems,
        stamps: walk.files,
    };
    for (path, stamp) in &folder.stamps {
        let is_note = Path::new(path).extension().is_some_and(|e| e == "md");
        if !is_note && path != SETTINGS && path != SYNONYMS {
            folder.sources.assets.push(path.clone());
            continue;
        }
        let bytes = match known.get(path.as_str()) {
            Some((before, bytes)) if before == stamp => Ok(bytes.to_vec()),
            Some(_) | None => read_file(&root.join(path), *stamp),
        };
        let source = bytes.map(|bytes| Source {
            path: path.clone(),
            bytes,
        });
        match source {
            Err(fact) => folder.problems.push(Place::whole(path).problem(fact)),
            Ok(source) if is_note => folder.sources.notes.push(source),
            Ok(source) if path == SYNONYMS => folder.sources.synonyms = Some(source),
            Ok(source) => folder.settings = Some(source),
        }
    }
    Ok(folder)
}

/// Reads one file, unless its length alone refuses it.
fn read_file(path: &Path, stamp: Stamp) -> Result<Vec<u8>, SourceFact> {
    let limit = LONGEST_FILE as u64;
    if stamp.bytes > limit {
        return Err(SourceFact::TooLong {
            bytes: stamp.bytes,
            limit,
        });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.bytes).unwrap_or(0));
    // One byte past the limit is enough for the compiler to see that a file has grown since it was measured.
    let read = File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(&error)),
    }
}

/// A walk through a folder.
struct Walk {
    /// The folder without symbolic links: what a link must lead into.
    canonical: PathBuf,
    files: BTreeMap<String, Stamp>,
    problems: Vec<Problem>,
}

impl Walk {
    fn new(root: &Path) -> Result<Walk, Failure> {
        let missing = |error: io::Error| {
            Failure::new(
                format!("no content folder `{}`: {}", root.display(), reason(&error)),
                "pass the folder that holds your Markdown files: `--content DIR`",
            )
        };
        let canonical = root.canonicalize().map_err(missing)?;
        fs::read_dir(root).map_err(missing)?;
        Ok(Walk {
            canonical,
            files: BTreeMap::new(),
            problems: Vec::new(),
        })
    }

    fn folder(&mut self, path: &Path, name: &str) {
        let listed = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        match listed {
            Err(error) => self.problem(name, unreadable(&error)),
            Ok(mut items) => {
                items.sort_by_key(fs::DirEntry::file_name);
                for item in items {
                    self.item(&item, name);
                }
            }
        }
    }

    fn item(&mut self, item: &fs::DirEntry, folder: &str) {
        let name = item.file_name();
        let shown = join(folder, &name.to_string_lossy());
        if is_skipped(&name.to_string_lossy()) {
            return;
        }
        if name.to_str().is_none() {
            return self.refuse(&shown, "its name is not UTF-8");
        }
        let path = item.path();
        match item.file_type() {
            Err(error) => self.problem(&shown, unreadable(&error)),
            Ok(kind) if kind.is_symlink() => self.link(&path, &shown),
            Ok(kind) if kind.is_dir() => self.folder(&path, &shown),
            Ok(_) => self.file(&path, &shown),
        }
    }

    fn file(&mut self, path: &Path, name: &str) {
        match fs::metadata(path) {
            Err(error) => self.problem(name, unreadable(&error)),
            // A pipe or a device: to read it could take forever.
            Ok(metadata) if !metadata.is_file() => self.refuse(name, "it is not a regular file"),
            Ok(metadata) => {
                self.files.insert(name.to_owned(), stamp(&metadata));
            }
        }
    }

    fn link(&mut self, path: &Path, name: &str) {
        let target = path.canonicalize();
        let inside = target.as_ref().is_ok_and(|target| {
            target
                .strip_prefix(&self.canonical)
                .is_ok_and(|inner| !inner.iter().any(|s| is_skipped(&s.to_string_lossy())))
        });
        if !inside {
            self.problem(name, SourceFact::LinkOutside);
        } else if path.is_dir() {
            // Its notes would have two addresses each, and a link to a folder above it would never end.
            self.refuse(name, "it is a symbolic link to a folder");
        } else {
            self.file(path, name);
        }
    }

    fn refuse(&mut self, name: &str, reason: &str) {
        let reason = reason.to_owned();
        self.problem(name, SourceFact::Unreadable { reason });
    }

    fn problem(&mut self, name: &str, fact: SourceFact) {
        self.problems.push(Place::whole(name).problem(fact));
    }
}

fn is_skipped(name: &str) -> bool {
    name.starts_with('.') || name == "node_modules"
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

fn stamp(metadata: &Metadata) -> Stamp {
    Stamp {
        modified: metadata.modified().ok(),
        bytes: metadata.len(),
    }
}

fn unreadable(error: &io::Error) -> SourceFact {
    SourceFact::Unreadable {
        reason: reason(error),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, read_again};
    use crate::compile::text::LONGEST_FILE;
    use crate::model::problem::Explain as _;
    use std::collections::BTreeSet;
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    /// Notes, assets, and `path: code` of problems.
    fn check(root: &Path, notes: &[&str], assets: &[&str], problems: &[&str]) {
        let folder = read(root).expect("a folder");
        let names: Vec<_> = folder.sources.notes.iter().map(|n| &n.path).collect();
        assert_eq!(names, notes);
        assert_eq!(folder.sources.assets, assets);
        let found: Vec<_> = folder
            .problems
            .iter()
            .map(|p| format!("{}: {}", p.place.file, p.fact.code()))
            .collect();
        assert_eq!(found, problems);
    }

    #[test]
    fn notes_and_assets_are_told_apart_and_sorted_and_hidden_files_left_out() {
        let folder = folder(&[
            ("b.md", ""),
            ("a/z.md", ""),
            ("a/map.svg", ""),
            ("a-b.md", ""),
            ("site.toml", "title = 'x'"),
            (".git/config.md", ""),
            ("a/.hidden.md", ""),
            ("node_modules/x/readme.md", ""),
        ]);
        check(
            folder.path(),
            &["a-b.md", "a/z.md", "b.md"],
            &["a/map.svg"],
            &[],
        );
        let read = read(folder.path()).expect("a folder");
        assert_eq!(read.settings.expect("settings").bytes, b"title = 'x'");
    }

    #[test]
    fn links_that_lead_out_or_nowhere_are_problems() {
        let outside = folder(&[("secret.md", "")]);
        let inside = folder(&[("a.md", ""), (".git/b.md", ""), ("c/d.md", "")]);
        let link = |target: &Path, name: &str| {
            symlink(target, inside.path().join(name)).expect("a link");
        };
        link(&outside.path().join("secret.md"), "e-outside.md");
        link(outside.path(), "f-outside");
        link(Path::new("nowhere.md"), "g-dangling.md");
        link(Path::new("a.md"), "h-inside.md");
        link(Path::new(".git/b.md"), "i-hidden.md");
        link(Path::new("."), "j-cycle");
        check(
            inside.path(),
            &["a.md", "c/d.md", "h-inside.md"],
            &[],
            &[
                "e-outside.md: symlink-outside",
                "f-outside: symlink-outside",
                "g-dangling.md: symlink-outside",
                "i-hidden.md: symlink-outside",
                "j-cycle: unreadable-file",
            ],
        );
    }

    #[test]
    fn a_huge_file_is_refused_by_its_length_alone() {
        let folder = folder(&[("a.md", "")]);
        let huge = fs::File::create(folder.path().join("huge.md")).expect("a file");
        huge.set_len(LONGEST_FILE as u64 + 1).expect("a length");
        check(folder.path(), &["a.md"], &[], &["huge.md: file-too-long"]);
    }

    #[test]
    fn a_missing_folder_says_what_to_pass() {
        let failure = read(Path::new("no/such/folder")).expect_err("nothing there");
        assert_eq!(
            failure.to_string(),
            "failed: no content folder `no/such/folder`: no such file or directory\n  \
             help: pass the folder that holds your Markdown files: `--content DIR`"
        );
    }

    #[test]
    fn only_what_changed_is_read_again() {
        let folder = folder(&[("a.md", "one"), ("b.md", "two")]);
        let first = read(folder.path()).expect("a folder");
        let nothing = BTreeSet::new();
        assert!(read_again(&first, &nothing).expect("a folder").is_none());
        fs::write(folder.path().join("b.md"), "three").expect("a file");
        let second = read_again(&first, &nothing).expect("a folder");
        let second = second.expect("a change");
        assert_eq!(second.sources.notes[0].bytes, b"one");
        assert_eq!(second.sources.notes[1].bytes, b"three");
        let touched = BTreeSet::from([folder.path().join("a.md")]);
        assert!(read_again(&second, &touched).expect("a folder").is_some());
    }
}
