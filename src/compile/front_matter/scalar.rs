//! A single value as written to a sound one, by its shape.

use std::borrow::Cow;

use crate::compile::check::{unknown_value, url_scheme};
use crate::compile::front_matter::record::{Record, Value};
use crate::compile::schema::Shape;
use crate::model::choice::Lists;
use crate::model::country;
use crate::model::date::{Date, Edtf};
use crate::model::problem::front_matter::Mistake;

/// Reads a single value; `None` where it holds no letters.
pub(super) fn read(
    shape: Shape,
    text: Cow<'_, str>,
    lists: &Lists,
) -> Result<Option<Value>, Box<Mistake>> {
    let text = one_line(text);
    if text.is_empty() {
        return Ok(None);
    }
    letters(shape, text, lists).map(Some).map_err(Box::new)
}

fn letters(shape: Shape, text: String, lists: &Lists) -> Result<Value, Mistake> {
    match shape {
        Shape::Text => Ok(Value::Text(text)),
        Shape::Flag => flag(&text)
            .map(Value::Flag)
            .ok_or(Mistake::NotAFlag { text }),
        Shape::LooseFlag => loose_flag(&text)
            .map(Value::Flag)
            .ok_or(Mistake::NotAFlag { text }),
        Shape::Number => number(text).map(Value::Number),
        Shape::Degrees(limit) => degrees(text, limit).map(Value::Text),
        Shape::Date => Date::parse(&text)
            .map(Value::Date)
            .ok_or(Mistake::NotADate { text }),
        Shape::LooseDate => loose_date(&text)
            .map(Value::Date)
            .ok_or(Mistake::NotADate { text }),
        Shape::Edtf => Edtf::parse(&text)
            .map(Value::Edtf)
            .ok_or(Mistake::NotAnEdtf { text }),
        Shape::Url => url_scheme::url(&text).map(Value::Url),
        Shape::Contact => url_scheme::contact(&text).map(Value::Url),
        Shape::Email if is_email(&text) => Ok(Value::Text(text)),
        Shape::Email => Err(Mistake::NotAnEmail { text }),
        Shape::Country => country_code(text).map(Value::Text),
        Shape::Area => area(text).map(Value::Text),
        Shape::Language if is_language(&text) => Ok(Value::Text(text)),
        Shape::Language => Err(Mistake::NotALanguage { text }),
        Shape::Choice(list) => match lists.find(list, &text) {
            Some(_) => Ok(Value::Text(text)),
            None => Err(unknown_value::mistake(list, text, lists)),
        },
        Shape::Relation => unknown_value::relation(text).map(Value::Relation),
        Shape::List(inner) => letters(*inner, text, lists),
        Shape::Group(_) => Ok(Value::Group(Record::default())),
    }
}

/// The words on one line, without space around them.
fn one_line(text: Cow<'_, str>) -> String {
    if text.contains(['\n', '\t']) {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let trimmed = text.trim();
    if trimmed.len() == text.len() {
        text.into_owned()
    } else {
        trimmed.to_owned()
    }
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _other => None,
    }
}

fn loose_flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _other => None,
    }
}

fn number(text: String) -> Result<u32, Mistake> {
    let wanted = "a whole number from 1";
    match text.parse() {
        Ok(number) if number > 0 && text.bytes().all(|b| b.is_ascii_digit()) => Ok(number),
        Ok(_) | Err(_) => Err(Mistake::NotANumber { text, wanted }),
    }
}

fn degrees(text: String, limit: u8) -> Result<String, Mistake> {
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    let near = |degrees: f64| degrees.abs() <= f64::from(limit);
    if plain && text.parse().is_ok_and(near) {
        return Ok(text);
    }
    let wanted = if limit == 90 {
        "a number from -90 to 90"
    } else {
        "a number from -180 to 180"
    };
    Err(Mistake::NotANumber { text, wanted })
}

/// A day that a time of day may follow.
fn loose_date(text: &str) -> Option<Date> {
    let (day, rest) = text.split_at_checked(10)?;
    let alone = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    alone.then(|| Date::parse(day)).flatten()
}

fn is_email(text: &str) -> bool {
    let sound =
        |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | ',' | ';' | ':' | '@');
    text.split_once('@').is_some_and(|(name, host)| {
        let host_sound = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        !name.is_empty() && host_sound && name.chars().all(sound) && host.chars().all(sound)
    })
}

fn is_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A country's code, or the name of any other area.
fn area(text: String) -> Result<String, Mistake> {
    if is_code(&text) {
        country_code(text)
    } else {
        Ok(text)
    }
}

fn country_code(text: String) -> Result<String, Mistake> {
    if country::name(&text).is_some() {
        return Ok(text);
    }
    let nearest = country::meant_by(&text);
    Err(Mistake::NotACountry { text, nearest })
}

/// The outer shape of BCP 47: a language of two or three letters, then subtags.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
