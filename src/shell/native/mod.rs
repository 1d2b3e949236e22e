//! The command line and what it needs: arguments, disk, reports, watching, serving.
//!
//! Entry point: [`main`]. Content becomes a site in `commons::compile` and `commons::view`; here it is only
//! fetched, handed on, and put where it was asked for.

mod args;
mod assets;
mod build;
mod check;
mod disk;
mod failure;
mod live;
mod minify;
mod output;
mod range;
mod report;
mod search;
mod serve;
mod site_files;
mod stats;
mod watch;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use crate::shell::native::args::{Args, Command};
use crate::shell::native::failure::Failure;

/// Runs the command that the arguments ask for.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let ended = match args.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Serve(args) => serve::run(&args),
    };
    exit_code(ended)
}

/// How a command ended that the world let run to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked; there may be warnings.
    Done,
    /// The content has errors.
    Errors,
}

/// The one place where exit codes are decided: 0 done, 1 errors in the content, 2 the world's failures
/// (clap ends with 2 as well where it does not understand the arguments).
fn exit_code(ended: Result<Outcome, Failure>) -> ExitCode {
    match ended {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Errors) => ExitCode::from(1),
        Err(failure) => {
            // Where even stderr is closed there is nobody left to tell.
            let _unheard = writeln!(std::io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}
