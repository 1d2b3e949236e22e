//! Points of the plane. Only `+ - * /` and the square root, whose results IEEE 754 fixes to the last bit.

use std::ops::{Add, AddAssign, Mul, Sub};

/// A point, or the way from one point to another.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Point {
    /// The square of the distance from the origin.
    pub(super) fn square(self) -> f64 {
        self.x * self.x + self.y * self.y
    }

    /// The distance from the origin.
    pub(super) fn length(self) -> f64 {
        self.square().sqrt()
    }
}

impl Add for Point {
    type Output = Point;

    fn add(self, other: Point) -> Point {
        Point {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

impl AddAssign for Point {
    fn add_assign(&mut self, other: Point) {
        *self = *self + other;
    }
}

impl Sub for Point {
    type Output = Point;

    fn sub(self, other: Point) -> Point {
        Point {
            x: self.x - other.x,
            y: self.y - other.y,
        }
    }
}

impl Mul<f64> for Point {
    type Output = Point;

    fn mul(self, factor: f64) -> Point {
        Point {
            x: self.x * factor,
            y: self.y * factor,
        }
    }
}
