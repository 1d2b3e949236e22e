//! A whole page from its middle: doctype, head, masthead, the page's own part, footer.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::view::Artifact;
use crate::view::edition::Here;
use crate::view::island::preview::Preview;
use crate::view::part::footer::Footer;
use crate::view::part::head::{self, Head};
use crate::view::part::masthead::Masthead;

const MARKER: &str = "<!>";
const ISLAND: &str = "<leptos-island";
const ISLAND_END: &str = "</leptos-island>";

/// Prints the page at `here`. `main` makes everything between masthead and footer.
pub(crate) fn print<V: IntoView>(
    here: Here<'_>,
    head: Head<'_>,
    main: impl FnOnce() -> V,
) -> Artifact {
    print_bare(here, head, || {
        view! {
            <Masthead here/>
            {main()}
            <Footer here/>
            <Preview/>
        }
    })
}

/// Prints the page at `here` for a frame on another site: `main` is all there is.
pub(crate) fn print_bare<V: IntoView>(
    here: Here<'_>,
    head: Head<'_>,
    main: impl FnOnce() -> V,
) -> Artifact {
    // One owner per page: ids start afresh, and what islands put into the arena goes when the page is done.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let body = owner.with(|| main().to_html());
    let mut html = String::with_capacity(body.len() + 2048);
    head::write(&mut html, here, head);
    html.push_str("<body>\n");
    push_valid(&mut html, &body);
    html.push_str("\n</body>\n</html>\n");
    Artifact {
        path: here.address.output_path(),
        bytes: html.into_bytes(),
    }
}

/// Appends `html` with the `<!>` that Leptos puts between pieces of text made valid: dropped, but inside islands, which
/// look for a comment there, written as the empty comment that browsers read it as.
///
/// Text is escaped, so that outside of attributes every `<!>` is such a marker.
fn push_valid(out: &mut String, html: &str) {
    let mut rest = html;
    while let Some(at) = rest.find(ISLAND) {
        let (before, island) = rest.split_at(at);
        // Quotes inside attributes are escaped, so that the first `">` ends the tag.
        let body = island.find("\">").map_or(island.len(), |end| end + 2);
        let end = island.find(ISLAND_END).unwrap_or(island.len()).max(body);
        push_with_markers_as(out, before, "");
        out.push_str(&island[..body]);
        push_with_markers_as(out, &island[body..end], "<!---->");
        rest = &island[end..];
    }
    push_with_markers_as(out, rest, "");
}

fn push_with_markers_as(out: &mut String, html: &str, marker: &str) {
    let mut pieces = html.split(MARKER);
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        out.push_str(marker);
        out.push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::push_valid;

    fn check(html: &str, expect: &str) {
        let mut out = String::new();
        push_valid(&mut out, html);
        assert_eq!(out, expect);
    }

    #[test]
    fn markers_stay_only_where_islands_need_them_and_are_valid_there() {
        check("<p>a<!>b</p><!>", "<p>ab</p>");
        check(
            "<leptos-island data-props=\"<!>\">a</leptos-island>",
            "<leptos-island data-props=\"<!>\">a</leptos-island>",
        );
        check(
            "<!><leptos-island data-component=\"X\">a<!>b</leptos-island>c<!>d",
            "<leptos-island data-component=\"X\">a<!---->b</leptos-island>cd",
        );
    }
}
