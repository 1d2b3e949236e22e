//! Where a map looks. Lengths on the screen are CSS pixels, lengths on the map steps of the plane.

use crate::explore::land::Detail;
use crate::explore::plane::{self, Frame, GridPoint, WORLD};
use crate::explore::state::{CLOSEST, MapWindow};

/// The closest, in pixels to a step: the finest that the catalog knows is then as wide as a finger.
const CLOSEST_SCALE: f64 = 32.0;

/// How much closer each zoom of an address is than the one before. [`CLOSEST`] of them go from a map of the world that fits
/// the narrowest screen to [`CLOSEST_SCALE`].
const ZOOM: f64 = 1.5;

/// How much closer a press of the button or key comes.
const PRESS: f64 = 2.0;

/// How far the wheel turns to come twice as close.
const WHEEL: f64 = 300.0;

/// What part of the frame a press of an arrow moves.
const MOVE: f64 = 0.2;

/// When a set is fitted, no closer than this: with less than some hundred kilometres in sight, nobody knows where it is.
const CLOSEST_FIT: f64 = 1.0;

/// What is kept free around a fitted set and around what is brought into sight: half of the largest mark and some air.
const MARGIN: f64 = 40.0;

/// How wide a cell of marks is at least: two marks with numbers fit side by side. At most it is twice as wide.
pub const CELL: f64 = 36.0;

/// Where a map looks, and how large it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The middle.
    x: f64,
    y: f64,
    /// Pixels to a step.
    scale: f64,
    width: f64,
    height: f64,
}

/// A way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

impl Direction {
    /// One step in it, to the right and down.
    pub(super) fn step(self) -> (f64, f64) {
        match self {
            Direction::Left => (-1.0, 0.0),
            Direction::Right => (1.0, 0.0),
            Direction::Up => (0.0, -1.0),
            Direction::Down => (0.0, 1.0),
        }
    }
}

impl Camera {
    /// The whole world on a map of this size.
    pub fn whole(width: f64, height: f64) -> Camera {
        let middle = |from: u16, to: u16| f64::midpoint(f64::from(from), f64::from(to));
        let camera = Camera {
            x: middle(WORLD.left, WORLD.right),
            y: middle(WORLD.top, WORLD.bottom),
            scale: 0.0,
            width,
            height,
        };
        camera.settled()
    }

    /// What the address of a map says.
    pub fn at(window: MapWindow, width: f64, height: f64) -> Camera {
        let middle = plane::project(window.lon, window.lat);
        let camera = Camera {
            x: f64::from(middle.x),
            y: f64::from(middle.y),
            scale: scale_of(window.zoom),
            width,
            height,
        };
        camera.settled()
    }

    /// The nearest that an address can say.
    pub fn window(&self) -> MapWindow {
        let (lon, lat) = plane::unproject(self.x, self.y);
        let half_way = ZOOM.sqrt();
        let further = |zoom: &u8| scale_of(*zoom) * half_way < self.scale;
        let zoom = (0..CLOSEST).find(|zoom| !further(zoom)).unwrap_or(CLOSEST);
        MapWindow { lon, lat, zoom }
    }

    /// Looks where an address says, on a map of the same size.
    pub fn look_at(&mut self, window: MapWindow) {
        *self = Camera::at(window, self.width, self.height);
    }

    /// The same view on a map of another size.
    pub fn resize(&mut self, width: f64, height: f64) {
        (self.width, self.height) = (width, height);
        *self = self.settled();
    }

    /// Moves the map under the pointer by so many pixels.
    pub fn pan(&mut self, right: f64, down: f64) {
        self.x -= right / self.scale;
        self.y -= down / self.scale;
        *self = self.settled();
    }

    /// Looks further in a direction: an arrow key or button.
    pub fn go(&mut self, direction: Direction) {
        let (right, down) = direction.step();
        self.pan(-right * self.width * MOVE, -down * self.height * MOVE);
    }

    /// Comes so much closer; what is under the pointer stays there.
    pub fn zoom(&mut self, factor: f64, (px, py): (f64, f64)) {
        let (right, down) = (px - self.width / 2.0, py - self.height / 2.0);
        let (x, y) = (self.x + right / self.scale, self.y + down / self.scale);
        let scale = self.scale * factor;
        self.scale = scale.clamp(self.smallest(), self.largest());
        (self.x, self.y) = (x - right / self.scale, y - down / self.scale);
        *self = self.settled();
    }

    /// Comes closer by a press.
    pub fn zoom_in(&mut self) {
        self.zoom(PRESS, (self.width / 2.0, self.height / 2.0));
    }

    /// Steps back by a press.
    pub fn zoom_out(&mut self) {
        self.zoom(1.0 / PRESS, (self.width / 2.0, self.height / 2.0));
    }

