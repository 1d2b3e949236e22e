//! Addresses: where pages and files stand below the site's root, and the only maker of internal hrefs.
//!
//! Every href is relative, so one build works at `/`, at `/repo/`, under `/ipfs/<cid>/` and from a folder.

use std::fmt;

use crate::model::slug::Slug;

/// A place below the site's root: a page's ends in `/` (the home page is empty), a file's does not.
///
/// Lower-case ASCII, segments never start with `_` or `.`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Address(String);

impl Address {
    /// The home page.
    pub fn home() -> Address {
        Address::default()
    }

    /// The page at these segments, outermost first.
    pub fn page<'a>(segments: impl IntoIterator<Item = &'a Slug>) -> Address {
        let mut path = String::new();
        for segment in segments {
            path.push_str(segment.as_str());
            path.push('/');
        }
        Address(path)
    }

    /// The page at a path that the program itself knows, such as `tags/land`.
    ///
    /// # Panics
    /// If a segment is no slug: that is a bug here, never an author's mistake.
    pub fn known_page(path: &str) -> Address {
        Address::page(
            &path
                .split('/')
                .map(|s| Slug::new(s).expect("a page path of our own is made of slugs"))
                .collect::<Vec<_>>(),
        )
    }

    /// The file at `path`, such as `assets/style.css`.
    ///
    /// # Panics
    /// If the path leaves the root, is empty, ends in `/`, or has a hidden segment: a bug here.
    pub fn file(path: &str) -> Address {
        let sound = |s: &str| !s.is_empty() && !s.starts_with(['.', '_']) && !s.contains('\\');
        assert!(
            path.split('/').all(sound),
            "`{path}` cannot be a file of the site"
        );
        Address(path.to_owned())
    }

    /// The address as text, without leading `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is a page (home, or ends in `/`).
    pub fn is_page(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// The output file: a page's is the `index.html` in its folder.
    pub fn output_path(&self) -> String {
        if self.is_page() {
            format!("{}index.html", self.0)
        } else {
            self.0.clone()
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The href that leads from page `from` to `to`, without fragment.
pub fn relative(from: &Address, to: &Address) -> String {
    let folder = &from.0[..from.0.rfind('/').map_or(0, |i| i + 1)];
    let shared = folder
        .bytes()
        .zip(to.0.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let shared = to.0[..shared].rfind('/').map_or(0, |i| i + 1);
    let ups = folder[shared..].bytes().filter(|b| *b == b'/').count();
    let down = &to.0[shared..];
    if ups == 0 && down.is_empty() {
        return "./".to_owned();
    }
    let mut href = String::with_capacity(ups * 3 + down.len());
    for _ in 0..ups {
        href.push_str("../");
    }
    href.push_str(down);
    href
}

#[cfg(test)]
mod tests {
    use super::{Address, relative};

    fn check(from: &str, to: &str, expect: &str) {
        let address = |path: &str| Address(path.to_owned());
        assert_eq!(
            relative(&address(from), &address(to)),
            expect,
            "{from} -> {to}"
        );
    }

    #[test]
    fn hrefs_are_relative_from_every_depth() {
        check("", "", "./");
        check("", "concepts/commons/", "concepts/commons/");
        check("concepts/commons/", "", "../../");
        check("concepts/commons/", "concepts/commons/", "./");
        check("concepts/commons/", "concepts/", "../");
        check("concepts/commons/", "concepts/dao/", "../dao/");
        check("concepts/commons/", "concepts/commons-b/", "../commons-b/");
        check("a/b/", "assets/style.css", "../../assets/style.css");
        check("404.html", "assets/style.css", "assets/style.css");
    }

    #[test]
    fn a_page_is_written_as_an_index_in_its_folder() {
        assert_eq!(Address::home().output_path(), "index.html");
        assert_eq!(
            Address::known_page("tags/land").output_path(),
            "tags/land/index.html"
        );
    }
}
