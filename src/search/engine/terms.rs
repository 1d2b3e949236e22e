//! Where a typed word stands in the texts: for each doc how well, in which fields, in which passages.

use crate::search::engine::names::blocks;
use crate::search::engine::rank::{
    APART_LESS, AS_TYPED, COMPLETED, COMPLETED_STEM, CORRECTED, CORRECTED_LESS, IN_HEADING,
    IN_NAMES, IN_SUMMARY, IN_TITLE, LARGEST_TERMS, SAME_STEM, body_points, rarity, sorted,
};
use crate::search::engine::store::{Lack, Store};
use crate::search::format::manifest::{ByKey, Place};
use crate::search::format::terms::{Form, Group, Home, Postings, TermBlock, field};

/// A word to look for in texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wanted {
    /// What it may be there: itself, or its corrections, the likeliest first.
    pub(super) forms: Vec<String>,
    /// The parts of a compound, which mean the same where they stand together.
    pub(super) parts: Vec<String>,
    pub(super) how: How,
}

/// How it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum How {
    /// As it is and in other forms of its stem; where no text has it, as a beginning.
    #[default]
    Whole,
    /// Besides, as a beginning.
    Begun,
    /// As it is and in other forms of its stem: a correction, or a word that pages must not have.
    Stem,
    /// As it is only.
    Exactly,
}

/// Where a word stands in all docs.
#[derive(Debug, Clone, Default)]
pub(super) struct Spread {
    /// By doc.
    pub(super) cells: Vec<Cell>,
    /// How many docs hold it.
    docs: u32,
    /// How rare it is, see [`rarity`].
    pub(super) rarity: u32,
    /// The forms that were found, sorted, without repeats.
    pub(super) forms: Vec<String>,
}

/// Where a word stands in one doc.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    /// The passages that hold it: bit n for the nth, the 64th after it, and so on.
    pub(super) passages: u64,
    /// Its points times how well its form fits.
    pub(super) points: u32,
    /// The fields that hold it, as bits; none where the doc does not hold it.
    pub(super) fields: u8,
}

/// Fields that are one short text: what stands in one of them stands together.
pub(super) const SHORT_FIELDS: u8 = field::TITLE | field::NAMES | field::SUMMARY;

/// Where a word stands.
pub(super) fn spread(store: &Store, wanted: &Wanted, lack: &mut Lack) -> Spread {
    let mut spread = Spread {
        cells: vec![Cell::default(); store.len()],
        ..Spread::default()
    };
    for (rank, form) in (0..).zip(&wanted.forms) {
        let less = match wanted.how {
            How::Stem => AS_TYPED - CORRECTED + CORRECTED_LESS * rank,
            How::Whole | How::Begun | How::Exactly => 0,
        };
        Lookup {
            store,
            form,
            how: wanted.how,
            less,
        }
        .run(&mut spread, lack);
    }
    if !wanted.parts.is_empty() {
        spread.add_parts(store, wanted, lack);
    }
    let docs = spread.cells.iter().filter(|cell| cell.fields != 0).count();
    spread.docs = u32::try_from(docs).unwrap_or(u32::MAX);
    spread.rarity = rarity(spread.docs, store.manifest.docs);
    spread
}

impl Spread {
    /// Whether a form was found.
    pub(super) fn holds(&self, form: &str) -> bool {
        let found = self
            .forms
            .binary_search_by(|known| known.as_str().cmp(form));
        found.is_ok()
    }

    /// Where it stands in one doc.
    pub(super) fn cell(&self, doc: usize) -> Cell {
        self.cells.get(doc).copied().unwrap_or_default()
    }

    /// Whether no doc holds the word.
    pub(super) fn is_empty(&self) -> bool {
        self.docs == 0
    }

