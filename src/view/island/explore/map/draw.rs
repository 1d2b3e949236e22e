//! The map under the pen: sea, land, tinted countries, borders, names, marks.

use crate::explore::land::{Country, Detail, Land, Sort, Stroke};
use crate::explore::map::camera::Camera;
use crate::explore::map::cluster::Cluster;
use crate::explore::map::names::names;
use crate::explore::map::spots::{Inks, Shape};
use crate::model::entry::Approach;
use crate::view::island::explore::map::look::{Look, Under};
use crate::view::island::explore::map::ring;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::{Face, Ink, Lettering, Line, Path, Pen, Placing};
use crate::view::island::explore::sheet::shapes;

/// How far the ring around a region's mark stands off, in pixels: apart from the mark, and one with it.
const AROUND: f64 = 4.0;

/// Half as high as letters are with their air, in pixels.
const LETTERS: f64 = 9.0;

/// So many tinted countries in sight have outlines; of more they are a tangle, and take their time.
const OUTLINED: usize = 40;

/// How wide the disc of a country is whose shape the outline lacks, in pixels: clearly no dot.
const DISC: f64 = 30.0;

/// How strong a country is tinted: seen beside the land, and letters can be read on it.
const TINT: f64 = 0.24;

/// How strong a disc is.
const SOFT: f64 = 0.2;

/// Which kept paths are what: the finest detail has number 0, and there are at most eight.
const DETAILS: u32 = 8;

/// The kept path of the whole land; that of a country comes after those of the sorts of lines.
const LAND: u32 = 0;

const COUNTRIES: u32 = 4;

/// A mark in sight, and where.
type Seen<'a> = (&'a Cluster, Point);

/// What goes along coasts and borders with the pen of the land.
type Drawing<'a> = dyn FnMut(&mut dyn FnMut(Stroke)) + 'a;

/// Draws all of it.
pub fn draw(look: &Look, pen: &mut dyn Pen) {
    let camera = look.camera();
    let (scale, right, down) = camera.transform();
    pen.clear();
    pen.place(Placing { scale, right, down });
    ground(look, pen);
    pen.place(Placing::PLAIN);
    let frame = camera.frame();
    let seen = look.marks().iter().filter(|mark| frame.holds(mark.at));
    let seen: Vec<Seen<'_>> = seen.map(|mark| (mark, camera.on_screen(mark.at))).collect();
    for name in names(&look.atlas().land, camera) {
        let lettering = Lettering::of(Face::Label, Ink::Muted).rimmed();
        let y = below(&seen, (name.x, name.y));
        pen.text(name.text, (name.x, y), lettering);
    }
    marks(&seen, pen);
    pointed(look, pen);
}

/// How high a name stands: below the mark that stands in the middle of its country, if there is one.
fn below(seen: &[Seen<'_>], (x, y): Point) -> f64 {
    let hides = |(mark, at): &&Seen<'_>| {
        let reach = mark.radius + LETTERS;
        (at.0 - x).abs() < reach && (at.1 - y).abs() < reach
    };
    let hidden = seen.iter().find(hides);
    hidden.map_or(y, |(mark, at)| at.1 + mark.radius + AROUND + LETTERS)
}

