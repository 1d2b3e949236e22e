//! `sitemap.xml` and `robots.txt`.

use crate::explore::export::xml::element;
use crate::model::address::Address;
use crate::model::date::Date;
use crate::model::site::Site;
use crate::view::Artifact;
use crate::view::page::{exchange, explore};
use crate::view::shelves::changed;
use crate::view::xml::absolute;

/// The sitemap, where the site knows its own address, and the robots' file.
pub(crate) fn sitemap(site: &Site) -> Vec<Artifact> {
    let mut artifacts = vec![robots(site)];
    if site.settings.base_url.is_some() {
        artifacts.push(map(site));
    }
    artifacts
}

fn map(site: &Site) -> Artifact {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let theirs = site.pages.iter();
    let theirs = theirs.map(|page| (page.address.clone(), changed(page)));
    let is_theirs = |address: &Address| site.pages.iter().any(|page| page.address == *address);
    let ours = [explore::address(), exchange::address()].into_iter();
    let ours = ours
        .filter(|address| !is_theirs(address))
        .map(|address| (address, Some(site.settings.today)));
    for (address, day) in theirs.chain(ours) {
        url(&mut xml, site, &address, day);
    }
    xml.push_str("</urlset>\n");
    Artifact {
        path: "sitemap.xml".to_owned(),
        bytes: xml.into_bytes(),
    }
}

fn url(xml: &mut String, site: &Site, address: &Address, changed: Option<Date>) {
    if let Some(url) = absolute(site, address.as_str()) {
        xml.push_str("<url>");
        element(xml, "loc", &url);
        if let Some(day) = changed {
            element(xml, "lastmod", &day.to_string());
        }
        xml.push_str("</url>\n");
    }
}

fn robots(site: &Site) -> Artifact {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = absolute(site, "sitemap.xml") {
        text.push_str("Sitemap: ");
        text.push_str(&url);
        text.push('\n');
    }
    Artifact {
        path: "robots.txt".to_owned(),
        bytes: text.into_bytes(),
    }
}
