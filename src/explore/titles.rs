//! Finding an entry by typing its title.

use crate::explore::facets::Index;
use crate::search::fold::fold;

/// At most so many rows whose titles have all typed words as beginnings of words, whatever their case and diacritics:
/// titles that begin as typed first, else as in the catalog.
pub fn titled(index: &Index, typed: &str, most: usize) -> Vec<u32> {
    let typed = fold(typed);
    let typed = typed.trim();
    let wanted: Vec<&str> = words(typed).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(bool, u32)> = Vec::new();
    for row in 0..index.rows() {
        let title = fold(index.title(row));
        let has = |wanted: &&str| words(&title).any(|word| word.starts_with(*wanted));
        if wanted.iter().all(has) {
            found.push((!title.starts_with(typed), row));
        }
    }
    found.sort_unstable();
    found.truncate(most);
    found.into_iter().map(|(_, row)| row).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::titled;
    use crate::explore::facets::Index;
    use crate::explore::sample;

    fn check(typed: &str, expect: &[&str]) {
        let index = Index::new(sample::catalog());
        let rows = titled(&index, typed, 2);
        let titles: Vec<&str> = rows.iter().map(|row| index.title(*row)).collect();
        assert_eq!(titles, expect, "{typed}");
    }

    #[test]
    fn an_entry_is_found_by_the_beginnings_of_its_words() {
        check("", &[]);
        check(" ,", &[]);
        check("ten", &["Tenants"]);
        check("RIS jack", &["Jackson Rising"]);
        check("ising", &[]);
    }
}
