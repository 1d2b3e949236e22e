//! The outline of the land: coasts, borders and the shapes of countries, from `src/model/geo/land.txt` to the screen.
//!
//! ```text
//! land.txt -> Land -> data/land.bin         by the build: projected, ranked for coarser drawing, encoded
//! data/land.bin -> Land -> pen              in the browser
//! ```
//!
//! Where a line runs tells no opinion: the outline follows ISO 3166-1 and the United Nations, and lines that are in dispute
//! are of their own sort, to be drawn so.

mod draw;
mod file;
mod rank;
mod source;

use crate::explore::plane::{Frame, GridPoint};

pub use draw::{Detail, Stroke, svg};

/// Where the file stands, below the site's root.
pub const FILE: &str = "data/land.bin";

/// What a map says of its outline. Natural Earth is in the public domain and asks for nothing; readers may want to know.
pub const CREDIT: &str = "Outline: Natural Earth";

/// Where the outline comes from.
pub const CREDIT_URL: &str = "https://www.naturalearthdata.com";

/// What a map says of its borders.
pub const BORDERS: &str = "Borders follow the United Nations; dashed where they are in dispute. They tell no opinion of ours.";

/// The outline on the plane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Land {
    arcs: Vec<Arc>,
    /// Sorted by code.
    countries: Vec<Country>,
}

/// A piece of a coast or border, drawn once.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Arc {
    sort: Sort,
    /// At least two, each with its rank: the coarsest [`Detail`] that still shows it.
    points: Vec<(GridPoint, u8)>,
    frame: Frame,
}

impl Arc {
    /// The line through these points; nothing if there are fewer than two.
    fn new(sort: Sort, points: Vec<(GridPoint, u8)>) -> Option<Arc> {
        let frame = Frame::around(points.iter().map(|(point, _)| *point))?;
        let arc = Arc {
            sort,
            points,
            frame,
        };
        (arc.points.len() > 1).then_some(arc)
    }
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Between land and sea.
    Coast,
    /// Between countries.
    Border,
    /// Between countries, or one of them says so.
    Disputed,
}

impl Sort {
    /// Every sort, by its number in the file.
    pub const ALL: [Sort; 3] = [Sort::Coast, Sort::Border, Sort::Disputed];
}

/// A country or territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, upper case, or `XK`.
    pub code: String,
    /// Its everyday name.
    pub name: String,
    /// Its middle: where its mark and its name stand.
    pub at: GridPoint,
    /// The smallest box around its shape; none where the outline lacks it.
    pub frame: Option<Frame>,
    rings: Vec<Vec<End>>,
}

/// An arc as part of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    /// Number of the arc.
    arc: usize,
    /// Whether it runs from its last point to its first.
    backwards: bool,
}

impl Land {
    /// Puts the parts together; nothing if a ring names an arc that is not there.
    fn new(arcs: Vec<Arc>, mut countries: Vec<Country>) -> Option<Land> {
        for country in &mut countries {
            let mut frames = Vec::new();
            for end in country.rings.iter().flatten() {
                frames.push(arcs.get(end.arc)?.frame);
            }
            country.frame = frames.into_iter().reduce(Frame::with);
        }
        Some(Land { arcs, countries })
    }

    /// All countries, sorted by code.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The country with this code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        let found = self
            .countries
            .binary_search_by(|country| country.code.as_str().cmp(code));
        found.ok().map(|index| &self.countries[index])
    }
}
