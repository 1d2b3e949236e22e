//! The ally finder: who offers what a group seeks, seeks what it offers, or is most like it, and why.
//!
//! ```text
//! Catalog -> Prepared                    once
//! Prepared + Seeker -> Found             ranked hits, each with its reasons in words
//! Nearest + row -> Vec<Hit>              the nearest allies for an entry's page
//! ```
//!
//! The score is a plain sum of what two have in common; [`weight`] has every number and its reason.

pub mod nearest;
pub mod reason;
pub mod seeker;
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
use crate::explore::phrase::{counted, listed};

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
        Found {
            sentence: summed_up(total, most),
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

fn summed_up(total: usize, most: usize) -> String {
    if total == 0 {
        return "No group here has any of this in common with you. Name a wider place, another sector, or what you offer and seek."
            .to_owned();
    }
    let groups = counted(total, "group has", "groups have");
    let shown = if total > most {
        format!(" The first {most} are shown.")
    } else {
        String::new()
    };
    format!(
        "{groups} something in common with you: offers that meet needs first, then what is shared, those that have ended last.{shown}"
    )
}

#[cfg(test)]
pub(crate) mod tests;
