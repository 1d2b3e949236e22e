//! Code to classed pieces. The only file that names `syntect`.
//!
//! Entry point: [`pieces`]. The grammars are read when the first block in a known language needs them.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use crate::model::document::CodePiece;

/// The longest code that is taken apart, in one file in all: grammars are slow, and a reader reads no more.
pub(crate) const LONGEST: usize = 32 * 1024;

/// The longest line: grammars look ahead, and minified code would make them slow.
const LONGEST_LINE: usize = 1_000;

/// The names of the languages that the grammars know, as written after a fence.
const LANGUAGES: [&str; 58] = [
    "bash",
    "bat",
    "bibtex",
    "c",
    "c++",
    "clj",
    "clojure",
    "cpp",
    "cs",
    "c#",
    "csharp",
    "css",
    "d",
    "diff",
    "dot",
    "erlang",
    "erl",
    "go",
    "golang",
    "groovy",
    "haskell",
    "hs",
    "html",
    "java",
    "javascript",
    "js",
    "json",
    "latex",
    "lisp",
    "lua",
    "makefile",
    "make",
    "markdown",
    "matlab",
    "md",
    "ml",
    "ocaml",
    "pascal",
    "patch",
    "perl",
    "php",
    "pl",
    "py",
    "python",
    "r",
    "rb",
    "rs",
    "rst",
    "ruby",
    "rust",
    "scala",
    "sh",
    "shell",
    "sql",
    "tex",
    "xml",
    "yaml",
    "yml",
];

/// What is told apart, by the outer names of scopes; the innermost scope that is named here counts.
const CLASSES: [(&str, &str); 25] = [
    ("comment", "hl-comment"),
    ("string", "hl-string"),
    ("constant.character", "hl-string"),
    ("constant.numeric", "hl-number"),
    ("constant", "hl-constant"),
    ("variable.language", "hl-constant"),
    ("support.constant", "hl-constant"),
    ("keyword.operator", ""),
    ("keyword", "hl-keyword"),
    ("storage", "hl-keyword"),
    ("entity.name.function", "hl-function"),
    ("support.function", "hl-function"),
    ("variable.function", "hl-function"),
    ("entity.name.tag", "hl-tag"),
    ("entity.name.section", "hl-type"),
    ("entity.name", "hl-type"),
    ("entity.other.inherited-class", "hl-type"),
    ("support.type.property-name", "hl-attribute"),
    ("support.type", "hl-type"),
    ("support.class", "hl-type"),
    ("entity.other.attribute-name", "hl-attribute"),
    ("variable.parameter", "hl-variable"),
    ("variable.other.readwrite", "hl-variable"),
    ("markup.inserted", "hl-inserted"),
    ("markup.deleted", "hl-deleted"),
];

static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

static SCOPES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    let scope = |(name, class): &(&str, &'static str)| Some((Scope::new(name).ok()?, *class));
    CLASSES.iter().filter_map(scope).collect()
});

/// Cuts `code` into pieces; into one where its language is unknown or it is long.
pub(crate) fn pieces(language: &str, code: String) -> Vec<CodePiece> {
    let short = code.len() <= LONGEST && code.lines().all(|line| line.len() <= LONGEST_LINE);
    if !short || !LANGUAGES.contains(&language) {
        return plain(code);
    }
    let grammar = GRAMMARS.find_syntax_by_token(token(language));
    grammar
        .and_then(|grammar| cut(&code, grammar))
        .unwrap_or_else(|| plain(code))
}

/// The name by which the grammars go.
fn token(language: &str) -> &str {
    match language {
        "csharp" | "c#" => "cs",
        "golang" => "go",
        "shell" => "sh",
        "latex" => "tex",
        "make" => "makefile",
        other => other,
    }
}

fn plain(text: String) -> Vec<CodePiece> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![CodePiece { class: "", text }]
}

/// `None` where a grammar fails on the code.
fn cut(code: &str, grammar: &SyntaxReference) -> Option<Vec<CodePiece>> {
    let mut state = ParseState::new(grammar);
    let mut stack = ScopeStack::new();
    let mut pieces = Vec::new();
    for line in code.split_inclusive('\n') {
        let mut from = 0;
        for (at, change) in state.parse_line(line, &GRAMMARS).ok()? {
            push(&mut pieces, class(&stack), line.get(from..at)?);
            stack.apply(&change).ok()?;
            from = at;
        }
        push(&mut pieces, class(&stack), line.get(from..)?);
    }
    Some(pieces)
}

fn class(stack: &ScopeStack) -> &'static str {
    let named = |scope: &Scope| SCOPES.iter().find(|(name, _)| name.is_prefix_of(*scope));
    let innermost = stack.as_slice().iter().rev().find_map(named);
    innermost.map_or("", |(_, class)| class)
}

/// Neighbours of one class are one piece; white space takes the class before it.
fn push(pieces: &mut Vec<CodePiece>, class: &'static str, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.class == class || text.trim().is_empty() => last.text.push_str(text),
        Some(_) | None => pieces.push(CodePiece {
            class,
            text: text.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{GRAMMARS, LANGUAGES, LONGEST, pieces, token};

    fn check(language: &str, code: &str, expect: &str) {
        let mut got = String::new();
        for piece in pieces(language, code.to_owned()) {
            match piece.class.strip_prefix("hl-") {
                Some(class) => got.extend([class, "(", &piece.text, ")"]),
                None => got.push_str(&piece.text),
            }
        }
        assert_eq!(got, expect);
    }

    #[test]
    fn known_languages_are_cut_into_classed_pieces() {
        check(
            "rust",
            "let a = 1; // b\n",
            "keyword(let) a = number(1); comment(// b\n)",
        );
        check("json", "{\"a\": true}", "{string(\"a\"): constant(true)}");
    }

    #[test]
    fn all_that_is_written_stays() {
        let code = "def f(x):\n\treturn 'ä' # c\n\n";
        let got: String = pieces("python", code.into())
            .iter()
            .map(|p| p.text.as_str())
            .collect();
        assert_eq!(got, code);
    }

    #[test]
    fn unknown_languages_and_long_code_stay_plain() {
        check("mermaid", "let a", "let a");
        check("", "let a", "let a");
        let long = "let a\n".repeat(LONGEST / 5);
        assert_eq!(pieces("rust", long).len(), 1);
        assert!(pieces("rust", String::new()).is_empty());
    }

    #[test]
    fn every_language_has_its_grammar() {
        for language in LANGUAGES {
            assert!(
                GRAMMARS.find_syntax_by_token(token(language)).is_some(),
                "{language}"
            );
        }
    }
}
