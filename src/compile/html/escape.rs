//! Text and attribute values, written so that no browser takes them for markup.

/// Appends `text` as text between tags, up to the byte `end` of `out`. False where it did not fit.
pub(super) fn push_text(text: &str, end: usize, out: &mut String) -> bool {
    push(text, end, text_reference, out)
}

/// Appends `value` as the value of an attribute between double quotes, likewise.
pub(super) fn push_value(value: &str, end: usize, out: &mut String) -> bool {
    push(value, end, value_reference, out)
}

/// What stands for the character that begins with this byte, and how many bytes it has. `C2 A0` is the no-break space,
/// which editors would show as an ordinary one.
fn text_reference(bytes: &[u8]) -> Option<(&'static str, usize)> {
    match bytes {
        [b'&', ..] => Some(("&amp;", 1)),
        [b'<', ..] => Some(("&lt;", 1)),
        [b'>', ..] => Some(("&gt;", 1)),
        [0xC2, 0xA0, ..] => Some(("&nbsp;", 2)),
        _ => None,
    }
}

fn value_reference(bytes: &[u8]) -> Option<(&'static str, usize)> {
    match bytes {
        [b'"', ..] => Some(("&quot;", 1)),
        _ => text_reference(bytes),
    }
}

fn push(
    text: &str,
    end: usize,
    reference: fn(&[u8]) -> Option<(&'static str, usize)>,
    out: &mut String,
) -> bool {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(step) = bytes[at..].iter().position(|b| is_special(*b)) {
        at += step;
        let Some((name, length)) = reference(&bytes[at..]) else {
            at += 1;
            continue;
        };
        if !push_plain(&text[from..at], end, out) || out.len() + name.len() > end {
            return false;
        }
        out.push_str(name);
        at += length;
        from = at;
    }
    push_plain(&text[from..], end, out)
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xC2)
}

fn push_plain(text: &str, end: usize, out: &mut String) -> bool {
    let room = end.saturating_sub(out.len());
    let mut fits = room.min(text.len());
    while !text.is_char_boundary(fits) {
        fits -= 1;
    }
    out.push_str(&text[..fits]);
    fits == text.len()
}

#[cfg(test)]
mod tests {
    use super::{push_text, push_value};

    fn check(text: &str, as_text: &str, as_value: &str) {
        let (mut one, mut other) = (String::new(), String::new());
        assert!(push_text(text, 1000, &mut one) && push_value(text, 1000, &mut other));
        assert_eq!((one.as_str(), other.as_str()), (as_text, as_value));
    }

    #[test]
    fn what_could_be_markup_is_escaped() {
        check(
            "a & <b> \"c\"",
            "a &amp; &lt;b&gt; \"c\"",
            "a &amp; &lt;b&gt; &quot;c&quot;",
        );
        check("\u{A0}é\u{C2}", "&nbsp;é\u{C2}", "&nbsp;é\u{C2}");
    }

    #[test]
    fn text_ends_at_the_limit_between_characters() {
        let mut out = String::new();
        assert!(!push_text("aéé&", 4, &mut out));
        assert_eq!(out, "aé");
        let mut out = String::new();
        assert!(!push_text("a&b", 4, &mut out));
        assert_eq!(out, "a");
    }
}
