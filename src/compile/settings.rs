//! `site.toml` to [`Settings`].

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use crate::compile::toml_file::{self, Spanned};
use crate::compile::{lists, nearest};
use crate::model::choice::{Choice, Class, List};
use crate::model::date::Date;
use crate::model::problem::settings::SettingsFact;
use crate::model::problem::{Place, Problem};
use crate::model::settings::{Forge, Repository, Settings};
use crate::model::source::Source;
use crate::model::url::Url;

/// The file's name, below the content folder.
pub const FILE: &str = "site.toml";

/// Days after which an entry should be checked again where neither it nor the site says otherwise: a year, since most
/// groups publish yearly.
const VERIFY_EVERY: u32 = 365;

/// Reads the settings; without a file, or for what it leaves out, there are defaults.
pub fn read(file: Option<&Source>, today: Date, problems: &mut Vec<Problem>) -> Settings {
    let written = file.map_or_else(Written::default, |file| {
        toml_file::read(file, |reason| SettingsFact::Toml { reason }, problems)
    });
    settle(written, today, problems)
}

/// Defaults alone: what a folder without `site.toml` is compiled with.
pub fn defaults(today: Date) -> Settings {
    settle(Written::default(), today, &mut Vec::new())
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    title: Option<String>,
    tagline: Option<String>,
    headline: Vec<String>,
    description: Option<String>,
    language: Option<String>,
    base_url: Option<Spanned<String>>,
    start_trail: Option<String>,
    repository: Option<WrittenRepository>,
    content_licence: Option<String>,
    code_licence: Option<String>,
    verify_every: Option<u32>,
    lists: BTreeMap<Spanned<String>, Vec<Spanned<WrittenChoice>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRepository {
    forge: Spanned<String>,
    url: Spanned<String>,
    branch: Option<String>,
    folder: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenChoice {
    value: String,
    label: String,
    plural: Option<String>,
    definition: String,
    class: Option<WrittenClass>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenClass {
    Idea,
    Entity,
}

fn settle(written: Written, today: Date, problems: &mut Vec<Problem>) -> Settings {
    let title = written.title.unwrap_or_else(|| "Commons".to_owned());
    let mut report = |span: Range<usize>, fact| problems.push(Place::new(FILE, span).problem(fact));
    let base_url = written
        .base_url
        .and_then(|url| address(&url, Some('/'), &mut report));
    let repository = written
        .repository
        .and_then(|written| repository(written, &mut report));
    let lists = extended_lists(written.lists, &mut report);
    Settings {
        today,
        tagline: written.tagline.unwrap_or_default(),
        headline: if written.headline.is_empty() {
            vec![title.clone()]
        } else {
            written.headline
        },
        title,
        description: written.description.unwrap_or_default(),
        language: written.language.unwrap_or_else(|| "en".to_owned()),
        base_url,
        start_trail: written.start_trail,
        repository,
        content_licence: written.content_licence.unwrap_or_default(),
        code_licence: written.code_licence.unwrap_or_default(),
        verify_every: written.verify_every.unwrap_or(VERIFY_EVERY),
        lists,
    }
}

/// A URL of the settings, ending in `end` (or never in `/`).
fn address(
    written: &Spanned<String>,
    end: Option<char>,
    report: &mut impl FnMut(Range<usize>, SettingsFact),
) -> Option<Url> {
    let mut url = written.get_ref().trim_end_matches('/').to_owned();
    url.extend(end);
    let sound = Url::new(&url).ok();
    if sound.is_none() {
        let url = written.get_ref().clone();
        report(written.span(), SettingsFact::BadUrl { url });
    }
    sound
}

fn repository(
    written: WrittenRepository,
    report: &mut impl FnMut(Range<usize>, SettingsFact),
) -> Option<Repository> {
    let forge = match written.forge.get_ref().to_lowercase().as_str() {
        "github" => Some(Forge::GitHub),
        "gitlab" => Some(Forge::GitLab),
        "forgejo" | "codeberg" | "gitea" => Some(Forge::Forgejo),
        name => {
            let name = name.to_owned();
            report(written.forge.span(), SettingsFact::UnknownForge { name });
            None
        }
    };
    let url = address(&written.url, None, report);
    let folder = written.folder.unwrap_or_else(|| "content".to_owned());
    Some(Repository {
        forge: forge?,
        url: url?,
        branch: written.branch.unwrap_or_else(|| "main".to_owned()),
        folder: folder.trim_matches('/').to_owned(),
    })
}

fn extended_lists(
    written: BTreeMap<Spanned<String>, Vec<Spanned<WrittenChoice>>>,
    report: &mut impl FnMut(Range<usize>, SettingsFact),
) -> crate::model::choice::Lists {
    let mut lists = lists::built_in();
    for (name, choices) in written {
        let known = List::ALL
            .into_iter()
            .find(|list| list.name() == name.get_ref());
        let Some(list) = known else {
            let nearest = nearest::nearest(name.get_ref(), List::ALL.map(List::name));
            let fact = SettingsFact::UnknownList {
                name: name.get_ref().clone(),
                nearest: nearest.map(str::to_owned),
            };
            report(name.span(), fact);
            continue;
        };
        for choice in choices {
            let span = choice.span();
            let written = choice.into_inner();
            if list == List::Kind && written.class.is_none() {
                let kind = written.value.clone();
                report(span, SettingsFact::KindWithoutClass { kind });
                continue;
            }
            lists.put(list, written.into());
        }
    }
    lists
}

impl From<WrittenChoice> for Choice {
    fn from(written: WrittenChoice) -> Choice {
        Choice {
            plural: written.plural.unwrap_or_else(|| written.label.clone()),
            value: written.value,
            label: written.label,
            definition: written.definition,
            class: written.class.map(|class| match class {
                WrittenClass::Idea => Class::Idea,
                WrittenClass::Entity => Class::Entity,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, read};
    use crate::model::choice::{Class, List};
    use crate::model::date::Date;
    use crate::model::problem::Explain;
    use crate::model::settings::Settings;
    use crate::model::source::Source;

    fn settings(text: &str) -> (Settings, Vec<String>) {
        let file = Source {
            path: FILE.into(),
            bytes: text.into(),
        };
        let mut problems = Vec::new();
        let today = Date::parse("2026-11-01").expect("a day");
        let settings = read(Some(&file), today, &mut problems);
        let shown = problems.iter().map(|problem| {
            let span = problem.place.span;
            format!(
                "{} at `{}`",
                problem.fact.code(),
                &text[span.start..span.end]
            )
        });
        (settings, shown.collect())
    }

    #[test]
    fn a_site_says_what_it_is_called_and_where_it_is_kept() {
        let (settings, problems) = settings(
            "title = 'A'\nbase_url = 'https://a.example'\n[repository]\nforge = 'codeberg'\nurl = 'https://codeberg.org/a/b/'\n",
        );
        assert_eq!(problems, [""; 0]);
        assert_eq!(settings.headline, ["A"]);
        assert_eq!(
            settings.base_url.expect("given").as_str(),
            "https://a.example/"
        );
        assert_eq!(
            settings
                .repository
                .expect("given")
                .edit_url("concepts/a b.md"),
            "https://codeberg.org/a/b/_edit/main/content/concepts/a%20b.md"
        );
    }

    #[test]
    fn a_site_may_add_values_to_the_lists() {
        let (settings, problems) = settings(
            "[[lists.kind]]\nvalue = 'strike'\nlabel = 'Strike'\ndefinition = 'Work laid down.'\nclass = 'entity'\n",
        );
        assert_eq!(problems, [""; 0]);
        assert_eq!(settings.lists.class("strike"), Class::Entity);
        assert_eq!(settings.lists.label(List::Kind, "strike"), "Strike");
    }

    #[test]
    fn every_mistake_is_found_with_its_place() {
        let (_, problems) = settings(
            "base_url = 'a'\n[repository]\nforge = 'svn'\nurl = 'x'\n[[lists.sectr]]\nvalue = 'a'\nlabel = 'A'\ndefinition = ''\n",
        );
        assert_eq!(
            problems,
            [
                "bad-settings-url at `'a'`",
                "unknown-forge at `'svn'`",
                "bad-settings-url at `'x'`",
                "unknown-list at `sectr`",
            ]
        );
        let (_, problems) = settings("titel = 'A'\n");
        assert_eq!(problems, ["bad-settings at `titel`"]);
    }
}
