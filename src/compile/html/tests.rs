use std::collections::HashSet;

use proptest::prelude::{Strategy, any, prop};
use proptest::proptest;

use super::{Anchor, Rendering, Target, embed_cycles, write};
use crate::compile::markdown;
use crate::model::address::Address;
use crate::model::document::{Document, Fragment, Link};
use crate::model::problem::Explain;
use crate::model::site::PageId;

/// A small site: page 0 at `a/`, page 1 at `b/c/`, and so on; a link's path is a page's title or a file's name.
struct Site {
    addresses: Vec<Address>,
    titles: Vec<String>,
    documents: Vec<Document>,
    targets: Vec<Vec<Target>>,
    problems: Vec<&'static str>,
}

fn site(pages: &[(&str, &str)]) -> Site {
    let mut problems = Vec::new();
    let mut parse = |text: &str| markdown::parse("a.md", text, 0..text.len(), &mut problems);
    let documents: Vec<Document> = pages.iter().map(|(_, text)| parse(text)).collect();
    let titles: Vec<String> = pages.iter().map(|(title, _)| (*title).to_owned()).collect();
    let paths = ["a", "b/c", "d", "e", "f"];
    let addresses = paths.map(Address::known_page).to_vec();
    let target = |from: usize, link: &Link| {
        let page = match link.path.as_str() {
            "" => Some(from),
            path => titles.iter().position(|title| title == path),
        };
        match page {
            Some(page) => Target::Page {
                page: PageId(page),
                anchor: anchor(&documents[page], &link.fragment),
            },
            None if link.path.starts_with(|c: char| c.is_ascii_alphabetic())
                && link.path[1..].starts_with('.') =>
            {
                Target::File(Address::file(&link.path[..5.min(link.path.len())]))
            }
            None => Target::Nowhere,
        }
    };
    let targets = documents
        .iter()
        .enumerate()
        .map(|(from, document)| document.links.iter().map(|l| target(from, l)).collect())
        .collect();
    Site {
        addresses,
        titles,
        targets,
        documents,
        problems: problems.iter().map(|problem| problem.fact.code()).collect(),
    }
}

fn anchor(document: &Document, fragment: &Fragment) -> Option<Anchor> {
    match fragment {
        Fragment::Whole => None,
        Fragment::Block(id) => Some(Anchor::Block(id.clone())),
        Fragment::Headings(names) => {
            let last = names.last()?;
            let at = document.headings.iter().position(|h| h.text == *last);
            at.map(Anchor::Heading)
        }
    }
}

impl Site {
    fn html(&self, page: usize, limit: usize) -> (String, bool) {
        let documents: Vec<&Document> = self.documents.iter().collect();
        let mut out = String::new();
        let whole = write(PageId(page), self.rendering(&documents), limit, &mut out);
        (out, whole)
    }

    fn rendering<'a>(&'a self, documents: &'a [&'a Document]) -> Rendering<'a> {
        Rendering {
            addresses: &self.addresses,
            titles: &self.titles,
            documents,
            targets: &self.targets,
        }
    }
}

const LIMIT: usize = 64 * 1024;

/// One page among others; the others are `Other` (with a heading, a block and a list) and the files that links name.
fn check(markdown: &str, expect: &str) {
    let other = "Lead.\n\n# One\nUnder one. ^b\n\n## Two\n- x ^i\n- y\n\n# Three\nEnd[^n].\n\n[^n]: Note.\n";
    let site = site(&[("Self", markdown), ("Other", other)]);
    let (html, whole) = site.html(0, LIMIT);
    assert!(whole);
    assert_eq!(html.trim_end(), expect, "{markdown}");
    laws(&html);
}

fn check_problems(markdown: &str, expect: &[&str]) {
    assert_eq!(site(&[("Self", markdown)]).problems, expect, "{markdown}");
}

/// What holds for every page: a sanitiser that knows our elements finds nothing to change.
fn laws(html: &str) {
    assert_eq!(sanitiser().clean(html).to_string(), html);
}

