//! The output folder: written aside, then swapped by rename, so that it is at every moment one whole site.
//!
//! Entry points: [`Output::at`] looks before anything is done, [`Output::replace`] does it.
//! A folder that this program did not make is never touched.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::shell::native::failure::{Failure, reason};
use crate::shell::native::site_files::{Content, MARKER, SiteFiles};

/// A folder that may be replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output {
    /// The folder, absolute and without symbolic links.
    folder: PathBuf,
    /// Its sibling that the new site is written into.
    new: PathBuf,
    /// Its sibling that holds the old site for the moment of the swap.
    old: PathBuf,
}

impl Output {
    /// Looks whether `out` may be replaced, and mends what an interrupted run left behind.
    pub(crate) fn at(out: &Path, inputs: [&Path; 2]) -> Result<Output, Failure> {
        let folder = resolved(out)?;
        for input in inputs {
            refuse_overlap(&folder, &resolved(input)?, out, input)?;
        }
        let name = folder.file_name().ok_or_else(|| not_ours(out, "/"))?;
        let sibling = |ending: &str| {
            let name = format!(".{}.commons-{ending}", name.to_string_lossy());
            folder.with_file_name(name)
        };
        let output = Output {
            new: sibling("new"),
            old: sibling("old"),
            folder: folder.clone(),
        };
        output.mend()?;
        refuse_foreign(&folder, out)?;
        Ok(output)
    }

    /// Writes `files` and puts them in the place of what was there.
    pub(crate) fn replace(&self, files: &SiteFiles) -> Result<(), Failure> {
        fs::create_dir_all(&self.new).map_err(|e| Failure::io("make the folder", &self.new, &e))?;
        write_all(&self.new, files)?;
        if self.folder.exists() {
            rename(&self.folder, &self.old)?;
        }
        if let Err(failure) = rename(&self.new, &self.folder) {
            // The old site goes back to its place; should that fail too, the first failure says more.
            let _second = rename(&self.old, &self.folder);
            return Err(failure);
        }
        remove(&self.old)
    }

    /// A run may have been interrupted while it wrote, or between the two renames of the swap.
    fn mend(&self) -> Result<(), Failure> {
        if self.old.exists() && !self.folder.exists() {
            rename(&self.old, &self.folder)?;
        }
        for leftover in [&self.new, &self.old] {
            refuse_foreign(leftover, leftover)?;
            remove(leftover)?;
        }
        Ok(())
    }
}

/// The path without symbolic links, even where its last segments do not exist yet.
fn resolved(path: &Path) -> Result<PathBuf, Failure> {
    let failure = |error: io::Error| Failure::io("find", path, &error);
    let absolute = std::path::absolute(path).map_err(failure)?;
    match absolute.canonicalize() {
        Ok(canonical) => Ok(canonical),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match (absolute.parent(), absolute.file_name()) {
                (Some(parent), Some(name)) => Ok(resolved(parent)?.join(name)),
                (_, None) | (None, _) => Err(failure(error)),
            }
        }
        Err(error) => Err(failure(error)),
    }
}

fn refuse_overlap(folder: &Path, input: &Path, out: &Path, given: &Path) -> Result<(), Failure> {
    let (out, given) = (out.display(), given.display());
    let what = if folder == input {
        format!("`{out}` is both read and written")
    } else if folder.starts_with(input) {
        format!("the output folder `{out}` lies inside `{given}`, which is read")
    } else if input.starts_with(folder) {
        format!("`{given}`, which is read, lies inside the output folder `{out}`")
    } else {
        return Ok(());
    };
    let remedy = "choose an output folder beside the others, such as `--out dist`";
    Err(Failure::new(what, remedy))
}

