//! Byte spans to lines and columns: only here, and only when something is printed.

use std::collections::BTreeMap;

use crate::compile::text::normalise;
use crate::model::problem::Place;
use crate::shell::native::disk::Folder;

/// The texts of a folder, each made ready when the first problem asks for it.
pub(crate) struct Texts<'a> {
    folder: &'a Folder,
    read: BTreeMap<String, Text>,
}

/// One file as the compiler counted it, and where its lines begin.
struct Text {
    text: String,
    lines: Vec<usize>,
}

/// A place as an editor names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Located {
    /// The path from where the command was run.
    pub(crate) file: String,
    /// First and last position; nothing where the file as a whole is meant.
    pub(crate) range: Option<(Position, Position)>,
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line.
    pub(crate) line: usize,
    /// The column; of an end it is one past the last character.
    pub(crate) column: usize,
}

/// The lines around a place, for drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window<'a> {
    /// Whole lines.
    pub(crate) text: &'a str,
    /// The number of the first.
    pub(crate) first_line: usize,
    /// The stretch meant, in bytes of `text`.
    pub(crate) start: usize,
    /// Its end.
    pub(crate) end: usize,
}

/// How many lines of a long stretch are drawn; more would bury the message.
const DRAWN_LINES: usize = 6;

impl<'a> Texts<'a> {
    /// The texts of `folder`, none of them read yet.
    pub(crate) fn of(folder: &'a Folder) -> Texts<'a> {
        Texts {
            folder,
            read: BTreeMap::new(),
        }
    }

    /// Where `place` is.
    pub(crate) fn locate(&mut self, place: &Place) -> Located {
        let file = shown_path(self.folder, &place.file);
        let range = self.stretch(place).map(|(text, start, end)| {
            let position = |at| text.position(at);
            (position(start), position(end))
        });
        Located { file, range }
    }

    /// The lines that `place` stands in.
    pub(crate) fn window(&mut self, place: &Place) -> Option<Window<'_>> {
        let (text, start, end) = self.stretch(place)?;
        let first = text.line_of(start);
        let last = text
            .line_of(end.max(start + 1) - 1)
            .min(first + DRAWN_LINES - 1);
        let from = text.lines[first];
        let to = text
            .lines
            .get(last + 1)
            .map_or(text.text.len(), |next| next - 1);
        Some(Window {
            text: &text.text[from..to],
            first_line: first + 1,
            start: start - from,
            end: end.min(to) - from,
        })
    }

    /// The text and the sound stretch of it; nothing where the file as a whole is meant or cannot be shown.
    fn stretch(&mut self, place: &Place) -> Option<(&Text, usize, usize)> {
        if place.span.end == 0 {
            return None;
        }
        let text = self.text(&place.file)?;
        let start = text.floor(place.span.start);
        let end = text.floor(place.span.end).max(start);
        Some((text, start, end))
    }

    fn text(&mut self, file: &str) -> Option<&Text> {
        if !self.read.contains_key(file) {
            let text = Text::new(bytes(self.folder, file)?);
            self.read.insert(file.to_owned(), text);
        }
        self.read.get(file)
    }
}

impl Text {
    fn new(bytes: &[u8]) -> Text {
        let text = normalise(&String::from_utf8_lossy(bytes));
        let begins = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(begins).collect();
        Text { text, lines }
    }

    /// The nearest place at or before `at` where a character begins.
    fn floor(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The number of the line that holds `at`, from 0.
    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|begin| *begin <= at) - 1
    }

    fn position(&self, at: usize) -> Position {
        let line = self.line_of(at);
        Position {
            line: line + 1,
            column: self.text[self.lines[line]..at].chars().count() + 1,
        }
    }
}

fn bytes<'a>(folder: &'a Folder, file: &str) -> Option<&'a [u8]> {
    let notes = &folder.sources.notes;
    let note = notes.binary_search_by(|note| note.path.as_str().cmp(file));
    let mut others = folder.settings.iter().chain(&folder.sources.synonyms);
    let other = others.find(|source| source.path == file);
    let source = note.ok().map(|at| &notes[at]).or(other);
    source.map(|source| source.bytes.as_slice())
}

/// `content/a.md`; the folder itself where no file is named.
fn shown_path(folder: &Folder, file: &str) -> String {
    let path = if file.is_empty() {
        folder.root.clone()
    } else {
        folder.root.join(file)
    };
    path.display().to_string()
}
