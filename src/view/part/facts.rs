//! The facts of an entry: first as values, then as a definition list in a quiet margin.

use leptos::prelude::*;

use crate::model::choice::List;
use crate::model::country;
use crate::model::date::{Date, Edtf};
use crate::model::disclosure::Disclosed;
use crate::model::entry::Entry;
use crate::model::site::{Page, Tag};
use crate::view::edition::Here;
use crate::view::page::words;
use crate::view::part::time::{Day, When};
use crate::view::shelves::Family;

/// One fact: a term and what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    /// Its name.
    pub(crate) term: &'static str,
    /// Its values; never empty.
    pub(crate) values: Vec<Value>,
}

/// One value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Plain words.
    Words(String),
    /// Words that lead to a page of the site, and what they mean.
    Link {
        /// The words.
        words: String,
        /// Where they lead.
        href: String,
        /// What they mean; may be empty.
        meaning: String,
    },
    /// Words that lead out of the site.
    Outside {
        /// The words.
        words: String,
        /// Where they lead.
        url: String,
    },
    /// A date.
    When(Edtf),
    /// A day.
    Day(Date),
}

/// All facts that `page` may show, in reading order.
pub(crate) fn facts(here: Here<'_>, page: &Page) -> Vec<Fact> {
    let Some(entry) = page.entry() else {
        return with_values(vec![("Tags", tags(here, &page.tags))]);
    };
    let told = Disclosed::of(entry);
    let word = |list, value: &Option<String>| -> Vec<Value> {
        value
            .iter()
            .map(|value| defined(here, list, value))
            .collect()
    };
    let governance = entry.governance.iter();
    with_values(vec![
        ("Status", word(List::Status, &entry.status)),
        (
            "Now",
            entry
                .status_note
                .iter()
                .cloned()
                .map(Value::Words)
                .collect(),
        ),
        (
            "Founded",
            entry.founded.into_iter().map(Value::When).collect(),
        ),
        ("Ended", entry.ended.into_iter().map(Value::When).collect()),
        ("Place", place(here, told)),
        ("Serves", served(here, entry)),
        ("Scale", word(List::Scale, &entry.scale)),
        ("Sectors", sectors(here, entry)),
        ("Domain", word(List::Domain, &entry.domain)),
        (
            "Governance",
            governance
                .map(|value| defined(here, List::Governance, value))
                .collect(),
        ),
        ("Legal form", word(List::LegalForm, &entry.legal_form)),
        ("Website", website(entry)),
        ("Links", links(here, entry)),
        ("Contact", contact(told)),
        ("Tags", tags(here, &page.tags)),
        ("Also at", same_as(entry)),
        (
            "Verified",
            entry.verified.into_iter().map(Value::Day).collect(),
        ),
    ])
}

fn with_values(facts: Vec<(&'static str, Vec<Value>)>) -> Vec<Fact> {
    facts
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(term, values)| Fact { term, values })
        .collect()
}

/// A value of a list leads to its definition.
fn defined(here: Here<'_>, list: List, value: &str) -> Value {
    let lists = &here.site().settings.lists;
    Value::Link {
        words: lists.label(list, value).to_owned(),
        href: here.to(&words::address()) + "#" + &words::anchor(list, value),
        meaning: lists
            .find(list, value)
            .map(|choice| choice.definition.clone())
            .unwrap_or_default(),
    }
}

fn sectors(here: Here<'_>, entry: &Entry) -> Vec<Value> {
    let lists = &here.site().settings.lists;
    let value = |value: &String| Value::Link {
        words: lists.label(List::Sector, value).to_owned(),
        href: here.to(&Family::Sector.shelf(value)),
        meaning: lists
            .find(List::Sector, value)
            .map(|choice| choice.definition.clone())
            .unwrap_or_default(),
    };
    entry.sector.iter().map(value).collect()
}

fn place(here: Here<'_>, told: Disclosed<'_>) -> Vec<Value> {
    let near = [told.place, told.region].into_iter().flatten();
    let near = near.map(|words| Value::Words(words.to_owned()));
    let country = told.country.map(|code| country_link(here, code));
    near.chain(country).collect()
}

