//! Slugs: the one form of name that may stand in a path.

use std::fmt;

/// The longest slug, in bytes. File systems stop at 255; a segment may gain a suffix.
pub const LONGEST: usize = 100;

/// A name made of `a-z`, `0-9` and inner `-`: an entry's id, a tag's or a folder's path segment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// Takes `text` as it is, or nothing where it is not a slug.
    pub fn new(text: &str) -> Option<Slug> {
        let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let sound = !text.is_empty()
            && text.len() <= LONGEST
            && text.bytes().all(inner)
            && !text.starts_with('-')
            && !text.ends_with('-');
        sound.then(|| Slug(text.to_owned()))
    }

    /// Makes a slug from any words: `Ævar & Söhne` gives `aevar-and-sohne`.
    ///
    /// Words that hold no letter or digit at all give `x` and a number made from their code points, so that two different
    /// names rarely share a slug.
    pub fn from_words(words: &str) -> Slug {
        let ascii = deunicode::deunicode(&words.replace('&', " and "));
        let mut slug = String::with_capacity(ascii.len());
        for c in ascii.chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        slug.truncate(LONGEST);
        let trimmed = slug.trim_end_matches('-');
        if trimmed.is_empty() {
            let sum = words
                .chars()
                .fold(0_u32, |n, c| n.wrapping_mul(31) ^ u32::from(c));
            return Slug(format!("x{sum}"));
        }
        Slug(trimmed.to_owned())
    }

    /// A title made from the slug: `mutual-aid` gives `Mutual aid`.
    pub fn as_title(&self) -> String {
        let words = self.0.replace('-', " ");
        let mut letters = words.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect()
    }

    /// The slug's letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Slug;

    fn check(words: &str, expect: &str) {
        let slug = Slug::from_words(words);
        assert_eq!(slug.as_str(), expect);
        assert_eq!(Slug::new(slug.as_str()), Some(slug));
    }

    #[test]
    fn words_become_slugs() {
        check("Mietshäuser Syndikat", "mietshauser-syndikat");
        check("  Hardware & software? ", "hardware-and-software");
        check("1Hive", "1hive");
        check("K'eri", "k-eri");
    }

    #[test]
    fn what_is_not_a_slug_is_refused() {
        for bad in ["", "-a", "a-", "A", "a b", "ü", "a/b", ".."] {
            assert_eq!(Slug::new(bad), None, "{bad}");
        }
    }
}
