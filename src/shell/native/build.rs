//! `commons build`: a folder of Markdown to a folder that any static host can serve.

use crate::shell::native::args::BuildArgs;
use crate::shell::native::failure::Failure;
use crate::shell::native::output::Output;
use crate::shell::native::report::{self, Report, count_of};
use crate::shell::native::site_files::{compile, site_files};
use crate::shell::native::{Outcome, assets, disk};

/// Builds. Where the content has errors, what stood in the output folder stays.
pub(crate) fn run(args: &BuildArgs) -> Result<Outcome, Failure> {
    let content = &args.content;
    let today = content.today()?;
    let folder = disk::read(&content.content)?;
    let shell = assets::read(&args.shell)?;
    let output = Output::at(&args.out, [&content.content, &args.shell])?;
    let compiled = compile(&folder, today);
    let report = Report {
        folder: &folder,
        problems: &compiled.problems,
    };
    report::print(report, content)?;
    if report.has_errors() {
        return Ok(Outcome::Errors);
    }
    let files = site_files(&compiled.site, &folder, &shell)?;
    output.replace(&files)?;
    let (files, out) = (count_of(files.len(), "file"), args.out.display());
    report::tell(content, &format!("wrote {files} to {out}"));
    Ok(Outcome::Done)
}