fn sanitiser() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    let tags = [
        "section",
        "input",
        "audio",
        "video",
        "mark",
        "math",
        "mfrac",
        "mi",
        "mn",
        "mo",
        "mrow",
        "msup",
        "msub",
        "msubsup",
        "msqrt",
        "mroot",
        "mtext",
        "mspace",
        "mtable",
        "mtr",
        "mtd",
        "munder",
        "mover",
        "munderover",
        "mstyle",
        "mpadded",
        "mphantom",
        "menclose",
        "mmultiscripts",
        "mprescripts",
        "ms",
    ];
    let attributes = [
        "class",
        "id",
        "role",
        "tabindex",
        "aria-label",
        "aria-hidden",
        "rel",
        "start",
        "scope",
        "open",
        "src",
        "controls",
        "preload",
        "loading",
        "decoding",
        "type",
        "disabled",
        "checked",
        "width",
        "height",
        "alt",
        "display",
        "displaystyle",
        "scriptlevel",
        "stretchy",
        "mathvariant",
        "linethickness",
        "accent",
        "accentunder",
        "lspace",
        "rspace",
        "depth",
        "fence",
        "form",
        "largeop",
        "maxsize",
        "minsize",
        "movablelimits",
        "notation",
        "separator",
        "symmetric",
        "columnalign",
        "columnspan",
    ];
    builder
        .add_tags(tags)
        .add_generic_attributes(attributes)
        .link_rel(None)
        .add_url_schemes(["ipfs", "ipns"]);
    builder
}

#[test]
fn running_text_is_written_with_its_emphasis() {
    check(
        "a *b* **c** ~~d~~ `e<` ==f *g* h==",
        "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;</code> <mark>f <em>g</em> h</mark></p>",
    );
    check(
        "a == b == c, `==d==`, ==e",
        "<p>a == b == c, <code>==d==</code>, ==e</p>",
    );
    check(r"\==a== &amp; \#b &copy;", "<p>==a== &amp; #b ©</p>");
    check("a\\\nb\nc", "<p>a<br>b\nc</p>");
    check("==a\nb==", "<p><mark>a\nb</mark></p>");
}

#[test]
fn headings_begin_below_the_title_and_skip_no_level() {
    check(
        "# A\n### B\n## C {#own}\n# A",
        "<h2 id=\"u-a\">A <a class=\"anchor\" href=\"#u-a\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h2>\n\
         <h3 id=\"u-b\">B <a class=\"anchor\" href=\"#u-b\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h3>\n\
         <h3 id=\"u-own\">C <a class=\"anchor\" href=\"#u-own\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h3>\n\
         <h2 id=\"u-a-1\">A <a class=\"anchor\" href=\"#u-a-1\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h2>",
    );
}

#[test]
fn wikilinks_lead_to_pages_headings_and_blocks() {
    check("[[Other]]", "<p><a href=\"../b/c/\">Other</a></p>");
    check("[[Other|*w*]]", "<p><a href=\"../b/c/\"><em>w</em></a></p>");
    check(
        "[[Other#Two]]",
        "<p><a href=\"../b/c/#u-two\">Other</a></p>",
    );
    check(
        "[[Other#One#Two|w]]",
        "<p><a href=\"../b/c/#u-two\">w</a></p>",
    );
    check("[[Other#^b|w]]", "<p><a href=\"../b/c/#u-b.b\">w</a></p>");
    check("[[Nobody]] [[x/No|w]]", "<p>Nobody w</p>");
    check(
        "a ^k\n\n[[#^k]]",
        "<p id=\"u-b.k\">a</p>\n<p><a href=\"#u-b.k\">^k</a></p>",
    );
    check(
        "[[https://a.org/b]]",
        "<p><a href=\"https://a.org/b\" rel=\"noopener noreferrer\">https://a.org/b</a></p>",
    );
}

#[test]
fn plain_links_are_internal_or_external() {
    check(
        "[w](Other.md#Two)",
        "<p><a href=\"../b/c/#u-two\">w</a></p>",
    );
    check(
        "[w](https://a.org \"t\") <https://b.org>",
        "<p><a href=\"https://a.org\" rel=\"noopener noreferrer\">w</a> <a href=\"https://b.org\" rel=\"noopener noreferrer\">https://b.org</a></p>",
    );
    check(
        "See https://a.org/b.",
        "<p>See <a href=\"https://a.org/b\" rel=\"noopener noreferrer\">https://a.org/b</a>.</p>",
    );
    check(
        "<a@b.org>",
        "<p><a href=\"mailto:a@b.org\" rel=\"noopener noreferrer\">a@b.org</a></p>",
    );
    check(
        "[w](javascript:x) [](b.zip)",
        "<p>w <a href=\"../b.zip\">b.zip</a></p>",
    );
    check_problems(
        "[w](javascript:x) <data:x>",
        &["refused-url", "refused-url"],
    );
}

