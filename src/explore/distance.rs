//! How far two places are from each other, in plain arithmetic: the same number on every machine, and no tables of sines
//! for the browser to load.

/// The Earth's mean radius in kilometres.
const RADIUS: f64 = 6371.0;

/// A point on a ball of radius 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot([f64; 3]);

impl Spot {
    /// The point at these degrees east and north, in hundredths. Longitudes go round, latitudes stop at the poles.
    pub fn at(lon: i16, lat: i16) -> Spot {
        let (lon, lat) = (i32::from(lon), i32::from(lat.clamp(-9000, 9000)));
        let level = cosine(lat);
        Spot([level * cosine(lon), level * sine(lon), sine(lat)])
    }

    /// The same for the same point, to sort by.
    pub(crate) fn bits(self) -> [u64; 3] {
        self.0.map(f64::to_bits)
    }

    /// Whether the two are perhaps no further apart than this: quick, and never wrong about those who are.
    pub(crate) fn may_be_within(self, other: Spot, kilometres: u32) -> bool {
        // A chord is shorter than its arc; half a kilometre is what rounding can take away.
        let most = (f64::from(kilometres) + 0.5) / RADIUS;
        let sides = self.0.iter().zip(other.0);
        let square: f64 = sides.map(|(a, b)| (a - b) * (a - b)).sum();
        square <= most * most
    }
}

/// The great-circle distance in whole kilometres, to one in a thousand.
pub fn kilometres(one: Spot, other: Spot) -> u32 {
    let chord = length(one, other, -1.0);
    // Beyond a quarter of the way round the series is slow: count from the other end.
    let angle = if chord * chord > 2.0 {
        std::f64::consts::PI - angle(length(one, other, 1.0))
    } else {
        angle(chord)
    };
    whole(angle * RADIUS)
}

/// The length of `one + sign * other`.
fn length(one: Spot, other: Spot, sign: f64) -> f64 {
    let pairs = one.0.iter().zip(other.0);
    let squares = pairs.map(|(a, b)| {
        let side = a + sign * b;
        side * side
    });
    squares.sum::<f64>().sqrt()
}

/// The angle over a chord: the series of `2 asin(c / 2)`.
fn angle(chord: f64) -> f64 {
    let square = chord * chord;
    let tail = 5.0 / 7168.0 + square * 35.0 / 294_912.0;
    chord * (1.0 + square * (1.0 / 24.0 + square * (3.0 / 640.0 + square * tail)))
}

/// The sine of an angle in hundredths of a degree, to seven digits.
fn sine(hundredths: i32) -> f64 {
    let turn = hundredths.rem_euclid(36_000);
    let folded = match turn {
        0..=9_000 => turn,
        9_001..=27_000 => 18_000 - turn,
        _last_quarter => turn - 36_000,
    };
    let x = f64::from(folded) * (std::f64::consts::PI / 18_000.0);
    let square = x * x;
    let steps = [110.0, 72.0, 42.0, 20.0, 6.0];
    let series = steps
        .iter()
        .fold(1.0, |sum, step| 1.0 - sum * square / step);
    x * series
}

fn cosine(hundredths: i32) -> f64 {
    sine(hundredths + 9_000)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no two places are further apart than 20 016 km, and no distance is negative"
)]
fn whole(kilometres: f64) -> u32 {
    (kilometres + 0.5) as u32
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Spot, kilometres};

    fn check(one: (i16, i16), other: (i16, i16), expect: u32) {
        let far = kilometres(Spot::at(one.0, one.1), Spot::at(other.0, other.1));
        let allowed = 1 + expect / 1000;
        assert!(far.abs_diff(expect) <= allowed, "{far}, not {expect}");
    }

    const BERLIN: (i16, i16) = (1340, 5252);
    const SYDNEY: (i16, i16) = (15121, -3387);

    #[test]
    fn known_distances_come_out() {
        check(BERLIN, BERLIN, 0);
        check(BERLIN, (1306, 5240), 27); // Potsdam
        check(BERLIN, (235, 4886), 878); // Paris
        check(BERLIN, SYDNEY, 16_090);
        check((17_990, 0), (-17_990, 0), 22);
        check((0, 9000), (9000, 9000), 0);
        check((0, 0), (18_000, 0), 20_015);
    }

    proptest! {
        #[test]
        fn it_is_as_far_back_and_never_beyond_half_round(a in proptest::num::i16::ANY, b in proptest::num::i16::ANY, c in proptest::num::i16::ANY, d in proptest::num::i16::ANY) {
            let (one, other) = (Spot::at(a, b), Spot::at(c, d));
            prop_assert_eq!(kilometres(one, other), kilometres(other, one));
            let far = kilometres(one, other);
            prop_assert!(far <= 20_016);
            prop_assert!(one.may_be_within(other, far));
        }
    }
}
