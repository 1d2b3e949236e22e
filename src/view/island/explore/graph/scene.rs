//! The picture as it stands: what is shown, from where it is seen, what is selected; and what gestures make of it.

use std::sync::Arc;

use crate::explore::graph::view::camera::Camera;
use crate::explore::graph::view::focus::{Direction, first, next};
use crate::explore::graph::view::labels::Labels;
use crate::explore::graph::view::{Bounds, Spot};
use crate::view::island::explore::graph::atlas::Atlas;
use crate::view::island::explore::graph::look::Look;
use crate::view::island::explore::sheet::glide::{Glide, between};
use crate::view::island::explore::sheet::hand::{Gesture, Key, Point};

/// How much closer a press of a button or key comes.
const PRESS: f64 = 1.6;
/// How far the wheel turns to come twice as close, in pixels: three notches of a mouse.
const WHEEL: f64 = 300.0;
/// What part of the sheet an arrow moves with Shift.
const MOVE: f64 = 0.2;
/// How far from a node a finger may be, in pixels: a target is then 24 pixels wide at least.
const REACH: f64 = 12.0;
/// A selected node nearer than this to the sheet's edge is brought to its middle, in pixels.
const MARGIN: f64 = 56.0;
/// Two fingers are never nearer, in pixels: on one point they would have no distance to grow from.
const NEAREST: f64 = 8.0;

/// The picture.
#[derive(Debug, Clone)]
pub struct Scene {
    pub(super) atlas: Arc<Atlas>,
    pub(super) look: Arc<Look>,
    pub(super) camera: Camera,
    /// Where the camera is going.
    glide: Option<Glide<Camera>>,
    /// Whether nothing glides.
    calm: bool,
    /// Whether it is being moved: then only the most needed is drawn.
    pub(super) moving: bool,
    /// The node under the pointer.
    pub(super) hovered: Option<u32>,
    /// The node that keys and card are at.
    pub(super) selected: Option<u32>,
    /// The width of each node's name, once it was measured.
    pub(super) widths: Vec<f64>,
    /// Which names are drawn, once that was found out for this look.
    pub(super) labels: Option<Labels>,
}

/// What a gesture asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Nothing: it is not ours.
    Nothing,
    /// The picture changed.
    Repaint,
    /// This node, or none, is to be selected.
    Select(Option<u32>),
    /// The graph is to be drawn around this node.
    Focus(u32),
    /// It is to be drawn around none.
    Leave,
}

impl Scene {
    /// The picture before its sheet has a size.
    pub fn new(atlas: Arc<Atlas>, look: Arc<Look>, calm: bool) -> Scene {
        Scene {
            camera: Camera::fit(&look.bounds(&atlas), Spot::default()),
            selected: look.centre(),
            atlas,
            look,
            glide: None,
            calm,
            moving: false,
            hovered: None,
            widths: Vec::new(),
            labels: None,
        }
    }

    /// Something else is shown. Where other nodes are, the picture goes there.
    pub fn show(&mut self, look: Arc<Look>) {
        let moves = look.shown != self.look.shown || look.path != self.look.path;
        self.look = look;
        self.labels = None;
        self.hovered = self.hovered.filter(|node| self.look.is_shown(*node));
        if moves {
            self.whole();
        }
    }

    /// Selects a node, and brings it into sight.
    pub fn select(&mut self, node: Option<u32>) {
        self.selected = node;
        let Some(spot) = node
            .and_then(|node| self.atlas.net.node(node))
            .map(Spot::of)
        else {
            return;
        };
        let (at, size) = (self.camera.to_screen(spot), self.camera.size);
        let within = |at: f64, length: f64| {
            let margin = MARGIN.min(length / 4.0);
            (margin..=length - margin).contains(&at)
        };
        if !(within(at.x, size.x) && within(at.y, size.y)) {
            self.go(self.camera.centred(spot, &self.atlas.all));
        }
    }

    /// Whether a press where the pointer is would do something.
    pub fn is_over(&self) -> bool {
        self.hovered.is_some()
    }

