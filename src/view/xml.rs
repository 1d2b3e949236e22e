//! Text for XML: escaped, and without the characters that XML 1.0 cannot hold.

use std::fmt::Write;

use crate::model::site::Site;

/// Appends `<name>text</name>`.
pub(crate) fn element(out: &mut String, name: &str, text: &str) {
    write!(out, "<{name}>").expect("text can be written");
    escape(out, text);
    writeln!(out, "</{name}>").expect("text can be written");
}

/// Appends `text`, fit for content and for attributes in double quotes.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
}

/// `text` escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    escape(&mut out, text);
    out
}

/// The address as an absolute URL, where the site knows its own.
pub(crate) fn absolute(site: &Site, path: &str) -> Option<String> {
    let base = site.settings.base_url.as_ref()?.as_str();
    let slash = if base.ends_with('/') { "" } else { "/" };
    Some(format!("{base}{slash}{path}"))
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_could_end_an_element_or_an_attribute_is_escaped() {
        assert_eq!(escaped("<a b=\"&\">"), "&lt;a b=&quot;&amp;&quot;&gt;");
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_dropped() {
        assert_eq!(escaped("a\u{0}b\u{B}c\u{FFFE}d\te"), "abcd\te");
    }
}
