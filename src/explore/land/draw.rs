//! The outline under a pen, as fine as the scale asks for, and only where it is looked at.

use crate::explore::land::rank::{HIGHEST, TOLERANCES};
use crate::explore::land::{Arc, Country, End, Land, Sort};
use crate::explore::plane::{Frame, GridPoint};

/// How finely to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Detail(u8);

/// A line that is off by less than this many pixels looks the same.
const UNSEEN: f64 = 0.6;

impl Detail {
    /// Its number: 0 has every point, each further one fewer.
    pub fn rank(self) -> u8 {
        self.0
    }

    /// Every point there is.
    pub const FULL: Detail = Detail(0);

    /// As little as a small map of the whole world needs.
    pub const COARSEST: Detail = Detail(HIGHEST);

    /// What looks the same as every point does, at so many pixels to a step of the plane.
    pub fn at(scale: f64) -> Detail {
        let seen_alike = TOLERANCES
            .iter()
            .take_while(|tolerance| **tolerance * scale <= UNSEEN);
        Detail((0..HIGHEST).zip(seen_alike).fold(0, |rank, _| rank + 1))
    }
}

/// What the pen does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Go there without drawing.
    Move(GridPoint),
    /// Draw a straight line there.
    Line(GridPoint),
    /// Draw a straight line back to where this piece began.
    Close,
}

impl Land {
    /// Draws the lines of a sort that come near `frame`.
    pub fn lines(&self, sort: Sort, frame: Frame, detail: Detail, pen: &mut dyn FnMut(Stroke)) {
        let near = |arc: &&Arc| arc.sort == sort && arc.frame.meets(frame);
        for arc in self.arcs.iter().filter(near) {
            let mut starts = true;
            for (point, _) in arc.points.iter().filter(|(_, rank)| *rank >= detail.0) {
                pen(if starts {
                    Stroke::Move(*point)
                } else {
                    Stroke::Line(*point)
                });
                starts = false;
            }
        }
    }

    /// Draws the rings of a country, to be filled by the even-odd rule. All countries together are the land.
    pub fn shape(&self, country: &Country, detail: Detail, pen: &mut dyn FnMut(Stroke)) {
        for ring in &country.rings {
            let mut starts = true;
            for end in ring {
                self.along(*end, detail, &mut |point| {
                    pen(if starts {
                        Stroke::Move(point)
                    } else {
                        Stroke::Line(point)
                    });
                    starts = false;
                });
            }
            pen(Stroke::Close);
        }
    }

    /// The points of an arc in a ring, but the last, with which the next one begins.
    fn along(&self, end: End, detail: Detail, visit: &mut dyn FnMut(GridPoint)) {
        // An arc has two points at least.
        let points = &self.arcs[end.arc].points;
        let shown = |(_, rank): &&(GridPoint, u8)| *rank >= detail.0;
        if end.backwards {
            let from_last = points[1..].iter().rev().filter(shown);
            from_last.for_each(|(point, _)| visit(*point));
        } else {
            let from_first = points[..points.len() - 1].iter().filter(shown);
            from_first.for_each(|(point, _)| visit(*point));
        }
    }

    /// Whether a point lies in a country: whether a line from it to the left crosses its rings an odd number of times.
    pub fn contains(&self, country: &Country, point: GridPoint) -> bool {
        if !country.frame.is_some_and(|frame| frame.holds(point)) {
            return false;
        }
        let mut inside = false;
        let (mut begin, mut from) = (point, point);
        self.shape(country, Detail::FULL, &mut |stroke| {
            let to = match stroke {
                Stroke::Move(to) => {
                    (begin, from) = (to, to);
                    to
                }
                Stroke::Line(to) => to,
                Stroke::Close => begin,
            };
            inside ^= is_left_of(point, from, to);
            from = to;
        });
        inside
    }

    /// The countries whose shape comes near `frame`.
    pub fn countries_near(&self, frame: Frame) -> impl Iterator<Item = &Country> {
        let near = move |country: &&Country| country.frame.is_some_and(|own| own.meets(frame));
        self.countries.iter().filter(near)
    }
}

/// Whether the stretch between the two crosses the line that runs from the point to the left.
fn is_left_of(point: GridPoint, from: GridPoint, to: GridPoint) -> bool {
    if (from.y > point.y) == (to.y > point.y) {
        return false;
    }
    let [px, py, fx, fy, tx, ty] = [point.x, point.y, from.x, from.y, to.x, to.y].map(i64::from);
    // The crossing's x, compared without dividing.
    let (run, rise) = (tx - fx, ty - fy);
    let crossing = (py - fy) * run + fx * rise;
    if rise > 0 {
        crossing < px * rise
    } else {
        crossing > px * rise
    }
}

