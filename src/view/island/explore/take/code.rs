//! The code by which another site shows the set in a frame.

use leptos::prelude::*;

use crate::explore::export::xml::escaped;
use crate::explore::facets::Index;
use crate::explore::state::{self, State, View};
use crate::view::island::explore::desk::Desk;
use crate::view::island::share::said;

/// How high the frame is, in pixels: four entries of the list, or a map of which something can be seen.
const HEIGHT: &str = "600";

/// The code, and a button that copies it.
pub(super) fn code(desk: Desk) -> impl IntoView {
    let copied = RwSignal::new("");
    // Made only when what it says changes: most presses move something else.
    let code = Memo::new(move |_| {
        let state = desk.state.with(embedded);
        desk.index.with(|index| {
            let index = index.as_ref();
            index.map_or(String::new(), |index| frame(desk, &state, index))
        })
    });
    let copy = move |_| {
        let then = move |done| copied.set(said(done));
        desk.world.copy(&code.get_untracked(), Box::new(then));
    };
    view! {
        <h3 class="take-head">"On another site"</h3>
        <p class="take-note">
            "This shows what you see now, as up to date as this directory. Put it into a page's HTML:"
        </p>
        <pre class="take-code" tabindex="0" aria-label="Code to copy"><code>{code}</code></pre>
        <p class="take-acts">
            <button type="button" on:click=copy>"Copy code"</button>
            <span class="take-said" role="status">{copied}</span>
        </p>
    }
}

/// What a frame shows of a state: not what is the reader's own.
fn embedded(state: &State) -> State {
    let mut state = state.clone();
    state.shortlist.clear();
    if state.view != View::Compare {
        state.compared.clear();
    }
    state
}

fn frame(desk: Desk, state: &State, index: &Index) -> String {
    let embed = absolute(&desk.world.here(), &desk.to("embed/"));
    let fragment = state::write(state, index);
    let sign = if fragment.is_empty() { "" } else { "#" };
    let title = [state.view.label(), " from the ", &index.catalog().title].concat();
    [
        "<iframe src=\"",
        &escaped(&[&embed, sign, &fragment].concat()),
        "\" title=\"",
        &escaped(&title),
        "\" width=\"100%\" height=\"",
        HEIGHT,
        "\" loading=\"lazy\"></iframe>",
    ]
    .concat()
}

/// Where a relative address leads from the page at `here`.
fn absolute(here: &str, href: &str) -> String {
    let page = here.split(['#', '?']).next().unwrap_or_default();
    let mut folder = page.rsplit_once('/').map_or(page, |(folder, _)| folder);
    let mut rest = href;
    while let Some(further) = rest.strip_prefix("../") {
        rest = further;
        folder = folder.rsplit_once('/').map_or(folder, |(above, _)| above);
    }
    let rest = rest.strip_prefix("./").unwrap_or(rest);
    [folder, "/", rest].concat()
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn a_relative_address_leads_somewhere_from_each_page() {
        let check = |here, href, expect| assert_eq!(absolute(here, href), expect);
        check(
            "https://a.example/explore/#view=map",
            "../embed/",
            "https://a.example/embed/",
        );
        check(
            "https://a.example/ipfs/cid/explore/?a/b",
            "../embed/",
            "https://a.example/ipfs/cid/embed/",
        );
        check(
            "http://[::1]:80/x/y/explore/index.html",
            "./../embed/",
            "http://[::1]:80/x/y/explore/../embed/",
        );
        check("https://a.example/", "embed/", "https://a.example/embed/");
    }
}
