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
    // One owner per page: ids start afresh, and what islands put into the arena goes when the page is done.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let body = owner.with(|| {
        view! {
            <Masthead here/>
            {main()}
            <Footer here/>
            <Preview/>
        }
        .to_html()
    });
    let mut html = String::with_capacity(body.len() + 2048);
    head::write(&mut html, here, head);
    html.push_str("<body>\n");
    push_without_markers(&mut html, &body);
    html.push_str("\n</body>\n</html>\n");
    Artifact {
        path: here.address.output_path(),
        bytes: html.into_bytes(),
    }
}

/// Appends `html` without the `<!>` between pieces of text: only islands need them, and they are no valid HTML.
///
/// Text is escaped, so that outside islands every `<!>` is a marker.
fn push_without_markers(out: &mut String, html: &str) {
    let mut rest = html;
    while let Some(at) = rest.find(ISLAND) {
        let end = rest[at..]
            .find(ISLAND_END)
            .map_or(rest.len(), |length| at + length + ISLAND_END.len());
        push_static(out, &rest[..at]);
        out.push_str(&rest[at..end]);
        rest = &rest[end..];
    }
    push_static(out, rest);
}

fn push_static(out: &mut String, html: &str) {
    for piece in html.split(MARKER) {
        out.push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::push_without_markers;

    fn check(html: &str, expect: &str) {
        let mut out = String::new();
        push_without_markers(&mut out, html);
        assert_eq!(out, expect);
    }

    #[test]
    fn markers_stay_only_where_islands_need_them() {
        check("<p>a<!>b</p><!>", "<p>ab</p>");
        check(
            "<!><leptos-island data-component=\"X\">a<!>b</leptos-island>c<!>d",
            "<leptos-island data-component=\"X\">a<!>b</leptos-island>cd",
        );
    }
}
