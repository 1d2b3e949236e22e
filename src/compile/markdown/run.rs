//! One run of text (a paragraph, a heading, a cell) on its way from events to inlines.

use std::ops::Range;

use crate::compile::markdown::build::{Builder, Hidden};
use crate::compile::markdown::leaf::Leaf;
use crate::compile::markdown::signs::{self, Sign, Words};
use crate::compile::markdown::span::{Open, Span};
use crate::compile::math;
use crate::model::document::Inline;
use crate::model::problem::markdown::MarkdownFact;
use crate::model::url::Url;

/// A run of text that is still open.
pub(super) struct Run {
    /// What it becomes.
    pub(super) leaf: Leaf,
    /// Where it ends in the source.
    pub(super) span: Range<usize>,
    /// Emphasis, links and pictures that are open, outermost first; never empty.
    pub(super) open: Vec<Open>,
    /// How many of those that are open are beyond the limit, and so ignored.
    pub(super) flat: usize,
    /// How many links and pictures are open: in them stands no other.
    pub(super) linked: usize,
}

impl Run {
    /// A run that begins.
    pub(super) fn new(leaf: Leaf, span: Range<usize>) -> Run {
        Run {
            leaf,
            span,
            open: vec![Open::new(Span::Root)],
            flat: 0,
            linked: 0,
        }
    }

    /// What the run holds. Events come in pairs, so only the root is open, unless the limit cut the events off.
    pub(super) fn into_inlines(mut self) -> Vec<Inline> {
        self.open.truncate(1);
        self.open.pop().map(|open| open.inlines).unwrap_or_default()
    }

    /// The innermost inlines.
    pub(super) fn top(&mut self) -> &mut Vec<Inline> {
        &mut self.last().inlines
    }

    /// What is innermost.
    fn last(&mut self) -> &mut Open {
        self.open.last_mut().expect("the root is always open")
    }
}

/// How a formula stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// In the line.
    Inline,
    /// On its own.
    Display,
}

