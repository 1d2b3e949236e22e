//! What answers a query: the titles today, the full text beside them later.

use std::ops::Range;
use std::sync::Arc;

/// Somewhere that hits come from.
pub trait Source: Send + Sync {
    /// Asks for what `query` means. The reply may come at once, later, several times as more is known, or never where a
    /// newer question came before it.
    fn ask(&self, query: &str, reply: Reply);
}

/// Takes the answers to one question.
pub type Reply = Arc<dyn Fn(Answer) + Send + Sync>;

/// What a source says to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is still fetching what it needs.
    Loading,
    /// It could not fetch what it needs; asking again tries again.
    Failed,
    /// What it found.
    Found(Vec<Shown>, Total),
}

/// How many there are in all, shown or not.
pub type Total = usize;

/// A hit as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Where it leads.
    pub href: String,
    /// The label of its kind; may be empty.
    pub kind: String,
    /// The value of its approach; may be empty.
    pub approach: String,
    /// Its title.
    pub title: Vec<Piece>,
    /// Another name that was matched; empty where it was the title or the summary.
    pub other_name: Vec<Piece>,
    /// One sentence about it; may be empty.
    pub summary: Vec<Piece>,
}

/// A stretch of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether the query matched it.
    pub marked: bool,
}

/// Cuts `text` at the marks: sorted ranges of characters without overlap.
pub fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, character) in text.chars().enumerate() {
        let marked = marks.iter().any(|mark| mark.contains(&index));
        match pieces.last_mut() {
            Some(piece) if piece.marked == marked => piece.text.push(character),
            _change => pieces.push(Piece {
                text: character.to_string(),
                marked,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn text_is_cut_at_the_marks() {
        let pieces = pieces("Mietshäuser", &[0..3, 6..7]);
        let cut: Vec<(&str, bool)> = pieces.iter().map(|p| (p.text.as_str(), p.marked)).collect();
        assert_eq!(
            cut,
            [("Mie", true), ("tsh", false), ("ä", true), ("user", false)]
        );
    }
}
