//! `not-a-url`
//!
//! What: a URL that is not whole, or whose scheme is not `https`, `http`, `ipfs` or `ipns` (`mailto` in `contact_form` only).
//! Why: what stands in a link is opened by readers; `javascript:` and `data:` could run there.
//! Fix: write the whole address as the browser shows it.

use crate::model::problem::front_matter::Mistake;
use crate::model::url::Url;

/// The URL, or what is wrong with it.
pub(crate) fn url(text: &str) -> Result<Url, Mistake> {
    Url::new(text).map_err(|reason| Mistake::NotAUrl {
        text: text.to_owned(),
        reason,
        mail: false,
    })
}

/// Likewise, with `mailto:` allowed.
pub(crate) fn contact(text: &str) -> Result<Url, Mistake> {
    Url::with_mail(text).map_err(|reason| Mistake::NotAUrl {
        text: text.to_owned(),
        reason,
        mail: true,
    })
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::{check, help};

    const FIXTURE: &str = "\
//- a.md
---
kind: tool
url: javascript:alert(1)
     ^^^^^^^^^^^^^^^^^^^ error[not-a-url]: URLs with `javascript:` are not allowed here
feed: example.org/feed
      ^^^^^^^^^^^^^^^^ error[not-a-url]: `example.org/feed` is not a whole URL
contact_form: hello@example.org
              ^^^^^^^^^^^^^^^^^ error[not-a-url]: `hello@example.org` is not a whole URL
same_as: [https://me@example.org, mailto:a@example.org, \"https://example.org/a b\"]
          ^^^^^^^^^^^^^^^^^^^^^^ error[not-a-url]: this URL names no host, or a user before it
                                  ^^^^^^^^^^^^^^^^^^^^ error[not-a-url]: URLs with `mailto:` are not allowed here
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-a-url]: this URL holds a character that no URL has
---
//- b.md
---
kind: tool
contact_form: mailto:hello@example.org
url: ipfs://bafy/x
---
";

    #[test]
    fn each_bad_url_says_why() {
        check(&["not-a-url"], FIXTURE);
    }

    #[test]
    fn the_remedy_is_the_url_that_is_meant() {
        let help = help("not-a-url", FIXTURE);
        assert!(
            help.contains(&"write `https://example.org/feed`".into()),
            "{help:?}"
        );
        assert!(
            help.contains(&"write `mailto:hello@example.org`".into()),
            "{help:?}"
        );
    }
}
