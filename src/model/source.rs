//! What comes in: files of the content folder as `(path, bytes)`.

/// One file of the content folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path below the content folder, `/` between segments, as the author named it.
    pub path: String,
    /// The bytes, unread.
    pub bytes: Vec<u8>,
}

/// All that a site is compiled from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// The `.md` files, sorted by path.
    pub notes: Vec<Source>,
    /// Paths of all other files (images, sound, documents), sorted: only those that a published page reaches are copied.
    pub assets: Vec<String>,
    /// `synonyms.toml`, where there is one.
    pub synonyms: Option<Source>,
}

/// Whether `c` changes the direction of the text around it (Unicode TR9 explicit formatting): never wanted in a source.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
