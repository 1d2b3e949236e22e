//! Text to the letters that search compares: lower case, without diacritics, everything else one space between words.
//!
//! Both sides use it, so `Señal & Müll` is found by `senal mull`. The tables cover Latin; the browser has no room for
//! those of all scripts: deunicode weighs 100 kB and more, the standard library's small letters another 12. Greek, Cyrillic
//! and Armenian follow by rule; further scripts have no case, or so few readers that their case counts here.

/// The letters of `text`.
pub fn fold(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    each_letter(text, &mut |letter, _origin| letters.push(letter));
    letters
}

/// The letters of `text` without the spaces: all written together.
pub(crate) fn letters_of(text: &str) -> String {
    let mut letters = String::new();
    each_letter(text, &mut |letter, _origin| {
        if letter != ' ' {
            letters.push(letter);
        }
    });
    letters
}

/// The letters of a text, each with the character it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The letters.
    pub letters: Vec<char>,
    /// For each letter the number of its character in the text, counted from 0.
    pub origins: Vec<usize>,
}

impl Folded {
    /// Folds `text` and remembers where each letter came from.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded::default();
        each_letter(text, &mut |letter, origin| {
            folded.letters.push(letter);
            folded.origins.push(origin);
        });
        folded
    }
}

fn each_letter(text: &str, push: &mut dyn FnMut(char, usize)) {
    let mut gap = None;
    let mut begun = false;
    for (origin, character) in text.chars().enumerate() {
        fold_character(character, &mut |letter| {
            if letter == ' ' {
                gap = Some(origin);
                return;
            }
            if let Some(gap) = gap.take().filter(|_| begun) {
                push(' ', gap);
            }
            begun = true;
            push(letter, origin);
        });
    }
}

/// What a character is to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// It gives one letter or more.
    Letter,
    /// It belongs to the letter before: apostrophes, soft hyphens, combining marks.
    Silent,
    /// It stands between words.
    Gap,
}

/// Appends the letters that `character` gives, and says what it is.
pub(crate) fn push_folded(character: char, letters: &mut String) -> Sign {
    if character.is_ascii_lowercase() {
        letters.push(character);
        return Sign::Letter;
    }
    let mut sign = Sign::Silent;
    fold_character(character, &mut |letter| {
        if letter == ' ' {
            sign = Sign::Gap;
        } else {
            sign = Sign::Letter;
            letters.push(letter);
        }
    });
    sign
}

fn fold_character(character: char, push: &mut dyn FnMut(char)) {
    match character {
        // The common case, and the only one that needs to be fast.
        'a'..='z' | '0'..='9' => push(character),
        'A'..='Z' => push(character.to_ascii_lowercase()),
        // `people's` is one word; combining marks belong to the letter before.
        '\'' | '’' | 'ʼ' | '\u{AD}' | '\u{300}'..='\u{36F}' => {}
        'ß' | 'ẞ' => "ss".chars().for_each(push),
        'æ' | 'Æ' => "ae".chars().for_each(push),
        'œ' | 'Œ' => "oe".chars().for_each(push),
        'þ' | 'Þ' => "th".chars().for_each(push),
        '\u{C0}'..='\u{17F}' if !matches!(character, '×' | '÷') => {
            push(from_table(LATIN, character, 0xC0));
        }
        '\u{1E00}'..='\u{1EFF}' => push(from_table(LATIN_ADDITIONAL, character, 0x1E00)),
        'ș' | 'Ș' => push('s'),
        'ț' | 'Ț' => push('t'),
        'ơ' | 'Ơ' => push('o'),
        'ư' | 'Ư' => push('u'),
        'Α'..='Ω' | 'А'..='Я' => push(shifted(character, 0x20)),
        'Ѐ'..='Џ' => push(shifted(character, 0x50)),
        'Ա'..='Ֆ' => push(shifted(character, 0x30)),
        'Ά'..='Ώ' | 'ά'..='ώ' => push(without_tonos(character)),
        gap if is_gap(gap) => push(' '),
        letter => push(letter),
    }
}

/// Whether this stands between words: controls, signs and punctuation of ASCII and Latin, then general, of East Asia, of
/// full width.
fn is_gap(character: char) -> bool {
    matches!(character,
        '\0'..='\u{BF}' | '×' | '÷'
        | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
        | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{30FB}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}

/// The small letter, which stands so much after the large one.
fn shifted(letter: char, by: u32) -> char {
    char::from_u32(u32::from(letter) + by).unwrap_or(letter)
}

/// The letter under each of U+00C0 to U+017F.
const LATIN: &[u8] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The letter under each of U+1E00 to U+1EFF: Vietnamese, transliterations, Welsh.
const LATIN_ADDITIONAL: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

fn from_table(table: &[u8], character: char, first: u32) -> char {
    let index = u32::from(character) - first;
    let letter = usize::try_from(index).ok().and_then(|i| table.get(i));
    letter.map_or(' ', |letter| char::from(*letter))
}

fn without_tonos(letter: char) -> char {
    match letter {
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'ϊ' | 'ΐ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Folded, fold};

    fn check(text: &str, expect: &str) {
        assert_eq!(fold(text), expect, "{text}");
    }

    #[test]
    fn case_and_diacritics_do_not_count() {
        check("Mietshäuser Syndikat", "mietshauser syndikat");
        check("ÉCOLE Ångström Łódź", "ecole angstrom lodz");
        check("Straße STRASSE STRAẞE", "strasse strasse strasse");
        check("Ærø Œuvre Þing", "aero oeuvre thing");
        check("Đặng Thị Ơi", "dang thi oi");
        check("e\u{301}cole", "ecole");
        check("Ζαπατίστας ΆΛΛΗ ЧТО Ёж", "ζαπατιστασ αλλη что ёж");
    }

    #[test]
    fn what_is_no_letter_is_one_space_between_words() {
        check("  counter-power & co.  ", "counter power co");
        check("People’s assembly, people's", "peoples assembly peoples");
        check("共有 コモンズ", "共有 コモンズ");
        check("!?", "");
    }

    #[test]
    fn letters_remember_their_characters() {
        let folded = Folded::new("– Straße 1");
        assert_eq!(folded.letters.iter().collect::<String>(), "strasse 1");
        assert_eq!(folded.origins, [2, 3, 4, 5, 6, 6, 7, 8, 9]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_and_origins_rise(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.letters.iter().collect::<String>(), once);
            prop_assert!(folded.origins.is_sorted());
            prop_assert!(folded.origins.iter().all(|o| *o < text.chars().count()));
        }
    }
}
