//! Records: what a hit shows of a page.

use crate::model::entry::Approach;
use crate::search::format::Bad;
use crate::search::format::bytes::{Reader, push_count, push_number, push_texts, total};

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The page's address, below the site's root.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The number of its kind in the manifest; none for a note.
    pub kind: Option<u8>,
    /// Which half of dual power it belongs to.
    pub approach: Option<Approach>,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Words people also say for it.
    pub synonyms: Vec<String>,
    /// One sentence about it; may be empty.
    pub summary: String,
}

/// A block of records, before it is deflated.
pub fn encode(records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    push_count(records.len(), &mut out);
    for record in records {
        push_number(record.kind.map_or(0, |kind| u32::from(kind) + 1), &mut out);
    }
    out.extend(
        records
            .iter()
            .map(|record| approach_number(record.approach)),
    );
    for names in [aliases, synonyms] {
        for record in records {
            push_count(names(record).len(), &mut out);
        }
    }
    for text in [address, title, summary] {
        push_texts(records.iter().map(text), &mut out);
    }
    for names in [aliases, synonyms] {
        let all = records.iter().flat_map(names);
        push_texts(all.map(String::as_str), &mut out);
    }
    out
}

fn address(record: &Record) -> &str {
    &record.address
}

fn title(record: &Record) -> &str {
    &record.title
}

fn summary(record: &Record) -> &str {
    &record.summary
}

fn aliases(record: &Record) -> &Vec<String> {
    &record.aliases
}

fn synonyms(record: &Record) -> &Vec<String> {
    &record.synonyms
}

fn approach_number(approach: Option<Approach>) -> u8 {
    match approach {
        None => 0,
        Some(Approach::CounterPower) => 1,
        Some(Approach::CounterInstitution) => 2,
        Some(Approach::Both) => 3,
    }
}

fn approach(number: u8) -> Result<Option<Approach>, Bad> {
    match number {
        0 => Ok(None),
        1 => Ok(Some(Approach::CounterPower)),
        2 => Ok(Some(Approach::CounterInstitution)),
        3 => Ok(Some(Approach::Both)),
        _ => Err(Bad::Damaged),
    }
}

/// The records of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Vec<Record>, Bad> {
    let mut reader = Reader::new(bytes);
    let count = reader.count(size_of::<Record>())?;
    let kinds = reader.numbers(count)?;
    let approaches = reader.take(count)?;
    let alias_counts = reader.numbers(count)?;
    let synonym_counts = reader.numbers(count)?;
    let mut addresses = reader.texts(count)?.into_iter();
    let mut titles = reader.texts(count)?.into_iter();
    let mut summaries = reader.texts(count)?.into_iter();
    let mut aliases = reader.texts(total(&alias_counts))?.into_iter();
    let mut synonyms = reader.texts(total(&synonym_counts))?.into_iter();
    let mut records = Vec::with_capacity(count);
    for number in 0..count {
        let kind = kinds[number].checked_sub(1).map(u8::try_from);
        records.push(Record {
            address: addresses.next().unwrap_or_default(),
            title: titles.next().unwrap_or_default(),
            kind: kind.transpose().or(Err(Bad::Damaged))?,
            approach: approach(approaches[number])?,
            aliases: aliases
                .by_ref()
                .take(alias_counts[number] as usize)
                .collect(),
            synonyms: synonyms
                .by_ref()
                .take(synonym_counts[number] as usize)
                .collect(),
            summary: summaries.next().unwrap_or_default(),
        });
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::{
        Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
    };

    use super::{Record, decode, encode};
    use crate::model::entry::Approach;
    use crate::search::format::LARGEST_GROWTH;

    fn records() -> impl Strategy<Value = Vec<Record>> {
        let approach = prop_oneof![
            Just(None),
            Just(Some(Approach::CounterPower)),
            Just(Some(Approach::CounterInstitution)),
            Just(Some(Approach::Both)),
        ];
        let names = || vec(".{0,9}", 0..3);
        let texts = (".{0,9}", ".{0,9}", ".{0,9}");
        let record = (option::of(any::<u8>()), approach, names(), names(), texts);
        let record = record.prop_map(|(kind, approach, aliases, synonyms, texts)| Record {
            address: texts.0,
            title: texts.1,
            kind,
            approach,
            aliases,
            synonyms,
            summary: texts.2,
        });
        vec(record, 0..9)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(records in records()) {
            prop_assert_eq!(decode(&encode(&records)), Ok(records));
        }

        #[test]
        fn hostile_bytes_are_refused_or_stay_small(bytes: Vec<u8>) {
            let records = decode(&bytes).unwrap_or_default();
            prop_assert!(records.len() * size_of::<Record>() <= bytes.len() * LARGEST_GROWTH);
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(records in records(), at: usize, to: u8) {
            let mut bytes = encode(&records);
            let at = at % bytes.len();
            bytes[at] = to;
            let _ = decode(&bytes);
        }
    }
}