/// Land and lines: all that is kept, and only placed anew while the map is moved.
fn ground(look: &Look, pen: &mut dyn Pen) {
    let (land, detail) = (&look.atlas().land, look.camera().detail());
    let frame = look.camera().frame();
    let is_near = |area: usize| {
        let frames = land.countries().get(area).and_then(|country| country.frame);
        frames.is_some_and(|own| own.meets(frame))
    };
    let near: Vec<&(usize, Inks)> = look
        .areas()
        .iter()
        .filter(|(area, _)| is_near(*area))
        .collect();
    kept(LAND, detail, pen, &mut |stroke| {
        for country in land.countries() {
            land.shape(country, detail, stroke);
        }
    });
    pen.fill_odd(Ink::Paper2, 1.0);
    for (area, inks) in &near {
        area_path(land, *area, detail, pen);
        tint(*inks, pen);
    }
    let lines = [
        (Sort::Coast, Line::of(Ink::Line)),
        (Sort::Border, Line::of(Ink::Rule)),
        (Sort::Disputed, Line::of(Ink::Line).dashed(&[3.0, 3.0])),
    ];
    for (number, (sort, line)) in (LAND + 1..).zip(lines) {
        kept(number, detail, pen, &mut |stroke| {
            land.lines(sort, crate::explore::plane::WORLD, detail, stroke);
        });
        pen.stroke(line);
    }
    for (area, _) in near.iter().take_while(|_| near.len() <= OUTLINED) {
        area_path(land, *area, detail, pen);
        pen.stroke(Line::of(Ink::Muted).dashed(&[4.0, 3.0]));
    }
    if let Some(Under::Area(area)) = look.over() {
        area_path(land, area, detail, pen);
        pen.stroke(Line::of(Ink::Ink).wide(2.0));
    }
}

fn area_path(land: &Land, area: usize, detail: Detail, pen: &mut dyn Pen) {
    let Some(country) = land.countries().get(area) else {
        return;
    };
    let number = u32::try_from(area).unwrap_or_default();
    let draw = &mut |stroke: &mut dyn FnMut(Stroke)| shape(land, country, detail, stroke);
    kept(COUNTRIES + number, detail, pen, draw);
}

fn shape(land: &Land, country: &Country, detail: Detail, stroke: &mut dyn FnMut(Stroke)) {
    land.shape(country, detail, stroke);
}

fn kept(number: u32, detail: Detail, pen: &mut dyn Pen, draw: &mut Drawing<'_>) {
    let key = number * DETAILS + u32::from(detail.rank());
    pen.kept(key, &mut |path| draw(&mut |stroke| follow(stroke, path)));
}

fn follow(stroke: Stroke, path: &mut dyn Path) {
    match stroke {
        Stroke::Move(to) => path.move_to(f64::from(to.x), f64::from(to.y)),
        Stroke::Line(to) => path.line_to(f64::from(to.x), f64::from(to.y)),
        Stroke::Close => path.close(),
    }
}

/// The inks of a country, one printed over the other.
fn tint(inks: Inks, pen: &mut dyn Pen) {
    let all = f64::from(inks.count().max(1));
    for (count, approach) in shares(inks) {
        let share = f64::from(count) / all;
        pen.fill_odd(shapes::ink(approach), TINT * share);
    }
}

/// Who there is of each approach, in the order in which they are drawn around a mark: with the clock, from its top.
pub fn shares(inks: Inks) -> impl Iterator<Item = (u32, Option<Approach>)> {
    let shares = [
        (inks.counter_institution, Some(Approach::CounterInstitution)),
        (inks.both, Some(Approach::Both)),
        (inks.neither, None),
        (inks.counter_power, Some(Approach::CounterPower)),
    ];
    shares.into_iter().filter(|(count, _)| *count > 0)
}

