//! Names: every published file gets its address, and every name a link may use finds its files.

use std::collections::{BTreeMap, HashMap};

use crate::compile::Parsed;
use crate::compile::nearest;
use crate::model::address::Address;
use crate::model::problem::source::SourceFact;
use crate::model::problem::{Place, Problem};
use crate::model::site::PageId;
use crate::model::slug::Slug;

/// First segments that the site needs for itself.
pub(crate) const RESERVED: [&str; 20] = [
    "all",
    "allies",
    "assets",
    "compare",
    "contribute",
    "countries",
    "data",
    "embed",
    "exchange",
    "explore",
    "feeds",
    "files",
    "glossary",
    "graph",
    "kinds",
    "map",
    "search",
    "sectors",
    "tags",
    "timeline",
];

/// Where a file stands in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) folders: Vec<Slug>,
    pub(crate) id: Slug,
    pub(crate) address: Address,
}

/// The standing of the file at `path`: folders and stem become slugs; `index.md` is its folder's own page.
pub(crate) fn standing(path: &str) -> Standing {
    let path = path.strip_suffix(".md").unwrap_or(path);
    let mut segments: Vec<Slug> = path.split('/').map(Slug::from_words).collect();
    let index = path.rsplit('/').next() == Some("index");
    if index {
        segments.pop();
    }
    let address = Address::page(&segments);
    let id = segments.pop();
    let id = id.unwrap_or_else(|| Slug::new("index").expect("`index` is a slug"));
    Standing {
        folders: segments,
        id,
        address,
    }
}

/// Drops files whose address another file (first by path) or the site itself has, with a problem for each, and
/// sorts the rest by address.
pub(crate) fn settle(
    notes: Vec<Parsed>,
    problems: &mut Vec<Problem>,
) -> (Vec<Standing>, Vec<Parsed>) {
    let mut placed: BTreeMap<Address, (Standing, Parsed)> = BTreeMap::new();
    for note in notes {
        let standing = standing(&note.path);
        let first = standing.folders.first().unwrap_or(&standing.id);
        let whole = Place::whole(&note.path);
        if RESERVED.contains(&first.as_str()) {
            let address = standing.address.to_string();
            problems.push(whole.problem(SourceFact::Reserved { address }));
        } else if let Some((_, other)) = placed.get(&standing.address) {
            problems.push(whole.problem(SourceFact::SameAddress {
                other: other.path.clone(),
                address: standing.address.to_string(),
            }));
        } else {
            placed.insert(standing.address.clone(), (standing, note));
        }
    }
    placed.into_values().unzip()
}

/// Every name that a link may use.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    notes: &'a [Parsed],
    paths: HashMap<&'a str, usize>,
    stems: HashMap<&'a str, Vec<usize>>,
    folded_stems: HashMap<String, Vec<usize>>,
    aliases: HashMap<String, Vec<usize>>,
    titles: HashMap<String, Vec<usize>>,
    files: HashMap<&'a str, usize>,
    files_by_name: HashMap<String, Vec<usize>>,
    assets: &'a [String],
}

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    /// One page.
    Page(PageId),
    /// The first of several: the one in the nearest folder.
    OneOf(Vec<PageId>),
    /// A file that is no note: an index into the assets.
    File(usize),
}

