//! Where YAML breaks off: what the author meant to write, and where reading can go on.

use std::ops::Range;

use crate::model::problem::front_matter::Mistake;
use crate::model::problem::yaml::{SyntaxMistake, YamlFeature};

/// The mistake in words that help, and the stretch to point at: the field that begins at `broken` breaks off where `rest` begins.
pub(super) fn explain(
    text: &str,
    broken: usize,
    rest: Range<usize>,
    reason: &str,
) -> (Range<usize>, Mistake) {
    let Range { start: at, end } = rest;
    let here = one_char(text, at, end);
    if reason.contains("unknown anchor") {
        return (here, Mistake::Feature(YamlFeature::Alias));
    }
    let line = &text[broken..line_end(text, broken).min(end).max(broken)];
    let beyond = at >= broken + line.len() || reason.ends_with("quoted scalar");
    if beyond && let Some((offset, opening)) = unclosed(line) {
        let start = broken + offset;
        let mistake = SyntaxMistake::Unclosed { opening };
        return (start..start + 1, Mistake::Syntax(mistake));
    }
    let field_end = next_field(text, broken..end).unwrap_or(end);
    if let Some(tab) = indenting_tab(&text[broken..field_end]) {
        let tab = broken + tab;
        return (tab..tab + 1, Mistake::Syntax(SyntaxMistake::Tab));
    }
    let mistake = if reason.starts_with("mapping values are not allowed") {
        SyntaxMistake::Colon
    } else {
        let reason = reason.to_owned();
        SyntaxMistake::Other { reason }
    };
    (here, Mistake::Syntax(mistake))
}

/// The first tab that indents a line.
fn indenting_tab(lines: &str) -> Option<usize> {
    let mut at = 0;
    for line in lines.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if let Some(tab) = line[..indent].find('\t') {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}

/// What opens a value on this line and does not close on it.
fn unclosed(line: &str) -> Option<(usize, char)> {
    let colon = line.find(':')?;
    let value = line[colon + 1..].trim_start();
    let offset = line.len() - value.len();
    let opening = value.chars().next()?;
    let closing = match opening {
        '"' | '\'' => opening,
        '[' => ']',
        '{' => '}',
        _other => return None,
    };
    (!value[1..].contains(closing)).then_some((offset, opening))
}

fn one_char(text: &str, at: usize, end: usize) -> Range<usize> {
    match text[at..end].chars().next() {
        Some(c) if c != '\n' => at..at + c.len_utf8(),
        Some(_) | None => at..at,
    }
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |more| at + more)
}

/// The first line after `range.start` that begins a field: a letter in the first column, and a colon.
pub(super) fn next_field(text: &str, range: Range<usize>) -> Option<usize> {
    let mut at = range.start;
    while at < range.end {
        at = line_end(text, at) + 1;
        let line = text.get(at..range.end)?.split('\n').next()?;
        let name = line
            .split(':')
            .next()
            .filter(|name| name.len() < line.len());
        let word = |name: &str| {
            let inner = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
            !name.is_empty() && name.bytes().all(inner) && !name.starts_with('-')
        };
        if name.is_some_and(word) {
            return Some(at);
        }
    }
    None
}
