//! What people offer or seek: rows of a type and words.

use leptos::prelude::*;

use crate::explore::allies::answers::Answer;
use crate::explore::allies::seeker::LONGEST_VALUE;
use crate::search::answer::push_number;
use crate::view::island::explore::allies::finder::Finder;
use crate::view::island::explore::allies::wish::Side;
use crate::view::island::explore::desk::By;

impl Side {
    fn legend(self) -> &'static str {
        match self {
            Side::Offers => "What you offer",
            Side::Seeks => "What you seek",
        }
    }

    fn hint(self) -> &'static str {
        match self {
            Side::Offers => "In a few words, such as: Tool library.",
            Side::Seeks => "In a few words, such as: Translators.",
        }
    }

    fn add(self) -> &'static str {
        match self {
            Side::Offers => "Add an offer",
            Side::Seeks => "Add a need",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Side::Offers => "Offer",
            Side::Seeks => "Need",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Side::Offers => "ally-offer-",
            Side::Seeks => "ally-need-",
        }
    }
}

/// The rows of one side, and a button for one more.
pub fn things(finder: Finder, side: Side, types: &[Answer]) -> impl IntoView + use<> {
    let types = StoredValue::new(types.to_vec());
    // The rows are made again only when there are more or fewer: else what is typed would lose the focus.
    let number = Memo::new(move |_| finder.wish.with(|wish| wish.rows(side)));
    let rows = move || {
        let number = number.get();
        let row = |at| row(finder, side, (at, number), types);
        (0..number).map(row).collect::<Vec<_>>()
    };
    let add = move |_| {
        let at = finder.wish.with_untracked(|wish| wish.rows(side));
        finder.change(By::Typing, |wish| wish.add_thing(side));
        focus(finder, side, at);
    };
    let is_full = move || finder.wish.with(|wish| !wish.has_room(side));
    view! {
        <fieldset>
            <legend>{side.legend()}</legend>
            <p class="ally-hint">{side.hint()}</p>
            {rows}
            <button type="button" hidden=is_full on:click=add>{side.add()}</button>
        </fieldset>
    }
}

fn row(
    finder: Finder,
    side: Side,
    (at, number): (usize, usize),
    types: StoredValue<Vec<Answer>>,
) -> impl IntoView {
    let name = |part: &str| {
        let mut name = side.word().to_owned();
        name.push(' ');
        push_number(u32::try_from(at + 1).unwrap_or_default(), &mut name);
        [&name, ", ", part].concat()
    };
    let drop = move |_| {
        finder.change(By::Pressing, |wish| wish.drop_thing(side, at));
        focus(finder, side, at.saturating_sub(1));
    };
    let take_out = (number > 1).then(|| {
        view! {
            <button type="button" aria-label=name("take out") on:click=drop>"Take out"</button>
        }
    });
    view! {
        <p class="ally-thing">
            {kinds(finder, side, (at, name("type")), types)}
            <input
                type="text"
                id=id(side, at)
                aria-label=name("in words")
                maxlength=LONGEST_VALUE.to_string()
                autocomplete="off"
                prop:value=move || finder.wish.with(|wish| wish.thing(side, at).words)
                on:input:target=move |event| {
                    let words = event.target().value();
                    finder.change(By::Typing, |wish| wish.set_thing(side, at, |thing| thing.words = words));
                }
            />
            {take_out}
        </p>
    }
}

/// The types, where the site has any.
fn kinds(
    finder: Finder,
    side: Side,
    (at, name): (usize, String),
    types: StoredValue<Vec<Answer>>,
) -> Option<impl IntoView> {
    let is = move |kind: &str| finder.wish.with(|wish| wish.thing(side, at).kind == kind);
    let option = |(kind, label): &Answer| {
        let (kind, own) = (kind.clone(), kind.clone());
        view! { <option value=kind prop:selected=move || is(&own)>{label.clone()}</option> }
    };
    let options: Vec<_> = types.with_value(|types| types.iter().map(option).collect());
    (!options.is_empty()).then(|| {
        view! {
            <select
                aria-label=name
                on:change:target=move |event| {
                    let kind = event.target().value();
                    finder.change(By::Pressing, |wish| wish.set_thing(side, at, |thing| thing.kind = kind));
                }
            >
                <option value="" prop:selected=move || is("")>"Any type"</option>
                {options}
            </select>
        }
    })
}

fn id(side: Side, at: usize) -> String {
    let mut id = side.key().to_owned();
    push_number(u32::try_from(at).unwrap_or_default(), &mut id);
    id
}

/// Once the row stands on the page.
fn focus(finder: Finder, side: Side, at: usize) {
    let then = move |()| finder.world.focus(&id(side, at));
    finder.world.after(0, Box::new(then));
}
