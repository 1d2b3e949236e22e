//! Hits to the options of a list: a page is one, and each further section of it that was found is one below it.
//!
//! What stands inside an option is written as HTML, escaped here: as views of leptos, its five lines would weigh 7 kB.

use crate::search::answer::{By, Hit, Piece, Place};

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Where it leads.
    pub href: String,
    /// Its classes.
    pub class: &'static str,
    /// What stands inside it, as HTML.
    pub html: String,
    /// How the page was found.
    pub by: By,
}

/// The options for `hits`; addresses count from `root`.
pub fn choices(hits: &[Hit], root: &str) -> Vec<Choice> {
    let mut all = Vec::new();
    for hit in hits {
        all.push(page(hit, root));
        all.extend(hit.places.iter().map(|place| section(hit, place, root)));
    }
    all
}

fn page(hit: &Hit, root: &str) -> Choice {
    let mut html = String::new();
    span(&mut html, "search-title", &hit.title);
    span(&mut html, badge(&hit.approach), &[plain(&hit.kind)]);
    span(
        &mut html,
        "search-crumbs",
        &[plain(&hit.crumbs.join(" / "))],
    );
    span(&mut html, "search-other", &hit.other_name);
    span(&mut html, "search-excerpt", &hit.excerpt);
    Choice {
        href: href(root, &hit.address, &hit.anchor),
        class: match hit.by {
            By::Name => "search-hit by-name",
            By::Text => "search-hit by-text",
        },
        html,
        by: hit.by,
    }
}

fn section(hit: &Hit, place: &Place, root: &str) -> Choice {
    let mut html = String::new();
    span(&mut html, "search-title", &place.heading);
    span(&mut html, "search-excerpt", &place.excerpt);
    Choice {
        href: href(root, &hit.address, &place.anchor),
        class: "search-place",
        html,
        by: hit.by,
    }
}

fn href(root: &str, address: &str, anchor: &str) -> String {
    let mut href = root.to_owned();
    href.push_str(address);
    if !anchor.is_empty() {
        // Pages put this before what authors wrote, so that it meets no id of ours.
        href.push_str("#u-");
        href.push_str(anchor);
    }
    href
}

/// The classes of a kind's badge.
fn badge(approach: &str) -> &'static str {
    match approach {
        "counter-power" => "badge power",
        "counter-institution" => "badge build",
        "both" => "badge both",
        _neutral => "badge neutral",
    }
}

fn plain(text: &str) -> Piece {
    Piece {
        text: text.to_owned(),
        marked: false,
    }
}

/// A line of an option; none where it would say nothing. The space keeps it from the next where it is read aloud.
fn span(html: &mut String, class: &str, pieces: &[Piece]) {
    if pieces.iter().all(|piece| piece.text.is_empty()) {
        return;
    }
    html.push_str("<span class=\"");
    html.push_str(class);
    html.push_str("\">");
    for piece in pieces {
        html.push_str(if piece.marked { "<mark>" } else { "" });
        escape(html, &piece.text);
        html.push_str(if piece.marked { "</mark>" } else { "" });
    }
    html.push_str("</span> ");
}

/// Text as HTML that says the same.
pub(super) fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::choices;
    use crate::search::answer::{By, Hit, Piece, Place};

    fn hit(address: &str, anchor: &str, places: &[&str]) -> Hit {
        let place = |anchor: &&str| Place {
            anchor: (*anchor).to_owned(),
            ..Place::default()
        };
        Hit {
            address: address.to_owned(),
            anchor: anchor.to_owned(),
            by: By::Text,
            places: places.iter().map(place).collect(),
            ..Hit::default()
        }
    }

    fn check(hits: &[Hit], expect: &[&str]) {
        let choices = choices(hits, "../");
        let hrefs: Vec<&str> = choices.iter().map(|choice| choice.href.as_str()).collect();
        assert_eq!(hrefs, expect);
    }

    #[test]
    fn sections_follow_their_page() {
        check(&[], &[]);
        check(
            &[hit("a/", "one", &["two", ""]), hit("b/", "", &[])],
            &["../a/#u-one", "../a/#u-two", "../a/", "../b/"],
        );
    }

    fn check_html(title: &[(&str, bool)], kind: &str, expect: &str) {
        let piece = |(text, marked): &(&str, bool)| Piece {
            text: (*text).to_owned(),
            marked: *marked,
        };
        let hit = Hit {
            title: title.iter().map(piece).collect(),
            kind: kind.to_owned(),
            approach: "both".to_owned(),
            ..Hit::default()
        };
        assert_eq!(choices(&[hit], "")[0].html, expect);
    }

    #[test]
    fn what_was_found_is_marked_and_empty_lines_are_left_out() {
        check_html(
            &[("Dual ", false), ("power", true)],
            "",
            "<span class=\"search-title\">Dual <mark>power</mark></span> ",
        );
        check_html(
            &[("A", true)],
            "Concept",
            "<span class=\"search-title\"><mark>A</mark></span> <span class=\"badge both\">Concept</span> ",
        );
    }

    #[test]
    fn hostile_words_stay_words() {
        check_html(
            &[
                ("<script>", true),
                ("&\"'</span><img src=x onerror=y>", false),
            ],
            "",
            "<span class=\"search-title\"><mark>&lt;script&gt;</mark>\
             &amp;\"'&lt;/span&gt;&lt;img src=x onerror=y&gt;</span> ",
        );
    }
}
