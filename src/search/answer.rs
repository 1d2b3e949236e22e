//! The question and the answer, and both as text: they travel between two WebAssembly modules.

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// As typed.
    pub text: String,
    /// Values chosen beside the field, as in `kind:concept`.
    pub filters: Vec<Filter>,
    /// Words that were typed and are meant as they stand: corrections that were refused.
    pub refused: Vec<String>,
    /// How many hits to give at most.
    pub most: u32,
    /// Whether facet counts are wanted.
    pub facets: bool,
}

/// A value that pages must have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// The facet's name.
    pub facet: String,
    /// The value.
    pub value: String,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// How far it goes.
    pub state: State,
    /// How many pages there are in all.
    pub total: u32,
    /// Whether there may be more than `total`: a phrase was looked for in the best pages only.
    pub at_least: bool,
    /// The best of them: first those found by a name, then those found by their text. What stands at a place in one answer
    /// stands there in every later answer to the same question.
    pub hits: Vec<Hit>,
    /// Words that were looked for in place of typed ones.
    pub corrections: Vec<Correction>,
    /// Facets with counts over all pages that were found, where they were asked for.
    pub facets: Vec<FacetCounts>,
    /// Where nothing was found: queries that find something.
    pub proposals: Vec<Proposal>,
    /// Forms to mark on a page that is opened from here.
    pub marks: Vec<String>,
}

/// How far an answer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Names are still being looked up.
    #[default]
    Names,
    /// Names are there, the full text is still coming.
    Texts,
    /// Nothing is missing.
    Complete,
    /// Something could not be had: what is here is what could.
    Partial,
}

/// A page that was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hit {
    /// Its address, below the site's root.
    pub address: String,
    /// How it was found.
    pub by: By,
    /// The label of its kind; may be empty.
    pub kind: String,
    /// The value of its approach; may be empty.
    pub approach: String,
    /// The titles of its folders, outermost first.
    pub crumbs: Vec<String>,
    /// Its title.
    pub title: Vec<Piece>,
    /// The alias or synonym that was matched; empty where it was the title or the text.
    pub other_name: Vec<Piece>,
    /// For a name its summary, for a text the best passage; may be empty.
    pub excerpt: Vec<Piece>,
    /// The anchor of the best passage's section; may be empty.
    pub anchor: String,
    /// Other sections that were found, best first; only for a hit by text.
    pub places: Vec<Place>,
}

/// How a page was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// By its title, an alias or a synonym.
    #[default]
    Name,
    /// By its text.
    Text,
}

/// A section that was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Its anchor.
    pub anchor: String,
    /// Its heading.
    pub heading: Vec<Piece>,
    /// Its best passage.
    pub excerpt: Vec<Piece>,
}

/// A stretch of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether the query matched it.
    pub marked: bool,
}

/// A word that was looked for in place of a typed one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// As typed, folded.
    pub typed: String,
    /// What was looked for.
    pub used: String,
}

/// A facet with counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// Its name as people type it.
    pub name: String,
    /// Its name as people read it.
    pub label: String,
    /// Its values, most pages first; chosen ones always, others where they would leave any.
    pub values: Vec<ValueCount>,
}

/// A value with its count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ValueCount {
    /// As people type it.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// How many pages there are with it, given what the other facets leave.
    pub pages: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A query to try instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// What to type.
    pub text: String,
    /// What it drops or changes, in words: `without “church”`, `in all countries`.
    pub label: String,
    /// The filters that stay.
    pub filters: Vec<Filter>,
    /// How many pages it finds.
    pub pages: u32,
}

impl Question {
    /// The question as text.
    pub fn encode(&self) -> String {
        unimplemented!("engineer Q")
    }

    /// The question of a text; nothing where it is none.
    pub fn decode(text: &str) -> Option<Question> {
        let _ = text;
        unimplemented!("engineer Q")
    }
}

impl Answer {
    /// The answer as text.
    pub fn encode(&self) -> String {
        unimplemented!("engineer Q")
    }

    /// The answer of a text; nothing where it is none.
    pub fn decode(text: &str) -> Option<Answer> {
        let _ = text;
        unimplemented!("engineer Q")
    }
}
