//! Names of places: heading ids by github-slugger's rules, `{#id}`, and block ids `^id`.

use std::collections::HashMap;

use crate::model::document::Inline;

/// Gives every heading of a document its own id.
#[derive(Default)]
pub(super) struct Slugger {
    /// How often each id was asked for again.
    seen: HashMap<String, usize>,
}

impl Slugger {
    /// The id of a heading with these words: `Foo & Bar` gives `foo--bar`, its second time `foo--bar-1`.
    pub(super) fn id(&mut self, words: &str) -> String {
        let plain = match slug(words) {
            slug if slug.is_empty() => "section".to_owned(),
            slug => slug,
        };
        let mut id = plain.clone();
        while self.seen.contains_key(&id) {
            let again = self.seen.entry(plain.clone()).or_default();
            *again += 1;
            id = format!("{plain}-{again}");
        }
        self.seen.insert(id.clone(), 0);
        id
    }
}

/// Lower-cases, keeps letters, marks, decimal digits, `_` and `-`, makes spaces `-`, and drops all else.
pub(crate) fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.trim().chars() {
        match c {
            ' ' => slug.push('-'),
            'a'..='z' | '0'..='9' | '_' | '-' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => {}
            _ if is_word(c) => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    slug
}

fn is_word(c: char) -> bool {
    if c.is_numeric() && !c.is_alphabetic() {
        return !is_other_number(c);
    }
    c.is_alphabetic() || is_mark(c)
}

/// Superscripts, fractions and encircled numbers, which the slugger drops.
fn is_other_number(c: char) -> bool {
    matches!(c,
        '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{BC}'..='\u{BE}' | '\u{2070}'..='\u{209C}'
        | '\u{2150}'..='\u{215F}' | '\u{2189}' | '\u{2460}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}'
        | '\u{2776}'..='\u{2793}' | '\u{3192}'..='\u{3195}' | '\u{3220}'..='\u{3229}'
        | '\u{3248}'..='\u{325F}' | '\u{3280}'..='\u{3289}' | '\u{32B1}'..='\u{32BF}')
}

/// Marks that combine with the letter before them and that `is_alphabetic` does not count.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{64B}'..='\u{65F}' | '\u{93C}' | '\u{94D}' | '\u{9BC}' | '\u{9CD}' | '\u{A4D}' | '\u{ACD}'
        | '\u{B4D}' | '\u{BCD}' | '\u{C4D}' | '\u{CCD}' | '\u{D4D}' | '\u{E38}'..='\u{E3A}'
        | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

/// Takes a trailing `{#id}` off a heading's words.
pub(super) fn take_heading_id(inlines: &mut Vec<Inline>) -> Option<String> {
    let Some(Inline::Text(text)) = inlines.last_mut() else {
        return None;
    };
    let (words, id) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    if id.is_empty() || slug(id) != id {
        return None;
    }
    let (id, length) = (id.to_owned(), words.trim_end().len());
    cut_last_text(inlines, length);
    Some(id)
}

/// Takes a trailing ` ^id` off a block's words.
pub(super) fn take_block_id(inlines: &mut Vec<Inline>) -> Option<String> {
    let Some(Inline::Text(text)) = inlines.last_mut() else {
        return None;
    };
    let (words, id) = text.trim_end().rsplit_once('^')?;
    let sound = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    let apart = words.is_empty() || words.ends_with([' ', '\t']);
    if id.is_empty() || !apart || !id.bytes().all(sound) {
        return None;
    }
    let (id, length) = (id.to_owned(), words.trim_end().len());
    if words.is_empty() && !starts_a_line(inlines) {
        return None;
    }
    cut_last_text(inlines, length);
    Some(id)
}

/// Whether the last inline stands at the start of a line.
fn starts_a_line(inlines: &[Inline]) -> bool {
    match inlines {
        [.., before, _] => matches!(before, Inline::SoftBreak | Inline::HardBreak),
        _ => true,
    }
}

fn cut_last_text(inlines: &mut Vec<Inline>, length: usize) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(length);
        if text.is_empty() {
            inlines.pop();
        }
    }
    while matches!(inlines.last(), Some(Inline::SoftBreak | Inline::HardBreak)) {
        inlines.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::{Slugger, slug, take_block_id, take_heading_id};
    use crate::model::document::Inline;

    #[test]
    fn headings_get_the_ids_that_github_gives_them() {
        assert_eq!(slug("Foo & Bar"), "foo--bar");
        assert_eq!(slug("What's new? (2026)"), "whats-new-2026");
        assert_eq!(slug("Überblick: Ærø"), "überblick-ærø");
        assert_eq!(slug("x² ½ snake_case"), "x--snake_case");
        assert_eq!(slug("日本語"), "日本語");
    }

    #[test]
    fn repeated_ids_are_counted() {
        let mut slugger = Slugger::default();
        let ids = ["a", "a", "a-1", "a", "!", "!"].map(|words| slugger.id(words));
        assert_eq!(ids, ["a", "a-1", "a-1-1", "a-2", "section", "section-1"]);
    }

    fn taken(take: fn(&mut Vec<Inline>) -> Option<String>, words: &str) -> (String, String) {
        let mut inlines = vec![Inline::Text(words.into())];
        let id = take(&mut inlines).unwrap_or_default();
        let mut rest = String::new();
        crate::model::document::push_text(&inlines, &mut rest);
        (rest, id)
    }

    #[test]
    fn ids_are_taken_off_the_end() {
        let own = |rest: &str, id: &str| (rest.to_owned(), id.to_owned());
        assert_eq!(taken(take_block_id, "a b ^c-1"), own("a b", "c-1"));
        assert_eq!(taken(take_block_id, "^c"), own("", "c"));
        assert_eq!(taken(take_block_id, "x^2"), own("x^2", ""));
        assert_eq!(taken(take_block_id, "a ^c_d"), own("a ^c_d", ""));
        assert_eq!(taken(take_heading_id, "A {#b}"), own("A", "b"));
        assert_eq!(taken(take_heading_id, "A {#b c}"), own("A {#b c}", ""));
    }
}
