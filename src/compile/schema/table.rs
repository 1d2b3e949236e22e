//! THE table: what front matter may hold. Reader, unknown-key check and JSON Schema all derive from it.

use crate::compile::schema::{Field, Need, Place, Shape, field};
use crate::model::choice::List;

const TEXTS: Shape = Shape::List(&Shape::Text);
const URLS: Shape = Shape::List(&Shape::Url);

/// The fields of an entry.
pub(crate) const ENTRY: &[Field] = &[
    field("title", Shape::Text, "The name of the entry.").needed(Need::Always),
    field(
        "kind",
        Shape::Choice(List::Kind),
        "What sort of thing it is.",
    )
    .needed(Need::Always),
    field(
        "summary",
        Shape::Text,
        "One sentence of at most 200 characters.",
    )
    .needed(Need::Always),
    field(
        "sources",
        Shape::List(&Shape::Group(SOURCE)),
        "Where its claims come from.",
    )
    .needed(Need::Claims),
    field(
        "verified",
        Shape::Date,
        "The day on which somebody last checked it against its sources.",
    ),
    field(
        "status",
        Shape::Choice(List::Status),
        "Where it stands in its life.",
    )
    .needed(Need::Entities)
    .found_on(Place::Entities),
    field(
        "domain",
        Shape::Choice(List::Domain),
        "Whether its home is the network, the ground, or both.",
    )
    .needed(Need::Entities),
    field("url", Shape::Url, "Its own website.").needed(Need::EntitiesUnless("url_withheld")),
    field(
        "url_withheld",
        Shape::Flag,
        "True where the website is left out on purpose, or there is none.",
    ),
    field("aliases", TEXTS, "Other names; links may use them."),
    field(
        "synonyms",
        TEXTS,
        "Words that people search for; links may not use them.",
    ),
    field(
        "same_as",
        URLS,
        "Pages about the same thing in other directories.",
    ),
    field("image", Shape::Group(IMAGE), "A picture."),
    field("lang", Shape::Language, "The language of the text."),
    field(
        "redirect_from",
        TEXTS,
        "Old ids; a page that forwards is written for each.",
    ),
    field(
        "distinct_from",
        TEXTS,
        "Ids of entries with a similar name that are something else.",
    ),
    field(
        "approach",
        Shape::Choice(List::Approach),
        "Which half of dual power it belongs to.",
    ),
    field(
        "sector",
        Shape::List(&Shape::Choice(List::Sector)),
        "What it works on.",
    ),
    field("scale", Shape::Choice(List::Scale), "How far it reaches."),
    field(
        "governance",
        Shape::List(&Shape::Choice(List::Governance)),
        "How it decides.",
    ),
    field(
        "legal_form",
        Shape::Choice(List::LegalForm),
        "What it is before the law.",
    ),
    field("tags", TEXTS, "Free words."),
    field("founded", Shape::Edtf, "When it began."),
    field("ended", Shape::Edtf, "When it ended."),
    field("status_note", Shape::Text, "A few words about its status."),
    field("place", Shape::Text, "The city or village."),
    field("region", Shape::Text, "The state, province or region."),
    field("country", Shape::Country, "The country's two-letter code."),
    field(
        "area_served",
        Shape::List(&Shape::Area),
        "Where it works: country codes or names.",
    ),
    field(
        "location_precision",
        Shape::Choice(List::Precision),
        "How exactly its place may be shown.",
    ),
    field("geo", Shape::Group(GEO), "Coordinates; only with consent."),
    field(
        "location_consent",
        Shape::Flag,
        "True where the group agreed that its place is shown.",
    ),
    field(
        "at_risk",
        Shape::Flag,
        "True where being found could harm the group.",
    ),
    field(
        "links",
        Shape::List(&Shape::Group(LINK)),
        "Other pages of its own.",
    ),
    field("feed", Shape::Url, "Its RSS or Atom feed."),
    field(
        "contact_form",
        Shape::Contact,
        "A page through which it can be reached.",
    ),
    field(
        "email",
        Shape::Email,
        "A shared role address; only with consent.",
    ),
    field(
        "contact_consent",
        Shape::Flag,
        "True where the group agreed that its address is shown.",
    ),
    field(
        "offers",
        Shape::List(&Shape::Group(EXCHANGE)),
        "What it offers to others.",
    ),
    field(
        "seeks",
        Shape::List(&Shape::Group(EXCHANGE)),
        "What it looks for.",
    ),
    field(
        "added",
        Shape::Date,
        "The day on which the entry was written.",
    ),
    field(
        "updated",
        Shape::Date,
        "The day on which it was last changed.",
    ),
    field(
        "verified_by",
        Shape::Text,
        "The handle of whoever checked it.",
    ),
    field(
        "verify_every",
        Shape::Number,
        "Days after which it should be checked again.",
    ),
    field(
        "confidence",
        Shape::Choice(List::Confidence),
        "How sure the entry is as a whole.",
    ),
    field(
        "disputed",
        Shape::List(&Shape::Group(DISPUTE)),
        "Claims that sources do not agree on.",
    ),
    field(
        "relations",
        Shape::List(&Shape::Group(RELATION)),
        "How it is connected to other entries.",
    ),
    field(
        "steps",
        Shape::List(&Shape::Group(STEP)),
        "The entries of a trail, in order.",
    )
    .needed(Need::Trails)
    .found_on(Place::Trails),
    field(
        "draft",
        Shape::Flag,
        "True where it is not to be published yet.",
    ),
    field(
        "publish",
        Shape::Flag,
        "False where it is not to be published.",
    ),
];

