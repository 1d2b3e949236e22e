//! Stand-in.
use crate::model::site::Site;
use crate::view::{Artifact, ShellFiles};

/// Stand-in.
pub fn render(site: &Site, shell: &ShellFiles) -> Vec<Artifact> {
    let page = |path: String, body: &str| Artifact {
        path,
        bytes: format!(
            "<!doctype html><head><link href=\"{}\"></head><body>{body}</body>",
            shell.style
        )
        .into_bytes(),
    };
    let mut all: Vec<_> = site
        .pages
        .iter()
        .map(|p| page(p.address.output_path(), &p.html))
        .collect();
    all.push(page("index.html".into(), "home"));
    all.push(page("404.html".into(), "lost"));
    all
}
