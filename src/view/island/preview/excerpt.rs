//! The title and summary of one of our own pages, read from its text without making a document of it.

/// What a card shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The page's title.
    pub title: String,
    /// One sentence about it; may be empty.
    pub summary: String,
}

impl Excerpt {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty()
    }

    /// Reads the head of a page; nothing where it has no title.
    pub fn read(html: &str) -> Option<Excerpt> {
        let head = html.split("</head>").next()?;
        let (_, after) = head.split_once("<title>")?;
        let (title, rest) = after.split_once("</title>")?;
        Some(Excerpt {
            title: unescape(name(title)),
            summary: description(rest).map(unescape).unwrap_or_default(),
        })
    }
}

/// The page's name without the site's, which the head of a page puts after the last dot.
fn name(title: &str) -> &str {
    title
        .rsplit_once(" · ")
        .map_or(title, |(name, _site)| name)
        .trim()
}

/// The content of the description, as it stands between its quotes.
fn description(head: &str) -> Option<&str> {
    let mut metas = head.split("<meta ").skip(1);
    let meta = metas.find(|meta| attribute(meta, "name") == Some("description"))?;
    attribute(meta, "content")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, next) = after.split_once('"')?;
        if before.trim_start() == name {
            return Some(value);
        }
        rest = next;
    }
    None
}

/// The character references that our own pages and most others use; others stay as they are.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let reference = after
            .split_once(';')
            .and_then(|(name, next)| Some((referred(name)?, next)));
        let (character, next) = reference.unwrap_or(('&', after));
        plain.push(character);
        rest = next;
    }
    plain + rest
}

fn referred(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        number => {
            let digits = number.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    fn check(html: &str, expect: Option<(&str, &str)>) {
        let got = Excerpt::read(html);
        let got = got.as_ref().map(|e| (e.title.as_str(), e.summary.as_str()));
        assert_eq!(got, expect, "{html}");
    }

    #[test]
    fn title_and_description_are_read() {
        check(
            "<head><meta charset=\"utf-8\"><title>A &amp; B · The Commons</title><meta name=\"description\" content=\"He said &quot;x&#x27;s&quot; &#8212; ok.\"></head>",
            Some(("A & B", "He said \"x's\" — ok.")),
        );
        check(
            "<title>A</title><meta content=\"First.\" name=\"description\">",
            Some(("A", "First.")),
        );
    }

    #[test]
    fn what_is_missing_is_empty_or_nothing() {
        check("<title>A</title>", Some(("A", "")));
        check("<title>A", None);
        check("", None);
        check("</head><title>in the body</title>", None);
        check(
            "<title>a &copy; b & c &#xFFFFFFFF;</title>",
            Some(("a &copy; b & c &#xFFFFFFFF;", "")),
        );
    }
}
