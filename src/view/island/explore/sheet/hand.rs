//! What a hand does on a sheet: from what the browser reports to plain gestures.

/// A place on the sheet: CSS pixels rightwards and downwards from its upper left.
pub type Point = (f64, f64);

/// How far a pointer moves before it drags, in pixels: at 0 a hand that trembles could not click.
const SLOP: f64 = 5.0;

/// A trackpad's pinch comes as small turns of a wheel with Ctrl held; below this many pixels a turn is one.
const SMALL_TURN: f64 = 30.0;

/// How much more such a turn counts: at 1 a pinch would have to go around the world.
const PINCH_GAIN: f64 = 4.0;

/// What the browser reports. Pointers are told apart by a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Felt {
    /// The sheet has this size now, also at first.
    Sized(f64, f64),
    /// A finger or the first button of a mouse went down.
    Down(i32, Point),
    /// It moved, or a mouse did.
    Moved(i32, Point),
    /// It went up.
    Up(i32, Point),
    /// The browser took it away, as to scroll.
    Lost(i32),
    /// The mouse left the sheet.
    Out,
    /// A wheel turned.
    Turned(Turn),
    /// A key went down while the sheet had the focus.
    Pressed(Key),
}

/// A turn of the wheel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// By how many pixels, towards the reader.
    pub by: f64,
    /// Where the pointer is.
    pub at: Point,
    /// Whether Ctrl or Cmd is held.
    pub command: bool,
    /// Whether the sheet has the focus.
    pub focused: bool,
}

/// A key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its name as browsers call it: `ArrowLeft`, `Enter`, `a`.
    pub name: String,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Ctrl or Cmd is held.
    pub ctrl: bool,
}

/// What it means.
#[derive(Debug, Clone, PartialEq)]
pub enum Gesture {
    /// The sheet has this size now. It comes first, before anything is drawn.
    Resized {
        /// In CSS pixels.
        width: f64,
        /// In CSS pixels.
        height: f64,
    },
    /// Moved by so many pixels since the last time.
    Dragged {
        /// Rightwards and downwards.
        by: Point,
    },
    /// Two fingers were there and are here.
    Pinched {
        /// Where they were.
        from: [Point; 2],
        /// Where they are.
        to: [Point; 2],
    },
    /// The wheel was turned by so many pixels, towards the reader; away from him comes closer.
    Wheeled {
        /// In pixels.
        by: f64,
        /// Where the pointer is.
        at: Point,
    },
    /// What was moved by drag, pinch or wheel has come to rest.
    Rested,
    /// Clicked or tapped.
    Tapped {
        /// Where.
        at: Point,
    },
    /// A mouse is here, with no button down.
    Hovered {
        /// Where.
        at: Point,
    },
    /// The mouse left the sheet.
    Left,
    /// Wants to come closer: by key or button.
    Closer,
    /// Wants to step back.
    Farther,
    /// Wants to see the whole.
    Whole,
    /// Any other key.
    Key(Key),
}

/// The pointers that are down, and what they do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hand {
    /// At most two, each with the place up to which its movement was told.
    down: Vec<(i32, Point)>,
    /// Whether they moved enough to be no tap.
    moved: bool,
    turn: u32,
    /// Whether the wheel moves the sheet up and down, and zooms with Ctrl alone.
    scrolls: bool,
}

impl Hand {
    /// A hand on a sheet that the wheel moves up and down, as a long list.
    pub fn scrolling() -> Hand {
        Hand {
            scrolls: true,
            ..Hand::default()
        }
    }

    /// What this means, if anything.
    pub fn feel(&mut self, felt: Felt) -> Option<Gesture> {
        match felt {
            Felt::Sized(width, height) => Some(Gesture::Resized { width, height }),
            Felt::Down(pointer, at) => {
                self.down(pointer, at);
                None
            }
            Felt::Moved(pointer, at) => self.moved(pointer, at),
            Felt::Up(pointer, at) => self.up(pointer, Some(at)),
            Felt::Lost(pointer) => self.up(pointer, None),
            Felt::Out => Some(Gesture::Left),
            Felt::Turned(turn) => self.turned(turn),
            Felt::Pressed(key) => Some(meant(key)),
        }
    }

