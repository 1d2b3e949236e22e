//! The catalog: a small table of all pages, written by the build and read in the browser, here in both directions.
//!
//! ```text
//! commons-catalog 1
//! address ⇥ title ⇥ kind ⇥ approach ⇥ aliases ⇥ synonyms ⇥ summary
//! ```
//!
//! One line per page. In a field `\t`, `\n`, `\r`, `\\` stand for what they stand for in Rust, and `\|` for a bar, because
//! the names in a list are separated by bars. Further columns (facet values will be the first) come after these: a reader
//! takes the columns it knows and leaves the rest, so that a page from an old cache can read a newer catalog.

use std::fmt;

use crate::model::choice::List;
use crate::model::entry::Approach;
use crate::model::site::{PageId, Site};

/// The first line: what this is, and which version of it.
const HEADER: &str = "commons-catalog 1";

/// What the catalog says about one page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The page's address, below the site's root.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The label of its kind; empty for a note.
    pub kind: String,
    /// The value of its approach; empty where it has none.
    pub approach: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Words people also say for it.
    pub synonyms: Vec<String>,
    /// One sentence about it; may be empty.
    pub summary: String,
}

impl Row {
    /// The row of a page.
    pub fn from_page(site: &Site, id: PageId) -> Row {
        let page = site.page(id);
        let entry = page.entry();
        let kind = entry.map_or("", |e| site.settings.lists.label(List::Kind, &e.kind));
        let approach = entry.and_then(|e| e.approach).map_or("", Approach::value);
        Row {
            address: page.address.to_string(),
            title: page.title.clone(),
            kind: kind.to_owned(),
            approach: approach.to_owned(),
            aliases: page.aliases.clone(),
            synonyms: entry.map(|e| e.synonyms.clone()).unwrap_or_default(),
            summary: page.summary().to_owned(),
        }
    }
}

/// Where the catalog stands. Its name stays the same, so that a changed entry leaves every other page as it was.
pub const FILE: &str = "data/catalog.txt";

/// The catalog of a site as the bytes of its file.
pub fn artifact(site: &Site) -> Vec<u8> {
    let rows = site.numbered().map(|(id, _page)| Row::from_page(site, id));
    let rows: Vec<Row> = rows.collect();
    encode(&rows).into_bytes()
}

/// The rows as text.
pub fn encode(rows: &[Row]) -> String {
    let mut text = String::from(HEADER);
    text.push('\n');
    for row in rows {
        for (column, field) in row.columns().into_iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            field.write(&mut text);
        }
        text.push('\n');
    }
    text
}

/// The rows of a text, or why it is no catalog that this version can read.
pub fn decode(text: &str) -> Result<Vec<Row>, BadCatalog> {
    let mut lines = text.split('\n');
    if lines.next() != Some(HEADER) {
        return Err(BadCatalog::Header);
    }
    let mut rows = Vec::new();
    for (index, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
        let row = decode_row(line).ok_or(BadCatalog::Row { line: index + 2 })?;
        rows.push(row);
    }
    Ok(rows)
}

/// Why a text is no catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadCatalog {
    /// The first line is not ours, or of another version.
    Header,
    /// A line, counted from 1, has too few columns or a wrong escape.
    Row {
        /// Which line.
        line: usize,
    },
}

impl fmt::Display for BadCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadCatalog::Header => f.write_str("the first line is not that of a catalog"),
            BadCatalog::Row { line } => write!(f, "line {line} is not a row"),
        }
    }
}

impl Row {
    /// The columns in their order in the file.
    fn columns(&self) -> [Column<'_>; 7] {
        [
            Column::One(&self.address),
            Column::One(&self.title),
            Column::One(&self.kind),
            Column::One(&self.approach),
            Column::Many(&self.aliases),
            Column::Many(&self.synonyms),
            Column::One(&self.summary),
        ]
    }
}

