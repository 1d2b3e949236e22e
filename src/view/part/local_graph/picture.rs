//! The picture as SVG text: three columns, here, one step, two steps; curves between them; under it what the marks mean.
//!
//! Shape tells the kind, ink and filling the approach, the line the type of relation; each mark's title says it in words.

use std::fmt::Write;

use crate::explore::export::xml::escape;
use crate::explore::graph::Shape;
use crate::explore::graph::local::{Dot, Local, Thread};
use crate::explore::graph::tie::Family;
use crate::view::part::local_graph::Spot;
use crate::view::part::local_graph::label::{Label, label};

/// As wide as the measure of an article is at the usual size of letters.
const WIDTH: u16 = 600;
/// Where the marks of each column stand.
const COLUMNS: [u16; 3] = [10, 138, 378];
/// From a mark to its name.
const TO_NAME: u16 = 12;
/// How wide names of each column may be.
const NAMES: [u16; 3] = [0, 164, WIDTH - COLUMNS[2] - TO_NAME];
/// Where curves of the first step begin to run level, and where those of the second leave the name.
const LEVEL: u16 = 58;
const TURN: u16 = 320;
/// From a mark's middle to where its lines end.
const GAP: u16 = 9;
/// Half the height of a row: whole rows are as high as a target for fingers should be.
const HALF_ROW: u16 = 12;
/// Room for the heads of the columns.
const HEAD: u16 = 22;

/// A dot with all that its drawing needs.
struct Mark<'a> {
    dot: Dot,
    spot: &'a Spot<'a>,
    label: Label<'a>,
    y: u16,
}

impl Mark<'_> {
    fn x(&self) -> u16 {
        COLUMNS[usize::from(self.dot.steps).min(2)]
    }

    /// Where its name ends.
    fn end(&self) -> u16 {
        (self.x() + TO_NAME + self.label.width + 4).min(TURN)
    }
}

/// The picture.
pub(super) fn picture(local: &Local, spots: &[Spot<'_>]) -> String {
    let marks: Vec<Mark<'_>> = local.dots.iter().zip(spots).map(mark).collect();
    let mut out = String::with_capacity(400 + 250 * marks.len());
    let height = HEAD + u16::try_from(local.rows).unwrap_or_default() * 2 * HALF_ROW;
    write!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"group\" aria-labelledby=\"connections\">"
    )
    .expect("text can be written");
    shapes(&mut out, spots);
    curves(&mut out, local, &marks);
    heads(&mut out, local);
    said(&mut out, local, &marks);
    for mark in &marks {
        draw(&mut out, mark);
    }
    out.push_str("</svg>");
    out
}

fn mark<'a>((dot, spot): (&Dot, &'a Spot<'a>)) -> Mark<'a> {
    let most = NAMES[usize::from(dot.steps).min(2)];
    Mark {
        dot: *dot,
        spot,
        label: label(spot.title, most),
        y: HEAD + u16::try_from(dot.half_rows).unwrap_or_default() * HALF_ROW,
    }
}

/// The shapes that occur, each once. What fills them comes from the mark that uses them.
fn shapes(out: &mut String, spots: &[Spot<'_>]) {
    out.push_str("<defs>");
    for shape in used_shapes(spots) {
        write!(
            out,
            "<g id=\"{}\"><path class=\"g-body\" d=\"{}\"/><circle class=\"g-heart\" r=\"2.2\"/></g>",
            id(shape),
            outline(shape)
        )
        .expect("text can be written");
    }
    out.push_str("</defs>");
}

/// Those that spots have, and the circle, which stands for any in the legend.
fn used_shapes(spots: &[Spot<'_>]) -> impl Iterator<Item = Shape> {
    let is_used = |shape: &Shape| spots.iter().any(|spot| spot.shape == *shape);
    let needed = move |shape: &Shape| *shape == Shape::Circle || is_used(shape);
    Shape::ALL.into_iter().filter(needed)
}

fn id(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "g-circle",
        Shape::Cross => "g-cross",
        Shape::Star => "g-star",
        Shape::Hexagon => "g-hexagon",
        Shape::Plus => "g-plus",
        Shape::Sheet => "g-sheet",
        Shape::House => "g-house",
        Shape::Ring => "g-ring",
    }
}

/// The outline of a shape around the origin, about 13 wide.
fn outline(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "M-6 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0z",
        Shape::Cross => "M-6-3-3-6 0-3 3-6 6-3 3 0 6 3 3 6 0 3-3 6-6 3-3 0z",
        Shape::Star => "M0-7 1.9-2.3 6.8-2.1 2.9 1 4.2 5.8 0 3.1-4.2 5.8-2.9 1-6.8-2.1-1.9-2.3z",
        Shape::Hexagon => "M0-7 6-3.5v7L0 7-6 3.5v-7z",
        Shape::Plus => "M-2.5-6.5h5v4h4v5h-4v4h-5v-4h-4v-5h4z",
        Shape::Sheet => "M-5-6.5H2l3 3v10H-5z",
        Shape::House => "M-6 6V-1l6-6 6 6v7z",
        Shape::Ring => "M-5 0a5 5 0 1 0 10 0 5 5 0 1 0-10 0zm3 0a2 2 0 1 1 4 0 2 2 0 1 1-4 0z",
    }
}

