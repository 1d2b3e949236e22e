//! One run of text (a paragraph, a heading, a cell) on its way from events to inlines.

use std::ops::Range;

use crate::compile::markdown::build::{Builder, Hidden};
use crate::compile::markdown::leaf::Leaf;
use crate::compile::markdown::limits::DEEPEST;
use crate::compile::markdown::signs::{self, Sign, Words};
use crate::compile::markdown::target::{self, Target};
use crate::compile::math;
use crate::model::document::{Fragment, Inline, LinkId, push_text};
use crate::model::problem::markdown::MarkdownFact;
use crate::model::url::Url;

/// A run of text that is still open.
pub(super) struct Run {
    /// What it becomes.
    pub(super) leaf: Leaf,
    /// Where it ends in the source.
    pub(super) span: Range<usize>,
    /// Emphasis, links and pictures that are open, outermost first; never empty.
    open: Vec<Open>,
    /// How many of those that are open are beyond the limit, and so ignored.
    flat: usize,
    /// How many links and pictures are open: in them stands no other.
    linked: usize,
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

    fn top(&mut self) -> &mut Vec<Inline> {
        &mut self.last().inlines
    }

    fn last(&mut self) -> &mut Open {
        self.open.last_mut().expect("the root is always open")
    }
}

struct Open {
    span: Span,
    inlines: Vec<Inline>,
    /// Where among them the `==` stands that may begin a highlight.
    mark: Option<usize>,
}

impl Open {
    fn new(span: Span) -> Open {
        Open {
            span,
            inlines: Vec::new(),
            mark: None,
        }
    }
}

/// Emphasis of the parser's own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Emphasis {
    /// `*a*`.
    Light,
    /// `**a**`.
    Strong,
    /// `~~a~~`.
    Struck,
}

/// How a link is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// `[words](destination)`, `<https://…>`, `[words][reference]`.
    Plain,
    /// `<name@host>`.
    Mail,
    /// `[[name]]`.
    Wikilink,
    /// `[[name|words]]`.
    NamedWikilink,
}

/// How a formula stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// In the line.
    Inline,
    /// On its own.
    Display,
}

