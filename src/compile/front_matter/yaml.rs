//! YAML to a located tree. The only file that names `saphyr_parser`.
//!
//! Values keep their letters as written: `no` and `2026-07-01` are text until a field says otherwise.
//! After a mistake reading goes on at the next line that begins a field, so that one slip does not hide the others.

use std::borrow::Cow;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::compile::front_matter::offsets::Offsets;
use crate::compile::front_matter::slip;
use crate::compile::front_matter::tree::{Node, Pair, Tree, Value};
use crate::compile::text::is_refused;
use crate::model::problem::front_matter::Mistake;
use crate::model::problem::yaml::YamlFeature;

/// How deep lists and groups may stand inside each other.
const DEEPEST: usize = 16;

/// How many values a front matter may hold.
const MOST_NODES: usize = 2000;

/// How often reading goes on after a mistake. Each time costs at most one pass over the rest.
const MOST_MISTAKES: usize = 20;

/// Reads the stretch `range` of `text`, which stands between the `---` lines.
pub(super) fn parse(text: &str, range: Range<usize>) -> Tree<'_> {
    let mut tree = Tree::default();
    let mut start = range.start;
    for _ in 0..MOST_MISTAKES {
        match chunk(text, start..range.end, &mut tree) {
            Step::Done => return tree,
            Step::Resume { after } => {
                tree.partial = true;
                match slip::next_field(text, after..range.end) {
                    Some(next) => start = next,
                    None => return tree,
                }
            }
        }
    }
    tree
}

/// How one pass ended.
enum Step {
    /// All is read, or no more is to be.
    Done,
    /// There was a mistake in the field at or before this byte.
    Resume { after: usize },
}

/// A list or group whose end has not come.
struct Open<'a> {
    start: usize,
    deep: bool,
    inner: Inner<'a>,
}

enum Inner<'a> {
    List(Vec<Node<'a>>),
    Group {
        pairs: Vec<Pair<'a>>,
        key: Option<Key<'a>>,
    },
}

/// A key whose value has not come; one that is no text is remembered without letters.
struct Key<'a> {
    text: Option<Cow<'a, str>>,
    span: Range<usize>,
}

/// One pass over the rest of the text.
struct Pass<'a, 't> {
    text: &'a str,
    offsets: Offsets,
    tree: &'t mut Tree<'a>,
    stack: Vec<Open<'a>>,
    /// Levels below the deepest one that is read.
    skipped: usize,
    documents: usize,
}

fn chunk<'a>(text: &'a str, range: Range<usize>, tree: &mut Tree<'a>) -> Step {
    let piece = &text[range.clone()];
    let mut pass = Pass {
        text,
        offsets: Offsets::new(piece, range.start),
        tree,
        stack: Vec::new(),
        skipped: 0,
        documents: 0,
    };
    let mut parser = Parser::new_from_str(piece);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                let span = pass.range(span);
                if pass.take(event, span) == Flow::Stop {
                    pass.keep_finished();
                    pass.tree.partial = true;
                    return Step::Done;
                }
            }
            Err(error) => return pass.give_up(range, &error),
        }
    }
    Step::Done
}

#[derive(PartialEq, Eq)]
enum Flow {
    Go,
    Stop,
}

