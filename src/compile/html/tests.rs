use super::{Anchor, Rendering, Target, embed_cycles, write};
use crate::compile::markdown;
use crate::model::address::Address;
use crate::model::document::{Document, Fragment, Link};
use crate::model::problem::Explain;
use crate::model::site::PageId;

/// A small site: page 0 at `a/`, page 1 at `b/c/`, and so on; a link's path is a page's title or a file's name.
struct Site {
    addresses: Vec<Address>,
    titles: Vec<String>,
    documents: Vec<Document>,
    targets: Vec<Vec<Target>>,
    problems: Vec<&'static str>,
}

fn site(pages: &[(&str, &str)]) -> Site {
    let mut problems = Vec::new();
    let mut parse = |text: &str| markdown::parse("a.md", text, 0..text.len(), &mut problems);
    let documents: Vec<Document> = pages.iter().map(|(_, text)| parse(text)).collect();
    let titles: Vec<String> = pages.iter().map(|(title, _)| (*title).to_owned()).collect();
    let paths = ["a", "b/c", "d", "e", "f"];
    let addresses = paths.map(Address::known_page).to_vec();
    let target = |from: usize, link: &Link| {
        let page = match link.path.as_str() {
            "" => Some(from),
            path => titles.iter().position(|title| title == path),
        };
        match page {
            Some(page) => Target::Page {
                page: PageId(page),
                anchor: anchor(&documents[page], &link.fragment),
            },
            None if link.path.contains('.') => Target::File(Address::file(&link.path)),
            None => Target::Nowhere,
        }
    };
    let targets = documents
        .iter()
        .enumerate()
        .map(|(from, document)| document.links.iter().map(|l| target(from, l)).collect())
        .collect();
    Site {
        addresses,
        titles,
        targets,
        documents,
        problems: problems.iter().map(|problem| problem.fact.code()).collect(),
    }
}

fn anchor(document: &Document, fragment: &Fragment) -> Option<Anchor> {
    match fragment {
        Fragment::Whole => None,
        Fragment::Block(id) => Some(Anchor::Block(id.clone())),
        Fragment::Headings(names) => {
            let last = names.last()?;
            let at = document.headings.iter().position(|h| h.text == *last);
            at.map(Anchor::Heading)
        }
    }
}

impl Site {
    fn html(&self, page: usize, limit: usize) -> (String, bool) {
        let documents: Vec<&Document> = self.documents.iter().collect();
        let mut out = String::new();
        let whole = write(PageId(page), self.rendering(&documents), limit, &mut out);
        (out, whole)
    }

    fn rendering<'a>(&'a self, documents: &'a [&'a Document]) -> Rendering<'a> {
        Rendering {
            addresses: &self.addresses,
            titles: &self.titles,
            documents,
            targets: &self.targets,
        }
    }
}

const LIMIT: usize = 64 * 1024;

/// One page among others; the others are `Other` (with a heading, a block and a list) and the files that links name.
fn check(markdown: &str, expect: &str) {
    let other = "Lead.\n\n# One\nUnder one. ^b\n\n## Two\n- x ^i\n- y\n\n# Three\nEnd[^n].\n\n[^n]: Note.\n";
    let site = site(&[("Self", markdown), ("Other", other)]);
    let (html, whole) = site.html(0, LIMIT);
    assert!(whole);
    assert_eq!(html.trim_end(), expect, "{markdown}");
    laws(&html);
}

fn check_problems(markdown: &str, expect: &[&str]) {
    assert_eq!(site(&[("Self", markdown)]).problems, expect, "{markdown}");
}

/// What holds for every page: a sanitiser that knows our elements finds nothing to change.
fn laws(html: &str) {
    assert_eq!(sanitiser().clean(html).to_string(), html);
}

fn sanitiser() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    let tags = [
        "section",
        "input",
        "audio",
        "video",
        "mark",
        "math",
        "mfrac",
        "mi",
        "mn",
        "mo",
        "mrow",
        "msup",
        "msub",
        "msubsup",
        "msqrt",
        "mroot",
        "mtext",
        "mspace",
        "mtable",
        "mtr",
        "mtd",
        "munder",
        "mover",
        "munderover",
        "mstyle",
        "mpadded",
        "mphantom",
        "menclose",
        "mmultiscripts",
        "mprescripts",
        "ms",
    ];
    let attributes = [
        "class",
        "id",
        "role",
        "tabindex",
        "aria-label",
        "rel",
        "start",
        "scope",
        "open",
        "src",
        "controls",
        "preload",
        "loading",
        "decoding",
        "type",
        "disabled",
        "checked",
        "width",
        "height",
        "alt",
        "display",
        "displaystyle",
        "scriptlevel",
        "stretchy",
        "mathvariant",
        "linethickness",
        "accent",
        "accentunder",
        "lspace",
        "rspace",
        "depth",
        "fence",
        "form",
        "largeop",
        "maxsize",
        "minsize",
        "movablelimits",
        "notation",
        "separator",
        "symmetric",
        "columnalign",
        "columnspan",
    ];
    builder
        .add_tags(tags)
        .add_generic_attributes(attributes)
        .link_rel(None)
        .add_url_schemes(["ipfs", "ipns"]);
    builder
}
