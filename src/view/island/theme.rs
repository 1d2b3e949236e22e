//! Light, dark, or as the system says: a button that goes round. The boot script applies what was chosen before the first
//! paint; this changes and keeps it.

use leptos::prelude::*;

use crate::view::island::world::world;

/// Where the choice is kept. `boot.js` reads the same key.
const KEY: &str = "theme";

/// The attribute of the `html` element that the style sheet goes by.
const MARK: &str = "data-theme";

/// What the reader chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    /// As the system says.
    #[default]
    System,
    /// Light, whatever the system says.
    Light,
    /// Dark, whatever the system says.
    Dark,
}

impl Choice {
    /// The choice kept as `value`; the system's where it is none of ours.
    pub fn read(value: Option<&str>) -> Choice {
        match value {
            Some("light") => Choice::Light,
            Some("dark") => Choice::Dark,
            _none => Choice::System,
        }
    }

    /// How it is kept and written on the `html` element; the system's is not.
    pub fn value(self) -> Option<&'static str> {
        match self {
            Choice::System => None,
            Choice::Light => Some("light"),
            Choice::Dark => Some("dark"),
        }
    }

    /// The one that follows when the button is pressed.
    #[must_use]
    pub fn next(self) -> Choice {
        match self {
            Choice::System => Choice::Light,
            Choice::Light => Choice::Dark,
            Choice::Dark => Choice::System,
        }
    }

    /// The word on the button.
    pub fn label(self) -> &'static str {
        match self {
            Choice::System => "System",
            Choice::Light => "Light",
            Choice::Dark => "Dark",
        }
    }
}

/// The button. What was chosen stands on the `html` element, where the boot script put it.
#[island]
pub fn Theme() -> impl IntoView {
    let world = world();
    let label = RwSignal::new(Choice::default().label());
    let chosen = move || Choice::read(world.root_mark(MARK).as_deref());
    // Not before the island is awake: the first render is the same for everyone.
    world.after(0, Box::new(move |()| label.set(chosen().label())));
    let press = move |_| {
        let next = chosen().next();
        world.remember(KEY, next.value());
        world.mark_root(MARK, next.value());
        label.set(next.label());
    };
    view! {
        <button type="button" class="theme" on:click=press>
            <span class="theme-mark" aria-hidden="true"></span>
            <span class="theme-name">"Theme: "</span>
            <span class="theme-choice">{move || label.get()}</span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::Choice;

    #[test]
    fn the_button_goes_round() {
        let choices = [Choice::System, Choice::Light, Choice::Dark];
        for (index, choice) in choices.into_iter().enumerate() {
            assert_eq!(choice.next(), choices[(index + 1) % 3]);
            assert_eq!(Choice::read(choice.value()), choice);
        }
    }

    #[test]
    fn what_is_no_choice_is_the_systems() {
        assert_eq!(Choice::read(Some("pink")), Choice::System);
        assert_eq!(Choice::read(None), Choice::System);
    }
}
