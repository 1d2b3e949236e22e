//! CSS and JavaScript without comments and idle white space. Nothing is rewritten: what compression would find anyway stays
//! as it is.
//!
//! Our own thirty lines, since the crates that were tried either change meaning (`clamp(1rem, 2vw + 1rem, 3rem)` lost the
//! spaces that its `+` needs) or bring a whole browser's parser.

/// The same rules in fewer bytes.
pub(crate) fn css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '"' | '\'' => string_length(rest, first),
            '/' if rest.starts_with("/*") => comment_length(rest),
            c if c.is_ascii_whitespace() => 1,
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(taken);
        rest = after;
        if piece.starts_with("/*") || first.is_ascii_whitespace() {
            space(&mut out);
        } else {
            push(&mut out, piece);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Where white space may be needed there is exactly one space.
fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
        out.push(' ');
    }
}

fn push(out: &mut String, piece: &str) {
    if piece.starts_with(['{', '}', ';', ',']) && out.ends_with(' ') {
        out.pop();
    }
    if piece == "}" && out.ends_with(';') {
        out.pop();
    }
    out.push_str(piece);
}

/// The length of the string that `text` begins with, quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

fn comment_length(text: &str) -> usize {
    text.find("*/").map_or(text.len(), |end| end + 2)
}

/// The same script without indentation, empty lines, and lines that are nothing but comment.
///
/// It looks at whole lines, so a text that spans lines is no place to look into: a script that has one stays as it is.
pub(crate) fn js(text: &str) -> String {
    if text.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        let opens = line.starts_with("/*");
        let closes = line.ends_with("*/");
        if !(in_comment || opens || line.is_empty() || line.starts_with("//")) {
            out.push_str(line);
            out.push('\n');
        }
        in_comment = (in_comment || opens) && !closes;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{css, js};

    fn check(text: &str, expect: &str) {
        assert_eq!(css(text), expect);
    }

    #[test]
    fn idle_space_and_comments_go() {
        check(
            "/* a */\na {\n  color: red;\n}\n\nb , c{ x : y }\n",
            "a{color: red}b,c{x : y}",
        );
    }

    #[test]
    fn space_that_means_something_stays() {
        check(
            "a :is(b) + c { width: calc(1px + 2 * var(--d)) }",
            "a :is(b) + c{width: calc(1px + 2 * var(--d))}",
        );
        check(
            "@media (width >= 40em) and (not print) { a { --empty: ; } }",
            "@media (width >= 40em) and (not print){a{--empty:}}",
        );
        check("a/**/b{}", "a b{}");
    }

    #[test]
    fn strings_stay_as_they_are() {
        check(
            r#"a::after { content: "a  /* b */ \" ; }" } b{}"#,
            r#"a::after{content: "a  /* b */ \" ; }"}b{}"#,
        );
        check("a { content: 'open", "a{content: 'open");
    }

    #[test]
    fn scripts_lose_lines_of_comment_and_indentation() {
        let check = |text: &str, expect: &str| assert_eq!(js(text), expect);
        check(
            "/** a\n * b\n */\nf(\n  \"// c\", // d\n)\n\n// e\n/* f */\ng()",
            "f(\n\"// c\", // d\n)\ng()\n",
        );
        check("a = `\n  // text\n`", "a = `\n  // text\n`");
    }
}