    /// Counts the turns of the wheel, so that the last is known.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// A third finger is not heeded.
    fn down(&mut self, pointer: i32, at: Point) {
        if self.down.len() < 2 && self.place(pointer).is_none() {
            self.moved |= !self.down.is_empty();
            self.down.push((pointer, at));
        }
    }

    fn place(&self, pointer: i32) -> Option<usize> {
        self.down.iter().position(|(other, _)| *other == pointer)
    }

    fn moved(&mut self, pointer: i32, at: Point) -> Option<Gesture> {
        let Some(place) = self.place(pointer) else {
            return self.down.is_empty().then_some(Gesture::Hovered { at });
        };
        let before = self.down.clone();
        let (_, was) = before[place];
        let by = (at.0 - was.0, at.1 - was.1);
        self.moved |= by.0.abs().max(by.1.abs()) >= SLOP;
        if !self.moved {
            return None;
        }
        self.down[place].1 = at;
        Some(match (&*before, &*self.down) {
            ([(_, one), (_, other)], [(_, to), (_, other_to)]) => Gesture::Pinched {
                from: [*one, *other],
                to: [*to, *other_to],
            },
            _one => Gesture::Dragged { by },
        })
    }

    fn up(&mut self, pointer: i32, at: Option<Point>) -> Option<Gesture> {
        let place = self.place(pointer)?;
        self.down.remove(place);
        if !self.down.is_empty() {
            return None;
        }
        if std::mem::take(&mut self.moved) {
            return Some(Gesture::Rested);
        }
        at.map(|at| Gesture::Tapped { at })
    }

    /// Without Ctrl and without focus the wheel scrolls the page.
    fn turned(&mut self, turn: Turn) -> Option<Gesture> {
        let Turn { by, at, .. } = turn;
        if !(turn.command || turn.focused) || by == 0.0 {
            return None;
        }
        if self.scrolls && !turn.command {
            return Some(Gesture::Dragged { by: (0.0, -by) });
        }
        self.turn += 1;
        let is_pinch = turn.command && by.abs() < SMALL_TURN;
        let by = if is_pinch { by * PINCH_GAIN } else { by };
        Some(Gesture::Wheeled { by, at })
    }
}

/// Keys that mean the same on every sheet. With Ctrl they are the browser's.
fn meant(key: Key) -> Gesture {
    match (&*key.name, key.ctrl) {
        ("+" | "=", false) => Gesture::Closer,
        ("-" | "_", false) => Gesture::Farther,
        ("0", false) => Gesture::Whole,
        _other => Gesture::Key(key),
    }
}

#[cfg(test)]
mod tests {
    use super::{Felt, Gesture, Hand, Key, Point, Turn};

    fn check(felt: &[Felt], expect: &[Gesture]) {
        let mut hand = Hand::default();
        let gestures = felt.iter().filter_map(|felt| hand.feel(felt.clone()));
        assert_eq!(gestures.collect::<Vec<_>>(), expect, "{felt:?}");
    }

    fn tapped(at: Point) -> Gesture {
        Gesture::Tapped { at }
    }

    fn dragged(by: Point) -> Gesture {
        Gesture::Dragged { by }
    }

    #[test]
    fn a_hand_that_trembles_still_clicks() {
        check(
            &[
                Felt::Moved(1, (10.0, 10.0)),
                Felt::Down(1, (10.0, 10.0)),
                Felt::Moved(1, (12.0, 13.0)),
                Felt::Up(1, (12.0, 13.0)),
            ],
            &[Gesture::Hovered { at: (10.0, 10.0) }, tapped((12.0, 13.0))],
        );
    }

