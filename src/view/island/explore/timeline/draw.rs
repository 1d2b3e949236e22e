//! The timeline under the pen: ticks, bars, names.
//!
//! How an entry stands is told by shape: what goes on is tinted and ends in an arrow, what ended is hollow and stopped,
//! what became something else is hollow and ends in a chevron. What is not sure is dashed, what nobody recorded tapers off.

use crate::explore::catalog::Catalog;
use crate::explore::timeline::lanes::{Bar, Piece, Sureness};
use crate::explore::timeline::life::{Life, Standing};
use crate::model::entry::Approach;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::{Align, Face, Ink, Lettering, Line, Pen};
use crate::view::island::explore::sheet::shapes;
use crate::view::island::explore::timeline::look::{AXIS, LANE, Look};
use crate::view::island::explore::timeline::name::{Room, shortened};

/// How high a bar is, in pixels: a line of small letters fits.
const BAR: f64 = 18.0;

/// The radius of the mark of an approach, in pixels.
const MARK: f64 = 4.5;

/// How much room a mark takes before a name, with air on both sides.
const BEFORE_NAME: f64 = 16.0;

/// How wide an arrow, a stop, a chevron is, in pixels.
const END: f64 = 9.0;

/// How strong the ink of what goes on is: names can be read on it.
const TINT: f64 = 0.22;

/// Into how many steps a piece tapers off, and how much lower each is.
const STEPS: [f64; 4] = [1.0, 0.7, 0.45, 0.2];

/// A bar in sight.
#[derive(Clone, Copy)]
struct Seen<'a> {
    bar: &'a Bar,
    approach: Option<Approach>,
    standing: Standing,
    /// Its upper edge.
    y: f64,
    /// Where its name may stand.
    room: Room,
}

/// Draws all of it.
pub fn draw(look: &Look, catalog: &Catalog, pen: &mut dyn Pen) {
    pen.clear();
    ticks(look, pen);
    let seen = seen(look, catalog);
    for approach in [
        None,
        Some(Approach::CounterPower),
        Some(Approach::CounterInstitution),
        Some(Approach::Both),
    ] {
        let of: Vec<Seen<'_>> = seen
            .iter()
            .filter(|seen| seen.approach == approach)
            .copied()
            .collect();
        bodies(look, &of, shapes::ink(approach), pen);
    }
    pointed(look, &seen, pen);
    for bar in &seen {
        named(look, catalog, bar, pen);
    }
    axis(look, pen);
}

fn seen<'a>(look: &'a Look, catalog: &Catalog) -> Vec<Seen<'a>> {
    let (lanes, begin) = look.lanes();
    let bars: Vec<&Bar> = look
        .timeline()
        .seen(look.scale().seen(), lanes.clone())
        .collect();
    let rooms = Room::of(&bars, look.scale());
    let seen = bars.into_iter().zip(rooms).filter_map(|(bar, room)| {
        let life = Life::of(catalog, catalog.row(bar.row)?);
        Some(Seen {
            bar,
            approach: catalog.approach(bar.row),
            standing: life.standing,
            y: begin + f64::from(bar.lane - lanes.start) * LANE + (LANE - BAR) / 2.0,
            room,
        })
    });
    seen.collect()
}

fn ticks(look: &Look, pen: &mut dyn Pen) {
    let ticks = look.scale().ticks();
    for (has_label, line) in [
        (false, Line::of(Ink::Rule).alpha(0.4)),
        (true, Line::of(Ink::Rule)),
    ] {
        pen.begin();
        for tick in ticks
            .iter()
            .filter(|tick| tick.label.is_some() == has_label)
        {
            upright(tick.x, AXIS, look.height(), pen);
        }
        pen.stroke(line);
    }
}

fn upright(x: f64, from: f64, to: f64, pen: &mut dyn Pen) {
    // Between two pixels a line of one would be two grey ones.
    let x = x.floor() + 0.5;
    pen.move_to(x, from);
    pen.line_to(x, to);
}

