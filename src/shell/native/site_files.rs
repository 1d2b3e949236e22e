//! From a content folder to the files of a site: the steps that building and serving share.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::compile::{self, settings};
use crate::model::date::Date;
use crate::model::problem::{self, Problem};
use crate::model::site::Site;
use crate::shell::native::assets::Shell;
use crate::shell::native::disk::Folder;
use crate::shell::native::failure::Failure;
use crate::view::Artifact;
use crate::view::render::render;

/// Says that a folder is a site that this program built: such a folder may be replaced.
pub(crate) const MARKER: &str = "data/build.json";

/// A compiled folder.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    /// The site.
    pub(crate) site: Site,
    /// Every problem of every file, sorted.
    pub(crate) problems: Vec<Problem>,
}

/// The files of a site by their path below its root, sorted.
pub(crate) type SiteFiles = BTreeMap<String, Content>;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of a file of the content folder.
    Copy {
        /// The file.
        from: PathBuf,
        /// When it was last changed, so that a new picture under an old name is told from the old one.
        modified: Option<SystemTime>,
    },
}

/// Compiles `folder` as of `today`.
pub(crate) fn compile(folder: &Folder, today: Date) -> Compiled {
    let mut problems = folder.problems.clone();
    let settings = settings::read(folder.settings.as_ref(), today, &mut problems);
    let (site, found) = compile::compile(&folder.sources, &settings);
    problems.extend(found);
    problem::sort(&mut problems);
    Compiled { site, problems }
}

/// All files of `site`.
pub(crate) fn site_files(
    site: &Site,
    folder: &Folder,
    shell: &Shell,
) -> Result<SiteFiles, Failure> {
    let rendered = render(site, &shell.files);
    let made = rendered
        .into_iter()
        .chain(shell.artifacts.iter().cloned())
        .chain([marker(site)])
        .map(|artifact| (artifact.path, Content::Bytes(artifact.bytes)));
    let copied = site.assets.iter().map(|asset| {
        let from = folder.root.join(&asset.source);
        let modified = folder.modified(&asset.source);
        (
            asset.address.output_path(),
            Content::Copy { from, modified },
        )
    });
    let mut files = SiteFiles::new();
    for (path, content) in made.chain(copied) {
        if files.insert(path.clone(), content).is_some() {
            return Err(Failure::new(
                format!("two files of the site would both be `{path}`"),
                "this is a bug in Commons: please report it; until then rename the note of that name",
            ));
        }
    }
    Ok(files)
}

fn marker(site: &Site) -> Artifact {
    let version = env!("CARGO_PKG_VERSION");
    let today = site.settings.today;
    let text =
        format!("{{\"program\":\"commons\",\"version\":\"{version}\",\"today\":\"{today}\"}}\n");
    Artifact {
        path: MARKER.to_owned(),
        bytes: text.into_bytes(),
    }
}
