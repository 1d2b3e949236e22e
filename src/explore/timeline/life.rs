//! When an entry began and ended, as far as it is known, in days and in words.

use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::timeline::day::Days;
use crate::model::date::Edtf;

/// What is known of an entry's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    /// When it began.
    pub founded: Option<Edtf>,
    /// When it ended.
    pub ended: Option<Edtf>,
    /// How it stands now.
    pub standing: Standing,
}

/// How an entry stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of schema.md's list S")]
pub enum Standing {
    Planned,
    Active,
    Dormant,
    Transformed,
    Ended,
    Unknown,
    /// An idea, a trail: it has no status, and does not end.
    Idea,
    /// It happened.
    Event,
}

impl Standing {
    /// How an entry of this kind and status stands. A status of a site's own says nothing here.
    pub fn of(kind: &str, status: Option<&str>) -> Standing {
        match (kind, status) {
            ("event", _) => Standing::Event,
            (_, None) => Standing::Idea,
            (_, Some("planned")) => Standing::Planned,
            (_, Some("active")) => Standing::Active,
            (_, Some("dormant")) => Standing::Dormant,
            (_, Some("transformed")) => Standing::Transformed,
            (_, Some("ended")) => Standing::Ended,
            (_, Some(_)) => Standing::Unknown,
        }
    }

    /// How it stands, where no end is recorded; empty where that goes without saying.
    fn in_words(self) -> &'static str {
        match self {
            Standing::Planned => "planned",
            Standing::Active => "still active",
            Standing::Dormant => "dormant now",
            Standing::Transformed => "transformed since, no date recorded",
            Standing::Ended => "ended, no date recorded",
            Standing::Unknown => "not known whether it still stands",
            Standing::Idea | Standing::Event => "",
        }
    }
}

/// How a bar ends on the left or on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// On one of these days.
    On(Days),
    /// Not yet.
    Open,
    /// Nobody recorded when.
    Unknown,
}

impl Life {
    /// What the catalog knows of a row's time.
    pub fn of(catalog: &Catalog, row: &Row) -> Life {
        let value = |facet: Facet| {
            let at = catalog.facets.iter().position(|f| f.facet == facet)?;
            let number = *row.values.get(at)?.first()?;
            let values = &catalog.facets.get(at)?.values;
            values.get(usize::from(number)).map(|(value, _)| &**value)
        };
        let kind = value(Facet::Kind).unwrap_or_default();
        Life {
            founded: row.founded,
            ended: row.ended,
            standing: Standing::of(kind, value(Facet::Status)),
        }
    }

    /// Whether any date is known.
    pub fn is_dated(self) -> bool {
        self.founded.is_some() || self.ended.is_some()
    }

    /// When it began.
    pub fn start(self) -> Limit {
        self.founded
            .map_or(Limit::Unknown, |date| Limit::On(Days::of(date)))
    }

    /// When it ended. An event without an end was over when it began.
    pub fn end(self) -> Limit {
        if let Some(ended) = self.ended {
            return Limit::On(Days::of(ended));
        }
        match self.standing {
            Standing::Active | Standing::Idea => Limit::Open,
            Standing::Event => self.start(),
            Standing::Planned
            | Standing::Dormant
            | Standing::Transformed
            | Standing::Ended
            | Standing::Unknown => Limit::Unknown,
        }
    }

    /// Its time in words: `Founded about 2014, ended 2020`.
    pub fn in_words(self) -> String {
        let founded = self.founded.map(Edtf::in_words);
        let ended = self.ended.map(Edtf::in_words);
        if self.standing == Standing::Event {
            return event_in_words(founded, ended);
        }
        let begins = if self.standing == Standing::Idea {
            "Dates from"
        } else {
            "Founded"
        };
        let start = match founded {
            Some(founded) => format!("{begins} {founded}"),
            None => "No beginning recorded".to_owned(),
        };
        match (ended, self.standing.in_words()) {
            (Some(ended), _) => format!("{start}, ended {ended}"),
            (None, "") => start,
            (None, standing) => format!("{start}, {standing}"),
        }
    }
}

