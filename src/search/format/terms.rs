//! Terms: all words with the docs, fields and passages they occur in.
//!
//! Words of one stem (`organise`, `organising`) make a *group*. All lists of a group stand in the block of its first word;
//! the other words, where they fall into other blocks, say which one that is. So the browser needs no stemmer.

mod list;

use std::ops::Range;

use crate::search::format::bits::{BitReader, BitWriter};
use crate::search::format::bytes::{Ends, Reader, push_count, push_number, push_words, total};
use crate::search::format::terms::list::{LONG, read_list};
use crate::search::format::{BEGIN, Bad};

pub use crate::search::format::terms::list::List;

/// A block of terms. Lists stay encoded until they are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermBlock {
    /// The words, sorted by their bytes.
    pub forms: Vec<Form>,
    /// The groups that have their lists here.
    pub groups: Vec<Group>,
    /// How many docs the part has: no doc of the lists reaches this number.
    pub bound: u32,
    /// What the lists are read from.
    pub bytes: Vec<u8>,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its folded letters.
    pub form: String,
    /// Where its group is.
    pub home: Home,
}

/// Where a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In this block, with this number.
    Here(u32),
    /// In another block of the family; to be looked up there under the same form.
    Block(u32),
}

/// Words of one stem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The words, sorted.
    pub members: Vec<Member>,
}

/// A word of a group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Member {
    /// Its folded letters.
    pub form: String,
    /// How many docs hold it.
    pub docs: u32,
    /// Where its list stands in [`TermBlock::bytes`], in bits.
    pub list: Range<usize>,
}

/// The fields of a doc that hold a word, as bits.
pub mod field {
    /// Its title.
    pub const TITLE: u8 = 1;
    /// Its aliases and synonyms.
    pub const NAMES: u8 = 2;
    /// Its summary and its tags.
    pub const SUMMARY: u8 = 4;
    /// A heading.
    pub const HEADING: u8 = 8;
    /// The prose.
    pub const BODY: u8 = 16;
}

/// The list of a word: parallel vectors, one place for each doc that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postings {
    /// The docs, rising, counted inside their part.
    pub docs: Vec<u32>,
    /// The fields that hold it: bits of [`field`].
    pub fields: Vec<u8>,
    /// Where the doc's passages end in `passages`; they begin where the last doc's end.
    pub ends: Vec<u32>,
    /// For heading and prose (at least one where there is either, none where there is neither) the numbers of the passages that hold it, rising: see [`crate::search::format::texts`].
    pub passages: Vec<u16>,
}

/// What [`encode`] takes: a group's members with their lists, or a word whose group is in another block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A group of this block: members sorted; those that fall into other blocks are there too.
    Group(Vec<(String, List)>),
    /// A word of this block whose group is in that one.
    Elsewhere(String, u32),
}

/// A block of terms, before it is deflated, and how many of its first bytes are bits that deflate cannot make smaller.
///
/// Written things are sorted by their first word. `next` is where the next block begins: members of groups from there on
/// are words of other blocks. `bound` is that of the lists.
pub fn encode(written: &[Written], next: Option<&str>, bound: u32) -> (Vec<u8>, usize) {
    let groups: Vec<&[(String, List)]> = written.iter().filter_map(Written::group).collect();
    let members = || groups.iter().copied().flatten();
    let is_here = |form: &str| next.is_none_or(|next| form < next);
    let (long, short): (Vec<_>, Vec<_>) = members().partition(|(_, list)| list.docs >= LONG);
    let mut lists = Vec::new();
    for (_, list) in &long {
        lists.extend_from_slice(&list.bytes);
    }
    let mut bits = BitWriter::default();
    for (_, list) in &short {
        bits.append(&list.bytes, list.bits);
    }
    bits.finish(&mut lists);

    let mut out = vec![BEGIN];
    push_count(lists.len(), &mut out);
    out.extend_from_slice(&lists);
    let dense = out.len();
    push_count(groups.len(), &mut out);
    push_number(bound, &mut out);
    push_forms(written, &groups, &is_here, &mut out);
    for group in &groups {
        let away = group.iter().filter(|(form, _)| !is_here(form)).count();
        push_count(away, &mut out);
    }
    let away = members().map(|(form, _)| form.as_str());
    push_words(away.filter(|form| !is_here(form)), &mut out);
    members().for_each(|(_, list)| push_number(list.docs, &mut out));
    for (_, list) in &long {
        push_count(list.bytes.len(), &mut out);
    }
    (out, dense)
}