/// A source.
const SOURCE: &[Field] = &[
    field("title", Shape::Text, "What it is called, and by whom.").needed(Need::Always),
    field("url", Shape::Url, "Where it can be read."),
    field("accessed", Shape::Date, "The day on which it was read."),
    field("archived_url", Shape::Url, "A copy that stays."),
];

/// A picture.
const IMAGE: &[Field] = &[
    field("src", Shape::Text, "A file of the content folder.").needed(Need::Always),
    field(
        "alt",
        Shape::Text,
        "What it shows, in words; empty where it only decorates.",
    ),
    field("license", Shape::Text, "Under which licence."),
    field("credit", Shape::Text, "Who made it."),
];

/// Coordinates.
const GEO: &[Field] = &[
    field("lat", Shape::Degrees(90), "Degrees north.").needed(Need::Always),
    field("lon", Shape::Degrees(180), "Degrees east.").needed(Need::Always),
];

/// A link of the entry's own.
const LINK: &[Field] = &[
    field("rel", Shape::Choice(List::LinkRel), "What is found there.").needed(Need::Always),
    field("url", Shape::Url, "Where it leads.").needed(Need::Always),
];

/// Something offered or sought.
const EXCHANGE: &[Field] = &[
    field("title", Shape::Text, "What it is.").needed(Need::Always),
    field(
        "type",
        Shape::Choice(List::ExchangeType),
        "What sort of thing.",
    )
    .needed(Need::Always),
    field(
        "terms",
        Shape::Choice(List::ExchangeTerms),
        "On which terms.",
    ),
    field("details_url", Shape::Url, "Where to read more."),
    field("expires", Shape::Date, "The last day on which it holds."),
];

/// A disputed claim.
const DISPUTE: &[Field] = &[
    field("claim", Shape::Text, "What is disputed.").needed(Need::Always),
    field("note", Shape::Text, "How sources differ."),
    field(
        "sources",
        Shape::List(&Shape::Number),
        "The numbers of those sources, from 1.",
    ),
];

/// A relation.
const RELATION: &[Field] = &[
    field("type", Shape::Relation, "How the two are connected.").needed(Need::Always),
    field("to", Shape::Text, "The other entry's id."),
    field(
        "ext",
        Shape::Text,
        "The name of something that the directory does not list.",
    ),
    field("since", Shape::Edtf, "When it began."),
    field("until", Shape::Edtf, "When it ended."),
    field("note", Shape::Text, "A few words about it."),
    field("source", Shape::Number, "The number of a source, from 1."),
];

/// A step of a trail.
const STEP: &[Field] = &[
    field("to", Shape::Text, "The id of the entry to read.").needed(Need::Always),
    field("note", Shape::Text, "Why this step."),
];

/// The fields of a plain note that are read; all others are left alone.
pub(crate) const NOTE: &[Field] = &[
    field("title", Shape::Text, "The title, if not the file's name."),
    field("tags", TEXTS, "Free words."),
    field("tag", TEXTS, "The same."),
    field("aliases", TEXTS, "Other names; links may use them."),
    field("alias", TEXTS, "The same."),
    field("created", Shape::LooseDate, "When it was made."),
    field("date", Shape::LooseDate, "The same."),
    field("modified", Shape::LooseDate, "When it was last changed."),
    field("updated", Shape::LooseDate, "The same."),
    field("lastmod", Shape::LooseDate, "The same."),
    field("last-modified", Shape::LooseDate, "The same."),
    field("description", Shape::Text, "One sentence about it."),
    field(
        "draft",
        Shape::LooseFlag,
        "True where it is not to be published yet.",
    ),
    field(
        "publish",
        Shape::LooseFlag,
        "False where it is not to be published.",
    ),
    field(
        "permalink",
        Shape::Text,
        "An old address that forwards here.",
    ),
    field("lang", Shape::Language, "The language of the text."),
];
