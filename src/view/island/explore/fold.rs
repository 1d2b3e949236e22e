//! Entries by name, few at a time, and groups of them that open: the words beside a picture.

use leptos::prelude::*;

use crate::explore::catalog::{Catalog, Row};
use crate::explore::numbers::{entries, thousands};
use crate::model::entry::Approach;
use crate::view::island::explore::desk::Desk;

/// How many entries are listed at once, and with each further press: as many as fit a long look. Ten thousand links at once
/// would stop the page for seconds.
const AT_ONCE: usize = 50;

/// What is said of an entry beside its name.
pub type Say = fn(&Catalog, &Row) -> String;

/// A group of entries that opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fold {
    /// What it is called.
    pub name: String,
    /// All of its entries, those of its parts too.
    pub rows: Vec<u32>,
    /// The groups within it. Entries that are in none of them stand before them.
    pub parts: Vec<Fold>,
}

impl Fold {
    /// `Germany: 5 entries`.
    fn title(&self) -> String {
        let count = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        [&self.name, ": ", &entries(count)].concat()
    }

    /// The entries that are in none of its parts, in their order.
    fn rest(&self) -> Vec<u32> {
        let mut inner: Vec<u32> = self
            .parts
            .iter()
            .flat_map(|part| &part.rows)
            .copied()
            .collect();
        inner.sort_unstable();
        let is_outside = |row: &&u32| inner.binary_search(row).is_err();
        self.rows.iter().filter(is_outside).copied().collect()
    }
}

/// The class of an approach, which gives ink and shape.
pub fn ink(approach: Option<Approach>) -> &'static str {
    match approach {
        Some(Approach::CounterPower) => "power",
        Some(Approach::CounterInstitution) => "build",
        Some(Approach::Both) => "both",
        None => "plain",
    }
}

/// Groups one below the other. What is in a group is made when it is opened for the first time.
pub fn folds(desk: Desk, folds: Vec<Fold>, say: Say) -> AnyView {
    let folds: Vec<_> = folds.into_iter().map(|one| fold(desk, one, say)).collect();
    view! { <div class="folds">{folds}</div> }.into_any()
}

/// One group.
pub fn fold(desk: Desk, fold: Fold, say: Say) -> AnyView {
    let was_opened = RwSignal::new(false);
    let title = fold.title();
    let inside = move || {
        was_opened.get().then(|| {
            let parts = (!fold.parts.is_empty()).then(|| folds(desk, fold.parts.clone(), say));
            view! { {links(desk, fold.rest(), say).into_any()} {parts} }.into_any()
        })
    };
    view! {
        <details class="fold" on:toggle=move |_| was_opened.set(true)>
            <summary>{title}</summary>
            {inside}
        </details>
    }
    .into_any()
}

/// Links to these entries, in their order, with a few words each.
pub fn links(desk: Desk, rows: Vec<u32>, say: Say) -> impl IntoView {
    let shown = RwSignal::new(AT_ONCE);
    let all = rows.len();
    let items = move || {
        let index = desk.index.get_untracked()?;
        let catalog = index.catalog();
        let rows = rows.iter().take(shown.get());
        let rows = rows.filter_map(|number| Some((*number, catalog.row(*number)?)));
        let items = rows.map(|(number, row)| {
            view! {
                <li class=ink(catalog.approach(number))>
                    <a href=desk.to(&row.address)>{row.title.clone()}</a>
                    <span class="meta">{say(catalog, row)}</span>
                </li>
            }
        });
        Some(items.collect::<Vec<_>>())
    };
    let more = move || {
        let left = all.saturating_sub(shown.get());
        let words = [
            &thousands(u32::try_from(left.min(AT_ONCE)).unwrap_or(u32::MAX)),
            " more of ",
            &thousands(u32::try_from(all).unwrap_or(u32::MAX)),
        ];
        let press = move |_| shown.update(|shown| *shown += AT_ONCE);
        (left > 0).then(|| view! { <button type="button" on:click=press>{words.concat()}</button> })
    };
    view! {
        <ul class="list">{items}</ul>
        {more}
    }
}

#[cfg(test)]
mod tests {
    use super::Fold;

    fn fold(name: &str, rows: &[u32], parts: Vec<Fold>) -> Fold {
        Fold {
            name: name.into(),
            rows: rows.to_vec(),
            parts,
        }
    }

    #[test]
    fn a_group_says_how_many_are_in_it() {
        assert_eq!(fold("Germany", &[4], vec![]).title(), "Germany: 1 entry");
        assert_eq!(fold("1990s", &[4, 5], vec![]).title(), "1990s: 2 entries");
    }

    #[test]
    fn who_is_in_no_part_stands_before_them() {
        let parts = vec![fold("Hesse", &[7, 2], vec![]), fold("Berlin", &[4], vec![])];
        assert_eq!(fold("Germany", &[9, 7, 4, 3, 2], parts).rest(), [9, 3]);
    }
}