impl<'a> Names<'a> {
    /// Collects the names of `notes` (by [`PageId`]) and of the other files.
    pub(crate) fn new(notes: &'a [Parsed], assets: &'a [String]) -> Names<'a> {
        let mut names = Names {
            notes,
            paths: HashMap::with_capacity(notes.len()),
            stems: HashMap::with_capacity(notes.len()),
            folded_stems: HashMap::new(),
            aliases: HashMap::new(),
            titles: HashMap::with_capacity(notes.len()),
            files: HashMap::with_capacity(assets.len()),
            files_by_name: HashMap::with_capacity(assets.len()),
            assets,
        };
        for (index, note) in notes.iter().enumerate() {
            let path = note.path.strip_suffix(".md").unwrap_or(&note.path);
            let stem = file_name(path);
            names.paths.insert(path, index);
            names.stems.entry(stem).or_default().push(index);
            let folded = stem.to_lowercase();
            names.folded_stems.entry(folded).or_default().push(index);
            for alias in &note.head.aliases {
                let alias = alias.to_lowercase();
                names.aliases.entry(alias).or_default().push(index);
            }
            let title = note.head.title.to_lowercase();
            names.titles.entry(title).or_default().push(index);
        }
        for (index, path) in assets.iter().enumerate() {
            names.files.insert(path, index);
            let name = file_name(path).to_lowercase();
            names.files_by_name.entry(name).or_default().push(index);
        }
        names
    }

    /// The entry with exactly this id.
    pub(crate) fn id(&self, id: &str) -> Option<PageId> {
        self.stems.get(id).map(|found| PageId(found[0]))
    }

    /// What `name` means in the file `from`: exact path, exact id, case-insensitive, alias, title.
    pub(crate) fn find(&self, name: &str, from: &str) -> Option<Named> {
        let name = name.trim().trim_start_matches('/');
        let joined = join(folder(from), name);
        let path = name.strip_suffix(".md").unwrap_or(name);
        if let Some(index) = self.exact(path, &joined) {
            return Some(Named::Page(PageId(index)));
        }
        if let Some(file) = self.file(name, &joined) {
            return Some(Named::File(file));
        }
        let stem = file_name(path);
        let folded = stem.to_lowercase();
        let below = |found: &&usize| ends_with_path(&self.notes[**found].path, path);
        let by_stem = self.stems.get(stem).map(|all| all.iter().filter(below));
        let by_folded = self.folded_stems.get(&folded);
        let by_folded = by_folded.map(|all| all.iter().filter(below));
        let whole = name.to_lowercase();
        let by_name = |names: &HashMap<String, Vec<usize>>| names.get(&whole).cloned();
        let found = by_stem
            .map(Iterator::copied)
            .map(Iterator::collect)
            .filter(|all: &Vec<usize>| !all.is_empty())
            .or_else(|| by_folded.map(|all| all.copied().collect()))
            .filter(|all: &Vec<usize>| !all.is_empty())
            .or_else(|| by_name(&self.aliases))
            .or_else(|| by_name(&self.titles))?;
        Some(self.choose(found, from))
    }

    /// The nearest name to one that nothing has: an id, or a title or alias.
    pub(crate) fn nearest(&self, name: &str) -> Option<&'a str> {
        let stems = self.notes.iter().map(|note| stem(&note.path));
        let words = self.notes.iter().flat_map(|note| {
            let head = &note.head;
            std::iter::once(&head.title)
                .chain(&head.aliases)
                .map(String::as_str)
        });
        nearest::nearest(file_name(name), stems.chain(words))
    }

    /// The nearest id to one that no entry has.
    pub(crate) fn nearest_id(&self, id: &str) -> Option<&'a str> {
        let stems = self.notes.iter().map(|note| stem(&note.path));
        nearest::nearest(id, stems)
    }

    fn exact(&self, path: &str, joined: &str) -> Option<usize> {
        let joined = joined.strip_suffix(".md").unwrap_or(joined);
        let index_of = |path: &str| {
            let inner = || {
                self.paths
                    .get(format!("{}/index", path.trim_end_matches('/')).as_str())
            };
            self.paths.get(path).or_else(inner).copied()
        };
        if path.contains('/') || path.starts_with('.') {
            index_of(path).or_else(|| index_of(joined))
        } else {
            self.paths.get(path).copied()
        }
    }

    fn file(&self, name: &str, joined: &str) -> Option<usize> {
        let exact = self.files.get(name).or_else(|| self.files.get(joined));
        let by_name = || {
            let found = self.files_by_name.get(&file_name(name).to_lowercase())?;
            found
                .iter()
                .find(|index| ends_with_path(&self.assets[**index], name))
        };
        exact.or_else(by_name).copied()
    }

    /// The nearest of several: the most folders in common with `from`, then the shortest path, then the first.
    fn choose(&self, mut found: Vec<usize>, from: &str) -> Named {
        if let [only] = found[..] {
            return Named::Page(PageId(only));
        }
        let path = |index: usize| self.notes[index].path.as_str();
        found.sort_by_key(|&index| {
            let common = common_folders(path(index), from);
            (
                std::cmp::Reverse(common),
                path(index).matches('/').count(),
                index,
            )
        });
        found.dedup();
        Named::OneOf(found.into_iter().map(PageId).collect())
    }
}

