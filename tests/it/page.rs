//! What the tests need to know of a page: its tags with their attributes. Enough for HTML that this program wrote itself.

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    pub(crate) attributes: Vec<(&'a str, String)>,
}

impl Tag<'_> {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(given, _)| *given == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = read_tag(rest);
            rest = after;
            // What stands in these is no HTML.
            if matches!(tag.name, "script" | "style") {
                let end = format!("</{}", tag.name);
                rest = rest.find(&end).map_or("", |at| &rest[at..]);
            }
            tags.push(tag);
        }
    }
    tags
}

fn read_tag(text: &str) -> (Tag<'_>, &str) {
    let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '=');
    let (name, mut rest) = text.split_at(text.find(ends_name).unwrap_or(text.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (Tag { name, attributes }, after);
        }
        if rest.is_empty() {
            return (Tag { name, attributes }, rest);
        }
        let (key, after) = rest.split_at(rest.find(ends_name).unwrap_or(rest.len()));
        let (value, after) = read_value(after);
        attributes.push((key, unescape(value)));
        rest = after;
    }
}

fn read_value(text: &str) -> (&str, &str) {
    let Some(text) = text.strip_prefix('=') else {
        return ("", text);
    };
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let ends = |c: char| c.is_ascii_whitespace() || c == '>';
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

fn unescape(value: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    named.iter().fold(value.to_owned(), |text, (name, letter)| {
        text.replace(name, letter)
    })
}

#[test]
fn tags_are_read_with_their_attributes() {
    let html = r#"<!doctype html><!-- <a href="no"> --><a href="x?a&amp;b" hidden id=c>a < b</a><script src='s'>"<a href=no>"</script><br/>"#;
    let all: Vec<_> = tags(html)
        .iter()
        .map(|tag| format!("{} {:?}", tag.name, tag.attributes))
        .collect();
    assert_eq!(
        all,
        [
            r#"a [("href", "x?a&b"), ("hidden", ""), ("id", "c")]"#,
            r#"script [("src", "s")]"#,
            "br []",
        ]
    );
}
