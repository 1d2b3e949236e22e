//! Fixture sites: each folder of `tests/sites` holds `content/` and the output that is `expected/` of it.
//!
//! `expected/console.txt` is what the build says, `expected/files.txt` lists all files that it writes; whatever else
//! stands in `expected/` must equal the file of that name byte for byte. `UPDATE_EXPECT=1` rewrites them.

use std::fs;
use std::path::Path;

use crate::world::{World, files, repository};

#[test]
fn fixture_sites_come_out_as_expected() {
    let mut faults = Vec::new();
    let mut sites: Vec<_> = fs::read_dir(repository().join("tests/sites"))
        .expect("the fixture sites")
        .map(|item| item.expect("an item").path())
        .collect();
    sites.sort();
    assert!(!sites.is_empty());
    for site in sites {
        faults.extend(check(&site));
    }
    assert!(
        faults.is_empty(),
        "{}\n\nIf this is what should be: UPDATE_EXPECT=1 cargo test --test it sites\n",
        faults.join("\n")
    );
}

/// Builds one site and gives what differs.
fn check(site: &Path) -> Vec<String> {
    let world = World::new(&[]);
    for (path, bytes) in files(&site.join("content")) {
        world.write(&format!("content/{path}"), bytes);
    }
    let run = world.build();
    let mut output = if run.code == 0 {
        files(&world.path("out"))
    } else {
        std::collections::BTreeMap::new()
    };
    let names: String = output.keys().flat_map(|path| [path, "\n"]).collect();
    let console = format!("{}{}exit code {}\n", run.stdout, run.stderr, run.code);
    output.insert("files.txt".to_owned(), names.into_bytes());
    output.insert("console.txt".to_owned(), console.into_bytes());

    let expected = site.join("expected");
    let mut wanted = files(&expected);
    for always in ["files.txt", "console.txt"] {
        wanted.entry(always.to_owned()).or_default();
    }
    let mut faults = Vec::new();
    for (path, bytes) in wanted {
        let shown = format!("{}/{path}", expected.display());
        match output.get(&path) {
            None => faults.push(format!(
                "{shown} is expected, but the site has no such file"
            )),
            Some(got) if *got == bytes => {}
            Some(got) if is_update() => fs::write(expected.join(&path), got).expect("a file"),
            Some(got) => faults.push(difference(&shown, &bytes, got)),
        }
    }
    faults
}

fn is_update() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1")
}

/// The first line that differs.
fn difference(shown: &str, expected: &[u8], got: &[u8]) -> String {
    let (expected, got) = (
        String::from_utf8_lossy(expected),
        String::from_utf8_lossy(got),
    );
    let mut lines = expected.lines().zip(got.lines()).enumerate();
    match lines.find(|(_, (expected, got))| expected != got) {
        Some((line, (expected, got))) => {
            format!(
                "{shown}:{}\n  expected: {expected}\n       got: {got}",
                line + 1
            )
        }
        None => format!(
            "{shown}: one is longer: {} lines expected, {} got",
            expected.lines().count(),
            got.lines().count()
        ),
    }
}
