//! `Site` to `Vec<Artifact>`, sorted by path. Entry point: [`render`].

use std::collections::BTreeMap;

use crate::explore::allies::nearest::Nearest;
use crate::explore::allies::prepared;
use crate::model::site::{Front, Page, PageId, Site};
use crate::search::format::manifest::FOLDER;
use crate::search::index;
use crate::view::edition::Edition;
use crate::view::page::{
    all, allies, browse, data, embed, entry, exchange, explore, glossary, home, lost, note,
    redirect, search, shelf, trail, words,
};
use crate::view::part::{head, mark};
use crate::view::shelves::Family;
use crate::view::{Artifact, ShellFiles, explore_files, export, feed, sitemap};

/// Every page, feed and export of `site`.
pub fn render(site: &Site, shell: &ShellFiles) -> Vec<Artifact> {
    // First, because it needs much memory for a while, and the pages need more for longer.
    let mut artifacts = index(site);
    let edition = Edition::new(site, shell);
    artifacts.extend(contents(&edition));
    artifacts.push(trail::trails(&edition));
    artifacts.extend(shelves(&edition));
    artifacts.extend([
        home::home(&edition),
        browse::browse(&edition),
        glossary::glossary(&edition),
        all::all(&edition),
        words::words(&edition),
        search::search(&edition),
        exchange::exchange(&edition),
        lost::lost(&edition),
        icon(),
    ]);
    let exports = export::exports(&edition);
    artifacts.extend(explore(&edition, &exports));
    artifacts.extend(redirects(&edition));
    artifacts.extend(feed::feeds(&edition));
    artifacts.extend(sitemap::sitemap(site));
    artifacts.extend(exports);
    first_of_each_path(artifacts)
}

/// The pages of the content, but those that stand on another page: the home page's and the folders' own.
fn contents(edition: &Edition<'_>) -> Vec<Artifact> {
    let prepared = prepared(&edition.catalog);
    let allies = Nearest::new(&prepared);
    edition
        .site
        .numbered()
        .filter(|(_, page)| !stands_elsewhere(edition, page))
        .map(|(id, page)| content(edition, &allies, id, page))
        .collect()
}

fn content(edition: &Edition<'_>, allies: &Nearest<'_>, id: PageId, page: &Page) -> Artifact {
    match &page.front {
        Front::Entry(fields) => {
            let hits = edition.row(id).map(|row| allies.of(row));
            entry::entry(edition, id, fields, hits.unwrap_or_default())
        }
        Front::Note(_) => note::note(edition, id),
    }
}

fn stands_elsewhere(edition: &Edition<'_>, page: &Page) -> bool {
    let folders = edition.shelves.of_family(Family::Folder);
    let folder = folders.binary_search_by(|shelf| shelf.address.cmp(&page.address));
    page.address.as_str().is_empty() || (page.entry().is_none() && folder.is_ok())
}

fn shelves(edition: &Edition<'_>) -> Vec<Artifact> {
    let site = edition.site;
    let mut artifacts = Vec::new();
    for family in Family::ALL {
        if family.root().is_some() {
            artifacts.push(browse::index(edition, family));
        }
        for shelf in edition.shelves.of_family(family) {
            let own = site
                .pages
                .binary_search_by(|page| page.address.cmp(&shelf.address));
            let own = own.ok().map(|index| &site.pages[index]);
            artifacts.push(shelf::shelf(edition, shelf, own));
        }
    }
    artifacts
}

fn redirects(edition: &Edition<'_>) -> Vec<Artifact> {
    let redirects = edition.site.redirects.iter();
    redirects
        .map(|(from, to)| redirect::redirect(edition, from, *to))
        .collect()
}

/// The explorer, its likeness for other sites, the ally finder, the files that they read, and the page that lists these.
fn explore(edition: &Edition<'_>, exports: &[Artifact]) -> Vec<Artifact> {
    let (files, mut artifacts) = explore_files::files(edition, exports);
    artifacts.push(explore::explore(edition, &files));
    artifacts.push(embed::embed(edition, &files));
    artifacts.push(allies::allies(edition, &files));
    artifacts.extend(data::data(edition, &files));
    artifacts
}

/// The index, which the search reads.
fn index(site: &Site) -> Vec<Artifact> {
    let files = index::files(site).into_iter();
    files
        .map(|(name, bytes)| Artifact {
            path: format!("{FOLDER}{name}"),
            bytes,
        })
        .collect()
}

