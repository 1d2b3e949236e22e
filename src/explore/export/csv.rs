//! CSV (RFC 4180): one entry to a row. Cells that a spreadsheet would run as a formula are made text.

use crate::explore::detail::{Detail, Exchange};
use crate::explore::export::Set;
use crate::model::entry::Approach;

/// A column: its name, and the cell of an entry.
type Column = (&'static str, fn(&Detail) -> String);

/// Several values of one cell are joined by this; none of the lists' own values holds it.
const BETWEEN: &str = "; ";

/// The columns of the file, after the page's own address on the web.
const COLUMNS: [Column; 34] = [
    ("id", |d| d.id.clone()),
    ("title", |d| d.title.clone()),
    ("kind", |d| d.kind.clone()),
    ("summary", |d| d.summary.clone()),
    ("language", |d| d.language.clone()),
    ("approach", |d| shown(d.approach.map(Approach::value))),
    ("status", |d| shown(d.status.as_ref())),
    ("status_note", |d| shown(d.status_note.as_ref())),
    ("domain", |d| shown(d.domain.as_ref())),
    ("sector", |d| d.sector.join(BETWEEN)),
    ("scale", |d| shown(d.scale.as_ref())),
    ("governance", |d| d.governance.join(BETWEEN)),
    ("legal_form", |d| shown(d.legal_form.as_ref())),
    ("founded", |d| shown(d.founded)),
    ("ended", |d| shown(d.ended)),
    ("place", |d| shown(d.place.as_ref())),
    ("region", |d| shown(d.region.as_ref())),
    ("country", |d| shown(d.country.as_ref())),
    ("area_served", |d| d.area_served.join(BETWEEN)),
    ("location_precision", |d| {
        shown(d.location_precision.as_ref())
    }),
    ("lat", |d| shown(d.lat.as_ref())),
    ("lon", |d| shown(d.lon.as_ref())),
    ("url", |d| shown(d.url.as_ref())),
    ("feed", |d| shown(d.feed.as_ref())),
    ("email", |d| shown(d.email.as_ref())),
    ("contact_form", |d| shown(d.contact_form.as_ref())),
    ("aliases", |d| d.aliases.join(BETWEEN)),
    ("tags", |d| d.tags.join(BETWEEN)),
    ("offers", |d| exchanges(&d.offers)),
    ("seeks", |d| exchanges(&d.seeks)),
    ("confidence", |d| shown(d.confidence.as_ref())),
    ("verified", |d| shown(d.verified)),
    ("added", |d| shown(d.added)),
    ("updated", |d| shown(d.updated)),
];

/// The file of a set.
pub fn csv(set: &Set<'_>) -> String {
    let mut text = String::new();
    let names = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    push_line(&mut text, names.chain(["page".to_owned()]));
    for taken in &set.entries {
        let detail = taken.detail;
        let page = set.page(detail).unwrap_or(detail.address.clone());
        let cells = COLUMNS.iter().map(|(_, cell)| cell(detail));
        push_line(&mut text, cells.chain([page]));
    }
    text
}

fn shown(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// `Tool library (good, lend, until 2027-01-01)`.
fn exchanges(exchanges: &[Exchange]) -> String {
    let one = |exchange: &Exchange| {
        let mut words = format!("{} ({}", exchange.title, exchange.kind);
        if let Some(terms) = &exchange.terms {
            words.push_str(", ");
            words.push_str(terms);
        }
        if let Some(day) = exchange.expires {
            words.push_str(", until ");
            words.push_str(&day.to_string());
        }
        words + ")"
    };
    let all: Vec<String> = exchanges.iter().map(one).collect();
    all.join(BETWEEN)
}

fn push_line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_cell(out, &cell);
    }
    out.push_str("\r\n");
}

/// Quotes every cell, and puts `'` before what a spreadsheet would run; numbers such as `-90.2` stay numbers.
fn push_cell(out: &mut String, cell: &str) {
    out.push('"');
    if runs(cell) {
        out.push('\'');
    }
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

/// Whether a spreadsheet may take it for a formula: it begins so, white space apart. Signs of full width count too.
fn runs(cell: &str) -> bool {
    let begins = |text: &str| text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_control = cell.starts_with(['\t', '\r', '\n']);
    is_control || (begins(cell.trim_start()) && !is_number(cell))
}

/// `-90.2`: a sign, digits, and perhaps a point and digits.
fn is_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    match plain.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::push_cell;

    fn check(cell: &str, expect: &str) {
        let mut out = String::new();
        push_cell(&mut out, cell);
        assert_eq!(out, expect);
    }

    #[test]
    fn no_cell_is_a_formula() {
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        check("@sum", "\"'@sum\"");
        check("+cmd|x", "\"'+cmd|x\"");
        check("-1+1", "\"'-1+1\"");
        check("-inf", "\"'-inf\"");
        check("\t=1", "\"'\t=1\"");
        check("  =1", "\"'  =1\"");
        check("＝1", "\"'＝1\"");
    }

    #[test]
    fn plain_cells_stay_as_they_are() {
        check("-90.2", "\"-90.2\"");
        check("a, b", "\"a, b\"");
        check("a = b", "\"a = b\"");
        check("", "\"\"");
    }
}