#[test]
fn no_link_stands_in_a_link() {
    check(
        "[[Other|<https://a.org>]]",
        "<p><a href=\"../b/c/\">https://a.org</a></p>",
    );
    check(
        "[#a https://b.org](https://c.org)",
        "<p><a href=\"https://c.org\" rel=\"noopener noreferrer\">#a https://b.org</a></p>",
    );
    check(
        "[![x](y.png)](https://c.org)",
        "<p><a href=\"https://c.org\" rel=\"noopener noreferrer\"><img src=\"../y.png\" alt=\"x\" loading=\"lazy\" decoding=\"async\"></a></p>",
    );
}

#[test]
fn media_keep_their_sizes_and_names() {
    check(
        "![[x.png|a b|100x145]]",
        "<p><img src=\"../x.png\" alt=\"a b\" width=\"100\" height=\"145\" loading=\"lazy\" decoding=\"async\"></p>",
    );
    check(
        "![[x.png]] ![250](x.png)",
        "<p><img src=\"../x.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"> <img src=\"../x.png\" alt=\"\" width=\"250\" loading=\"lazy\" decoding=\"async\"></p>",
    );
    check(
        "![[x.ogg]]",
        "<p><audio src=\"../x.ogg\" controls=\"\" preload=\"metadata\" aria-label=\"x.ogg\"></audio></p>",
    );
    check(
        "![[x.mp4|a]]",
        "<p><video src=\"../x.mp4\" controls=\"\" preload=\"metadata\" aria-label=\"a\"></video></p>",
    );
    check(
        "![[x.pdf#page=3]]",
        "<p><a href=\"../x.pdf#page=3\">x.pdf</a></p>",
    );
    check(
        "![a](https://b.org/c.png)",
        "<p><a href=\"https://b.org/c.png\" rel=\"noopener noreferrer\">a</a></p>",
    );
    check_problems("![a](https://b.org/c.png)", &["remote-image"]);
}

#[test]
fn embeds_show_their_target_and_where_it_comes_from() {
    let source = "<p class=\"embed-source\"><a href=\"../b/c/";
    let open = "<section class=\"embed\" aria-label=\"Other\">\n";
    check(
        "![[Other#^b]]",
        &format!("{open}<p>Under one.</p>\n{source}#u-b.b\">Other</a></p>\n</section>"),
    );
    check(
        "![[Other#^i]]",
        &format!("{open}<ul>\n<li>x</li>\n</ul>\n{source}#u-b.i\">Other</a></p>\n</section>"),
    );
    check(
        "# A\n![[Other#One]]",
        &format!(
            "<h2 id=\"u-a\">A <a class=\"anchor\" href=\"#u-a\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h2>\n{open}<h3>One</h3>\n<p>Under one.</p>\n<h4>Two</h4>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n{source}#u-one\">Other</a></p>\n</section>"
        ),
    );
    check("a ![[Other]] b", "<p>a <a href=\"../b/c/\">Other</a> b</p>");
    check("![[Nobody]]", "<p class=\"embed-source\">Nobody</p>");
}

#[test]
fn an_embedded_footnote_leads_to_the_original() {
    let site = site(&[("Self", "![[Other]]"), ("Other", "a[^n]\n\n[^n]: b")]);
    let (html, _) = site.html(0, LIMIT);
    assert!(html.contains("<p>a<sup><a class=\"footnote\" href=\"../b/c/#u-fn.1\" aria-label=\"Footnote 1\">1</a></sup></p>"), "{html}");
    laws(&html);
}

#[test]
fn embeds_that_contain_themselves_are_cut() {
    let site = site(&[("A", "![[B]]"), ("B", "![[C]]\n\n![[B]]"), ("C", "![[A]]")]);
    let documents: Vec<&Document> = site.documents.iter().collect();
    let via = |page| -> Vec<Vec<usize>> {
        let cycles = embed_cycles(PageId(page), site.rendering(&documents));
        cycles
            .iter()
            .map(|(_, via)| via.iter().map(|p| p.0).collect())
            .collect()
    };
    assert_eq!(via(0), [[1, 2]]);
    assert_eq!(via(1), [vec![2, 0], vec![]]);
    for page in 0..3 {
        let (html, whole) = site.html(page, LIMIT);
        assert!(whole && html.len() < 2_000, "{html}");
        laws(&html);
    }
}

#[test]
fn an_embed_bomb_stops_at_the_limit() {
    let many = "![[B]]\n\n".repeat(100);
    let site = site(&[
        ("A", &many),
        ("B", &many.replace('B', "C")),
        ("C", &many.replace('B', "D")),
        ("D", &"x\n\n".repeat(100)),
    ]);
    let (html, whole) = site.html(0, LIMIT);
    assert!(!whole && html.len() <= LIMIT);
    laws(&html);
}

