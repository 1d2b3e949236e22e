//! What gestures and keys do on the timeline.

use crate::view::island::explore::sheet::hand::{Gesture, Key, Point};
use crate::view::island::explore::timeline::look::{AXIS, BESIDE, LANE, Look, Way};

/// How far the wheel turns to come twice as close, in pixels: as on the map.
const WHEEL: f64 = 300.0;

/// What a gesture did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heeded {
    /// Whether the sheet is to be drawn again.
    pub drawn: bool,
    /// Whether the address is to be written: the timeline has come to rest elsewhere.
    pub rested: bool,
    /// Whether the keys did something, so that the browser does nothing else.
    pub taken: bool,
    /// What is to be said aloud; nothing where a bar was reached, which is called by its entry.
    pub said: Option<String>,
    /// The entry that the keys have reached.
    pub reached: Option<u32>,
    /// The entry whose card is to be opened.
    pub opened: Option<u32>,
}

impl Look {
    /// Takes a gesture.
    pub fn heed(&mut self, gesture: Gesture) -> Heeded {
        match gesture {
            Gesture::Resized { width, height } => self.turned(|look| look.resize(width, height)),
            Gesture::Dragged { by } => self.dragged(by),
            Gesture::Pinched { from, to } => self.turned(|look| look.pinch(from, to)),
            Gesture::Wheeled { by, at } => self.turned(|look| look.wheel(by, at.0)),
            Gesture::Rested => Heeded {
                rested: true,
                ..Heeded::default()
            },
            Gesture::Hovered { at } => self.pointed(Some(at)),
            Gesture::Left => self.pointed(None),
            Gesture::Tapped { at } => self.under(at).map(|row| self.open(row)).unwrap_or_default(),
            Gesture::Closer => self.came(Look::zoom_in),
            Gesture::Farther => self.came(Look::zoom_out),
            Gesture::Whole => self.came(|look| look.look_at(None)),
            Gesture::Key(key) => self.key(&key),
        }
    }

    fn turned(&mut self, change: impl FnOnce(&mut Look)) -> Heeded {
        change(self);
        Heeded {
            drawn: true,
            ..Heeded::default()
        }
    }

    /// By hand or wheel. Where nothing moves any more, the page may scroll.
    fn dragged(&mut self, (right, down): Point) -> Heeded {
        let before = (self.top, self.scale);
        self.pan(-right);
        self.scroll(self.top - down);
        let has_moved = before != (self.top, self.scale);
        Heeded {
            drawn: has_moved,
            taken: has_moved,
            ..Heeded::default()
        }
    }

    fn pointed(&mut self, pointer: Option<Point>) -> Heeded {
        Heeded {
            drawn: self.point(pointer),
            ..Heeded::default()
        }
    }

    /// The timeline shows another part of time, and says which.
    pub fn came(&mut self, change: impl FnOnce(&mut Look)) -> Heeded {
        change(self);
        Heeded {
            drawn: true,
            rested: true,
            taken: true,
            said: Some(["From ", &self.scale.in_words(), "."].concat()),
            ..Heeded::default()
        }
    }

    fn open(&mut self, row: u32) -> Heeded {
        self.at = Some(row);
        Heeded {
            drawn: true,
            taken: true,
            opened: Some(row),
            ..Heeded::default()
        }
    }

    fn key(&mut self, key: &Key) -> Heeded {
        let page = self.height - AXIS - LANE;
        match (&*key.name, key.shift) {
            _ if key.ctrl => Heeded::default(),
            ("ArrowLeft", true) => self.came(|look| look.go(-1.0)),
            ("ArrowRight", true) => self.came(|look| look.go(1.0)),
            ("ArrowLeft", false) => self.travelled(Way::Earlier),
            ("ArrowRight", false) => self.travelled(Way::Later),
            ("ArrowUp", _) => self.travelled(Way::Up),
            ("ArrowDown", _) => self.travelled(Way::Down),
            ("Home", _) => self.travelled(Way::First),
            ("End", _) => self.travelled(Way::Last),
            ("PageUp", _) => self.paged(-page),
            ("PageDown", _) => self.paged(page),
            ("Enter" | " ", _) => match self.at.filter(|row| self.bar(*row).is_some()) {
                Some(row) => self.open(row),
                None => self.travelled(Way::Later),
            },
            _other => Heeded::default(),
        }
    }

    fn paged(&mut self, by: f64) -> Heeded {
        self.scroll(self.top + by);
        Heeded {
            drawn: true,
            taken: true,
            ..Heeded::default()
        }
    }

    fn travelled(&mut self, way: Way) -> Heeded {
        let has_moved = self.travel(way);
        Heeded {
            drawn: has_moved,
            rested: has_moved,
            taken: true,
            said: (!has_moved).then(|| "No more entries that way.".to_owned()),
            reached: self.at.filter(|_| has_moved),
            ..Heeded::default()
        }
    }

    /// Turns the wheel by so many pixels; away from the reader, which is less than none, comes closer.
    fn wheel(&mut self, turned: f64, x: f64) {
        let factor = 1.0 + turned.abs() / WHEEL;
        self.zoom(if turned < 0.0 { factor } else { 1.0 / factor }, x);
    }

    /// Two fingers that were there and are here.
    fn pinch(&mut self, from: [Point; 2], to: [Point; 2]) {
        let middle = |[one, other]: [Point; 2]| f64::midpoint(one.0, other.0);
        // Fingers above each other have no distance in time; some pixels are as near as they get.
        let apart = |[one, other]: [Point; 2]| (one.0 - other.0).abs().max(BESIDE);
        self.pan(middle(from) - middle(to));
        self.zoom(apart(to) / apart(from), middle(to));
    }
}
