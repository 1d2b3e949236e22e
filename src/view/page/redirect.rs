//! Old addresses: a page that forwards, which every host can serve.

use crate::explore::export::xml::escaped;
use crate::model::address::{Address, relative};
use crate::model::site::PageId;
use crate::view::Artifact;
use crate::view::edition::Edition;
use crate::view::xml::absolute;

/// Prints the page at `from` that forwards to `to`.
pub(crate) fn redirect(edition: &Edition<'_>, from: &Address, to: PageId) -> Artifact {
    let page = edition.site.page(to);
    let href = escaped(&relative(from, &page.address));
    let title = escaped(&page.title);
    let canonical = absolute(edition.site, page.address.as_str())
        .map(|url| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&url)))
        .unwrap_or_default();
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n{canonical}\
         <title>{title}</title>\n</head>\n<body>\n\
         <main><h1>This page has moved</h1>\n<p>It is now at <a href=\"{href}\">{title}</a>.</p></main>\n</body>\n</html>\n",
        escaped(&edition.site.settings.language),
    );
    Artifact {
        path: from.output_path(),
        bytes: html.into_bytes(),
    }
}
