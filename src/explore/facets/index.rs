//! Making the index, finding things in it by name, and the rows that a selection leaves.

use std::cmp::Ordering;
use std::sync::OnceLock;

use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::facets::{Index, Related, Selection, Sign, Span};
use crate::explore::set::{Members, Set};
use crate::search::fold::fold;

impl Index {
    /// Sorts a catalog by everything that it is asked for.
    pub fn new(catalog: Catalog) -> Index {
        let rows = u32::try_from(catalog.rows.len()).unwrap_or(u32::MAX);
        let relations = (0..).zip(&catalog.rows).flat_map(|(from, row)| {
            let relations = row.relations.iter();
            relations.map(move |(kind, to)| (from, *kind, *to))
        });
        let relations: Vec<(u32, u8, u32)> = relations.collect();
        let columns = 0..catalog.facets.len();
        Index {
            connections: connections(&relations, catalog.rows.len()),
            places: OnceLock::new(),
            rows,
            members: columns.map(|column| members(&catalog, column)).collect(),
            by_value: catalog.facets.iter().map(|c| by_value(&c.values)).collect(),
            by_id: by_id(&catalog.rows),
            relations,
            catalog,
        }
    }

    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// How many rows there are.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The label of a value.
    pub fn label(&self, facet: Facet, value: u16) -> &str {
        let column = self.catalog.column(facet);
        column.map_or("", |column| self.catalog.facets[column].label_of(value))
    }

    /// The title of a row.
    pub fn title(&self, row: u32) -> &str {
        self.catalog.row(row).map_or("", |row| &row.title)
    }

    /// A value as written.
    pub fn value(&self, facet: Facet, value: u16) -> Option<&str> {
        let choices = &self.catalog.facets[self.catalog.column(facet)?];
        let value = choices.values.get(usize::from(value));
        value.map(|(value, _label)| value.as_str())
    }

    /// The number of a value that was written, in letters of any case.
    pub fn value_named(&self, facet: Facet, written: &str) -> Option<u16> {
        let column = self.catalog.column(facet)?;
        let values = &self.catalog.facets[column].values;
        let value = |number: &u16| values[usize::from(*number)].0.as_str();
        let same = alike(&self.by_value[column], value, written);
        let exact = same.iter().find(|number| value(number) == written);
        exact.or(same.first()).copied()
    }

    /// How a row is called in an address: by its id, or by its whole path where another has the same id.
    pub fn name(&self, row: u32) -> &str {
        let Some(found) = self.catalog.row(row) else {
            return "";
        };
        if self.row_named(found.id()) == Some(row) {
            found.id()
        } else {
            &found.address
        }
    }

    /// The row that is called so.
    pub fn row_named(&self, name: &str) -> Option<u32> {
        let row = |number: &u32| self.catalog.row(*number);
        let id = |number: &u32| row(number).map_or("", Row::id);
        let address = |number: &u32| row(number).map_or("", |row| &row.address);
        let same = alike(&self.by_id, id, id_of(name));
        if !name.contains('/') {
            return same.first().copied();
        }
        let exact = same.iter().find(|row| address(row) == name);
        let like = || {
            same.iter()
                .find(|row| address(row).eq_ignore_ascii_case(name))
        };
        exact.or_else(like).copied()
    }

    /// How many relations a row has, in both directions.
    pub fn connections(&self, row: u32) -> u32 {
        let place = usize::try_from(row).ok();
        let count = place.and_then(|place| self.connections.get(place));
        count.copied().unwrap_or_default()
    }

    /// For each row the rank of its place's name, folded.
    pub(in crate::explore) fn place_ranks(&self) -> &[Option<u32>] {
        self.places.get_or_init(|| place_ranks(&self.catalog.rows))
    }

    /// The rows that a selection leaves; of these, where the words were searched for, only those that were `found`.
    pub fn apply(&self, selection: &Selection, found: Option<&Set>) -> Set {
        let mut set = self.beside_facets(selection, found);
        for column in 0..self.members.len() {
            if let Some(facet) = self.chosen(selection, column) {
                set.and(&facet.passing(self.rows));
            }
        }
        set
    }

    /// The rows that pass everything but the facets.
    pub(super) fn beside_facets(&self, selection: &Selection, found: Option<&Set>) -> Set {
        let mut set = match found {
            Some(found) => found.clone(),
            None => Set::all(self.rows),
        };
        let spans = [selection.founded, selection.ended, selection.checked];
        if !spans.into_iter().all(Span::is_open) {
            let rows = (0..).zip(&self.catalog.rows);
            let passing = rows.filter(|(_, row)| self.in_time(row, spans));
            set.and(&Set::of(self.rows, passing.map(|(number, _)| number)));
        }
        if let Some(related) = selection.related {
            set.and(&self.related(related));
        }
        set
    }

    fn in_time(&self, row: &Row, [founded, ended, checked]: [Span; 3]) -> bool {
        founded.passes(row.founded.map(|date| i32::from(date.year)))
            && ended.passes(row.ended.map(|date| i32::from(date.year)))
            && checked.passes(self.days_since_check(row))
    }

    /// How many days before the day of the build somebody checked it.
    pub fn days_since_check(&self, row: &Row) -> Option<i32> {
        let today = self.catalog.today?;
        Some(today.day_number() - row.verified?.day_number())
    }

