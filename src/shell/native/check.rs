//! `commons check`: the problems of the content, and what it holds.

use std::io::{self, Write as _};

use crate::shell::native::args::CheckArgs;
use crate::shell::native::failure::Failure;
use crate::shell::native::report::{self, Report};
use crate::shell::native::site_files::compile;
use crate::shell::native::{Outcome, disk, stats};

/// Checks.
pub(crate) fn run(args: &CheckArgs) -> Result<Outcome, Failure> {
    let content = &args.content;
    let folder = disk::read(&content.content)?;
    let compiled = compile(&folder, content.today()?);
    if args.stats {
        let text = stats::text(&compiled.site, &compiled.problems);
        // A reader who stopped listening has seen enough.
        let _unread = io::stdout().write_all(text.as_bytes());
    }
    let report = Report {
        folder: &folder,
        problems: &compiled.problems,
    };
    report::print(report, content)?;
    Ok(if report.has_errors() {
        Outcome::Errors
    } else {
        Outcome::Done
    })
}
