//! Which entry of the table of contents the reader is at.

/// A heading is being read once it has come above this part of the window: at 0 the next section's heading would have to
/// leave the window first, at 1 a section would count as soon as its heading shows at the bottom.
pub const READING_LINE: f64 = 0.3;

/// The number of the current heading, given the distance of each from the window's top: the last above the line.
/// Nothing before the first.
pub fn current(tops: impl Iterator<Item = f64>, window_height: f64) -> Option<usize> {
    let line = window_height * READING_LINE;
    tops.enumerate()
        .take_while(|(_, top)| *top <= line)
        .last()
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::current;

    fn check(tops: &[f64], expect: Option<usize>) {
        assert_eq!(current(tops.iter().copied(), 1000.0), expect, "{tops:?}");
    }

    #[test]
    fn the_last_heading_above_the_line_is_current() {
        check(&[], None);
        check(&[400.0, 900.0], None);
        check(&[300.0, 900.0], Some(0));
        check(&[-900.0, -20.0, 700.0], Some(1));
        check(&[-900.0, -20.0], Some(1));
    }
}
