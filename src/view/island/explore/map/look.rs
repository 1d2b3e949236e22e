//! Where the map looks and what the reader points at: a plain value that takes gestures. [`draw`](mod@super::draw) draws it.

pub mod heed;

use std::sync::Arc;

use crate::explore::facets::Index;
use crate::explore::land::Land;
use crate::explore::map::camera::{Camera, Direction};
use crate::explore::map::cluster::{Cluster, clusters};
use crate::explore::map::spots::{Inks, Spots};
use crate::explore::map::travel;
use crate::explore::numbers::entries;
use crate::explore::phrase::counted;
use crate::explore::set::Set;
use crate::explore::state::MapWindow;

/// How much closer each of these comes.
const CLOSER: f64 = 2.0;

/// How often coming closer is tried until a mark comes apart: from the whole world to the closest are fifteen doublings.
const TRIES: usize = 16;

/// The land and the places on it.
#[derive(Debug, Default)]
pub struct Atlas {
    /// The outline.
    pub land: Land,
    /// Where entries stand.
    pub spots: Spots,
}

impl Atlas {
    /// The atlas of a catalog; nothing where these bytes are no outline.
    pub fn read(bytes: &[u8], index: &Index) -> Option<Atlas> {
        let land = Land::decode(bytes).ok()?;
        let spots = Spots::of(index.catalog(), &land);
        Some(Atlas { land, spots })
    }
}

/// What lies under a pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// A mark: its number in [`Look::marks`].
    Mark(usize),
    /// A tinted country: its number in [`Land::countries`].
    Area(usize),
}

/// What a press leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The map came closer.
    Closer,
    /// The entries at these places are to be listed.
    List(Vec<u32>),
    /// Only this country is to be shown, or no longer: its code.
    Country(String),
}

/// A map of a set.
#[derive(Debug, Clone)]
pub struct Look {
    atlas: Arc<Atlas>,
    set: Arc<Set>,
    camera: Camera,
    /// What the address says; all of the set is in sight where it says nothing.
    window: Option<MapWindow>,
    cell: u16,
    marks: Vec<Cluster>,
    areas: Vec<(usize, Inks)>,
    /// What is under the pointer.
    over: Option<Under>,
    /// The place that keys have reached: number in [`Spots`], so that it stays while marks come and go.
    at: Option<u32>,
}

impl Look {
    /// A map of a set, looking where the address says.
    pub fn new(atlas: Arc<Atlas>, set: Arc<Set>, window: Option<MapWindow>) -> Look {
        let mut look = Look {
            atlas,
            set: Arc::default(),
            // Until it is known how large the sheet is.
            camera: Camera::whole(1.0, 1.0),
            window,
            cell: 0,
            marks: Vec::new(),
            areas: Vec::new(),
            over: None,
            at: None,
        };
        look.show(set);
        look
    }

    /// Shows another set. A map that shows all of its set goes on to do so.
    pub fn show(&mut self, set: Arc<Set>) {
        self.areas = self.atlas.spots.areas(&set);
        self.set = set;
        self.cell = 0;
        if self.window.is_none() {
            self.fit();
        }
        self.moved();
    }

    /// Looks where the address says, unless it says where it looks already.
    pub fn look_at(&mut self, window: Option<MapWindow>) {
        if window == self.window {
            return;
        }
        self.window = window;
        self.settle();
    }

    /// The sheet has this size.
    pub fn resize(&mut self, width: f64, height: f64) {
        self.camera.resize(width, height);
        self.settle();
    }

    fn settle(&mut self) {
        match self.window {
            Some(window) => self.camera.look_at(window),
            None => self.fit(),
        }
        self.moved();
    }

    fn fit(&mut self) {
        let points = self.atlas.spots.points(&self.set);
        self.camera.fit(points);
    }

    /// What is in sight, in words.
    pub fn overview(&self) -> String {
        let frame = self.camera.frame();
        let seen = self.marks.iter().filter(|mark| frame.holds(mark.at));
        let (marks, count) = seen.fold((0, 0), |(marks, count), mark| {
            (marks + 1, count + mark.count())
        });
        let marks = counted(marks, "mark", "marks");
        ["In sight: ", &marks, ", ", &entries(count), "."].concat()
    }

    /// Moves or zooms.
    pub fn turn(&mut self, change: impl FnOnce(&mut Camera)) {
        let before = self.camera;
        change(&mut self.camera);
        if self.camera != before {
            self.window = Some(self.camera.window());
            self.moved();
        }
    }

