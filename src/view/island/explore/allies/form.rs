//! The form in which people describe themselves: plain fields, filled with what the catalog knows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::explore::allies::answers::{Answer, Explained, answers, regions, towns};
use crate::explore::allies::seeker::{Description, LONGEST_VALUE, MOST_VALUES};
use crate::explore::catalog::Facet;
use crate::view::island::explore::allies::finder::{Finder, Known};
use crate::view::island::explore::allies::things::things;
use crate::view::island::explore::allies::wish::Side;
use crate::view::island::explore::desk::By;

/// The id of the list of towns.
const TOWNS: &str = "ally-towns";

/// A field of a description with one value.
#[derive(Clone, Copy)]
struct One {
    read: fn(&Description) -> &String,
    write: fn(&mut Description) -> &mut String,
}

/// A field with several values.
#[derive(Clone, Copy)]
struct Several {
    read: fn(&Description) -> &Vec<String>,
    write: fn(&mut Description) -> &mut Vec<String>,
}

const COUNTRY: One = One {
    read: |said| &said.country,
    write: |said| &mut said.country,
};
const REGION: One = One {
    read: |said| &said.region,
    write: |said| &mut said.region,
};
const PLACE: One = One {
    read: |said| &said.place,
    write: |said| &mut said.place,
};
const LANGUAGE: One = One {
    read: |said| &said.language,
    write: |said| &mut said.language,
};
const SCALE: One = One {
    read: |said| &said.scale,
    write: |said| &mut said.scale,
};
const DOMAIN: One = One {
    read: |said| &said.domain,
    write: |said| &mut said.domain,
};
const APPROACH: One = One {
    read: |said| &said.approach,
    write: |said| &mut said.approach,
};
const SECTORS: Several = Several {
    read: |said| &said.sectors,
    write: |said| &mut said.sectors,
};
const GOVERNANCE: Several = Several {
    read: |said| &said.governance,
    write: |said| &mut said.governance,
};

impl One {
    fn now(self, finder: Finder) -> String {
        finder
            .wish
            .with(|wish| (self.read)(&wish.described).clone())
    }

    fn put(self, finder: Finder, by: By, value: String) {
        finder.change(by, |wish| *(self.write)(&mut wish.described) = value);
    }
}

/// The form. All of it is optional: whatever is said is compared.
pub fn form(finder: Finder, known: &Arc<Known>) -> impl IntoView + use<> {
    let catalog = known.catalog();
    let listed = |facet| {
        let answers = answers(catalog, facet).into_iter();
        answers.map(|known| known.answer).collect::<Vec<_>>()
    };
    view! {
        <p class="ally-hint">"Leave out what you like: one answer is enough to begin."</p>
        {things(finder, Side::Offers, &known.types)}
        {things(finder, Side::Seeks, &known.types)}
        {boxes(finder, "What you work on", answers(catalog, Facet::Sector), SECTORS)}
        {place(finder, known)}
        {boxes(finder, "How you decide", answers(catalog, Facet::Governance), GOVERNANCE)}
        <fieldset>
            <legend>"About you"</legend>
            <div class="ally-fields">
                {select(finder, ("ally-language", "Language"), listed(Facet::Language), LANGUAGE)}
                {select(finder, ("ally-scale", "How far you reach"), listed(Facet::Scale), SCALE)}
                {select(finder, ("ally-domain", "Where you are at home"), listed(Facet::Domain), DOMAIN)}
                {select(finder, ("ally-approach", "Which half you are"), listed(Facet::Approach), APPROACH)}
            </div>
        </fieldset>
    }
}

/// Country, region and town; the latter two are those of the country.
fn place(finder: Finder, known: &Arc<Known>) -> impl IntoView + use<> {
    let catalog = known.catalog();
    let country = Memo::new(move |_| COUNTRY.now(finder));
    let countries: Vec<Answer> = answers(catalog, Facet::Country)
        .into_iter()
        .map(|known| known.answer)
        .collect();
    let region = move || {
        let regions = country.with(|country| regions(catalog, country));
        select(finder, ("ally-region", "Region"), regions, REGION)
    };
    let towns = move || {
        let towns = country.with(|country| towns(catalog, country)).into_iter();
        towns
            .map(|town| view! { <option value=town></option> })
            .collect::<Vec<_>>()
    };
    view! {
        <fieldset>
            <legend>"Where you are"</legend>
            <div class="ally-fields">
                {select(finder, ("ally-country", "Country"), countries, COUNTRY)}
                {region}
                <p>
                    <label for="ally-place">"Town"</label>
                    <input
                        type="text"
                        id="ally-place"
                        list=TOWNS
                        maxlength=LONGEST_VALUE.to_string()
                        autocomplete="off"
                        prop:value=move || PLACE.now(finder)
                        on:input:target=move |event| PLACE.put(finder, By::Typing, event.target().value())
                    />
                    <datalist id=TOWNS>{towns}</datalist>
                </p>
            </div>
        </fieldset>
    }
}

fn select(
    finder: Finder,
    (id, label): (&'static str, &'static str),
    options: Vec<Answer>,
    field: One,
) -> impl IntoView {
    let option = |(value, label): Answer| {
        let own = value.clone();
        let is_chosen = move || {
            finder
                .wish
                .with(|wish| *(field.read)(&wish.described) == own)
        };
        view! { <option value=value prop:selected=is_chosen>{label}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    let is_open = move || {
        finder
            .wish
            .with(|wish| (field.read)(&wish.described).is_empty())
    };
    view! {
        <p>
            <label for=id>{label}</label>
            <select
                id=id
                on:change:target=move |event| field.put(finder, By::Pressing, event.target().value())
            >
                <option value="" prop:selected=is_open>"Not said"</option>
                {options}
            </select>
        </p>
    }
}

fn boxes(
    finder: Finder,
    legend: &'static str,
    answers: Vec<Explained>,
    field: Several,
) -> impl IntoView {
    let boxes: Vec<_> = answers
        .into_iter()
        .map(|answer| tick(finder, answer, field))
        .collect();
    let is_full = move || {
        finder
            .wish
            .with(|wish| (field.read)(&wish.described).len() >= MOST_VALUES)
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            <div class="ally-boxes">{boxes}</div>
            <p class="meta" hidden=move || !is_full()>
                {format!("More than {MOST_VALUES} say no more than everything.")}
            </p>
        </fieldset>
    }
}

fn tick(finder: Finder, known: Explained, field: Several) -> impl IntoView {
    let (value, label) = known.answer;
    let own = value.clone();
    let is_ticked = move || {
        finder
            .wish
            .with(|wish| (field.read)(&wish.described).contains(&own))
    };
    let press = move |_| {
        finder.change(By::Pressing, |wish| {
            let values = (field.write)(&mut wish.described);
            let before = values.len();
            values.retain(|other| *other != value);
            if values.len() == before {
                values.push(value.clone());
            }
        });
    };
    view! {
        <label title=known.meaning>
            <input type="checkbox" prop:checked=is_ticked on:change=press/>
            <span>{label}</span>
        </label>
    }
}
