//! Numbers and words as bytes: written, and read without trust.

/// Writes a number, seven bits a byte, least first.
pub(super) fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7F {
        bytes.push(low_byte(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low_byte(number));
}

fn low_byte(number: u32) -> u8 {
    let [low, ..] = number.to_le_bytes();
    low
}

/// Writes a length.
///
/// # Panics
/// Where it has more than 32 bits: no site holds that much.
pub(super) fn put_length(bytes: &mut Vec<u8>, length: usize) {
    put_number(
        bytes,
        u32::try_from(length).expect("a site is smaller than 4 GB"),
    );
}

/// Writes a text with its length.
pub(super) fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_length(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

/// Bytes that are read from the front.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Takes so many bytes.
    pub(super) fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// Takes a byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    /// Takes a number.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number: u32 = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            let part = u32::from(byte & 0x7F);
            if part > u32::MAX >> shift {
                return None;
            }
            number |= part << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Takes the number of things to come, each of at least one byte: never more than there are bytes.
    pub(super) fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.rest.len()).then_some(count)
    }

    /// Takes a text with its length.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.bytes(length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert_eq, proptest};

    use super::{Reader, put_number, put_text};

    proptest! {
        #[test]
        fn numbers_and_texts_come_back(number: u32, text: String) {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            put_text(&mut bytes, &text);
            let mut reader = Reader { rest: &bytes };
            prop_assert_eq!(reader.number(), Some(number));
            prop_assert_eq!(reader.text(), Some(&*text));
            prop_assert_eq!(reader.rest, &[] as &[u8]);
        }
    }

    #[test]
    fn numbers_that_do_not_fit_or_do_not_end_are_refused() {
        let check = |bytes: &[u8], expect| {
            assert_eq!(Reader { rest: bytes }.number(), expect, "{bytes:?}");
        };
        check(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], Some(u32::MAX));
        check(&[0xFF, 0xFF, 0xFF, 0xFF, 0x1F], None);
        check(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x00], None);
        check(&[0x80], None);
        check(&[], None);
    }
}
