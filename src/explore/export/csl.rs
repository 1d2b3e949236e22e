//! CSL-JSON: the sources for Zotero, Pandoc and citation processors.

use serde::Serialize;

use crate::explore::export::bibliography::{Work, works};
use crate::explore::export::{Made, Set};
use crate::explore::phrase::counted;
use crate::model::date::Date;

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    r#type: &'static str,
    title: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<When>,
    note: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct When {
    date_parts: [Vec<u16>; 1],
}

/// The file of a set's sources.
pub(super) fn csl(set: &Set<'_>) -> Made {
    let works = works(set);
    let items: Vec<Item<'_>> = works.iter().map(item).collect();
    let text = serde_json::to_string(&items).expect("strings and lists are always JSON");
    Made {
        text,
        count: works.len(),
        holds: counted(works.len(), "source", "sources"),
    }
}

fn item<'a>(work: &'a Work<'_>) -> Item<'a> {
    Item {
        id: &work.key,
        r#type: if work.url.is_some() {
            "webpage"
        } else {
            "document"
        },
        title: work.title,
        url: work.url.map(crate::model::url::Url::as_str),
        accessed: work.accessed.map(when),
        note: work.note(),
    }
}

fn when(day: Date) -> When {
    let day = day.to_string();
    let parts = day.split('-').filter_map(|part| part.parse().ok());
    When {
        date_parts: [parts.collect()],
    }
}