fn served(here: Here<'_>, entry: &Entry) -> Vec<Value> {
    let only_home = entry.area_served.iter().eq(entry.country.iter());
    if only_home || entry.at_risk {
        return Vec::new();
    }
    let listed = here.edition.shelves.of_family(Family::Country);
    let value = |code: &String| {
        let known = listed
            .iter()
            .any(|shelf| shelf.address == Family::Country.shelf(code));
        if known {
            country_link(here, code)
        } else {
            Value::Words(country::shown(code).to_owned())
        }
    };
    entry.area_served.iter().map(value).collect()
}

fn country_link(here: Here<'_>, code: &str) -> Value {
    Value::Link {
        words: country::shown(code).to_owned(),
        href: here.to(&Family::Country.shelf(code)),
        meaning: String::new(),
    }
}

fn website(entry: &Entry) -> Vec<Value> {
    match &entry.url {
        Some(url) => vec![Value::Outside {
            words: url.host().to_owned(),
            url: url.to_string(),
        }],
        None if entry.url_withheld => {
            vec![Value::Words(
                "withheld to protect those involved".to_owned(),
            )]
        }
        None => Vec::new(),
    }
}

fn links(here: Here<'_>, entry: &Entry) -> Vec<Value> {
    let label = |rel: &str| {
        let lists = &here.site().settings.lists;
        lists.label(List::LinkRel, rel).to_owned()
    };
    let feed = entry.feed.iter().map(|url| Value::Outside {
        words: "Feed".to_owned(),
        url: url.to_string(),
    });
    let links = entry.links.iter().map(|link| Value::Outside {
        words: label(&link.rel),
        url: link.url.to_string(),
    });
    links.chain(feed).collect()
}

fn contact(told: Disclosed<'_>) -> Vec<Value> {
    let mail = told.email.map(|address| Value::Outside {
        words: address.to_owned(),
        url: format!("mailto:{address}"),
    });
    let form = told.contact_form.map(|url| Value::Outside {
        words: "Contact form".to_owned(),
        url: url.to_string(),
    });
    mail.into_iter().chain(form).collect()
}

fn tags(here: Here<'_>, tags: &[Tag]) -> Vec<Value> {
    let value = |tag: &Tag| {
        let path: Vec<&str> = tag
            .segments
            .iter()
            .map(crate::model::slug::Slug::as_str)
            .collect();
        let path = path.join("/");
        Value::Link {
            href: here.to(&crate::model::address::Address::known_page(&format!(
                "tags/{path}"
            ))),
            words: path,
            meaning: String::new(),
        }
    };
    tags.iter().map(value).collect()
}

fn same_as(entry: &Entry) -> Vec<Value> {
    let value = |url: &crate::model::url::Url| Value::Outside {
        words: url.host().to_owned(),
        url: url.to_string(),
    };
    entry.same_as.iter().map(value).collect()
}

/// Facts as a definition list.
#[component]
pub(crate) fn Facts(
    /// What is known.
    facts: Vec<Fact>,
) -> impl IntoView {
    let rows: Vec<_> = facts
        .into_iter()
        .map(|fact| {
            let values: Vec<_> = fact.values.into_iter().map(shown).collect();
            view! { <div><dt>{fact.term}</dt><dd><ul>{values}</ul></dd></div> }
        })
        .collect();
    view! { <dl class="facts">{rows}</dl> }
}

fn shown(value: Value) -> impl IntoView {
    match value {
        Value::Words(words) => view! { <li>{words}</li> }.into_any(),
        Value::Link {
            words,
            href,
            meaning,
        } => {
            let meaning = (!meaning.is_empty()).then_some(meaning);
            view! { <li><a href=href title=meaning>{words}</a></li> }.into_any()
        }
        Value::Outside { words, url } => {
            view! { <li><a href=url rel="external noopener noreferrer">{words}</a></li> }.into_any()
        }
        Value::When(date) => view! { <li><When date/></li> }.into_any(),
        Value::Day(day) => view! { <li><Day day/></li> }.into_any(),
    }
}