/// A folder may be replaced where it does not exist, is empty, or is a site of ours and nothing else.
fn refuse_foreign(folder: &Path, shown: &Path) -> Result<(), Failure> {
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io("use the output folder", shown, &error)),
    };
    let names: BTreeSet<String> = listed
        .filter_map(|item| Some(item.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    // No name of a site begins with a dot: a `.git` in it is somebody's work.
    let foreign = names.iter().find(|name| name.starts_with('.'));
    match (foreign, names.first()) {
        (Some(name), _) => Err(not_ours(shown, name)),
        (None, Some(name)) if !folder.join(MARKER).is_file() => Err(not_ours(shown, name)),
        (None, Some(_) | None) => Ok(()),
    }
}

fn not_ours(folder: &Path, holds: &str) -> Failure {
    Failure::new(
        format!(
            "`{}` holds `{holds}`, which Commons did not make, so it is not replaced",
            folder.display()
        ),
        "choose a new or empty folder with `--out DIR`, or move its files away first",
    )
}

/// Writes the marker first, so that a folder left half-written is known as ours.
fn write_all(folder: &Path, files: &SiteFiles) -> Result<(), Failure> {
    let mut made = BTreeSet::from([folder.to_owned()]);
    let marker = files.get_key_value(MARKER);
    let others = files.iter().filter(|(path, _)| *path != MARKER);
    for (path, content) in marker.into_iter().chain(others) {
        let path = folder.join(path);
        make_parents(&path, &mut made)?;
        let written = match content {
            Content::Bytes(bytes) => File::create(&path).and_then(|mut f| f.write_all(bytes)),
            Content::Copy { from, .. } => copy(from, &path),
        };
        written.map_err(|error| Failure::io("write", &path, &error))?;
    }
    Ok(())
}

/// Makes the folders above `path` that were not made yet.
fn make_parents(path: &Path, made: &mut BTreeSet<PathBuf>) -> Result<(), Failure> {
    match path.parent() {
        Some(parent) if !made.contains(parent) => {
            fs::create_dir_all(parent).map_err(|e| Failure::io("make the folder", parent, &e))?;
            made.insert(parent.to_owned());
            Ok(())
        }
        Some(_) | None => Ok(()),
    }
}

/// The bytes only: a private file's permissions would hide it from the web server.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    io::copy(&mut File::open(from)?, &mut File::create(to)?).map(|_bytes| ())
}

fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|error| {
        Failure::new(
            format!(
                "cannot move `{}` to `{}`: {}",
                from.display(),
                to.display(),
                reason(&error)
            ),
            "make the folder above it writable, or choose another `--out DIR`",
        )
    })
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::io("remove", folder, &error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::Output;
    use crate::shell::native::site_files::{Content, MARKER, SiteFiles};
    use std::fs;
    use std::path::Path;

    fn site(home: &str) -> SiteFiles {
        SiteFiles::from([
            (MARKER.to_owned(), Content::Bytes(b"{}".to_vec())),
            (
                "a/index.html".to_owned(),
                Content::Bytes(home.as_bytes().to_vec()),
            ),
        ])
    }

    fn at(root: &Path, out: &str) -> Result<Output, String> {
        let (content, shell) = (root.join("content"), root.join("shell"));
        Output::at(&root.join(out), [&content, &shell]).map_err(|failure| failure.to_string())
    }

    fn put(root: &Path, path: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, "old").expect("a file");
    }

    #[test]
    fn the_new_site_takes_the_place_of_the_old_and_nothing_is_left_over() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let root = root.path();
        for home in ["one", "two"] {
            let output = at(root, "deep/dist").expect("a folder of ours");
            output.replace(&site(home)).expect("a swap");
            let page = fs::read_to_string(root.join("deep/dist/a/index.html"));
            assert_eq!(page.expect("a page"), home);
        }
        let left = fs::read_dir(root.join("deep")).expect("a folder").count();
        assert_eq!(left, 1);
    }

    #[test]
    fn what_an_interrupted_run_left_is_mended() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let root = root.path();
        put(root, &format!(".dist.commons-old/{MARKER}"));
        put(root, ".dist.commons-old/index.html");
        put(root, &format!(".dist.commons-new/{MARKER}"));
        at(root, "dist").expect("mended");
        assert!(root.join("dist/index.html").exists());
        assert_eq!(fs::read_dir(root).expect("a folder").count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_ours_is_refused() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let root = root.path();
        put(root, "photos/holiday.jpg");
        put(root, &format!("pages/{MARKER}"));
        put(root, "pages/.git/config");
        fs::create_dir(root.join("empty")).expect("a folder");
        assert!(at(root, "photos").is_err_and(|words| words.contains("`holiday.jpg`")));
        assert!(at(root, "pages").is_err_and(|words| words.contains("`.git`")));
        assert!(at(root, "empty").is_ok());
    }

    #[test]
    fn reading_and_writing_stay_apart() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let root = root.path();
        put(root, "content/a.md");
        assert!(at(root, "content/dist").is_err_and(|words| words.contains("lies inside")));
        assert!(at(root, "content").is_err_and(|words| words.contains("both")));
        assert!(at(root, "").is_err_and(|words| words.contains("lies inside the output")));
        assert!(at(root, "content-two").is_ok());
    }
}
