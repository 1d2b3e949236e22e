//! `commons search`: the hits of the pages' own search, in the terminal.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

use crate::model::problem::{Explain as _, Severity};
use crate::search::answer::{Answer, By, Hit, Piece, Question};
use crate::search::index;
use crate::search::memory::Memory;
use crate::shell::native::args::{SearchArgs, unsaid_day};
use crate::shell::native::failure::Failure;
use crate::shell::native::report::human::Colour;
use crate::shell::native::site_files::compile;
use crate::shell::native::{Outcome, disk};

/// Searches.
pub(crate) fn run(args: &SearchArgs) -> Result<Outcome, Failure> {
    let folder = disk::read(&args.content)?;
    let compiled = compile(&folder, unsaid_day()?);
    let errors = compiled
        .problems
        .iter()
        .filter(|problem| problem.fact.severity() == Severity::Error);
    if errors.count() > 0 {
        let line = "the content has errors, so pages may be missing: `commons check` shows them";
        let _unheard = writeln!(io::stderr(), "{line}");
    }
    let mut memory = Memory::new(index::files(&compiled.site)).map_err(|bad| {
        Failure::new(
            format!("{bad}, though it was made just now"),
            "this is a bug in Commons: please report it",
        )
    })?;
    let answer = memory.answer(&Question {
        text: args.query.join(" "),
        most: args.most,
        ..Question::default()
    });
    let stdout = io::stdout();
    let text = if args.json {
        json(&answer)
    } else {
        human(&answer, Colour::of(stdout.is_terminal()))
    };
    // A reader who stopped listening has seen enough.
    let _unread = stdout.lock().write_all(text.as_bytes());
    Ok(Outcome::Done)
}

/// For people: best first, each with its kind, its address and what was found there.
fn human(answer: &Answer, colour: Colour) -> String {
    let mut out = String::new();
    for correction in &answer.corrections {
        writeln!(
            out,
            "also searching “{}” for “{}”",
            correction.used, correction.typed
        )
        .expect("a string takes any text");
    }
    for hit in &answer.hits {
        out.push_str(&human_hit(hit, colour));
    }
    out.push_str(&human_count(answer));
    for proposal in &answer.proposals {
        let (label, pages) = (&proposal.label, pages(proposal.pages));
        writeln!(out, "try {} ({label}): {pages}", proposal.text).expect("a string takes any text");
    }
    out
}

fn human_hit(hit: &Hit, colour: Colour) -> String {
    let shown = |pieces: &[Piece]| shown(pieces, colour);
    let mut out = shown(&hit.title);
    if !hit.other_name.is_empty() {
        write!(out, ", or {}", shown(&hit.other_name)).expect("a string takes any text");
    }
    if !hit.kind.is_empty() {
        write!(out, "  [{}]", hit.kind).expect("a string takes any text");
    }
    let anchored = |anchor: &str| match anchor {
        "" => hit.address.clone(),
        anchor => format!("{}#{anchor}", hit.address),
    };
    writeln!(out, "\n  {}", anchored(&hit.anchor)).expect("a string takes any text");
    if !hit.excerpt.is_empty() {
        writeln!(out, "  {}", shown(&hit.excerpt)).expect("a string takes any text");
    }
    for place in &hit.places {
        let (heading, excerpt) = (shown(&place.heading), shown(&place.excerpt));
        let line = format!(
            "  - {heading} ({})\n    {excerpt}\n",
            anchored(&place.anchor)
        );
        out.push_str(&line);
    }
    out.push('\n');
    out
}

fn human_count(answer: &Answer) -> String {
    match (answer.total, answer.at_least) {
        (0, _) => "nothing found\n".to_owned(),
        (total, true) => format!("at least {}\n", pages(total)),
        (total, false) => format!("{}\n", pages(total)),
    }
}

fn pages(count: u32) -> String {
    match count {
        1 => "1 page".to_owned(),
        count => format!("{count} pages"),
    }
}

/// Pieces as text, the marked ones bold where letters may be.
fn shown(pieces: &[Piece], colour: Colour) -> String {
    let shown = pieces.iter().map(|piece| match colour {
        Colour::Ansi if piece.marked => format!("\x1b[1m{}\x1b[0m", piece.text),
        Colour::Ansi | Colour::Plain => piece.text.clone(),
    });
    shown.collect()
}

/// For programs.
fn json(answer: &Answer) -> String {
    let printed = Printed {
        total: answer.total,
        at_least: answer.at_least,
        hits: answer.hits.iter().map(PrintedHit::new).collect(),
        corrections: answer
            .corrections
            .iter()
            .map(|c| PrintedCorrection {
                typed: &c.typed,
                used: &c.used,
            })
            .collect(),
        proposals: answer
            .proposals
            .iter()
            .map(|p| PrintedProposal {
                query: &p.text,
                label: &p.label,
                pages: p.pages,
            })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&printed).expect("plain values serialise");
    text.push('\n');
    text
}

/// What `--json` prints.
#[derive(Serialize)]
struct Printed<'a> {
    /// How many pages were found.
    total: u32,
    /// Whether there may be more: a phrase was looked for in the best pages only.
    at_least: bool,
    /// The best of them, best first.
    hits: Vec<PrintedHit<'a>>,
    /// Words that were looked for in place of typed ones.
    corrections: Vec<PrintedCorrection<'a>>,
    /// Where nothing was found, queries that find something.
    proposals: Vec<PrintedProposal<'a>>,
}

#[derive(Serialize)]
struct PrintedHit<'a> {
    /// Below the site's root.
    address: &'a str,
    /// `name` or `text`: how it was found.
    by: &'static str,
    /// The label of its kind; empty for a note.
    kind: &'a str,
    title: String,
    /// The alias or synonym by which it was found; empty where it was the title or the text.
    other_name: String,
    /// The section of the excerpt; empty for the page's beginning.
    anchor: &'a str,
    excerpt: Vec<PrintedPiece<'a>>,
    /// Other sections that were found.
    places: Vec<PrintedPlace<'a>>,
}

#[derive(Serialize)]
struct PrintedPlace<'a> {
    anchor: &'a str,
    heading: String,
    excerpt: Vec<PrintedPiece<'a>>,
}

#[derive(Serialize)]
struct PrintedPiece<'a> {
    text: &'a str,
    /// Whether it was asked for.
    marked: bool,
}

#[derive(Serialize)]
struct PrintedCorrection<'a> {
    typed: &'a str,
    used: &'a str,
}

#[derive(Serialize)]
struct PrintedProposal<'a> {
    query: &'a str,
    /// What it drops or changes.
    label: &'a str,
    pages: u32,
}

impl<'a> PrintedHit<'a> {
    fn new(hit: &'a Hit) -> PrintedHit<'a> {
        PrintedHit {
            address: &hit.address,
            by: match hit.by {
                By::Name => "name",
                By::Text => "text",
            },
            kind: &hit.kind,
            title: shown(&hit.title, Colour::Plain),
            other_name: shown(&hit.other_name, Colour::Plain),
            anchor: &hit.anchor,
            excerpt: printed(&hit.excerpt),
            places: hit
                .places
                .iter()
                .map(|place| PrintedPlace {
                    anchor: &place.anchor,
                    heading: shown(&place.heading, Colour::Plain),
                    excerpt: printed(&place.excerpt),
                })
                .collect(),
        }
    }
}

fn printed(pieces: &[Piece]) -> Vec<PrintedPiece<'_>> {
    let pieces = pieces.iter().map(|piece| PrintedPiece {
        text: &piece.text,
        marked: piece.marked,
    });
    pieces.collect()
}
