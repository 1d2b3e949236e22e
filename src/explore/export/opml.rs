//! OPML 2.0: the entries' own feeds, for a feed reader.

use crate::explore::export::xml::{element, escaped};
use crate::explore::export::{Made, Set};
use crate::explore::phrase::counted;
use crate::model::url::Url;

/// The file of a set's feeds, each once.
pub(super) fn opml(set: &Set<'_>) -> Made {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>\n",
    );
    element(&mut text, "title", set.site);
    text.push_str("</head>\n<body>\n");
    let mut known: Vec<&Url> = Vec::new();
    for detail in set.details() {
        if let Some(feed) = &detail.feed
            && !known.contains(&feed)
        {
            known.push(feed);
            push_outline(&mut text, &detail.title, feed, detail.url.as_ref());
        }
    }
    text.push_str("</body>\n</opml>\n");
    let feeds = counted(known.len(), "feed", "feeds");
    let entries = counted(set.entries.len(), "entry", "entries");
    Made {
        text,
        count: known.len(),
        holds: format!("{feeds} of {entries}"),
    }
}

fn push_outline(out: &mut String, title: &str, feed: &Url, site: Option<&Url>) {
    let title = escaped(title);
    let mut attribute = |name: &str, value: &str| {
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(value);
        out.push('"');
    };
    attribute("<outline type", "rss");
    attribute(" text", &title);
    attribute(" title", &title);
    attribute(" xmlUrl", &escaped(feed.as_str()));
    if let Some(site) = site {
        attribute(" htmlUrl", &escaped(site.as_str()));
    }
    out.push_str("/>\n");
}