#[test]
fn callouts_have_a_kind_a_title_and_a_fold() {
    check(
        "> [!warning] Mind *it*\n> a\n> b",
        "<aside class=\"callout callout-warning\" role=\"note\">\n<p class=\"callout-title\">Mind <em>it</em></p>\n<p>a\nb</p>\n</aside>",
    );
    check(
        "> [!tldr]-\n> - a",
        "<details class=\"callout callout-abstract\">\n<summary class=\"callout-title\">Abstract</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>",
    );
    check(
        "> [!recipe]+ Soup",
        "<details class=\"callout callout-note\" open=\"\">\n<summary class=\"callout-title\">Soup</summary>\n</details>",
    );
    check(
        "> [!recipe]\n>\n> a",
        "<aside class=\"callout callout-note\" role=\"note\">\n<p class=\"callout-title\">Recipe</p>\n<p>a</p>\n</aside>",
    );
    check(
        "> [!tip] A\n> > [!bug]\n> > b",
        "<aside class=\"callout callout-tip\" role=\"note\">\n<p class=\"callout-title\">A</p>\n<aside class=\"callout callout-bug\" role=\"note\">\n<p class=\"callout-title\">Bug</p>\n<p>b</p>\n</aside>\n</aside>",
    );
    check("> a", "<blockquote>\n<p>a</p>\n</blockquote>");
}

#[test]
fn lists_have_tasks_numbers_and_ids() {
    check(
        "- [ ] a\n- [X] b\n- [?] c",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"To do\"> a</li>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\"> b</li>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"Marked ?\"> c</li>\n</ul>",
    );
    check(
        "3. a\n\n4. b",
        "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>",
    );
    check(
        "- a ^x\n  - b\n\n^y",
        "<div id=\"u-b.y\">\n<ul>\n<li id=\"u-b.x\">a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n</div>",
    );
    check_problems("a ^x\n\nb ^x", &["repeated-block-id"]);
}

#[test]
fn tables_scroll_in_a_named_box() {
    let open = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n";
    check(
        "| a | b |\n|:-:|--:|\n| [[Other\\|w]] | ![[x.png\\|10]] |\n",
        &format!(
            "{open}<thead>\n<tr><th scope=\"col\" class=\"align-center\">a</th><th scope=\"col\" class=\"align-end\">b</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-center\"><a href=\"../b/c/\">w</a></td><td class=\"align-end\"><img src=\"../x.png\" alt=\"\" width=\"10\" loading=\"lazy\" decoding=\"async\"></td></tr>\n</tbody>\n</table></div>"
        ),
    );
    check(
        "|a|\n|-|\n^t",
        &format!(
            "<div id=\"u-b.t\">\n{open}<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table></div>\n</div>"
        ),
    );
}

#[test]
fn comments_are_hidden_but_not_in_code() {
    check("a %%b [[Other]] *c*%% d", "<p>a  d</p>");
    check("`a %% b` %% c", "<p><code>a %% b</code> %% c</p>");
    check(
        "a\n\n%%\nb\n\n# C #t\n- d\n\n```\ne\n```\n%%\n\nf",
        "<p>a</p>\n<p>f</p>",
    );
    check("%% a", "");
    check("- a\n- %%b%%\n", "<ul>\n<li>a</li>\n<li></li>\n</ul>");
    check_problems("%% a\n\nb [w](javascript:x)", &["unclosed-comment"]);
    let site = site(&[("A", "%%\n[[b]] #c ^d\n\n# E\n%%")]);
    assert_eq!(site.documents[0], Document::default());
}

#[test]
fn tags_lead_to_their_pages() {
    check(
        "#Land/Reform x#y #12 `#z`",
        "<p><a class=\"tag\" href=\"../tags/land/reform/\">#Land/Reform</a> x#y #12 <code>#z</code></p>",
    );
    check(
        "# A #b_c\n",
        "<h2 id=\"u-a-b_c\">A <a class=\"tag\" href=\"../tags/b-c/\">#b_c</a> <a class=\"anchor\" href=\"#u-a-b_c\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h2>",
    );
}

#[test]
fn html_is_text() {
    check(
        "a <b onclick=\"x\">c</b><br>d <!-- e -->",
        "<p>a &lt;b onclick=\"x\"&gt;c&lt;/b&gt;<br>d </p>",
    );
    check(
        "<script>\nalert(1)\n</script>",
        "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>",
    );
    check("<!-- a -->\n\nb", "<p>b</p>");
    check_problems("<b>a</b> <i>c</i>", &["raw-html"]);
}

