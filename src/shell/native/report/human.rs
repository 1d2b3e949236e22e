//! For people: the line with a caret under the exact place, what is wrong, and what to write.
//!
//! The only file that names `annotate_snippets`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::model::problem::{Explain as _, Problem, Severity};
use crate::shell::native::report::place::Texts;
use crate::shell::native::report::{Report, Shown, count_of};

/// How many warnings of one code are drawn where not all are asked for.
const FEW: usize = 5;

/// Whether letters carry colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    /// ANSI colours.
    Ansi,
    /// None.
    Plain,
}

impl Colour {
    /// Colour on a terminal, unless `NO_COLOR` is set (no-color.org).
    pub(crate) fn of(terminal: bool) -> Colour {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if terminal && !refused {
            Colour::Ansi
        } else {
            Colour::Plain
        }
    }
}

/// Writes warnings, then errors (they stand nearest to the prompt), then the counts.
pub(crate) fn write(
    out: &mut impl Write,
    report: Report<'_>,
    shown: Shown,
    colour: Colour,
) -> io::Result<()> {
    let renderer = match colour {
        Colour::Ansi => Renderer::styled(),
        Colour::Plain => Renderer::plain(),
    };
    let mut texts = Texts::of(report.folder);
    let selected = Selected::new(report.problems, shown);
    for problem in selected.drawn {
        writeln!(out, "{}\n", draw(&renderer, &mut texts, problem))?;
    }
    for (code, left_out) in selected.left_out {
        let line = format!("{left_out} more of these; `--all` shows them");
        let group = Group::with_title(Level::WARNING.primary_title(line).id(code));
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    writeln!(out, "{}", summary(report))
}

/// What is drawn, and how much of which warnings is not.
struct Selected<'a> {
    drawn: Vec<&'a Problem>,
    left_out: BTreeMap<&'static str, usize>,
}

impl<'a> Selected<'a> {
    fn new(problems: &'a [Problem], shown: Shown) -> Selected<'a> {
        let of = |severity| {
            let of = move |problem: &&Problem| problem.fact.severity() == severity;
            problems.iter().filter(of)
        };
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        let mut drawn = Vec::new();
        for warning in of(Severity::Warning) {
            let count = counts.entry(warning.fact.code()).or_default();
            *count += 1;
            if shown == Shown::All || *count <= FEW {
                drawn.push(warning);
            }
        }
        drawn.extend(of(Severity::Error));
        counts.retain(|_, count| shown == Shown::Few && *count > FEW);
        for count in counts.values_mut() {
            *count -= FEW;
        }
        Selected {
            drawn,
            left_out: counts,
        }
    }
}

fn draw(renderer: &Renderer, texts: &mut Texts<'_>, problem: &Problem) -> String {
    let level = match problem.fact.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(problem.fact.to_string())
        .id(problem.fact.code());
    let path = texts.locate(&problem.place).file;
    let group = match texts.window(&problem.place) {
        None => title.element(Origin::path(path)),
        Some(window) => title.element(
            Snippet::source(window.text)
                .line_start(window.first_line)
                .path(path)
                .annotation(AnnotationKind::Primary.span(window.start..window.end)),
        ),
    };
    let group = group.element(Level::HELP.message(problem.fact.help()));
    renderer.render(&[group])
}

/// `2 errors, 3 warnings in 120 files`.
fn summary(report: Report<'_>) -> String {
    let files = count_of(report.folder.sources.notes.len(), "file");
    let counts: Vec<_> = [(Severity::Error, "error"), (Severity::Warning, "warning")]
        .into_iter()
        .map(|(severity, word)| (report.count(severity), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| count_of(count, word))
        .collect();
    if counts.is_empty() {
        format!("no problems in {files}")
    } else {
        format!("{} in {files}", counts.join(", "))
    }
}
