//! The typed result of compiling.

use std::fmt;

use crate::model::address::Address;
use crate::model::choice::Class;
use crate::model::date::Date;
use crate::model::document::Heading;
use crate::model::entry::Entry;
use crate::model::graph::Graph;
use crate::model::settings::Settings;
use crate::model::slug::Slug;

/// A whole site: everything that its pages, feeds and exports are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// What the builder decided.
    pub settings: Settings,
    /// Every published page of the content folder, sorted by address; a [`PageId`] is an index into it.
    pub pages: Vec<Page>,
    /// How they are connected.
    pub graph: Graph,
    /// Files that published pages reach.
    pub assets: Vec<Asset>,
    /// Old addresses and where they forward to, sorted.
    pub redirects: Vec<(Address, PageId)>,
}

impl Site {
    /// The page with this number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// All pages with their numbers, sorted by address.
    pub fn numbered(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages
            .iter()
            .enumerate()
            .map(|(index, page)| (PageId(index), page))
    }
}

/// An index into [`Site::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub usize);

/// A file to copy from the content folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asset {
    /// Path below the content folder.
    pub source: String,
    /// Where it goes.
    pub address: Address,
}

/// One published Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it stands: its folders, then its id.
    pub address: Address,
    /// The last segment of its address: an entry's id.
    pub id: Slug,
    /// Its folders, outermost first.
    pub folders: Vec<Slug>,
    /// Its file, below the content folder.
    pub source: String,
    /// Its title.
    pub title: String,
    /// Other names that links may use.
    pub aliases: Vec<String>,
    /// Tags of front matter and prose, as slugs joined by `/`, sorted, without repeats.
    pub tags: Vec<Tag>,
    /// BCP 47 tag where it differs from the site's.
    pub language: Option<String>,
    /// What sort of thing it is.
    pub class: Class,
    /// The prose as HTML.
    pub html: String,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// The words of its prose by heading, for search.
    pub sections: Vec<Section>,
    /// What its front matter says.
    pub front: Front,
}

/// A tag: `land/reform` has two segments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    /// The segments, outermost first; never empty.
    pub segments: Vec<Slug>,
}

impl fmt::Display for Tag {
    /// `land/reform`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, segment) in self.segments.iter().enumerate() {
            if index > 0 {
                f.write_str("/")?;
            }
            f.write_str(segment.as_str())?;
        }
        Ok(())
    }
}

/// The words under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's anchor; empty for what stands before the first heading.
    pub anchor: String,
    /// The heading's words; empty likewise.
    pub heading: String,
    /// The words, blocks separated by a line end.
    pub text: String,
}

/// The front matter of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Front {
    /// Of an entry.
    Entry(Box<Entry>),
    /// Of a plain note.
    Note(Note),
}

/// The front matter of a plain note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// One sentence about it.
    pub description: Option<String>,
    /// When it was made.
    pub created: Option<Date>,
    /// When it was last changed.
    pub modified: Option<Date>,
}

impl Page {
    /// The entry's fields, where it is one.
    pub fn entry(&self) -> Option<&Entry> {
        match &self.front {
            Front::Entry(entry) => Some(entry),
            Front::Note(_) => None,
        }
    }

    /// One sentence about it: an entry's summary, a note's description; may be empty.
    pub fn summary(&self) -> &str {
        match &self.front {
            Front::Entry(entry) => &entry.summary,
            Front::Note(note) => note.description.as_deref().unwrap_or_default(),
        }
    }
}
