//! When the card shows and when it goes (WCAG 1.4.13: it can be dismissed, the pointer can move onto it, and it stays until
//! dismissed or left). Events in, one thing to do out; no clock, no document.

use crate::view::island::preview::excerpt::Excerpt;
use crate::view::island::world::{LinkEvent, Reaction};

/// How long pointer or focus rests on a link before its card shows: at 0 cards flicker while the pointer crosses the text.
const REST: u32 = 150;

/// How long a finger rests: shorter than the half second after which browsers show their own menu.
const LONG_PRESS: u32 = 380;

/// How long the card stays after pointer or focus left: time to move onto it.
const GRACE: u32 = 250;

/// Something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// To a link or to the card.
    Link(LinkEvent),
    /// The time asked for under this number is over.
    Timer(u32),
    /// The text asked for under this number is there, or cannot be had.
    Loaded(u32, Option<Excerpt>),
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Act {
    /// Nothing.
    #[default]
    Nothing,
    /// Send [`Event::Timer`] later.
    #[expect(missing_docs, reason = "the names say it")]
    Wait { milliseconds: u32, ticket: u32 },
    /// Fetch a page and send [`Event::Loaded`].
    #[expect(missing_docs, reason = "the names say it")]
    Load { href: String, ticket: u32 },
    /// Show the card.
    Show(Excerpt),
    /// Hide the card.
    Hide,
}

/// What the card is about to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Machine {
    /// Counts what is waited for: an answer to an older number comes too late.
    ticket: u32,
    /// The link whose card is to come.
    wanted: Option<String>,
    /// The link whose card is there.
    shown: Option<String>,
    finger: Finger,
}

/// Where the finger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Finger {
    /// Not on a link.
    #[default]
    Up,
    /// Down on a link; the card has not come.
    Down,
    /// The card came under it: lifting it does not follow the link.
    Held,
}

impl Machine {
    /// Takes an event; says what to do and whether the browser may react too.
    pub fn step(&mut self, event: Event) -> (Act, Reaction) {
        let act = match event {
            Event::Link(LinkEvent::Over(href)) => self.want(href, REST),
            Event::Link(LinkEvent::Press(href)) => {
                self.finger = Finger::Down;
                self.want(href, LONG_PRESS)
            }
            Event::Link(LinkEvent::Release) if self.finger == Finger::Held => Act::Nothing,
            Event::Link(LinkEvent::Act) => return self.act(),
            Event::Link(LinkEvent::Out | LinkEvent::OutCard | LinkEvent::Release) => self.leave(),
            Event::Link(LinkEvent::OverCard) => self.stay(),
            Event::Link(LinkEvent::Escape) if self.shown.is_some() => {
                return (self.hide(), Reaction::Prevented);
            }
            Event::Link(LinkEvent::Scroll) if self.shown.is_none() => self.scrolled(),
            Event::Link(LinkEvent::Escape | LinkEvent::Scroll | LinkEvent::Away) => self.hide(),
            Event::Timer(ticket) if ticket == self.ticket => self.time_is_over(),
            Event::Loaded(ticket, Some(excerpt)) if ticket == self.ticket => self.show(excerpt),
            // A page that cannot be read has no card, and the last link's card is not its own.
            Event::Loaded(ticket, None) if ticket == self.ticket => self.hide(),
            Event::Timer(_) | Event::Loaded(..) => Act::Nothing,
        };
        (act, Reaction::GoesAhead)
    }

    fn want(&mut self, href: String, milliseconds: u32) -> Act {
        if self.shown.as_ref() == Some(&href) {
            return self.stay();
        }
        self.wanted = Some(href);
        self.wait(milliseconds)
    }

    fn leave(&mut self) -> Act {
        self.finger = Finger::Up;
        self.wanted = None;
        match self.shown {
            Some(_) => self.wait(GRACE),
            None => self.stay(),
        }
    }

    /// Whatever was waited for is off.
    fn stay(&mut self) -> Act {
        self.wanted = None;
        self.ticket += 1;
        Act::Nothing
    }

    fn wait(&mut self, milliseconds: u32) -> Act {
        self.ticket += 1;
        let ticket = self.ticket;
        Act::Wait {
            milliseconds,
            ticket,
        }
    }

    /// A link that takes the focus is often scrolled into view first, and smoothly: its card comes once that is done.
    fn scrolled(&mut self) -> Act {
        match self.wanted {
            Some(_) => self.wait(REST),
            None => Act::Nothing,
        }
    }

    fn time_is_over(&mut self) -> Act {
        self.ticket += 1;
        let ticket = self.ticket;
        match &self.wanted {
            Some(href) => Act::Load {
                href: href.clone(),
                ticket,
            },
            None => self.hide(),
        }
    }