    /// Whether it can come closer.
    pub fn can_zoom_in(&self) -> bool {
        self.scale < self.largest()
    }

    /// Whether it can step back.
    pub fn can_zoom_out(&self) -> bool {
        self.scale > self.smallest()
    }

    /// Turns the wheel by so many pixels; away from the reader, which is less than none, comes closer.
    pub fn wheel(&mut self, turned: f64, pointer: (f64, f64)) {
        let factor = 1.0 + turned.abs() / WHEEL;
        let factor = if turned < 0.0 { factor } else { 1.0 / factor };
        self.zoom(factor, pointer);
    }

    /// Two fingers that were there and are here.
    pub fn pinch(&mut self, from: [(f64, f64); 2], to: [(f64, f64); 2]) {
        let apart = |[one, other]: [(f64, f64); 2]| {
            let (x, y) = (one.0 - other.0, one.1 - other.1);
            // Fingers on one point have no direction; half a pixel is as near as they get.
            (x * x + y * y).sqrt().max(0.5)
        };
        let between = |[one, other]: [(f64, f64); 2]| {
            (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1))
        };
        let (before, after) = (between(from), between(to));
        self.pan(after.0 - before.0, after.1 - before.1);
        self.zoom(apart(to) / apart(from), after);
    }

    /// Looks at all of these; at the whole world if there is none.
    pub fn fit(&mut self, points: impl IntoIterator<Item = GridPoint>) {
        *self = Camera::whole(self.width, self.height);
        let Some(frame) = Frame::around(points) else {
            return;
        };
        let side = |from: u16, to: u16, length: f64| {
            let room = (length - 2.0 * MARGIN).max(length / 4.0);
            room / f64::from(to - from).max(1.0)
        };
        let across = side(frame.left, frame.right, self.width);
        let down = side(frame.top, frame.bottom, self.height);
        self.scale = across.min(down).min(CLOSEST_FIT);
        self.x = f64::midpoint(f64::from(frame.left), f64::from(frame.right));
        self.y = f64::midpoint(f64::from(frame.top), f64::from(frame.bottom));
        *self = self.settled();
    }

    /// Moves as little as it takes to bring a mark into sight that keys have reached.
    pub fn reveal(&mut self, point: GridPoint) {
        let (x, y) = self.on_screen(point);
        let over = |at: f64, length: f64| {
            let margin = MARGIN.min(length / 2.0);
            at - at.clamp(margin, length - margin)
        };
        self.pan(-over(x, self.width), -over(y, self.height));
    }

    /// Where a point is drawn.
    pub fn on_screen(&self, point: GridPoint) -> (f64, f64) {
        let (scale, right, down) = self.transform();
        (
            f64::from(point.x) * scale + right,
            f64::from(point.y) * scale + down,
        )
    }

    /// What takes steps to pixels: multiply by the first, then add the second to x, the third to y. A canvas does it by
    /// itself.
    pub fn transform(&self) -> (f64, f64, f64) {
        (
            self.scale,
            self.width / 2.0 - self.x * self.scale,
            self.height / 2.0 - self.y * self.scale,
        )
    }

    /// Pixels to a step.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// What is in sight, and so much around it as marks and pens are wide.
    pub fn frame(&self) -> Frame {
        let reach = |middle: f64, length: f64| {
            let half = (length / 2.0 + MARGIN) / self.scale;
            (within(middle - half), within(middle + half))
        };
        let (left, right) = reach(self.x, self.width);
        let (top, bottom) = reach(self.y, self.height);
        Frame {
            left,
            top,
            right,
            bottom,
        }
    }

    /// How finely the outline is drawn.
    pub fn detail(&self) -> Detail {
        Detail::at(self.scale)
    }

    /// How many steps a cell of marks is wide: a power of two, so that marks stay together while the map is moved, and
    /// change only now and then while it comes closer.
    pub fn cell(&self) -> u16 {
        // The narrowest map there is has some 8,000 steps in a cell; above that no power of two is left.
        let least = within(CELL / self.scale).clamp(1, 1 << 14);
        let cell = least.next_power_of_two();
        if f64::from(cell) * self.scale < CELL {
            cell.saturating_mul(2).min(1 << 14)
        } else {
            cell
        }
    }

    /// How long a step of so many kilometres is on the screen, for a scale bar.
    pub fn kilometres(&self, kilometres: f64) -> f64 {
        kilometres / plane::KILOMETRES * self.scale
    }

    /// The scale at which the whole world is in sight.
    fn smallest(&self) -> f64 {
        let across = self.width / f64::from(WORLD.right - WORLD.left);
        let down = self.height / f64::from(WORLD.bottom - WORLD.top);
        across.min(down)
    }

    fn largest(&self) -> f64 {
        CLOSEST_SCALE.max(self.smallest())
    }

    /// The nearest view that stays in the world: as much of it as the frame can hold, and nothing beside it.
    fn settled(self) -> Camera {
        let sound = |value: f64, or: f64| if value.is_finite() { value } else { or };
        let mut camera = Camera {
            width: sound(self.width, 1.0).max(1.0),
            height: sound(self.height, 1.0).max(1.0),
            ..self
        };
        camera.scale = sound(self.scale, 0.0).clamp(camera.smallest(), camera.largest());
        let half = |length: f64| length / 2.0 / camera.scale;
        let (across, down) = (half(camera.width), half(camera.height));
        camera.x = kept(sound(self.x, 0.0), across, WORLD.left, WORLD.right);
        camera.y = kept(sound(self.y, 0.0), down, WORLD.top, WORLD.bottom);
        camera
    }
}