/// A column of one row.
enum Column<'a> {
    One(&'a str),
    Many(&'a [String]),
}

impl Column<'_> {
    fn write(&self, text: &mut String) {
        match self {
            Column::One(field) => escape(field, text),
            // A bar after each, so that one empty name and no name at all are different.
            Column::Many(fields) => {
                for field in *fields {
                    escape(field, text);
                    text.push('|');
                }
            }
        }
    }
}

fn escape(field: &str, text: &mut String) {
    for c in field.chars() {
        match c {
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\\' => text.push_str("\\\\"),
            '|' => text.push_str("\\|"),
            plain => text.push(plain),
        }
    }
}

fn decode_row(line: &str) -> Option<Row> {
    let mut columns = line.split('\t');
    Some(Row {
        address: one(columns.next()?)?,
        title: one(columns.next()?)?,
        kind: one(columns.next()?)?,
        approach: one(columns.next()?)?,
        aliases: many(columns.next()?)?,
        synonyms: many(columns.next()?)?,
        summary: one(columns.next()?)?,
    })
}

fn one(field: &str) -> Option<String> {
    let mut names = unescape(field)?;
    match names.len() {
        1 => names.pop(),
        _several => None,
    }
}

fn many(field: &str) -> Option<Vec<String>> {
    let mut names = unescape(field)?;
    // What follows the last bar is no name.
    names.pop().filter(String::is_empty)?;
    Some(names)
}

/// The parts between bars, at least one.
fn unescape(field: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        match c {
            '|' => parts.push(std::mem::take(&mut part)),
            '\\' => part.push(match chars.next()? {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                itself @ ('\\' | '|') => itself,
                _unknown => return None,
            }),
            plain => part.push(plain),
        }
    }
    parts.push(part);
    Some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any};
    use proptest::{prop_assert_eq, proptest};

    use super::{BadCatalog, Row, decode, encode};

    fn check(text: &str, expect: Result<usize, BadCatalog>) {
        assert_eq!(decode(text).map(|rows| rows.len()), expect, "{text:?}");
    }

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let names = || vec(any::<String>(), 0..3);
        let row = (any::<[String; 5]>(), names(), names()).prop_map(
            |([address, title, kind, approach, summary], aliases, synonyms)| Row {
                address,
                title,
                kind,
                approach,
                aliases,
                synonyms,
                summary,
            },
        );
        vec(row, 0..4)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(rows in rows()) {
            prop_assert_eq!(decode(&encode(&rows)), Ok(rows));
        }

        #[test]
        fn reading_never_panics(tail in "[\\\\|tn\t\n a]*") {
            let _ = decode(&format!("{}\n{tail}", super::HEADER));
            let _ = decode(&tail);
        }
    }

    #[test]
    fn the_golden_bytes_of_version_1_are_read() {
        let text =
            "commons-catalog 1\na/b/\tA\\tB\tTool\tboth\tx\\|y|z|\t\tOne\\nline.\tlater column\n";
        let row = Row {
            address: "a/b/".into(),
            title: "A\tB".into(),
            kind: "Tool".into(),
            approach: "both".into(),
            aliases: vec!["x|y".into(), "z".into()],
            synonyms: vec![],
            summary: "One\nline.".into(),
        };
        assert_eq!(decode(text), Ok(vec![row]));
    }

    #[test]
    fn what_is_no_catalog_is_refused_with_its_line() {
        check("", Err(BadCatalog::Header));
        check("<!doctype html>", Err(BadCatalog::Header));
        check("commons-catalog 2\n", Err(BadCatalog::Header));
        check("commons-catalog 1", Ok(0));
        check(
            "commons-catalog 1\na\tb\n",
            Err(BadCatalog::Row { line: 2 }),
        );
        let wrong_escape = "commons-catalog 1\na\tb\tc\td\t\t\t\\x\n";
        check(wrong_escape, Err(BadCatalog::Row { line: 2 }));
        let unfinished_list = "commons-catalog 1\na\tb\tc\td\te\t\t\n";
        check(unfinished_list, Err(BadCatalog::Row { line: 2 }));
    }
}
