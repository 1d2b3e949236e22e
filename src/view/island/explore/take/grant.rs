//! Granting a wish, with all details at hand.

use leptos::prelude::*;

use crate::explore::chips::in_words;
use crate::explore::detail::Detail;
use crate::explore::export::booklet::booklet;
use crate::explore::export::{self, Format, download};
use crate::explore::facets::Index;
use crate::view::island::explore::desk::Desk;
use crate::view::island::explore::take::booklet::{self, html};
use crate::view::island::explore::take::{Whose, Wish};

/// Does what is wished.
pub(super) fn grant(desk: Desk, wish: Wish) {
    let index = desk.index.get_untracked();
    let details = desk.taking.details.get_untracked();
    if let (Some(index), Some(details)) = (index, details) {
        match wish {
            Wish::File(whose, format) => file(desk, (&index, &details), (whose, format)),
            Wish::Booklet(whose) => open_booklet(desk, (&index, &details), whose),
            Wish::Look => {}
        }
    }
}

fn file(desk: Desk, (index, details): (&Index, &[Detail]), (whose, format): (Whose, Format)) {
    let rows = untrack(move || whose.rows(desk));
    let file = download(&export::Set::of(index.catalog(), details, &rows), format);
    let mut words = file.sentence;
    if file.count == 0 {
        words.push_str(" Nothing was saved.");
    } else {
        desk.world.download(&file.name, file.media_type, &file.text);
        words.push_str(&[" Saved as ", &file.name, "."].concat());
    }
    desk.taking.said.set(Some((whose, words)));
}

fn open_booklet(desk: Desk, (index, details): (&Index, &[Detail]), whose: Whose) {
    let rows = untrack(move || whose.rows(desk));
    let set = export::Set::of(index.catalog(), details, &rows);
    let filters = match whose {
        Whose::Set => desk.state.with_untracked(|state| in_words(state, index)),
        Whose::Shortlist => Vec::new(),
    };
    let booklet = booklet(index.catalog(), &set, filters);
    desk.taking.booklet.set(Some(html(&booklet)));
    booklet::reveal(desk);
}
