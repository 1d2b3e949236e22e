//! The bytes of version 1. Who changes what is written here changes [`VERSION`](super::manifest::VERSION) too, for readers
//! may hold a page of yesterday beside an index of today.

use super::facets::{Facet, Value};
use super::manifest::{ByDoc, ByKey, DocPack, KeyBlock, Manifest, Part, Place};
use super::names::{InName, Role, Sort};
use super::records::Record;
use super::terms::{List, Postings, Written, field};
use super::texts::{Passages, Text};
use super::vocabulary::Known;
use super::{facets, names, records, terms, texts, vocabulary};
use crate::model::entry::Approach;

fn check(bytes: &[u8], expect: &str) {
    let expect: String = expect.split_whitespace().collect();
    let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex.concat(), expect);
}

#[test]
fn manifest() {
    let by_key = |key: &str, start| ByKey {
        blocks: vec![KeyBlock {
            key: key.into(),
            place: Place {
                file: 1,
                start,
                length: 500,
            },
        }],
    };
    let by_doc = |file, lengths: &[u32]| ByDoc {
        docs_per_block: 4,
        packs: vec![DocPack {
            file,
            docs: 7,
            lengths: lengths.to_vec(),
        }],
    };
    let manifest = Manifest {
        docs: 7,
        kinds: vec![("tool".into(), "Tool".into())],
        folders: vec![("tools/".into(), "Tools".into())],
        files: vec![*b"abcdefgh", *b"ijklmnop"],
        records: by_doc(0, &[90, 70]),
        texts: by_doc(1, &[640, 320]),
        recent: vec![2, 5],
        parts: vec![Part {
            docs: 5,
            names: by_key("", 0),
            vocabulary: by_key("b", 500),
            terms: by_key("c", 1_000),
            facets: by_key("kind", 1_500),
        }],
    };
    check(
        &manifest.encode(),
        "436d6e5301070104746f6f6c04546f6f6c0106746f6f6c732f05546f6f6c73026162636465666768696a6b6c6d6e6f70 \
         040100070a08002804010107c0020100300248010501000001000100f40301008001000162010001f403f40301008001 \
         000163010001e807f4030100800100046b696e64010001dc0bf403010080",
    );
}

#[test]
fn names_of_a_block() {
    let name = InName {
        doc: 9,
        name: 0,
        sort: Sort::Title,
        place: 1,
        of: 3,
        role: Role::Word,
    };
    let other = InName {
        doc: 9,
        name: 2,
        sort: Sort::Synonym,
        place: 0,
        of: 2,
        role: Role::Initials,
    };
    let words = [
        ("land".into(), vec![name, other]),
        ("lane".into(), vec![name]),
    ];
    check(
        &names::encode(&words),
        "020a000304016c616e6465050361f22992e045e440",
    );
}

#[test]
fn records_of_a_block() {
    let record = Record {
        address: "tools/a/".into(),
        title: "A".into(),
        kind: Some(2),
        approach: Some(Approach::Both),
        aliases: vec!["b".into(), "é".into()],
        synonyms: vec!["c".into()],
        summary: "A tool.".into(),
    };
    check(
        &records::encode(&[record, Record::default()]),
        "0203000300020001000800746f6f6c732f612f01004107004120746f6f6c2e010262c3a90163",
    );
}

#[test]
fn terms_of_a_block() {
    let postings = Postings {
        docs: vec![3, 8],
        fields: vec![field::BODY, field::TITLE | field::HEADING],
        ends: vec![2, 3],
        passages: vec![0, 4, 1],
    };
    let common = Postings {
        docs: (0..40).collect(),
        fields: vec![field::SUMMARY; 40],
        ends: vec![0; 40],
        passages: Vec::new(),
    };
    let [rare, common] = [postings, common].map(|postings| List::new(&postings, 50));
    let written = [
        Written::Group(vec![("land".into(), rare.clone()), ("pland".into(), rare)]),
        Written::Group(vec![("lane".into(), common)]),
        Written::Elsewhere("last".into(), 3),
    ];
    let (bytes, dense) = terms::encode(&written, Some("p"), 50);
    check(
        &bytes,
        "012effffffffff0532492492492492492492492492492492492492492492492492492492492480009d12967d9d12967d \
         0232030003020401026c616e646573740000010301000005706c616e6402022826",
    );
    assert_eq!(dense, 48);
}

#[test]
fn texts_of_a_block() {
    let section = |anchor: &str, heading: &str, passage: &str| Passages {
        anchor: anchor.into(),
        heading: heading.into(),
        passages: vec![passage.into()],
    };
    let sections = vec![
        section("", "", "Words."),
        section("on-land", "On land!", "More."),
        section("other", "Same", ""),
    ];
    check(
        &texts::encode(&[Text { sections }]),
        "0101030101010000576f7264732e00004f6e206c616e6421004d6f72652e006f746865720053616d650000",
    );
}

#[test]
fn words_of_a_block() {
    let known = |form: &str, weight| Known {
        form: form.into(),
        weight,
    };
    let words = [known("land", 3), known("lande", 0), known("länd", 1)];
    check(
        &vocabulary::encode(&words),
        "030004010401046c616e6465c3a46e64030001",
    );
}

#[test]
fn facet_of_a_block() {
    let value = |value: &str, docs: &[u32]| Value {
        value: value.into(),
        label: value.to_uppercase(),
        docs: docs.to_vec(),
    };
    let facet = Facet {
        name: "kind".into(),
        label: "Kind".into(),
        values: vec![value("tool", &[0, 4, 5]), value("tools", &[2])],
    };
    check(
        &facets::encode(&facet),
        "04046b696e644b696e640200040401746f6f6c730405544f4f4c544f4f4c530603018cc0",
    );
}
