//! Values of facets by number and numbers by value.

use crate::explore::catalog::{Catalog, Choices, Facet, Row};
use crate::explore::phrase::readable;
use crate::search::fold::fold;

/// The numbers of a row's values; none where the catalog lacks the facet.
pub fn values<'a>(catalog: &Catalog, row: &'a Row, facet: Facet) -> &'a [u16] {
    let mut facets = catalog.facets.iter();
    let at = facets.position(|choices| choices.facet == facet);
    let values = at.and_then(|at| row.values.get(at));
    values.map_or(&[], Vec::as_slice)
}

/// The value with this number, as written.
pub fn value(catalog: &Catalog, facet: Facet, number: u16) -> Option<&str> {
    let value = choices(catalog, facet)?.values.get(usize::from(number));
    value.map(|(value, _)| value.as_str())
}

/// The label of the value with this number; empty where there is none.
pub fn label(catalog: &Catalog, facet: Facet, number: u16) -> &str {
    let choices = choices(catalog, facet);
    let value = choices.and_then(|choices| choices.values.get(usize::from(number)));
    value.map_or("", |(_, label)| label.as_str())
}

/// The label of a value; where the catalog lacks it, its own letters made readable.
pub fn label_of(catalog: &Catalog, facet: Facet, value: &str) -> String {
    let mut known = choices(catalog, facet).into_iter().flat_map(|c| &c.values);
    let known = known.find(|(known, _)| known == value);
    known.map_or_else(|| readable(value), |(_, label)| label.clone())
}

/// The label of a type of what is exchanged: of offers or of needs.
pub fn exchange_label(catalog: &Catalog, value: &str) -> String {
    let [offers, seeks] = [Facet::Offers, Facet::Seeks]
        .map(|facet| choices(catalog, facet).map_or(&[][..], |choices| &choices.values));
    let known = offers.iter().chain(seeks).find(|(known, _)| known == value);
    known.map_or_else(|| readable(value), |(_, label)| label.clone())
}

/// The number of what a person wrote: a value or a label, whatever its case and diacritics.
pub fn number(catalog: &Catalog, facet: Facet, text: &str) -> Option<u16> {
    let wanted = fold(text);
    let values = &choices(catalog, facet)?.values;
    let exact = values.iter().position(|(value, _)| value == text);
    let at = exact.or_else(|| {
        let mut values = values.iter();
        values.position(|(value, label)| fold(value) == wanted || fold(label) == wanted)
    });
    at.and_then(|at| u16::try_from(at).ok())
}

/// The id of a row: the last segment of its address.
pub fn id(address: &str) -> &str {
    let address = address.trim_end_matches('/');
    address.rsplit('/').next().unwrap_or_default()
}

/// Whether a row has ended: it says when, or its status says so.
pub fn has_ended(catalog: &Catalog, row: &Row) -> bool {
    let status = values(catalog, row, Facet::Status).first();
    let status = status.and_then(|number| value(catalog, Facet::Status, *number));
    row.ended.is_some() || status == Some("ended")
}

/// The row with this id.
pub fn row_with_id(catalog: &Catalog, wanted: &str) -> Option<u32> {
    let mut rows = catalog.rows.iter();
    let at = rows.position(|row| id(&row.address) == wanted)?;
    u32::try_from(at).ok()
}

fn choices(catalog: &Catalog, facet: Facet) -> Option<&Choices> {
    let mut facets = catalog.facets.iter();
    facets.find(|choices| choices.facet == facet)
}

#[cfg(test)]
mod tests {
    use super::{exchange_label, id, label_of, number, row_with_id};
    use crate::explore::catalog::Facet;
    use crate::explore::sketch;

    #[test]
    fn a_value_is_found_by_value_and_by_label() {
        let catalog = sketch::catalog();
        let check = |facet, text, expect: Option<&str>| {
            let found = number(&catalog, facet, text);
            let found = found.and_then(|number| super::value(&catalog, facet, number));
            assert_eq!(found, expect, "{text}");
        };
        check(Facet::Country, "US", Some("US"));
        check(Facet::Country, "united states", Some("US"));
        check(Facet::Sector, "HOUSING", Some("housing"));
        check(Facet::Sector, "telepathy", None);
        check(Facet::LegalForm, "none", None);
    }

    #[test]
    fn labels_are_made_where_they_lack() {
        let catalog = sketch::catalog();
        assert_eq!(label_of(&catalog, Facet::Scale, "local"), "Local");
        assert_eq!(
            label_of(&catalog, Facet::LegalForm, "worker-coop"),
            "Worker coop"
        );
        assert_eq!(exchange_label(&catalog, "service"), "Service");
    }

    #[test]
    fn rows_go_by_the_last_segment_of_their_address() {
        assert_eq!(id("networks/mst/"), "mst");
        assert_eq!(id(""), "");
        assert_eq!(row_with_id(&sketch::catalog(), "nobody"), None);
    }
}
