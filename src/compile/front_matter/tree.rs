//! A front matter as located values, before any of them means something.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::problem::front_matter::Mistake;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    /// The fields, in the order of the text.
    pub(super) pairs: Vec<Pair<'a>>,
    /// What is wrong, and where.
    pub(super) mistakes: Vec<(Range<usize>, Mistake)>,
    /// Whether a mistake may have hidden fields.
    pub(super) partial: bool,
    /// How many values it holds.
    pub(super) nodes: usize,
}

/// A field and its value.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    /// Its name.
    pub(super) key: Cow<'a, str>,
    /// Where its name stands.
    pub(super) key_span: Range<usize>,
    /// Its value.
    pub(super) value: Node<'a>,
}

impl Pair<'_> {
    /// Whether anything stands after the colon.
    pub(super) fn has_value(&self) -> bool {
        !matches!(self.value.value, Value::Nothing)
    }
}

/// A value and where it stands (in the whole text).
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// Bytes; those of the key where there is no value.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) value: Value<'a>,
}

/// A value.
#[derive(Debug)]
pub(super) enum Value<'a> {
    /// Left empty, or `null`.
    Nothing,
    /// Any scalar.
    Text(Cow<'a, str>),
    /// `[…]` or lines with `-`.
    List(Vec<Node<'a>>),
    /// `{…}` or indented fields.
    Group(Vec<Pair<'a>>),
}
