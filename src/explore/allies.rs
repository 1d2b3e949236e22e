//! The ally finder: who offers what a group seeks, seeks what it offers, or is most like it, and why.
//!
//! ```text
//! Catalog -> Prepared                    once
//! Prepared + Seeker -> Found             ranked hits, each with its reasons in words
//! Nearest + row -> Vec<Hit>              the nearest allies for an entry's page
//! ```
//!
//! The score is a plain sum of what two have in common; [`weight`] has every number and its reason, [`weighed`] tells them
//! to readers. [`answers`] are what a person who describes herself can choose from.

pub mod answers;
pub mod nearest;
pub mod reason;
pub mod seeker;
pub mod weighed;
pub mod weight;

mod overlap;
mod profile;
mod town;

use std::cmp::Reverse;

use crate::explore::allies::profile::Profile;
use crate::explore::allies::reason::Because;
use crate::explore::allies::seeker::{Description, Seeker};
use crate::explore::allies::town::Towns;
use crate::explore::catalog::{Catalog, Facet};
use crate::explore::lookup::{row_with_id, values};
use crate::explore::phrase::listed;

/// A catalog made ready for comparing.
#[derive(Debug, Clone)]
pub struct Prepared<'a> {
    catalog: &'a Catalog,
    towns: Towns,
    profiles: Vec<Profile>,
    /// Rows that can be allies: entities, not ideas; with whether they have ended.
    entities: Vec<(u32, bool)>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The best, as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many have anything in common.
    pub total: usize,
    /// What was found, or what to fill in or change: in words, always.
    pub sentence: String,
    /// What was said that no entry here has: a sentence, where there is any.
    pub unknown: Option<String>,
}

/// An ally.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its row.
    pub row: u32,
    /// The sum of its reasons' points.
    pub score: u32,
    /// Whether it has ended; such stand last.
    pub has_ended: bool,
    /// Why, weightiest kind first.
    pub reasons: Vec<Because>,
}

/// Makes `catalog` ready.
pub fn prepared(catalog: &Catalog) -> Prepared<'_> {
    let towns = Towns::of(catalog);
    let profiles = profile::of_rows(catalog, &towns);
    // Only entities have a status; the schema refuses it on an idea.
    let rows = (0_u32..).zip(&catalog.rows);
    let entities = rows
        .filter(|(_, row)| !values(catalog, row, Facet::Status).is_empty())
        .map(|(number, row)| (number, reason::ended(catalog, row).is_some()))
        .collect();
    Prepared {
        catalog,
        towns,
        profiles,
        entities,
    }
}