fn event_in_words(founded: Option<String>, ended: Option<String>) -> String {
    match (founded, ended) {
        (Some(from), Some(to)) => format!("Happened from {from} to {to}"),
        (Some(one), None) => format!("Happened {one}"),
        (None, Some(to)) => format!("Happened until {to}"),
        (None, None) => "No date recorded".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Life, Limit, Standing};
    use crate::explore::catalog::{Catalog, Choices, Facet, Row};
    use crate::model::date::Edtf;

    fn life(kind: &str, status: &str, founded: &str, ended: &str) -> Life {
        Life {
            founded: Edtf::parse(founded),
            ended: Edtf::parse(ended),
            standing: Standing::of(kind, Some(status).filter(|status| !status.is_empty())),
        }
    }

    fn check(kind: &str, status: &str, dates: [&str; 2], expect: &str) {
        let life = life(kind, status, dates[0], dates[1]);
        assert_eq!(life.in_words(), expect);
    }

    #[test]
    fn a_life_is_said_in_words() {
        check(
            "tool",
            "ended",
            ["2014~", "2020"],
            "Founded about 2014, ended 2020",
        );
        check(
            "tool",
            "active",
            ["2014-05", ""],
            "Founded May 2014, still active",
        );
        check(
            "tool",
            "dormant",
            ["2014?", ""],
            "Founded 2014 (uncertain), dormant now",
        );
        check(
            "tool",
            "ended",
            ["2014", ""],
            "Founded 2014, ended, no date recorded",
        );
        check(
            "tool",
            "ended",
            ["", "2020"],
            "No beginning recorded, ended 2020",
        );
        check(
            "tool",
            "active",
            ["", ""],
            "No beginning recorded, still active",
        );
        check(
            "tool",
            "own",
            ["2014", ""],
            "Founded 2014, not known whether it still stands",
        );
        check("concept", "", ["1844", ""], "Dates from 1844");
        check("event", "", ["2014-05-01", ""], "Happened 1 May 2014");
        check(
            "event",
            "",
            ["2014-05-01", "2014-05-03"],
            "Happened from 1 May 2014 to 3 May 2014",
        );
    }

    #[test]
    fn ends_are_known_open_or_unknown() {
        let on = life("tool", "ended", "2014", "2014").start();
        assert_eq!(life("tool", "ended", "2013", "2014").end(), on);
        assert_eq!(life("tool", "active", "2014", "").end(), Limit::Open);
        assert_eq!(life("concept", "", "2014", "").end(), Limit::Open);
        assert_eq!(life("tool", "unknown", "2014", "").end(), Limit::Unknown);
        assert_eq!(life("event", "", "2014", "").end(), on);
        assert_eq!(life("event", "", "", "").end(), Limit::Unknown);
    }

    #[test]
    fn kind_and_status_come_from_the_catalog() {
        let choices = |facet, values: &[&str]| Choices {
            facet,
            label: String::new(),
            values: values.iter().map(|v| ((*v).into(), (*v).into())).collect(),
            ..Choices::default()
        };
        let catalog = Catalog {
            facets: vec![
                choices(Facet::Kind, &["event", "tool"]),
                choices(Facet::Status, &["active", "dormant"]),
            ],
            ..Catalog::default()
        };
        let standing = |values: Vec<Vec<u16>>| {
            let row = Row {
                values,
                ..Row::default()
            };
            Life::of(&catalog, &row).standing
        };
        assert_eq!(standing(vec![vec![0], vec![]]), Standing::Event);
        assert_eq!(standing(vec![vec![1], vec![1]]), Standing::Dormant);
        assert_eq!(standing(vec![vec![1], vec![]]), Standing::Idea);
        assert_eq!(standing(vec![]), Standing::Idea);
        assert_eq!(standing(vec![vec![9], vec![9]]), Standing::Idea);
    }
}
