//! `key=value,value&key=value`: the text of small states, readable in an address and in storage.
//!
//! Letters, digits and `-._~` stand as they are, a space as `+`, every other byte as `%XX`. Reading is total: what is no
//! escape stands for itself, and bytes that are no text become `�`.

/// The pairs of `text`, values still escaped. What has no `=` is left out.
pub fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let text = text.strip_prefix('#').unwrap_or(text);
    text.split('&').filter_map(|pair| pair.split_once('='))
}

/// The values of one pair.
pub fn values(escaped: &str) -> Vec<String> {
    let pieces = escaped.split(',').filter(|piece| !piece.is_empty());
    pieces.map(unescaped).collect()
}

/// Appends `key=value,value`, after `&` where something stands before; nothing where there are no values.
pub fn push<'a>(out: &mut String, key: &str, values: impl IntoIterator<Item = &'a str>) {
    let escaped = values.into_iter().map(escaped);
    push_escaped(out, key, escaped);
}

/// Like [`push`], of values that are escaped already.
pub fn push_escaped(out: &mut String, key: &str, values: impl IntoIterator<Item = String>) {
    for (index, value) in values.into_iter().enumerate() {
        if index == 0 {
            if !out.is_empty() {
                out.push('&');
            }
            out.push_str(key);
            out.push('=');
        } else {
            out.push(',');
        }
        out.push_str(&value);
    }
}

/// `text` without any character that means something here.
pub fn escaped(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            other => {
                let digit = |half: u8| char::from(DIGITS[usize::from(half & 15)]);
                out.extend(['%', digit(other >> 4), digit(other)]);
            }
        }
    }
    out
}

/// What was escaped.
pub fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let byte = match byte {
            b'+' => b' ',
            b'%' => {
                let escape = bytes.get(at + 1..at + 3).and_then(hex);
                at += if escape.is_some() { 2 } else { 0 };
                escape.unwrap_or(b'%')
            }
            plain => *plain,
        };
        out.push(byte);
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{escaped, pairs, push, unescaped, values};

    #[test]
    fn text_is_readable_and_comes_back() {
        let check = |text: &str, expect: &str| {
            assert_eq!(escaped(text), expect);
            assert_eq!(unescaped(expect), text);
        };
        check("mutual-aid", "mutual-aid");
        check("Tool library", "Tool+library");
        check("a,b&c=d:e+f", "a%2Cb%26c%3Dd%3Ae%2Bf");
        check("São", "S%C3%A3o");
    }

    #[test]
    fn bad_escapes_stand_for_themselves() {
        let check = |text: &str, expect: &str| assert_eq!(unescaped(text), expect);
        check("100%", "100%");
        check("%zz%4", "%zz%4");
        check("%FF", "\u{FFFD}");
    }

    #[test]
    fn pairs_are_read_in_order() {
        let read: Vec<_> = pairs("#a=1,2&b&c=&d=x=y").collect();
        assert_eq!(read, [("a", "1,2"), ("c", ""), ("d", "x=y")]);
        assert_eq!(values("1,,2+3"), ["1", "2 3"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(texts in proptest::collection::vec(".+", 1..5)) {
            let mut out = String::new();
            push(&mut out, "key", texts.iter().map(String::as_str));
            prop_assert!(out.is_ascii());
            let read: Vec<_> = pairs(&out).map(|(key, raw)| (key, values(raw))).collect();
            prop_assert_eq!(read, vec![("key", texts)]);
        }

        #[test]
        fn any_text_can_be_read(text in ".*") {
            for (_, raw) in pairs(&text) {
                let _ = values(raw);
            }
        }
    }
}