/// Above all bars, which pass below it.
fn axis(look: &Look, pen: &mut dyn Pen) {
    let (width, _) = pen.size();
    pen.begin();
    pen.rectangle(0.0, 0.0, width, AXIS);
    pen.fill(Ink::Paper, 1.0);
    pen.begin();
    pen.move_to(0.0, AXIS - 0.5);
    pen.line_to(width, AXIS - 0.5);
    let ticks = look.scale().ticks();
    for tick in &ticks {
        let from = if tick.label.is_some() {
            AXIS - 8.0
        } else {
            AXIS - 4.0
        };
        upright(tick.x, from, AXIS, pen);
    }
    pen.stroke(Line::of(Ink::Line));
    for tick in ticks {
        if let Some(label) = tick.label {
            let half = pen.measure(&label, Face::Label) / 2.0;
            // Half a label at the edge would be read as another year.
            if tick.x >= half && tick.x <= width - half {
                let lettering = Lettering::of(Face::Label, Ink::Muted);
                pen.text(&label, (tick.x, AXIS / 2.0 - 3.0), lettering);
            }
        }
    }
}

/// The bars of one ink.
fn bodies(look: &Look, bars: &[Seen<'_>], ink: Ink, pen: &mut dyn Pen) {
    let is_hollow =
        |seen: &Seen<'_>| matches!(seen.standing, Standing::Ended | Standing::Transformed);
    for hollow in [false, true] {
        pen.begin();
        for seen in bars.iter().filter(|seen| is_hollow(seen) == hollow) {
            pieces(
                look,
                seen,
                |sureness| matches!(sureness, Sureness::Sure | Sureness::GoingOn),
                pen,
            );
        }
        pen.fill(
            if hollow { Ink::Paper } else { ink },
            if hollow { 1.0 } else { TINT },
        );
        pen.stroke(Line::of(ink));
    }
    pen.begin();
    for seen in bars {
        pieces(look, seen, |sureness| sureness == Sureness::Unsure, pen);
    }
    pen.fill(Ink::Paper, 1.0);
    pen.stroke(Line::of(ink).wide(1.25).dashed(&[3.0, 2.0]));
    pen.begin();
    for seen in bars {
        tapers(look, seen, pen);
        ending(look, seen, pen);
    }
    pen.fill(ink, 1.0);
}

/// The pieces of a bar that are as sure as is asked for.
fn pieces(look: &Look, seen: &Seen<'_>, wanted: fn(Sureness) -> bool, pen: &mut dyn Pen) {
    let pieces = seen
        .bar
        .pieces
        .iter()
        .filter(|piece| wanted(piece.sureness));
    for piece in pieces {
        let (x, width) = cut(look, piece);
        if width > 0.0 {
            pen.rectangle(x, seen.y, width.max(2.0), BAR);
        }
    }
}

/// A piece in pixels, no farther than just beyond the sheet: canvases draw badly what is millions of pixels wide.
fn cut(look: &Look, piece: &Piece) -> (f64, f64) {
    let scale = look.scale();
    let (x, width) = scale.extent(piece.days);
    let (from, to) = (x.max(-END * 2.0), (x + width).min(scale.width + END * 2.0));
    (from, to - from)
}

/// What fades in or out gets lower and lower.
fn tapers(look: &Look, seen: &Seen<'_>, pen: &mut dyn Pen) {
    for piece in &seen.bar.pieces {
        let (x, width) = look.scale().extent(piece.days);
        let is_in = piece.sureness == Sureness::FadingIn;
        if !is_in && piece.sureness != Sureness::FadingOut {
            continue;
        }
        let step = width / 4.0;
        for (number, part) in (0_u8..).zip(STEPS) {
            let number = f64::from(if is_in { 3 - number } else { number });
            let height = BAR * part;
            let y = seen.y + (BAR - height) / 2.0;
            pen.rectangle(x + step * number, y, step * 0.8, height);
        }
    }
}

/// How it ends, if that is in sight.
fn ending(look: &Look, seen: &Seen<'_>, pen: &mut dyn Pen) {
    let (x, width) = look.scale().extent(seen.bar.days);
    let (end, y) = (x + width, seen.y);
    if end > look.scale().width + END {
        return;
    }
    if seen.bar.is_event {
        let middle = x + width / 2.0;
        pen.rectangle(middle - 1.0, y - 3.0, 2.0, BAR + 6.0);
        shapes::mark(pen, seen.approach, (middle, y + BAR / 2.0), MARK * 1.4);
        return;
    }
    let goes_on = seen
        .bar
        .pieces
        .last()
        .is_some_and(|piece| piece.sureness == Sureness::GoingOn);
    let middle = y + BAR / 2.0;
    if goes_on {
        let arrow = [(end, y - 2.0), (end + END, middle), (end, y + BAR + 2.0)];
        shapes::polygon(pen, &arrow);
    } else if seen.standing == Standing::Ended {
        pen.rectangle(end - 3.0, y - 2.0, 3.0, BAR + 4.0);
    } else if seen.standing == Standing::Transformed {
        let back = |x: f64| {
            [
                (x - END / 2.0, y - 2.0),
                (x, y - 2.0),
                (x + END / 2.0, middle),
            ]
        };
        let chevron = [
            back(end),
            [
                (end, y + BAR + 2.0),
                (end - END / 2.0, y + BAR + 2.0),
                (end, middle),
            ],
        ];
        shapes::polygon(pen, &chevron.concat());
    }
}

/// What pointer and keys have reached.
fn pointed(look: &Look, seen: &[Seen<'_>], pen: &mut dyn Pen) {
    let frame = |row: Option<u32>, line: Line, pen: &mut dyn Pen| {
        let Some(seen) = seen.iter().find(|seen| Some(seen.bar.row) == row) else {
            return;
        };
        let all = Piece {
            days: seen.bar.days,
            sureness: Sureness::Sure,
        };
        let (x, width) = cut(look, &all);
        let (x, width) = if seen.bar.is_event {
            (x + width / 2.0 - END, END * 2.0)
        } else {
            (x, width)
        };
        pen.begin();
        pen.rectangle(x - 3.0, seen.y - 3.0, width + 6.0, BAR + 6.0);
        pen.stroke(line);
    };
    frame(look.over(), Line::of(Ink::Ink).wide(2.0), pen);
    frame(look.at(), Line::of(Ink::Paper).wide(6.0), pen);
    frame(look.at(), Line::of(Ink::Ink).wide(3.0), pen);
}

/// The name of an entry: in its bar after its mark, or beside it, or nowhere where there is no room.
fn named(look: &Look, catalog: &Catalog, seen: &Seen<'_>, pen: &mut dyn Pen) {
    let title = catalog.row(seen.bar.row).map_or("", |row| &row.title);
    let wide = pen.measure(title, Face::Label);
    let middle = seen.y + BAR / 2.0;
    let before = if seen.bar.is_event { 0.0 } else { BEFORE_NAME };
    let (inside, room) = seen.room.inside;
    let has_mark = room >= before;
    if has_mark {
        mark(look, seen, inside, middle, pen);
    }
    let Some((x, room)) = seen.room.take(wide + before, seen.bar.is_event) else {
        return;
    };
    let is_inside = x.to_bits() == inside.to_bits();
    let before = if has_mark && !is_inside { 0.0 } else { before };
    if !has_mark {
        mark(look, seen, x, middle, pen);
    }
    if let Some(words) = shortened(title, wide, room - before) {
        let lettering = Lettering::of(Face::Label, Ink::Ink).align(Align::Left);
        pen.text(&words, (x + before, middle), lettering);
    }
}

/// The mark of its approach, so that it is not told by colour alone; an event is one already.
fn mark(look: &Look, seen: &Seen<'_>, x: f64, y: f64, pen: &mut dyn Pen) {
    if seen.bar.is_event || x > look.scale().width {
        return;
    }
    pen.begin();
    let at: Point = (x + BEFORE_NAME / 2.0, y);
    shapes::mark(pen, seen.approach, at, MARK);
    pen.fill(shapes::ink(seen.approach), 1.0);
}
