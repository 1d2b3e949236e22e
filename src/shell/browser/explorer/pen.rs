//! The pen on a canvas.

use std::cell::Cell;
use std::f64::consts::TAU;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement, Path2d};

use crate::shell::browser::world::window;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::{
    Align, Face, Ink, Lettering, Line, Path, Pen, Placing,
};

/// More dots to a pixel than this cost time and show little.
const MOST_DOTS: f64 = 2.0;

/// How wide the rim of paper around words is, in pixels, half of it below the letters.
const RIM: f64 = 3.0;

/// Draws on one canvas.
pub(super) struct CanvasPen {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    size: Point,
    now: f64,
    /// Dots to a pixel.
    dots: f64,
    placing: Placing,
    /// The colours by [`Ink::ALL`], and the fonts by [`Face::ALL`]; empty until they are read.
    inks: Vec<String>,
    fonts: Vec<String>,
    kept: Vec<(u32, Path2d)>,
    /// The kept path that is drawn instead of the context's own.
    current: Option<Path2d>,
    /// What the context was told last: telling it again costs more than remembering.
    filling: Option<Ink>,
    stroking: Option<Ink>,
    face: Cell<Option<Face>>,
    dash: Option<(&'static [f64], f64)>,
}

impl CanvasPen {
    /// A pen for this canvas; nothing where the browser gives none.
    pub(super) fn new(canvas: &HtmlCanvasElement) -> Option<CanvasPen> {
        let options = Object::new();
        // Paper is under everything: nothing shines through, and the browser need not look.
        Reflect::set(&options, &"alpha".into(), &JsValue::FALSE).ok()?;
        let context = canvas.get_context_with_context_options("2d", &options);
        Some(CanvasPen {
            canvas: canvas.clone(),
            context: context.ok()??.dyn_into().ok()?,
            size: (0.0, 0.0),
            now: 0.0,
            dots: 1.0,
            placing: Placing::PLAIN,
            inks: Vec::new(),
            fonts: Vec::new(),
            kept: Vec::new(),
            current: None,
            filling: None,
            stroking: None,
            face: Cell::new(None),
            dash: None,
        })
    }

    /// The canvas has another size; its dots follow with the next frame, so that it is never seen empty.
    pub(super) fn resize(&mut self, size: Point) {
        self.size = size;
    }

    /// Colours are read again before the next frame.
    pub(super) fn forget_colours(&mut self) {
        self.inks.clear();
    }

    /// Makes ready for a frame; false where there is nothing to draw on.
    pub(super) fn begin_frame(&mut self, now: f64) -> bool {
        self.now = now;
        self.fit();
        if self.inks.is_empty() {
            self.read_style();
        }
        self.current = None;
        (self.filling, self.stroking, self.dash) = (None, None, None);
        self.face.set(None);
        self.context.set_text_baseline("middle");
        self.context.set_line_join("round");
        self.place(Placing::PLAIN);
        self.begin();
        self.size.0 > 0.0
    }

    /// Gives the canvas as many dots as it shows.
    fn fit(&mut self) {
        self.dots = window().device_pixel_ratio().clamp(1.0, MOST_DOTS);
        let (width, height) = (dots(self.size.0 * self.dots), dots(self.size.1 * self.dots));
        // Setting it empties the canvas, even to what it was.
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
    }

    /// A custom property has no colour until an element has it as its own.
    fn read_style(&mut self) {
        let Ok(Some(computed)) = window().get_computed_style(&self.canvas) else {
            return;
        };
        let style = self.canvas.style();
        let read = |property: &str, token: &str| {
            // Fails only for what is no property.
            drop(style.set_property(property, &["var(", token, ")"].concat()));
            let value = computed.get_property_value(property).unwrap_or_default();
            drop(style.remove_property(property));
            value
        };
        self.inks = Ink::ALL.map(|ink| read("color", ink.token())).to_vec();
        let family = computed
            .get_property_value("font-family")
            .unwrap_or_default();
        let font = |face| {
            let (weight, token) = match face {
                Face::Label => ("500 ", "--s-2"),
                Face::Strong => ("700 ", "--s-2"),
                Face::Heading => ("700 ", "--s-1"),
            };
            [weight, &read("font-size", token), " ", &family].concat()
        };
        self.fonts = Face::ALL.map(font).to_vec();
    }

    fn colour(&self, ink: Ink) -> &str {
        let place = Ink::ALL.iter().position(|other| *other == ink);
        let ink = place.and_then(|place| self.inks.get(place));
        ink.map_or("", String::as_str)
    }

    fn set_filling(&mut self, ink: Ink, alpha: f64) {
        self.context.set_global_alpha(alpha);
        if self.filling.replace(ink) != Some(ink) {
            self.context.set_fill_style_str(self.colour(ink));
        }
    }

    fn set_stroking(&mut self, ink: Ink, alpha: f64) {
        self.context.set_global_alpha(alpha);
        if self.stroking.replace(ink) != Some(ink) {
            self.context.set_stroke_style_str(self.colour(ink));
        }
    }

