//! TeX to `MathML`. The only file that names `pulldown_latex`.
//!
//! Entry point: [`to_mathml`]. What the library writes is not trusted: it is read tag by tag, and only elements and
//! attributes of `MathML` Core that are named here are written again.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, write_mathml};

/// The longest formula, in bytes: a page of it.
const LONGEST: usize = 4 * 1024;

/// How deep braces may nest: the library's writer recurses.
const DEEPEST: usize = 24;

/// The most that a formula's `MathML` may weigh: each letter becomes an element.
const MOST_OUTPUT_PER_INPUT: usize = 64;

/// Commands that define others, load files or set colours: none is needed in a note, and some can blow up.
const REFUSED: [&str; 11] = [
    "\\def",
    "\\gdef",
    "\\edef",
    "\\xdef",
    "\\let",
    "\\futurelet",
    "\\newcommand",
    "\\renewcommand",
    "\\providecommand",
    "\\char",
    "\\color",
];

const ELEMENTS: [&str; 23] = [
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
];
const MORE_ELEMENTS: [&str; 3] = ["mtr", "munder", "munderover"];

const ATTRIBUTES: [&str; 17] = [
    "accent",
    "accentunder",
    "columnalign",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "linethickness",
    "lspace",
    "mathvariant",
    "rspace",
    "scriptlevel",
    "stretchy",
    "width",
];
const MORE_ATTRIBUTES: [&str; 7] = [
    "largeop",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "separator",
    "symmetric",
];

/// The formula as `MathML`; `None` where it cannot be read.
pub(crate) fn to_mathml(tex: &str, display: bool) -> Option<String> {
    if tex.len() > LONGEST || is_deep(tex) || REFUSED.iter().any(|word| tex.contains(word)) {
        return None;
    }
    let storage = Storage::new();
    let events: Result<Vec<_>, _> = Parser::new(tex, &storage).collect();
    let events = events.ok()?.into_iter().map(Ok::<_, std::fmt::Error>);
    let config = RenderConfig {
        display_mode: if display {
            DisplayMode::Block
        } else {
            DisplayMode::Inline
        },
        ..RenderConfig::default()
    };
    let mut written = Vec::new();
    write_mathml(&mut written, events, config).ok()?;
    let written = String::from_utf8(written).ok()?;
    if written.len() > (tex.len() + 16) * MOST_OUTPUT_PER_INPUT {
        return None;
    }
    clean(&written)
}

/// Whether groups nest deeper than the limit.
fn is_deep(tex: &str) -> bool {
    let mut depth = 0_usize;
    let groups = ["\\left", "\\begin"];
    let braces = tex.bytes().any(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    });
    braces
        || groups
            .iter()
            .any(|group| tex.matches(group).count() > DEEPEST)
}

/// Writes the tags again that may stand in a page; `None` where there is any other, or they do not match.
fn clean(written: &str) -> Option<String> {
    let mut out = String::with_capacity(written.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = written;
    while let Some(at) = rest.find('<') {
        push_text(&rest[..at], &mut out);
        // The library writes the sign "less than" as it is.
        if !rest[at + 1..].starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()) {
            out.push_str("&lt;");
            rest = &rest[at + 1..];
            continue;
        }
        let (tag, after) = split_tag(&rest[at + 1..])?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop()? == name.trim()).then_some(())?;
            out.extend(["</", name.trim(), ">"]);
            continue;
        }
        let (tag, empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let name = push_tag(tag, &mut out)?;
        if empty {
            out.extend(["</", name, ">"]);
        } else {
            open.push(name);
        }
    }
    push_text(rest, &mut out);
    open.is_empty().then_some(out)
}

/// The inside of a tag, up to the `>` that no quotes hold, and what follows.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// Writes an opening tag with those of its attributes that are known; `style` and `class` never are.
fn push_tag<'a>(tag: &'a str, out: &mut String) -> Option<&'a str> {
    let tag = tag.trim_end();
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if !ELEMENTS.contains(&name) && !MORE_ELEMENTS.contains(&name) {
        return None;
    }
    out.extend(["<", name]);
    while !rest.trim_start().is_empty() {
        let (attribute, after) = rest.trim_start().split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        let known = ATTRIBUTES.contains(&attribute) || MORE_ATTRIBUTES.contains(&attribute);
        if known && value.bytes().all(is_value) {
            out.extend([" ", attribute, "=\"", value, "\""]);
        }
    }
    out.push('>');
    Some(name)
}

fn is_value(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.' | b'%' | b' ')
}

/// Writes text between tags, in which a `&` begins one of four references or stands for itself.
fn push_text(text: &str, out: &mut String) {
    let references = ["&amp;", "&lt;", "&gt;", "&nbsp;"];
    let mut rest = text;
    while let Some(at) = rest.find(['&', '>', '\u{A0}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let written = references.into_iter().find(|name| rest.starts_with(name));
        let (name, length) = match written {
            Some(name) => (name, name.len()),
            None if rest.starts_with('&') => ("&amp;", 1),
            None if rest.starts_with('>') => ("&gt;", 1),
            None => ("&nbsp;", '\u{A0}'.len_utf8()),
        };
        out.push_str(name);
        rest = &rest[length..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::{clean, to_mathml};

    fn check(tex: &str, expect: Option<&str>) {
        assert_eq!(to_mathml(tex, false).as_deref(), expect, "{tex}");
    }

    #[test]
    fn formulas_become_mathml() {
        check(
            "x<1",
            Some("<math display=\"inline\"><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>"),
        );
        let block = to_mathml(r"\frac{1}{2}", true);
        assert!(block.is_some_and(|b| b.starts_with("<math display=\"block\"><mfrac>")));
    }

    #[test]
    fn what_cannot_be_read_is_left_to_the_caller() {
        for bad in [
            r"\frac{",
            r"\nonsense",
            r"\def\a{\a\a}\a",
            r"\left(",
            &"{".repeat(200),
            &"x".repeat(5_000),
        ] {
            check(bad, None);
        }
    }

    #[test]
    fn styles_are_dropped_and_strange_elements_refused() {
        let cleaned = |text| clean(text);
        assert_eq!(
            cleaned(r#"<math><mspace width="1em" style="x" /></math>"#).as_deref(),
            Some(r#"<math><mspace width="1em"></mspace></math>"#)
        );
        assert_eq!(cleaned("<math><script></script></math>"), None);
        assert_eq!(cleaned("<math><mi></math></mi>"), None);
        assert_eq!(
            cleaned("<math>a & b</math>").as_deref(),
            Some("<math>a &amp; b</math>")
        );
    }
}
