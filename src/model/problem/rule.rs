//! Breaches of the rules that each entry, and all of them together, should keep.

use std::fmt;

use crate::model::date::{Date, Edtf};
use crate::model::problem::{Explain, Severity};

/// A rule that is not kept: one variant or two per file of `compile::check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleFact {
    /// A field that this kind of entry cannot have.
    Misplaced {
        /// The field.
        field: &'static str,
        /// The entry's kind.
        kind: String,
        /// What it belongs to, in the plural.
        belongs_to: &'static str,
    },
    /// The file's name cannot be an id.
    IdNotPlain {
        /// The name without `.md`.
        id: String,
        /// A name that can.
        nearest: String,
    },
    /// Two entries have one id, or ids that differ only in case.
    IdTaken {
        /// The id.
        id: String,
        /// The other file.
        other: String,
    },
    /// A relation from an entry to itself.
    ToItself {
        /// Its id.
        id: String,
    },
    /// The end stands before the beginning.
    EndsFirst {
        /// The field of the beginning.
        first: &'static str,
        /// What it says.
        began: Edtf,
        /// What the end says.
        ended: Edtf,
    },
    /// Coordinates without `location_consent: true`.
    GeoWithoutConsent,
    /// Coordinates where the entry says that it is shown less exactly.
    GeoTooFine {
        /// The precision that it says.
        precision: &'static str,
    },
    /// Coordinates to the metre where only the city is shown.
    GeoTooExact {
        /// How many decimals a city needs.
        decimals: usize,
    },
    /// An entry at risk without `location_precision: country` or `none`.
    AtRiskPrecision,
    /// An entry at risk with a field that leads to people or places.
    AtRiskField {
        /// The field.
        field: &'static str,
    },
    /// An address without `contact_consent: true`.
    EmailWithoutConsent,
    /// An address that looks like one person's.
    PersonalEmail {
        /// The address.
        email: String,
    },
    /// A day after the day of the build.
    Future {
        /// The date as written.
        date: String,
        /// The day of the build.
        today: Date,
    },
    /// The number of a source that the entry does not have.
    NoSuchSource {
        /// The number.
        number: usize,
        /// How many it has.
        sources: usize,
    },
    /// A summary that no list or preview can show.
    SummaryTooLong {
        /// Its characters.
        length: usize,
        /// The most there can be.
        limit: usize,
    },
    /// A summary that search engines and previews cut.
    SummaryLong {
        /// Its characters.
        length: usize,
        /// How many are always shown.
        limit: usize,
    },
    /// Nobody has checked the entry against its sources.
    NotVerified,
    /// It is long since somebody has.
    Stale {
        /// When.
        verified: Date,
        /// Days since.
        days: i64,
        /// Days after which it should be done again.
        every: u32,
    },
    /// An entity without `founded`.
    NoFounded,
    /// An entry that nothing leads to or from.
    Orphan,
    /// Two entries with nearly the same name.
    SameName {
        /// The name here.
        name: String,
        /// The name there.
        other: String,
        /// The id there.
        id: String,
    },
    /// Two entries with the same URL.
    SameUrl {
        /// The id of the other.
        id: String,
    },
    /// `related` where a type already says how.
    RelatedBeside {
        /// The id of the other entry.
        id: String,
        /// The type that says it.
        kind: &'static str,
    },
    /// A relation stored in both entries.
    BothSides {
        /// The id of the other entry.
        id: String,
        /// The type.
        kind: &'static str,
    },
    /// A source without the day on which it was read.
    NotAccessed,
    /// A disputed claim with fewer than two sources.
    ThinDispute {
        /// How many it has.
        sources: usize,
    },
    /// Something offered or sought until a day that has passed.
    Expired {
        /// The day.
        date: Date,
    },
}

