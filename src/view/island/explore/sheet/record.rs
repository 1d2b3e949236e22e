//! A pen for tests: it writes down what is drawn, one line for each call that leaves a trace.
//!
//! ```text
//! clear
//! fill Power | circle 10 20 5
//! stroke Rule 1 dashed 2 4 alpha 0.5 | M 0 0 L 9 9
//! text Label Ink 10 31 middle: Name
//! ```

use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::{
    Align, Face, Ink, Lettering, Line, Path, Pen, Placing,
};

/// What was drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    /// The lines.
    pub(crate) lines: Vec<String>,
    path: Vec<String>,
    kept: Vec<(u32, Vec<String>)>,
    placing: Placing,
    size: Point,
    /// What [`Pen::now`] says.
    pub(crate) now: f64,
}

/// How wide a letter is here: round, so that tests can count.
const LETTER: f64 = 6.0;

impl Record {
    /// A pen on an empty sheet of this size.
    pub(crate) fn new(width: f64, height: f64) -> Record {
        Record {
            lines: Vec::new(),
            path: Vec::new(),
            kept: Vec::new(),
            placing: Placing::PLAIN,
            size: (width, height),
            now: 0.0,
        }
    }

    /// The path as it stands.
    pub(crate) fn path(&self) -> String {
        self.path.join(" ")
    }

    /// Everything, a line each.
    pub(crate) fn drawn(&self) -> String {
        self.lines.join("\n")
    }

    fn draw(&mut self, what: &str) {
        let Placing { scale, right, down } = self.placing;
        let placing = match self.placing {
            Placing::PLAIN => String::new(),
            _other => format!(" at x{} {} {}", round(scale), round(right), round(down)),
        };
        self.lines
            .push(format!("{what}{placing} | {}", self.path()));
    }
}

/// To a tenth of a pixel.
fn round(number: f64) -> f64 {
    // Adding nought makes -0 a 0.
    (number * 10.0).round() / 10.0 + 0.0
}

fn strength(alpha: f64) -> String {
    if alpha < 1.0 {
        format!(" alpha {alpha}")
    } else {
        String::new()
    }
}

impl Path for Record {
    fn move_to(&mut self, x: f64, y: f64) {
        self.path.push(format!("M {} {}", round(x), round(y)));
    }
    fn line_to(&mut self, x: f64, y: f64) {
        self.path.push(format!("L {} {}", round(x), round(y)));
    }
    fn close(&mut self) {
        self.path.push("Z".into());
    }
    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        let circle = format!("circle {} {} {}", round(x), round(y), round(radius));
        self.path.push(circle);
    }
    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let [x, y, width, height] = [x, y, width, height].map(round);
        self.path
            .push(format!("rectangle {x} {y} {width} {height}"));
    }
}

impl Pen for Record {
    fn size(&self) -> Point {
        self.size
    }
    fn now(&self) -> f64 {
        self.now
    }
    fn clear(&mut self) {
        self.lines.push("clear".into());
    }
    fn begin(&mut self) {
        self.path.clear();
    }
    fn kept(&mut self, key: u32, draw: &mut dyn FnMut(&mut dyn Path)) {
        if !self.kept.iter().any(|(known, _)| *known == key) {
            let mut path = Record::new(self.size.0, self.size.1);
            draw(&mut path);
            self.kept.push((key, path.path));
        }
        self.path = vec![format!("kept {key}")];
    }
    fn fill(&mut self, ink: Ink, alpha: f64) {
        self.draw(&format!("fill {ink:?}{}", strength(alpha)));
    }
    fn fill_odd(&mut self, ink: Ink, alpha: f64) {
        self.draw(&format!("fill odd {ink:?}{}", strength(alpha)));
    }
    fn stroke(&mut self, line: Line) {
        let dashes: Vec<String> = line.dash.iter().map(f64::to_string).collect();
        let dashes = if dashes.is_empty() {
            String::new()
        } else {
            format!(" dashed {}", dashes.join(" "))
        };
        let (ink, width, alpha) = (line.ink, line.width, strength(line.alpha));
        self.draw(&format!("stroke {ink:?} {width}{dashes}{alpha}"));
    }
    fn place(&mut self, placing: Placing) {
        self.placing = placing;
    }
    fn text(&mut self, words: &str, (x, y): Point, lettering: Lettering) {
        let Lettering { face, ink, .. } = lettering;
        let align = match lettering.align {
            Align::Left => "left",
            Align::Middle => "middle",
            Align::Right => "right",
        };
        let (x, y, alpha) = (round(x), round(y), strength(lettering.alpha));
        self.lines.push(format!(
            "text {face:?} {ink:?} {x} {y} {align}{alpha}: {words}"
        ));
    }
    fn measure(&self, words: &str, _face: Face) -> f64 {
        words.chars().map(|_| LETTER).sum()
    }
}

#[test]
fn what_is_drawn_is_written_down() {
    let mut record = Record::new(10.0, 10.0);
    record.clear();
    record.begin();
    record.circle(1.0, 2.0, 3.04);
    record.stroke(Line::of(Ink::Rule).dashed(&[2.0, 4.0]).alpha(0.5));
    record.place(Placing {
        scale: 2.0,
        right: 1.0,
        down: 0.0,
    });
    for _ in 0..2 {
        record.kept(7, &mut |path| path.move_to(0.0, 0.0));
        record.fill_odd(Ink::Paper2, 1.0);
    }
    record.place(Placing::PLAIN);
    record.text("Name", (5.0, 6.0), Lettering::of(Face::Label, Ink::Ink));
    let expect = "clear\n\
        stroke Rule 1 dashed 2 4 alpha 0.5 | circle 1 2 3\n\
        fill odd Paper2 at x2 1 0 | kept 7\n\
        fill odd Paper2 at x2 1 0 | kept 7\n\
        text Label Ink 5 6 middle: Name";
    assert_eq!(record.drawn(), expect);
    assert!((record.measure("Name", Face::Label) - 24.0).abs() < 1e-9);
}