impl Written {
    fn group(&self) -> Option<&[(String, List)]> {
        match self {
            Written::Group(members) => Some(members),
            Written::Elsewhere(..) => None,
        }
    }
}

/// For each word: 0 where it begins the next group, 1 where its group is in another block, else how many groups back.
fn push_forms(
    written: &[Written],
    groups: &[&[(String, List)]],
    is_here: &dyn Fn(&str) -> bool,
    out: &mut Vec<u8>,
) {
    let mut forms: Vec<(&str, Home)> = Vec::new();
    for (number, group) in (0..).zip(groups) {
        let here = group.iter().filter(|(form, _)| is_here(form));
        forms.extend(here.map(|(form, _)| (form.as_str(), Home::Here(number))));
    }
    forms.extend(written.iter().filter_map(|written| match written {
        Written::Group(_) => None,
        Written::Elsewhere(form, block) => Some((form.as_str(), Home::Block(*block))),
    }));
    forms.sort_by_key(|(form, _)| *form);
    push_count(forms.len(), out);
    push_words(forms.iter().map(|(form, _)| *form), out);
    let mut begun = 0;
    let mut blocks = Vec::new();
    for (_, home) in forms {
        match home {
            Home::Block(block) => {
                push_number(1, out);
                push_number(block, &mut blocks);
            }
            Home::Here(group) if group == begun => {
                push_number(0, out);
                begun += 1;
            }
            Home::Here(group) => push_number(begun - group + 1, out),
        }
    }
    out.extend(blocks);
}

/// The terms of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<TermBlock, Bad> {
    let mut reader = Reader::behind_filler(bytes);
    let length = reader.number()? as usize;
    let lists = reader.take(length)?;
    let group_count = reader.count(size_of::<Group>())?;
    let bound = reader.number()?;
    let form_count = reader.count(size_of::<Form>())?;
    let words = reader.words(form_count)?;
    let homes = reader.numbers(form_count)?;
    let mut groups = vec![Group::default(); group_count];
    let mut forms = Vec::with_capacity(form_count);
    let mut begun = 0_u32;
    for (form, home) in words.into_iter().zip(homes) {
        let group = match home {
            0 => {
                begun += 1;
                begun - 1
            }
            1 => {
                let home = Home::Block(reader.number()?);
                forms.push(Form { form, home });
                continue;
            }
            back => begun.checked_sub(back - 1).ok_or(Bad::Damaged)?,
        };
        let members = &mut groups.get_mut(group as usize).ok_or(Bad::Damaged)?.members;
        reader.spend(size_of::<Member>() + form.len())?;
        members.push(Member {
            form: form.clone(),
            ..Member::default()
        });
        let home = Home::Here(group);
        forms.push(Form { form, home });
    }
    read_members(&mut reader, &mut groups)?;
    find_lists(&mut reader, lists, &mut groups, bound)?;
    Ok(TermBlock {
        forms,
        groups,
        bound,
        bytes: lists.to_vec(),
    })
}

/// The members in other blocks, then how common all are and where their lists stand.
fn read_members(reader: &mut Reader<'_>, groups: &mut [Group]) -> Result<(), Bad> {
    let away = reader.numbers(groups.len())?;
    let mut words = reader.words(total(&away))?.into_iter();
    for (group, away) in groups.iter_mut().zip(away) {
        reader.spend(size_of::<Member>().saturating_mul(away as usize))?;
        for form in words.by_ref().take(away as usize) {
            group.members.push(Member {
                form,
                ..Member::default()
            });
        }
    }
    for group in &mut *groups {
        for member in &mut group.members {
            member.docs = reader.number()?;
        }
    }
    Ok(())
}

/// Where the lists stand, in bits.
fn find_lists(
    reader: &mut Reader<'_>,
    lists: &[u8],
    groups: &mut [Group],
    bound: u32,
) -> Result<(), Bad> {
    let mut members: Vec<&mut Member> = Vec::new();
    let all = groups.iter_mut().flat_map(|group| &mut group.members);
    let mut ends = Ends::default();
    for member in all {
        if member.docs >= LONG {
            let length = reader.number()?.saturating_mul(8);
            member.list = ends.next(length);
        } else {
            members.push(member);
        }
    }
    let mut start = ends.next(0).start;
    for member in members {
        let mut bits = BitReader::from(lists, start);
        let before = start / 8 * 8;
        read_list(&mut bits, member.docs, bound)?;
        let end = before + bits.bits_read();
        member.list = start..end;
        start = end;
    }
    Ok(())
}