impl Explain for RuleFact {
    fn code(&self) -> &'static str {
        match self {
            RuleFact::Misplaced { .. } => "misplaced-field",
            RuleFact::IdNotPlain { .. } => "id-not-plain",
            RuleFact::IdTaken { .. } => "id-taken",
            RuleFact::ToItself { .. } => "self-relation",
            RuleFact::EndsFirst { .. } => "ended-before-founded",
            RuleFact::GeoWithoutConsent => "geo-without-consent",
            RuleFact::GeoTooFine { .. } | RuleFact::GeoTooExact { .. } => "geo-too-fine",
            RuleFact::AtRiskPrecision | RuleFact::AtRiskField { .. } => "at-risk",
            RuleFact::EmailWithoutConsent => "email-without-consent",
            RuleFact::PersonalEmail { .. } => "personal-email",
            RuleFact::Future { .. } => "future-date",
            RuleFact::NoSuchSource { .. } => "no-such-source",
            RuleFact::SummaryTooLong { .. } | RuleFact::SummaryLong { .. } => "long-summary",
            RuleFact::NotVerified => "not-verified",
            RuleFact::Stale { .. } => "stale",
            RuleFact::NoFounded => "no-founded",
            RuleFact::Orphan => "orphan",
            RuleFact::SameName { .. } | RuleFact::SameUrl { .. } => "near-duplicate",
            RuleFact::RelatedBeside { .. } => "related-beside-typed",
            RuleFact::BothSides { .. } => "relation-on-both-sides",
            RuleFact::NotAccessed => "not-accessed",
            RuleFact::ThinDispute { .. } => "thin-dispute",
            RuleFact::Expired { .. } => "expired",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            RuleFact::Misplaced { .. }
            | RuleFact::IdNotPlain { .. }
            | RuleFact::IdTaken { .. }
            | RuleFact::ToItself { .. }
            | RuleFact::EndsFirst { .. }
            | RuleFact::GeoWithoutConsent
            | RuleFact::GeoTooFine { .. }
            | RuleFact::GeoTooExact { .. }
            | RuleFact::AtRiskPrecision
            | RuleFact::AtRiskField { .. }
            | RuleFact::EmailWithoutConsent
            | RuleFact::Future { .. }
            | RuleFact::NoSuchSource { .. }
            | RuleFact::SummaryTooLong { .. } => Severity::Error,
            RuleFact::PersonalEmail { .. }
            | RuleFact::SummaryLong { .. }
            | RuleFact::NotVerified
            | RuleFact::Stale { .. }
            | RuleFact::NoFounded
            | RuleFact::Orphan
            | RuleFact::SameName { .. }
            | RuleFact::SameUrl { .. }
            | RuleFact::RelatedBeside { .. }
            | RuleFact::BothSides { .. }
            | RuleFact::NotAccessed
            | RuleFact::ThinDispute { .. }
            | RuleFact::Expired { .. } => Severity::Warning,
        }
    }

    fn help(&self) -> String {
        match self {
            RuleFact::Misplaced { field, .. } => format!("delete `{field}`, or change `kind`"),
            RuleFact::IdNotPlain { nearest, .. } => format!("rename the file to `{nearest}.md`"),
            RuleFact::IdTaken { .. } => {
                "rename one of the two files, and write the old id in its `redirect_from`".into()
            }
            RuleFact::ToItself { .. } => {
                "delete the relation, or write the id of another entry".into()
            }
            RuleFact::EndsFirst { .. } => "check both dates against the sources".into(),
            RuleFact::GeoWithoutConsent => {
                "delete `geo`, or ask the group and then write `location_consent: true`".into()
            }
            RuleFact::GeoTooFine { .. } => {
                "delete `geo`, or write `location_precision: city` if the group agrees".into()
            }
            RuleFact::GeoTooExact { decimals } => format!(
                "round to {decimals} decimals, or write `location_precision: exact` for premises that publish their address"
            ),
            RuleFact::AtRiskPrecision => "write `location_precision: country`, or `none`".into(),
            RuleFact::AtRiskField { field } => {
                format!(
                    "delete `{field}`, and ask the maintainers to clean the history if it was published"
                )
            }
            RuleFact::EmailWithoutConsent => {
                "delete the address, or ask the group and then write `contact_consent: true`".into()
            }
            RuleFact::PersonalEmail { .. } => {
                "write a shared role address, such as `hello@example.org`".into()
            }
            RuleFact::Future { today, .. } => {
                format!("write a date up to {today}, the day of this build")
            }
            RuleFact::NoSuchSource { sources: 0, .. } => "add the source under `sources`".into(),
            RuleFact::NoSuchSource { sources, .. } => format!("write a number from 1 to {sources}"),
            RuleFact::SummaryTooLong { limit, .. } => {
                format!("say it in {limit} characters, and the rest in the text below")
            }
            RuleFact::SummaryLong { limit, .. } => {
                format!("say it in {limit} characters if you can")
            }
            RuleFact::NotVerified => {
                "read the sources, correct the entry, and write `verified:` with the day".into()
            }
            RuleFact::Stale { .. } => {
                "read the sources again, correct the entry, and write the day".into()
            }
            RuleFact::NoFounded => {
                "add `founded:`, such as `2014` or `2014~` for about 2014".into()
            }
            RuleFact::Orphan => {
                "add a relation, or a link such as `[[mutual-aid]]` in the text".into()
            }
            RuleFact::SameName { id, .. } | RuleFact::SameUrl { id } => {
                format!("merge the two, or write `distinct_from: [{id}]`")
            }
            RuleFact::RelatedBeside { .. } => "delete the relation of type `related`".into(),
            RuleFact::BothSides { .. } => "keep one of the two; the other side is computed".into(),
            RuleFact::NotAccessed => "add `accessed:` with the day on which you read it".into(),
            RuleFact::ThinDispute { .. } => {
                "write the numbers of at least two sources that differ, such as `sources: [1, 2]`"
                    .into()
            }
            RuleFact::Expired { .. } => {
                "delete it, or write a later day; until then it is not shown".into()
            }
        }
    }
}

