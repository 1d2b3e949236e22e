//! What is typed into a picker, which titles fit, and which of them is active.

use crate::explore::numbers::thousands;
use crate::view::island::explore::pick::titles::{Fitting, Titles};

/// How many options are shown: what a phone shows above its keyboard, twice over. Who sees more types more.
const SHOWN: usize = 12;

/// The state of a picker's field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picking {
    /// What is being typed; nothing while the field shows what is chosen.
    typed: Option<String>,
    /// What fits, while the list is open.
    fitting: Option<Fitting>,
    active: Option<usize>,
}

/// What a key or leaving the field has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is not the picker's.
    Passed,
    /// Another option is active.
    Moved,
    /// The list was closed.
    Closed,
    /// This row was chosen, or nothing is chosen any more.
    Chosen(Option<u32>),
}

impl Picking {
    /// What is being typed.
    pub fn typed(&self) -> Option<&str> {
        self.typed.as_deref()
    }

    /// Whether the list is open. An empty list stays open: it says that nothing fits.
    pub fn is_open(&self) -> bool {
        self.fitting.is_some()
    }

    /// Whether something is typed that nothing came of.
    pub fn is_loose(&self) -> bool {
        !self.is_open() && self.typed().is_some_and(|typed| !typed.trim().is_empty())
    }

    /// The rows to choose from.
    pub fn options(&self) -> &[u32] {
        self.fitting.as_ref().map_or(&[], |fitting| &fitting.rows)
    }

    /// The number of the active option.
    pub fn active(&self) -> Option<usize> {
        self.active
    }

    /// Something else was typed. The first option becomes active, so that Enter takes it.
    pub fn type_in(&mut self, text: &str, titles: &Titles) {
        self.typed = Some(text.to_owned());
        self.fitting = None;
        self.open(titles);
        let has_some = !text.trim().is_empty() && !self.options().is_empty();
        self.active = has_some.then_some(0);
    }

    /// Opens the list, unless it is open.
    pub fn open(&mut self, titles: &Titles) {
        if !self.is_open() {
            self.fitting = Some(titles.fitting(self.typed().unwrap_or_default(), SHOWN));
            self.active = None;
        }
    }

    /// A key was pressed, named as browsers do.
    pub fn press(&mut self, key: &str, titles: &Titles) -> Outcome {
        match key {
            "ArrowDown" => self.go(titles, |active, number| {
                active.map_or(0, |at| at + 1) % number
            }),
            "ArrowUp" => self.go(titles, |active, number| {
                active.filter(|at| *at > 0).unwrap_or(number) - 1
            }),
            "Enter" => self.enter(),
            "Escape" if self.is_open() => {
                *self = Picking::default();
                Outcome::Closed
            }
            _other => Outcome::Passed,
        }
    }

    fn go(&mut self, titles: &Titles, to: fn(Option<usize>, usize) -> usize) -> Outcome {
        self.open(titles);
        let number = self.options().len();
        self.active = (number > 0).then(|| to(self.active, number));
        Outcome::Moved
    }

    fn enter(&mut self) -> Outcome {
        match self.active.and_then(|at| self.options().get(at)) {
            Some(row) => Outcome::Chosen(Some(*row)),
            None if self.is_emptied() => Outcome::Chosen(None),
            None => Outcome::Passed,
        }
    }

    /// The focus left the field: a title that was typed whole is taken, an emptied field too.
    pub fn leave(&mut self, titles: &Titles) -> Outcome {
        self.fitting = None;
        self.active = None;
        if self.is_emptied() {
            return Outcome::Chosen(None);
        }
        let whole = self.typed().and_then(|typed| titles.only(typed));
        whole.map_or(Outcome::Closed, |row| Outcome::Chosen(Some(row)))
    }

    fn is_emptied(&self) -> bool {
        self.typed().is_some_and(|typed| typed.trim().is_empty())
    }