    fn set_dash(&mut self, dash: &'static [f64]) {
        let scale = self.placing.scale;
        if self.dash.replace((dash, scale)) == Some((dash, scale)) {
            return;
        }
        let lengths: Array = dash
            .iter()
            .map(|length| JsValue::from_f64(length / scale))
            .collect();
        // Fails only for what are no numbers.
        drop(self.context.set_line_dash(&lengths));
    }

    fn set_face(&self, face: Face) {
        if self.face.replace(Some(face)) != Some(face) {
            let place = Face::ALL.iter().position(|other| *other == face);
            if let Some(font) = place.and_then(|place| self.fonts.get(place)) {
                self.context.set_font(font);
            }
        }
    }

    fn transform(&self, Placing { scale, right, down }: Placing) {
        let Self { context, dots, .. } = self;
        let scale = scale * dots;
        // Fails only for what are no numbers.
        drop(context.set_transform(scale, 0.0, 0.0, scale, right * dots, down * dots));
    }
}

impl Path for CanvasPen {
    fn move_to(&mut self, x: f64, y: f64) {
        self.context.move_to(x, y);
    }
    fn line_to(&mut self, x: f64, y: f64) {
        self.context.line_to(x, y);
    }
    fn close(&mut self) {
        self.context.close_path();
    }
    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.context.move_to(x + radius, y);
        // Fails only for a radius below nought.
        drop(self.context.arc(x, y, radius, 0.0, TAU));
    }
    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64) {
        self.context.rect(x, y, width, height);
    }
}

impl Pen for CanvasPen {
    fn size(&self) -> Point {
        self.size
    }

    fn now(&self) -> f64 {
        self.now
    }

    fn clear(&mut self) {
        self.transform(Placing::PLAIN);
        self.set_filling(Ink::Paper, 1.0);
        self.context.fill_rect(0.0, 0.0, self.size.0, self.size.1);
        self.transform(self.placing);
    }

    fn begin(&mut self) {
        self.current = None;
        self.context.begin_path();
    }

    fn kept(&mut self, key: u32, draw: &mut dyn FnMut(&mut dyn Path)) {
        let known = self.kept.iter().find(|(known, _)| *known == key);
        self.current = known.map(|(_, path)| path.clone());
        if self.current.is_some() {
            return;
        }
        // Fails nowhere: it has no arguments.
        if let Ok(path) = Path2d::new() {
            draw(&mut Outline(&path));
            self.kept.push((key, path.clone()));
            self.current = Some(path);
        }
    }

    fn fill(&mut self, ink: Ink, alpha: f64) {
        self.set_filling(ink, alpha);
        match &self.current {
            Some(path) => self.context.fill_with_path_2d(path),
            None => self.context.fill(),
        }
    }

    fn fill_odd(&mut self, ink: Ink, alpha: f64) {
        self.set_filling(ink, alpha);
        let rule = CanvasWindingRule::Evenodd;
        match &self.current {
            Some(path) => self.context.fill_with_path_2d_and_winding(path, rule),
            None => self.context.fill_with_canvas_winding_rule(rule),
        }
    }

    fn stroke(&mut self, line: Line) {
        self.set_stroking(line.ink, line.alpha);
        self.context.set_line_width(line.width / self.placing.scale);
        self.set_dash(line.dash);
        match &self.current {
            Some(path) => self.context.stroke_with_path(path),
            None => self.context.stroke(),
        }
    }

    fn place(&mut self, placing: Placing) {
        self.placing = placing;
        self.transform(placing);
    }

    fn text(&mut self, words: &str, (x, y): Point, lettering: Lettering) {
        let Placing { scale, right, down } = self.placing;
        let (x, y) = (x * scale + right, y * scale + down);
        self.transform(Placing::PLAIN);
        self.set_face(lettering.face);
        self.context.set_text_align(match lettering.align {
            Align::Left => "left",
            Align::Middle => "center",
            Align::Right => "right",
        });
        if lettering.rim {
            self.set_stroking(Ink::Paper, lettering.alpha);
            self.context.set_line_width(RIM);
            self.set_dash(&[]);
            // Fails only for what are no numbers.
            drop(self.context.stroke_text(words, x, y));
        }
        self.set_filling(lettering.ink, lettering.alpha);
        drop(self.context.fill_text(words, x, y));
        self.transform(self.placing);
    }

    fn measure(&self, words: &str, face: Face) -> f64 {
        self.set_face(face);
        let measured = self.context.measure_text(words);
        measured.map_or(0.0, |measured| measured.width())
    }
}

/// A path that is kept.
struct Outline<'a>(&'a Path2d);

impl Path for Outline<'_> {
    fn move_to(&mut self, x: f64, y: f64) {
        self.0.move_to(x, y);
    }
    fn line_to(&mut self, x: f64, y: f64) {
        self.0.line_to(x, y);
    }
    fn close(&mut self) {
        self.0.close_path();
    }
    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.0.move_to(x + radius, y);
        // Fails only for a radius below nought.
        drop(self.0.arc(x, y, radius, 0.0, TAU));
    }
    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64) {
        self.0.rect(x, y, width, height);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float saturates"
)]
fn dots(length: f64) -> u32 {
    length.round() as u32
}