/// The middle of a stretch of twice `half` that stays between the two, or is centred if it has no room.
fn kept(middle: f64, half: f64, from: u16, to: u16) -> f64 {
    let (from, to) = (f64::from(from), f64::from(to));
    if 2.0 * half >= to - from {
        return f64::midpoint(from, to);
    }
    middle.clamp(from + half, to - half)
}

fn scale_of(zoom: u8) -> f64 {
    (zoom..CLOSEST).fold(CLOSEST_SCALE, |scale, _| scale / ZOOM)
}

/// The step at or before a place.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what lies outside the plane comes to stand on its edge"
)]
fn within(value: f64) -> u16 {
    value as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any};
    use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

    use super::{CELL, CLOSEST_SCALE, Camera, Direction};
    use crate::explore::land::Detail;
    use crate::explore::plane::{GridPoint, WORLD, project};
    use crate::explore::state::{CLOSEST, MapWindow};

    /// What hands do.
    #[derive(Debug, Clone, Copy)]
    enum Hand {
        Pan(f64, f64),
        Zoom(f64, f64, f64),
        Wheel(f64),
        Pinch([(f64, f64); 2], [(f64, f64); 2]),
        Resize(f64, f64),
    }

    fn hand() -> impl Strategy<Value = Hand> {
        let wild = || prop_oneof![-2000.0..2000.0_f64, any::<f64>()];
        let two = move || [(wild(), wild()), (wild(), wild())];
        prop_oneof![
            (wild(), wild()).prop_map(|(x, y)| Hand::Pan(x, y)),
            (0.0..10.0_f64, wild(), wild()).prop_map(|(factor, x, y)| Hand::Zoom(factor, x, y)),
            wild().prop_map(Hand::Wheel),
            (two(), two()).prop_map(|(from, to)| Hand::Pinch(from, to)),
            (wild(), wild()).prop_map(|(x, y)| Hand::Resize(x, y)),
        ]
    }

    fn moved(camera: &mut Camera, hand: Hand) {
        match hand {
            Hand::Pan(x, y) => camera.pan(x, y),
            Hand::Zoom(factor, x, y) => camera.zoom(factor, (x, y)),
            Hand::Wheel(turned) => camera.wheel(turned, (10.0, 10.0)),
            Hand::Pinch(from, to) => camera.pinch(from, to),
            Hand::Resize(width, height) => camera.resize(width, height),
        }
    }

    fn near(one: (f64, f64), other: (f64, f64)) {
        let apart = (one.0 - other.0).abs().max((one.1 - other.1).abs());
        assert!(apart < 0.01, "{one:?} is not {other:?}");
    }

    fn jackson() -> GridPoint {
        project(-9018, 3230)
    }

    /// A map on which Jackson is in the middle and the world reaches far beyond all sides.
    fn close() -> Camera {
        let window = MapWindow {
            lon: -9018,
            lat: 3230,
            zoom: 12,
        };
        Camera::at(window, 800.0, 600.0)
    }

    proptest! {
        #[test]
        fn whatever_hands_do_the_world_stays_in_the_frame(
            hands in proptest::collection::vec(hand(), 1..8),
        ) {
            let mut camera = Camera::whole(800.0, 400.0);
            for hand in hands {
                moved(&mut camera, hand);
                prop_assert!(camera.scale >= camera.smallest() && camera.scale <= camera.largest());
                let corner = |x, y| camera.on_screen(GridPoint { x, y });
                let (left, top) = corner(WORLD.left, WORLD.top);
                let (right, bottom) = corner(WORLD.right, WORLD.bottom);
                let fills = |from: f64, to: f64, length: f64| {
                    // All of it is in sight, or it covers the frame; a thousandth for rounding.
                    let slack = length / 1000.0;
                    let inside = from >= -slack && to <= length + slack;
                    inside || (from <= slack && to >= length - slack)
                };
                prop_assert!(fills(left, right, camera.width), "{camera:?}");
                prop_assert!(fills(top, bottom, camera.height), "{camera:?}");
            }
        }

        #[test]
        fn cells_are_as_wide_as_marks_need(zoom in 0.0..20.0_f64) {
            let mut camera = Camera::whole(320.0, 300.0);
            camera.zoom(zoom * zoom * zoom, (100.0, 100.0));
            let wide = f64::from(camera.cell()) * camera.scale;
            prop_assert!(wide >= CELL && (wide < 2.01 * CELL || camera.cell() <= 2), "{wide}");
        }

        #[test]
        fn an_address_leads_back_to_itself(
            lon in -12_000_i16..14_000, lat in -4000_i16..7000, zoom in 10..=CLOSEST,
        ) {
            let window = MapWindow { lon, lat, zoom };
            let camera = Camera::at(window, 800.0, 600.0);
            let again = camera.window();
            prop_assert_eq!(again.zoom, zoom);
            prop_assert!(again.lat.abs_diff(lat) <= 1 && again.lon.abs_diff(lon) <= 3);
        }
    }

    #[test]
    fn at_first_the_whole_world_is_in_sight() {
        let camera = Camera::whole(1440.0, 600.0);
        assert!(!camera.can_zoom_out() && camera.can_zoom_in());
        let frame = camera.frame();
        assert_eq!(frame.with(WORLD), frame);
        assert_eq!(Camera::whole(360.0, 300.0).detail(), Detail::COARSEST);
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let mut camera = close();
        let before = camera.on_screen(jackson());
        camera.zoom(1.7, before);
        near(camera.on_screen(jackson()), before);
        camera.wheel(100.0, before);
        near(camera.on_screen(jackson()), before);
        camera.pan(30.0, -20.0);
        near(
            camera.on_screen(jackson()),
            (before.0 + 30.0, before.1 - 20.0),
        );
        camera.go(Direction::Left);
        near(
            camera.on_screen(jackson()),
            (before.0 + 190.0, before.1 - 20.0),
        );
    }

    #[test]
    fn two_fingers_keep_what_they_hold() {
        let mut camera = close();
        let (x, y) = camera.on_screen(jackson());
        camera.pinch(
            [(x - 50.0, y), (x + 50.0, y)],
            [(x - 80.0, y + 10.0), (x + 120.0, y + 10.0)],
        );
        near(camera.on_screen(jackson()), (x + 20.0, y + 10.0));
        near((camera.scale, 0.0), (close().scale * 2.0, 0.0));
    }

    #[test]
    fn wheel_and_buttons_undo_themselves() {
        let mut camera = close();
        camera.zoom_in();
        camera.zoom_out();
        camera.wheel(-120.0, (30.0, 40.0));
        camera.wheel(120.0, (30.0, 40.0));
        near(camera.on_screen(jackson()), close().on_screen(jackson()));
    }

    #[test]
    fn it_ends_at_both_ends() {
        let mut camera = close();
        for _ in 0..20 {
            camera.zoom_in();
        }
        assert!(!camera.can_zoom_in());
        near((camera.scale, 0.0), (CLOSEST_SCALE, 0.0));
        assert_eq!(camera.window().zoom, CLOSEST);
        for _ in 0..20 {
            camera.zoom_out();
        }
        assert_eq!(camera, Camera::whole(800.0, 600.0));
    }

    #[test]
    fn a_set_is_fitted_with_some_room_around_it() {
        let (oakland, berlin) = (project(-12_227, 3780), project(1340, 5252));
        let mut camera = Camera::whole(800.0, 600.0);
        camera.fit([oakland, berlin, jackson()]);
        for point in [oakland, berlin, jackson()] {
            let (x, y) = camera.on_screen(point);
            assert!((39.0..=761.0).contains(&x) && (39.0..=561.0).contains(&y));
        }
        camera.fit([jackson()]);
        near((camera.scale, 0.0), (1.0, 0.0));
        near(camera.on_screen(jackson()), (400.0, 300.0));
        camera.fit([]);
        assert_eq!(camera, Camera::whole(800.0, 600.0));
    }

    #[test]
    fn what_keys_reach_comes_into_sight() {
        let mut camera = close();
        let before = camera;
        camera.reveal(jackson());
        assert_eq!(camera, before);
        camera.reveal(project(1340, 5252));
        let (x, y) = camera.on_screen(project(1340, 5252));
        near((x, y), (760.0, 40.0));
    }

    #[test]
    fn a_map_without_size_or_with_none_is_sound() {
        for size in [0.0, -5.0, f64::NAN, f64::INFINITY] {
            let camera = Camera::whole(size, size);
            assert!(camera.scale > 0.0 && camera.cell() > 0);
        }
    }
}
