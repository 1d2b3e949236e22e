//! For workflows on GitHub and Forgejo: one annotation per line.

use std::io::{self, Write};

use crate::model::problem::{Explain as _, Problem};
use crate::shell::native::report::Report;
use crate::shell::native::report::json::word;
use crate::shell::native::report::place::{Located, Texts};

/// Writes all problems.
pub(crate) fn write(out: &mut Vec<u8>, report: Report<'_>) -> io::Result<()> {
    let mut texts = Texts::of(report.folder);
    for problem in report.problems {
        writeln!(
            out,
            "{}",
            annotation(problem, &texts.locate(&problem.place))
        )?;
    }
    Ok(())
}

fn annotation(problem: &Problem, place: &Located) -> String {
    let lines = place.range.map_or_else(String::new, |(start, end)| {
        let (line, col) = (start.line, start.column);
        let (end_line, end_col) = (end.line, end.column);
        format!(",line={line},endLine={end_line},col={col},endColumn={end_col}")
    });
    format!(
        "::{} file={}{lines},title={}::{}",
        word(problem.fact.severity()),
        property(&place.file),
        problem.fact.code(),
        data(&format!("{}\nhelp: {}", problem.fact, problem.fact.help())),
    )
}

/// Escapes what ends a message.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes what ends a property as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
