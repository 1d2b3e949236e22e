//! Characters to bytes: the parser counts the ones, problems the others.

/// From the parser's character counts to bytes of the whole text.
pub(super) struct Offsets {
    base: usize,
    length: usize,
    /// The byte of each character; empty where every character is one byte.
    bytes: Vec<u32>,
}

impl Offsets {
    /// Counts the characters of `piece`, whose first byte is `base` in the whole text.
    pub(super) fn new(piece: &str, base: usize) -> Offsets {
        let bytes = if piece.is_ascii() {
            Vec::new()
        } else {
            let byte = |(at, _)| u32::try_from(at).unwrap_or(u32::MAX);
            piece.char_indices().map(byte).collect()
        };
        let length = piece.len();
        Offsets {
            base,
            length,
            bytes,
        }
    }

    /// The byte of a character; one past the last where there is no such character.
    pub(super) fn at(&self, index: usize) -> usize {
        let byte = if self.bytes.is_empty() {
            index.min(self.length)
        } else {
            let byte = self.bytes.get(index).copied();
            byte.map_or(self.length, |byte| byte as usize)
        };
        self.base + byte
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn characters_of_any_width_are_counted() {
        let at = |piece, index| Offsets::new(piece, 10).at(index);
        assert_eq!([at("abc", 0), at("abc", 2), at("abc", 9)], [10, 12, 13]);
        assert_eq!([at("é日x", 1), at("é日x", 2), at("é日x", 3)], [12, 15, 16]);
    }
}
