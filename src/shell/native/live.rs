//! The site that the server shows, in memory: what is at a path, and the word to open pages when it changes.
//!
//! A plain value with methods; no network here. A request can only ever name what stands in the map, so there is no path
//! to escape from.

use std::collections::BTreeMap;

use crate::shell::native::site_files::{Content, SiteFiles};

/// The script that reloads pages; only the server knows it, no built site does.
const SCRIPT: &str = include_str!("live.js");

/// Where it stands. Names of a site never begin with `_`, so it takes nobody's place.
pub(crate) const SCRIPT_PATH: &str = "_commons/reload.js";

/// Where open pages listen.
pub(crate) const EVENTS_PATH: &str = "_commons/events";

/// What the server shows.
#[derive(Debug, Clone)]
pub(crate) struct Live {
    files: BTreeMap<String, Content>,
    base: String,
    reload: Reload,
    version: u64,
}

/// Whether open pages are told of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reload {
    /// Pages carry the reload script.
    On {
        /// Which run of the server this is: after a restart open pages reload as well.
        run: u64,
    },
    /// Pages are served byte for byte as a build writes them.
    Off,
}

/// An answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// This file.
    File {
        /// Its media type.
        media_type: &'static str,
        /// Its bytes.
        content: Content,
    },
    /// A folder was asked for without its `/`.
    MovedTo(String),
    /// Nothing is there; the page that says so.
    Missing(Vec<u8>),
}

impl Live {
    /// An empty site under `base`, which begins and ends in `/`.
    pub(crate) fn new(base: &str, reload: Reload) -> Live {
        Live {
            files: BTreeMap::new(),
            base: base.to_owned(),
            reload,
            version: 0,
        }
    }

    /// Takes the new files; says whether anything differs from the old.
    pub(crate) fn replace(&mut self, files: SiteFiles) -> bool {
        let changed = self.files != files;
        if changed {
            self.files = files;
            self.version += 1;
        }
        changed
    }

    /// Which state of the site this is, for open pages to compare.
    pub(crate) fn version(&self) -> String {
        match self.reload {
            Reload::On { run } => format!("{run}-{}", self.version),
            Reload::Off => self.version.to_string(),
        }
    }

    /// What stands at `path`, as the request names it.
    pub(crate) fn answer(&self, path: &str) -> Answer {
        let Some(inner) = path.strip_prefix(&self.base) else {
            return self.outside(path);
        };
        if inner == SCRIPT_PATH {
            return file("js", Content::Bytes(SCRIPT.as_bytes().to_vec()));
        }
        let name = if inner.is_empty() || inner.ends_with('/') {
            format!("{inner}index.html")
        } else {
            inner.to_owned()
        };
        match self.files.get(&name) {
            Some(content) => self.found(&name, content),
            None if self.files.contains_key(&format!("{inner}/index.html")) => {
                Answer::MovedTo(format!("{path}/"))
            }
            None => self.missing(),
        }
    }

    fn outside(&self, path: &str) -> Answer {
        if format!("{path}/") == self.base {
            Answer::MovedTo(self.base.clone())
        } else {
            Answer::Missing(format!("Nothing here. The site is at {}\n", self.base).into_bytes())
        }
    }

    fn found(&self, name: &str, content: &Content) -> Answer {
        let extension = name.rsplit('.').next().unwrap_or_default();
        match content {
            Content::Bytes(bytes) if extension == "html" => {
                file(extension, Content::Bytes(self.with_script(bytes)))
            }
            Content::Bytes(_) | Content::Copy { .. } => file(extension, content.clone()),
        }
    }

    fn missing(&self) -> Answer {
        match self.files.get("404.html") {
            Some(Content::Bytes(page)) => Answer::Missing(self.with_script(page)),
            Some(Content::Copy { .. }) | None => Answer::Missing(b"Nothing here.\n".to_vec()),
        }
    }

    /// The page with the reload script in its head: an external script, as the page's own policy demands.
    fn with_script(&self, page: &[u8]) -> Vec<u8> {
        match self.reload {
            Reload::Off => return page.to_vec(),
            Reload::On { .. } => {}
        }
        let (base, version) = (&self.base, self.version());
        let tag = format!("<script defer src=\"{base}{SCRIPT_PATH}?{version}\"></script>");
        let end_of_head = b"</head>";
        let at = page
            .windows(end_of_head.len())
            .position(|window| window == end_of_head)
            .unwrap_or(page.len());
        [&page[..at], tag.as_bytes(), &page[at..]].concat()
    }
}

fn file(extension: &str, content: Content) -> Answer {
    Answer::File {
        media_type: media_type(extension),
        content,
    }
}

/// The media type of a file name's ending; browsers insist on several of these.
fn media_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "geojson" => "application/geo+json",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "ogg" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "m4a" => "audio/mp4",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "woff2" => "font/woff2",
        _other => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Live, Reload};
    use crate::shell::native::site_files::{Content, SiteFiles};

    fn site() -> SiteFiles {
        let text = |path: &str, text: &str| {
            let content = Content::Bytes(text.as_bytes().to_vec());
            (path.to_owned(), content)
        };
        SiteFiles::from([
            text("index.html", "<head></head>home"),
            text("a/index.html", "a"),
            text("404.html", "lost"),
            text("assets/app.wasm", "wasm"),
        ])
    }

    fn check(base: &str, path: &str, expect: &str) {
        let mut live = Live::new(base, Reload::On { run: 7 });
        live.replace(site());
        let got = match live.answer(path) {
            Answer::File {
                media_type,
                content: Content::Bytes(bytes),
            } => format!("{media_type}: {}", String::from_utf8_lossy(&bytes)),
            Answer::File { .. } => "copy".to_owned(),
            Answer::MovedTo(to) => format!("-> {to}"),
            Answer::Missing(bytes) => format!("404: {}", String::from_utf8_lossy(&bytes)),
        };
        assert_eq!(got, expect, "{path}");
    }

    #[test]
    fn pages_are_found_as_on_a_host_with_the_reload_script_in_their_head() {
        check(
            "/",
            "/",
            "text/html; charset=utf-8: <head><script defer src=\"/_commons/reload.js?7-1\"></script></head>home",
        );
        check("/", "/assets/app.wasm", "application/wasm: wasm");
        check("/", "/a", "-> /a/");
        check(
            "/",
            "/b/",
            "404: lost<script defer src=\"/_commons/reload.js?7-1\"></script>",
        );
    }

    #[test]
    fn nothing_but_the_site_can_be_named() {
        for path in [
            "/../Cargo.toml",
            "/a/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
        ] {
            check(
                "/",
                path,
                "404: lost<script defer src=\"/_commons/reload.js?7-1\"></script>",
            );
        }
    }

    #[test]
    fn a_base_is_a_prefix_of_every_path() {
        check("/x/y/", "/x/y", "-> /x/y/");
        check("/x/y/", "/x/y/a", "-> /x/y/a/");
        check("/x/y/", "/x/y/assets/app.wasm", "application/wasm: wasm");
        check("/x/y/", "/a/", "404: Nothing here. The site is at /x/y/\n");
    }

    #[test]
    fn the_version_changes_only_with_the_files() {
        let mut live = Live::new("/", Reload::On { run: 7 });
        assert!(live.replace(site()));
        assert!(!live.replace(site()));
        assert_eq!(live.version(), "7-1");
    }
}
