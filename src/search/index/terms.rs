//! Words to groups of one stem, and these to blocks; and the vocabulary beside them.

use std::collections::HashMap;

use crate::search::format::terms::{List, Written, encode};
use crate::search::format::vocabulary::{self, Known};
use crate::search::index::lexicon::Word;
use crate::search::index::packs::{Packs, number};
use crate::search::index::stem::Stems;
use crate::search::words::is_unsegmented;

/// A block of about so many bytes, which deflate hardly makes smaller: at 1.6 Mbit/s it takes 30 ms, and 10,000 entries
/// have few enough of them for the manifest.
const BLOCK: usize = 6_800;

/// How much smaller or larger a block may be for the sake of a short key.
const SLACK: usize = 1_000;

/// A block of the vocabulary before it is deflated, which halves it.
const VOCABULARY_BLOCK: usize = 8_000;

/// From so many docs on a word that only one of them holds, and not in its names, is more likely a slip itself than what
/// somebody meant; and such words are nearly half of all. A smaller site has few words, and each may be meant.
const LARGE: u32 = 512;

/// Shorter words have no endings to take off.
const SHORTEST_STEMMED: usize = 3;

/// The blocks of all words, deflated, each with its key.
pub(super) fn blocks(
    mut words: Vec<Word>,
    languages: &[String],
    docs: u32,
    packs: &mut Packs,
) -> Vec<(String, Vec<u8>)> {
    let heads = heads(&words, languages);
    let starts = cut(&words, &heads);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); words.len()];
    for (word, head) in heads.iter().enumerate() {
        members[*head].push(word);
    }
    let mut lists: Vec<List> = words
        .iter_mut()
        .map(|word| std::mem::take(&mut word.list))
        .collect();
    let block_of = |word: usize| starts.partition_point(|start| *start <= word) - 1;
    let mut blocks = Vec::with_capacity(starts.len());
    for (block, start) in starts.iter().enumerate() {
        let end = starts.get(block + 1).copied();
        let mut written = Vec::new();
        for word in *start..end.unwrap_or(words.len()) {
            let head = heads[word];
            if head == word {
                let mut member = |word: &usize| {
                    let list = std::mem::take(&mut lists[*word]);
                    (words[*word].form.clone(), list)
                };
                written.push(Written::Group(
                    members[word].iter().map(&mut member).collect(),
                ));
            } else if block_of(head) != block {
                let home = number(block_of(head));
                written.push(Written::Elsewhere(words[word].form.clone(), home));
            }
        }
        let next = end.map(|end| words[end].form.as_str());
        let (block, dense) = encode(&written, next, docs);
        let stream = packs.deflate_filled(dense, &block);
        blocks.push((key_of(&words, *start), stream));
    }
    blocks
}

/// The key of the block that begins with this word.
fn key_of(words: &[Word], start: usize) -> String {
    match start.checked_sub(1) {
        Some(before) => super::key(&words[before].form, &words[start].form),
        None => String::new(),
    }
}

/// Of each word the first word of its group.
fn heads(words: &[Word], languages: &[String]) -> Vec<usize> {
    let stems: Vec<Stems> = languages.iter().map(|tag| Stems::of(tag)).collect();
    let mut heads: Vec<usize> = (0..words.len()).collect();
    let mut of_stem: HashMap<(u8, String), usize> = HashMap::new();
    for (word, Word { spellings, .. }) in words.iter().enumerate() {
        for (language, spelling) in spellings {
            if spelling.len() < SHORTEST_STEMMED || spelling.bytes().any(|b| b.is_ascii_digit()) {
                continue;
            }
            if let Some(stem) = stems[usize::from(*language)].stem(spelling) {
                let other = *of_stem.entry((*language, stem)).or_insert(word);
                join(&mut heads, word, other);
            }
        }
    }
    (0..words.len()).map(|word| head(&heads, word)).collect()
}

fn head(heads: &[usize], mut word: usize) -> usize {
    while heads[word] != word {
        word = heads[word];
    }
    word
}

fn join(heads: &mut [usize], a: usize, b: usize) {
    let (a, b) = (head(heads, a), head(heads, b));
    heads[a.max(b)] = a.min(b);
}

/// The first word of each block. A group counts where its first word stands.
fn cut(words: &[Word], heads: &[usize]) -> Vec<usize> {
    let mut sizes: Vec<usize> = words.iter().map(|word| 4 + word.form.len() / 2).collect();
    for (word, head) in heads.iter().enumerate() {
        sizes[*head] += 2 + words[word].list.size();
    }
    let mut starts = Vec::new();
    let mut start = 0;
    while start < words.len() {
        starts.push(start);
        start = end(&words[start..], &sizes[start..]) + start;
    }
    starts
}

/// Where a block ends that begins with the first of these words: of all places that make it about as large as it should
/// be, the one where the next block's key is shortest, for the manifest holds them all.
fn end(words: &[Word], sizes: &[usize]) -> usize {
    let mut size = 0;
    let mut best: Option<(usize, usize)> = None;
    for (word, own) in sizes.iter().enumerate() {
        if word > 0 && size >= BLOCK - SLACK {
            let length = super::key(&words[word - 1].form, &words[word].form).len();
            if best.is_none_or(|(shortest, _)| length <= shortest) {
                best = Some((length, word));
            }
        }
        size += own;
        if size > BLOCK + SLACK {
            // A word too large for any block has one of its own.
            return best.map_or(word.max(1), |(_, word)| word);
        }
    }
    words.len()
}

/// The blocks of the vocabulary, deflated, each with its key.
pub(super) fn vocabulary(
    words: &[Word],
    site_docs: u32,
    packs: &mut Packs,
) -> Vec<(String, Vec<u8>)> {
    let mut blocks = Vec::new();
    let mut block: Vec<Known> = Vec::new();
    let mut key = String::new();
    let mut size = 0;
    let is_rare = |word: &Word| site_docs >= LARGE && !word.in_name && word.list.docs() < 2;
    let words = words
        .iter()
        .filter(|word| can_be_mistyped(&word.form) && !is_rare(word));
    for Word { form, list, .. } in words {
        if size > VOCABULARY_BLOCK {
            let next = super::key(block.last().map_or("", |last| &last.form), form);
            let stream = packs.deflate(&vocabulary::encode(&block));
            blocks.push((std::mem::replace(&mut key, next), stream));
            block.clear();
            size = 0;
        }
        size += 3 + form.len() / 2;
        block.push(Known {
            form: form.clone(),
            weight: u8::try_from(list.docs().max(1).ilog2()).unwrap_or(u8::MAX),
        });
    }
    if !block.is_empty() {
        blocks.push((key, packs.deflate(&vocabulary::encode(&block))));
    }
    blocks
}

/// Numbers are not corrected, and pairs of letters are no words.
fn can_be_mistyped(form: &str) -> bool {
    !form.contains(is_unsegmented) && form.bytes().any(|byte| !byte.is_ascii_digit())
}
