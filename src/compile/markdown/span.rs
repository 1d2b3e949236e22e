//! Emphasis, links and pictures: spans of a run that hold other inlines.

use std::ops::Range;

use crate::compile::markdown::build::Builder;
use crate::compile::markdown::limits::DEEPEST;
use crate::compile::markdown::target::{self, Target};
use crate::model::document::{Fragment, Inline, LinkId, push_text};
use crate::model::problem::markdown::MarkdownFact;
use crate::model::url::Url;

/// Emphasis, a link or a picture that is open.
pub(super) struct Open {
    span: Span,
    /// What it holds so far.
    pub(super) inlines: Vec<Inline>,
    /// Where among them the `==` stands that may begin a highlight.
    pub(super) mark: Option<usize>,
}

impl Open {
    /// One that holds nothing yet.
    pub(super) fn new(span: Span) -> Open {
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

/// What an open span becomes.
pub(super) enum Span {
    /// The run itself.
    Root,
    /// Emphasis.
    Emphasis(Emphasis),
    /// A link whose words are the author's own, or the target's title.
    Inside(LinkId, Form),
    /// A link out of the site.
    Outside(Url, Form),
    /// A picture, sound, film or document.
    Media(LinkId, Form),
    /// An embed of a note.
    Embed(LinkId),
    /// A picture of another host.
    Remote(Url, Form),
    /// A link or picture that is none: only its words stay.
    Plain,
}

impl Builder<'_> {
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
