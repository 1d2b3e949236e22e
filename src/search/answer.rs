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
    /// Whether all pages are wanted by number, and no hits: see [`Answer::docs`].
    pub docs: bool,
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
    /// Where they were asked for instead of hits: the numbers in the index of all pages that were found, best first.
    pub docs: Vec<u32>,
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
        encode(self)
    }

    /// The question of a text; nothing where it is none.
    pub fn decode(text: &str) -> Option<Question> {
        decode(text)
    }
}

impl Answer {
    /// The answer as text.
    pub fn encode(&self) -> String {
        encode(self)
    }

    /// The answer of a text; nothing where it is none.
    pub fn decode(text: &str) -> Option<Answer> {
        decode(text)
    }
}

/// What travels: fields in their order, each closed by a tab, where `\t`, `\n`, `\\` stand for what they stand for in
/// Rust. A list is the number of its items, closed by a line end, and then the items.
trait Travels: Sized {
    fn write(&self, to: &mut String);
    fn read(from: &mut &str) -> Option<Self>;
}

fn encode(value: &impl Travels) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text
}

fn decode<T: Travels>(mut text: &str) -> Option<T> {
    let value = T::read(&mut text)?;
    text.is_empty().then_some(value)
}

/// Both directions of a struct, field by field.
macro_rules! travels {
    ($($name:ident { $($field:ident),+ })+) => { $(
        impl Travels for $name {
            fn write(&self, to: &mut String) {
                $(self.$field.write(to);)+
            }

            fn read(from: &mut &str) -> Option<$name> {
                Some($name { $($field: Travels::read(from)?),+ })
            }
        }
    )+ };
}

travels! {
    Question { text, filters, refused, most, facets, docs }
    Filter { facet, value }
    Answer { state, total, at_least, hits, corrections, facets, proposals, marks, docs }
    Hit { address, by, kind, approach, crumbs, title, other_name, excerpt, anchor, places }
    Place { anchor, heading, excerpt }
    Piece { text, marked }
    Correction { typed, used }
    FacetCounts { name, label, values }
    ValueCount { value, label, pages, chosen }
    Proposal { text, label, filters, pages }
}

impl Travels for String {
    fn write(&self, to: &mut String) {
        for c in self.chars() {
            match c {
                '\t' => to.push_str("\\t"),
                '\n' => to.push_str("\\n"),
                '\\' => to.push_str("\\\\"),
                plain => to.push(plain),
            }
        }
        to.push('\t');
    }

    fn read(from: &mut &str) -> Option<String> {
        let mut text = String::new();
        let mut chars = field(from, b'\t')?.chars();
        while let Some(c) = chars.next() {
            text.push(match c {
                '\\' => match chars.next()? {
                    't' => '\t',
                    'n' => '\n',
                    '\\' => '\\',
                    _unknown => return None,
                },
                plain => plain,
            });
        }
        Some(text)
    }
}

impl Travels for u32 {
    fn write(&self, to: &mut String) {
        push_number(*self, to);
        to.push('\t');
    }

    fn read(from: &mut &str) -> Option<u32> {
        number(field(from, b'\t')?)
    }
}

impl<T: Travels> Travels for Vec<T> {
    fn write(&self, to: &mut String) {
        push_number(u32::try_from(self.len()).unwrap_or(u32::MAX), to);
        to.push('\n');
        for item in self {
            item.write(to);
        }
    }

    fn read(from: &mut &str) -> Option<Vec<T>> {
        // The number is not believed: the items must be there, and each takes some of the text.
        let count = number(field(from, b'\n')?)?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(T::read(from)?);
        }
        Some(items)
    }
}

impl Travels for bool {
    fn write(&self, to: &mut String) {
        u32::from(*self).write(to);
    }

    fn read(from: &mut &str) -> Option<bool> {
        one_of(&[false, true], from)
    }
}

impl Travels for State {
    fn write(&self, to: &mut String) {
        (*self as u32).write(to);
    }

    fn read(from: &mut &str) -> Option<State> {
        let all = [State::Names, State::Texts, State::Complete, State::Partial];
        one_of(&all, from)
    }
}

impl Travels for By {
    fn write(&self, to: &mut String) {
        (*self as u32).write(to);
    }

    fn read(from: &mut &str) -> Option<By> {
        one_of(&[By::Name, By::Text], from)
    }
}

fn one_of<T: Copy>(all: &[T], from: &mut &str) -> Option<T> {
    let index = u32::read(from)?;
    all.get(usize::try_from(index).ok()?).copied()
}

/// What stands before the next `end`, taken off.
fn field<'a>(from: &mut &'a str, end: u8) -> Option<&'a str> {
    let at = from.bytes().position(|byte| byte == end)?;
    let field = from.get(..at)?;
    *from = from.get(at + 1..)?;
    Some(field)
}

/// In decimals; the standard library's way weighs several kilobytes in the engine.
pub(crate) fn push_number(number: u32, to: &mut String) {
    if number > 9 {
        push_number(number / 10, to);
    }
    to.extend(char::from_digit(number % 10, 10));
}

fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.chars().try_fold(0_u32, |number, c| {
        number.checked_mul(10)?.checked_add(c.to_digit(10)?)
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, any};
    use proptest::sample::Index;
    use proptest::{prop_assert_eq, prop_oneof, proptest};

    use super::{
        Answer, By, Correction, FacetCounts, Filter, Hit, Piece, Place, Proposal, Question, State,
        ValueCount,
    };

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[\\\\\t\nnt0-9]{0,6}"]
    }

    fn pieces() -> impl Strategy<Value = Vec<Piece>> {
        let piece = (text(), any::<bool>()).prop_map(|(text, marked)| Piece { text, marked });
        vec(piece, 0..3)
    }

    fn filters() -> impl Strategy<Value = Vec<Filter>> {
        let filter = (text(), text()).prop_map(|(facet, value)| Filter { facet, value });
        vec(filter, 0..3)
    }

    fn question() -> impl Strategy<Value = Question> {
        let refused = vec(text(), 0..3);
        let wanted = (any::<u32>(), any::<bool>(), any::<bool>());
        (text(), filters(), refused, wanted).prop_map(
            |(text, filters, refused, (most, facets, docs))| Question {
                text,
                filters,
                refused,
                most,
                facets,
                docs,
            },
        )
    }

    fn hit() -> impl Strategy<Value = Hit> {
        let place = (text(), pieces(), pieces()).prop_map(|(anchor, heading, excerpt)| Place {
            anchor,
            heading,
            excerpt,
        });
        let by = prop_oneof![Just(By::Name), Just(By::Text)];
        let plain = (text(), by, text(), text(), vec(text(), 0..3), text());
        let marked = (pieces(), pieces(), pieces(), vec(place, 0..3));
        (plain, marked).prop_map(|(plain, (title, other_name, excerpt, places))| {
            let (address, by, kind, approach, crumbs, anchor) = plain;
            Hit {
                address,
                by,
                kind,
                approach,
                crumbs,
                title,
                other_name,
                excerpt,
                anchor,
                places,
            }
        })
    }

    fn facets() -> impl Strategy<Value = Vec<FacetCounts>> {
        let value = (text(), text(), any::<u32>(), any::<bool>());
        let value = value.prop_map(|(value, label, pages, chosen)| ValueCount {
            value,
            label,
            pages,
            chosen,
        });
        let facet = (text(), text(), vec(value, 0..3));
        let facet = facet.prop_map(|(name, label, values)| FacetCounts {
            name,
            label,
            values,
        });
        vec(facet, 0..3)
    }

    fn answer() -> impl Strategy<Value = Answer> {
        let state = prop_oneof![
            Just(State::Names),
            Just(State::Texts),
            Just(State::Complete),
            Just(State::Partial)
        ];
        let correction = (text(), text()).prop_map(|(typed, used)| Correction { typed, used });
        let proposal = (text(), text(), filters(), any::<u32>());
        let proposal = proposal.prop_map(|(text, label, filters, pages)| Proposal {
            text,
            label,
            filters,
            pages,
        });
        let plain = (state, any::<u32>(), any::<bool>(), vec(text(), 0..3));
        let lists = (vec(hit(), 0..3), vec(correction, 0..3), facets());
        let docs = vec(any::<u32>(), 0..3);
        (plain, lists, vec(proposal, 0..3), docs).prop_map(
            |((state, total, at_least, marks), (hits, corrections, facets), proposals, docs)| {
                Answer {
                    state,
                    total,
                    at_least,
                    hits,
                    corrections,
                    facets,
                    proposals,
                    marks,
                    docs,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(question in question(), answer in answer()) {
            prop_assert_eq!(Question::decode(&question.encode()), Some(question));
            prop_assert_eq!(Answer::decode(&answer.encode()), Some(answer));
        }

        #[test]
        fn reading_never_panics(noise in any::<String>(), fields in "[\\\\0-9\t\nnt]*") {
            for text in [noise, fields] {
                let _ = Question::decode(&text);
                let _ = Answer::decode(&text);
            }
        }

        #[test]
        fn what_is_cut_off_is_nothing(answer in answer(), keep in any::<Index>()) {
            let text = answer.encode();
            let cut: String = text.chars().take(keep.index(text.chars().count())).collect();
            prop_assert_eq!(Answer::decode(&cut), None);
        }
    }

    #[test]
    fn a_question_is_plain_text() {
        let question = Question {
            text: "land\ttrust".to_owned(),
            filters: vec![Filter {
                facet: "kind".to_owned(),
                value: "concept".to_owned(),
            }],
            most: 8,
            ..Question::default()
        };
        assert_eq!(
            question.encode(),
            "land\\ttrust\t1\nkind\tconcept\t0\n8\t0\t0\t"
        );
        assert_eq!(Question::decode("4294967296\n"), None);
        assert_eq!(Question::decode("a\t4294967295\n"), None);
    }
}
