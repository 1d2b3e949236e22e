//! Names in a picture: how wide they are, and what of them fits. The build has no fonts, so widths are estimates.

/// A name as wide as it may be.
pub(super) struct Label<'a> {
    /// The beginning that fits.
    pub(super) text: &'a str,
    /// Whether something had to go.
    pub(super) is_cut: bool,
    /// How wide it is about.
    pub(super) width: u16,
}

/// The beginning of `name` that fits into `most` with the `…` that stands for the rest.
pub(super) fn label(name: &str, most: u16) -> Label<'_> {
    let whole = name.chars().map(width).sum::<u16>();
    if whole <= most {
        return Label {
            text: name,
            is_cut: false,
            width: whole,
        };
    }
    let mut wide = ELLIPSIS;
    let mut ends = name.char_indices().map_while(|(at, letter)| {
        wide += width(letter);
        (wide <= most).then_some((at, letter))
    });
    let last = ends.by_ref().last().map_or(0, |(at, c)| at + c.len_utf8());
    let text = name[..last].trim_end();
    Label {
        text,
        is_cut: true,
        width: ELLIPSIS + text.chars().map(width).sum::<u16>(),
    }
}

/// How wide `…` is.
const ELLIPSIS: u16 = 13;

/// How wide a letter is about at a size of 13, in the wider ones of the fonts that systems have.
fn width(letter: char) -> u16 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 4,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 5,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '–' | '—' => 12,
        // Ideographs, syllables and what is drawn as wide.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f000}'.. => 13,
        letter if letter.is_uppercase() => 9,
        _usual => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    fn check(name: &str, most: u16, expect: (&str, bool)) {
        let label = label(name, most);
        assert_eq!((label.text, label.is_cut), expect);
        assert!(label.width <= most, "{}", label.width);
    }

    #[test]
    fn what_fits_is_shown() {
        check("Symbiosis", 100, ("Symbiosis", false));
        check("Symbiosis", 40, ("Sy", true));
        check("Black Panther Party", 60, ("Black", true));
        check("", 0, ("", false));
        check("協同組合連合会", 60, ("協同組", true));
    }
}