    /// What the gesture does to the picture, and what else it asks for.
    pub fn feel(&mut self, gesture: &Gesture) -> Deed {
        match gesture {
            Gesture::Resized { width, height } => self.resize(Spot {
                x: *width,
                y: *height,
            }),
            Gesture::Dragged { by } => self.drag(*by),
            Gesture::Pinched { from, to } => self.pinch(*from, *to),
            Gesture::Wheeled { by, at } => {
                self.zoom_at((-by / WHEEL).exp2(), *at);
            }
            Gesture::Rested => self.moving = false,
            Gesture::Tapped { at } => return self.tap(*at),
            Gesture::Hovered { at } => return self.hover(self.at(*at)),
            Gesture::Left => return self.hover(None),
            Gesture::Closer => self.press(PRESS),
            Gesture::Farther => self.press(1.0 / PRESS),
            Gesture::Whole => self.whole(),
            Gesture::Key(key) => return self.key(key),
        }
        Deed::Repaint
    }

    /// Moves on to this moment; true while there is further to go.
    pub(super) fn glide_on(&mut self, now: f64) -> bool {
        let Some(mut glide) = self.glide.take() else {
            return false;
        };
        let size = self.camera.size;
        let share = glide.share(now);
        self.camera = share.map_or(Camera { size, ..glide.to }, |share| {
            part_way(&glide, share, size)
        });
        self.glide = share.map(|_| glide);
        share.is_some()
    }

    /// Whether only the most needed is drawn.
    pub(super) fn is_moving(&self) -> bool {
        self.moving || self.glide.is_some()
    }

    fn resize(&mut self, size: Spot) {
        let is_first = self.camera.size == Spot::default();
        if is_first {
            self.camera = Camera::fit(&self.look.bounds(&self.atlas), size);
        } else {
            self.camera = self.camera.resized(size, &self.atlas.all);
        }
    }

    /// Goes to a camera: at once where nothing glides.
    fn go(&mut self, to: Camera) {
        if self.calm || self.camera.size == Spot::default() {
            self.camera = to;
            self.glide = None;
        } else {
            self.glide = Some(Glide::new(self.camera, to));
        }
    }

    /// Where the camera will be: presses add up, also while it glides.
    fn aim(&self) -> Camera {
        let size = self.camera.size;
        self.glide
            .map_or(self.camera, |glide| Camera { size, ..glide.to })
    }

    fn whole(&mut self) {
        let bounds: Bounds = self.look.bounds(&self.atlas);
        self.go(Camera::fit(&bounds, self.camera.size));
    }

    fn press(&mut self, factor: f64) {
        let aim = self.aim();
        let middle = Spot {
            x: aim.size.x / 2.0,
            y: aim.size.y / 2.0,
        };
        self.go(aim.zoomed(factor, middle, &self.atlas.all));
    }

    fn drag(&mut self, (x, y): Point) {
        self.moving = true;
        self.glide = None;
        self.camera = self.camera.panned(Spot { x, y }, &self.atlas.all);
    }

    fn zoom_at(&mut self, factor: f64, (x, y): Point) {
        self.moving = true;
        self.glide = None;
        self.camera = self.camera.zoomed(factor, Spot { x, y }, &self.atlas.all);
    }

