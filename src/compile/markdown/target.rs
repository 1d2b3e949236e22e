//! What a link names: the grammar of wikilinks and of plain destinations.

use crate::model::document::Fragment;
use crate::model::url::{NotAUrl, Url};

/// Where a link leads, as far as its own words say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A note or file of the content folder.
    Inside {
        /// Its name; empty for the note itself.
        path: String,
        /// The place in it.
        fragment: Fragment,
    },
    /// Another site.
    Outside(Url),
    /// A URL that may not be linked.
    Refused(NotAUrl),
    /// No name at all.
    Nothing,
}

/// Reads what stands between `[[` and `|` or `]]`.
///
/// In a table the pipe is written `\|`, and its backslash arrives here as the last character.
pub(super) fn wikilink(words: &str) -> Target {
    let words = words.strip_suffix('\\').unwrap_or(words).trim();
    if has_scheme(words) && words.contains("://") {
        return outside(words);
    }
    inside(words)
}

/// Reads the destination of `[words](destination)`.
pub(super) fn destination(words: &str) -> Target {
    if words.is_empty() {
        return Target::Nothing;
    }
    if words.starts_with("//") || has_scheme(words) {
        return outside(words);
    }
    let (path, fragment) = words.split_once('#').unwrap_or((words, ""));
    let path = path.split('?').next().unwrap_or_default();
    let path = decode(path);
    let fragment = decode(fragment);
    if fragment.is_empty() {
        place(&path, Fragment::Whole)
    } else {
        place(&path, read_fragment(&fragment))
    }
}

/// Reads an address between `<` and `>` that was found to be mail.
pub(super) fn mail(words: &str) -> Target {
    outside(&format!("mailto:{words}"))
}

fn outside(words: &str) -> Target {
    match Url::with_mail(words) {
        Ok(url) => Target::Outside(url),
        Err(reason) => Target::Refused(reason),
    }
}

fn inside(words: &str) -> Target {
    match words.split_once('#') {
        None => place(words, Fragment::Whole),
        Some((path, fragment)) => place(path, read_fragment(fragment)),
    }
}

fn place(path: &str, fragment: Fragment) -> Target {
    let path = path.trim();
    let path = path.strip_prefix("./").unwrap_or(path);
    let path = path.strip_suffix(".md").unwrap_or(path);
    if path.is_empty() && fragment == Fragment::Whole {
        return Target::Nothing;
    }
    Target::Inside {
        path: path.to_owned(),
        fragment,
    }
}

/// Reads what follows the first `#`: `A#B`, or `^id` (also after a heading, which it then makes needless).
fn read_fragment(words: &str) -> Fragment {
    let parts = words.split('#').map(str::trim);
    let headings: Vec<String> = parts.filter(|s| !s.is_empty()).map(str::to_owned).collect();
    match headings.last().and_then(|last| last.strip_prefix('^')) {
        Some(id) => Fragment::Block(id.to_owned()),
        None if headings.is_empty() => Fragment::Whole,
        None => Fragment::Headings(headings),
    }
}

/// Whether `words` start with a scheme; one letter is a drive, not a scheme.
fn has_scheme(words: &str) -> bool {
    let Some((scheme, _)) = words.split_once(':') else {
        return false;
    };
    let name = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
    scheme.len() > 1 && scheme.as_bytes()[0].is_ascii_alphabetic() && scheme.bytes().all(name)
}

/// Decodes `%20` and the like; what is no such code stays, and what would be no UTF-8 leaves all as written.
fn decode(words: &str) -> String {
    if !words.contains('%') {
        return words.to_owned();
    }
    let bytes = words.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).and_then(hex);
        match code {
            Some(code) if *byte == b'%' => {
                decoded.push(code);
                at += 3;
            }
            _ => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| words.to_owned())
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |b: u8| char::from(b).to_digit(16);
    let value = digit(digits[0])? * 16 + digit(digits[1])?;
    u8::try_from(value).ok()
}

/// What sort of file a picture's path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Media {
    /// A picture.
    Image,
    /// A sound.
    Audio,
    /// A film.
    Video,
    /// A document.
    Pdf,
}