    /// Marks are made anew where the map is so much closer or farther.
    fn moved(&mut self) {
        let cell = self.camera.cell();
        if cell != self.cell {
            self.cell = cell;
            self.marks = clusters(&self.atlas.spots, &self.set, cell);
            self.over = None;
        }
    }

    /// The camera.
    pub fn camera(&self) -> &Camera {
        &self.camera
    }

    /// What the address is to say.
    pub fn window(&self) -> Option<MapWindow> {
        self.window
    }

    /// The land and its places.
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// The marks, from west to east.
    pub fn marks(&self) -> &[Cluster] {
        &self.marks
    }

    /// The tinted countries.
    pub fn areas(&self) -> &[(usize, Inks)] {
        &self.areas
    }

    /// What is under the pointer.
    pub fn over(&self) -> Option<Under> {
        self.over
    }

    /// The mark that keys have reached.
    pub fn at(&self) -> Option<usize> {
        travel::standing_for(&self.marks, self.at?)
    }

    /// What lies there.
    pub fn under(&self, pointer: (f64, f64)) -> Option<Under> {
        if let Some(mark) = travel::hit(&self.marks, &self.camera, pointer) {
            return Some(Under::Mark(mark));
        }
        let areas = self.areas.iter().map(|(country, _)| *country);
        let area = travel::hit_area(&self.atlas.land, areas, &self.camera, pointer);
        area.map(Under::Area)
    }

    /// The pointer is there, or has left. Whether that changes anything.
    pub fn point(&mut self, pointer: Option<(f64, f64)>) -> bool {
        let over = pointer.and_then(|pointer| self.under(pointer));
        let is_new = over != self.over;
        self.over = over;
        is_new
    }

    /// Goes to the next mark in a direction: the first one where none was reached yet. False where there is none.
    pub fn travel(&mut self, direction: Direction) -> bool {
        let next = match self.at() {
            Some(at) => travel::toward(&self.marks, at, direction),
            None => self.first(),
        };
        next.is_some_and(|next| self.reach(next))
    }

    /// Goes to the first or the last mark from west to east.
    pub fn travel_to_end(&mut self, is_last: bool) -> bool {
        let next = if is_last {
            self.marks.len().checked_sub(1)
        } else {
            Some(0)
        };
        next.is_some_and(|next| self.reach(next))
    }

    /// The largest mark in sight, or else of all.
    fn first(&self) -> Option<usize> {
        let frame = self.camera.frame();
        let marks = self.marks.iter().enumerate();
        let best = marks.min_by_key(|(_, mark)| (!frame.holds(mark.at), u32::MAX - mark.count()));
        best.map(|(number, _)| number)
    }

    fn reach(&mut self, mark: usize) -> bool {
        let Some(mark) = self.marks.get(mark) else {
            return false;
        };
        let (at, spot) = (mark.at, mark.spots.first().copied());
        self.at = spot;
        self.turn(|camera| camera.reveal(at));
        true
    }

    /// A press on what is there.
    pub fn press(&mut self, under: Under) -> Option<Act> {
        let mark = match under {
            Under::Area(country) => {
                let country = self.atlas.land.countries().get(country)?;
                return Some(Act::Country(country.code.clone()));
            }
            Under::Mark(mark) => self.marks.get(mark)?.clone(),
        };
        self.at = mark.spots.first().copied();
        if !mark.is_one_place() && self.take_apart(&mark) {
            return Some(Act::Closer);
        }
        Some(Act::List(mark.spots))
    }

    /// Comes closer until a mark comes apart; false, and stays, where it does not.
    fn take_apart(&mut self, mark: &Cluster) -> bool {
        let before = self.clone();
        let scale = self.camera.scale();
        let places = mark
            .spots
            .iter()
            .filter_map(|spot| before.atlas.spots.get(*spot));
        let mut fitted = self.camera;
        fitted.fit(places.map(|spot| spot.at));
        if fitted.scale() > scale {
            self.turn(|camera| *camera = fitted);
        }
        for _ in 0..TRIES {
            let here = self.at().and_then(|at| self.marks.get(at));
            if here.is_none_or(|here| here.spots.len() < mark.spots.len()) {
                return true;
            }
            self.turn(|camera| {
                let there = camera.on_screen(mark.at);
                camera.zoom(CLOSER, there);
            });
        }
        *self = before;
        false
    }

    /// What the places of a mark are called.
    pub fn name(&self, mark: usize) -> String {
        let mark = self.marks.get(mark);
        mark.map(|mark| self.atlas.spots.name(&mark.spots))
            .unwrap_or_default()
    }

