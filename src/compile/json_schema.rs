//! The table of fields as JSON Schema, for completion and checks in editors.

use serde_json::{Map, Value, json};

use crate::compile::schema::{self, Field, Need, Place, Shape};
use crate::model::choice::{Choice, Class, List, Lists};
use crate::model::country;
use crate::model::relation;
use crate::model::settings::Settings;

/// The schema of an entry's front matter as JSON text (draft 2020-12), with the lists of this site.
pub fn json_schema(settings: &Settings) -> String {
    let lists = &settings.lists;
    let mut root = group(schema::ENTRY, lists);
    root.insert(
        "$schema".into(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    root.insert("title".into(), json!("Front matter of an entry"));
    let classes = [Class::Idea, Class::Entity, Class::Trail];
    let rules: Vec<Value> = classes.map(|class| of_class(class, lists)).into();
    root.insert("allOf".into(), json!(rules));
    format!("{:#}\n", Value::Object(root))
}

/// An object that holds these fields and no others.
fn group(fields: &[Field], lists: &Lists) -> Map<String, Value> {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|field| (field.name.to_owned(), property(field, lists)))
        .collect();
    let required = fields.iter().filter(|field| field.need == Need::Always);
    let required: Vec<_> = required.map(|field| field.name).collect();
    Map::from_iter([
        ("type".into(), json!("object")),
        ("properties".into(), json!(properties)),
        ("required".into(), json!(required)),
        ("additionalProperties".into(), json!(false)),
    ])
}

fn property(field: &Field, lists: &Lists) -> Value {
    let mut property = shape(field.shape, lists);
    if let Value::Object(parts) = &mut property {
        parts.insert("description".into(), json!(field.doc));
    }
    property
}

fn shape(shape: Shape, lists: &Lists) -> Value {
    match shape {
        Shape::Text | Shape::Area | Shape::LooseDate => json!({ "type": "string" }),
        Shape::Flag | Shape::LooseFlag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 1 }),
        Shape::Degrees(limit) => {
            let limit = i16::from(limit);
            json!({ "type": "number", "minimum": -limit, "maximum": limit })
        }
        Shape::Date => json!({ "type": "string", "format": "date" }),
        // A bare year is a number to YAML.
        Shape::Edtf => json!({
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$",
        }),
        Shape::Url => {
            json!({ "type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?|ipfs|ipns)://" })
        }
        Shape::Contact => json!({
            "type": "string",
            "pattern": "^(([Hh][Tt][Tt][Pp][Ss]?|ipfs|ipns)://|mailto:)",
        }),
        Shape::Email => json!({ "type": "string", "format": "email" }),
        Shape::Country => {
            let countries = country::all();
            constants(countries.iter().map(|(code, name)| (*code, *name, *name)))
        }
        Shape::Language => {
            json!({ "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" })
        }
        Shape::Choice(list) => choices(list, lists),
        Shape::Relation => {
            let types = relation::ALL.iter();
            constants(types.map(|kind| (kind.name, kind.label, kind.definition)))
        }
        Shape::List(inner) => {
            let item = self::shape(*inner, lists);
            json!({ "anyOf": [{ "type": "array", "items": item.clone() }, item] })
        }
        Shape::Group(fields) => Value::Object(group(fields, lists)),
    }
}

fn choices(list: List, lists: &Lists) -> Value {
    let row = |choice: &Choice| {
        (
            choice.value.clone(),
            choice.label.clone(),
            choice.definition.clone(),
        )
    };
    constants(lists.of(list).iter().map(row))
}

/// One of these values; editors show title and description beside each.
fn constants<T: Into<String>>(rows: impl Iterator<Item = (T, T, T)>) -> Value {
    let constant = |(value, title, description): (T, T, T)| {
        let (value, title, description) = (value.into(), title.into(), description.into());
        json!({ "const": value, "title": title, "description": description })
    };
    json!({ "oneOf": rows.map(constant).collect::<Vec<_>>() })
}

/// What entries of one class must have, and must not.
fn of_class(class: Class, lists: &Lists) -> Value {
    let kinds = lists.of(List::Kind).iter();
    let kinds = kinds.filter(|choice| choice.class == Some(class));
    let kinds: Vec<_> = kinds.map(|choice| &choice.value).collect();
    let required: Vec<_> = schema::ENTRY
        .iter()
        .filter(|field| field.need != Need::Always && field.need.of(class, |_| true))
        .map(|field| field.name)
        .collect();
    let either: Vec<Value> = schema::ENTRY
        .iter()
        .filter_map(|field| unless(field, class))
        .collect();
    let refused = schema::ENTRY
        .iter()
        .filter(|field| !belongs(field.place, class));
    let refused: Map<String, Value> = refused
        .map(|field| (field.name.to_owned(), json!(false)))
        .collect();
    json!({
        "if": { "properties": { "kind": { "enum": kinds } } },
        "then": { "required": required, "properties": refused, "allOf": either },
    })
}

/// A field that may be left out where a flag is set.
fn unless(field: &Field, class: Class) -> Option<Value> {
    let Need::EntitiesUnless(flag) = field.need else {
        return None;
    };
    (class == Class::Entity).then(|| {
        let flagged = json!({ "required": [flag], "properties": { flag: { "const": true } } });
        json!({ "anyOf": [{ "required": [field.name] }, flagged] })
    })
}

fn belongs(place: Place, class: Class) -> bool {
    match place {
        Place::Anywhere => true,
        Place::Entities => class == Class::Entity,
        Place::Trails => class == Class::Trail,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::json_schema;
    use crate::compile::check::testing::settings;
    use crate::compile::schema;

    #[test]
    fn the_schema_has_every_field_and_every_value() {
        let text = json_schema(&settings());
        let json: Value = serde_json::from_str(&text).expect("it is JSON");
        for field in schema::ENTRY {
            let property = &json["properties"][field.name];
            assert_eq!(property["description"], json!(field.doc));
        }
        let kind = &json["properties"]["kind"]["oneOf"];
        assert_eq!(kind[0]["const"], json!("concept"));
        assert_eq!(json["required"], json!(["title", "kind", "summary"]));
        assert_eq!(
            json["allOf"][1]["then"]["required"],
            json!(["sources", "status", "domain"])
        );
        assert_eq!(
            json["allOf"][0]["then"]["properties"],
            json!({ "status": false, "steps": false })
        );
        assert_eq!(text, json_schema(&settings()));
    }
}