fn icon() -> Artifact {
    Artifact {
        path: head::icon().output_path(),
        bytes: mark::FILE.as_bytes().to_vec(),
    }
}

/// Sorted by path; what the authors wrote comes first, so that a note at `glossary/` replaces ours.
fn first_of_each_path(artifacts: Vec<Artifact>) -> Vec<Artifact> {
    let mut by_path = BTreeMap::new();
    for artifact in artifacts {
        by_path.entry(artifact.path.clone()).or_insert(artifact);
    }
    by_path.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::view::sample::{check, published, shell, site, text_at};

    #[test]
    fn artifacts_are_sorted_and_none_stands_twice() {
        let paths: Vec<String> = render(&published(), &shell())
            .into_iter()
            .map(|a| a.path)
            .collect();
        assert!(paths.is_sorted());
        assert!(paths.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn the_same_site_gives_the_same_bytes() {
        assert_eq!(render(&site(), &shell()), render(&site(), &shell()));
    }

    #[test]
    fn every_folder_has_an_index() {
        let paths: Vec<String> = render(&published(), &shell())
            .into_iter()
            .map(|a| a.path)
            .collect();
        for path in &paths {
            for (at, _) in path.match_indices('/') {
                let index = format!("{}/index.html", &path[..at]);
                assert!(paths.contains(&index), "{path} has no {index}");
            }
        }
    }

    #[test]
    fn every_internal_link_leads_to_an_artifact() {
        let artifacts = render(&published(), &shell());
        let paths: Vec<&str> = artifacts.iter().map(|a| a.path.as_str()).collect();
        for artifact in artifacts.iter().filter(|a| a.path.ends_with("index.html")) {
            let html = str::from_utf8(&artifact.bytes).expect("pages are text");
            for href in html
                .split(" href=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                if !href.contains(':') && !href.starts_with('#') {
                    let target = resolved(&artifact.path, href);
                    let stands = paths.contains(&target.as_str()) || target == "assets/style.css";
                    assert!(stands, "{} links to {href} = {target}", artifact.path);
                }
            }
        }
    }

    fn resolved(from: &str, href: &str) -> String {
        let mut segments: Vec<&str> = from.split('/').collect();
        segments.pop();
        let href = href.split('#').next().unwrap_or_default();
        for segment in href.split('/') {
            match segment {
                "." => {}
                ".." => {
                    segments.pop().expect("no link leaves the root");
                }
                segment => segments.push(segment),
            }
        }
        let path = segments.join("/");
        if path.is_empty() || path.ends_with('/') {
            return format!("{path}index.html");
        }
        path
    }

    #[test]
    fn an_entry_page_holds_all_that_is_known() {
        check(
            "networks/cooperation-jackson/index.html",
            &[
                "<title>Cooperation Jackson · Dual Power Commons</title>",
                "href=\"../../assets/style.css\"",
                "<p class=\"badge build\"><a href=\"../../kinds/network/\">Network</a> · <a href=\"../../approaches/counter-institution/\">builds</a></p>",
                "<h1><bdi>Cooperation Jackson</bdi></h1>",
                "Also called CoopJax",
                "<p>About Cooperation Jackson.</p>",
                "<time datetime=\"2014-05-01\">1 May 2014</time>",
                "<li>Mississippi</li><li><a href=\"../../countries/us/\">United States</a></li>",
                "<a href=\"../../sectors/food/\"",
                "<dt title=\"The subject is a case of an idea.\">exemplifies</dt>",
                "<bdi>Dual &lt;power&gt;</bdi>",
                "<span class=\"unlisted\">Elsewhere</span>",
                "(since 2019)",
                "Tool library",
                "<li id=\"source-1\">",
                "archived copy",
                "Checked against its sources on <time datetime=\"2026-07-01\">1 July 2026</time>",
                "https://git.example/commons/edit/main/content/networks/cooperation-jackson.md",
                "Step 2 of 3 in ",
                "rel=\"prev\"",
                "rel=\"next\"",
                "Two sources differ.",
            ],
        );
        let html = text_at(&site(), "networks/cooperation-jackson/index.html");
        assert!(!html.contains("Old offer"), "expired offers are hidden");
        assert!(
            !html.contains("canonical"),
            "no base address, no canonical link"
        );
    }

    #[test]
    fn an_idea_shows_who_mentions_it_and_that_nobody_has_checked_it() {
        check(
            "concepts/dual-power/index.html",
            &[
                "<q>It is a case of <mark>dual power</mark> in one city.</q>",
                "Not yet verified",
                "<a href=\"#u-one\">One</a>",
                "<a href=\"../../tags/strategy/long/\">strategy/long</a>",
                "both halves",
            ],
        );
    }

    #[test]
    fn those_at_risk_stay_hidden_in_every_artifact() {
        for artifact in render(&published(), &shell()) {
            let text = String::from_utf8_lossy(&artifact.bytes);
            for hidden in [
                "Secret town",
                "Secret region",
                "hello@example.org",
                "secret.example",
            ] {
                assert!(!text.contains(hidden), "{} in {}", hidden, artifact.path);
            }
        }
    }

    #[test]
    fn those_at_risk_have_neighbours_allies_and_needs_but_no_place_finer_than_their_country() {
        let page = "networks/tenants/index.html";
        check(
            page,
            &[
                "<title>Dual &lt;power&gt; — Concept, both halves</title>",
                "Nearest allies",
                "Tenants seeks tools; they offer tool library (lend). Both work on land. Same country: United States.</p>",
            ],
        );
        check(
            "networks/cooperation-jackson/index.html",
            &[
                "<title>Tenants — Movement, resists</title>",
                "Movement · resists · United States",
            ],
        );
        let board = text_at(&site(), "exchange/index.html");
        let tools = board.split("<b>Tools</b>").nth(1).expect("it is sought");
        let until = tools.split("</li>").next().unwrap_or_default();
        assert!(
            until.contains("<bdi>Tenants</bdi></a> · United States"),
            "{until}"
        );
        assert!(board.contains("offers tool library (lend). "), "{board}");
    }

    #[test]
    fn the_home_page_says_what_this_is_and_where_to_start() {
        check(
            "index.html",
            &[
                "<title>Dual Power Commons</title>",
                "<span>Fight what is.</span>",
                "A directory of dual power.",
                "<a href=\"trails/ten-steps/\" class=\"go\">Start here: 3 steps</a>",
                "Those who resist",
                ">1 entry</a>",
                "3 steps · 9 minutes",
                "href=\"sectors/food/\"",
            ],
        );
    }

    #[test]
    fn tags_are_nested() {
        check(
            "tags/strategy/index.html",
            &["Narrower", "href=\"long/\"", "1 entry"],
        );
        check(
            "tags/strategy/long/index.html",
            &["href=\"../\">strategy</a>"],
        );
    }

    #[test]
    fn the_glossary_defines_every_idea() {
        check(
            "glossary/index.html",
            &["id=\"letter-d\"", "<dd>A strategy with two halves.</dd>"],
        );
    }

    #[test]
    fn old_addresses_forward() {
        check(
            "networks/coopjax/index.html",
            &[
                "content=\"0; url=../cooperation-jackson/\"",
                "href=\"../cooperation-jackson/\"",
            ],
        );
    }

    #[test]
    fn the_page_for_lost_readers_needs_no_other_file() {
        let html = text_at(&published(), "404.html");
        assert!(html.contains("style-src 'sha256-"));
        assert!(!html.contains("src=\"") && !html.contains("<link"));
    }

    #[test]
    fn feeds_exist_only_where_the_site_knows_its_address() {
        let atom = text_at(&published(), "feeds/atom.xml");
        assert!(atom.contains("<title>Dual &lt;power&gt;</title>"));
        assert!(atom.contains("<id>https://commons.example/concepts/dual-power/</id>"));
        text_at(&published(), "feeds/kinds.concept.xml");
        text_at(&published(), "feeds/feed.json");
        let paths = render(&site(), &shell());
        assert!(paths.iter().all(|a| !a.path.starts_with("feeds/")));
    }

    #[test]
    fn a_page_with_hostile_words_stays_sound() {
        let mut site = site();
        site.pages[0].title = "<script>\"&<!>".into();
        let html = text_at(&site, "about/index.html");
        assert!(html.contains("<title>&lt;script&gt;&quot;&amp;&lt;!&gt;"));
        assert!(!html.contains("<script>"));
    }
}
