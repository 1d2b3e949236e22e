//! The arguments, and the day of the build.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand, ValueEnum};

use crate::model::date::Date;
use crate::shell::native::failure::Failure;

/// Turns a folder of Markdown into a directory that a movement can own.
#[derive(Debug, Parser)]
#[command(name = "commons", version, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 done, 1 errors in the content, 2 anything else that stood in the way."
)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the whole site into a folder
    Build(BuildArgs),
    /// Check the content and print its problems
    Check(CheckArgs),
    /// Search the content, as its pages do
    Search(SearchArgs),
    /// Serve the site on this machine, and reload open pages when the content changes
    Serve(ServeArgs),
}

/// `commons build`.
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// What to compile, and how to tell.
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    /// Where the site goes; replaced as a whole, and only when the content has no errors
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(crate) out: PathBuf,
    /// The folder with the built shell: wasm, JavaScript, styles
    #[arg(long, value_name = "DIR", default_value = "target/shell")]
    pub(crate) shell: PathBuf,
}

/// `commons check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// What to compile, and how to tell.
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    /// Print what the directory holds: entries by kind, country, status; links; orphans; wanted entries
    #[arg(long)]
    pub(crate) stats: bool,
}

/// `commons search`.
#[derive(Debug, clap::Args)]
pub(crate) struct SearchArgs {
    /// What to look for: words, "phrases", -word, field:value (kind, approach, sector, country, tag, status)
    #[arg(required = true)]
    pub(crate) query: Vec<String>,
    /// The folder of Markdown
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(crate) content: PathBuf,
    /// Print one JSON object: total, hits with address, title, excerpt and places, corrections, proposals
    #[arg(long)]
    pub(crate) json: bool,
    /// How many pages to show at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) most: u32,
}

/// `commons serve`.
#[derive(Debug, clap::Args)]
pub(crate) struct ServeArgs {
    /// What to compile, and how to tell.
    #[command(flatten)]
    pub(crate) content: ContentArgs,
    /// The folder with the built shell: wasm, JavaScript, styles
    #[arg(long, value_name = "DIR", default_value = "target/shell")]
    pub(crate) shell: PathBuf,
    /// The port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// Serve under this path, as a host with several sites would
    #[arg(long, value_name = "/PATH/", default_value = "/", value_parser = base)]
    pub(crate) base: String,
    /// Do not watch the content, do not reload pages
    #[arg(long)]
    pub(crate) no_watch: bool,
}

/// What all commands share.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ContentArgs {
    /// The folder of Markdown
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(crate) content: PathBuf,
    /// The day of the build; else that of `SOURCE_DATE_EPOCH`, else today (UTC)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,
    /// How problems are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    /// Print every warning, however many there are of a sort
    #[arg(long)]
    pub(crate) all: bool,
}

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: the line, with a caret under the exact place
    Human,
    /// For programs: one JSON object per line
    Json,
    /// For workflows on GitHub and Forgejo: annotations
    Github,
}

impl ContentArgs {
    /// The day of the build. The clock is asked only here, and only where nobody said.
    pub(crate) fn today(&self) -> Result<Date, Failure> {
        self.today.map_or_else(unsaid_day, Ok)
    }
}

/// The day of the build where no argument says it.
pub(crate) fn unsaid_day() -> Result<Date, Failure> {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok();
    epoch.map_or_else(|| Ok(system_day()), |epoch| day_of_epoch(&epoch))
}

fn day_of_epoch(epoch: &str) -> Result<Date, Failure> {
    let day = epoch.parse().ok().and_then(Date::of_unix_seconds);
    day.ok_or_else(|| {
        Failure::new(
            format!("`SOURCE_DATE_EPOCH` is `{epoch}`, which is no number of seconds"),
            "set it to seconds since 1970, such as `date +%s` prints, or pass `--today YYYY-MM-DD`",
        )
    })
}

fn system_day() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    Date::of_unix_seconds(seconds).expect("the clock stands in a year of four digits")
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day such as 2026-07-01".to_owned())
}

/// A base path: begins and ends in `/`, and is made of plain segments.
fn base(text: &str) -> Result<String, String> {
    let inner = text.trim_matches('/');
    let plain = |s: &str| !s.is_empty() && s != "." && s != ".." && s.bytes().all(is_plain);
    if !text.starts_with('/') || !(inner.is_empty() || inner.split('/').all(plain)) {
        return Err("write a path such as /deep/sub/path/".to_owned());
    }
    Ok(if inner.is_empty() {
        "/".to_owned()
    } else {
        format!("/{inner}/")
    })
}

fn is_plain(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~')
}

#[cfg(test)]
mod tests {
    use super::{Args, base, day_of_epoch};
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_epoch_gives_a_day_or_a_reason() {
        let day = |text| day_of_epoch(text).map(|day| day.to_string());
        assert_eq!(day("0").as_deref(), Ok("1970-01-01"));
        assert_eq!(day("1782950399").as_deref(), Ok("2026-07-01"));
        assert_eq!(day("1782950400").as_deref(), Ok("2026-07-02"));
        assert!(day("soon").is_err());
        assert!(day("999999999999999999").is_err());
    }

    #[test]
    fn a_base_begins_and_ends_in_a_slash() {
        assert_eq!(base("/").as_deref(), Ok("/"));
        assert_eq!(base("/a/b").as_deref(), Ok("/a/b/"));
        for bad in ["", "a/", "/a/../b/", "/a//b/", "/a b/", "/%2e/"] {
            assert!(base(bad).is_err(), "{bad}");
        }
    }
}
