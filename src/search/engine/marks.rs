//! What of a title or a text was matched.

use std::rc::Rc;

use crate::search::answer::Piece;
use crate::search::engine::terms::Spread;
use crate::search::fold::Folded;
use crate::search::words;

/// A stretch of text with the bytes of it that are marked.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    text: &'a str,
    marked: Vec<bool>,
}

impl<'a> Marked<'a> {
    pub(super) fn new(text: &'a str) -> Marked<'a> {
        Marked {
            text,
            marked: vec![false; text.len()],
        }
    }

    pub(super) fn mark(&mut self, bytes: std::ops::Range<usize>) {
        if let Some(marked) = self.marked.get_mut(bytes) {
            marked.fill(true);
        }
    }

    /// Marks whole words.
    pub(super) fn words(mut self, sought: &[Rc<Spread>]) -> Marked<'a> {
        let text = self.text;
        words::each(text, &mut |form| {
            if sought.iter().any(|spread| spread.holds(form.letters)) {
                self.mark(form.range);
            }
        });
        self
    }

    /// Marks the beginnings of words.
    pub(super) fn beginnings(mut self, forms: &[String]) -> Marked<'a> {
        let text = self.text;
        words::each(text, &mut |form| {
            let mut longest = 0;
            for begun in forms
                .iter()
                .filter(|begun| form.letters.starts_with(begun.as_str()))
            {
                longest = longest.max(letter_count(begun));
            }
            let word = text.get(form.range.clone()).unwrap_or_default();
            let letters = Folded::new(word);
            for (letter, origin) in letters.letters.iter().zip(&letters.origins) {
                if longest == 0 {
                    break;
                }
                longest -= usize::from(*letter != ' ');
                self.mark(form.range.start..form.range.start + end_of(word, *origin));
            }
        });
        self
    }

    /// Marks letters by their numbers among the folded ones.
    pub(super) fn letters(mut self, folded: &Folded, letters: &[usize]) -> Marked<'a> {
        for (number, (start, character)) in self.text.char_indices().enumerate() {
            let is_matched = |letter: &usize| folded.origins.get(*letter) == Some(&number);
            if letters.iter().any(is_matched) {
                self.mark(start..start + character.len_utf8());
            }
        }
        self
    }

    /// Whether anything is marked.
    pub(super) fn is_any(&self) -> bool {
        self.marked.contains(&true)
    }

    /// All of it.
    pub(super) fn pieces(self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let whole = 0..self.text.len();
        self.push(whole, &mut pieces);
        pieces
    }

    /// Some bytes of it; line ends as spaces.
    pub(super) fn push(&self, bytes: std::ops::Range<usize>, pieces: &mut Vec<Piece>) {
        let mut start = bytes.start;
        while start < bytes.end {
            let marked = self.marked.get(start).copied().unwrap_or(false);
            let rest = self.marked.get(start..bytes.end).unwrap_or_default();
            let length = rest.iter().position(|other| *other != marked);
            let end = length.map_or(bytes.end, |length| start + length);
            let text = self.text.get(start..end).unwrap_or_default();
            let spaced = |c| if c == '\n' { ' ' } else { c };
            let text = text.chars().map(spaced).collect();
            pieces.push(Piece { text, marked });
            start = end;
        }
    }
}

/// How many letters a form has; the standard library's way to count is made for long texts, and long itself.
pub(super) fn letter_count(form: &str) -> usize {
    form.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

/// Where a character ends, in bytes.
fn end_of(text: &str, character: usize) -> usize {
    text.char_indices()
        .nth(character + 1)
        .map_or(text.len(), |(at, _)| at)
}