impl Prepared<'_> {
    /// The best `most` allies of a seeker.
    pub fn find(&self, seeker: &Seeker, most: usize) -> Found {
        match seeker {
            Seeker::Entry(id) => match row_with_id(self.catalog, id) {
                Some(row) => self.of_row(row, most),
                None => said(format!(
                    "There is no entry “{id}” here. Choose another, or describe yourselves."
                )),
            },
            Seeker::Described(description) => {
                let description = description.tidied();
                if description.is_empty() {
                    return said(
                        "Say what you work on, where you are, or what you offer and seek: one of these is enough to begin."
                            .to_owned(),
                    );
                }
                self.of_description(&description, most)
            }
        }
    }

    fn of_row(&self, row: u32, most: usize) -> Found {
        self.found(&self.profiles[row as usize], Some(row), most)
    }

    /// The sectors that most groups work on, each with how many do, fullest first: what to try where nothing was found.
    pub fn fullest_sectors(&self, most: usize) -> Vec<(u16, usize)> {
        self.fullest(|profile| &profile.sectors, most)
    }

    /// The countries with most groups, likewise.
    pub fn fullest_countries(&self, most: usize) -> Vec<(u16, usize)> {
        self.fullest(|profile| &profile.countries, most)
    }

    fn fullest(&self, of: fn(&Profile) -> &Vec<u16>, most: usize) -> Vec<(u16, usize)> {
        let still_there = self.entities.iter().filter(|(_, has_ended)| !has_ended);
        let mut numbers: Vec<u16> = still_there
            .flat_map(|(row, _)| of(&self.profiles[*row as usize]))
            .copied()
            .collect();
        numbers.sort_unstable();
        let mut counted: Vec<(u16, usize)> = numbers
            .chunk_by(|a, b| a == b)
            .map(|alike| (alike[0], alike.len()))
            .collect();
        counted.sort_unstable_by_key(|(number, count)| (Reverse(*count), *number));
        counted.truncate(most);
        counted
    }

    /// The group that says most of itself, as an example; the first of equals.
    pub fn example(&self) -> Option<u32> {
        let rows = self.entities.iter().filter(|(_, has_ended)| !has_ended);
        let said = |row: u32| {
            let profile = &self.profiles[row as usize];
            let things = profile.offers.len() + profile.seeks.len();
            let lists = profile.sectors.len() + profile.governance.len() + profile.allies.len();
            (things, lists + profile.towns.len())
        };
        let (row, _) = rows.min_by_key(|(row, _)| (Reverse(said(*row)), *row))?;
        Some(*row)
    }

    fn of_description(&self, description: &Description, most: usize) -> Found {
        let (profile, unknown) =
            profile::of_description(self.catalog, &self.towns, &self.profiles, description);
        let quoted: Vec<String> = unknown.iter().map(|word| format!("“{word}”")).collect();
        let unknown = (!quoted.is_empty()).then(|| {
            let words = listed(&quoted);
            format!("No entry here has {words}; the rest was compared.")
        });
        Found {
            unknown,
            ..self.found(&profile, None, most)
        }
    }

    fn found(&self, own: &Profile, row: Option<u32>, most: usize) -> Found {
        let ranked = self.ranked(own, row);
        let total = ranked.len();
        let with = match row {
            Some(row) => &self.catalog.rows[row as usize].title,
            None => "you",
        };
        Found {
            sentence: summed_up((total, most), with),
            total,
            hits: self.hits(own, row, &best(ranked, most)),
            unknown: None,
        }
    }

    /// All that have anything in common with `own`, in the order of rows, without itself.
    fn ranked(&self, own: &Profile, itself: Option<u32>) -> Vec<Ranked> {
        let others = self.entities.iter();
        let others = others.filter(|(row, _)| Some(*row) != itself);
        let ranked = others.map(|&(row, has_ended)| Ranked {
            has_ended,
            score: overlap::score(own, &self.profiles[row as usize]),
            row,
        });
        ranked.filter(|ally| ally.score > 0).collect()
    }

    fn hits(&self, own: &Profile, itself: Option<u32>, ranked: &[Ranked]) -> Vec<Hit> {
        let hit = |ally: &Ranked| {
            let at = ally.row as usize;
            let (theirs, row) = (&self.profiles[at], &self.catalog.rows[at]);
            let mut reasons = reason::reasons(self.catalog, (own, theirs), row);
            let tie = itself.and_then(|itself| reason::ties(self.catalog, itself, ally.row));
            reasons.extend(tie);
            reasons.extend(reason::ended(self.catalog, row));
            Hit {
                row: ally.row,
                score: ally.score,
                has_ended: ally.has_ended,
                reasons,
            }
        };
        ranked.iter().map(hit).collect()
    }
}

/// A row and its score.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    row: u32,
    score: u32,
    has_ended: bool,
}

impl Ranked {
    /// What has ended is last, then the score decides. Rows are sorted by title and address, so among equals their numbers
    /// do.
    fn key(&self) -> (bool, Reverse<u32>, u32) {
        (self.has_ended, Reverse(self.score), self.row)
    }
}

/// The first `most` in order.
fn best(mut ranked: Vec<Ranked>, most: usize) -> Vec<Ranked> {
    if most < ranked.len() {
        ranked.select_nth_unstable_by_key(most, Ranked::key);
        ranked.truncate(most);
    }
    ranked.sort_unstable_by_key(Ranked::key);
    ranked
}

fn said(sentence: String) -> Found {
    Found {
        sentence,
        ..Found::default()
    }
}

/// `with` is whom they have it in common with.
fn summed_up((total, most): (usize, usize), with: &str) -> String {
    match (total, with) {
        (0, "you") => "No group here has any of this in common with you. Name a wider place, another sector, or what you offer and seek."
            .to_owned(),
        (0, _) => format!("No group here has anything in common with {with} that is known."),
        (1, _) => format!("1 group has something in common with {with}."),
        (_, _) => {
            let shown = if total > most {
                format!(" The first {most} are shown.")
            } else {
                String::new()
            };
            format!(
                "{total} groups have something in common with {with}: offers that meet needs first, then what is shared, those that have ended last.{shown}"
            )
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
