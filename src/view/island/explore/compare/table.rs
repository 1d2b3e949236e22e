//! The comparison as a table, written as HTML and escaped here: as views of leptos it would weigh several times as much.

use crate::explore::compare::{Cell, Comparison, Group, Head, Line};
use crate::explore::export::xml::{escape, escaped};

/// The table; addresses count from `root`. Where nothing differs, a sentence.
pub(super) fn html(comparison: &Comparison, root: &str) -> String {
    if comparison.groups.is_empty() {
        return "<p class=\"nothing\">They say the same in every field.</p>".to_owned();
    }
    let mut html = String::from("<table><thead><tr><th scope=\"col\">Field</th>");
    for head in &comparison.heads {
        push_head(&mut html, head, root);
    }
    html.push_str("</tr></thead>");
    for group in &comparison.groups {
        push_group(&mut html, group, comparison.heads.len());
    }
    html.push_str("</table>");
    html
}

fn push_head(html: &mut String, head: &Head, root: &str) {
    html.push_str("<th scope=\"col\"><a href=\"");
    html.push_str(&escaped(&[root, &head.address].concat()));
    html.push_str("\">");
    escape(html, &head.title);
    html.push_str("</a> <span class=\"meta\">");
    escape(html, &head.kind);
    html.push_str("</span></th>");
}

fn push_group(html: &mut String, group: &Group, columns: usize) {
    html.push_str("<tbody><tr class=\"compare-group\"><th scope=\"rowgroup\" colspan=\"");
    html.push_str(&(columns + 1).to_string());
    html.push_str("\"><span>");
    escape(html, group.label);
    html.push_str("</span></th></tr>");
    for line in &group.lines {
        push_line(html, line);
    }
    html.push_str("</tbody>");
}

/// That cells differ is said by a sign, by words and by weight.
fn push_line(html: &mut String, line: &Line) {
    let (class, sign) = if line.differs {
        (
            " class=\"differs\"",
            " <span class=\"compare-sign\" aria-hidden=\"true\">≠</span><span class=\"visually-hidden\">, differs</span>",
        )
    } else {
        ("", "")
    };
    html.push_str("<tr");
    html.push_str(class);
    html.push_str("><th scope=\"row\">");
    escape(html, &line.label);
    html.push_str(sign);
    html.push_str("</th>");
    for cell in &line.cells {
        push_cell(html, cell);
    }
    html.push_str("</tr>");
}

fn push_cell(html: &mut String, cell: &Cell) {
    let class = if cell.values.is_empty() {
        "<td class=\"unstated\">"
    } else {
        "<td>"
    };
    html.push_str(class);
    escape(html, &cell.words());
    html.push_str("</td>");
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::explore::compare::{Cell, Comparison, Group, Head, Line};

    fn comparison() -> Comparison {
        let head = |title: &str| Head {
            title: title.into(),
            address: "networks/a/".into(),
            kind: "Network".into(),
        };
        let cell = |values: &[&str]| Cell {
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        Comparison {
            heads: vec![head("A & B"), head("C")],
            groups: vec![Group {
                label: "What it is",
                lines: vec![
                    Line {
                        label: "Status".into(),
                        cells: vec![cell(&["Active"]), cell(&["Active"])],
                        differs: false,
                    },
                    Line {
                        label: "Founded".into(),
                        cells: vec![cell(&["<2014>"]), cell(&[])],
                        differs: true,
                    },
                ],
            }],
            sentence: String::new(),
        }
    }

    fn check(expect: &str) {
        let html = html(&comparison(), "../");
        assert!(html.contains(expect), "no {expect} in {html}");
    }

    #[test]
    fn differences_are_signed_and_said() {
        check("<a href=\"../networks/a/\">A &amp; B</a>");
        check("<tr><th scope=\"row\">Status</th><td>Active</td><td>Active</td></tr>");
        check("<tr class=\"differs\"><th scope=\"row\">Founded <span class=\"compare-sign\"");
        check("<td>&lt;2014&gt;</td><td class=\"unstated\">not stated</td>");
        check("colspan=\"3\"");
    }

    #[test]
    fn where_nothing_is_left_that_is_said() {
        let nothing = html(&Comparison::default(), "");
        assert!(nothing.contains("say the same"), "{nothing}");
    }
}
