//! `commons check`: the problems of the content, and what it holds.

use std::io::{self, Write as _};

use crate::shell::native::args::{CheckArgs, Format};
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
        print_stats(
            &stats::text(&compiled.site, &compiled.problems),
            content.format,
        );
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

/// To stdout, unless that is where a program reads problems.
fn print_stats(text: &str, format: Format) {
    // A reader who stopped listening has seen enough.
    let _unread = match format {
        Format::Human => io::stdout().write_all(text.as_bytes()),
        Format::Json | Format::Github => io::stderr().write_all(text.as_bytes()),
    };
}
