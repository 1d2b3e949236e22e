//! How pages are connected.

use crate::model::date::Edtf;
use crate::model::relation::RelationType;
use crate::model::site::PageId;

/// All connections of a site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// Typed relations between entries, sorted.
    pub edges: Vec<Edge>,
    /// Per page: its relations both ways, grouped by label in the order of `relation::ALL`, stored direction first.
    pub relations: Vec<Vec<RelationGroup>>,
    /// Per page: links in the prose of others that lead to it, sorted by the linking page's title.
    pub backlinks: Vec<Vec<Backlink>>,
    /// Per page: the pages that its prose links to, sorted, without repeats.
    pub links: Vec<Vec<PageId>>,
    /// Per page: the entries most like it, best first.
    pub related: Vec<Vec<PageId>>,
    /// Per page: the trails it is a step of, with the step's index.
    pub trails: Vec<Vec<(PageId, usize)>>,
}

/// A typed relation whose object is an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in `entry::Relation`")]
pub struct Edge {
    pub from: PageId,
    pub kind: &'static RelationType,
    pub to: PageId,
    pub since: Option<Edtf>,
    pub until: Option<Edtf>,
    pub note: Option<String>,
    pub source: Option<usize>,
}

/// The relations of one page under one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationGroup {
    /// `exemplifies`, `exemplified by`, …
    pub label: &'static str,
    /// What the relation means.
    pub definition: &'static str,
    /// The other sides, sorted by title.
    pub others: Vec<RelationEnd>,
}

/// The other side of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in `entry::Relation`")]
pub struct RelationEnd {
    pub to: End,
    pub since: Option<Edtf>,
    pub until: Option<Edtf>,
    pub note: Option<String>,
    /// Number of a source of this page, where the relation is stored on this page.
    pub source: Option<usize>,
}

/// A page, or a name that the directory does not list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// A page of the site.
    Page(PageId),
    /// A plain name.
    Outside(String),
}

/// A link from another page's prose, with the sentence it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlink {
    /// The page that links.
    pub from: PageId,
    /// The sentence before the linked words, shortened from the left with `…`.
    pub before: String,
    /// The linked words.
    pub words: String,
    /// The sentence after them, shortened from the right with `…`.
    pub after: String,
}
