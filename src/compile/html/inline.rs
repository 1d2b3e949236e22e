//! Running text to HTML.

use crate::compile::html::{Target, Writer};
use crate::compile::markdown::{Media, media};
use crate::model::address::Address;
use crate::model::document::{Fragment, Inline, LinkId, push_text};
use crate::model::slug::Slug;

/// Width and height in pixels, as the author gave them.
type Size = (Option<u32>, Option<u32>);

impl Writer<'_, '_> {
    /// Running text.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            if self.is_full() {
                return;
            }
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Code(code) => {
                self.raw("<code>");
                self.text(code);
                self.raw("</code>");
            }
            Inline::Emphasis(inner) => self.element("em", inner),
            Inline::Strong(inner) => self.element("strong", inner),
            Inline::Strike(inner) => self.element("del", inner),
            Inline::Highlight(inner) => self.element("mark", inner),
            Inline::Link { link, text } => self.link(*link, text),
            Inline::Outside { url, text } => {
                self.raw("<a");
                self.attribute("href", url.as_str());
                self.raw(" rel=\"noopener noreferrer\">");
                self.inlines(text);
                self.raw("</a>");
            }
            Inline::Media { link, alt, size } => self.media(*link, alt, *size),
            Inline::EmbedLink(link) => self.link(*link, &[]),
            Inline::Math(math) => self.math(math),
            Inline::FootnoteReference { index, number } => self.reference(*index, *number),
            Inline::Tag(tag) => self.tag(tag),
            Inline::HardBreak => self.raw("<br>"),
            Inline::SoftBreak => self.raw("\n"),
        }
    }

    fn element(&mut self, name: &str, inner: &[Inline]) {
        self.out.extend(["<", name, ">"]);
        self.inlines(inner);
        self.out.extend(["</", name, ">"]);
    }

    /// `MathML` is written whole or not at all: cut, it would leave elements open.
    pub(super) fn math(&mut self, math: &str) {
        if self.out.len() + math.len() <= self.end {
            self.raw(math);
        } else {
            self.whole = false;
        }
    }

    /// A link inside the site. Without words it shows the target's title.
    pub(super) fn link(&mut self, link: LinkId, words: &[Inline]) {
        let href = match self.target(link) {
            Target::Page { page, anchor } => Some(self.href(*page, anchor.as_ref())),
            Target::File(address) => Some(self.file_href(address)),
            Target::Nowhere => None,
        };
        if let Some(href) = &href {
            self.raw("<a");
            self.attribute("href", href);
            self.raw(">");
        }
        if words.is_empty() {
            let name = self.name(link);
            self.text(&name);
        } else {
            self.inlines(words);
        }
        if href.is_some() {
            self.raw("</a>");
        }
    }

    /// What a link without words shows: the page's title, or the last part of the path.
    pub(super) fn name(&self, link: LinkId) -> String {
        if let Target::Page { page, .. } = self.target(link) {
            return self.site.titles[page.0].clone();
        }
        let links = &self.site.documents[self.page().0].links;
        let path = links.get(link.0).map_or("", |link| link.path.as_str());
        path.rsplit('/').next().unwrap_or(path).to_owned()
    }

    /// A picture, sound, film or document; its words where there is no such file.
    fn media(&mut self, link: LinkId, alt: &str, size: Size) {
        let Target::File(address) = self.target(link) else {
            if alt.is_empty() {
                self.link(link, &[]);
            } else {
                self.link(link, &[Inline::Text(alt.to_owned())]);
            }
            return;
        };
        let src = self.file_href(address);
        match media(address.as_str()) {
            Some(Media::Image) => self.image(&src, alt, size),
            Some(Media::Audio) => self.player("audio", &src, (link, alt)),
            Some(Media::Video) => self.player("video", &src, (link, alt)),
            Some(Media::Pdf) | None => self.document(&src, (link, alt)),
        }
    }

    fn image(&mut self, src: &str, alt: &str, (width, height): Size) {
        self.raw("<img");
        self.attribute("src", src);
        self.attribute("alt", alt);
        for (name, pixels) in [("width", width), ("height", height)] {
            if let Some(pixels) = pixels {
                self.attribute(name, &pixels.to_string());
            }
        }
        self.raw(" loading=\"lazy\" decoding=\"async\">");
    }

    fn player(&mut self, element: &str, src: &str, (link, alt): (LinkId, &str)) {
        self.out.extend(["<", element]);
        self.attribute("src", src);
        self.raw(" controls=\"\" preload=\"metadata\"");
        let name = self.label(link, alt);
        self.attribute("aria-label", &name);
        self.out.extend(["></", element, ">"]);
    }

    /// A link to a document, at the page that `#page=3` names.
    fn document(&mut self, src: &str, (link, alt): (LinkId, &str)) {
        let links = &self.site.documents[self.page().0].links;
        let page = links.get(link.0).and_then(|link| match &link.fragment {
            Fragment::Headings(names) => names.iter().find_map(|n| n.strip_prefix("page=")),
            Fragment::Whole | Fragment::Block(_) => None,
        });
        let page = page.and_then(|page| page.parse::<u32>().ok());
        let href = page.map_or_else(|| src.to_owned(), |page| format!("{src}#page={page}"));
        let name = self.label(link, alt);
        self.raw("<a");
        self.attribute("href", &href);
        self.raw(">");
        self.text(&name);
        self.raw("</a>");
    }

    fn label(&self, link: LinkId, alt: &str) -> String {
        if alt.is_empty() {
            self.name(link)
        } else {
            alt.to_owned()
        }
    }

    /// The raised number that leads to a footnote; in an embed it leads to the original's.
    fn reference(&mut self, index: usize, number: usize) {
        let shown = (index + 1).to_string();
        let mut href = if self.page() == self.host {
            String::new()
        } else {
            self.file_href(&self.site.addresses[self.page().0])
        };
        href.push('#');
        href.push_str(&footnote_id(index));
        self.raw("<sup><a class=\"footnote\"");
        self.attribute("href", &href);
        self.id(&reference_id(index, number));
        self.attribute("aria-label", &format!("Footnote {shown}"));
        self.out.extend([">", &shown, "</a></sup>"]);
    }

    fn tag(&mut self, tag: &str) {
        let segments = tag.split('/').map(Slug::from_words);
        let path = std::iter::once(Slug::from_words("tags")).chain(segments);
        let address = Address::page(&path.collect::<Vec<_>>());
        let href = self.file_href(&address);
        self.raw("<a class=\"tag\"");
        self.attribute("href", &href);
        self.raw(">#");
        self.text(tag);
        self.raw("</a>");
    }
}

/// The id of a footnote's words.
pub(super) fn footnote_id(index: usize) -> String {
    format!("u-fn.{}", index + 1)
}

/// The id of a reference to a footnote.
pub(super) fn reference_id(index: usize, number: usize) -> String {
    format!("u-fnref.{}.{}", index + 1, number + 1)
}

/// The words of `inlines`, for labels.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push_text(inlines, &mut words);
    words
}
