//! A small picture of what an entry is tied to. The list of relations says the same in words.

use leptos::prelude::*;

use crate::model::graph::End;
use crate::model::site::{Page, PageId};
use crate::view::edition::Here;
use crate::view::part::badge::ink;

/// Where neighbours stand around the middle (150, 92): seats are taken in this order, so that few look balanced.
const SEATS: [(i16, i16); 6] = [
    (150, 18),
    (246, 128),
    (54, 128),
    (246, 56),
    (54, 56),
    (150, 166),
];
/// Letters of a name that fit under a seat.
const LETTERS: usize = 19;
/// Fewer make no picture.
const FEWEST: usize = 3;

/// The first pages that `id` has relations with.
fn neighbours(here: Here<'_>, id: PageId) -> Vec<PageId> {
    let groups = here
        .site()
        .graph
        .relations
        .get(id.0)
        .map_or(&[][..], Vec::as_slice);
    let mut found: Vec<PageId> = Vec::with_capacity(SEATS.len());
    for end in groups.iter().flat_map(|group| &group.others) {
        if let End::Page(other) = end.to
            && found.len() < SEATS.len()
            && !found.contains(&other)
        {
            found.push(other);
        }
    }
    found
}

/// The picture, where there is enough to show.
#[component]
pub(crate) fn Neighbours<'a>(
    /// Where the page stands.
    here: Here<'a>,
    /// The page in the middle.
    id: PageId,
) -> impl IntoView {
    let around = neighbours(here, id);
    (around.len() >= FEWEST).then(|| {
        let ties: Vec<String> = SEATS[..around.len()]
            .iter()
            .map(|(x, y)| format!("M150 92 {x} {y}"))
            .collect();
        let seats: Vec<_> = around
            .iter()
            .zip(SEATS)
            .map(|(id, seat)| neighbour(here.page(*id), seat))
            .collect();
        view! {
            <svg class="neighbours" viewBox="0 0 300 190" aria-hidden="true">
                <path class="ties" d=ties.concat()></path>
                {seats}
                <path class=ink(here.page(id)) d=shape(ink(here.page(id)), (150, 92), 13)></path>
            </svg>
        }
    })
}

fn neighbour(page: &Page, (x, y): (i16, i16)) -> impl IntoView + use<'_> {
    let class = ink(page);
    view! {
        <path class=class d=shape(class, (x, y), 7)></path>
        <text x=x.to_string() y=(y + 20).to_string() text-anchor="middle">{shortened(&page.title)}</text>
    }
}

/// The outline of an ink's shape around a point: triangle resists, square builds, diamond does both, and a plain one is a small square on its tip's circle.
fn shape(ink: &str, (x, y): (i16, i16), r: i16) -> String {
    let d = 2 * r;
    match ink {
        "power" => format!("M{x} {}l{} {}h-{}z", y - r, r + 1, d, d + 2),
        "build" => format!("M{} {}h{d}v{d}h-{d}z", x - r, y - r),
        "both" => format!(
            "M{x} {}l{} {} -{} {} -{} -{}z",
            y - r - 2,
            r + 2,
            r + 2,
            r + 2,
            r + 2,
            r + 2,
            r + 2
        ),
        _plain => format!("M{} {y}a{} {} 0 1 1 0 .1z", x - r + 2, r - 2, r - 2),
    }
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= LETTERS {
        return title.to_owned();
    }
    let start: String = title.chars().take(LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_names_end_in_an_ellipsis() {
        assert_eq!(shortened("Symbiosis"), "Symbiosis");
        assert_eq!(
            shortened("Federation of Southern Cooperatives"),
            "Federation of Sout…"
        );
    }
}
