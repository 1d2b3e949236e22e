//! The head of a page, written as text: what stands in it is the same for all but a few words.

use std::fmt::Write;

use crate::explore::export::xml::{escape, escaped};
use crate::model::address::Address;
use crate::search::format::manifest;
use crate::view::edition::Here;
use crate::view::xml::absolute;

/// What may run and load on a page. It stands first, so that nothing comes before it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'self'";

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 11] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ur", "yi",
];

/// What a head says of its page.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Head<'a> {
    /// The page's name; empty on the home page.
    pub(crate) title: &'a str,
    /// What it is about, in a sentence.
    pub(crate) description: &'a str,
    /// Its language, where it is not the site's.
    pub(crate) language: Option<&'a str>,
    /// A feed of its own.
    pub(crate) feed: Option<&'a Address>,
    /// What its reader came for.
    pub(crate) purpose: Purpose,
}

/// What a reader came for: which program the page loads, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Purpose {
    /// To read: the islands come when they are needed.
    #[default]
    Reading,
    /// To search: the search engine is fetched at once.
    Searching,
    /// To explore: another program, at once.
    Exploring,
    /// To explore in a frame of another site: links leave the frame.
    Embedded,
}

/// Where the icon stands.
pub(crate) fn icon() -> Address {
    Address::file("assets/mark.svg")
}

/// Appends everything before `<body>`.
pub(crate) fn write(out: &mut String, here: Here<'_>, head: Head<'_>) {
    let settings = &here.site().settings;
    let language = head.language.unwrap_or(&settings.language);
    let name = escaped(&settings.title);
    let title = match head.title {
        "" => name.clone(),
        title => format!("{} · {name}", escaped(title)),
    };
    let summary = match head.description {
        "" => &settings.tagline,
        description => description,
    };
    let shell = here.edition.shell;
    let (glue, wasm) = match head.purpose {
        Purpose::Reading | Purpose::Searching => (&shell.glue, &shell.wasm),
        Purpose::Exploring | Purpose::Embedded => (&shell.explorer_glue, &shell.explorer_wasm),
    };
    write!(
        out,
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{}\
         <title>{title}</title>\n<meta name=\"description\" content=\"{}\">\n{}\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">\n\
         <link rel=\"stylesheet\" href=\"{}\">\n\
         <script src=\"{}\" data-glue=\"{}\" data-wasm=\"{}\" data-engine=\"{}\" data-engine-glue=\"{}\" \
         data-engine-wasm=\"{}\" data-index=\"{}\" data-marks=\"{}\" data-now=\"{}\"></script>\n</head>\n",
        escaped(language),
        direction(language),
        base(head.purpose),
        escaped(summary),
        published(here, head),
        here.to(&icon()),
        here.to(&shell.style),
        here.to(&shell.boot),
        here.to(glue),
        here.to(wasm),
        here.to(&shell.search),
        here.to(&shell.engine_glue),
        here.to(&shell.engine_wasm),
        index(here),
        here.to(&shell.marks),
        match head.purpose {
            Purpose::Reading => "",
            Purpose::Searching => "search",
            Purpose::Exploring | Purpose::Embedded => "explore",
        },
    )
    .expect("text can be written");
}

/// Where links open: those of a page in a frame fill the window, not the frame. It sets no address, so all stay relative.
fn base(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Embedded => "<base target=\"_top\">\n",
        Purpose::Reading | Purpose::Searching | Purpose::Exploring => "",
    }
}

/// The way to the folder of the search index.
fn index(here: Here<'_>) -> String {
    let manifest = here.to(&Address::file(manifest::FILE));
    let name = manifest.rfind('/').map_or(0, |slash| slash + 1);
    manifest[..name].to_owned()
}

/// `rtl` where the language is written from right to left.
pub(crate) fn direction(language: &str) -> &'static str {
    let main = language.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&main.to_ascii_lowercase().as_str()) {
        "rtl"
    } else {
        "ltr"
    }
}

/// What only a site that knows its own address can say: the canonical URL and the feeds.
fn published(here: Here<'_>, head: Head<'_>) -> String {
    let site = here.site();
    let mut links = String::new();
    let Some(canonical) = absolute(site, here.address.as_str()) else {
        return links;
    };
    links.push_str("<link rel=\"canonical\" href=\"");
    escape(&mut links, &canonical);
    links.push_str("\">\n");
    let whole = Address::file("feeds/atom.xml");
    let feeds = [
        (site.settings.title.as_str(), Some(&whole)),
        (head.title, head.feed),
    ];
    for (title, feed) in feeds {
        if let Some(feed) = feed {
            writeln!(
                links,
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">",
                escaped(title),
                here.to(feed)
            )
            .expect("text can be written");
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn hebrew_and_its_like_run_from_right_to_left() {
        assert_eq!(direction("he"), "rtl");
        assert_eq!(direction("ar-EG"), "rtl");
        assert_eq!(direction("en"), "ltr");
    }
}