#[test]
fn code_is_classed_and_escaped() {
    check(
        "```rust,ignore\nlet a = \"<\";\n```",
        "<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"hl-keyword\">let</span> a = <span class=\"hl-string\">\"&lt;\"</span>;\n</code></pre>",
    );
    check(
        "    a\n    b",
        "<pre tabindex=\"0\"><code>a\nb</code></pre>",
    );
    check(
        "```Mermaid\n%%a%% #b ==c==\n```",
        "<pre tabindex=\"0\"><code class=\"language-mermaid\">%%a%% #b ==c==\n</code></pre>",
    );
}

#[test]
fn math_is_mathml_or_the_tex_it_was() {
    check("$x$", "<p><math display=\"inline\"><mi>x</mi></math></p>");
    check(
        "$$x$$",
        "<div class=\"math\"><math display=\"block\"><mi>x</mi></math></div>",
    );
    check("$\\nonsense$", "<p><code>\\nonsense</code></p>");
    check_problems("$\\nonsense$", &["unreadable-math"]);
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_reading() {
    check(
        "a[^2] b[^1] c[^2]\n\n[^1]: one\n[^2]: two\n[^3]: three",
        "<p>a<sup><a class=\"footnote\" href=\"#u-fn.1\" id=\"u-fnref.1.1\" aria-label=\"Footnote 1\">1</a></sup> b<sup><a class=\"footnote\" href=\"#u-fn.2\" id=\"u-fnref.2.1\" aria-label=\"Footnote 2\">2</a></sup> c<sup><a class=\"footnote\" href=\"#u-fn.1\" id=\"u-fnref.1.2\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n\
         <li id=\"u-fn.1\"><p>two <a class=\"footnote-back\" href=\"#u-fnref.1.1\" aria-label=\"Back to where footnote 1 is referred to\">↩</a> <a class=\"footnote-back\" href=\"#u-fnref.1.2\" aria-label=\"Back to reference 2 of footnote 1\">↩</a></p>\n</li>\n\
         <li id=\"u-fn.2\"><p>one <a class=\"footnote-back\" href=\"#u-fnref.2.1\" aria-label=\"Back to where footnote 2 is referred to\">↩</a></p>\n</li>\n</ol>\n</section>",
    );
}

#[test]
fn definitions_and_rules() {
    check("a\n: b\n\n---", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<hr>");
}

#[test]
fn what_nests_too_deep_is_flattened() {
    for deep in [
        ">".repeat(200) + " a",
        "- ".repeat(200) + "a",
        "*a _b ".repeat(200) + &"c_ d*".repeat(200),
    ] {
        let site = site(&[("A", &deep)]);
        assert_eq!(site.problems, ["too-deep"]);
        laws(&site.html(0, LIMIT).0);
    }
}

/// Pieces of the grammar, and of what could break it.
fn piece() -> impl Strategy<Value = String> {
    let signs = [
        "\n",
        "\n\n",
        "- ",
        "> ",
        "1. ",
        "    ",
        "# ",
        "```\n",
        "```rust\n",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "==",
        "%%",
        "[[",
        "]]",
        "![[",
        "|",
        "\\|",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[^1]",
        "[^1]: ",
        "#a/b",
        "^id",
        " ^id\n",
        "$",
        "$$",
        "\\frac{1}{2}",
        "{#id}",
        "> [!note]- ",
        "> [!x] ",
        "- [?] ",
        "|a|b|\n|-|-|\n|c|d|\n",
        "a\n: b\n",
        "<b>",
        "<br>",
        "<!--",
        "-->",
        "&amp;",
        "&lt;",
        "<",
        ">",
        "\"",
        "'",
        "\u{A0}",
        "é",
        "日",
        "https://a.org/b",
        "<https://a.org>",
        "javascript:x",
        "Self",
        "Other",
        "x.png",
        "x.pdf#page=2",
        "100x200",
        "---\n",
        "===\n",
        "a",
        "B c",
        "\\",
        "\t",
        "![[Other]]\n\n",
        "\n\n![[Self]]\n\n",
        "\n\n^id\n\n",
        "\n%%\n",
    ];
    let sign = prop::sample::select(signs.to_vec()).prop_map(str::to_owned);
    proptest::prop_oneof![8 => sign, 1 => any::<char>().prop_filter("text::read refuses these", |c| !c.is_control()).prop_map(String::from)]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn obeys_laws(own: &str, other: &str) {
    let mut problems = Vec::new();
    let document = markdown::parse("a.md", own, 0..own.len(), &mut problems);
    let spans = document.links.iter().map(|link| link.span.clone());
    let spans = spans.chain(document.headings.iter().map(|heading| heading.span.clone()));
    let spans = spans.chain(
        problems
            .iter()
            .map(|p| p.place.span.start..p.place.span.end),
    );
    for span in spans {
        assert!(own.get(span.clone()).is_some(), "{span:?} of {own:?}");
    }
    let site = site(&[("Self", own), ("Other", other)]);
    let documents: Vec<&Document> = site.documents.iter().collect();
    embed_cycles(PageId(0), site.rendering(&documents));
    let limit = 4 * own.len() + LIMIT;
    let (html, _) = site.html(0, limit);
    assert!(html.len() <= limit);
    laws(&html);
    let ids: Vec<&str> = html.split(" id=\"").skip(1).collect();
    let ids: Vec<&str> = ids
        .iter()
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(
        ids.iter().collect::<HashSet<_>>().len(),
        ids.len(),
        "{ids:?}"
    );
}

proptest! {
    #[test]
    fn any_text_becomes_sound_html(own in text(), other in text()) {
        obeys_laws(&own, &other);
    }

    #[test]
    fn the_limit_holds_wherever_it_cuts(own in text(), limit in 0_usize..3_000) {
        let (html, _) = site(&[("Self", &own), ("Other", &own)]).html(0, 40_000 + limit);
        assert!(html.len() <= 40_000 + limit);
    }
}

/// Inputs that have made Markdown parsers hang or overflow their stacks, each as long as a file may be.
#[test]
fn pathological_texts_are_read_in_linear_time() {
    let pieces = [
        "- ",
        ">",
        "> ",
        "1. ",
        "[",
        "]",
        "[[",
        "]]",
        "![[",
        "![",
        "[a](",
        "[[a",
        "[[a]]",
        "*",
        "**",
        "_a*",
        "*a_",
        "~",
        "==",
        "== ",
        "%%",
        "%% a ",
        "#a ",
        "`",
        "``a",
        "$",
        "$$",
        "${",
        "<",
        "<a ",
        "<!--",
        "</",
        "&",
        "&amp",
        "\\",
        "[^a]",
        "[^a]:",
        "\n",
        " \n",
        "- a\n",
        "> a\n\n",
        "- [x] a\n",
        "a\n: b\n",
        "|a",
        "|a|\n|-|\n",
        "a|b\n",
        "# a\n",
        "# a {#a}\n",
        "^a\n\n",
        "a ^a\n\n",
        "> [!a]\n",
        "> [!a]\n\n",
        "https://",
        "https://a.b/(",
        "![[a]]\n\n",
        "```rust\na\n",
        "    - a\n",
        "\t",
        "[a]: b\n",
        "[a]: <",
        "a\n===\n",
        "<script>\n",
        "<a@",
        "%%\n\n",
    ];
    for piece in pieces {
        let text = piece.repeat(256 * 1024 / piece.len());
        let limit = 4 * text.len() + LIMIT;
        let (html, _) = site(&[("Self", &text)]).html(0, limit);
        assert!(html.len() <= limit, "{piece:?}");
    }
}

#[test]
fn nested_texts_are_read_in_linear_time() {
    let nested = |open: &str, close: &str| open.repeat(20_000) + "a" + &close.repeat(20_000);
    let stairs: String = (0..500)
        .map(|depth| " ".repeat(depth * 2) + "- a\n")
        .collect();
    let table = format!(
        "|{}\n|{}\n{}",
        "a|".repeat(1_000),
        "-|".repeat(1_000),
        "|b\n".repeat(10_000)
    );
    let texts = [
        nested("*a **b ", "**c*"),
        nested("[", "](a)"),
        nested("[[a|", "]]"),
        nested("==*", "*=="),
        nested("![", "](a)"),
        nested("{", "}"),
        format!("${}$", nested("{", "}")),
        nested("(", ")"),
        nested("<b>", "</b>"),
        stairs.clone() + &"\n".repeat(5_000),
        stairs + &"a\n".repeat(20_000),
        table,
    ];
    for text in texts {
        let limit = 4 * text.len() + LIMIT;
        let (html, _) = site(&[("Self", &text)]).html(0, limit);
        assert!(html.len() <= limit);
    }
}
