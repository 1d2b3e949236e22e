//! BibTeX: `@misc` with `url` and `urldate`, which BibTeX, biber and reference managers all read.

use crate::explore::export::bibliography::{Work, works};
use crate::explore::export::{Made, Set};
use crate::explore::phrase::counted;

/// The file of a set's sources.
pub(super) fn bibtex(set: &Set<'_>) -> Made {
    let works = works(set);
    let mut text = String::new();
    for work in &works {
        push_work(&mut text, work);
    }
    Made {
        text,
        count: works.len(),
        holds: counted(works.len(), "source", "sources"),
    }
}

fn push_work(out: &mut String, work: &Work<'_>) {
    out.push_str("@misc{");
    out.push_str(&work.key);
    // The inner braces keep capitals as they are.
    push_field(out, "title", &format!("{{{}}}", escaped(work.title)));
    if let Some(url) = work.url {
        // Taken as it stands: a checked URL has neither braces nor backslashes.
        push_field(out, "url", url.as_str());
    }
    if let Some(day) = work.accessed {
        push_field(out, "urldate", &day.to_string());
    }
    push_field(out, "note", &escaped(&work.note()));
    out.push_str("\n}\n\n");
}

fn push_field(out: &mut String, name: &str, value: &str) {
    out.push_str(",\n  ");
    out.push_str(name);
    out.push_str(" = {");
    out.push_str(value);
    out.push('}');
}

/// Text for LaTeX. Braces are written as commands, since BibTeX counts even `\{`.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            control if control.is_control() => out.push(' '),
            plain => out.push(plain),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn signs_of_latex_are_escaped() {
        let check = |text, expect| assert_eq!(escaped(text), expect);
        check("50% & $1 #2 a_b", "50\\% \\& \\$1 \\#2 a\\_b");
        check(
            "{x}\\",
            "{\\textbraceleft}x{\\textbraceright}{\\textbackslash}",
        );
        check("~^", "{\\textasciitilde}{\\textasciicircum}");
        check("São\nPaulo", "São Paulo");
    }
}
