//! Problems to what a person, a program or a workflow reads. Nothing here words a message: each fact does that itself.
//!
//! Entry points: [`print`], and [`human::write`] for the page that the server shows.

mod github;
pub(crate) mod human;
mod json;
mod place;

use std::io::{self, IsTerminal as _, Write};

use crate::model::problem::{Explain as _, Problem, Severity};
use crate::shell::native::args::{ContentArgs, Format};
use crate::shell::native::disk::Folder;
use crate::shell::native::failure::{Failure, reason};

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report<'a> {
    /// The files that the problems point into.
    pub(crate) folder: &'a Folder,
    /// Sorted by file, then place.
    pub(crate) problems: &'a [Problem],
}

impl Report<'_> {
    fn count(&self, severity: Severity) -> usize {
        let of = |problem: &&Problem| problem.fact.severity() == severity;
        self.problems.iter().filter(of).count()
    }

    /// Whether anything stands in the way of a new site.
    pub(crate) fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// How many problems of one code a person is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Each.
    All,
    /// Every error, and the first few warnings of each code.
    Few,
}

/// Prints the report as asked: for people to stderr, for programs to stdout.
pub(crate) fn print(report: Report<'_>, args: &ContentArgs) -> Result<(), Failure> {
    let printed = match args.format {
        Format::Human => {
            let shown = if args.all { Shown::All } else { Shown::Few };
            let stderr = io::stderr();
            let colour = human::Colour::of(stderr.is_terminal());
            whole(|out| human::write(out, report, shown, colour)).and_then(|b| send(stderr, &b))
        }
        Format::Json => whole(|out| json::write(out, report)).and_then(|b| send(io::stdout(), &b)),
        Format::Github => {
            whole(|out| github::write(out, report)).and_then(|b| send(io::stdout(), &b))
        }
    };
    printed.map_err(|error| {
        Failure::new(
            format!("cannot print: {}", reason(&error)),
            "send the output to a file or a terminal that takes it",
        )
    })
}

/// Prints one line of news, unless only a program listens.
pub(crate) fn tell(args: &ContentArgs, line: &str) {
    match args.format {
        Format::Human => {
            // Where stderr is closed nobody wants the news.
            let _unheard = writeln!(io::stderr(), "{line}");
        }
        Format::Json | Format::Github => {}
    }
}

fn whole(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    Ok(bytes)
}

/// Sends everything at once; a reader who stopped listening (`commons check | head`) is no failure.
fn send(mut to: impl Write, bytes: &[u8]) -> io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        sent => sent,
    }
}

/// `1 error`, `2 errors`.
pub(crate) fn count_of(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}

#[cfg(test)]
mod tests {
    use super::human::{self, Colour};
    use super::{Report, Shown, github, json};
    use crate::model::problem::link::LinkFact;
    use crate::model::problem::source::SourceFact;
    use crate::model::problem::{Place, Problem};
    use crate::model::source::{Source, Sources};
    use crate::shell::native::disk::Folder;

    const TEXT: &str = "\u{FEFF}---\r\ntitle: A\r\n---\r\nÄ [[Comons]] and so on\r\n";

    fn folder() -> Folder {
        let notes = vec![Source {
            path: "a.md".into(),
            bytes: TEXT.as_bytes().to_vec(),
        }];
        let sources = Sources {
            notes,
            ..Sources::default()
        };
        Folder::of("content", sources)
    }

    fn broken(in_note: bool) -> Problem {
        let start = 17 + "Ä ".len();
        Place::new("a.md", start..start + "[[Comons]]".len()).problem(LinkFact::Broken {
            target: "Comons".into(),
            nearest: Some("Commons".into()),
            in_note,
        })
    }

    fn check(
        problems: &[Problem],
        write: impl FnOnce(&mut Vec<u8>, Report<'_>) -> std::io::Result<()>,
        expect: &str,
    ) {
        let folder = folder();
        let report = Report {
            folder: &folder,
            problems,
        };
        let mut out = Vec::new();
        write(&mut out, report).expect("memory takes it");
        assert_eq!(String::from_utf8_lossy(&out), expect);
    }

    #[test]
    fn a_person_sees_the_line_with_a_caret_under_the_exact_place() {
        check(
            &[broken(false)],
            |out, report| human::write(out, report, Shown::Few, Colour::Plain),
            "\
error[broken-link]: nothing here is called `Comons`; the nearest is `Commons`
 --> content/a.md:4:3
  |
4 | Ä [[Comons]] and so on
  |   ^^^^^^^^^^
  |
  = help: write `[[Commons]]`, or add the missing note

1 error in 1 file
",
        );
    }

    #[test]
    fn a_file_as_a_whole_is_named_without_a_line() {
        check(
            &[Place::whole("b.md").problem(SourceFact::NotUtf8)],
            |out, report| human::write(out, report, Shown::Few, Colour::Plain),
            "\
error[not-utf8]: this is not UTF-8 text
--> content/b.md
 = help: save the file as UTF-8

1 error in 1 file
",
        );
    }

    #[test]
    fn many_warnings_of_a_sort_do_not_drown_the_rest() {
        let folder = folder();
        let problems = vec![broken(true); 8];
        let report = Report {
            folder: &folder,
            problems: &problems,
        };
        let lines = |shown| {
            let mut out = Vec::new();
            human::write(&mut out, report, shown, Colour::Plain).expect("memory takes it");
            let text = String::from_utf8(out).expect("text");
            let heads = text.lines().filter(|l| l.starts_with("warning["));
            (heads.count(), text)
        };
        let (few, text) = lines(Shown::Few);
        assert_eq!(few, 6);
        assert!(text.ends_with(
            "warning[broken-link]: 3 more of these; `--all` shows them\n\n8 warnings in 1 file\n"
        ));
        assert_eq!(lines(Shown::All).0, 8);
    }

    #[test]
    fn nothing_wrong_is_one_line() {
        check(
            &[],
            |out, report| human::write(out, report, Shown::Few, Colour::Plain),
            "no problems in 1 file\n",
        );
    }

    #[test]
    fn a_program_reads_one_object_per_line() {
        check(
            &[
                broken(false),
                Place::whole("b.md").problem(SourceFact::NotUtf8),
            ],
            json::write,
            concat!(
                r#"{"file":"content/a.md","line":4,"column":3,"end_line":4,"end_column":13,"severity":"error","code":"broken-link","#,
                r#""message":"nothing here is called `Comons`; the nearest is `Commons`","help":"write `[[Commons]]`, or add the missing note"}"#,
                "\n",
                r#"{"file":"content/b.md","severity":"error","code":"not-utf8","message":"this is not UTF-8 text","help":"save the file as UTF-8"}"#,
                "\n",
            ),
        );
    }

    #[test]
    fn a_workflow_reads_annotations() {
        check(
            &[
                broken(true),
                Place::whole("50%,a:b.md").problem(SourceFact::NotUtf8),
            ],
            github::write,
            "\
::warning file=content/a.md,line=4,endLine=4,col=3,endColumn=13,title=broken-link::nothing here is called `Comons`; the nearest is `Commons`%0Ahelp: write `[[Commons]]`, or add the missing note
::error file=content/50%25%2Ca%3Ab.md,title=not-utf8::this is not UTF-8 text%0Ahelp: save the file as UTF-8
",
        );
    }
}
