//! The page for addresses that lead nowhere. Hosts serve it at any depth, so it names no other file: its few styles stand in it, and its policy allows them by their hash. The only file that names `sha2`.

use sha2::{Digest, Sha256};

use crate::explore::export::xml::escaped;
use crate::view::Artifact;
use crate::view::edition::Edition;
use crate::view::part::head::direction;
use crate::view::xml::absolute;

const STYLE: &str = "html{color-scheme:light dark;background:#f7f3ea;color:#1d1b18;font:1.125rem/1.5 Charter,'Sitka Text',Cambria,Georgia,serif}\
body{max-inline-size:34rem;margin:18vh auto;padding-inline:1.25rem}\
h1{font-size:clamp(2rem,8vw,3.25rem);line-height:1.1;margin:0 0 .5em}\
a{color:inherit;text-underline-offset:.18em}\
svg{inline-size:3.5rem;margin-block-end:1.5rem}\
@media(prefers-color-scheme:dark){html{background:#171512;color:#ece5d8}}";

const MARK: &str = concat!(
    r#"<svg viewBox="0 0 52 34" aria-hidden="true">"#,
    r##"<path fill="#c2311d" d="M18 2 34 32H2Z"/><path fill="#0d7467" d="M20 4h28v28H20Z"/>"##,
    r##"<path fill="#1d1b18" d="M20 5.75 34 32H20Z"/></svg>"##,
);

/// Prints the page.
pub(crate) fn lost(edition: &Edition<'_>) -> Artifact {
    let settings = &edition.site.settings;
    let name = escaped(&settings.title);
    let language = escaped(&settings.language);
    let home = absolute(edition.site, "").map_or_else(
        || "<p>Go back, or shorten the address until something answers.</p>".to_owned(),
        |url| {
            format!(
                "<p>Go back, or <a href=\"{}\">start at the front page</a>.</p>",
                escaped(&url)
            )
        },
    );
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>Not found · {name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{MARK}\n\
         <h1>There is no such page.</h1>\n\
         <p>It may have moved, or the address was mistyped.</p>\n{home}\n\
         <p>{name}</p>\n</main>\n</body>\n</html>\n",
        direction(&settings.language),
        base64(&Sha256::digest(STYLE)),
    );
    Artifact {
        path: "404.html".to_owned(),
        bytes: html.into_bytes(),
    }
}

/// Base64 with padding, as policies want it.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let six = (bits >> (18 - 6 * place)) & 63;
            let letter = if place <= chunk.len() {
                char::from(LETTERS[six as usize])
            } else {
                '='
            };
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn hashes_are_written_as_policies_want_them() {
        for (bytes, expect) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expect);
        }
    }
}
