//! The camera: which part of the net is on the screen, and how large.

use crate::explore::graph::Node;
use crate::explore::graph::view::{Bounds, Spot};

/// The largest scale, in pixels a unit: a node without edges is then 48 pixels across.
const CLOSEST: f64 = 4.0;
/// The smallest scale is this share of the one at which all is seen: a little air, so that the edge can be felt.
const FARTHEST: f64 = 0.8;
/// A part of the net is brought no closer than this of itself: one node alone should be seen with what is around it.
const FIT_AT_MOST: f64 = 1.5;
/// Pixels left free around what is fitted: names stand below nodes.
const MARGIN: f64 = 32.0;
/// A node is never drawn smaller than this radius, in pixels.
const LEAST_DRAWN: f64 = 2.0;

/// Where one looks from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The spot of the net in the middle of the screen.
    pub middle: Spot,
    /// Pixels a unit; above 0.
    pub scale: f64,
    /// The screen's width and height in pixels.
    pub size: Spot,
}

impl Camera {
    /// Sees all of `bounds` on a screen of this size.
    pub fn fit(bounds: &Bounds, size: Spot) -> Camera {
        let scale = scale_of_all(bounds, size).min(FIT_AT_MOST);
        Camera {
            middle: Spot {
                x: f64::midpoint(bounds.least.x, bounds.most.x),
                y: f64::midpoint(bounds.least.y, bounds.most.y),
            },
            scale,
            size,
        }
    }

    /// Where a spot of the net is on the screen.
    pub fn to_screen(&self, spot: Spot) -> Spot {
        Spot {
            x: (spot.x - self.middle.x) * self.scale + self.size.x / 2.0,
            y: (spot.y - self.middle.y) * self.scale + self.size.y / 2.0,
        }
    }

    /// Which spot of the net is at a place on the screen.
    pub fn to_net(&self, spot: Spot) -> Spot {
        Spot {
            x: (spot.x - self.size.x / 2.0) / self.scale + self.middle.x,
            y: (spot.y - self.size.y / 2.0) / self.scale + self.middle.y,
        }
    }

    /// The part of the net that is on the screen.
    pub fn seen(&self) -> Bounds {
        Bounds {
            least: self.to_net(Spot::default()),
            most: self.to_net(self.size),
        }
    }

    /// The radius at which a node is drawn, in pixels.
    pub fn radius(&self, node: &Node) -> f64 {
        (node.radius() * self.scale).max(LEAST_DRAWN)
    }

    /// The picture moved by so many pixels, within the bounds of all.
    #[must_use]
    pub fn panned(&self, by: Spot, all: &Bounds) -> Camera {
        let middle = Spot {
            x: self.middle.x - by.x / self.scale,
            y: self.middle.y - by.y / self.scale,
        };
        Camera { middle, ..*self }.clamped(all)
    }

    /// The picture larger by a factor, the spot at a place on the screen staying there, within the bounds of all.
    #[must_use]
    pub fn zoomed(&self, factor: f64, at: Spot, all: &Bounds) -> Camera {
        let held = self.to_net(at);
        let wanted = Camera {
            scale: self.scale * factor,
            ..*self
        };
        let limited = wanted.limited(all);
        let moved = limited.to_net(at);
        let middle = Spot {
            x: limited.middle.x + held.x - moved.x,
            y: limited.middle.y + held.y - moved.y,
        };
        Camera { middle, ..limited }.clamped(all)
    }

    /// The same on a screen of another size.
    #[must_use]
    pub fn resized(&self, size: Spot, all: &Bounds) -> Camera {
        Camera { size, ..*self }.clamped(all)
    }

    /// Looks at a spot, at the same scale, within the bounds of all.
    #[must_use]
    pub fn centred(&self, middle: Spot, all: &Bounds) -> Camera {
        Camera { middle, ..*self }.clamped(all)
    }

    /// The nearest camera that is neither too close nor too far, with some of the net in the middle of the screen.
    #[must_use]
    pub fn clamped(&self, all: &Bounds) -> Camera {
        let limited = self.limited(all);
        let within = |x: f64, least: f64, most: f64| {
            // Also for what is no number: it becomes the least.
            if x > least { x.min(most) } else { least }
        };
        let middle = Spot {
            x: within(self.middle.x, all.least.x, all.most.x),
            y: within(self.middle.y, all.least.y, all.most.y),
        };
        Camera { middle, ..limited }
    }

    /// With a scale within its limits.
    fn limited(&self, all: &Bounds) -> Camera {
        let least = (scale_of_all(all, self.size) * FARTHEST).min(FIT_AT_MOST);
        let scale = if self.scale > least {
            self.scale.min(CLOSEST)
        } else {
            least
        };
        Camera { scale, ..*self }
    }
}

/// The scale at which all of `bounds` is on the screen, with a margin. A screen too small for a margin has a scale too.
fn scale_of_all(bounds: &Bounds, size: Spot) -> f64 {
    let along = |room: f64, length: f64| (room - 2.0 * MARGIN).max(1.0) / length.max(1.0);
    let x = along(size.x, bounds.most.x - bounds.least.x);
    let y = along(size.y, bounds.most.y - bounds.least.y);
    x.min(y)
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{CLOSEST, Camera};
    use crate::explore::graph::view::{Bounds, Spot};

    const ALL: Bounds = Bounds {
        least: Spot {
            x: -1_000.0,
            y: -500.0,
        },
        most: Spot {
            x: 1_000.0,
            y: 500.0,
        },
    };
    const SIZE: Spot = Spot { x: 864.0, y: 664.0 };

    fn near(a: Spot, b: Spot) -> bool {
        (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6
    }

    #[test]
    fn all_is_seen_with_a_margin() {
        let camera = Camera::fit(&ALL, SIZE);
        assert!(near(
            camera.to_screen(ALL.least),
            Spot { x: 32.0, y: 132.0 }
        ));
        assert!(near(
            camera.to_screen(ALL.most),
            Spot { x: 832.0, y: 532.0 }
        ));
    }

    #[test]
    fn one_node_is_not_brought_too_close_and_no_screen_is_too_small() {
        let one = Bounds {
            least: ALL.least,
            most: ALL.least,
        };
        assert!(Camera::fit(&one, SIZE).scale <= 1.5);
        assert!(Camera::fit(&ALL, Spot::default()).scale > 0.0);
    }

    proptest! {
        #[test]
        fn screen_and_net_are_each_others_inverse(x in -1e3..1e3, y in -1e3..1e3, steps in 0.1..9.0) {
            let camera = Camera::fit(&ALL, SIZE).zoomed(steps, Spot { x: 9.0, y: 99.0 }, &ALL);
            let spot = Spot { x, y };
            prop_assert!(near(camera.to_net(camera.to_screen(spot)), spot));
        }

        #[test]
        fn what_is_under_the_pointer_stays_there(x in 300.0..500.0, y in 250.0..400.0, factor in 1.0..3.0) {
            let camera = Camera::fit(&ALL, SIZE);
            let at = Spot { x, y };
            let closer = camera.zoomed(factor, at, &ALL);
            prop_assert!(near(closer.to_net(at), camera.to_net(at)));
        }

        #[test]
        fn one_never_loses_the_net(x: f64, y: f64, factor: f64) {
            let by = Spot { x, y };
            let camera = Camera::fit(&ALL, SIZE).panned(by, &ALL).zoomed(factor, by, &ALL);
            prop_assert!(camera.scale > 0.0 && camera.scale <= CLOSEST);
            let middle = Bounds { least: camera.middle, most: camera.middle };
            prop_assert!(middle.meets(&ALL), "{camera:?}");
        }
    }
}