    /// The docs where all parts of a compound stand together.
    fn add_parts(&mut self, store: &Store, wanted: &Wanted, lack: &mut Lack) {
        let mut parts = Vec::new();
        for (number, part) in wanted.parts.iter().enumerate() {
            let is_last = number + 1 == wanted.parts.len();
            let how = if is_last && wanted.how == How::Begun {
                How::Begun
            } else {
                How::Exactly
            };
            let one = Wanted {
                forms: vec![part.clone()],
                parts: Vec::new(),
                how,
            };
            parts.push(self::spread(store, &one, lack));
        }
        for (doc, cell) in self.cells.iter_mut().enumerate() {
            let here = parts.iter().map(|part| part.cells[doc]);
            let both = here.reduce(|a, b| Cell {
                passages: a.passages & b.passages,
                points: a.points.min(b.points),
                fields: a.fields & b.fields,
            });
            let Some(both) = both.filter(|c| c.passages != 0 || c.fields & SHORT_FIELDS != 0)
            else {
                continue;
            };
            cell.passages |= both.passages;
            cell.fields |= both.fields;
            cell.points = cell
                .points
                .max(both.points / AS_TYPED * (AS_TYPED - APART_LESS));
        }
        for part in &parts {
            part.forms.iter().for_each(|form| self.add_form(form));
        }
    }

    fn add_form(&mut self, form: &str) {
        let at = self.forms.partition_point(|known| known.as_str() < form);
        if self.forms.get(at).is_none_or(|known| known != form) {
            self.forms.insert(at, form.to_owned());
        }
    }

    /// Adds the list of one form that fits so well, of [`AS_TYPED`].
    fn add(&mut self, store: &Store, part: usize, list: &Postings, fit: u32) {
        let mut start = 0;
        for (index, local) in list.docs.iter().enumerate() {
            let end = list
                .ends
                .get(index)
                .and_then(|end| usize::try_from(*end).ok());
            let end = end.unwrap_or(start);
            let passages = list.passages.get(start..end).unwrap_or_default();
            start = end;
            let doc = store
                .doc(part, *local)
                .and_then(|doc| usize::try_from(doc).ok());
            let fields = list.fields.get(index).copied().unwrap_or(0);
            if let Some(cell) = doc.and_then(|doc| self.cells.get_mut(doc)) {
                cell.fields |= fields;
                cell.points = cell.points.max(points(fields, passages.len()) * fit);
                for passage in passages {
                    cell.passages |= 1_u64.rotate_left(u32::from(*passage));
                }
            }
        }
    }
}

/// The points of a word in one doc.
fn points(fields: u8, passages: usize) -> u32 {
    let weights = [
        (field::TITLE, IN_TITLE),
        (field::NAMES, IN_NAMES),
        (field::SUMMARY, IN_SUMMARY),
        (field::HEADING, IN_HEADING),
    ];
    let held = weights.iter().filter(|(bit, _)| fields & bit != 0);
    let short: u32 = held.map(|(_, weight)| weight).sum();
    short + body_points(u32::try_from(passages).unwrap_or(u32::MAX))
}

/// The search for one form.
struct Lookup<'a> {
    store: &'a Store,
    form: &'a str,
    how: How,
    /// What its fit loses, of [`AS_TYPED`].
    less: u32,
}

