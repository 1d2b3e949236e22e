//! All that can be drawn on a sheet.

use crate::view::island::explore::sheet::hand::Point;

/// A colour by what it means. Which one that is stands in the tokens of the style, for each theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// What everything is drawn on.
    Paper,
    /// The same a little darker: land, bands, cards.
    Paper2,
    /// Words and lines that matter.
    Ink,
    /// Words and lines that matter less.
    Muted,
    /// Lines that only divide.
    Rule,
    /// Edges of what can be pressed: darker than [`Ink::Rule`].
    Line,
    /// Counter-power.
    Power,
    /// Counter-institution.
    Build,
    /// Both halves.
    Both,
    /// What is marked, as by a marker: a ground for words.
    Mark,
}

impl Ink {
    /// All of them.
    pub const ALL: [Ink; 10] = [
        Ink::Paper,
        Ink::Paper2,
        Ink::Ink,
        Ink::Muted,
        Ink::Rule,
        Ink::Line,
        Ink::Power,
        Ink::Build,
        Ink::Both,
        Ink::Mark,
    ];

    /// The custom property of the style that has its colour.
    pub fn token(self) -> &'static str {
        match self {
            Ink::Paper => "--paper",
            Ink::Paper2 => "--paper-2",
            Ink::Ink => "--ink",
            Ink::Muted => "--ink-2",
            Ink::Rule => "--rule",
            Ink::Line => "--line",
            Ink::Power => "--power",
            Ink::Build => "--build",
            Ink::Both => "--both",
            Ink::Mark => "--mark",
        }
    }
}

/// A line's manner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Its colour.
    pub ink: Ink,
    /// From 0, nothing, to 1.
    pub alpha: f64,
    /// In CSS pixels, whatever the scale.
    pub width: f64,
    /// Lengths of dashes and gaps in CSS pixels; none for a line without gaps.
    pub dash: &'static [f64],
}

impl Line {
    /// A whole line of one pixel.
    pub const fn of(ink: Ink) -> Line {
        Line {
            ink,
            alpha: 1.0,
            width: 1.0,
            dash: &[],
        }
    }

    /// So wide.
    #[must_use]
    pub const fn wide(self, width: f64) -> Line {
        Line { width, ..self }
    }

    /// So strong.
    #[must_use]
    pub const fn alpha(self, alpha: f64) -> Line {
        Line { alpha, ..self }
    }

    /// In dashes.
    #[must_use]
    pub const fn dashed(self, dash: &'static [f64]) -> Line {
        Line { dash, ..self }
    }
}

/// A size and weight of letters; the family is that of controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Names beside marks: the smallest letters of the site, 12 pixels where the reader chose no other.
    Label,
    /// The same, bold.
    Strong,
    /// Headings, and numbers in marks: 14 pixels, bold.
    Heading,
}

impl Face {
    /// All of them.
    pub const ALL: [Face; 3] = [Face::Label, Face::Strong, Face::Heading];
}

/// Where words stand to their point. Their middle is always as high as the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// They begin there.
    Left,
    /// Their middle is there.
    Middle,
    /// They end there.
    Right,
}

/// The manner of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// Their letters.
    pub face: Face,
    /// Their colour.
    pub ink: Ink,
    /// From 0, nothing, to 1.
    pub alpha: f64,
    /// Where they stand to their point.
    pub align: Align,
    /// Whether a rim of paper sets them off from lines below them.
    pub rim: bool,
}

impl Lettering {
    /// Words in this face and colour, their middle at their point, without a rim.
    pub const fn of(face: Face, ink: Ink) -> Lettering {
        Lettering {
            face,
            ink,
            alpha: 1.0,
            align: Align::Middle,
            rim: false,
        }
    }

    /// Standing so to their point.
    #[must_use]
    pub const fn align(self, align: Align) -> Lettering {
        Lettering { align, ..self }
    }

    /// Set off from lines below them.
    #[must_use]
    pub const fn rimmed(self) -> Lettering {
        Lettering { rim: true, ..self }
    }
}

/// What takes lengths of a drawing to CSS pixels: multiply by `scale`, then add `right` to x and `down` to y.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Placing {
    pub scale: f64,
    pub right: f64,
    pub down: f64,
}

impl Placing {
    /// Lengths are CSS pixels.
    pub const PLAIN: Placing = Placing {
        scale: 1.0,
        right: 0.0,
        down: 0.0,
    };
}

/// What a path is made of.
pub trait Path {
    /// Begins a piece here.
    fn move_to(&mut self, x: f64, y: f64);
    /// Goes straight on to here.
    fn line_to(&mut self, x: f64, y: f64);
    /// Goes straight back to where this piece began.
    fn close(&mut self);
    /// A piece of its own: a circle.
    fn circle(&mut self, x: f64, y: f64, radius: f64);
    /// A piece of its own: an upright rectangle.
    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64);
}

/// What draws. Many pieces in one path are drawn far faster than many paths.
///
/// Each frame begins without a path, placed [`Placing::PLAIN`].
pub trait Pen: Path {
    /// The sheet's width and height in CSS pixels.
    fn size(&self) -> Point;

    /// When this frame is shown, in milliseconds since the page was opened.
    fn now(&self) -> f64;

    /// Covers all with paper.
    fn clear(&mut self);

    /// Begins a new path.
    fn begin(&mut self);

    /// Takes the path that is kept under `key`; where there is none, `draw` makes it first, to be kept as long as the
    /// sheet. For what is large and looks the same in every frame: with another [`Pen::place`] it is moved and scaled
    /// without being made again. It is whole: nothing can be added to it.
    fn kept(&mut self, key: u32, draw: &mut dyn FnMut(&mut dyn Path));

    /// Fills the path.
    fn fill(&mut self, ink: Ink, alpha: f64);

    /// Fills the path where a line from outside crosses it an odd number of times: rings in rings are holes.
    fn fill_odd(&mut self, ink: Ink, alpha: f64);

    /// Draws along the path.
    fn stroke(&mut self, line: Line);

    /// Places what is drawn from now on, kept paths and words among it; widths, dashes and letters stay as large.
    fn place(&mut self, placing: Placing);

    /// Words.
    fn text(&mut self, words: &str, at: Point, lettering: Lettering);

    /// How wide words are, in CSS pixels.
    fn measure(&self, words: &str, face: Face) -> f64;
}
