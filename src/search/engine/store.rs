//! The blocks that were given, decoded once; and which ones a question is short of.

use crate::search::format::Bad;
use crate::search::format::facets::{self, Facet};
use crate::search::format::manifest::{Manifest, Place};
use crate::search::format::names::{self, NameBlock};
use crate::search::format::records::{self, Record};
use crate::search::format::terms::{self, TermBlock};
use crate::search::format::texts::{self, Text};
use crate::search::format::vocabulary::{self, Known};

/// An honest manifest has at least one byte for so many docs; another one would make us take memory for docs that are
/// not there.
const DOCS_PER_BYTE: usize = 4;

/// The blocks of one index.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) manifest: Manifest,
    /// For each part the docs of the whole site that its numbers mean.
    docs: Vec<Vec<u32>>,
    /// Blocks that were asked for, sorted, each with its number.
    numbers: Vec<(Place, u32)>,
    /// By number.
    slots: Vec<Slot>,
}

#[derive(Debug)]
struct Slot {
    family: Family,
    holds: Holds,
}

/// What stands in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Names,
    Vocabulary,
    Terms,
    Facets,
    Records,
    Texts,
}

#[derive(Debug)]
enum Holds {
    Nothing,
    Lost,
    Names(NameBlock),
    Vocabulary(Vec<Known>),
    Terms(TermBlock),
    Facet(Facet),
    Records(Vec<Record>),
    Texts(Vec<Text>),
}

/// What one question is short of.
#[derive(Debug, Default)]
pub(super) struct Lack {
    /// Blocks to read, most urgent first, without repeats.
    pub(super) reads: Vec<(Place, Family)>,
    /// How often a block was missing, repeats and all.
    misses: usize,
    /// Whether something that it needs could not be had.
    pub(super) is_lost: bool,
}

impl Store {
    pub(super) fn new(manifest: &[u8]) -> Result<Store, Bad> {
        let size = manifest.len();
        let manifest = Manifest::decode(manifest)?;
        let docs = usize::try_from(manifest.docs).map_err(|_| Bad::Damaged)?;
        let in_parts = manifest.parts.iter().map(|part| u64::from(part.docs));
        if docs / DOCS_PER_BYTE > size || in_parts.sum::<u64>() != u64::from(manifest.docs) {
            return Err(Bad::Damaged);
        }
        let numbers =
            |(part, of): (usize, u32)| (0..of).map(|doc| manifest.doc(part, doc)).collect();
        let parts = manifest.parts.iter().map(|part| part.docs).enumerate();
        Ok(Store {
            docs: parts.map(numbers).collect(),
            manifest,
            numbers: Vec::new(),
            slots: Vec::new(),
        })
    }

    /// How many docs the site has.
    pub(super) fn len(&self) -> usize {
        self.docs.iter().map(Vec::len).sum()
    }

    /// The doc of the whole site that a part calls so.
    pub(super) fn doc(&self, part: usize, local: u32) -> Option<u32> {
        let local = usize::try_from(local).ok()?;
        let doc = *self.docs.get(part)?.get(local)?;
        (doc < self.manifest.docs).then_some(doc)
    }

    /// The number to read a block by.
    pub(super) fn number(&mut self, place: Place, family: Family) -> u32 {
        match self.numbers.binary_search_by_key(&place, |known| known.0) {
            Ok(at) => self.numbers[at].1,
            Err(at) => {
                let number = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
                self.numbers.insert(at, (place, number));
                let holds = Holds::Nothing;
                self.slots.push(Slot { family, holds });
                number
            }
        }
    }

    /// Takes a block; bytes that cannot be read are as good as none.
    pub(super) fn give(&mut self, number: u32, bytes: Option<&[u8]>) {
        let slot = usize::try_from(number).ok();
        if let Some(slot) = slot.and_then(|number| self.slots.get_mut(number)) {
            let holds = bytes.and_then(|bytes| decode(slot.family, bytes).ok());
            slot.holds = holds.unwrap_or(Holds::Lost);
        }
    }

    /// Forgets what could not be had.
    pub(super) fn retry(&mut self) {
        for slot in &mut self.slots {
            if let Holds::Lost = slot.holds {
                slot.holds = Holds::Nothing;
            }
        }
    }

    fn get(&self, place: Place, family: Family, lack: &mut Lack) -> &Holds {
        let at = self.numbers.binary_search_by_key(&place, |known| known.0);
        let number = at
            .ok()
            .and_then(|at| usize::try_from(self.numbers[at].1).ok());
        let holds = number.map_or(&Holds::Nothing, |number| &self.slots[number].holds);
        match holds {
            Holds::Nothing => lack.add(place, family),
            Holds::Lost => lack.is_lost = true,
            Holds::Names(_)
            | Holds::Vocabulary(_)
            | Holds::Terms(_)
            | Holds::Facet(_)
            | Holds::Records(_)
            | Holds::Texts(_) => {}
        }
        holds
    }

    pub(super) fn names(&self, place: Place, lack: &mut Lack) -> Option<&NameBlock> {
        let Holds::Names(block) = self.get(place, Family::Names, lack) else {
            return None;
        };
        Some(block)
    }

    pub(super) fn vocabulary(&self, place: Place, lack: &mut Lack) -> Option<&[Known]> {
        let Holds::Vocabulary(words) = self.get(place, Family::Vocabulary, lack) else {
            return None;
        };
        Some(words)
    }

    pub(super) fn terms(&self, place: Place, lack: &mut Lack) -> Option<&TermBlock> {
        let Holds::Terms(block) = self.get(place, Family::Terms, lack) else {
            return None;
        };
        Some(block)
    }

    pub(super) fn facet(&self, place: Place, lack: &mut Lack) -> Option<&Facet> {
        let Holds::Facet(facet) = self.get(place, Family::Facets, lack) else {
            return None;
        };
        Some(facet)
    }

    pub(super) fn record(&self, doc: u32, lack: &mut Lack) -> Option<&Record> {
        let (place, index) = self.manifest.records.find(doc)?;
        let Holds::Records(records) = self.get(place, Family::Records, lack) else {
            return None;
        };
        lack.there(records.get(index))
    }

    pub(super) fn text(&self, doc: u32, lack: &mut Lack) -> Option<&Text> {
        let (place, index) = self.manifest.texts.find(doc)?;
        let Holds::Texts(texts) = self.get(place, Family::Texts, lack) else {
            return None;
        };
        lack.there(texts.get(index))
    }
}

impl Lack {
    fn add(&mut self, place: Place, family: Family) {
        self.misses += 1;
        if !self.reads.iter().any(|read| read.0 == place) {
            self.reads.push((place, family));
        }
    }

    /// What should be there; where it is not, the block is damaged.
    fn there<T>(&mut self, thing: Option<T>) -> Option<T> {
        self.is_lost |= thing.is_none();
        thing
    }

    /// How often a block was missing so far: where it has not grown, nothing was missing in between.
    pub(super) fn misses(&self) -> usize {
        self.misses
    }
}

fn decode(family: Family, bytes: &[u8]) -> Result<Holds, Bad> {
    Ok(match family {
        Family::Names => Holds::Names(names::decode(bytes)?),
        Family::Vocabulary => Holds::Vocabulary(vocabulary::decode(bytes)?),
        Family::Terms => Holds::Terms(terms::decode(bytes)?),
        Family::Facets => Holds::Facet(facets::decode(bytes)?),
        Family::Records => Holds::Records(records::decode(bytes)?),
        Family::Texts => Holds::Texts(texts::decode(bytes)?),
    })
}