enum Span {
    Root,
    Emphasis(Emphasis),
    /// A link whose words are the author's own, or the target's title.
    Inside(LinkId, Form),
    Outside(Url, Form),
    Media(LinkId, Form),
    Embed(LinkId),
    Remote(Url, Form),
    /// A link or picture that is none: only its words stay.
    Plain,
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
        let inline = match math::to_mathml(tex, shape == Shape::Display) {
            Some(mathml) => Inline::Math(mathml),
            None => {
                self.report(span.clone(), MarkdownFact::Math);
                Inline::Code(tex.trim().to_owned())
            }
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

    /// Begins emphasis.
    pub(super) fn open_emphasis(&mut self, emphasis: Emphasis, span: &Range<usize>) {
        self.open_span(span, |_, _| Span::Emphasis(emphasis));
    }

    /// Begins a link.
    pub(super) fn open_link(&mut self, form: Form, dest: &str, span: Range<usize>) {
        self.open_span(&span, |builder, linked| {
            if linked > 0 || builder.hidden.is_some() {
                return Span::Plain;
            }
            match read_target(form, dest) {
                Target::Inside { path, fragment } => {
                    let link = builder.add_link(path, fragment, false, &span);
                    link.map_or(Span::Plain, |link| Span::Inside(link, form))
                }
                Target::Outside(url) => Span::Outside(url, form),
                Target::Refused(reason) => {
                    let url = dest.to_owned();
                    builder.report(span.clone(), MarkdownFact::RefusedUrl { url, reason });
                    Span::Plain
                }
                Target::Nothing => Span::Plain,
            }
        });
    }

    /// Begins a picture or an embed. In a link stand pictures only.
    pub(super) fn open_image(&mut self, form: Form, dest: &str, span: Range<usize>) {
        self.open_span(&span, |builder, linked| {
            if builder.hidden.is_some() {
                return Span::Plain;
            }
            match read_target(form, dest) {
                Target::Inside { path, fragment } => {
                    let media = target::media(&path);
                    let fits = linked == 0 || media == Some(target::Media::Image);
                    let link = fits.then(|| builder.add_link(path, fragment, true, &span));
                    match (link.flatten(), media) {
                        (None, _) => Span::Plain,
                        (Some(link), Some(_)) => Span::Media(link, form),
                        (Some(link), None) => Span::Embed(link),
                    }
                }
                Target::Outside(url) if linked == 0 => {
                    let place = url.to_string();
                    builder.report(span.clone(), MarkdownFact::RemoteImage { url: place });
                    Span::Remote(url, form)
                }
                Target::Refused(reason) => {
                    let url = dest.to_owned();
                    builder.report(span.clone(), MarkdownFact::RefusedUrl { url, reason });
                    Span::Plain
                }
                Target::Outside(_) | Target::Nothing => Span::Plain,
            }
        });
    }

    fn open_span(&mut self, span: &Range<usize>, read: impl FnOnce(&mut Self, usize) -> Span) {
        if span.end <= self.skip {
            return;
        }
        self.begin_run(span);
        self.flush();
        let run = self.run.as_ref();
        let (linked, depth, flat) = run.map_or((0, 0, 0), |r| (r.linked, r.open.len(), r.flat));
        if flat > 0 || depth > DEEPEST {
            self.report_deep(span.start);
            self.run.as_mut().into_iter().for_each(|run| run.flat += 1);
            return;
        }
        let kind = read(self, linked);
        if let Some(run) = &mut self.run {
            run.linked += usize::from(!matches!(kind, Span::Emphasis(_)));
            run.open.push(Open::new(kind));
        }
    }

    /// Ends the innermost emphasis, link or picture.
    pub(super) fn close_span(&mut self, span: &Range<usize>) {
        if span.end <= self.skip {
            return;
        }
        self.flush();
        let Some(run) = &mut self.run else { return };
        if run.flat > 0 {
            run.flat -= 1;
            return;
        }
        if run.open.len() == 1 {
            return;
        }
        let Some(open) = run.open.pop() else { return };
        run.linked -= usize::from(!matches!(open.span, Span::Emphasis(_)));
        let inner = open.inlines;
        match open.span {
            Span::Emphasis(_) if inner.is_empty() => {}
            Span::Emphasis(Emphasis::Light) => run.top().push(Inline::Emphasis(inner)),
            Span::Emphasis(Emphasis::Strong) => run.top().push(Inline::Strong(inner)),
            Span::Emphasis(Emphasis::Struck) => run.top().push(Inline::Strike(inner)),
            Span::Inside(link, form) => {
                let text = self.link_words(link, form, inner);
                self.push_visible(Inline::Link { link, text });
            }
            Span::Outside(url, form) => {
                let text = outside_words(&url, form, inner);
                run.top().push(Inline::Outside { url, text });
            }
            Span::Media(link, form) => {
                let words = own_words(form, &inner);
                let (alt, size) = target::split_size(&words);
                let alt = alt.to_owned();
                run.top().push(Inline::Media { link, alt, size });
            }
            Span::Embed(link) => run.top().push(Inline::EmbedLink(link)),
            Span::Remote(url, form) => {
                let words = own_words(form, &inner);
                let (alt, _) = target::split_size(&words);
                let alt = vec![Inline::Text(alt.to_owned())];
                let alt = if own_text(&alt).is_empty() {
                    Vec::new()
                } else {
                    alt
                };
                let text = outside_words(&url, Form::Plain, alt);
                run.top().push(Inline::Outside { url, text });
            }
            Span::Plain | Span::Root => run.top().extend(inner),
        }
    }

    /// The words of a link inside the site: the author's, or for a place in the same note the place's name.
    fn link_words(&self, link: LinkId, form: Form, inner: Vec<Inline>) -> Vec<Inline> {
        let link = &self.document.links[link.0];
        match (form, &link.fragment) {
            (Form::Plain | Form::Mail | Form::NamedWikilink, _) if !inner.is_empty() => inner,
            (_, Fragment::Headings(names)) if link.path.is_empty() => names
                .last()
                .cloned()
                .map(Inline::Text)
                .into_iter()
                .collect(),
            (_, Fragment::Block(id)) if link.path.is_empty() => {
                vec![Inline::Text(format!("^{id}"))]
            }
            _ => Vec::new(),
        }
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
    fn push_visible(&mut self, inline: Inline) {
        if let Some(run) = &mut self.run {
            run.top().push(inline);
        }
    }
}

fn read_target(form: Form, dest: &str) -> Target {
    match form {
        Form::Plain => target::destination(dest),
        Form::Mail => target::mail(dest),
        Form::Wikilink | Form::NamedWikilink => target::wikilink(dest),
    }
}

fn outside_words(url: &Url, form: Form, inner: Vec<Inline>) -> Vec<Inline> {
    match form {
        Form::Plain | Form::Mail | Form::NamedWikilink if !inner.is_empty() => inner,
        Form::Plain | Form::Mail | Form::NamedWikilink | Form::Wikilink => {
            vec![Inline::Text(url.as_str().to_owned())]
        }
    }
}

/// The words of a picture: `![[x.png]]` has none, what stands there is its name.
fn own_words(form: Form, inner: &[Inline]) -> String {
    match form {
        Form::Wikilink => String::new(),
        Form::Plain | Form::Mail | Form::NamedWikilink => own_text(inner),
    }
}

fn own_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_text(inlines, &mut text);
    text
}
