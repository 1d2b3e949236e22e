//! Which questions become steps of the browser's history: those that the reader rested at, and those made by a press.

/// How an address takes the place of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// As a new step: "back" returns to the last.
    New,
    /// In its place.
    Same,
}

/// What the history holds of the search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    /// The fragment that the address has.
    fragment: String,
    /// Whether the reader rested at it.
    rested: bool,
    /// Counts the changes, so that an old pause is told from the newest.
    changes: u32,
}

impl Steps {
    /// The page was opened, or "back" was pressed.
    pub fn arrive(&mut self, fragment: String) {
        self.rested = !fragment.is_empty();
        self.fragment = fragment;
        self.changes += 1;
    }

    /// The question was typed; how to write it down, if it differs.
    pub fn typed(&mut self, fragment: &str) -> Option<Step> {
        self.change(fragment, false)
    }

    /// The question was changed by a press.
    pub fn pressed(&mut self, fragment: &str) -> Option<Step> {
        self.change(fragment, true)
    }

    fn change(&mut self, fragment: &str, pressed: bool) -> Option<Step> {
        if fragment == self.fragment {
            return None;
        }
        let step = if self.rested || (pressed && !self.fragment.is_empty()) {
            Step::New
        } else {
            Step::Same
        };
        fragment.clone_into(&mut self.fragment);
        self.rested = pressed;
        self.changes += 1;
        Some(step)
    }

    /// The number of this change, to come back with a pause.
    pub fn number(&self) -> u32 {
        self.changes
    }

    /// Nothing changed for a while since this change.
    pub fn rest(&mut self, number: u32) {
        self.rested |= number == self.changes && !self.fragment.is_empty();
    }

    /// Whether the page was opened already.
    pub fn has_arrived(&self) -> bool {
        self.changes > 0
    }

    /// Whether the address already says this.
    pub fn is_at(&self, fragment: &str) -> bool {
        self.fragment == fragment
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, Steps};

    /// `a` types, `!a` presses, `.` rests; each is answered with `+` for a new step, `=` for the same, `-` for none.
    fn check(arrival: &str, acts: &[&str], expect: &str) {
        let mut steps = Steps::default();
        steps.arrive(arrival.to_owned());
        let mut heard = String::new();
        for act in acts {
            let step = match (*act, act.strip_prefix('!')) {
                (".", _) => {
                    let number = steps.number();
                    steps.rest(number);
                    continue;
                }
                (_, Some(pressed)) => steps.pressed(pressed),
                (typed, None) => steps.typed(typed),
            };
            heard.push(match step {
                Some(Step::New) => '+',
                Some(Step::Same) => '=',
                None => '-',
            });
        }
        assert_eq!(heard, expect);
    }

    #[test]
    fn typing_is_one_step_until_the_reader_rests() {
        check("", &["l", "la", "lan", "lan"], "===-");
        check("", &["la", ".", "lan", "land"], "=+=");
        check("land", &["lan", "la"], "+=");
    }

    #[test]
    fn a_press_is_a_step_of_its_own() {
        check("", &["!kind"], "=");
        check("", &["la", "!la kind", "!la", "lan"], "=+++");
    }

    #[test]
    fn an_old_pause_counts_for_nothing() {
        let mut steps = Steps::default();
        steps.typed("la");
        let old = steps.number();
        steps.typed("lan");
        steps.rest(old);
        assert_eq!(steps.typed("land"), Some(Step::Same));
    }
}
