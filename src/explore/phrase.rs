//! Small pieces of sentences: lists, counts, and names in the middle of a sentence.

/// `a`, `a and b`, `a, b and c`.
pub fn listed<Name: AsRef<str>>(names: &[Name]) -> String {
    let mut words = String::new();
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            let is_last = index + 1 == names.len();
            words.push_str(if is_last { " and " } else { ", " });
        }
        words.push_str(name.as_ref());
    }
    words
}

/// `1 group`, `2 groups`, `no groups`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _several => format!("{number} {many}"),
    }
}

/// A label in the middle of a sentence: `Housing` is `housing`; what begins with two capitals, such as `DAO LLC`, stays.
pub fn inside(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next();
    let is_name = letters.next().is_some_and(|c| c.is_ascii_uppercase());
    let mut words = label.to_owned();
    if let (Some(first), false) = (first, is_name)
        && first.is_ascii()
    {
        words.replace_range(..1, first.to_ascii_lowercase().encode_utf8(&mut [0; 4]));
    }
    words
}

/// `text` with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut words = text.to_owned();
    if text.starts_with(|c: char| c.is_ascii_lowercase()) {
        words[..1].make_ascii_uppercase();
    }
    words
}

/// A list's value as words, where its label is not at hand: `source-code` is `Source code`.
pub fn readable(value: &str) -> String {
    capital(&value.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::{counted, inside, listed, readable};

    #[test]
    fn names_are_listed_as_people_do() {
        let check = |names: &[&str], expect| assert_eq!(listed(names), expect);
        check(&[], "");
        check(&["land"], "land");
        check(&["land", "food"], "land and food");
        check(&["land", "food", "care"], "land, food and care");
    }

    #[test]
    fn things_are_counted_in_words() {
        let check = |number, expect| assert_eq!(counted(number, "group", "groups"), expect);
        check(0, "no groups");
        check(1, "1 group");
        check(12, "12 groups");
    }

    #[test]
    fn labels_fit_into_sentences() {
        let check = |label, expect| assert_eq!(inside(label), expect);
        check("Housing", "housing");
        check("DAO LLC", "DAO LLC");
        check("Éducation", "Éducation");
        check("", "");
        assert_eq!(readable("source-code"), "Source code");
    }
}
