//! Which part of a file a request asks for, by its `Range` header: one part, or else the whole.

use std::ops::Range;

/// What to send of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it: nothing else was asked for, or in a way that may be passed over.
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// Nothing: the part lies beyond its end.
    Outside,
}

/// The part of a file of `length` bytes that `header` asks for.
pub(crate) fn part(header: Option<&str>, length: usize) -> Part {
    let wanted = header.and_then(|header| header.strip_prefix("bytes="));
    let Some((first, last)) = wanted.and_then(|wanted| wanted.split_once('-')) else {
        return Part::Whole;
    };
    let number = |digits: &str| digits.parse::<usize>().ok();
    let range = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(length),
        (Some(first), None) if last.is_empty() => first..length,
        (None, Some(last)) if first.is_empty() => length.saturating_sub(last)..length,
        (Some(_) | None, Some(_) | None) => return Part::Whole,
    };
    if range.is_empty() {
        Part::Outside
    } else {
        Part::Bytes(range)
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, part};

    fn check(header: &str, expect: Part) {
        assert_eq!(part(Some(header), 10), expect, "{header}");
    }

    #[test]
    fn one_part_is_given() {
        check("bytes=0-0", Part::Bytes(0..1));
        check("bytes=2-5", Part::Bytes(2..6));
        check("bytes=2-", Part::Bytes(2..10));
        check("bytes=-3", Part::Bytes(7..10));
        check("bytes=-99", Part::Bytes(0..10));
        check("bytes=8-18446744073709551615", Part::Bytes(8..10));
    }

    #[test]
    fn a_part_beyond_the_end_is_refused() {
        check("bytes=10-12", Part::Outside);
        check("bytes=10-", Part::Outside);
        check("bytes=-0", Part::Outside);
    }

    #[test]
    fn what_is_no_single_range_is_passed_over() {
        assert_eq!(part(None, 10), Part::Whole);
        for header in [
            "bytes=5-2",
            "bytes=0-1,3-4",
            "bytes=-",
            "bytes=a-b",
            "lines=1-2",
            "",
        ] {
            check(header, Part::Whole);
        }
    }
}
