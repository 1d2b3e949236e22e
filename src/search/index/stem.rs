//! Words to stems, language by language. The only file that names `frostem`.
//!
//! `frostem` is Snowball's own algorithms, generated from its newest source; `rust-stemmers`, the best known, has stood
//! still since 2021, panics on some Greek words, and has half the languages.

use frostem::Stemmer;

/// The stemmer of a language.
pub(super) struct Stems(Option<Stemmer>);

impl Stems {
    /// By a BCP 47 tag, of which the language alone counts. An unknown language leaves words as they are.
    pub(super) fn of(language: &str) -> Stems {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let name = match primary {
            "nb" | "nn" => "no",
            primary => primary,
        };
        Stems(Stemmer::try_from_name(name).ok())
    }

    /// The stem of a word in small letters; none where the language is unknown.
    pub(super) fn stem(&self, word: &str) -> Option<String> {
        let stemmer = self.0.as_ref()?;
        Some(stemmer.stem(word).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    fn check(language: &str, words: [&str; 2]) {
        let stems = Stems::of(language);
        let [first, second] = words.map(|word| stems.stem(word));
        assert!(first.is_some(), "{language}");
        assert_eq!(first, second, "{words:?}");
    }

    #[test]
    fn forms_of_a_word_share_its_stem() {
        check("en", ["organising", "organise"]);
        check("EN-gb", ["cooperatives", "cooperative"]);
        check("es", ["cooperación", "cooperaciones"]);
        check("fr", ["assemblées", "assemblée"]);
        check("de", ["genossenschaften", "genossenschaft"]);
        check("pt_BR", ["movimentos", "movimento"]);
        check("it", ["cooperative", "cooperativa"]);
        check("nl", ["buurten", "buurt"]);
        check("nb", ["bevegelser", "bevegelse"]);
    }

    #[test]
    fn unknown_languages_have_no_stems() {
        assert_eq!(Stems::of("tlh").stem("qaplas"), None);
        assert_eq!(Stems::of("").stem("words"), None);
    }
}
