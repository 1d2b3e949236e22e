//! An edition: all that every page is printed from, made once; and the place where one page stands.

use crate::explore::catalog::Catalog;
use crate::explore::graph::Net;
use crate::explore::graph::gather::gather;
use crate::explore::graph::local::Surroundings;
use crate::explore::places::Places;
use crate::model::address::{Address, relative};
use crate::model::choice::List;
use crate::model::site::{Page, PageId, Site};
use crate::view::ShellFiles;
use crate::view::shelves::Shelves;

/// The site, the shell's files, and the lists that are shared by all pages.
#[derive(Debug)]
pub(crate) struct Edition<'a> {
    /// What was compiled.
    pub(crate) site: &'a Site,
    /// Where the shell's files stand.
    pub(crate) shell: &'a ShellFiles,
    /// Its pages, by everything they can be listed by.
    pub(crate) shelves: Shelves,
    /// The main menu: only what exists.
    pub(crate) menu: Vec<MenuItem>,
    /// Its entries, by everything they are filtered, placed and compared by.
    pub(crate) catalog: Catalog,
    /// The page of each of its rows.
    order: Vec<PageId>,
    /// For each page its row.
    rows: Vec<Option<u32>>,
    /// Where the towns, regions and countries are.
    pub(crate) places: Places,
    /// Its pages as nodes and what ties them as edges; all of them, and none has a place.
    pub(crate) graph: Net,
    /// The page of each of its nodes.
    nodes: Vec<PageId>,
    /// What each of its nodes is tied to.
    pub(crate) surroundings: Surroundings,
}

/// One link of the main menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MenuItem {
    /// Its words.
    pub(crate) label: &'static str,
    /// Where it leads.
    pub(crate) to: Address,
}

impl<'a> Edition<'a> {
    /// Prepares all that pages share.
    pub(crate) fn new(site: &'a Site, shell: &'a ShellFiles) -> Edition<'a> {
        let shelves = Shelves::of(site);
        let menu = menu(site, &shelves);
        let places = Places::read();
        let graph = gather(site);
        let order = Catalog::order(site);
        Edition {
            site,
            shell,
            shelves,
            menu,
            rows: rows(site, &order),
            order,
            catalog: Catalog::of(site, &|entry| places.place(entry)),
            nodes: nodes(site, &graph),
            surroundings: Surroundings::new(&graph),
            graph,
            places,
        }
    }

    /// The row of a page in the catalog.
    pub(crate) fn row(&self, id: PageId) -> Option<u32> {
        self.rows.get(id.0).copied().flatten()
    }
}

fn rows(site: &Site, order: &[PageId]) -> Vec<Option<u32>> {
    let mut rows = vec![None; site.pages.len()];
    for (row, id) in (0..).zip(order) {
        rows[id.0] = Some(row);
    }
    rows
}

/// Nodes and pages are both sorted by address.
fn nodes(site: &Site, graph: &Net) -> Vec<PageId> {
    let mut pages = site.numbered();
    let mut page = |address: &str| pages.find(|(_, page)| page.address.as_str() == address);
    let nodes = graph.nodes.iter();
    nodes
        .filter_map(|node| page(&node.address).map(|(id, _)| id))
        .collect()
}

fn menu(site: &Site, shelves: &Shelves) -> Vec<MenuItem> {
    let about = Address::known_page("about");
    let has_about = site.pages.iter().any(|page| page.address == about);
    let items = [
        (true, "Browse", Address::known_page("browse")),
        (true, "Explore", Address::known_page("explore")),
        (
            !shelves.trails.is_empty(),
            "Trails",
            Address::known_page("trails"),
        ),
        (
            !shelves.ideas.is_empty(),
            "Glossary",
            Address::known_page("glossary"),
        ),
        (true, "A–Z", Address::known_page("all")),
        (has_about, "About", about),
    ];
    items
        .into_iter()
        .filter(|(exists, _, _)| *exists)
        .map(|(_, label, to)| MenuItem { label, to })
        .collect()
}

/// Where a page stands: every href on it starts here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Here<'a> {
    /// What it is printed from.
    pub(crate) edition: &'a Edition<'a>,
    /// Its address.
    pub(crate) address: &'a Address,
}

impl<'a> Here<'a> {
    /// The page at `address` of this edition.
    pub(crate) fn new(edition: &'a Edition<'a>, address: &'a Address) -> Here<'a> {
        Here { edition, address }
    }

    /// The site.
    pub(crate) fn site(self) -> &'a Site {
        self.edition.site
    }

    /// The page with this number.
    pub(crate) fn page(self, id: PageId) -> &'a Page {
        self.edition.site.page(id)
    }

    /// The href to `address`.
    pub(crate) fn to(self, address: &Address) -> String {
        relative(self.address, address)
    }

    /// The page of a node of the graph.
    pub(crate) fn page_of(self, node: u32) -> Option<&'a Page> {
        let id = self.edition.nodes.get(node as usize)?;
        Some(self.page(*id))
    }

    /// The page of a row of the catalog.
    pub(crate) fn page_of_row(self, row: u32) -> Option<&'a Page> {
        let id = self.edition.order.get(row as usize)?;
        Some(self.page(*id))
    }

    /// The href to a page of the content.
    pub(crate) fn to_page(self, id: PageId) -> String {
        self.to(&self.page(id).address)
    }

    /// The label of a list's value.
    pub(crate) fn label(self, list: List, value: &'a str) -> &'a str {
        self.site().settings.lists.label(list, value)
    }
}