impl TermBlock {
    /// The list of a member of this block.
    pub fn list(&self, member: &Member) -> Result<Postings, Bad> {
        let Range { start, end } = member.list;
        let bytes = self.bytes.get(..end.div_ceil(8)).ok_or(Bad::Damaged)?;
        read_list(&mut BitReader::from(bytes, start), member.docs, self.bound)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    use super::list::IN_PASSAGES;
    use super::{Home, List, Postings, Written, decode, encode};
    use crate::search::format::{Bad, LARGEST_GROWTH};

    const DOCS: u32 = 20_000;

    fn list() -> impl Strategy<Value = List> {
        postings().prop_map(|postings| List::new(&postings, DOCS))
    }

    fn postings() -> impl Strategy<Value = Postings> {
        let passages = btree_set(0..40u16, 1..5);
        btree_map(0..DOCS, (1..32u8, passages), 1..40).prop_map(|docs| {
            let mut postings = Postings::default();
            for (doc, (fields, passages)) in docs {
                postings.docs.push(doc);
                postings.fields.push(fields);
                if fields & IN_PASSAGES != 0 {
                    postings.passages.extend(passages);
                }
                let end = u32::try_from(postings.passages.len());
                postings.ends.push(end.expect("few passages"));
            }
            postings
        })
    }

    /// Groups by their first word, and words whose group is elsewhere; the next block begins at `p`.
    fn written() -> impl Strategy<Value = Vec<Written>> {
        let word = "[a-oé]{0,3}";
        let group = btree_map("[a-zé]{1,4}", list(), 1..4);
        (vec((word, group), 0..6), vec((word, 0..900u32), 0..4)).prop_map(|(groups, away)| {
            let mut written = BTreeMap::new();
            for (number, (first, group)) in groups.into_iter().enumerate() {
                let name = |form: &str| format!("{first}{number}{form}");
                let mut members: Vec<_> = group.into_iter().collect();
                let last = members.len() - 1;
                for (place, (form, _)) in members.iter_mut().enumerate() {
                    // The last of several is a word of another block.
                    *form = if place > 0 && place == last {
                        format!("z{}", name(form))
                    } else {
                        name(form)
                    };
                }
                written.insert(members[0].0.clone(), Written::Group(members));
            }
            for (form, block) in away {
                written.insert(
                    format!("{form}_"),
                    Written::Elsewhere(format!("{form}_"), block),
                );
            }
            written.into_values().collect()
        })
    }

    fn read(bytes: &[u8]) -> Result<Vec<Written>, Bad> {
        let block = decode(bytes)?;
        let mut read = BTreeMap::new();
        for form in &block.forms {
            if let Home::Block(number) = form.home {
                read.insert(
                    form.form.clone(),
                    Written::Elsewhere(form.form.clone(), number),
                );
            }
        }
        for group in &block.groups {
            let mut members = Vec::new();
            for member in &group.members {
                members.push((member.form.clone(), List::new(&block.list(member)?, DOCS)));
            }
            let first = members.first().map(|(form, _)| form.clone());
            read.insert(first.unwrap_or_default(), Written::Group(members));
        }
        Ok(read.into_values().collect())
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(written in written()) {
            prop_assert_eq!(read(&encode(&written, Some("p"), DOCS).0), Ok(written));
        }

        #[test]
        fn hostile_bytes_are_refused_or_stay_small(bytes: Vec<u8>) {
            if let Ok(block) = decode(&bytes) {
                for member in block.groups.iter().flat_map(|group| &group.members) {
                    let list = block.list(member).unwrap_or_default();
                    let made = list.docs.len() * 9 + list.passages.len() * 2;
                    prop_assert!(made <= bytes.len() * LARGEST_GROWTH);
                }
            }
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(written in written(), at: usize, to: u8) {
            let mut bytes = encode(&written, Some("p"), DOCS).0;
            let at = at % bytes.len();
            bytes[at] = to;
            let _ = read(&bytes);
        }
    }
}
