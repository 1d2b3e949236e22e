//! Floors look only down, borrowed crates stay behind their file, and only the top floor touches the world.

use std::fs;
use std::path::Path;

use crate::world::repository;

/// The floors, lowest first.
const FLOORS: [&str; 6] = ["model", "compile", "search", "explore", "view", "shell"];

/// Crates that one place alone may name, with the beginning of its path.
const BORROWED: [(&str, &str); 15] = [
    ("annotate_snippets", "src/shell/native/report/human.rs"),
    ("axum", "src/shell/native/serve.rs"),
    ("clap", "src/shell/native/"),
    ("frostem", "src/search/index/stem.rs"),
    ("fuzzy_matcher", "src/compile/nearest.rs"),
    ("jiff", "src/model/date.rs"),
    ("libdeflater", "src/search/deflate.rs"),
    ("notify", "src/shell/native/watch.rs"),
    ("pulldown_cmark", "src/compile/markdown"),
    ("pulldown_latex", "src/compile/math.rs"),
    ("saphyr_parser", "src/compile/front_matter"),
    ("syntect", "src/compile/highlight"),
    ("tokio", "src/shell/native/serve.rs"),
    ("toml", "src/compile/toml_file"),
    ("web_sys", "src/shell/browser/"),
];

/// What reads the world: only `shell` may.
const WORLD: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::io",
    "SystemTime",
    "Instant::now",
    "std::thread::sleep",
];

#[test]
fn floors_look_only_down() {
    let faults = all_faults();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn all_faults() -> Vec<String> {
    let mut sources = Vec::new();
    collect(&repository().join("src"), &mut sources);
    assert!(sources.len() > 50, "the source is not where it was");
    sources
        .iter()
        .flat_map(|(path, text)| faults(path, text))
        .collect()
}

fn collect(folder: &Path, sources: &mut Vec<(String, String)>) {
    let items = fs::read_dir(folder).expect("a folder");
    for item in items {
        let path = item.expect("an item").path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(repository()).expect("it is below");
            let name = name.to_str().expect("a plain name").to_owned();
            sources.push((name, fs::read_to_string(&path).expect("a source")));
        }
    }
    sources.sort();
}

/// What one file names that it should not.
fn faults(path: &str, text: &str) -> Vec<String> {
    let code = without_comments(text);
    let tested = code.split("#[cfg(test)]\nmod tests").next();
    let shipped = tested.unwrap_or_default();
    let mut faults = looks_up(path, &code);
    for (borrowed, home) in BORROWED {
        if names(&code, borrowed) && !path.starts_with(home) {
            faults.push(format!("{path} names `{borrowed}`; only {home} may"));
        }
    }
    let is_top = path.starts_with("src/shell") || path.starts_with("src/bin");
    for world in WORLD
        .iter()
        .filter(|world| !is_top && shipped.contains(*world))
    {
        faults.push(format!("{path} names `{world}`; only shell may"));
    }
    faults
}

fn looks_up(path: &str, code: &str) -> Vec<String> {
    let own = path.strip_prefix("src/").unwrap_or(path);
    let own = own.split(['/', '.']).next().unwrap_or_default();
    let Some(rank) = rank(own) else {
        return Vec::new();
    };
    let named = code.split("crate::").skip(1);
    let mut faults = Vec::new();
    for rest in named {
        if rest.starts_with('{') {
            faults.push(format!("{path}: write one `use` for each floor"));
            continue;
        }
        let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_';
        let other = rest.split(ends).next().unwrap_or_default();
        let is_up = self::rank(other).is_some_and(|other| other > rank);
        // Pages and searching see what was compiled, never the compiler.
        let is_aside = other == "compile" && matches!(own, "search" | "explore" | "view");
        if is_up || is_aside {
            faults.push(format!("{path} names `crate::{other}`"));
        }
    }
    faults
}

fn rank(floor: &str) -> Option<usize> {
    FLOORS.iter().position(|known| *known == floor)
}

/// Whether `code` names the crate itself, not a module or a word that ends alike.
fn names(code: &str, krate: &str) -> bool {
    code.match_indices(&format!("{krate}::")).any(|(at, _)| {
        !code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
    })
}

fn without_comments(text: &str) -> String {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn what_looks_up_is_seen() {
    let check = |path: &str, text: &str, expect: &[&str]| {
        assert_eq!(faults(path, text), expect);
    };
    check("src/compile/a.rs", "use crate::model::site::Site;", &[]);
    check(
        "src/compile/a.rs",
        "// crate::view\nfn a() { crate::view::b() }",
        &["src/compile/a.rs names `crate::view`"],
    );
    check(
        "src/view/page/a.rs",
        "use crate::compile::text;",
        &["src/view/page/a.rs names `crate::compile`"],
    );
    check(
        "src/view/a.rs",
        "use pulldown_cmark::Event;",
        &["src/view/a.rs names `pulldown_cmark`; only src/compile/markdown may"],
    );
    check(
        "src/model/a.rs",
        "use std::fs;",
        &["src/model/a.rs names `std::fs`; only shell may"],
    );
    check("src/shell/native/disk.rs", "use std::fs;", &[]);
}