    /// How many fit, in words; empty while the list is closed.
    pub fn status(&self) -> String {
        let Some(fitting) = &self.fitting else {
            return String::new();
        };
        let total = thousands(u32::try_from(fitting.total).unwrap_or(u32::MAX));
        match (fitting.total, fitting.rows.len()) {
            (0, _) => "No title fits. Try fewer letters, or another word of it.".to_owned(),
            (1, _) => "1 entry.".to_owned(),
            (all, shown) if all == shown => [&total, " entries."].concat(),
            (_, shown) => {
                let shown = thousands(u32::try_from(shown).unwrap_or(u32::MAX));
                [&shown, " of ", &total, " entries. Type more of the title."].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Picking, SHOWN};
    use crate::explore::catalog::{Catalog, Row};
    use crate::view::island::explore::pick::titles::Titles;

    fn titles(number: usize) -> Titles {
        let named = ["Commons", "Land", "Land trust"].map(str::to_owned);
        let more = (3..number).map(|at| format!("Other {at}"));
        let row = |title: String| Row {
            title,
            ..Row::default()
        };
        Titles::of(&Catalog {
            rows: named.into_iter().chain(more).map(row).collect(),
            ..Catalog::default()
        })
    }

    /// Keys are pressed by name, anything else is typed, `.` leaves the field.
    fn check(acts: &[&str], expect: Outcome) {
        let titles = titles(3);
        let mut picking = Picking::default();
        let mut last = Outcome::Passed;
        for act in acts {
            last = match *act {
                "." => picking.leave(&titles),
                key if key.starts_with(char::is_uppercase) => picking.press(key, &titles),
                text => {
                    picking.type_in(text, &titles);
                    Outcome::Passed
                }
            };
        }
        assert_eq!(last, expect, "{acts:?}");
    }

    #[test]
    fn enter_takes_the_first_that_fits() {
        check(&["land", "Enter"], Outcome::Chosen(Some(1)));
        check(&["trust", "Enter"], Outcome::Chosen(Some(2)));
        check(&["nothing", "Enter"], Outcome::Passed);
        check(&["Enter"], Outcome::Passed);
    }

    #[test]
    fn arrows_open_the_list_and_go_round() {
        check(&["ArrowDown", "Enter"], Outcome::Chosen(Some(0)));
        check(&["ArrowUp", "Enter"], Outcome::Chosen(Some(2)));
        check(&["land", "ArrowDown", "Enter"], Outcome::Chosen(Some(2)));
        check(
            &["land", "ArrowDown", "ArrowDown", "Enter"],
            Outcome::Chosen(Some(1)),
        );
        check(&["land", "ArrowUp", "Enter"], Outcome::Chosen(Some(2)));
        check(&["nothing", "ArrowDown", "Enter"], Outcome::Passed);
    }

    #[test]
    fn escape_closes_once_and_gives_back_what_was_chosen() {
        check(&["land", "Escape"], Outcome::Closed);
        check(&["land", "Escape", "Escape"], Outcome::Passed);
        check(&["land", "Escape", "."], Outcome::Closed);
    }

    #[test]
    fn leaving_takes_what_was_typed_whole_and_nothing_by_chance() {
        check(&["land", "."], Outcome::Chosen(Some(1)));
        check(&["lan", "."], Outcome::Closed);
        check(&["lan", "", "."], Outcome::Chosen(None));
        check(&["lan", "", "Enter"], Outcome::Chosen(None));
        check(&["."], Outcome::Closed);
    }

    #[test]
    fn what_was_typed_for_nothing_stays_and_is_told() {
        let titles = titles(3);
        let mut picking = Picking::default();
        picking.type_in("lan", &titles);
        picking.leave(&titles);
        assert_eq!(picking.typed(), Some("lan"));
        assert!(picking.is_loose());
    }

    #[test]
    fn the_number_is_told() {
        let told = |number: usize, typed: &str| {
            let mut picking = Picking::default();
            picking.type_in(typed, &titles(number));
            picking.status()
        };
        assert_eq!(told(3, "commons"), "1 entry.");
        assert_eq!(told(3, "land"), "2 entries.");
        assert_eq!(
            told(3, "x"),
            "No title fits. Try fewer letters, or another word of it."
        );
        let many = told(SHOWN + 9, "");
        assert_eq!(many, "12 of 21 entries. Type more of the title.");
        assert_eq!(Picking::default().status(), "");
    }
}