impl Lookup<'_> {
    fn run(&self, spread: &mut Spread, lack: &mut Lack) {
        let known = self.visit(self.how == How::Begun, spread, lack);
        // `coop jackson`: no text says `coop`, but many say what it begins.
        if !known && self.how == How::Whole {
            self.visit(true, spread, lack);
        }
    }

    /// Adds the lists of all parts of the index; whether there were any.
    fn visit(&self, begun: bool, spread: &mut Spread, lack: &mut Lack) -> bool {
        let mut any = false;
        for (part, families) in self.store.manifest.parts.iter().enumerate() {
            let family = &families.terms;
            let mut homes = Vec::new();
            for block in blocks(family, self.form, begun, LARGEST_TERMS) {
                self.find_homes((family, block), begun, &mut homes, lack);
            }
            any |= !homes.is_empty();
            let homes = sorted(homes);
            // Of equal groups the last one says whether the word itself is in it.
            for group in homes.chunk_by(|a, b| a.0 == b.0) {
                let holds_it = group.iter().any(|(_, exact)| *exact == 1);
                self.add_group((part, family), group[0].0, holds_it, spread, lack);
            }
        }
        any
    }

    /// Appends the groups of the forms in one block: block and number in one, and whether the form is the very word.
    fn find_homes(
        &self,
        at: (&ByKey, usize),
        begun: bool,
        homes: &mut Vec<(u64, u64)>,
        lack: &mut Lack,
    ) {
        let (family, number) = at;
        let Some(block) = self.store.terms(family.blocks[number].place, lack) else {
            return;
        };
        let first = block
            .forms
            .partition_point(|known| known.form.as_str() < self.form);
        let fits =
            |known: &&Form| known.form == self.form || (begun && known.form.starts_with(self.form));
        for known in block.forms[first..].iter().take_while(fits) {
            let home = match known.home {
                Home::Here(group) => Some(key(number, group)),
                Home::Block(other) => usize::try_from(other).ok().and_then(|other| {
                    let place = family.blocks.get(other)?.place;
                    Some(key(
                        other,
                        group_of(self.store.terms(place, lack)?, &known.form)?,
                    ))
                }),
            };
            homes.extend(home.map(|home| (home, u64::from(known.form == self.form))));
        }
    }

    fn add_group(
        &self,
        at: (usize, &ByKey),
        home: u64,
        holds_it: bool,
        spread: &mut Spread,
        lack: &mut Lack,
    ) {
        let (part, family) = at;
        let Some((place, group)) = place_of(family, home) else {
            return;
        };
        let Some(block) = self.store.terms(place, lack) else {
            return;
        };
        for member in block
            .groups
            .get(group)
            .map_or(&[][..], |group| &group.members)
        {
            let Some(fit) = self.fit(&member.form, holds_it) else {
                continue;
            };
            match block.list(member) {
                Ok(list) => spread.add(self.store, part, &list, fit),
                Err(_) => lack.is_lost = true,
            }
            spread.add_form(&member.form);
        }
    }

    /// How well a member of a group fits.
    fn fit(&self, member: &str, group_holds_it: bool) -> Option<u32> {
        let fit = if member == self.form {
            AS_TYPED
        } else if self.how == How::Exactly {
            return None;
        } else if group_holds_it {
            SAME_STEM
        } else if member.starts_with(self.form) {
            COMPLETED
        } else {
            COMPLETED_STEM
        };
        Some(fit.saturating_sub(self.less).max(1))
    }
}

/// The known word that shares the longest beginning with a form that no text has, where the form's own block holds it.
pub(super) fn neighbour(
    store: &Store,
    form: &str,
    shortest: usize,
    lack: &mut Lack,
) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for part in &store.manifest.parts {
        let block = part.terms.blocks.get(part.terms.find(form)?)?;
        let Some(block) = store.terms(block.place, lack) else {
            continue;
        };
        let at = block
            .forms
            .partition_point(|known| known.form.as_str() < form);
        for near in [at.wrapping_sub(1), at] {
            let Some(known) = block.forms.get(near) else {
                continue;
            };
            let same = form
                .bytes()
                .zip(known.form.bytes())
                .take_while(|(a, b)| a == b)
                .count();
            if same >= shortest && best.is_none_or(|(most, _)| most < same) {
                best = Some((same, &known.form));
            }
        }
    }
    best.map(|(_, form)| form.to_owned())
}

fn key(block: usize, group: u32) -> u64 {
    u64::try_from(block).unwrap_or(0) << 32 | u64::from(group)
}

fn place_of(family: &ByKey, home: u64) -> Option<(Place, usize)> {
    let block = family.blocks.get(usize::try_from(home >> 32).ok()?)?;
    let group = usize::try_from(home & u64::from(u32::MAX)).ok()?;
    Some((block.place, group))
}

/// The number of the group of this block that a word of another block belongs to.
fn group_of(block: &TermBlock, form: &str) -> Option<u32> {
    let holds = |group: &Group| group.members.iter().any(|member| member.form == form);
    u32::try_from(block.groups.iter().position(holds)?).ok()
}
