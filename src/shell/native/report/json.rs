//! For programs: one JSON object per line. Lines and columns count from 1, columns count characters, ends are one past the last.

use std::io::{self, Write};

use serde::Serialize;

use crate::model::problem::{Explain as _, Severity};
use crate::shell::native::report::Report;
use crate::shell::native::report::place::{Position, Texts};

/// One problem. A file as a whole has no line.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    range: Option<Range>,
    severity: &'static str,
    code: &'static str,
    message: String,
    help: String,
}

#[derive(Serialize)]
struct Range {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl From<(Position, Position)> for Range {
    fn from((start, end): (Position, Position)) -> Range {
        Range {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// Writes all problems.
pub(crate) fn write(out: &mut Vec<u8>, report: Report<'_>) -> io::Result<()> {
    let mut texts = Texts::of(report.folder);
    for problem in report.problems {
        let place = texts.locate(&problem.place);
        let line = Line {
            file: &place.file,
            range: place.range.map(Range::from),
            severity: word(problem.fact.severity()),
            code: problem.fact.code(),
            message: problem.fact.to_string(),
            help: problem.fact.help(),
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

/// The word for it in programs' formats.
pub(crate) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
