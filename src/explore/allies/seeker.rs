//! Who seeks allies: an entry, or people who describe themselves; as text for the fragment, in both directions.
//!
//! `entry=cooperation-jackson`, or
//! `sector=food,land&place=Jackson&country=US&offers=good:Tool+library&seeks=service:Translators`.

use crate::explore::pairs::{escaped, pairs, push, push_escaped, unescaped, values};
use crate::model::slug::Slug;
use crate::model::source::is_bidi_control;

/// The most values of one field: beyond a dozen nobody describes a group, and texts stay short.
pub const MOST_VALUES: usize = 12;

/// The longest value in characters: a line on a phone, twice over.
pub const LONGEST_VALUE: usize = 80;

/// The longest text that is read, in bytes: more than any [`Description`] within the limits above is written as.
pub const LONGEST_TEXT: usize = 100_000;

/// Who seeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seeker {
    /// The entry with this id.
    Entry(String),
    /// People in their own words.
    Described(Box<Description>),
}

/// What people say of themselves. Values are those of the lists, as written in front matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Description {
    /// What they work on.
    pub sectors: Vec<String>,
    /// Their town.
    pub place: String,
    /// Their region.
    pub region: String,
    /// Their country: code or name.
    pub country: String,
    /// How they decide.
    pub governance: Vec<String>,
    /// Their language: tag or name.
    pub language: String,
    /// How far they reach.
    pub scale: String,
    /// Whether they are at home on the ground or in the network.
    pub domain: String,
    /// Which half of dual power they are.
    pub approach: String,
    /// What they offer.
    pub offers: Vec<Item>,
    /// What they seek.
    pub seeks: Vec<Item>,
}

/// Something that people offer or seek.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Item {
    /// Its type: a value of the list `exchange_type`; may be empty.
    pub kind: String,
    /// In their words; may be empty.
    pub words: String,
}

impl Seeker {
    /// Reads the text of [`Seeker::write`], and makes the best of any other.
    pub fn read(text: &str) -> Seeker {
        let text = beginning(text);
        let mut described = Description::default();
        for (key, raw) in pairs(text) {
            if key == "entry" {
                let id = values(raw).into_iter().find(|id| Slug::new(id).is_some());
                if let Some(id) = id {
                    return Seeker::Entry(id);
                }
            }
            described.take(key, raw);
        }
        Seeker::Described(Box::new(described.tidied()))
    }

    /// The one text for this seeker; empty for an empty description.
    pub fn write(&self) -> String {
        match self {
            Seeker::Entry(id) => {
                let mut out = String::new();
                push(&mut out, "entry", [id.as_str()]);
                out
            }
            Seeker::Described(description) => description.tidied().written(),
        }
    }
}

impl Default for Seeker {
    fn default() -> Seeker {
        Seeker::Described(Box::default())
    }
}

impl Description {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Description::default()
    }

    /// The same within the limits: spaces trimmed, controls dropped, lists without repeats and empty values, those of a
    /// fixed list sorted.
    #[must_use]
    pub fn tidied(&self) -> Description {
        Description {
            sectors: tidy_list(&self.sectors),
            place: tidy(&self.place),
            region: tidy(&self.region),
            country: tidy(&self.country),
            governance: tidy_list(&self.governance),
            language: tidy(&self.language),
            scale: tidy(&self.scale),
            domain: tidy(&self.domain),
            approach: tidy(&self.approach),
            offers: tidy_items(&self.offers),
            seeks: tidy_items(&self.seeks),
        }
    }

    fn take(&mut self, key: &str, raw: &str) {
        match key {
            "sector" => self.sectors.extend(values(raw)),
            "governance" => self.governance.extend(values(raw)),
            "offers" => self.offers.extend(items(raw)),
            "seeks" => self.seeks.extend(items(raw)),
            other => {
                if let Some(field) = self.field(other) {
                    *field = unescaped(raw);
                }
            }
        }
    }

    fn field(&mut self, key: &str) -> Option<&mut String> {
        match key {
            "place" => Some(&mut self.place),
            "region" => Some(&mut self.region),
            "country" => Some(&mut self.country),
            "language" => Some(&mut self.language),
            "scale" => Some(&mut self.scale),
            "domain" => Some(&mut self.domain),
            "approach" => Some(&mut self.approach),
            _unknown => None,
        }
    }

    fn written(&self) -> String {
        let mut out = String::new();
        let one = |out: &mut String, key: &str, value: &str| {
            push(out, key, Some(value).filter(|value| !value.is_empty()));
        };
        push(&mut out, "sector", self.sectors.iter().map(String::as_str));
        one(&mut out, "place", &self.place);
        one(&mut out, "region", &self.region);
        one(&mut out, "country", &self.country);
        let governance = self.governance.iter();
        push(&mut out, "governance", governance.map(String::as_str));
        one(&mut out, "language", &self.language);
        one(&mut out, "scale", &self.scale);
        one(&mut out, "domain", &self.domain);
        one(&mut out, "approach", &self.approach);
        push_escaped(&mut out, "offers", self.offers.iter().map(Item::written));
        push_escaped(&mut out, "seeks", self.seeks.iter().map(Item::written));
        out
    }
}