impl<'a> Pass<'a, '_> {
    fn range(&self, span: Span) -> Range<usize> {
        let start = self.offsets.at(span.start.index());
        start..self.offsets.at(span.end.index()).max(start)
    }

    fn take(&mut self, event: Event<'a>, span: Range<usize>) -> Flow {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.mistake(span, Mistake::SecondDocument);
                    return Flow::Stop;
                }
            }
            Event::Alias(_) => {
                self.mistake(span.clone(), Mistake::Feature(YamlFeature::Alias));
                return self.add(span, Value::Nothing);
            }
            Event::Scalar(letters, style, anchor, tag) => {
                self.refuse_features(&span, anchor, tag.is_some());
                let empty = style == ScalarStyle::Plain && is_nothing(&letters);
                let hidden = letters.chars().find(|c| is_refused(*c));
                if let Some(character) = hidden {
                    self.mistake(span.clone(), Mistake::Hidden { character });
                }
                let value = if empty || hidden.is_some() {
                    Value::Nothing
                } else {
                    Value::Text(letters)
                };
                // The parser counts the space after a closing quote, and a block's last line end, as part of it.
                let end = span.start + self.text[span.clone()].trim_end().len();
                return self.add(span.start..end, value);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_features(&span, anchor, tag.is_some());
                return self.open(span, Inner::List(Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_features(&span, anchor, tag.is_some());
                let (pairs, key) = (Vec::new(), None);
                return self.open(span, Inner::Group { pairs, key });
            }
            Event::SequenceEnd | Event::MappingEnd => return self.close(span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Flow::Go
    }

    fn mistake(&mut self, span: Range<usize>, mistake: Mistake) {
        self.tree.mistakes.push((span, mistake));
    }

    fn refuse_features(&mut self, span: &Range<usize>, anchor: usize, tag: bool) {
        if anchor > 0 {
            self.mistake(span.clone(), Mistake::Feature(YamlFeature::Anchor));
        }
        if tag {
            self.mistake(span.clone(), Mistake::Feature(YamlFeature::Tag));
        }
    }

    fn open(&mut self, span: Range<usize>, inner: Inner<'a>) -> Flow {
        if self.skipped > 0 {
            self.skipped += 1;
            return Flow::Go;
        }
        if self.stack.len() >= DEEPEST {
            self.mistake(span, Mistake::TooDeep { limit: DEEPEST });
            self.skipped = 1;
            return Flow::Go;
        }
        let (start, deep) = (span.start, false);
        self.stack.push(Open { start, deep, inner });
        Flow::Go
    }

    fn close(&mut self, span: Range<usize>) -> Flow {
        if self.skipped > 1 {
            self.skipped -= 1;
            return Flow::Go;
        }
        if self.skipped == 1 {
            self.skipped = 0;
            if let Some(open) = self.stack.last_mut() {
                open.deep = true;
            }
            return self.add(span, Value::Nothing);
        }
        let Some(open) = self.stack.pop() else {
            return Flow::Go;
        };
        let (value, last) = match open.inner {
            Inner::List(items) => {
                let last = items.last().map(|item| item.span.end);
                (Value::List(items), last)
            }
            Inner::Group { pairs, .. } => {
                let last = pairs
                    .last()
                    .map(|pair| pair.value.span.end.max(pair.key_span.end));
                (Value::Group(pairs), last)
            }
        };
        // In block style the end event stands where the next token begins; the last value is the true end.
        let end = if span.is_empty() {
            last.unwrap_or(open.start)
        } else {
            span.end
        };
        self.add(open.start..end.max(open.start), value)
    }

    fn add(&mut self, span: Range<usize>, value: Value<'a>) -> Flow {
        if self.skipped > 0 {
            return Flow::Go;
        }
        self.tree.nodes += 1;
        if self.tree.nodes > MOST_NODES {
            self.mistake(span, Mistake::TooMany { limit: MOST_NODES });
            return Flow::Stop;
        }
        let node = Node { span, value };
        let Some(open) = self.stack.last_mut() else {
            self.root(node);
            return Flow::Go;
        };
        match &mut open.inner {
            Inner::List(items) => items.push(node),
            Inner::Group { pairs, key } => match key.take() {
                None => {
                    let not_text = match node.value {
                        Value::Text(text) => {
                            let span = node.span;
                            *key = Some(Key {
                                text: Some(text),
                                span,
                            });
                            None
                        }
                        Value::Nothing | Value::List(_) | Value::Group(_) => {
                            let span = node.span.clone();
                            *key = Some(Key { text: None, span });
                            Some(node.span)
                        }
                    };
                    if let Some(span) = not_text {
                        self.mistake(span, Mistake::KeyNotText);
                    }
                }
                Some(key) => {
                    let twice = finish(pairs, key, node);
                    if let Some((span, field)) = twice {
                        self.mistake(span, Mistake::Duplicate { field });
                    }
                }
            },
        }
        Flow::Go
    }

    fn root(&mut self, node: Node<'a>) {
        match node.value {
            Value::Group(pairs) => self.keep(pairs),
            Value::Nothing => {}
            Value::Text(_) | Value::List(_) => self.mistake(node.span, Mistake::NoFields),
        }
    }

    fn keep(&mut self, pairs: Vec<Pair<'a>>) {
        if self.tree.pairs.is_empty() {
            self.tree.pairs = pairs;
            return;
        }
        for pair in pairs {
            let key = Key {
                text: Some(pair.key),
                span: pair.key_span,
            };
            if let Some((span, field)) = finish(&mut self.tree.pairs, key, pair.value) {
                self.mistake(span, Mistake::Duplicate { field });
            }
        }
    }

    /// Keeps the outermost fields that have ended.
    fn keep_finished(&mut self) {
        let outermost = std::mem::take(&mut self.stack).into_iter().next();
        if let Some(Open {
            inner: Inner::Group { pairs, .. },
            ..
        }) = outermost
        {
            self.keep(pairs);
        }
    }

    fn give_up(mut self, range: Range<usize>, error: &ScanError) -> Step {
        let text = self.text;
        let at = self.offsets.at(error.marker().index());
        let broken = self.drop_broken(at).unwrap_or(range.start);
        let (span, mistake) = slip::explain(text, broken, at..range.end, error.info());
        let known = self.tree.mistakes.iter().any(|(old, _)| *old == span);
        if !known {
            self.mistake(span, mistake);
        }
        self.keep_finished();
        let after = slip::line_end(text, broken.max(range.start));
        Step::Resume { after }
    }

    /// Takes away the outermost field that the mistake at `at` stands in; gives where it began.
    fn drop_broken(&mut self, at: usize) -> Option<usize> {
        let Some(Open {
            inner: Inner::Group { pairs, key },
            ..
        }) = self.stack.first_mut()
        else {
            return None;
        };
        if let Some(key) = key.take() {
            return Some(key.span.start);
        }
        let last = pairs.last()?;
        let end = last.value.span.end.max(last.key_span.end);
        if end <= at && self.text[end..at].contains('\n') {
            // The field before the mistake is whole: the mistake is in one that had not begun.
            return Some(slip::line_start(self.text, at));
        }
        pairs.pop().map(|pair| pair.key_span.start)
    }
}

/// Adds the pair, or says where a field stands a second time.
fn finish<'a>(
    pairs: &mut Vec<Pair<'a>>,
    key: Key<'a>,
    mut value: Node<'a>,
) -> Option<(Range<usize>, String)> {
    let text = key.text?;
    if pairs.iter().any(|pair| pair.key == text) {
        return Some((key.span, text.into_owned()));
    }
    if matches!(value.value, Value::Nothing) {
        value.span = key.span.clone();
    }
    pairs.push(Pair {
        key: text,
        key_span: key.span,
        value,
    });
    None
}