    #[test]
    fn a_drag_starts_where_the_pointer_went_down_and_ends_in_rest() {
        check(
            &[
                Felt::Down(1, (10.0, 10.0)),
                Felt::Moved(1, (13.0, 10.0)),
                Felt::Moved(1, (16.0, 10.0)),
                Felt::Moved(1, (17.0, 12.0)),
                Felt::Up(1, (17.0, 12.0)),
            ],
            &[dragged((6.0, 0.0)), dragged((1.0, 2.0)), Gesture::Rested],
        );
    }

    #[test]
    fn two_fingers_pinch_and_the_last_one_drags_on() {
        let (left, right, far) = ((0.0, 0.0), (10.0, 0.0), (20.0, 0.0));
        check(
            &[
                Felt::Down(1, left),
                Felt::Down(2, right),
                Felt::Down(3, right),
                Felt::Moved(2, far),
                Felt::Moved(3, far),
                Felt::Up(1, left),
                Felt::Moved(2, right),
                Felt::Up(2, right),
                Felt::Up(3, right),
            ],
            &[
                Gesture::Pinched {
                    from: [left, right],
                    to: [left, far],
                },
                dragged((-10.0, 0.0)),
                Gesture::Rested,
            ],
        );
    }

    #[test]
    fn what_the_browser_takes_away_is_no_tap() {
        check(&[Felt::Down(1, (0.0, 0.0)), Felt::Lost(1)], &[]);
        let lost = [
            Felt::Down(1, (0.0, 0.0)),
            Felt::Moved(1, (9.0, 0.0)),
            Felt::Lost(1),
        ];
        check(&lost, &[dragged((9.0, 0.0)), Gesture::Rested]);
        check(&[Felt::Out, Felt::Lost(7)], &[Gesture::Left]);
    }

    #[test]
    fn the_wheel_scrolls_the_page_until_the_sheet_is_asked() {
        let wheel = |by, command, focused, expect: Option<f64>| {
            let at = (1.0, 2.0);
            let turn = Turn {
                by,
                at,
                command,
                focused,
            };
            let gestures: Vec<_> = expect
                .map(|by| Gesture::Wheeled { by, at })
                .into_iter()
                .collect();
            check(&[Felt::Turned(turn)], &gestures);
        };
        wheel(100.0, false, false, None);
        wheel(100.0, false, true, Some(100.0));
        wheel(-100.0, true, false, Some(-100.0));
        wheel(3.0, true, false, Some(12.0));
        wheel(0.0, true, true, None);
    }

    #[test]
    fn the_wheel_moves_a_long_sheet_and_zooms_with_a_key() {
        let turned = |command, focused| {
            let turn = Turn {
                by: 100.0,
                at: (1.0, 2.0),
                command,
                focused,
            };
            Hand::scrolling().feel(Felt::Turned(turn))
        };
        assert_eq!(turned(false, false), None);
        assert_eq!(turned(false, true), Some(dragged((0.0, -100.0))));
        let zoomed = Gesture::Wheeled {
            by: 100.0,
            at: (1.0, 2.0),
        };
        assert_eq!(turned(true, true), Some(zoomed));
    }

    #[test]
    fn some_keys_mean_the_same_on_every_sheet() {
        let key = |name: &str, ctrl| Key {
            name: name.into(),
            shift: false,
            ctrl,
        };
        check(&[Felt::Pressed(key("+", false))], &[Gesture::Closer]);
        check(&[Felt::Pressed(key("-", false))], &[Gesture::Farther]);
        check(&[Felt::Pressed(key("0", false))], &[Gesture::Whole]);
        check(
            &[Felt::Pressed(key("0", true))],
            &[Gesture::Key(key("0", true))],
        );
        let enter = key("Enter", false);
        check(&[Felt::Pressed(enter.clone())], &[Gesture::Key(enter)]);
    }

    #[test]
    fn a_size_is_told() {
        let expect = Gesture::Resized {
            width: 3.0,
            height: 2.0,
        };
        check(&[Felt::Sized(3.0, 2.0)], &[expect]);
    }
}
