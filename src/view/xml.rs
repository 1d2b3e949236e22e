//! Absolute URLs, for feeds and whatever else leaves the site.

use crate::model::site::Site;

/// The address as an absolute URL, where the site knows its own.
pub(crate) fn absolute(site: &Site, path: &str) -> Option<String> {
    let base = site.settings.base_url.as_ref()?.as_str();
    let slash = if base.ends_with('/') { "" } else { "/" };
    Some(format!("{base}{slash}{path}"))
}
