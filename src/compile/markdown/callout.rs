//! `> [!type]± title`: what a quote's first line says about it.

use crate::model::document::{CalloutKind, Fold};

/// The head of a callout.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Its type.
    pub(super) kind: CalloutKind,
    /// Whether it folds.
    pub(super) fold: Fold,
    /// What it is called where the author gives no title.
    pub(super) name: String,
    /// Length in bytes of all that stands before the title.
    pub(super) length: usize,
}

/// Reads the head of a quote whose source, from its first `>` on, is `quote`.
pub(super) fn head(quote: &str) -> Option<Head> {
    let line = quote.lines().next().unwrap_or_default();
    let inner = line.trim_start().strip_prefix('>')?;
    let rest = inner.trim_start_matches([' ', '\t']).strip_prefix("[!")?;
    let (words, after) = rest.split_once(']')?;
    if after.starts_with(['(', '[', ':']) {
        return None;
    }
    let word = words.split('|').next().unwrap_or_default();
    let sound = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if word.is_empty() || !word.chars().all(sound) {
        return None;
    }
    let (fold, title) = match after.as_bytes().first() {
        Some(b'-') => (Fold::Closed, &after[1..]),
        Some(b'+') => (Fold::Open, &after[1..]),
        _ => (Fold::Fixed, after),
    };
    let (kind, name) = kind(word);
    Some(Head {
        kind,
        fold,
        name,
        length: line.len() - title.trim_start_matches([' ', '\t']).len(),
    })
}

/// The type that `word` means, and what it is called.
fn kind(word: &str) -> (CalloutKind, String) {
    let lower = word.to_lowercase();
    let kind = match lower.as_str() {
        "note" => CalloutKind::Note,
        "abstract" | "summary" | "tldr" => CalloutKind::Abstract,
        "info" => CalloutKind::Info,
        "todo" => CalloutKind::Todo,
        "tip" | "hint" | "important" => CalloutKind::Tip,
        "success" | "check" | "done" => CalloutKind::Success,
        "question" | "help" | "faq" => CalloutKind::Question,
        "warning" | "caution" | "attention" => CalloutKind::Warning,
        "failure" | "fail" | "missing" => CalloutKind::Failure,
        "danger" | "error" => CalloutKind::Danger,
        "bug" => CalloutKind::Bug,
        "example" => CalloutKind::Example,
        "quote" | "cite" => CalloutKind::Quote,
        _ => return (CalloutKind::Note, capital(&lower)),
    };
    (kind, capital(kind.name()))
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::head;

    fn check(quote: &str, expect: &str) {
        let got = head(quote).map(|h| {
            let title = quote.lines().next().unwrap_or_default();
            format!(
                "{:?} {:?} {} | {}",
                h.kind,
                h.fold,
                h.name,
                &title[h.length..]
            )
        });
        assert_eq!(got.as_deref().unwrap_or("none"), expect, "{quote}");
    }

    #[test]
    fn types_aliases_and_folds_are_read() {
        check("> [!note] A *b*\n> c", "Note Fixed Note | A *b*");
        check(">[!TLDR]-", "Abstract Closed Abstract | ");
        check("> [!faq]+ Why?", "Question Open Question | Why?");
        check("> [!recipe|wide] ä", "Note Fixed Recipe | ä");
    }

    #[test]
    fn an_ordinary_quote_has_no_head() {
        check("> a", "none");
        check("> [!] a", "none");
        check("> [!note](a) b", "none");
        check("> [!a b] c", "none");
        check(">", "none");
    }
}
