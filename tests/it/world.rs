//! A temporary folder with a content folder and a built shell in it, and the program that is run there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The day on which all tests build.
pub(crate) const TODAY: &str = "2026-07-01";

/// The day on which tests build the real content: later than any date in it will be for long.
pub(crate) const DAY_OF_REAL_CONTENT: &str = "2036-01-01";

/// A temporary folder; gone when dropped.
pub(crate) struct World {
    folder: tempfile::TempDir,
}

/// What a run of the program left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl World {
    /// A folder with a shell in `shell/` and these files in `content/`.
    pub(crate) fn new(content: &[(&str, &str)]) -> World {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let world = World { folder };
        for (path, text) in [
            ("app.js", "new URL('app_bg.wasm', import.meta.url)"),
            ("app_bg.wasm", "wasm"),
            (
                "explorer.js",
                "new URL('explorer_bg.wasm', import.meta.url)",
            ),
            ("explorer_bg.wasm", "wasm"),
            ("engine.js", "new URL('engine_bg.wasm', import.meta.url)"),
            ("engine_bg.wasm", "wasm"),
            ("boot.js", "boot()"),
            ("search.js", "search()"),
            ("marks.js", "marks()"),
            ("style/tokens.css", ":root { --a: 1px; }"),
            ("style/base.css", "p { margin: 0; }"),
        ] {
            world.write(&format!("shell/{path}"), text);
        }
        for (path, text) in content {
            world.write(&format!("content/{path}"), text);
        }
        world
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// The program, about to be run in the folder.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_commons"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("SOURCE_DATE_EPOCH")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().expect("the program starts"))
    }

    /// Builds `content/` into `out/`.
    pub(crate) fn build(&self) -> Run {
        self.build_from("content", TODAY)
    }

    pub(crate) fn build_from(&self, content: &str, today: &str) -> Run {
        self.run(&[
            "build",
            "--content",
            content,
            "--shell",
            "shell",
            "--out",
            "out",
            "--today",
            today,
        ])
    }

    pub(crate) fn check(&self, more: &[&str]) -> Run {
        let args = [&["check", "--today", TODAY], more].concat();
        self.run(&args)
    }
}

impl Run {
    fn of(output: Output) -> Run {
        Run {
            code: output.status.code().expect("it ended by itself"),
            stdout: String::from_utf8(output.stdout).expect("it speaks UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("it speaks UTF-8"),
        }
    }
}

/// Every file below `folder` with its bytes, by its path from there.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    collect(folder, folder, &mut all);
    all
}

fn collect(root: &Path, folder: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
    for item in fs::read_dir(folder).expect("a folder") {
        let path = item.expect("an item").path();
        if path.is_dir() {
            collect(root, &path, all);
        } else {
            let name = path.strip_prefix(root).expect("it is below");
            let name = name.to_str().expect("a plain name").to_owned();
            all.insert(name, fs::read(&path).expect("a file"));
        }
    }
}

/// The repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A sound entry of its own, for sites that need one.
pub(crate) const ENTRY: &str = "\
---
title: Commons
kind: concept
summary: What a community holds and cares for together.
verified: 2026-06-01
sources:
  - { title: A book, url: https://example.org/book, accessed: 2026-06-01 }
relations:
  - { type: related, ext: Land }
---
A commons is cared for by those who use it.
";