/// The file's name without `.md`: an entry's id.
pub(crate) fn stem(path: &str) -> &str {
    file_name(path.strip_suffix(".md").unwrap_or(path))
}

/// The part after the last `/`.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The part before the last `/`.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `name` seen from `folder`, with `.` and `..` taken away.
fn join(folder: &str, name: &str) -> String {
    let mut segments: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for segment in name.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            name => segments.push(name),
        }
    }
    segments.join("/")
}

/// Whether the last segments of `path` (with or without `.md`) are those of `end`, letters' case aside.
fn ends_with_path(path: &str, end: &str) -> bool {
    let path = path.strip_suffix(".md").unwrap_or(path);
    let mut ours = path.rsplit('/');
    end.rsplit('/')
        .filter(|s| *s != "." && *s != "..")
        .all(|s| {
            ours.next()
                .is_some_and(|own| own.to_lowercase() == s.to_lowercase())
        })
}

fn common_folders(a: &str, b: &str) -> usize {
    let folders = |path| folder(path).to_owned();
    let (a, b) = (folders(a), folders(b));
    a.split('/')
        .zip(b.split('/'))
        .take_while(|(a, b)| a == b)
        .count()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Named, Names, standing};
    use crate::compile::Parsed;
    use crate::compile::front_matter::{Fields, Head};
    use crate::model::document::Document;
    use crate::model::site::{Front, Note};

    /// A note with nothing in it but names.
    pub(crate) fn note(path: &str, title: &str, aliases: &[&str]) -> Parsed {
        Parsed {
            path: path.to_owned(),
            length: 0,
            head: Head {
                title: title.to_owned(),
                aliases: aliases.iter().map(ToString::to_string).collect(),
                tags: Vec::new(),
                language: None,
                published: true,
                redirect_from: Vec::new(),
                front: Front::Note(Note::default()),
                fields: Fields::default(),
                body: 0..0,
            },
            document: Document::default(),
        }
    }

    fn check(name: &str, from: &str, expect: &str) {
        let notes = [
            note("a/commons.md", "The commons", &["Allmende"]),
            note("a/index.md", "Folder A", &[]),
            note("b/commons.md", "Commons in b", &[]),
            note("b/deep/Three laws.md", "Laws", &[]),
            note("c.md", "Allmende", &[]),
        ];
        let files = ["img/Map.PNG".to_owned()];
        let names = Names::new(&notes, &files);
        let path = |page: &crate::model::site::PageId| notes[page.0].path.clone();
        let found = match names.find(name, from) {
            None => "nothing".to_owned(),
            Some(Named::Page(page)) => path(&page),
            Some(Named::OneOf(pages)) => pages.iter().map(path).collect::<Vec<_>>().join(" or "),
            Some(Named::File(file)) => files[file].clone(),
        };
        assert_eq!(found, expect, "{name} from {from}");
    }

    #[test]
    fn a_name_is_a_path_then_an_id_then_an_alias_then_a_title() {
        check("a/commons", "c.md", "a/commons.md");
        check("c", "a/commons.md", "c.md");
        check("deep/Three laws", "c.md", "b/deep/Three laws.md");
        check("three LAWS", "c.md", "b/deep/Three laws.md");
        check("Allmende", "c.md", "a/commons.md");
        check("commons in B", "c.md", "b/commons.md");
        check("../a/commons.md", "b/x.md", "a/commons.md");
        check("a", "c.md", "nothing");
        check("a/", "c.md", "a/index.md");
        check("map.png", "c.md", "img/Map.PNG");
        check("Map.PNG", "c.md", "img/Map.PNG");
        check("telegraph", "c.md", "nothing");
    }

    #[test]
    fn of_several_the_nearest_folder_is_first() {
        check("commons", "b/deep/x.md", "b/commons.md or a/commons.md");
        check("commons", "a/x.md", "a/commons.md or b/commons.md");
    }

    #[test]
    fn files_get_lower_case_ascii_addresses() {
        let address = |path| standing(path).address.to_string();
        assert_eq!(address("Über uns/Die Idee.md"), "uber-uns/die-idee/");
        assert_eq!(address("a/index.md"), "a/");
        assert_eq!(address("index.md"), "");
    }
}
