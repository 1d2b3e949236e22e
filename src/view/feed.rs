//! Feeds: what was added or changed last, as Atom and as JSON Feed 1.1. Only for a site that knows its own address.

use std::cmp::Reverse;
use std::fmt::Write;

use serde::Serialize;

use crate::explore::export::xml::{element, escaped};
use crate::model::address::Address;
use crate::model::date::Date;
use crate::model::site::{PageId, Site};
use crate::view::Artifact;
use crate::view::edition::Edition;
use crate::view::shelves::{Family, NEWEST, Shelf, changed};
use crate::view::xml::absolute;

/// Where the feed of a kind or tag stands; other families have none.
pub(crate) fn of_shelf(shelf: &Shelf) -> Option<Address> {
    match shelf.family {
        Family::Kind | Family::Tag => {
            // Dots, since `/` would make folders and `-` stands in slugs: `feeds/tags.land.reform.xml`.
            let path = shelf.address.as_str().trim_end_matches('/');
            let name = path.replace('/', ".");
            Some(Address::file(&format!("feeds/{name}.xml")))
        }
        Family::Approach | Family::Sector | Family::Country | Family::Folder => None,
    }
}

/// All feeds.
pub(crate) fn feeds(edition: &Edition<'_>) -> Vec<Artifact> {
    let site = edition.site;
    if site.settings.base_url.is_none() {
        return Vec::new();
    }
    let whole = Feed {
        title: site.settings.title.clone(),
        at: Address::file("feeds/atom.xml"),
        page: Address::home(),
        pages: edition.shelves.latest.clone(),
    };
    let mut artifacts = vec![json(site, &whole), atom(site, &whole)];
    for shelf in [Family::Kind, Family::Tag]
        .into_iter()
        .flat_map(|family| edition.shelves.of_family(family))
    {
        if let Some(at) = of_shelf(shelf) {
            artifacts.push(atom(
                site,
                &Feed {
                    title: format!("{} · {}", shelf.label, site.settings.title),
                    at,
                    page: shelf.address.clone(),
                    pages: latest(site, &shelf.pages),
                },
            ));
        }
    }
    artifacts
}

struct Feed {
    title: String,
    at: Address,
    page: Address,
    pages: Vec<PageId>,
}

fn latest(site: &Site, pages: &[PageId]) -> Vec<PageId> {
    let dated = |id: &PageId| changed(site.page(*id)).map(|day| (day, *id));
    let mut dated: Vec<(Date, PageId)> = pages.iter().filter_map(dated).collect();
    dated.sort_by_key(|(day, _)| Reverse(*day));
    dated.truncate(NEWEST);
    dated.into_iter().map(|(_, id)| id).collect()
}

fn url(site: &Site, address: &Address) -> String {
    absolute(site, address.as_str()).unwrap_or_default()
}

/// A day as RFC 3339 wants it: its midnight, since the hour is not known.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn atom(site: &Site, feed: &Feed) -> Artifact {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n",
    );
    let latest = feed.pages.first().and_then(|id| changed(site.page(*id)));
    element(&mut xml, "title", &feed.title);
    element(&mut xml, "id", &url(site, &feed.at));
    element(
        &mut xml,
        "updated",
        &moment(latest.unwrap_or(site.settings.today)),
    );
    element(&mut xml, "rights", &site.settings.content_licence);
    xml.push_str("<author>");
    element(&mut xml, "name", &site.settings.title);
    xml.push_str("</author>\n");
    for (rel, address) in [("self", &feed.at), ("alternate", &feed.page)] {
        push_link(&mut xml, rel, &url(site, address));
    }
    for id in &feed.pages {
        push_entry(&mut xml, site, *id);
    }
    xml.push_str("</feed>\n");
    Artifact {
        path: feed.at.output_path(),
        bytes: xml.into_bytes(),
    }
}

fn push_entry(xml: &mut String, site: &Site, id: PageId) {
    let page = site.page(id);
    let url = url(site, &page.address);
    xml.push_str("<entry>\n");
    element(xml, "title", &page.title);
    element(xml, "id", &url);
    push_link(xml, "alternate", &url);
    element(
        xml,
        "updated",
        &moment(changed(page).unwrap_or(site.settings.today)),
    );
    element(xml, "summary", page.summary());
    xml.push_str("</entry>\n");
}

fn push_link(xml: &mut String, rel: &str, url: &str) {
    let href = escaped(url);
    writeln!(xml, "<link rel=\"{rel}\" href=\"{href}\"/>").expect("text can be written");
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    description: &'a str,
    language: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    tags: Vec<String>,
}

fn json(site: &Site, feed: &Feed) -> Artifact {
    let items = feed.pages.iter().map(|id| item(site, *id)).collect();
    let at = Address::file("feeds/feed.json");
    let whole = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: url(site, &feed.page),
        feed_url: url(site, &at),
        description: &site.settings.tagline,
        language: &site.settings.language,
        items,
    };
    Artifact {
        path: at.output_path(),
        bytes: serde_json::to_vec_pretty(&whole).expect("strings and lists are always JSON"),
    }
}

fn item(site: &Site, id: PageId) -> Item<'_> {
    let page = site.page(id);
    let url = url(site, &page.address);
    Item {
        id: url.clone(),
        url,
        title: &page.title,
        content_text: page.summary(),
        date_modified: changed(page).map(moment),
        tags: page.tags.iter().map(ToString::to_string).collect(),
    }
}
