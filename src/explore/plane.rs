//! The plane that maps are drawn on: Equal Earth (Šavrič, Patterson, Jenny 2018), centred so that no land is cut.
//!
//! Arithmetic alone, without the platform's sines: every machine gets the same bytes, and the browser no tables.

use std::f64::consts::PI;

/// The longitude in the middle, in hundredths of a degree. The map is cut opposite of it, in the Bering Strait.
pub const CENTRE: i16 = 1150;

/// The width of the whole Earth. With 15 bits a step is a kilometre, as fine as hundredths of a degree are.
const WIDTH: f64 = 32_767.0;

/// The outline stands on every second step alone: its corners are far coarser than that (28 km apart on the mean), and its
/// file is a tenth smaller so.
pub(super) const OUTLINE_STEP: u16 = 2;

/// How many kilometres a step of the plane is, all over the Earth and on the mean: areas are true, distances nearly.
pub const KILOMETRES: f64 = 2.0 * EDGE * 6371.0 / WIDTH;

/// The coefficients of the projection.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Half the square root of 3.
const M: f64 = 0.866_025_403_784_438_6;

/// How far east of the centre the Earth reaches, in its radii.
const EDGE: f64 = PI / (M * A[0]);

/// How far north of the equator it reaches: the projection's `y` at 90 degrees.
const POLE: f64 = 1.317_362_759_157_4;

/// A full turn in hundredths of a degree.
const TURN: i32 = 36_000;

/// What maps show: all longitudes, and latitudes from 58 degrees south to 84.5 north. South of that lies Antarctica alone.
pub const WORLD: Frame = Frame {
    left: 0,
    top: 54,
    right: 32_767,
    bottom: 14_396,
};

/// A point of the plane: steps from the left and from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[expect(missing_docs, reason = "the type says it")]
pub struct GridPoint {
    pub x: u16,
    pub y: u16,
}

/// The point at these degrees in hundredths. Longitudes go round.
pub fn project(lon: i16, lat: i16) -> GridPoint {
    let from_centre = i32::from(lon) - i32::from(CENTRE);
    let from_left = (from_centre + TURN / 2).rem_euclid(TURN);
    on_grid(forward(from_left - TURN / 2, lat))
}

/// The degrees in hundredths, east and north, of a place given in steps: where a map looks, for its address.
pub fn unproject(x: f64, y: f64) -> (i16, i16) {
    let unit = WIDTH / (2.0 * EDGE);
    let north = POLE - y / unit;
    // Latitudes are found by halving: fifteen times, and never off by one.
    let (mut south, mut above) = (-9000_i16, 9000_i16);
    while south < above {
        let middle = (south + above).div_euclid(2);
        if forward(0, middle).1 < north {
            south = middle + 1;
        } else {
            above = middle;
        }
    }
    let hundredth = forward(1, south).0.max(1e-9);
    let east = ((x / unit - EDGE) / hundredth).clamp(-18_000.0, 17_999.0);
    let from_west = i32::from(whole(east + 18_000.0)) + i32::from(CENTRE);
    let lon = from_west.rem_euclid(TURN) - TURN / 2;
    (i16::try_from(lon).unwrap_or_default(), south)
}

/// The point of a coast or border. Its longitudes run from -168.5 to 191.5 degrees and do not go round, so that an island
/// in the cut stays in one piece.
pub(super) fn project_outline(lon: i32, lat: i16) -> GridPoint {
    let point = on_grid(forward(lon - i32::from(CENTRE), lat));
    GridPoint {
        x: point.x / OUTLINE_STEP * OUTLINE_STEP,
        y: point.y / OUTLINE_STEP * OUTLINE_STEP,
    }
}

fn on_grid((x, y): (f64, f64)) -> GridPoint {
    let unit = WIDTH / (2.0 * EDGE);
    GridPoint {
        x: whole((x + EDGE) * unit),
        y: whole((POLE - y) * unit),
    }
}

/// The projection itself: east of the centre and north of the equator, in radii of the Earth.
fn forward(from_centre: i32, lat: i16) -> (f64, f64) {
    let radians = PI / 18_000.0;
    let sine = M * sine(f64::from(lat.clamp(-9000, 9000)) * radians);
    let theta = arc_sine(sine);
    let [a1, a2, a3, a4] = A;
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let slope = a1 + 3.0 * a2 * t2 + t6 * (7.0 * a3 + 9.0 * a4 * t2);
    let x = f64::from(from_centre) * radians * (1.0 - sine * sine).sqrt() / (M * slope);
    let y = theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
    (x, y)
}

/// The sine of up to a quarter turn either way, as exact as the number type: Taylor's series.
fn sine(x: f64) -> f64 {
    let square = x * x;
    let series = (1..=10_u8).rev().fold(1.0, |series, step| {
        let k = f64::from(2 * step);
        1.0 - series * square / (k * (k + 1.0))
    });
    x * series
}

/// The angle of a sine up to [`M`]: Newton's method, which doubles the digits at each step.
fn arc_sine(sine: f64) -> f64 {
    const STEPS: usize = 6;
    (0..STEPS).fold(sine, |angle, _| {
        let over = self::sine(angle) - sine;
        angle - over / self::sine(PI / 2.0 - angle.abs())
    })
}