    /// The rows that are related so.
    pub fn related(&self, related: Related) -> Set {
        let Related { to, by } = related;
        let mut set = Set::none(self.rows);
        for (subject, kind, object) in &self.relations {
            let symmetric = crate::model::relation::ALL
                .get(usize::from(*kind))
                .is_some_and(|kind| kind.symmetric);
            let wanted = |inverse: bool| {
                by.is_none_or(|way| way.kind == *kind && (symmetric || way.inverse == inverse))
            };
            if *object == to && wanted(false) {
                set.insert(*subject);
            }
            if *subject == to && wanted(true) {
                set.insert(*object);
            }
        }
        set
    }

    /// What is chosen of the facet in a column; nothing where no value of it is.
    pub(super) fn chosen(&self, selection: &Selection, column: usize) -> Option<Chosen<'_>> {
        let marks = selection.of(self.catalog.facets[column].facet);
        let members = &self.members[column];
        let signed = |sign: Sign| -> Vec<&Members> {
            let marks = marks.iter().filter(|mark| mark.sign == sign);
            let members = marks.map(|mark| members.get(usize::from(mark.value)));
            members.flatten().collect()
        };
        (!marks.is_empty()).then(|| Chosen {
            wants: marks.iter().any(|mark| mark.sign == Sign::With),
            with: signed(Sign::With),
            without: signed(Sign::Without),
        })
    }
}

/// What is chosen of one facet.
pub(super) struct Chosen<'a> {
    /// Whether any value is wanted, even one that nobody has.
    wants: bool,
    with: Vec<&'a Members>,
    without: Vec<&'a Members>,
}

impl Chosen<'_> {
    /// The rows that have one of the wanted values, and none of the others.
    pub(super) fn passing(&self, rows: u32) -> Set {
        let mut set = if self.wants {
            Chosen::any(&self.with, rows)
        } else {
            Set::all(rows)
        };
        set.without(&Chosen::any(&self.without, rows));
        set
    }

    /// The rows that have none of the values that are not wanted.
    pub(super) fn not_excluded(&self, rows: u32) -> Set {
        let mut set = Set::all(rows);
        set.without(&Chosen::any(&self.without, rows));
        set
    }

    fn any(members: &[&Members], rows: u32) -> Set {
        let mut set = Set::none(rows);
        for members in members {
            members.add_to(&mut set);
        }
        set
    }
}

fn members(catalog: &Catalog, column: usize) -> Vec<Members> {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); catalog.facets[column].values.len()];
    for (number, row) in (0..).zip(&catalog.rows) {
        for value in row.values.get(column).into_iter().flatten() {
            if let Some(list) = lists.get_mut(usize::from(*value)) {
                list.push(number);
            }
        }
    }
    let rows = u32::try_from(catalog.rows.len()).unwrap_or(u32::MAX);
    let members = lists.into_iter().map(|list| Members::of(rows, list));
    members.collect()
}

fn connections(relations: &[(u32, u8, u32)], rows: usize) -> Vec<u32> {
    let mut counts = vec![0; rows];
    for (from, _, to) in relations {
        for end in [from, to] {
            let count = usize::try_from(*end).ok();
            if let Some(count) = count.and_then(|end| counts.get_mut(end)) {
                *count += 1;
            }
        }
    }
    counts
}

fn place_ranks(rows: &[Row]) -> Vec<Option<u32>> {
    let places = rows.iter().map(|row| row.place.as_ref());
    let folded: Vec<Option<String>> = places.map(|place| Some(fold(&place?.name))).collect();
    let mut names: Vec<&str> = folded.iter().flatten().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let rank = |name: &String| {
        let place = names.binary_search(&name.as_str()).ok()?;
        u32::try_from(place).ok()
    };
    folded
        .iter()
        .map(|name| name.as_ref().and_then(rank))
        .collect()
}

fn by_value(values: &[(String, String)]) -> Vec<u16> {
    let mut numbers: Vec<u16> = (0..=u16::MAX).take(values.len()).collect();
    numbers.sort_by_cached_key(|number| values[usize::from(*number)].0.to_ascii_lowercase());
    numbers
}

fn by_id(rows: &[Row]) -> Vec<u32> {
    let ids = rows.iter().map(|row| row.id().to_ascii_lowercase());
    let mut numbered: Vec<(String, u32)> = ids.zip(0..).collect();
    numbered.sort_unstable();
    numbered.into_iter().map(|(_, number)| number).collect()
}

/// The last segment of a path; an id is its own.
fn id_of(name: &str) -> &str {
    let path = name.strip_suffix('/').unwrap_or(name);
    path.rsplit('/').next().unwrap_or_default()
}

/// Those of some sorted things whose name is the same, if the case of letters does not count.
fn alike<'a, T>(sorted: &'a [T], name: impl Fn(&T) -> &'a str, wanted: &str) -> &'a [T] {
    let start = sorted.partition_point(|thing| caseless(name(thing), wanted) == Ordering::Less);
    let end = sorted.partition_point(|thing| caseless(name(thing), wanted) != Ordering::Greater);
    &sorted[start..end]
}

/// The order of texts if the case of letters does not count.
fn caseless(a: &str, b: &str) -> Ordering {
    let a = a.bytes().map(|byte| byte.to_ascii_lowercase());
    let b = b.bytes().map(|byte| byte.to_ascii_lowercase());
    a.cmp(b)
}