impl fmt::Display for RuleFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleFact::Misplaced {
                field,
                kind,
                belongs_to,
            } => write!(f, "`{field}` is for {belongs_to}; this is a `{kind}`"),
            RuleFact::IdNotPlain { id, .. } => write!(
                f,
                "the id `{id}` holds more than small letters, digits and inner hyphens"
            ),
            RuleFact::IdTaken { id, other } => {
                write!(f, "the id `{id}` is that of `{other}` as well")
            }
            RuleFact::ToItself { id } => write!(f, "`{id}` has a relation to itself"),
            RuleFact::EndsFirst {
                first,
                began,
                ended,
            } => write!(f, "`{ended}` is before `{first}`, which is `{began}`"),
            RuleFact::GeoWithoutConsent => f.write_str("coordinates without the group's consent"),
            RuleFact::GeoTooFine { precision } => write!(
                f,
                "coordinates are finer than `location_precision: {precision}`"
            ),
            RuleFact::GeoTooExact { decimals } => write!(
                f,
                "more than {decimals} decimals are finer than `location_precision: city`"
            ),
            RuleFact::AtRiskPrecision => {
                f.write_str("a group at risk is shown more exactly than its country")
            }
            RuleFact::AtRiskField { field } => write!(f, "`{field}` endangers a group at risk"),
            RuleFact::EmailWithoutConsent => f.write_str("an address without the group's consent"),
            RuleFact::PersonalEmail { email } => {
                write!(f, "`{email}` looks like one person's address")
            }
            RuleFact::Future { date, .. } => write!(f, "`{date}` lies in the future"),
            RuleFact::NoSuchSource { number, sources } => match sources {
                0 => write!(f, "there is no source {number}; the entry has none"),
                1 => write!(f, "there is no source {number}; the entry has one"),
                _several => write!(f, "there is no source {number}; the entry has {sources}"),
            },
            RuleFact::SummaryTooLong { length, limit } => write!(
                f,
                "the summary has {length} characters; the most is {limit}"
            ),
            RuleFact::SummaryLong { length, limit } => write!(
                f,
                "the summary has {length} characters; previews cut it after {limit}"
            ),
            RuleFact::NotVerified => {
                f.write_str("nobody has checked this entry against its sources")
            }
            RuleFact::Stale {
                verified,
                days,
                every,
            } => write!(
                f,
                "last checked on {verified}, {days} days ago; it should be every {every} days"
            ),
            RuleFact::NoFounded => f.write_str("the entry does not say when it was founded"),
            RuleFact::Orphan => f.write_str("no relation and no link leads here or from here"),
            RuleFact::SameName { name, other, id } => {
                write!(f, "`{name}` is nearly `{other}`, the name of `{id}`")
            }
            RuleFact::SameUrl { id } => write!(f, "`{id}` has the same URL"),
            RuleFact::RelatedBeside { id, kind } => {
                write!(f, "`{kind}` already connects this entry and `{id}`")
            }
            RuleFact::BothSides { id, kind } => {
                write!(f, "`{kind}` is written in `{id}` as well")
            }
            RuleFact::NotAccessed => f.write_str("the source does not say when it was read"),
            RuleFact::ThinDispute { sources: 0 } => {
                f.write_str("a disputed claim without a source")
            }
            RuleFact::ThinDispute { .. } => f.write_str("a disputed claim with only one source"),
            RuleFact::Expired { date } => write!(f, "this was open until {date}"),
        }
    }
}
