//! Mistakes in the head of a file: its YAML, its fields, their values.

use std::fmt;

use crate::model::choice::List;
use crate::model::problem::yaml::{SyntaxMistake, YamlFeature};
use crate::model::problem::{Explain, Severity, nearest_words};
use crate::model::url::NotAUrl;

/// A mistake in front matter, and how strictly it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatterFact {
    /// What is wrong.
    pub mistake: Mistake,
    /// Whether it stands in a plain note: there a vault's habits are only warned of.
    pub in_note: bool,
}

/// What can be wrong in front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// `---` opens it, no `---` closes it.
    Unterminated,
    /// It is not YAML.
    Syntax(SyntaxMistake),
    /// It is YAML, but a list or a single value in place of fields.
    NoFields,
    /// A list or a group of fields where the name of a field should stand.
    KeyNotText,
    /// A part of YAML that is not used here.
    Feature(YamlFeature),
    /// An escape such as `\u202E` that stands for a character no text may hold.
    Hidden {
        /// The character.
        character: char,
    },
    /// Lists and groups inside each other.
    TooDeep {
        /// How many levels are read.
        limit: usize,
    },
    /// More values than any entry needs.
    TooMany {
        /// How many are read.
        limit: usize,
    },
    /// A second `---` document, or text after `...`.
    SecondDocument,
    /// The same field twice; the first was taken.
    Duplicate {
        /// Its name.
        field: String,
    },
    /// A field that no entry has.
    UnknownKey {
        /// The name as written.
        key: String,
        /// The group it stands in; empty at the top.
        within: &'static str,
        /// The nearest field that exists.
        nearest: Option<String>,
    },
    /// A field that must be there and is not, or is empty.
    Missing {
        /// Its name.
        field: &'static str,
        /// The group it is missing from; empty at the top.
        within: &'static str,
        /// What belongs there.
        meaning: &'static str,
    },
    /// A list where text is wanted, and the like.
    WrongShape {
        /// The field.
        field: &'static str,
        /// What is wanted, with an article and an example.
        wanted: String,
        /// What stands there, with an article.
        found: &'static str,
    },
    /// Not true or false.
    NotAFlag {
        /// As written.
        text: String,
    },
    /// Not a number, or not one that can be meant.
    NotANumber {
        /// As written.
        text: String,
        /// What is wanted, with an article.
        wanted: &'static str,
    },
    /// Not a day.
    NotADate {
        /// As written.
        text: String,
    },
    /// Not a partly known date.
    NotAnEdtf {
        /// As written.
        text: String,
    },
    /// Not a URL that may stand in the output.
    NotAUrl {
        /// As written.
        text: String,
        /// Why not.
        reason: NotAUrl,
        /// Whether `mailto:` is allowed as well.
        mail: bool,
    },
    /// Not an address of electronic mail.
    NotAnEmail {
        /// As written.
        text: String,
    },
    /// Not the code of a country.
    NotACountry {
        /// As written.
        text: String,
        /// The code and name that may be meant.
        nearest: Option<(&'static str, &'static str)>,
    },
    /// Not a language tag.
    NotALanguage {
        /// As written.
        text: String,
    },
    /// A value that its list does not have.
    UnknownValue {
        /// The list.
        list: List,
        /// The value as written.
        value: String,
        /// The nearest one that it has.
        nearest: Option<String>,
        /// All that it has.
        allowed: Vec<String>,
    },
    /// A type of relation that does not exist.
    UnknownRelation {
        /// As written.
        value: String,
        /// The nearest one.
        nearest: Option<String>,
        /// The stored type whose computed other side this is.
        inverse_of: Option<&'static str>,
    },
    /// A relation with both `to` and `ext`.
    TwoObjects,
}

impl Mistake {
    /// The mistake in an entry.
    pub fn in_entry(self) -> FrontMatterFact {
        FrontMatterFact {
            mistake: self,
            in_note: false,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Mistake::Unterminated => "unterminated-front-matter",
            Mistake::Syntax(_) => "yaml-syntax",
            Mistake::NoFields => "no-fields",
            Mistake::KeyNotText => "key-not-text",
            Mistake::Feature(_) => "yaml-feature",
            Mistake::Hidden { .. } => "hidden-character",
            Mistake::TooDeep { .. } => "yaml-too-deep",
            Mistake::TooMany { .. } => "yaml-too-long",
            Mistake::SecondDocument => "second-document",
            Mistake::Duplicate { .. } => "duplicate-key",
            Mistake::UnknownKey { .. } => "unknown-key",
            Mistake::Missing { .. } => "missing-field",
            Mistake::WrongShape { .. } => "wrong-type",
            Mistake::NotAFlag { .. } => "not-true-or-false",
            Mistake::NotANumber { .. } => "not-a-number",
            Mistake::NotADate { .. } => "not-a-date",
            Mistake::NotAnEdtf { .. } => "not-a-partial-date",
            Mistake::NotAUrl { .. } => "not-a-url",
            Mistake::NotAnEmail { .. } => "not-an-email",
            Mistake::NotACountry { .. } => "not-a-country",
            Mistake::NotALanguage { .. } => "not-a-language",
            Mistake::UnknownValue { .. } | Mistake::UnknownRelation { .. } => "unknown-value",
            Mistake::TwoObjects => "two-objects",
        }
    }

