//! Markdown to our tree. The only file that names `pulldown_cmark`.

use std::ops::Range;

use crate::model::document::Document;
use crate::model::problem::Problem;

/// Parses the stretch `body` of `text`. Spans in the result count from the start of `text`.
pub(crate) fn parse(
    _file: &str,
    _text: &str,
    _body: Range<usize>,
    _problems: &mut Vec<Problem>,
) -> Document {
    unimplemented!("helper A")
}