/// The sort of file, by the ending of its path; `None` for notes and all else.
pub(crate) fn media(path: &str) -> Option<Media> {
    let (_, ending) = path.rsplit_once('.')?;
    let is = |list: &[&str]| list.iter().any(|e| e.eq_ignore_ascii_case(ending));
    if is(&["png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "avif"]) {
        Some(Media::Image)
    } else if is(&["mp4", "webm", "ogv", "mov", "mkv"]) {
        Some(Media::Video)
    } else if is(&["mp3", "wav", "m4a", "ogg", "oga", "opus", "3gp", "flac"]) {
        Some(Media::Audio)
    } else if is(&["pdf"]) {
        Some(Media::Pdf)
    } else {
        None
    }
}

/// Width and height in pixels.
pub(super) type Size = (Option<u32>, Option<u32>);

/// Takes the size off the end of a picture's words: `100`, `100x145`, `alt|100`, `alt 100x200`.
pub(super) fn split_size(words: &str) -> (&str, Size) {
    let words = words.trim();
    if let Some(size) = read_size(words) {
        return ("", size);
    }
    if let Some((alt, last)) = words.rsplit_once('|')
        && let Some(size) = read_size(last.trim())
    {
        return (alt.trim_end_matches('\\').trim(), size);
    }
    match words.rsplit_once(' ') {
        Some((alt, last)) if last.contains('x') => match read_size(last) {
            Some(size) => (alt.trim_end(), size),
            None => (words, (None, None)),
        },
        _ => (words, (None, None)),
    }
}

fn read_size(words: &str) -> Option<Size> {
    let number = |text: &str| {
        let digits =
            !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
        let value = text.parse().ok()?;
        (digits && value > 0).then_some(value)
    };
    match words.split_once('x') {
        None => Some((Some(number(words)?), None)),
        Some((width, height)) => Some((Some(number(width)?), Some(number(height)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, destination, split_size, wikilink};
    use crate::model::document::Fragment;

    fn check(got: Target, path: &str, fragment: &str) {
        let Target::Inside {
            path: p,
            fragment: f,
        } = got
        else {
            panic!("{got:?} is not inside");
        };
        let f = match f {
            Fragment::Whole => String::new(),
            Fragment::Headings(names) => names.join(" > "),
            Fragment::Block(id) => format!("^{id}"),
        };
        assert_eq!((p.as_str(), f.as_str()), (path, fragment));
    }

    #[test]
    fn wikilinks_name_notes_headings_and_blocks() {
        check(wikilink("A"), "A", "");
        check(wikilink(" folder/A.md "), "folder/A", "");
        check(wikilink("A#B C"), "A", "B C");
        check(wikilink("A#B#C"), "A", "B > C");
        check(wikilink("#B"), "", "B");
        check(wikilink("A#^b-1"), "A", "^b-1");
        check(wikilink("#^b"), "", "^b");
        check(wikilink("A\\"), "A", "");
        check(wikilink("A#"), "A", "");
        check(wikilink("x.png"), "x.png", "");
        check(wikilink("12: Angry Men"), "12: Angry Men", "");
    }

    #[test]
    fn plain_destinations_are_decoded() {
        check(
            destination("Three%20laws.md#The%20first"),
            "Three laws",
            "The first",
        );
        check(destination("../a/b.md"), "../a/b", "");
        check(destination("./b"), "b", "");
        check(destination("#part"), "", "part");
        check(destination("100%.md"), "100%", "");
        check(destination("a%FF"), "a%FF", "");
    }

    #[test]
    fn urls_lead_outside_and_bad_ones_are_refused() {
        assert!(matches!(
            wikilink("https://example.org"),
            Target::Outside(_)
        ));
        assert!(matches!(
            destination("mailto:a@example.org"),
            Target::Outside(_)
        ));
        assert!(matches!(
            destination("javascript:alert(1)"),
            Target::Refused(_)
        ));
        assert!(matches!(destination("//example.org"), Target::Refused(_)));
        assert_eq!(destination(""), Target::Nothing);
        assert_eq!(wikilink("#"), Target::Nothing);
    }

    #[test]
    fn sizes_stand_at_the_end() {
        let of = |words| {
            let (alt, (width, height)) = split_size(words);
            (alt, width.unwrap_or(0), height.unwrap_or(0))
        };
        assert_eq!(of("100"), ("", 100, 0));
        assert_eq!(of("100x145"), ("", 100, 145));
        assert_eq!(of("a b|100"), ("a b", 100, 0));
        assert_eq!(of("a b 100x200"), ("a b", 100, 200));
        assert_eq!(of("Figure 3"), ("Figure 3", 0, 0));
        assert_eq!(of("0"), ("0", 0, 0));
        assert_eq!(of(""), ("", 0, 0));
    }
}