    fn show(&mut self, excerpt: Excerpt) -> Act {
        self.shown = self.wanted.take();
        if self.finger == Finger::Down {
            self.finger = Finger::Held;
        }
        Act::Show(excerpt)
    }

    /// The browser is about to follow the link or to show its menu: not under a finger that only wanted the card.
    fn act(&mut self) -> (Act, Reaction) {
        match self.finger {
            Finger::Held => (Act::Nothing, Reaction::Prevented),
            Finger::Up | Finger::Down => (self.hide(), Reaction::GoesAhead),
        }
    }

    fn hide(&mut self) -> Act {
        self.ticket += 1;
        self.wanted = None;
        self.finger = Finger::Up;
        match self.shown.take() {
            Some(_) => Act::Hide,
            None => Act::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Event, Excerpt, GRACE, LONG_PRESS, LinkEvent, Machine, REST, Reaction};

    fn excerpt() -> Excerpt {
        Excerpt {
            title: "T".into(),
            summary: "S".into(),
        }
    }

    /// Sends events; timers end and pages load at once where `steps` say so.
    fn run(machine: &mut Machine, steps: &str) -> String {
        let mut did = String::new();
        let mut ticket = 0;
        for step in steps.split_whitespace() {
            let event = match step {
                "over" => Event::Link(LinkEvent::Over("a/".into())),
                "other" => Event::Link(LinkEvent::Over("b/".into())),
                "out" => Event::Link(LinkEvent::Out),
                "press" => Event::Link(LinkEvent::Press("a/".into())),
                "release" => Event::Link(LinkEvent::Release),
                "act" => Event::Link(LinkEvent::Act),
                "card" => Event::Link(LinkEvent::OverCard),
                "off" => Event::Link(LinkEvent::OutCard),
                "escape" => Event::Link(LinkEvent::Escape),
                "scroll" => Event::Link(LinkEvent::Scroll),
                "away" => Event::Link(LinkEvent::Away),
                "time" => Event::Timer(ticket),
                "late" => Event::Timer(ticket - 1),
                "loaded" => Event::Loaded(ticket, Some(excerpt())),
                "missing" => Event::Loaded(ticket, None),
                other => panic!("{other} is no step"),
            };
            let (act, reaction) = machine.step(event);
            did += match act {
                Act::Nothing => "",
                Act::Wait {
                    milliseconds,
                    ticket: new,
                } => {
                    ticket = new;
                    match milliseconds {
                        REST => "rest ",
                        GRACE => "grace ",
                        LONG_PRESS => "long-press ",
                        _other => "? ",
                    }
                }
                Act::Load { ticket: new, .. } => {
                    ticket = new;
                    "load "
                }
                Act::Show(_) => "show ",
                Act::Hide => "hide ",
            };
            if reaction == Reaction::Prevented {
                did += "prevented ";
            }
        }
        did.trim_end().to_owned()
    }

    fn check(steps: &str, expect: &str) {
        assert_eq!(run(&mut Machine::default(), steps), expect, "{steps}");
    }

    #[test]
    fn a_pointer_that_rests_brings_the_card() {
        check("over time loaded", "rest load show");
        check("over out time", "rest");
        check("over time out loaded", "rest load");
        check("over time missing", "rest load");
        check(
            "over time loaded other time missing",
            "rest load show rest load hide",
        );
        check("over other late", "rest rest");
    }

    #[test]
    fn the_card_stays_while_the_pointer_is_on_it_and_goes_after() {
        check("over time loaded out time", "rest load show grace hide");
        check("over time loaded out card late", "rest load show grace");
        check(
            "over time loaded out card off time",
            "rest load show grace grace hide",
        );
        check("over time loaded out over late", "rest load show grace");
        check(
            "over time loaded other time loaded",
            "rest load show rest load show",
        );
    }

    #[test]
    fn it_is_never_stuck() {
        for end in ["escape", "scroll", "away", "act"] {
            let did = run(
                &mut Machine::default(),
                &format!("over time loaded {end} time loaded"),
            );
            assert!(did.starts_with("rest load show hide"), "{end}: {did}");
        }
        check("escape", "");
        check("over time loaded escape", "rest load show hide prevented");
        check("over away time", "rest");
    }

    #[test]
    fn focus_that_scrolls_the_page_still_brings_it() {
        check("over scroll time loaded", "rest rest load show");
        check("over scroll late", "rest rest");
        check("scroll", "");
    }

    #[test]
    fn a_finger_that_rests_brings_it_and_does_not_follow_the_link() {
        check(
            "press time loaded act release act",
            "long-press load show prevented prevented",
        );
        check("press release act", "long-press");
        check(
            "press time loaded release act away",
            "long-press load show prevented hide",
        );
        check("press away time", "long-press");
    }
}