impl Builder<'_> {
    /// Text, in a run or in code.
    pub(super) fn text(&mut self, text: &str, span: Range<usize>) {
        if self.push_raw(text) || span.end <= self.skip {
            return;
        }
        self.begin_run(&span);
        let read = self.skip.saturating_sub(span.start);
        let source = self.source;
        match text.get(read..) {
            Some(rest) => self.words.push(source, rest, span.start + read..span.end),
            None => self.words.push(source, text, span),
        }
    }

    /// Anything in a run that holds nothing else.
    pub(super) fn inline(&mut self, inline: Inline, span: Range<usize>) {
        if span.end > self.skip {
            self.begin_run(&span);
            self.flush();
            self.push(inline);
        }
    }

    /// A formula; as code where it cannot be read.
    pub(super) fn math(&mut self, tex: &str, shape: Shape, span: Range<usize>) {
        let inline = if let Some(math) = math::to_mathml(tex, shape == Shape::Display) {
            Inline::Math(math)
        } else {
            self.report(span.clone(), MarkdownFact::Math);
            Inline::Code(tex.trim().to_owned())
        };
        self.inline(inline, span);
    }

    /// A tag of HTML in a run: text, but for `<br>`, which tables have no other way to write, and comments.
    pub(super) fn inline_html(&mut self, html: &str, span: Range<usize>) {
        let name = html.trim_start_matches('<').trim_end_matches(['>', '/']);
        if name.trim().eq_ignore_ascii_case("br") {
            self.inline(Inline::HardBreak, span);
        } else if !html.starts_with("<!--") {
            self.report_html(&span);
            self.inline(Inline::Text(html.to_owned()), span);
        }
    }

    /// `[^label]`. Its numbers are given when all is read.
    pub(super) fn footnote_reference(&mut self, label: &str, span: Range<usize>) {
        let inline = match self.run {
            Some(Run { linked: 1.., .. }) => Inline::Text(format!("[^{label}]")),
            Some(_) | None => Inline::FootnoteReference {
                index: self.footnotes.slot(label),
                number: 0,
            },
        };
        self.inline(inline, span);
    }

    /// Hands the collected words on, cut into text, marks, tags and URLs.
    pub(super) fn flush(&mut self) {
        if self.words.text.is_empty() {
            return;
        }
        let mut words = std::mem::take(&mut self.words);
        let (mut from, mut at) = (0, 0);
        while let Some((range, sign)) = signs::next(&words, self.source, at) {
            at = range.end;
            if self.apply(&words, from, &range, sign) {
                from = range.end;
            }
        }
        self.push_text(&words.text[from..]);
        words.clear();
        self.words = words;
    }

    /// Acts on a sign, and on the text from byte `from` up to it. False where it is only text.
    fn apply(&mut self, words: &Words, from: usize, range: &Range<usize>, sign: Sign) -> bool {
        let linked = self.run.as_ref().is_some_and(|run| run.linked > 0);
        let before = &words.text[from..range.start];
        let sign_text = &words.text[range.clone()];
        match sign {
            Sign::Comment => return self.turn_comment(before, words.source(range.start)),
            _ if self.hidden.is_some() => return false,
            Sign::Mark { opens, closes } => return self.turn_mark(before, opens, closes),
            Sign::Tag | Sign::Url if linked => return false,
            Sign::Tag => {
                self.push_text(before);
                self.document.tags.push(sign_text[1..].to_owned());
                self.push(Inline::Tag(sign_text[1..].to_owned()));
            }
            Sign::Url => {
                let Ok(url) = Url::new(sign_text) else {
                    return false;
                };
                self.push_text(before);
                let text = vec![Inline::Text(sign_text.to_owned())];
                self.push(Inline::Outside { url, text });
            }
        }
        true
    }

    /// `%%` begins or ends what readers do not see.
    ///
    /// In a line, a comment needs its end in the same run. At a line's start it may span blocks, and where no end follows,
    /// the rest of the file is hidden: rather too much than what was meant to be private.
    fn turn_comment(&mut self, before: &str, place: usize) -> bool {
        self.push_text(before);
        if self.hidden.take().is_some() {
            return true;
        }
        let end = self.run.as_ref().map_or(place, |run| run.span.end);
        let rest = self.source.get(place + 2..end).unwrap_or_default();
        let line = self.source[..place].trim_end_matches([' ', '\t', '>']);
        if rest.contains("%%") {
            self.hidden = Some(Hidden::Run);
        } else if line.is_empty() || line.ends_with('\n') {
            self.hidden = Some(Hidden::Rest(place));
        } else {
            self.push_text("%%");
        }
        true
    }

    /// `==` begins or ends a highlight.
    fn turn_mark(&mut self, before: &str, opens: bool, closes: bool) -> bool {
        let Some(run) = &mut self.run else {
            return false;
        };
        match run.last().mark {
            Some(mark) if closes => {
                self.push_text(before);
                let Some(run) = &mut self.run else {
                    return false;
                };
                let open = run.last();
                open.mark = None;
                let inner = open.inlines.split_off(mark + 1);
                open.inlines.pop();
                open.inlines.push(Inline::Highlight(inner));
            }
            None if opens => {
                self.push_text(before);
                let Some(run) = &mut self.run else {
                    return false;
                };
                let open = run.last();
                open.mark = Some(open.inlines.len());
                open.inlines.push(Inline::Text("==".to_owned()));
            }
            Some(_) | None => return false,
        }
        true
    }

    fn push_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(Inline::Text(text.to_owned()));
        }
    }

    fn push(&mut self, inline: Inline) {
        if self.hidden.is_none() {
            self.push_visible(inline);
        }
    }

    /// Also in a comment: what began before it stays.
    pub(super) fn push_visible(&mut self, inline: Inline) {
        if let Some(run) = &mut self.run {
            run.top().push(inline);
        }
    }
}