impl Item {
    /// `service:Translators`; `:Translators` without a type.
    fn written(&self) -> String {
        escaped(&self.kind) + ":" + &escaped(&self.words)
    }
}

/// Items; one without `:` is words without a type.
fn items(raw: &str) -> Vec<Item> {
    let item = |piece: &str| {
        let (kind, words) = piece.split_once(':').unwrap_or(("", piece));
        Item {
            kind: unescaped(kind),
            words: unescaped(words),
        }
    };
    raw.split(',').map(item).collect()
}

/// As much of a text as is read.
fn beginning(text: &str) -> &str {
    let mut ends = (0..=text.len().min(LONGEST_TEXT)).rev();
    let end = ends.find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or_default()]
}

fn tidy(value: &str) -> String {
    let seen = |c: &char| !c.is_control() && !is_bidi_control(*c);
    let cut: String = value
        .trim()
        .chars()
        .filter(seen)
        .take(LONGEST_VALUE)
        .collect();
    cut.trim().to_owned()
}

fn tidy_list(values: &[String]) -> Vec<String> {
    let mut tidied: Vec<String> = values.iter().map(|value| tidy(value)).collect();
    tidied.retain(|value| !value.is_empty());
    tidied.sort_unstable();
    tidied.dedup();
    tidied.truncate(MOST_VALUES);
    tidied
}

/// Items keep the order in which people wrote them.
fn tidy_items(items: &[Item]) -> Vec<Item> {
    let mut tidied: Vec<Item> = Vec::new();
    for item in items {
        let item = Item {
            kind: tidy(&item.kind),
            words: tidy(&item.words),
        };
        let is_new = item != Item::default() && !tidied.contains(&item);
        if is_new && tidied.len() < MOST_VALUES {
            tidied.push(item);
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any};
    use proptest::{collection::vec, prop_assert, prop_assert_eq, proptest};

    use super::{Description, Item, LONGEST_TEXT, LONGEST_VALUE, MOST_VALUES, Seeker};

    fn check(text: &str, canonical: &str) {
        let seeker = Seeker::read(text);
        assert_eq!(seeker.write(), canonical);
        assert_eq!(Seeker::read(canonical), seeker);
    }

    #[test]
    fn a_description_has_one_text() {
        check("", "");
        check("sector=land,food,land", "sector=food,land");
        check(
            "#seeks=service:Translators,Paper&country=US&place= Jackson &view=map",
            "place=Jackson&country=US&seeks=service:Translators,:Paper",
        );
        check("offers=good:a%2Cb%3Ac", "offers=good:a%2Cb%3Ac");
    }

    #[test]
    fn an_entry_goes_by_its_id() {
        check("entry=mst", "entry=mst");
        check("sector=food&entry=mst", "entry=mst");
        check("entry=../etc&sector=food", "sector=food");
    }

    #[test]
    fn the_longest_description_is_read_whole() {
        let many = |prefix: char| -> Vec<String> {
            let tail = "\u{10FFFD}".repeat(LONGEST_VALUE - 3);
            let value = |n| format!("{prefix}{n:02}{tail}");
            (0..MOST_VALUES).map(value).collect()
        };
        let items = || -> Vec<Item> {
            let both = many('k').into_iter().zip(many('w'));
            both.map(|(kind, words)| Item { kind, words }).collect()
        };
        let text = || many('x').remove(0);
        let described = Description {
            sectors: many('s'),
            governance: many('g'),
            place: text(),
            region: text(),
            country: text(),
            language: text(),
            scale: text(),
            domain: text(),
            approach: text(),
            offers: items(),
            seeks: items(),
        };
        let seeker = Seeker::Described(Box::new(described));
        assert!(seeker.write().len() < LONGEST_TEXT);
        assert_eq!(Seeker::read(&seeker.write()), seeker);
    }

    fn described() -> impl Strategy<Value = Description> {
        let item = any::<(String, String)>().prop_map(|(kind, words)| Item { kind, words });
        let items = vec(item, 0..4);
        let list = vec(any::<String>(), 0..4);
        let all = (list, any::<[String; 5]>(), items.clone(), items);
        all.prop_map(|(sectors, texts, offers, seeks)| {
            let [place, region, country, language, scale] = texts;
            Description {
                governance: sectors.clone(),
                sectors,
                place,
                region,
                country,
                language,
                scale,
                offers,
                seeks,
                ..Description::default()
            }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(description in described()) {
            let text = Seeker::Described(Box::new(description.clone())).write();
            prop_assert!(text.is_ascii());
            prop_assert_eq!(Seeker::read(&text), Seeker::Described(Box::new(description.tidied())));
        }

        #[test]
        fn any_text_is_read_to_one_canonical_text(text in "(sector|offers|seeks|place|entry|x)?[=&,:%a-z+ é]{0,40}") {
            let once = Seeker::read(&text);
            prop_assert_eq!(Seeker::read(&once.write()), once);
        }
    }
}
