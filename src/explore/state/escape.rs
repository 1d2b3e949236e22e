//! Words to what may stand in a fragment, and back.
//!
//! Only letters, digits and `-._~/` stand as they are: browsers leave these alone, and chat programs take them for part of
//! the link even at its end.

/// Writes `words`: a space as `+`, what may not stand there as `%` and two digits for each byte.
pub(super) fn escape(words: &str, text: &mut String) {
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                text.push(char::from(byte));
            }
            b' ' => text.push('+'),
            other => {
                text.push('%');
                text.push(digit(other >> 4));
                text.push(digit(other & 15));
            }
        }
    }
}

fn digit(number: u8) -> char {
    char::from_digit(u32::from(number), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}

/// The words of a text; what is no escape stands for itself, what is no UTF-8 for `�`.
pub(super) fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, pair(after)) {
            (b'+', _) => bytes.push(b' '),
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two digits say.
fn pair(text: &[u8]) -> Option<u8> {
    let digit = |place: usize| {
        let digit = text.get(place).map(|byte| char::from(*byte));
        digit.and_then(|digit| digit.to_digit(16))
    };
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{escape, unescape};

    fn check(words: &str, expect: &str) {
        let mut text = String::new();
        escape(words, &mut text);
        assert_eq!(text, expect);
        assert_eq!(unescape(&text), words);
    }

    #[test]
    fn words_stay_readable() {
        check("mutual aid", "mutual+aid");
        check("land/reform", "land/reform");
        check("a,b&c=d+e", "a%2Cb%26c%3Dd%2Be");
        check("Bäcker", "B%C3%A4cker");
    }

    #[test]
    fn what_is_no_escape_stands_for_itself() {
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%zz%4"), "%zz%4");
        assert_eq!(unescape("%FF"), "\u{FFFD}");
        assert_eq!(unescape("Bäcker"), "Bäcker");
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(words in ".*", any in ".*") {
            let mut text = String::new();
            escape(&words, &mut text);
            prop_assert!(!text.contains(['&', '=', ',', '#', ' ']));
            prop_assert_eq!(unescape(&text), words);
            let _ = unescape(&any);
        }
    }
}
