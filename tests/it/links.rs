//! A crawl over every page of the real site: each link leads to a file, each fragment to an id, and nothing is fetched from
//! anywhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::page::{Tag, tags};
use crate::world::{DAY_OF_REAL_CONTENT, World, files, repository};

#[test]
fn every_link_of_the_real_site_leads_somewhere() {
    let world = World::new(&[]);
    let content = repository().join("content");
    let run = world.build_from(content.to_str().expect("a plain path"), DAY_OF_REAL_CONTENT);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let faults = faults(&files(&world.path("out")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with the links of a site, in words.
fn faults(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let pages: BTreeMap<&str, &str> = files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|e| e == "html"))
        .map(|(path, bytes)| (path.as_str(), str::from_utf8(bytes).expect("UTF-8")))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, html)| (*path, ids(&tags(html))))
        .collect();
    let mut faults = Vec::new();
    for (path, html) in &pages {
        for tag in tags(html) {
            let found = fetched_elsewhere(&tag)
                .into_iter()
                .chain(hrefs(&tag).filter_map(|href| fault(path, &href, files, &ids)));
            faults.extend(found.map(|fault| format!("{path}: <{}> {fault}", tag.name)));
        }
    }
    faults
}

fn ids(tags: &[Tag<'_>]) -> BTreeSet<String> {
    tags.iter()
        .filter_map(|tag| tag.attribute("id").map(str::to_owned))
        .collect()
}

/// Addresses inside the site that a tag names.
fn hrefs<'a>(tag: &'a Tag<'_>) -> impl Iterator<Item = String> + 'a {
    let named = ["href", "src", "action", "data-href", "poster"];
    let plain = named.into_iter().filter_map(|name| tag.attribute(name));
    let sets = tag.attribute("srcset").into_iter().flat_map(|set| {
        let urls = set.split(',').map(|part| part.trim().split(' ').next());
        urls.flatten().collect::<Vec<_>>()
    });
    plain
        .chain(sets)
        .filter(|href| !is_absolute(href))
        .map(str::to_owned)
}

fn is_absolute(href: &str) -> bool {
    let scheme = href.split([':', '/', '?', '#']).next().unwrap_or_default();
    href[scheme.len()..].starts_with(':')
}

/// A subresource of another host: nothing a reader opens may tell anybody else of it.
fn fetched_elsewhere(tag: &Tag<'_>) -> Option<String> {
    let fetching = match tag.name {
        "link" => {
            let rel = tag.attribute("rel").unwrap_or_default();
            let quiet = ["canonical", "alternate", "license", "author", "me"];
            (!rel.split(' ').all(|rel| quiet.contains(&rel))).then(|| tag.attribute("href"))?
        }
        "script" | "img" | "iframe" | "source" | "video" | "audio" | "embed" | "track" => {
            tag.attribute("src")
        }
        "object" => tag.attribute("data"),
        _other => None,
    };
    let url = fetching.filter(|url| is_absolute(url) && !url.starts_with("data:"))?;
    Some(format!("fetches `{url}`"))
}

fn fault(
    page: &str,
    href: &str,
    files: &BTreeMap<String, Vec<u8>>,
    ids: &BTreeMap<&str, BTreeSet<String>>,
) -> Option<String> {
    if href.starts_with('/') || href.starts_with('\\') {
        return Some(format!("`{href}` is not relative"));
    }
    let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
    let path = path.split('?').next().unwrap_or_default();
    let Some(target) = resolve(page, path) else {
        return Some(format!("`{href}` leaves the site"));
    };
    if !files.contains_key(&target) {
        return Some(format!("`{href}` leads to no file"));
    }
    let known = ids.get(target.as_str());
    // The explorer and its sisters read what is looked for from the fragment.
    let is_state = fragment.contains('=') && known.is_some_and(|known| known.contains("explore"));
    let is_missing = !fragment.is_empty()
        && fragment != "top"
        && !is_state
        && known.is_none_or(|known| !known.contains(&decode(fragment)));
    is_missing.then(|| format!("`{href}` leads to no id"))
}

/// The file that `path` on `page` names; nothing where it climbs out of the site.
fn resolve(page: &str, path: &str) -> Option<String> {
    if path.is_empty() {
        return Some(page.to_owned());
    }
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    if path.ends_with('/') || path.ends_with("..") || path == "." {
        segments.push("index.html");
    }
    Some(decode(&segments.join("/")))
}

/// Percent signs undone.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%').then(|| after.get(..2)).flatten();
        let code = code.and_then(|hex| u8::from_str_radix(str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).expect("a path of UTF-8")
}

#[test]
fn the_crawler_sees_what_is_wrong() {
    let page = |text: &str| text.as_bytes().to_vec();
    let files = BTreeMap::from([
        (
            "a/index.html".to_owned(),
            page(
                "<a href='../b/#x'>fine</a><a href='../b/#y'>1</a><a href='../c/'>2</a><a href='/b/'>3</a>\
                 <a href='../../b/'>4</a><img src='https://example.org/x.png'><a href='https://example.org/'>fine</a>",
            ),
        ),
        ("b/index.html".to_owned(), page("<p id=x>")),
    ]);
    assert_eq!(
        faults(&files),
        [
            "a/index.html: <a> `../b/#y` leads to no id",
            "a/index.html: <a> `../c/` leads to no file",
            "a/index.html: <a> `/b/` is not relative",
            "a/index.html: <a> `../../b/` leaves the site",
            "a/index.html: <img> fetches `https://example.org/x.png`",
        ]
    );
}
