//! URLs that may stand in the output.

use std::fmt;

/// Schemes that a link may have.
pub const SCHEMES: [&str; 4] = ["https", "http", "ipfs", "ipns"];

/// An absolute URL with an allowed scheme and no control, space or bidi characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

/// Why some text is not a [`Url`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAUrl {
    /// There is no `scheme:`.
    NoScheme,
    /// The scheme is not one of [`SCHEMES`].
    Scheme,
    /// A character that no URL has, or one that could mislead a reader.
    Character,
    /// No host, or a user name before it.
    Host,
}

impl Url {
    /// Takes `text` where it is an allowed absolute URL. `mailto:` is never one: see [`Url::with_mail`].
    pub fn new(text: &str) -> Result<Url, NotAUrl> {
        let (scheme, rest) = text.split_once(':').ok_or(NotAUrl::NoScheme)?;
        let name = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
        if scheme.is_empty() || !scheme.bytes().all(name) {
            return Err(NotAUrl::NoScheme);
        }
        let scheme = scheme.to_ascii_lowercase();
        if !SCHEMES.contains(&scheme.as_str()) {
            return Err(NotAUrl::Scheme);
        }
        if text.chars().any(misleads) {
            return Err(NotAUrl::Character);
        }
        let host = rest.strip_prefix("//").ok_or(NotAUrl::Host)?;
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        if host.is_empty() || host.contains('@') {
            return Err(NotAUrl::Host);
        }
        Ok(Url(format!("{scheme}:{rest}")))
    }

    /// Like [`Url::new`], and `mailto:name@host` too.
    pub fn with_mail(text: &str) -> Result<Url, NotAUrl> {
        match text.strip_prefix("mailto:") {
            Some(mail) if mail.chars().any(misleads) => Err(NotAUrl::Character),
            Some(mail) if mail.contains('@') => Ok(Url(text.to_owned())),
            Some(_) => Err(NotAUrl::Host),
            None => Url::new(text),
        }
    }

    /// The URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, without `www.`.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("//").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// Whether `c` has no place in a URL: white space, controls, quotes that end attributes, invisible and bidi characters.
fn misleads(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}' | '|' | '^')
        || crate::model::source::is_bidi_control(c)
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{NotAUrl, Url};

    #[test]
    fn only_allowed_schemes_pass() {
        for good in [
            "https://example.org",
            "HTTP://example.org/a?b#c",
            "ipfs://bafy/x",
        ] {
            assert!(Url::new(good).is_ok(), "{good}");
        }
        let refused = |text| Url::new(text).expect_err(text);
        assert_eq!(refused("javascript:alert(1)"), NotAUrl::Scheme);
        assert_eq!(refused("data:text/html,x"), NotAUrl::Scheme);
        assert_eq!(refused("mailto:a@example.org"), NotAUrl::Scheme);
        assert_eq!(refused("//example.org"), NotAUrl::NoScheme);
        assert_eq!(refused("example.org"), NotAUrl::NoScheme);
        assert_eq!(refused("https:example.org"), NotAUrl::Host);
        assert_eq!(refused("https://bank.example@evil.example/"), NotAUrl::Host);
        assert_eq!(refused("https://a.example/\u{202E}gpj"), NotAUrl::Character);
        assert_eq!(refused("java\tscript:alert(1)"), NotAUrl::NoScheme);
    }

    #[test]
    fn the_host_is_read_off() {
        let host = |text| Url::new(text).map(|u| u.host().to_owned());
        assert_eq!(host("https://www.example.org/a"), Ok("example.org".into()));
    }
}
