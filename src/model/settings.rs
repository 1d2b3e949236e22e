//! The site's own settings: `site.toml`, and the build's inputs.

use crate::model::choice::Lists;
use crate::model::date::Date;
use crate::model::url::Url;

/// What the builder decides about a site, apart from its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The day of the build: an input, never the clock.
    pub today: Date,
    /// The site's name.
    pub title: String,
    /// One plain sentence: what this is.
    pub tagline: String,
    /// The home page's headline, lines from top to bottom.
    pub headline: Vec<String>,
    /// A sentence under the headline, in Markdown without links to notes; empty where there is none.
    pub description: String,
    /// BCP 47 tag of the content.
    pub language: String,
    /// Where the site is published, ending in `/`; feeds and sitemap need it.
    pub base_url: Option<Url>,
    /// The id of the trail that the home page starts with.
    pub start_trail: Option<String>,
    /// Where the content is kept, for "edit this page".
    pub repository: Option<Repository>,
    /// The licence of the text, as shown in the footer.
    pub content_licence: String,
    /// The licence of the code, as shown in the footer.
    pub code_licence: String,
    /// Days after which an entry should be checked again where it does not say.
    pub verify_every: u32,
    /// The allowed values.
    pub lists: Lists,
}

#[cfg(test)]
impl Settings {
    /// Settings of a site that says nothing of its own.
    pub(crate) fn plain(today: &str, lists: Lists) -> Settings {
        Settings {
            today: Date::parse(today).expect(today),
            title: "A site".into(),
            tagline: String::new(),
            headline: Vec::new(),
            description: String::new(),
            language: "en".into(),
            base_url: None,
            start_trail: None,
            repository: None,
            content_licence: String::new(),
            code_licence: String::new(),
            verify_every: 365,
            lists,
        }
    }
}

/// A public repository that holds the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// Which software serves it: the shape of its URLs follows from that.
    pub forge: Forge,
    /// Its address, without trailing `/`.
    pub url: Url,
    /// The branch.
    pub branch: String,
    /// The content folder inside it, without slashes at the ends.
    pub folder: String,
}

/// Software that hosts repositories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "names of software")]
pub enum Forge {
    GitHub,
    GitLab,
    /// Forgejo, Gitea, Codeberg.
    Forgejo,
}

impl Repository {
    /// Where the file at `path` (below the content folder) can be edited.
    pub fn edit_url(&self, path: &str) -> String {
        self.url_of("edit", path)
    }

    /// Where the file's history can be read.
    pub fn history_url(&self, path: &str) -> String {
        self.url_of("commits", path)
    }

    /// Where a new issue about the site can be opened.
    pub fn issue_url(&self) -> String {
        match self.forge {
            Forge::GitHub | Forge::Forgejo => format!("{}/issues/new", self.url),
            Forge::GitLab => format!("{}/-/issues/new", self.url),
        }
    }

    fn url_of(&self, action: &str, path: &str) -> String {
        let file = if self.folder.is_empty() {
            path.to_owned()
        } else {
            format!("{}/{path}", self.folder)
        };
        let file = file
            .replace('%', "%25")
            .replace(' ', "%20")
            .replace('#', "%23")
            .replace('?', "%3F");
        let (repository, branch) = (&self.url, &self.branch);
        match (self.forge, action) {
            (Forge::GitHub, _) => format!("{repository}/{action}/{branch}/{file}"),
            (Forge::GitLab, _) => format!("{repository}/-/{action}/{branch}/{file}"),
            (Forge::Forgejo, "edit") => format!("{repository}/_edit/{branch}/{file}"),
            (Forge::Forgejo, _) => format!("{repository}/{action}/branch/{branch}/{file}"),
        }
    }
}