    fn pinch(&mut self, from: [Point; 2], to: [Point; 2]) {
        let middle = |[one, other]: [Point; 2]| {
            (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1))
        };
        let apart = |[one, other]: [Point; 2]| {
            let apart = (one.0 - other.0).hypot(one.1 - other.1);
            apart.max(NEAREST)
        };
        let (before, after) = (middle(from), middle(to));
        self.drag((after.0 - before.0, after.1 - before.1));
        self.zoom_at(apart(to) / apart(from), after);
    }

    fn at(&self, (x, y): Point) -> Option<u32> {
        let spot = self.camera.to_net(Spot { x, y });
        let reach = REACH / self.camera.scale;
        let Scene { atlas, look, .. } = self;
        let shown = |node| look.is_shown(node);
        atlas.grid.nearest(&atlas.net, spot, reach, shown)
    }

    /// A press on what is selected draws the graph around it: twice on a node does.
    fn tap(&mut self, at: Point) -> Deed {
        match self.at(at) {
            Some(node) if self.selected == Some(node) => Deed::Focus(node),
            found => Deed::Select(found),
        }
    }

    fn hover(&mut self, node: Option<u32>) -> Deed {
        if std::mem::replace(&mut self.hovered, node) == node {
            return Deed::Nothing;
        }
        Deed::Repaint
    }

    fn key(&mut self, key: &Key) -> Deed {
        if key.ctrl {
            return Deed::Nothing;
        }
        let direction = match &*key.name {
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "Enter" | " " => return self.selected.map_or(Deed::Nothing, Deed::Focus),
            "Escape" => return self.escape(),
            _other => return Deed::Nothing,
        };
        if key.shift {
            self.look_further(direction);
            return Deed::Repaint;
        }
        self.step(direction)
    }

    fn escape(&self) -> Deed {
        match (self.look.focus, self.selected) {
            (Some(_), _) => Deed::Leave,
            (None, Some(_)) => Deed::Select(None),
            (None, None) => Deed::Nothing,
        }
    }

    fn look_further(&mut self, direction: Direction) {
        let aim = self.aim();
        let (x, y) = match direction {
            Direction::Left => (1.0, 0.0),
            Direction::Right => (-1.0, 0.0),
            Direction::Up => (0.0, 1.0),
            Direction::Down => (0.0, -1.0),
        };
        let by = Spot {
            x: x * MOVE * aim.size.x,
            y: y * MOVE * aim.size.y,
        };
        self.go(aim.panned(by, &self.atlas.all));
    }

    /// To the next node, or to a first one; the picture's edge is felt by staying.
    fn step(&self, direction: Direction) -> Deed {
        let Scene { atlas, look, .. } = self;
        let shown = |node| look.is_shown(node);
        let begin = || look.centre().or_else(|| first(&atlas.net, shown));
        let found = match self.selected {
            Some(node) => next(&atlas.net, node, direction, shown).or(Some(node)),
            None => begin(),
        };
        Deed::Select(found)
    }
}

