//! What gestures and keys do on the map.

use crate::explore::map::camera::{Camera, Direction};
use crate::view::island::explore::map::look::{Act, Look, Under};
use crate::view::island::explore::sheet::hand::{Gesture, Key, Point};

/// What a gesture did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heeded {
    /// Whether the sheet is to be drawn again.
    pub drawn: bool,
    /// Whether the address is to be written: the map has come to rest elsewhere.
    pub rested: bool,
    /// Whether the keys did something, so that the browser does nothing else.
    pub taken: bool,
    /// What is to be said aloud.
    pub said: Option<String>,
    /// What a press leads to.
    pub act: Option<Act>,
}

impl Look {
    /// Takes a gesture.
    pub fn heed(&mut self, gesture: Gesture) -> Heeded {
        match gesture {
            Gesture::Resized { width, height } => self.turned(|look| look.resize(width, height)),
            Gesture::Dragged { by } => {
                self.turned(|look| look.turn(|camera| camera.pan(by.0, by.1)))
            }
            Gesture::Pinched { from, to } => {
                self.turned(|look| look.turn(|camera| camera.pinch(from, to)))
            }
            Gesture::Wheeled { by, at, .. } => {
                self.turned(|look| look.turn(|camera| camera.wheel(by, at)))
            }
            Gesture::Rested => Heeded {
                rested: true,
                ..Heeded::default()
            },
            Gesture::Hovered { at } => self.pointed(Some(at)),
            Gesture::Left => self.pointed(None),
            Gesture::Tapped { at } => self
                .under(at)
                .map(|under| self.pressed(under))
                .unwrap_or_default(),
            Gesture::Closer => self.came(Camera::zoom_in),
            Gesture::Farther => self.came(Camera::zoom_out),
            Gesture::Whole => {
                self.look_at(None);
                self.seen()
            }
            Gesture::Key(key) => self.key(&key),
        }
    }

    /// At the edge of the world nothing moves, and nothing need be drawn.
    fn turned(&mut self, change: impl FnOnce(&mut Look)) -> Heeded {
        let before = self.camera;
        change(self);
        Heeded {
            drawn: self.camera != before,
            ..Heeded::default()
        }
    }

    fn pointed(&mut self, pointer: Option<Point>) -> Heeded {
        Heeded {
            drawn: self.point(pointer),
            ..Heeded::default()
        }
    }

    fn came(&mut self, change: fn(&mut Camera)) -> Heeded {
        self.turn(change);
        self.seen()
    }

    /// The map shows another part of the world.
    fn seen(&self) -> Heeded {
        let said = Some(self.overview());
        Heeded {
            drawn: true,
            rested: true,
            taken: true,
            said,
            act: None,
        }
    }

    fn pressed(&mut self, under: Under) -> Heeded {
        let act = self.press(under);
        let said = match act {
            Some(Act::Closer) => Some(self.overview()),
            Some(Act::List(_) | Act::Country(_)) | None => None,
        };
        let rested = act == Some(Act::Closer);
        Heeded {
            drawn: true,
            rested,
            taken: true,
            said,
            act,
        }
    }

    fn key(&mut self, key: &Key) -> Heeded {
        let direction = match &*key.name {
            "ArrowLeft" => Some(Direction::Left),
            "ArrowRight" => Some(Direction::Right),
            "ArrowUp" => Some(Direction::Up),
            "ArrowDown" => Some(Direction::Down),
            _other => None,
        };
        match (&*key.name, direction) {
            _ if key.ctrl => Heeded::default(),
            (_, Some(direction)) if key.shift => self.came_aside(direction),
            (_, Some(direction)) => self.travelled(|look| look.travel(direction)),
            ("Home", _) => self.travelled(|look| look.travel_to_end(false)),
            ("End", _) => self.travelled(|look| look.travel_to_end(true)),
            ("Enter" | " ", _) => match self.at() {
                Some(at) => self.pressed(Under::Mark(at)),
                None => self.travelled(|look| look.travel(Direction::Right)),
            },
            _other => Heeded::default(),
        }
    }

    fn came_aside(&mut self, direction: Direction) -> Heeded {
        self.turn(|camera| camera.go(direction));
        self.seen()
    }

    /// Says what the keys have reached, or that there is nothing.
    fn travelled(&mut self, travel: impl FnOnce(&mut Look) -> bool) -> Heeded {
        let has_moved = travel(self);
        let at = self.at().map(|at| self.words(Under::Mark(at)));
        let said = match at {
            Some(words) if has_moved => words,
            Some(_) => "No more marks that way.".to_owned(),
            None => "No marks on this map.".to_owned(),
        };
        Heeded {
            drawn: has_moved,
            rested: has_moved,
            taken: true,
            said: Some(said),
            act: None,
        }
    }
}
