//! The nearest valid name, for "did you mean". The only file that names `fuzzy_matcher`.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Fewer letters abbreviate too much.
const SHORTEST_ABBREVIATION: usize = 3;

/// The candidate most like `name`, where one is near enough to be meant: a slip first, else an abbreviation.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    slip(name, &candidates).or_else(|| abbreviated(name, &candidates))
}

/// The candidate whose letters these are, in order and from the first: `org` for `organization`.
fn abbreviated<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    if wanted.chars().count() < SHORTEST_ABBREVIATION {
        return None;
    }
    let matcher = SkimMatcherV2::default();
    let begun = candidates.iter().filter(|candidate| {
        let first = |text: &str| text.chars().next();
        first(&candidate.to_lowercase()) == first(&wanted)
    });
    let fits = begun.filter_map(|candidate| {
        let score = matcher.fuzzy_match(candidate, &wanted)?;
        Some((std::cmp::Reverse(score), *candidate))
    });
    fits.min().map(|(_score, candidate)| candidate)
}

/// Damerau-Levenshtein distance on lower-cased names, at most a third of the longer name; ties go to the first in order.
fn slip<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let length = wanted.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.iter().copied() {
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

    #[test]
    fn an_abbreviation_finds_what_it_stands_for() {
        let kinds = ["organization", "project", "tool", "currency"];
        assert_eq!(nearest("org", kinds), Some("organization"));
        assert_eq!(nearest("proj", kinds), Some("project"));
        assert_eq!(nearest("to", kinds), None);
        assert_eq!(nearest("zation", kinds), None);
    }
}
