//! The same input gives the same bytes, wherever and by whomever it is built; and names that every host can serve.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::world::{DAY_OF_REAL_CONTENT, World, files, repository};

/// Builds the real content into `out/` of `world` by way of a shell with this time zone and umask.
fn build(world: &World, zone: &str, umask: &str) {
    let program = world.command(&[]);
    let content = repository().join("content");
    let script = format!(
        "umask {umask}; exec '{}' build --content '{}' --shell shell --out out --today {DAY_OF_REAL_CONTENT}",
        program.get_program().display(),
        content.display()
    );
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(world.path(""))
        .env("TZ", zone)
        .env("LC_ALL", "tr_TR.UTF-8")
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn two_builds_give_the_same_bytes() {
    let (one, two) = (World::new(&[]), World::new(&[]));
    build(&one, "Pacific/Kiritimati", "077");
    build(&two, "America/Los_Angeles", "022");
    let (one, two) = (files(&one.path("out")), files(&two.path("out")));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&two));
    let differing: Vec<_> = one
        .iter()
        .filter(|(path, bytes)| two[*path] != **bytes)
        .collect();
    let differing: Vec<_> = differing.into_iter().map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn every_host_can_serve_the_names() {
    let world = World::new(&[]);
    build(&world, "UTC", "022");
    let files = files(&world.path("out"));
    let plain =
        |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'.' | b'_');
    for path in files.keys() {
        for segment in path.split('/') {
            let sound = segment.bytes().all(plain) && !segment.starts_with(['_', '.']);
            assert!(sound && segment.len() <= 120, "{path}");
        }
    }
}

#[test]
fn every_folder_of_pages_has_its_own_page() {
    let world = World::new(&[]);
    build(&world, "UTC", "022");
    let files = files(&world.path("out"));
    let mut folders = BTreeSet::new();
    for path in files.keys() {
        let ends = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.extend(ends);
    }
    // These hold no pages; nobody is led to them.
    let bare = |folder: &str| {
        let first = folder.split('/').next();
        matches!(first, Some("assets" | "data" | "feeds" | "files"))
    };
    for folder in folders.into_iter().filter(|folder| !bare(folder)) {
        let page = format!("{folder}/index.html");
        assert!(files.contains_key(&page), "{page} is missing");
    }
}
