//! Names of languages, for the build only: the browser gets those that occur.

/// Primary subtags of BCP 47 with the English names of the languages that movements write most in.
const NAMES: [(&str, &str); 60] = [
    ("af", "Afrikaans"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("ay", "Aymara"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("br", "Breton"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("eo", "Esperanto"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("ga", "Irish"),
    ("gl", "Galician"),
    ("gn", "Guarani"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("km", "Khmer"),
    ("ko", "Korean"),
    ("ku", "Kurdish"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mi", "Māori"),
    ("ml", "Malayalam"),
    ("my", "Burmese"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("qu", "Quechua"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sl", "Slovenian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("th", "Thai"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
    ("zu", "Zulu"),
];

/// The name of a language: `Portuguese (pt-BR)`; the tag itself where we know no name.
pub(super) fn name(tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or_default();
    let known = NAMES
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(primary));
    match known {
        Some((_, name)) if primary == tag => (*name).to_owned(),
        Some((_, name)) => [name, " (", tag, ")"].concat(),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn languages_are_named_and_their_varieties_told_apart() {
        let check = |tag, expect: &str| assert_eq!(name(tag), expect);
        check("en", "English");
        check("pt-BR", "Portuguese (pt-BR)");
        check("nah", "nah");
        check("", "");
    }
}
