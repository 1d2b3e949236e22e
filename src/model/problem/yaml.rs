//! Mistakes in YAML as such, whatever the fields mean.

use std::fmt;

/// What makes text no YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxMistake {
    /// `: ` inside a value without quotes.
    Colon,
    /// A tab where only spaces may stand.
    Tab,
    /// A quote, `[` or `{` that does not close.
    Unclosed {
        /// The character that opens it.
        opening: char,
    },
    /// Something else, in the parser's words.
    Other {
        /// Lower case, without full stop.
        reason: String,
    },
}

/// Parts of YAML that let one value stand for, or change, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in YAML")]
pub enum YamlFeature {
    Anchor,
    Alias,
    Tag,
}

impl SyntaxMistake {
    /// What to write instead.
    pub(super) fn help(&self) -> String {
        match self {
            SyntaxMistake::Colon => "put the value in double quotes".into(),
            SyntaxMistake::Tab => "write spaces in place of the tab".into(),
            SyntaxMistake::Unclosed { opening } => match opening {
                '[' => "close it with `]`".into(),
                '{' => "close it with `}`".into(),
                quote => format!("close it with `{quote}`"),
            },
            SyntaxMistake::Other { .. } => {
                "put values that hold `:`, `#`, `@`, `*`, `&`, `[` or `{` in double quotes, and indent with spaces"
                    .into()
            }
        }
    }
}

impl YamlFeature {
    /// Its name and sign.
    pub(super) fn name(self) -> &'static str {
        match self {
            YamlFeature::Anchor => "anchors (`&name`)",
            YamlFeature::Alias => "aliases (`*name`)",
            YamlFeature::Tag => "tags (`!name`)",
        }
    }
}

impl fmt::Display for SyntaxMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SyntaxMistake::Colon => f.write_str("`:` inside a value that has no quotes"),
            SyntaxMistake::Tab => f.write_str("a tab where YAML wants spaces"),
            SyntaxMistake::Unclosed { opening } => write!(f, "the `{opening}` here never closes"),
            SyntaxMistake::Other { reason } => write!(f, "this is not YAML: {reason}"),
        }
    }
}