/// The nearest whole number that the grid has.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what lies outside the grid comes to stand on its edge"
)]
fn whole(value: f64) -> u16 {
    (value + 0.5) as u16
}

/// A box: its edges belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Frame {
    pub left: u16,
    pub top: u16,
    pub right: u16,
    pub bottom: u16,
}

impl Frame {
    /// The smallest box around all of them; none around none.
    pub fn around(points: impl IntoIterator<Item = GridPoint>) -> Option<Frame> {
        let frames = points.into_iter().map(|point| Frame {
            left: point.x,
            top: point.y,
            right: point.x,
            bottom: point.y,
        });
        frames.reduce(Frame::with)
    }

    /// The smallest box around both.
    #[must_use]
    pub fn with(self, other: Frame) -> Frame {
        Frame {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two have a point in common.
    pub fn meets(self, other: Frame) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    /// Whether the point is in it.
    pub fn holds(self, point: GridPoint) -> bool {
        self.nearest(point) == point
    }

    /// The point of the box that is nearest to this one.
    pub fn nearest(self, point: GridPoint) -> GridPoint {
        GridPoint {
            x: point.x.min(self.right).max(self.left),
            y: point.y.min(self.bottom).max(self.top),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{
        CENTRE, Frame, GridPoint, POLE, WORLD, arc_sine, forward, project, sine, unproject,
    };

    fn near(one: f64, other: f64, by: f64) {
        assert!((one - other).abs() <= by, "{one} is not {other}");
    }

    fn check(lon: i16, lat: i16, x: u16, y: u16) {
        assert_eq!(project(lon, lat), GridPoint { x, y }, "{lon} {lat}");
    }

    #[test]
    fn sines_are_as_exact_as_the_platform_has_them() {
        for step in -100..=100 {
            let angle = f64::from(step) * std::f64::consts::FRAC_PI_2 / 100.0;
            near(sine(angle), angle.sin(), 1e-15);
        }
        for step in -86..=86 {
            let sine = f64::from(step) / 100.0;
            near(arc_sine(sine), sine.asin(), 1e-14);
        }
    }

    #[test]
    fn equal_areas_of_the_earth_are_equal_areas_of_the_map() {
        for lat in (-8900..=8900).step_by(100) {
            let height = forward(0, lat + 5).1 - forward(0, lat - 5).1;
            let width = forward(10, lat).0;
            let step = std::f64::consts::PI / 1800.0;
            let earth = step * step * (f64::from(lat) * step / 10.0).cos();
            near(width * height / earth, 1.0, 1e-5);
        }
    }

    #[test]
    fn towns_stand_where_the_formula_puts_them() {
        check(-9018, 3230, 7821, 4126);
        check(3762, 5575, 18_249, 1747);
        check(-5838, -3460, 10_567, 12_078);
    }

    #[test]
    fn the_earth_fills_the_grid() {
        near(forward(0, 9000).1, POLE, 1e-12);
        check(CENTRE, 9000, 16_384, 0);
        check(CENTRE, 0, 16_384, 7974);
        check(CENTRE, -9000, 16_384, 15_948);
        check(CENTRE - 18_000, 0, 0, 7974);
        check(CENTRE + 17_999, 0, 32_766, 7974);
    }

    #[test]
    fn longitudes_go_round_and_no_number_is_too_large() {
        assert_eq!(project(-17_240, -1360), project(18_760, -1360));
        assert_eq!(project(i16::MAX, i16::MAX).y, 0);
        assert_eq!(project(i16::MIN, i16::MIN).y, 15_948);
    }

    proptest! {
        #[test]
        fn a_place_is_found_again_to_a_step(lon in -18_000_i16..18_000, lat in -8400_i16..=8400) {
            let there = project(lon, lat);
            let (x, y) = (f64::from(there.x), f64::from(there.y));
            let (lon, lat) = unproject(x, y);
            let again = project(lon, lat);
            prop_assert!(again.y.abs_diff(there.y) <= 1);
            prop_assert!(again.x.abs_diff(there.x) <= 3 || again.x.abs_diff(there.x) > 10_000);
        }

        #[test]
        fn anything_is_somewhere(x in proptest::num::f64::ANY, y in proptest::num::f64::ANY) {
            let (lon, lat) = unproject(x, y);
            prop_assert!((-18_000..18_000).contains(&lon) && (-9000..=9000).contains(&lat));
        }
    }

    #[test]
    fn the_world_reaches_from_58_south_to_84_and_a_half_north() {
        assert_eq!(project(CENTRE, 8450).y, WORLD.top);
        assert_eq!(project(CENTRE, -5800).y, WORLD.bottom);
    }

    #[test]
    fn boxes_meet_where_they_have_a_point_in_common() {
        let frame = |left, top, right, bottom| Frame {
            left,
            top,
            right,
            bottom,
        };
        let one = frame(10, 10, 20, 20);
        assert!(one.meets(frame(20, 20, 30, 30)));
        assert!(!one.meets(frame(21, 10, 30, 30)));
        assert!(!one.meets(frame(10, 0, 30, 9)));
        assert_eq!(one.with(frame(0, 15, 5, 30)), frame(0, 10, 20, 30));
        assert!(one.holds(GridPoint { x: 10, y: 20 }));
        assert!(!one.holds(GridPoint { x: 9, y: 20 }));
        assert_eq!(Frame::around([]), None);
    }
}