    fn help(&self) -> String {
        match self {
            Mistake::Unterminated => "write `---` on a line of its own after the last field".into(),
            Mistake::Syntax(mistake) => mistake.help(),
            Mistake::NoFields => "write one field per line, such as `title: Mutual aid`".into(),
            Mistake::KeyNotText => "put the value in quotes if it begins with `{` or `[`".into(),
            Mistake::Feature(_) => "put the value in quotes, or write it out".into(),
            Mistake::Hidden { .. } => "delete the escape".into(),
            Mistake::TooDeep { .. } => "take away the inner levels; no field needs them".into(),
            Mistake::TooMany { .. } => "move what is long into the text below".into(),
            Mistake::SecondDocument => "keep all fields between the first two `---` lines".into(),
            Mistake::Duplicate { field } => format!("keep one `{field}` and delete the other"),
            Mistake::UnknownKey { nearest: Some(name), .. }
            | Mistake::UnknownValue { nearest: Some(name), .. }
            | Mistake::UnknownRelation { nearest: Some(name), inverse_of: None, .. } => format!("write `{name}`"),
            Mistake::UnknownKey { .. } => "delete it, or move what it says into the text below".into(),
            Mistake::Missing { field, meaning, .. } => format!("add `{field}:` {}", first_lower(meaning)),
            Mistake::WrongShape { wanted, .. } => format!("write {wanted}"),
            Mistake::NotAFlag { .. } => "write `true` or `false`".into(),
            Mistake::NotANumber { wanted, .. } => format!("write {wanted}"),
            Mistake::NotADate { .. } => "write year, month and day, such as `2026-07-01`".into(),
            Mistake::NotAnEdtf { .. } => {
                "write `2014`, `2014-05` or `2014-05-01`, with `~` at the end for about, `?` for doubtful".into()
            }
            Mistake::NotAUrl { text, reason, mail } => url_help(text, *reason, *mail),
            Mistake::NotAnEmail { .. } => "write an address such as `hello@example.org`".into(),
            Mistake::NotACountry { nearest: Some((code, name)), .. } => format!("write `{code}` for {name}"),
            Mistake::NotACountry { .. } => "write the two-letter code of ISO 3166-1, such as `MX`".into(),
            Mistake::NotALanguage { .. } => "write a language tag, such as `en`, `es` or `pt-BR`".into(),
            Mistake::UnknownValue { allowed, .. } => format!("write one of `{}`", allowed.join("`, `")),
            Mistake::UnknownRelation { inverse_of: Some(stored), .. } => {
                format!("write `{stored}` in the other entry; this side is computed")
            }
            Mistake::UnknownRelation { .. } => "write a type from the list, `related` as the last resort".into(),
            Mistake::TwoObjects => "keep `to` for an entry, `ext` for what the directory does not list".into(),
        }
    }
}

fn url_help(text: &str, reason: NotAUrl, mail: bool) -> String {
    match reason {
        NotAUrl::NoScheme if text.contains('@') && mail => format!("write `mailto:{text}`"),
        NotAUrl::NoScheme => format!("write `https://{}`", text.trim_start_matches('/')),
        NotAUrl::Scheme if mail => {
            "write a URL that begins with `https:`, `http:`, `ipfs:`, `ipns:` or `mailto:`".into()
        }
        NotAUrl::Scheme => {
            "write a URL that begins with `https:`, `http:`, `ipfs:` or `ipns:`".into()
        }
        NotAUrl::Character => {
            "copy the URL from the browser's address bar, where such characters are percent-encoded"
                .into()
        }
        NotAUrl::Host => {
            "write `https://` and the host, without a user name, such as `https://example.org`"
                .into()
        }
    }
}

fn first_lower(words: &str) -> String {
    let mut chars = words.trim_end_matches('.').chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string());
    format!(
        "({}{})",
        first.unwrap_or_default(),
        chars.collect::<String>()
    )
}

