//! What signs mean: the marks of the approaches, and those of one view.

use leptos::prelude::*;

/// A sign, drawn small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sign {
    Power,
    Build,
    Both,
    Plain,
    Ring,
    Dot,
    Circled,
    Dashed,
    Disc,
    GoesOn,
    Ended,
    Transformed,
    Unsure,
    Fading,
    Event,
}

/// The marks of the approaches, as everywhere on the site.
const APPROACHES: [(Sign, &str); 4] = [
    (Sign::Power, "Counter-power: resists"),
    (Sign::Build, "Counter-institution: builds"),
    (Sign::Both, "Both"),
    (Sign::Plain, "Says neither"),
];

/// The marks of the approaches, then further signs, each with its meaning.
pub fn legend(further: impl IntoIterator<Item = (Sign, &'static str)>) -> AnyView {
    let signs = APPROACHES.into_iter().chain(further);
    let items: Vec<_> = signs
        .map(|(sign, meaning)| view! { <li>{drawing(sign)} <span>{meaning}</span></li> })
        .collect();
    view! {
        <section class="legend">
            <h2>"What the signs mean"</h2>
            <ul class="signs">{items}</ul>
        </section>
    }
    .into_any()
}

/// Paths in a box of 24 by 16 pixels: what is filled, what is drawn along, what is drawn in dashes.
fn drawing(sign: Sign) -> impl IntoView {
    let (class, fill, line, dashed) = match sign {
        Sign::Power => ("power", "M12 1 19 14H5Z", "", ""),
        Sign::Build => ("build", "M6 2h12v12H6Z", "", ""),
        Sign::Both => ("both", "M12 0 20 8 12 16 4 8Z", "", ""),
        Sign::Plain => ("plain", "M12 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12Z", "", ""),
        Sign::Ring => (
            "both",
            "M12 0a8 8 0 0 1 0 16v-4a4 4 0 0 0 0-8Z",
            "M11.500 1a7 7 0 0 0 0 14v-3a4 4 0 0 1 0-8Z",
            "",
        ),
        Sign::Dot => ("both", "M12 4a4 4 0 0 1 0 8a4 4 0 0 1 0-8Z", "", ""),
        Sign::Circled => (
            "both",
            "M12 5a3 3 0 0 1 0 6a3 3 0 0 1 0-6Z",
            "M12 1a7 7 0 0 1 0 14a7 7 0 0 1 0-14Z",
            "",
        ),
        Sign::Dashed => (
            "both",
            "M12 5a3 3 0 0 1 0 6a3 3 0 0 1 0-6Z",
            "",
            "M12 1a7 7 0 0 1 0 14a7 7 0 0 1 0-14Z",
        ),
        Sign::Disc => (
            "soft",
            "M12 0a8 8 0 0 1 0 16a8 8 0 0 1 0-16Z",
            "",
            "M12 4a4 4 0 0 1 0 8a4 4 0 0 1 0-8Z",
        ),
        Sign::GoesOn => ("both", "M1 5h16V2l6 6-6 6v-3H1Z", "", ""),
        Sign::Ended => ("both", "M20 1h3v14h-3Z", "M1 5h20v6H1Z", ""),
        Sign::Transformed => ("both", "M15 2h3l5 6-5 6h-3l5-6Z", "M1 5h15v6H1Z", ""),
        Sign::Unsure => ("both", "", "", "M1 5h22v6H1Z"),
        Sign::Fading => (
            "both",
            "M1 5h8v6H1ZM10 6h5v4h-5ZM17 7h3v2h-3ZM22 7.500h1v1h-1Z",
            "",
            "",
        ),
        Sign::Event => (
            "both",
            "M11 0h2v16h-2ZM12 4a4 4 0 0 1 0 8a4 4 0 0 1 0-8Z",
            "",
            "",
        ),
    };
    view! {
        <svg class=class viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
            <path d=fill fill="currentColor"></path>
            <path d=line fill="none" stroke="currentColor"></path>
            <path d=dashed fill="none" stroke="currentColor" stroke-dasharray="3 2"></path>
        </svg>
    }
}
