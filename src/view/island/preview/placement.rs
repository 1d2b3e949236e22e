//! Where the card stands: below its link, above it where there is no room below, always inside the window.

/// Something's place in the window, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// Between the card and its link: small enough that the pointer crosses it within the time of grace.
const GAP: f64 = 6.0;

/// Between the card and the window's edge.
const MARGIN: f64 = 8.0;

/// Left and top of a card of `width` and `height` for the link at `link`.
pub fn place(
    link: Area,
    (width, height): (f64, f64),
    (window_width, window_height): (f64, f64),
) -> (f64, f64) {
    let rightmost = (window_width - width - MARGIN).max(MARGIN);
    let below = link.top + link.height + GAP;
    let above = link.top - height - GAP;
    let fits_below = below + height + MARGIN <= window_height;
    let top = if fits_below || above < MARGIN {
        below
    } else {
        above
    };
    let lowest = (window_height - height - MARGIN).max(MARGIN);
    (link.left.clamp(MARGIN, rightmost), top.min(lowest))
}

#[cfg(test)]
mod tests {
    use super::{Area, place};

    const CARD: (f64, f64) = (200.0, 100.0);
    const WINDOW: (f64, f64) = (320.0, 480.0);

    fn check((left, top): (f64, f64), expect: (f64, f64)) {
        let link = Area {
            left,
            top,
            width: 50.0,
            height: 20.0,
        };
        let got = place(link, CARD, WINDOW);
        assert!(
            (got.0 - expect.0).abs() < 0.1 && (got.1 - expect.1).abs() < 0.1,
            "{got:?}"
        );
    }

    #[test]
    fn below_its_link_where_there_is_room() {
        check((40.0, 100.0), (40.0, 126.0));
    }

    #[test]
    fn above_where_there_is_none_below() {
        check((40.0, 400.0), (40.0, 294.0));
    }

    #[test]
    fn never_over_the_edge() {
        check((280.0, 100.0), (112.0, 126.0));
        check((-30.0, 100.0), (8.0, 126.0));
    }
}
