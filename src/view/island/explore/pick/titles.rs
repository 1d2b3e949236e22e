//! The titles of all entries, ready to be found by some of their letters.

use crate::explore::catalog::{Catalog, Facet};
use crate::search::fold::fold;

/// The titles, in the order of the catalog's rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Titles(Vec<Titled>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Titled {
    title: String,
    /// Kind and place: two may have one title.
    note: String,
    folded: String,
}

/// Those that fit what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fitting {
    /// The best, as many as were asked for.
    pub rows: Vec<u32>,
    /// How many there are.
    pub total: usize,
}

impl Titles {
    /// The titles of a catalog.
    pub fn of(catalog: &Catalog) -> Titles {
        let rows = (0_u32..).zip(&catalog.rows);
        let titled = rows.map(|(number, row)| {
            let kinds = catalog.labels(number, Facet::Kind);
            let place = row.place.iter().map(|place| place.name.as_str());
            let note: Vec<&str> = kinds.chain(place).collect();
            Titled {
                title: row.title.clone(),
                note: note.join(" · "),
                folded: fold(&row.title),
            }
        });
        Titles(titled.collect())
    }

    /// The title of a row; empty for a row that is not there.
    pub fn title(&self, row: u32) -> &str {
        self.titled(row).map_or("", |titled| &titled.title)
    }

    /// What tells a row from others of its title.
    pub fn note(&self, row: u32) -> &str {
        self.titled(row).map_or("", |titled| &titled.note)
    }

    /// The rows whose title `typed` is some of: the whole title first, then its beginning, then beginnings of its words,
    /// then any of its letters; all of them while nothing is typed.
    pub fn fitting(&self, typed: &str, most: usize) -> Fitting {
        let wanted = fold(typed);
        let mut ranked: Vec<(u8, u32)> = (0_u32..)
            .zip(&self.0)
            .filter_map(|(row, titled)| Some((rank(&titled.folded, &wanted)?, row)))
            .collect();
        ranked.sort_unstable();
        Fitting {
            total: ranked.len(),
            rows: ranked.iter().take(most).map(|(_, row)| *row).collect(),
        }
    }

    /// The row with exactly this title, if there is but one.
    pub fn only(&self, typed: &str) -> Option<u32> {
        let wanted = fold(typed);
        let mut same = (0_u32..)
            .zip(&self.0)
            .filter(|(_, titled)| titled.folded == wanted);
        let (row, _) = same.next()?;
        same.next().is_none().then_some(row)
    }

    fn titled(&self, row: u32) -> Option<&Titled> {
        usize::try_from(row).ok().and_then(|row| self.0.get(row))
    }
}

/// How well folded letters fit a folded title; less is better.
fn rank(title: &str, wanted: &str) -> Option<u8> {
    let begins_a_word = |wanted: &str| title.split(' ').any(|word| word.starts_with(wanted));
    if title == wanted {
        Some(0)
    } else if title.starts_with(wanted) {
        Some(1)
    } else if wanted.split(' ').all(begins_a_word) {
        Some(2)
    } else if title.contains(wanted) {
        Some(3)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Titles;
    use crate::explore::catalog::{Catalog, Row};

    fn titles(titles: &[&str]) -> Titles {
        let row = |title: &&str| Row {
            title: (*title).to_owned(),
            ..Row::default()
        };
        Titles::of(&Catalog {
            rows: titles.iter().map(row).collect(),
            ..Catalog::default()
        })
    }

    const SOME: [&str; 6] = [
        "Café Unión",
        "Commons",
        "Cooperation Jackson",
        "Jackson",
        "Land and Jackson’s",
        "Unterjacksonburg",
    ];

    fn check(typed: &str, expect: &[&str]) {
        let titles = titles(&SOME);
        let fitting = titles.fitting(typed, SOME.len());
        let found: Vec<&str> = fitting.rows.iter().map(|row| titles.title(*row)).collect();
        assert_eq!(found, expect, "{typed}");
    }

    #[test]
    fn the_whole_title_is_first_then_its_beginning_then_its_words_then_its_letters() {
        check(
            "jackson",
            &[
                "Jackson",
                "Cooperation Jackson",
                "Land and Jackson’s",
                "Unterjacksonburg",
            ],
        );
        check("co", &["Commons", "Cooperation Jackson"]);
        check("ja co", &["Cooperation Jackson"]);
    }

    #[test]
    fn case_and_diacritics_count_for_nothing() {
        check("CAFE UNION", &["Café Unión"]);
        check("union", &["Café Unión"]);
    }

    #[test]
    fn all_fit_while_nothing_is_typed_and_none_fits_nonsense() {
        check("", &SOME);
        check(" ", &SOME);
        check("telepathy", &[]);
    }

    #[test]
    fn no_more_are_shown_than_asked_for_but_all_are_counted() {
        let fitting = titles(&SOME).fitting("", 2);
        assert_eq!((fitting.rows, fitting.total), (vec![0, 1], 6));
    }

    #[test]
    fn one_title_may_be_had_by_two() {
        let twice = titles(&["Commons", "commons", "Land"]);
        assert_eq!(twice.only("Commons"), None);
        assert_eq!(twice.only("land"), Some(2));
        assert_eq!(twice.only(""), None);
    }
}