/// All marks in sight: many in a path, as a path costs more than what is in it.
fn marks(seen: &[Seen<'_>], pen: &mut dyn Pen) {
    around(seen, pen);
    let several = |mark: &Cluster| shares(mark.inks).nth(1).is_some();
    for approach in [
        None,
        Some(Approach::CounterPower),
        Some(Approach::CounterInstitution),
        Some(Approach::Both),
    ] {
        pen.begin();
        for (mark, at) in seen {
            if !several(mark) && shares(mark.inks).all(|(_, of)| of == approach) {
                shapes::mark(pen, approach, *at, mark.radius);
            }
        }
        pen.fill(shapes::ink(approach), 1.0);
        pen.stroke(Line::of(Ink::Paper));
    }
    let mixed: Vec<Seen<'_>> = seen
        .iter()
        .filter(|(mark, _)| several(mark))
        .copied()
        .collect();
    plates(&mixed, pen);
    for (mark, at) in seen {
        figure(mark, *at, several(mark), pen);
    }
}

/// What says how exactly a mark is told.
fn around(seen: &[Seen<'_>], pen: &mut dyn Pen) {
    let circles = |shapes: fn(Shape) -> bool, radius: fn(&Cluster) -> f64, pen: &mut dyn Pen| {
        pen.begin();
        for (mark, (x, y)) in seen.iter().filter(|(mark, _)| shapes(mark.shape)) {
            pen.circle(*x, *y, radius(mark));
        }
    };
    circles(|shape| shape == Shape::Disc, |_| DISC, pen);
    pen.fill(Ink::Muted, SOFT);
    let ring = |mark: &Cluster| mark.radius + AROUND;
    circles(|shape| shape == Shape::Ring, ring, pen);
    pen.fill(Ink::Paper, 0.7);
    pen.stroke(Line::of(Ink::Ink).wide(1.25));
    circles(
        |shape| matches!(shape, Shape::Area(_) | Shape::Disc),
        ring,
        pen,
    );
    pen.stroke(Line::of(Ink::Ink).wide(1.25).dashed(&[3.0, 3.0]));
}

/// Marks of several inks: a ring of their shares around the number.
fn plates(mixed: &[Seen<'_>], pen: &mut dyn Pen) {
    pen.begin();
    for (mark, (x, y)) in mixed {
        pen.circle(*x, *y, mark.radius + 1.0);
    }
    pen.fill(Ink::Paper, 1.0);
    for approach in [
        None,
        Some(Approach::CounterPower),
        Some(Approach::CounterInstitution),
        Some(Approach::Both),
    ] {
        pen.begin();
        for (mark, at) in mixed {
            for piece in ring::pieces(mark.inks).filter(|piece| piece.approach == approach) {
                piece.draw(*at, mark.radius, pen);
            }
        }
        pen.fill(shapes::ink(approach), 1.0);
    }
}

fn figure(mark: &Cluster, (x, y): Point, is_mixed: bool, pen: &mut dyn Pen) {
    let Some(figure) = mark.figure() else {
        return;
    };
    let ink = if is_mixed { Ink::Ink } else { Ink::Paper };
    // Half a pixel down: figures have nothing below their line.
    pen.text(&figure, (x, y + 0.5), Lettering::of(Face::Strong, ink));
}

/// What pointer and keys have reached.
fn pointed(look: &Look, pen: &mut dyn Pen) {
    let over = match look.over() {
        Some(Under::Mark(mark)) => Some(mark),
        Some(Under::Area(_)) | None => None,
    };
    if let Some(mark) = over.and_then(|mark| look.marks().get(mark)) {
        ringed(mark, look.camera(), Line::of(Ink::Ink).wide(2.0), pen);
    }
    if let Some(mark) = look.at().and_then(|mark| look.marks().get(mark)) {
        ringed(mark, look.camera(), Line::of(Ink::Paper).wide(7.0), pen);
        ringed(mark, look.camera(), Line::of(Ink::Ink).wide(3.0), pen);
    }
    for mark in [over, look.at()].into_iter().flatten() {
        called(look, mark, pen);
    }
}

fn ringed(mark: &Cluster, camera: &Camera, line: Line, pen: &mut dyn Pen) {
    let (x, y) = camera.on_screen(mark.at);
    pen.begin();
    pen.circle(x, y, mark.radius + AROUND * 2.0);
    pen.stroke(line);
}

/// The name of a mark, above it or, where there is no room, below, and within the sheet.
fn called(look: &Look, mark: usize, pen: &mut dyn Pen) {
    let Some(cluster) = look.marks().get(mark) else {
        return;
    };
    let words = look.name(mark);
    let (x, y) = look.camera().on_screen(cluster.at);
    let half = pen.measure(&words, Face::Strong) / 2.0 + AROUND;
    let (width, _) = pen.size();
    let away = cluster.radius + 20.0;
    let y = if y > away + 12.0 { y - away } else { y + away };
    let x = x.min(width - half).max(half);
    pen.text(
        &words,
        (x, y),
        Lettering::of(Face::Strong, Ink::Ink).rimmed(),
    );
}