    /// What something stands for.
    pub fn words(&self, under: Under) -> String {
        match under {
            Under::Mark(mark) => {
                let mark = self.marks.get(mark);
                mark.map(|mark| mark.words(&self.atlas.spots))
                    .unwrap_or_default()
            }
            Under::Area(country) => {
                let name = self.atlas.land.countries().get(country);
                let name = name
                    .map(|country| country.name.as_str())
                    .unwrap_or_default();
                let inks = self.areas.iter().find(|(area, _)| *area == country);
                let count = inks.map_or(0, |(_, inks)| inks.count());
                [name, ": ", &entries(count), " told by country"].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::heed::Heeded;
    use super::{Act, Atlas, Look, Under};
    use crate::explore::map::sample::{all, land, spots};
    use crate::explore::set::Set;
    use crate::explore::state::MapWindow;
    use crate::view::island::explore::sheet::hand::{Gesture, Key};

    /// The whole set on a sheet of 900 by 500 pixels.
    fn look() -> Look {
        let atlas = Atlas {
            land: land(),
            spots: spots(),
        };
        let mut look = Look::new(Arc::new(atlas), Arc::new(all()), None);
        look.resize(900.0, 500.0);
        look
    }

    fn press(look: &mut Look, name: &str) -> Heeded {
        let key = Key {
            name: name.into(),
            shift: false,
            ctrl: false,
        };
        look.heed(Gesture::Key(key))
    }

    /// What is said after each of these keys.
    fn check(keys: &[&str], expect: &[&str]) {
        let mut look = look();
        let said = keys.iter().map(|key| press(&mut look, key).said);
        let said: Vec<String> = said.map(Option::unwrap_or_default).collect();
        assert_eq!(said, expect, "{keys:?}");
    }

    #[test]
    fn keys_travel_from_mark_to_mark() {
        check(
            &["Home", "ArrowLeft", "End"],
            &[
                "Oakland, United States: 1 entry",
                "No more marks that way.",
                "Antarctica: 1 entry (1 counter-institution); told by country, whose shape is not on this map; beyond the edge of this map",
            ],
        );
    }

    #[test]
    fn enter_lists_a_place_and_takes_several_apart() {
        let mut look = look();
        press(&mut look, "Home");
        let heeded = press(&mut look, "Enter");
        assert_eq!(heeded.act, Some(Act::List(vec![0])));
        look.heed(Gesture::Whole);
        let several = look.marks().iter().position(|mark| mark.spots.len() > 1);
        let before = look.marks()[several.expect("one")].clone();
        let act = look.press(Under::Mark(several.expect("one")));
        assert_eq!(act, Some(Act::Closer));
        assert!(
            look.marks()
                .iter()
                .all(|mark| mark.spots.len() < before.spots.len())
        );
    }

    #[test]
    fn a_press_on_a_tinted_country_asks_for_it_alone() {
        let mut look = look();
        let us = look
            .atlas()
            .land
            .countries()
            .iter()
            .position(|c| c.code == "US");
        let under = Under::Area(us.expect("a country"));
        assert_eq!(look.press(under), Some(Act::Country("US".into())));
        assert_eq!(
            look.words(under),
            "United States: 2 entries told by country"
        );
    }

    #[test]
    fn a_map_that_shows_all_follows_its_set_and_one_that_was_moved_stays() {
        let mut look = look();
        let whole = look.camera().frame();
        look.show(Arc::new(Set::of(11, [0, 1])));
        assert_ne!(look.camera().frame(), whole);
        assert_eq!((look.window(), look.marks().len()), (None, 1));
        look.heed(Gesture::Dragged { by: (50.0, 0.0) });
        let (window, moved) = (look.window(), *look.camera());
        assert!(window.is_some());
        look.look_at(window);
        look.show(Arc::new(all()));
        assert_eq!((*look.camera(), look.window()), (moved, window));
    }

    #[test]
    fn the_address_says_where_to_look() {
        let mut look = look();
        let window = MapWindow {
            lon: 1340,
            lat: 5252,
            zoom: 10,
        };
        look.look_at(Some(window));
        assert_eq!(look.window(), Some(window));
        assert_eq!(look.camera().window().zoom, 10);
        assert_eq!(look.overview(), "In sight: 1 mark, 1 entry.");
        look.look_at(None);
        assert_eq!(look.overview(), "In sight: 5 marks, 9 entries.");
    }

    #[test]
    fn no_set_has_no_marks() {
        let mut look = look();
        look.show(Arc::new(Set::none(11)));
        let heeded = press(&mut look, "ArrowRight");
        assert_eq!(heeded.said.as_deref(), Some("No marks on this map."));
        assert_eq!(look.overview(), "In sight: no marks, 0 entries.");
    }
}