impl Explain for FrontMatterFact {
    fn code(&self) -> &'static str {
        self.mistake.code()
    }

    fn severity(&self) -> Severity {
        if self.in_note {
            Severity::Warning
        } else {
            Severity::Error
        }
    }

    fn help(&self) -> String {
        self.mistake.help()
    }
}

impl fmt::Display for FrontMatterFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.mistake.fmt(f)
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mistake::Unterminated => {
                f.write_str("the front matter that opens here is never closed")
            }
            Mistake::Syntax(mistake) => mistake.fmt(f),
            Mistake::NoFields => f.write_str("the front matter holds no fields"),
            Mistake::KeyNotText => f.write_str("this stands where the name of a field should"),
            Mistake::Feature(feature) => write!(f, "{} are not used here", feature.name()),
            Mistake::Hidden { character } => {
                write!(
                    f,
                    "an escape for the hidden character U+{:04X}",
                    u32::from(*character)
                )
            }
            Mistake::TooDeep { limit } => {
                write!(f, "lists and groups more than {limit} levels deep")
            }
            Mistake::TooMany { limit } => {
                write!(f, "more than {limit} values in one front matter")
            }
            Mistake::SecondDocument => f.write_str("a second YAML document begins here"),
            Mistake::Duplicate { field } => {
                write!(f, "{} stands here a second time", Quoted(field))
            }
            Mistake::UnknownKey {
                key,
                within,
                nearest,
            } => {
                let owner = Owner(within);
                let nearest = nearest_words(nearest.as_deref());
                write!(f, "{owner} has no field {}{nearest}", Quoted(key))
            }
            Mistake::Missing { field, within, .. } => {
                write!(f, "{} lacks the field `{field}`", Owner(within))
            }
            Mistake::WrongShape {
                field,
                wanted,
                found,
            } => write!(f, "`{field}` should be {wanted}, not {found}"),
            Mistake::NotAFlag { text } => {
                write!(f, "{} is neither `true` nor `false`", Quoted(text))
            }
            Mistake::NotANumber { text, wanted } => write!(f, "{} is not {wanted}", Quoted(text)),
            Mistake::NotADate { text } => {
                write!(f, "{} is not a day of the calendar", Quoted(text))
            }
            Mistake::NotAnEdtf { text } => write!(f, "{} is not a date", Quoted(text)),
            Mistake::NotAUrl { text, reason, .. } => url_words(f, text, *reason),
            Mistake::NotAnEmail { text } => write!(f, "{} is not an email address", Quoted(text)),
            Mistake::NotACountry { text, .. } => {
                write!(f, "{} is not a country code", Quoted(text))
            }
            Mistake::NotALanguage { text } => write!(f, "{} is not a language tag", Quoted(text)),
            Mistake::UnknownValue {
                list,
                value,
                nearest,
                ..
            } => {
                let nearest = nearest_words(nearest.as_deref());
                write!(
                    f,
                    "{} is not in the list `{}`{nearest}",
                    Quoted(value),
                    list.name()
                )
            }
            Mistake::UnknownRelation { value, nearest, .. } => {
                let nearest = nearest_words(nearest.as_deref());
                write!(f, "{} is not a type of relation{nearest}", Quoted(value))
            }
            Mistake::TwoObjects => f.write_str("a relation leads to one thing, this one to two"),
        }
    }
}

/// Words of the author in backticks, shortened where they would fill the screen.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// About a line of a terminal.
        const LONGEST: usize = 60;
        match self.0.char_indices().nth(LONGEST) {
            Some((cut, _)) => write!(f, "`{}…`", &self.0[..cut]),
            None => write!(f, "`{}`", self.0),
        }
    }
}

/// Whose field it is: the front matter's, or that of one group in it.
struct Owner<'a>(&'a str);

impl fmt::Display for Owner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => f.write_str("this entry"),
            group => write!(f, "this part of `{group}`"),
        }
    }
}

fn url_words(f: &mut fmt::Formatter<'_>, text: &str, reason: NotAUrl) -> fmt::Result {
    match reason {
        NotAUrl::NoScheme => write!(f, "{} is not a whole URL", Quoted(text)),
        NotAUrl::Scheme => {
            let scheme = text.split_inclusive(':').next().unwrap_or_default();
            write!(f, "URLs with {} are not allowed here", Quoted(scheme))
        }
        NotAUrl::Character => f.write_str("this URL holds a character that no URL has"),
        NotAUrl::Host => f.write_str("this URL names no host, or a user before it"),
    }
}
