//! The shelves: all pages by everything they can be listed by, made once for the whole edition.
//!
//! Pages on a shelf stand by title; shelves of a family stand by address, but kinds and sectors as their list has them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::address::Address;
use crate::model::choice::{Class, List};
use crate::model::country;
use crate::model::date::Date;
use crate::model::entry::Approach;
use crate::model::site::{Front, Page, PageId, Site};
use crate::model::slug::Slug;

/// How many pages "newest" holds.
pub(crate) const NEWEST: usize = 50;

/// What shelves can be made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Which half of dual power.
    Approach,
    /// Concept, network, tool, …
    Kind,
    /// Food, housing, …
    Sector,
    /// Where.
    Country,
    /// The author's own words.
    Tag,
    /// The folders of the content.
    Folder,
}

impl Family {
    /// All of them, in the order in which a reader is offered them.
    pub(crate) const ALL: [Family; 6] = [
        Family::Approach,
        Family::Kind,
        Family::Sector,
        Family::Country,
        Family::Tag,
        Family::Folder,
    ];

    /// The first segment of its shelves' addresses; folders stand at the root.
    pub(crate) fn root(self) -> Option<&'static str> {
        match self {
            Family::Approach => Some("approaches"),
            Family::Kind => Some("kinds"),
            Family::Sector => Some("sectors"),
            Family::Country => Some("countries"),
            Family::Tag => Some("tags"),
            Family::Folder => None,
        }
    }

    /// Its name, of several.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Family::Approach => "Approaches",
            Family::Kind => "Kinds",
            Family::Sector => "Sectors",
            Family::Country => "Countries",
            Family::Tag => "Tags",
            Family::Folder => "Folders",
        }
    }

    /// The name of one shelf of it.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Family::Approach => "Approach",
            Family::Kind => "Kind",
            Family::Sector => "Sector",
            Family::Country => "Country",
            Family::Tag => "Tag",
            Family::Folder => "Folder",
        }
    }

    /// Whether a shelf of it can hold others.
    pub(crate) fn nests(self) -> bool {
        match self {
            Family::Tag | Family::Folder => true,
            Family::Approach | Family::Kind | Family::Sector | Family::Country => false,
        }
    }

    /// The page that lists its shelves.
    pub(crate) fn index(self) -> Address {
        Address::known_page(self.root().unwrap_or("browse"))
    }

    /// The address of the shelf for one value.
    pub(crate) fn shelf(self, value: &str) -> Address {
        let root = self.root().and_then(Slug::new);
        Address::page(root.iter().chain([&Slug::from_words(value)]))
    }
}

/// Pages that have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shelf {
    /// By what.
    pub(crate) family: Family,
    /// Where its page stands.
    pub(crate) address: Address,
    /// Its name.
    pub(crate) label: String,
    /// What the name means; may be empty.
    pub(crate) definition: String,
    /// What stands on it, by title.
    pub(crate) pages: Vec<PageId>,
}

/// All shelves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Shelves {
    families: BTreeMap<Family, Vec<Shelf>>,
    /// Every listed page, by title.
    pub(crate) all: Vec<PageId>,
    /// Every idea, by title.
    pub(crate) ideas: Vec<PageId>,
    /// Every trail, by title.
    pub(crate) trails: Vec<PageId>,
    /// The newest entries, newest first.
    pub(crate) newest: Vec<PageId>,
    /// The pages last added or changed, latest first.
    pub(crate) latest: Vec<PageId>,
    ids: BTreeMap<String, PageId>,
}

impl Shelves {
    /// Puts every page of `site` on its shelves.
    pub(crate) fn of(site: &Site) -> Shelves {
        let all = listed(site);
        let of_class = |class| {
            let ids = all.iter().copied();
            ids.filter(|id| site.page(*id).class == class).collect()
        };
        let ids = site
            .numbered()
            .filter(|(_, page)| page.entry().is_some())
            .map(|(id, page)| (page.id.as_str().to_owned(), id))
            .collect();
        Shelves {
            families: Family::ALL
                .into_iter()
                .map(|family| (family, fill(site, &all, family)))
                .collect(),
            ideas: of_class(Class::Idea),
            trails: of_class(Class::Trail),
            newest: by_day(site, &all, added),
            latest: by_day(site, &all, changed),
            all,
            ids,
        }
    }

