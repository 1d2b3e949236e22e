//! Which rows of a long list to draw: those that can be seen, and a few more on both sides.

use crate::explore::table::{Scroll, Window};

/// How many rows to draw beyond those that can be seen, on each side: a turn of the wheel moves three or four, so that
/// there is something to see before the next drawing. At 0 a white edge would flicker.
const BEYOND: u32 = 8;

pub(super) fn window(count: u32, scroll: Scroll) -> Window {
    let row = scroll.row.max(1);
    // Who has scrolled past the end of a list that has become shorter sees its end.
    let last = count.saturating_sub(scroll.height.div_ceil(row));
    let first_seen = (scroll.top / row).min(last);
    let first = first_seen.saturating_sub(BEYOND);
    let seen = scroll.height.div_ceil(row).saturating_add(1);
    let end = first_seen.saturating_add(seen).saturating_add(BEYOND);
    let end = end.min(count);
    Window {
        first,
        end,
        before: first.saturating_mul(row),
        after: (count - end).saturating_mul(row),
    }
}

pub(super) fn top_to_show(row: u32, scroll: Scroll) -> u32 {
    let above = row.saturating_mul(scroll.row);
    let below = above
        .saturating_add(scroll.row)
        .saturating_sub(scroll.height);
    // A row higher than the view shows its beginning.
    scroll.top.max(below).min(above)
}