fn is_nothing(letters: &str) -> bool {
    matches!(letters, "" | "~" | "null" | "Null" | "NULL")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::{Node, Pair, Value, parse};
    use crate::model::problem::Explain;

    fn write_pairs(text: &str, pairs: &[Pair<'_>], out: &mut String) {
        for pair in pairs {
            assert!(text[pair.key_span.clone()].contains(&*pair.key));
            write!(out, "{}=", pair.key).expect("a string takes all");
            write_node(text, &pair.value, out);
            out.push(' ');
        }
    }

    fn write_node(text: &str, node: &Node<'_>, out: &mut String) {
        match &node.value {
            Value::Nothing => out.push('-'),
            Value::Text(_) => out.push_str(&text[node.span.clone()]),
            Value::List(items) => {
                write!(out, "<{}:", &text[node.span.clone()]).expect("a string takes all");
                for item in items {
                    write_node(text, item, out);
                    out.push(' ');
                }
                out.push('>');
            }
            Value::Group(pairs) => {
                write!(out, "<{}:", &text[node.span.clone()]).expect("a string takes all");
                write_pairs(text, pairs, out);
                out.push('>');
            }
        }
    }

    fn check(text: &str, expect: &str, mistakes: &[(&str, &str)]) {
        let tree = parse(text, 0..text.len());
        let mut out = String::new();
        write_pairs(text, &tree.pairs, &mut out);
        assert_eq!(out.trim_end(), expect);
        let got: Vec<_> = tree
            .mistakes
            .iter()
            .map(|(span, mistake)| {
                let code = mistake.clone().in_entry().code();
                (code, &text[span.clone()])
            })
            .collect();
        assert_eq!(got, mistakes);
    }

    #[test]
    fn values_know_the_bytes_they_stand_on() {
        check("a: b  # c\nü: \"é è\"\nn: no\n", "a=b ü=\"é è\" n=no", &[]);
        check("a: [x, 'ÿ y' ]\n", "a=<[x, 'ÿ y' ]:x 'ÿ y' >", &[]);
        check(
            "é:\n  - x\n  - y: 1\nb:\n",
            "é=<- x\n  - y: 1:x <y: 1:y=1 > > b=-",
            &[],
        );
        check("a: { b: c, d: }\n", "a=<{ b: c, d: }:b=c d=- >", &[]);
        check("a: |\n  one\n  two\nb: x\n", "a=one\n  two b=x", &[]);
        check("a: one\n  two\nb: x\n", "a=one\n  two b=x", &[]);
        check("", "", &[]);
        check("# only a comment\n", "", &[]);
    }

    #[test]
    fn one_slip_does_not_hide_the_next() {
        check(
            "title: A: b\nkind: x\nsummary: \"open\nstatus: y\n@z: 1\nurl: u\n",
            "kind=x status=y url=u",
            &[
                ("yaml-syntax", ":"),
                ("yaml-syntax", "\""),
                ("yaml-syntax", "@"),
            ],
        );
        check("a: 1\n\tb: 2\nc: 3\n", "c=3", &[("yaml-syntax", "\t")]);
        check("a: [x, y\nb: 3\nc: 4\n", "b=3 c=4", &[("yaml-syntax", "[")]);
        check(
            "a: 1\na: 2\nb: {c: 1, c: 2}\n",
            "a=1 b=<{c: 1, c: 2}:c=1 >",
            &[("duplicate-key", "a"), ("duplicate-key", "c")],
        );
    }

    #[test]
    fn what_lets_values_change_each_other_is_refused() {
        check(
            "a: &x 1\nb: *x\nc: *y\nd: !t z\ne: 2\n",
            "a=&x 1 b=- d=!t z e=2",
            &[
                ("yaml-feature", "&x 1"),
                ("yaml-feature", "*x"),
                ("yaml-feature", "*"),
                ("yaml-feature", "!t z"),
            ],
        );
        check(
            "a: \"x\\u202Ey\"\nb: 1\n",
            "a=- b=1",
            &[("hidden-character", "\"x\\u202Ey\"")],
        );
        check("a: 1\n...\nb: 2\n", "a=1", &[("second-document", "")]);
        check("- a\n- b\n", "", &[("no-fields", "- a\n- b")]);
        check("words\n", "", &[("no-fields", "words")]);
        check(
            "a: {{x}}\nb: 1\n",
            "a=<{{x}}:> b=1",
            &[("key-not-text", "{x}")],
        );
    }

    #[test]
    fn depth_and_length_have_ends() {
        let deep = format!("a: {}x{}\nb: 1\n", "[".repeat(40), "]".repeat(40));
        let tree = parse(&deep, 0..deep.len());
        assert_eq!((tree.pairs.len(), tree.mistakes.len()), (2, 1));
        let long = format!("a: 1\nb: [{}]\nc: 1\n", "x, ".repeat(3000));
        let tree = parse(&long, 0..long.len());
        assert_eq!((tree.pairs.len(), tree.mistakes.len()), (1, 1));
    }
}
