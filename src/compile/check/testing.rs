//! What the tests of rules share: a small site as text, with each expected problem drawn under its line.

use std::fmt::Write;

use crate::compile::{compile, lists};
use crate::model::problem::{Explain, Problem, Severity};
use crate::model::settings::Settings;
use crate::model::source::{Source, Sources};

/// Settings of a site that says nothing of its own, built on 2026-07-01.
pub(crate) fn settings() -> Settings {
    Settings::plain("2026-07-01", lists::built_in())
}

/// Checks the files of `fixture` (each after a line `//- path`) and draws those problems whose code is in `codes`.
///
/// The drawing must be the fixture itself.
#[track_caller]
pub(crate) fn check(codes: &[&str], fixture: &str) {
    let files = files(fixture);
    let problems = problems(&files);
    let mut drawn = String::new();
    for (path, text) in &files {
        writeln!(drawn, "//- {path}").expect("a string takes all");
        let here = |problem: &&Problem| {
            problem.place.file == *path && codes.contains(&problem.fact.code())
        };
        draw(
            text,
            &problems.iter().filter(here).collect::<Vec<_>>(),
            &mut drawn,
        );
    }
    assert!(
        drawn.trim_end() == fixture.trim_end(),
        "expected:\n{fixture}\ngot:\n{drawn}"
    );
}

/// The remedies offered for problems with this code.
pub(crate) fn help(code: &str, fixture: &str) -> Vec<String> {
    let problems = problems(&files(fixture));
    let with_code = problems
        .iter()
        .filter(|problem| problem.fact.code() == code);
    with_code.map(|problem| problem.fact.help()).collect()
}

fn files(fixture: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in fixture.lines() {
        if let Some(path) = line.strip_prefix("//- ") {
            files.push((path.to_owned(), String::new()));
        } else if let Some((_, text)) = files.last_mut()
            && !is_drawing(line)
        {
            text.push_str(line);
            text.push('\n');
        }
    }
    files
}

fn is_drawing(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('^') && line.contains("]: ")
}

fn problems(files: &[(String, String)]) -> Vec<Problem> {
    let notes = files.iter().map(|(path, text)| Source {
        path: path.clone(),
        bytes: text.clone().into_bytes(),
    });
    let sources = Sources {
        notes: notes.collect(),
        ..Sources::default()
    };
    compile(&sources, &settings()).1
}

fn draw(text: &str, problems: &[&Problem], out: &mut String) {
    let mut start = 0;
    for line in text.lines() {
        out.push_str(line);
        out.push('\n');
        let end = start + line.len();
        let stands_here = |problem: &&&Problem| (start..=end).contains(&problem.place.span.start);
        for problem in problems.iter().filter(stands_here) {
            let from = problem.place.span.start;
            let to = problem.place.span.end.min(end);
            let indent = text[start..from].chars().count();
            let carets = text[from..to].chars().count().max(1);
            let word = match problem.fact.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let (code, fact) = (problem.fact.code(), &problem.fact);
            let (indent, carets) = (" ".repeat(indent), "^".repeat(carets));
            writeln!(out, "{indent}{carets} {word}[{code}]: {fact}").expect("a string takes all");
        }
        start = end + 1;
    }
}
