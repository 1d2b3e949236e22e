//! Sources to `(Site, Vec<Problem>)`: pure, total, the same for both targets.
//!
//! Entry point: [`compile`]. Nothing here reads a disk, a clock or the environment.

pub(crate) mod check;
pub(crate) mod front_matter;
pub(crate) mod graph;
pub(crate) mod highlight;
pub(crate) mod html;
pub mod lists;
pub(crate) mod markdown;
pub(crate) mod math;
pub(crate) mod names;
pub(crate) mod nearest;
pub(crate) mod resolve;
pub mod settings;
pub mod text;

use crate::model::problem::Problem;
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::model::source::Sources;

use crate::compile::front_matter::Head;
use crate::model::document::Document;

/// A file taken apart, not yet connected to others.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    /// Its path below the content folder.
    pub(crate) path: String,
    /// Its front matter.
    pub(crate) head: Head,
    /// Its prose.
    pub(crate) document: Document,
}

/// Stand-in until the driver lands.
pub fn compile(sources: &Sources, settings: &Settings) -> (Site, Vec<Problem>) {
    use crate::model::address::Address;
    use crate::model::site::{Front, Note, Page};
    use crate::model::slug::Slug;
    let mut problems = Vec::new();
    let mut pages = Vec::new();
    for source in &sources.notes {
        match text::read(source) {
            Ok(text) => {
                for (at, _) in text.match_indices("[[broken]]") {
                    problems.push(
                        crate::model::problem::Place::new(&source.path, at..at + 10).problem(
                            crate::model::problem::link::LinkFact::Broken {
                                target: "broken".into(),
                                nearest: None,
                                in_note: text.contains("vault: true"),
                            },
                        ),
                    );
                }
                let id = Slug::from_words(
                    source
                        .path
                        .trim_end_matches(".md")
                        .rsplit('/')
                        .next()
                        .unwrap_or("x"),
                );
                pages.push(Page {
                    address: Address::page([&id]),
                    id,
                    folders: vec![],
                    source: source.path.clone(),
                    title: source.path.clone(),
                    aliases: vec![],
                    tags: vec![],
                    language: None,
                    class: crate::model::choice::Class::Note,
                    html: format!("<p>{}</p>", text.replace('<', "&lt;")),
                    headings: vec![],
                    sections: vec![],
                    front: Front::Note(Note::default()),
                });
            }
            Err(problem) => problems.push(problem),
        }
    }
    crate::model::problem::sort(&mut problems);
    let site = Site {
        settings: settings.clone(),
        pages,
        graph: crate::model::graph::Graph::default(),
        assets: vec![],
        redirects: vec![],
    };
    (site, problems)
}
