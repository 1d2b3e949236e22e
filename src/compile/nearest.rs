//! The nearest valid name, for "did you mean".

/// The candidate most like `name`, where one is near enough to be meant.
///
/// Damerau-Levenshtein distance on lower-cased names, at most a third of the longer name; ties go to the first in order.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let length = wanted.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let longer = length.max(other.chars().count());
        if other.chars().count().abs_diff(length) > longer / 3 {
            continue;
        }
        let distance = strsim::osa_distance(&wanted, &other);
        let near = distance <= (longer / 3).max(1);
        if near && best.is_none_or(|(least, name)| (distance, candidate) < (least, name)) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let names = ["mutual-aid", "mastodon", "mst", "commons"];
        assert_eq!(nearest("mutal-aid", names), Some("mutual-aid"));
        assert_eq!(nearest("Commons", names), Some("commons"));
        assert_eq!(nearest("telegraph", names), None);
    }
}