/// Sizes grow by factors: half way between once and four times is twice.
fn part_way(glide: &Glide<Camera>, share: f64, size: Spot) -> Camera {
    let Glide { from, to, .. } = glide;
    Camera {
        middle: Spot {
            x: between(from.middle.x, to.middle.x, share),
            y: between(from.middle.y, to.middle.y, share),
        },
        scale: from.scale * (to.scale / from.scale).powf(share),
        size,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Deed, Scene};
    use crate::explore::graph::sample::net;
    use crate::explore::graph::view::Spot;
    use crate::explore::set::Set;
    use crate::view::island::explore::graph::look::{Look, Wish};
    use crate::view::island::explore::graph::sample::of;
    use crate::view::island::explore::sheet::hand::{Gesture, Key};

    /// A, B and C stand 100 apart in a row, B in the middle of a sheet of 600 by 400.
    fn scene(left: &[u32], focus: Option<u32>) -> Scene {
        let mut net = net("a uses b; b uses c");
        (net.nodes[0].x, net.nodes[2].x) = (-100, 100);
        let atlas = Arc::new(of(net));
        let wish = Wish {
            focus,
            steps: 1,
            ..Wish::default()
        };
        let look = Look::new(&atlas, &Set::of(3, left.iter().copied()), &wish);
        let mut scene = Scene::new(atlas, Arc::new(look), true);
        scene.feel(&Gesture::Resized {
            width: 600.0,
            height: 400.0,
        });
        scene
    }

    /// Does what is asked of the view.
    fn press(scene: &mut Scene, name: &str) -> Deed {
        let key = Key {
            name: name.into(),
            shift: false,
            ctrl: false,
        };
        let deed = scene.feel(&Gesture::Key(key));
        if let Deed::Select(node) = deed {
            scene.select(node);
        }
        deed
    }

    fn check_keys(left: &[u32], keys: &[&str], expect: Deed) {
        let mut scene = scene(left, None);
        let last = keys.iter().map(|key| press(&mut scene, key)).last();
        assert_eq!(last, Some(expect), "{keys:?}");
    }

    const ALL: &[u32] = &[0, 1, 2];

    #[test]
    fn arrows_begin_with_the_best_linked_and_go_from_node_to_node() {
        let select = |node| Deed::Select(Some(node));
        check_keys(ALL, &["ArrowLeft"], select(1));
        check_keys(ALL, &["ArrowLeft", "ArrowLeft"], select(0));
        check_keys(ALL, &["ArrowLeft", "ArrowLeft", "ArrowLeft"], select(0));
        check_keys(ALL, &["ArrowLeft", "ArrowRight"], select(2));
        check_keys(&[0, 2], &["ArrowDown", "ArrowRight"], select(2));
        check_keys(&[], &["ArrowDown"], Deed::Select(None));
    }

    #[test]
    fn enter_draws_around_what_is_selected_and_escape_leaves() {
        check_keys(ALL, &["Enter"], Deed::Nothing);
        check_keys(ALL, &["ArrowUp", "Enter"], Deed::Focus(1));
        check_keys(ALL, &["ArrowUp", "Escape"], Deed::Select(None));
        check_keys(ALL, &["Escape"], Deed::Nothing);
        check_keys(ALL, &["x"], Deed::Nothing);
        assert_eq!(press(&mut scene(ALL, Some(1)), "Escape"), Deed::Leave);
        assert_eq!(press(&mut scene(ALL, Some(1)), "Enter"), Deed::Focus(1));
    }

    #[test]
    fn a_tap_selects_and_a_second_one_draws_around() {
        let mut scene = scene(ALL, None);
        let on_b = Gesture::Tapped { at: (305.0, 204.0) };
        assert_eq!(scene.feel(&on_b), Deed::Select(Some(1)));
        scene.select(Some(1));
        assert_eq!(scene.feel(&on_b), Deed::Focus(1));
        let beside = Gesture::Tapped { at: (305.0, 304.0) };
        assert_eq!(scene.feel(&beside), Deed::Select(None));
    }

    #[test]
    fn the_pointer_lights_what_it_is_over_once() {
        let mut scene = scene(&[0, 1], None);
        let b = scene.camera.to_screen(Spot::default());
        let on_b = Gesture::Hovered { at: (b.x, b.y) };
        assert_eq!(scene.feel(&on_b), Deed::Repaint);
        assert!(scene.is_over());
        assert_eq!(scene.feel(&on_b), Deed::Nothing);
        assert_eq!(scene.feel(&Gesture::Left), Deed::Repaint);
        // C is but a pale dot.
        let c = scene.camera.to_screen(Spot { x: 100.0, y: 0.0 });
        let on_c = Gesture::Hovered { at: (c.x, c.y) };
        assert_eq!(scene.feel(&on_c), Deed::Nothing);
        assert!(!scene.is_over());
    }

    #[test]
    fn what_is_selected_comes_into_sight() {
        let mut scene = scene(ALL, None);
        for _ in 0..3 {
            scene.feel(&Gesture::Closer);
        }
        scene.feel(&Gesture::Dragged { by: (500.0, 0.0) });
        scene.select(Some(2));
        let at = scene.camera.to_screen(Spot { x: 100.0, y: 0.0 });
        assert!((at.x - 300.0).abs() < 1.0, "{at:?}");
    }

    #[test]
    fn another_set_is_gone_to_and_other_ties_are_not() {
        let mut scene = scene(ALL, None);
        let look = |left: &[u32], hidden: &[&str]| {
            let hidden = hidden
                .iter()
                .filter_map(|name| crate::explore::graph::tie::Tie::named(name));
            let wish = Wish {
                hidden: hidden.collect(),
                ..Wish::default()
            };
            Arc::new(Look::new(
                &scene.atlas,
                &Set::of(3, left.iter().copied()),
                &wish,
            ))
        };
        let (ties, set) = (look(ALL, &["uses"]), look(&[2], &[]));
        let before = scene.camera;
        scene.show(ties);
        assert_eq!(scene.camera, before);
        scene.show(set);
        assert!((scene.camera.middle.x - 100.0).abs() < 1e-9);
    }

    #[test]
    fn presses_add_up_while_the_picture_glides() {
        let mut scene = scene(ALL, None);
        scene.calm = false;
        let begin = scene.camera.scale;
        scene.feel(&Gesture::Closer);
        assert!(scene.glide_on(0.0));
        assert!((scene.camera.scale - begin).abs() < 1e-9);
        scene.feel(&Gesture::Closer);
        assert!(scene.glide_on(100.0) && scene.is_moving());
        assert!(!scene.glide_on(1_000.0) && !scene.is_moving());
        assert!((scene.camera.scale - begin * 2.56).abs() < 1e-6);
    }
}