    /// The shelves of a family.
    pub(crate) fn of_family(&self, family: Family) -> &[Shelf] {
        self.families.get(&family).map_or(&[], Vec::as_slice)
    }

    /// The shelf for an approach.
    pub(crate) fn of_approach(&self, approach: Approach) -> Option<&Shelf> {
        let address = Family::Approach.shelf(approach.value());
        let mut shelves = self.of_family(Family::Approach).iter();
        shelves.find(|shelf| shelf.address == address)
    }

    /// The shelves right below `shelf`: sub-folders, sub-tags.
    pub(crate) fn below<'a>(&'a self, upper: &'a Shelf) -> impl Iterator<Item = &'a Shelf> {
        let parent = upper.address.as_str();
        let direct = move |other: &&Shelf| {
            let rest = other.address.as_str().strip_prefix(parent);
            rest.is_some_and(|rest| rest.bytes().filter(|b| *b == b'/').count() == 1)
        };
        // Only families that nest stand by address; in others nothing is below anything.
        let family = if upper.family.nests() {
            self.of_family(upper.family)
        } else {
            &[]
        };
        let start = family.partition_point(|other| other.address.as_str() <= parent);
        family[start..]
            .iter()
            .take_while(move |other| other.address.as_str().starts_with(parent))
            .filter(direct)
    }

    /// The entry with this id.
    pub(crate) fn entry(&self, id: &str) -> Option<PageId> {
        self.ids.get(id).copied()
    }
}

/// The letters that a title is sorted by: transliterated, so that `Écoles` stands at E.
pub(crate) fn sort_key(title: &str) -> Slug {
    Slug::from_words(title)
}

/// The letter under which an A–Z list shows a title; digits share `#`.
pub(crate) fn letter(title: &str) -> char {
    let first = sort_key(title).as_str().chars().next();
    let upper = first.map_or('#', |c| c.to_ascii_uppercase());
    if upper.is_ascii_uppercase() {
        upper
    } else {
        '#'
    }
}

/// When a page came in.
pub(crate) fn added(page: &Page) -> Option<Date> {
    match &page.front {
        Front::Entry(entry) => entry.added,
        Front::Note(note) => note.created,
    }
}

/// When a page last changed: never before it came in.
pub(crate) fn changed(page: &Page) -> Option<Date> {
    let updated = match &page.front {
        Front::Entry(entry) => entry.updated,
        Front::Note(note) => note.modified,
    };
    updated.max(added(page))
}

/// Every page but the home page, a folder's own and "about", by title.
fn listed(site: &Site) -> Vec<PageId> {
    let folders: BTreeSet<Address> = site
        .pages
        .iter()
        .flat_map(|page| (1..=page.folders.len()).map(|n| Address::page(&page.folders[..n])))
        .chain([Address::home(), Address::known_page("about")])
        .collect();
    let mut pages: Vec<(Slug, &str, PageId)> = site
        .numbered()
        .filter(|(_, page)| {
            page.entry().is_some() || !(is_folder_note(page) || folders.contains(&page.address))
        })
        .map(|(id, page)| (sort_key(&page.title), page.title.as_str(), id))
        .collect();
    pages.sort();
    pages.into_iter().map(|(_, _, id)| id).collect()
}

fn by_day(site: &Site, all: &[PageId], day: fn(&Page) -> Option<Date>) -> Vec<PageId> {
    let dated = |id: &PageId| day(site.page(*id)).map(|day| (day, *id));
    let mut dated: Vec<(Date, PageId)> = all.iter().filter_map(dated).collect();
    dated.sort_by_key(|(day, _)| Reverse(*day));
    dated.truncate(NEWEST);
    dated.into_iter().map(|(_, id)| id).collect()
}

fn fill(site: &Site, all: &[PageId], family: Family) -> Vec<Shelf> {
    let mut shelves: BTreeMap<Address, Shelf> = BTreeMap::new();
    for id in all {
        for (address, label) in places(site.page(*id), family) {
            let shelf = shelves.entry(address).or_insert_with_key(|address| Shelf {
                family,
                address: address.clone(),
                label: label.clone(),
                definition: String::new(),
                pages: Vec::new(),
            });
            shelf.pages.push(*id);
        }
    }
    match family {
        Family::Approach => in_list_order(site, (family, List::Approach), shelves),
        Family::Kind => in_list_order(site, (family, List::Kind), shelves),
        Family::Sector => in_list_order(site, (family, List::Sector), shelves),
        Family::Country => {
            let mut countries: Vec<Shelf> = shelves.into_values().collect();
            countries.sort_by_cached_key(|shelf| sort_key(&shelf.label));
            countries
        }
        Family::Tag => shelves.into_values().collect(),
        Family::Folder => with_parents(site, shelves),
    }
}

