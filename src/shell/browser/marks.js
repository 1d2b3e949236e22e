// Marks words on the page that a hit of the search led to, and scrolls to the first of them. `boot.js` loads this.

// A word as it is written, with what joins its parts.
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-‐‑'’ʼ·][\p{L}\p{N}\p{M}]+)*/gu;
const JOINT = /[-‐‑'’ʼ·]/u;
// Scripts without spaces: there a form stands anywhere in a run of letters.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };
const NAME = "search";

/** Marks `forms`, folded words, in the page's text until Escape is pressed; then calls `done`. */
export function mark(forms, done) {
  const ranges = rangesOf(document.querySelector("main"), new Set(forms));
  if (ranges.length === 0) return;
  const clear = show(ranges);
  reveal(ranges);
  const listen = ({ key, defaultPrevented }) => {
    if (key !== "Escape" || defaultPrevented || document.querySelector("dialog[open]")) return;
    removeEventListener("keydown", listen);
    clear();
    done();
  };
  addEventListener("keydown", listen);
}

function rangesOf(root, forms) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    for (const [start, end] of placesOf(text.data, forms)) {
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, end);
      // What is folded away has no place on the page.
      if (range.getClientRects().length > 0) ranges.push(range);
    }
  }
  return ranges;
}

/** Where words of `text` have one of these forms: pairs of start and end. */
export function placesOf(text, forms) {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (UNSPACED.test(word)) return unspaced(word, index, forms);
    const parts = word.split(JOINT);
    if (forms.has(fold(parts.join("")))) return [[index, index + word.length]];
    let at = index;
    return parts.flatMap((part) => {
      const start = at;
      at += part.length + 1;
      return forms.has(fold(part)) ? [[start, start + part.length]] : [];
    });
  });
}

function unspaced(word, index, forms) {
  const places = [];
  for (const form of forms) {
    for (let at = word.indexOf(form); at >= 0; at = word.indexOf(form, at + 1)) places.push([index + at, index + at + form.length]);
  }
  return places;
}

/** Letters that the index takes for equal. */
function fold(word) {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter]);
}

/** Marks the ranges and says how to take that back. */
function show(ranges) {
  if (globalThis.CSS?.highlights) {
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => CSS.highlights.delete(NAME);
  }
  // From the last to the first: what is wrapped cuts its text in two.
  const marks = ranges.reverse().map((range) => {
    const mark = document.createElement("mark");
    range.surroundContents(mark);
    return mark;
  });
  return () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };
}

/** Scrolls to the first of the ranges below the address's anchor, unless it can be seen already. */
function reveal(ranges) {
  const anchor = document.querySelector(":target");
  const follows = ({ startContainer }) => !anchor || anchor.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING;
  const first = ranges.find(follows) ?? ranges[0];
  const { top, bottom } = first.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) first.startContainer.parentElement.scrollIntoView({ block: "center" });
}