/// What is drawn as the data of an SVG path, in steps of the plane: for a page that shows the world without a script.
pub fn svg(draw: impl FnOnce(&mut dyn FnMut(Stroke))) -> String {
    let mut data = String::new();
    let mut at = GridPoint::default();
    draw(&mut |stroke| {
        let (sign, to) = match stroke {
            Stroke::Move(to) => ('M', to),
            Stroke::Line(to) => ('l', to),
            Stroke::Close => {
                data.push('z');
                return;
            }
        };
        let from = if sign == 'M' {
            GridPoint::default()
        } else {
            at
        };
        let difference = |to: u16, from: u16| (i32::from(to) - i32::from(from)).to_string();
        data.push(sign);
        data.push_str(&difference(to.x, from.x));
        let y = difference(to.y, from.y);
        if !y.starts_with('-') {
            data.push(' ');
        }
        data.push_str(&y);
        at = to;
    });
    data
}

#[cfg(test)]
mod tests {
    use super::{Detail, Stroke, svg};
    use crate::explore::land::{Arc, Country, End, Land, Sort};
    use crate::explore::plane::{Frame, GridPoint, WORLD};

    fn arc(sort: Sort, points: &[(u16, u16, u8)]) -> Arc {
        let points = points
            .iter()
            .map(|&(x, y, rank)| (GridPoint { x, y }, rank));
        Arc::new(sort, points.collect()).expect("it has points")
    }

    /// A square of 100 by 100 whose right side is a border, with a hole.
    fn land() -> Land {
        let arcs = vec![
            arc(Sort::Border, &[(200, 100, 3), (201, 150, 0), (200, 200, 3)]),
            arc(
                Sort::Coast,
                &[(200, 100, 3), (100, 100, 3), (100, 200, 3), (200, 200, 3)],
            ),
            arc(
                Sort::Coast,
                &[(120, 120, 3), (140, 120, 3), (140, 140, 3), (120, 120, 3)],
            ),
        ];
        let end = |arc, backwards| End { arc, backwards };
        let country = Country {
            code: "AA".into(),
            name: "Aland".into(),
            at: GridPoint { x: 150, y: 150 },
            frame: None,
            rings: vec![vec![end(0, false), end(1, true)], vec![end(2, false)]],
        };
        Land::new(arcs, vec![country]).expect("the arcs are there")
    }

    fn check_shape(detail: Detail, expect: &str) {
        let land = land();
        let drawn = svg(|pen| land.shape(&land.countries[0], detail, pen));
        assert_eq!(drawn, expect);
    }

    #[test]
    fn a_shape_joins_its_arcs_whichever_way_they_run() {
        check_shape(
            Detail::FULL,
            "M200 100l1 50l-1 50l-100 0l0-100zM120 120l20 0l0 20z",
        );
        check_shape(Detail(1), "M200 100l0 100l-100 0l0-100zM120 120l20 0l0 20z");
    }

    #[test]
    fn lines_are_drawn_by_their_sort_and_only_where_they_are_looked_at() {
        let land = land();
        let check = |sort, frame, expect: &str| {
            assert_eq!(
                svg(|pen| land.lines(sort, frame, Detail::FULL, pen)),
                expect
            );
        };
        check(Sort::Border, WORLD, "M200 100l1 50l-1 50");
        check(Sort::Disputed, WORLD, "");
        let corner = Frame {
            left: 110,
            top: 110,
            right: 121,
            bottom: 125,
        };
        check(Sort::Border, corner, "");
    }

    #[test]
    fn a_point_is_in_a_country_but_not_in_its_holes() {
        let land = land();
        let check = |x, y, expect| {
            let point = GridPoint { x, y };
            assert_eq!(land.contains(&land.countries[0], point), expect, "{x} {y}");
        };
        check(150, 150, true);
        check(110, 110, true);
        check(139, 125, false);
        check(125, 139, true);
        check(99, 150, false);
        check(205, 150, false);
    }

    #[test]
    fn detail_follows_the_scale() {
        assert_eq!(Detail::at(0.011), Detail::COARSEST);
        assert_eq!(Detail::at(0.044), Detail(2));
        assert_eq!(Detail::at(0.12), Detail(1));
        assert_eq!(Detail::at(1.0), Detail::FULL);
        assert_eq!(Detail::at(f64::NAN), Detail::FULL);
    }

    #[test]
    fn strokes_can_be_followed_one_by_one() {
        let land = land();
        let mut strokes = Vec::new();
        land.lines(Sort::Border, WORLD, Detail::COARSEST, &mut |stroke| {
            strokes.push(stroke);
        });
        let [from, to] = [(200, 100), (200, 200)].map(|(x, y)| GridPoint { x, y });
        assert_eq!(strokes, [Stroke::Move(from), Stroke::Line(to)]);
    }
}