/// Where a page stands in a family, with the label of a shelf that is new.
fn places(page: &Page, family: Family) -> Vec<(Address, String)> {
    let value = |value: &str| (family.shelf(value), value.to_owned());
    let Some(entry) = page.entry() else {
        return match family {
            Family::Kind => vec![value("note")],
            Family::Tag => tag_places(page),
            Family::Folder => folder_places(page),
            Family::Approach | Family::Sector | Family::Country => Vec::new(),
        };
    };
    match family {
        Family::Approach => entry.approach.iter().map(|a| value(a.value())).collect(),
        Family::Kind => vec![value(&entry.kind)],
        Family::Sector => entry.sector.iter().map(|sector| value(sector)).collect(),
        Family::Country => {
            let told = crate::model::disclosure::Disclosed::of(entry).country;
            let place = |code: &str| (family.shelf(code), country::shown(code).to_owned());
            told.into_iter().map(place).collect()
        }
        Family::Tag => tag_places(page),
        Family::Folder => folder_places(page),
    }
}

/// A page tagged `a/b` stands on `a` and on `a/b`, once each.
fn tag_places(page: &Page) -> Vec<(Address, String)> {
    let root = Slug::new("tags");
    let mut places: Vec<(Address, String)> = Vec::new();
    for tag in &page.tags {
        for depth in 1..=tag.segments.len() {
            let segments = &tag.segments[..depth];
            let address = Address::page(root.iter().chain(segments));
            let words: Vec<&str> = segments.iter().map(Slug::as_str).collect();
            if places.iter().all(|(known, _)| *known != address) {
                places.push((address, words.join("/")));
            }
        }
    }
    places
}

fn folder_places(page: &Page) -> Vec<(Address, String)> {
    match page.folders.last() {
        Some(last) => vec![(Address::page(&page.folders), last.as_title())],
        None => Vec::new(),
    }
}

fn empty_folder(address: &Address) -> Shelf {
    Shelf {
        family: Family::Folder,
        address: address.clone(),
        label: String::new(),
        definition: String::new(),
        pages: Vec::new(),
    }
}

/// Whether a page is its folder's own: `networks/index.md`. Its folder may hold nothing else yet.
fn is_folder_note(page: &Page) -> bool {
    page.entry().is_none() && page.source.ends_with("/index.md")
}

fn in_list_order(
    site: &Site,
    (family, list): (Family, List),
    mut shelves: BTreeMap<Address, Shelf>,
) -> Vec<Shelf> {
    let mut sorted = Vec::with_capacity(shelves.len());
    for choice in site.settings.lists.of(list) {
        let address = family.shelf(&choice.value);
        if let Some(mut shelf) = shelves.remove(&address) {
            let plural = if choice.plural.is_empty() {
                &choice.label
            } else {
                &choice.plural
            };
            shelf.label.clone_from(plural);
            shelf.definition.clone_from(&choice.definition);
            sorted.push(shelf);
        }
    }
    sorted.extend(shelves.into_values());
    sorted
}

/// Folders with nothing but folders in them need a page too; a folder's own note gives it its name.
fn with_parents(site: &Site, mut shelves: BTreeMap<Address, Shelf>) -> Vec<Shelf> {
    for page in &site.pages {
        for depth in 1..=page.folders.len() {
            let segments = &page.folders[..depth];
            let address = Address::page(segments);
            let shelf = shelves.entry(address);
            let shelf = shelf.or_insert_with_key(empty_folder);
            shelf.label = segments[depth - 1].as_title();
        }
    }
    for page in site.pages.iter().filter(|page| page.entry().is_none()) {
        if is_folder_note(page) {
            let folder = || empty_folder(&page.address);
            shelves.entry(page.address.clone()).or_insert_with(folder);
        }
        if let Some(shelf) = shelves.get_mut(&page.address) {
            shelf.label.clone_from(&page.title);
            page.summary().clone_into(&mut shelf.definition);
        }
    }
    shelves.into_values().collect()
}