/// One path for all curves of a family, pale ones first, so that they lie below.
fn curves(out: &mut String, local: &Local, marks: &[Mark<'_>]) {
    for is_across in [true, false] {
        for family in Family::ALL {
            let threads = local
                .threads
                .iter()
                .filter(|thread| thread.is_across == is_across && thread.tie.family() == family);
            let mut threads = threads.peekable();
            if threads.peek().is_some() {
                let pale = if is_across { " across" } else { "" };
                write!(out, "<path class=\"{}{pale}\" d=\"", family.name())
                    .expect("text can be written");
                for thread in threads {
                    curve(out, thread, marks);
                }
                out.push_str("\"/>");
            }
        }
    }
}

fn curve(out: &mut String, thread: &Thread, marks: &[Mark<'_>]) {
    let Some((near, far)) = marks.get(thread.near).zip(marks.get(thread.far)) else {
        return;
    };
    let (from, to, end) = (near.y, far.y, far.x() - GAP);
    match near.dot.steps {
        0 => write!(out, "M10 {from}C40 {from} 20 {to} {LEVEL} {to}H{end}"),
        _one => {
            let middle = u16::midpoint(TURN, end);
            let begin = near.end();
            write!(
                out,
                "M{begin} {from}H{TURN}C{middle} {from} {middle} {to} {end} {to}"
            )
        }
    }
    .expect("text can be written");
}

fn heads(out: &mut String, local: &Local) {
    let heads = ["Here", "One step", "Two steps"];
    let shown = if local.count(2) > 0 { 3 } else { 2 };
    for (index, head) in heads.into_iter().enumerate().take(shown) {
        let x = if index == 0 {
            2
        } else {
            COLUMNS[index] + TO_NAME
        };
        write!(out, "<text class=\"head\" x=\"{x}\" y=\"12\">{head}</text>")
            .expect("text can be written");
    }
}

/// What the page says of those one step away: on the line of the first of whom it says it.
fn said(out: &mut String, local: &Local, marks: &[Mark<'_>]) {
    let lines = local.lines();
    for line in lines.iter().filter(|line| line.from == 0) {
        if let Some(mark) = line.to.first().and_then(|dot| marks.get(*dot)) {
            let (x, y) = (COLUMNS[1] - GAP - 3, mark.y + 4);
            write!(
                out,
                "<text class=\"tie\" x=\"{x}\" y=\"{y}\">{}</text>",
                line.label
            )
            .expect("text can be written");
        }
    }
}

fn draw(out: &mut String, mark: &Mark<'_>) {
    let (x, y, spot) = (mark.x(), mark.y, mark.spot);
    if mark.dot.steps == 0 {
        write!(
            out,
            "<g transform=\"translate({x} {y}) scale(1.4)\"><use href=\"#{}\" class=\"{}\"/></g>",
            id(spot.shape),
            spot.ink
        )
        .expect("text can be written");
        return;
    }
    out.push_str("<a href=\"");
    escape(out, &spot.href);
    out.push_str("\"><title>");
    escape(out, spot.title);
    out.push_str(" — ");
    escape(out, &spot.meta);
    write!(
        out,
        "</title><use href=\"#{}\" class=\"{}\" x=\"{x}\" y=\"{y}\"/><text x=\"{}\" y=\"{}\">",
        id(spot.shape),
        spot.ink,
        x + TO_NAME,
        y + 4
    )
    .expect("text can be written");
    escape(out, mark.label.text);
    out.push_str(if mark.label.is_cut {
        "…</text></a>"
    } else {
        "</text></a>"
    });
}

/// What shapes, inks and lines mean: those that occur.
pub(super) fn legend(local: &Local, spots: &[Spot<'_>]) -> String {
    let mut out = String::new();
    for shape in Shape::ALL {
        if spots.iter().any(|spot| spot.shape == shape) {
            sign(&mut out, (id(shape), "plain"), shape.meaning());
        }
    }
    for (ink, meaning) in [
        ("power", "counter-power"),
        ("build", "counter-institutions"),
        ("both", "both halves"),
    ] {
        if spots.iter().any(|spot| spot.ink == ink) {
            sign(&mut out, (id(Shape::Circle), ink), meaning);
        }
    }
    for family in Family::ALL {
        if local
            .threads
            .iter()
            .any(|thread| thread.tie.family() == family)
        {
            write!(
                out,
                "<li><svg viewBox=\"0 0 32 16\" class=\"line\" aria-hidden=\"true\">\
                 <path class=\"{}\" d=\"M0 8H32\"/></svg>{}</li>",
                family.name(),
                family.meaning()
            )
            .expect("text can be written");
        }
    }
    out
}

fn sign(out: &mut String, (id, ink): (&str, &str), meaning: &str) {
    write!(
        out,
        "<li><svg viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">\
         <use href=\"#{id}\" class=\"{ink}\"/></svg>{meaning}</li>"
    )
    .expect("text can be written");
}
