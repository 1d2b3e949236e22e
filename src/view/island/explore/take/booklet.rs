//! The booklet as a page to be printed: title page, contents, entries by kind, each with its sources.
//!
//! Written as HTML, escaped here: as views of leptos it would weigh several times as much.

use leptos::prelude::*;

use crate::explore::export::booklet::{Booklet, Printed};
use crate::explore::export::xml::{escape, escaped};
use crate::view::island::explore::desk::Desk;

/// The id of the button that prints.
const PRINT: &str = "booklet-print";

/// The booklet, while it is looked at.
pub(super) fn preview(desk: Desk) -> impl IntoView {
    let booklet = desk.taking.booklet;
    let close = move |_| {
        booklet.set(None);
        desk.say("The booklet is closed.".to_owned());
    };
    move || {
        let html = booklet.get()?;
        Some(view! {
            <section class="booklet" aria-label="Booklet">
                <p class="take-acts booklet-acts">
                    <button type="button" id=PRINT on:click=move |_| desk.world.print()>
                        "Print"
                    </button>
                    <button type="button" on:click=close>"Close the booklet"</button>
                </p>
                <div class="booklet-paper" inner_html=html></div>
            </section>
        })
    }
}

/// Brings the booklet before the reader.
pub(super) fn reveal(desk: Desk) {
    desk.say("The booklet is ready to be printed.".to_owned());
    desk.world
        .after(0, Box::new(move |()| desk.world.focus(PRINT)));
}

/// The booklet as HTML.
pub(super) fn html(booklet: &Booklet) -> String {
    let mut html = String::new();
    title_page(&mut html, booklet);
    contents(&mut html, booklet);
    let mut number = 0;
    for chapter in &booklet.chapters {
        html.push_str("<section class=\"booklet-chapter\"><h3>");
        escape(&mut html, &chapter.heading);
        html.push_str("</h3>");
        for entry in &chapter.entries {
            number += 1;
            push_entry(&mut html, entry, number);
        }
        html.push_str("</section>");
    }
    html
}

fn title_page(html: &mut String, booklet: &Booklet) {
    html.push_str("<header class=\"booklet-title\"><h2>");
    escape(html, &booklet.title);
    html.push_str("</h2>");
    element(html, "p class=\"booklet-number\"", &booklet.number);
    if !booklet.filters.is_empty() {
        html.push_str("<ul class=\"booklet-filters\">");
        for filter in &booklet.filters {
            element(html, "li", filter);
        }
        html.push_str("</ul>");
    }
    if !booklet.day.is_empty() {
        element(html, "p class=\"meta\"", &["As of ", &booklet.day].concat());
    }
    if !booklet.origin.is_empty() {
        element(html, "p class=\"meta\"", &booklet.origin);
    }
    html.push_str("</header>");
}

/// Browsers know no numbers of pages here, so entries have numbers of their own.
fn contents(html: &mut String, booklet: &Booklet) {
    html.push_str("<div class=\"booklet-contents\"><h3>Contents</h3>");
    let mut next = 1;
    for chapter in &booklet.chapters {
        html.push_str("<h4>");
        escape(html, &chapter.heading);
        html.push_str(" <span class=\"count\">");
        escape(html, &chapter.number);
        html.push_str("</span></h4><ol class=\"booklet-list\" start=\"");
        html.push_str(&next.to_string());
        html.push_str("\">");
        for entry in &chapter.entries {
            element(html, &lang("li", entry), &entry.title);
            next += 1;
        }
        html.push_str("</ol>");
    }
    html.push_str("</div>");
}

fn push_entry(html: &mut String, entry: &Printed, number: u32) {
    html.push_str("<article><h4><span class=\"booklet-no\">");
    html.push_str(&number.to_string());
    html.push_str("</span> ");
    element(html, &lang("span", entry), &entry.title);
    html.push_str("</h4>");
    if !entry.facts.is_empty() {
        element(html, "p class=\"booklet-facts\"", &entry.facts.join(" · "));
    }
    element(html, &lang("p", entry), &entry.summary);
    html.push_str("<dl>");
    for (name, words) in &entry.fields {
        element(html, "dt", name);
        element(html, "dd", words);
    }
    html.push_str("</dl>");
    if !entry.sources.is_empty() {
        html.push_str("<h5>Sources</h5><ol class=\"booklet-sources\">");
        for source in &entry.sources {
            element(html, "li", source);
        }
        html.push_str("</ol>");
    }
    element(html, "p class=\"meta\"", &entry.checked);
    html.push_str("</article>");
}

/// A start tag that says in which language its words are.
fn lang(tag: &str, entry: &Printed) -> String {
    [tag, " lang=\"", &escaped(&entry.language), "\""].concat()
}

/// `<tag>words</tag>`; the tag may have attributes.
fn element(html: &mut String, tag: &str, words: &str) {
    let name = tag.split(' ').next().unwrap_or_default();
    html.push('<');
    html.push_str(tag);
    html.push('>');
    escape(html, words);
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::explore::export::booklet::{Booklet, Chapter, Printed};

    fn booklet() -> Booklet {
        let entry = |title: &str| Printed {
            title: title.into(),
            language: "en".into(),
            summary: "It is <so>.".into(),
            facts: vec!["Berlin, Germany".into(), "Active".into()],
            fields: vec![("Website", "https://a.example/?a&b".into())],
            checked: "Not yet verified".into(),
            sources: vec!["A book".into()],
        };
        let chapter = |heading: &str, titles: &[&str]| Chapter {
            heading: heading.into(),
            number: "some".into(),
            entries: titles.iter().map(|title| entry(title)).collect(),
        };
        Booklet {
            title: "Commons".into(),
            number: "3 entries".into(),
            filters: vec!["Sector: Food".into()],
            day: "1 July 2026".into(),
            origin: String::new(),
            chapters: vec![
                chapter("Movement", &["A & B"]),
                chapter("Network", &["C", "D"]),
            ],
        }
    }

    fn check(expect: &str) {
        let html = html(&booklet());
        assert!(html.contains(expect), "no {expect} in {html}");
    }

    #[test]
    fn a_booklet_has_a_title_page_contents_and_entries() {
        check("<h2>Commons</h2><p class=\"booklet-number\">3 entries</p>");
        check("<li>Sector: Food</li>");
        check("As of 1 July 2026");
        check("<ol class=\"booklet-list\" start=\"2\"><li lang=\"en\">C</li>");
        check("<span class=\"booklet-no\">1</span> <span lang=\"en\">A &amp; B</span>");
        check("<dt>Website</dt><dd>https://a.example/?a&amp;b</dd>");
        check("<p lang=\"en\">It is &lt;so&gt;.</p>");
    }

    #[test]
    fn what_stands_in_it_is_well_formed() {
        let html = ["<body>", &html(&booklet()), "</body>"].concat();
        assert!(roxmltree::Document::parse(&html).is_ok(), "{html}");
    }
}
