// Writes a corpus in the three forms that are searched: Markdown for Commons (and Hugo), HTML for Pagefind, JSON for
// MiniSearch and Fuse; and the questions with their answers. What was written before by the same source is kept.
// `node tests/bench/search/corpus.mjs 1000` writes one and says how natural it is.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entries } from './entries.mjs';
import { queries } from './queries.mjs';

/** What is written depends on these, and what is kept beside it on the versions of the searches. */
const MADE_FROM = ['random.mjs', 'language.mjs', 'entries.mjs', 'queries.mjs', 'corpus.mjs', 'peers/minisearch-index.mjs', '../package-lock.json'];
const ROOT = resolve(import.meta.dirname, '../../..');
const EACH = 200;
/** Later than any entry was added. */
const TODAY = '2026-06-01';

/** A corpus of `count` entries, and the same with one more beside it: `{ folder, count, queries, words }`. */
export function corpus(count) {
  const folder = join(ROOT, 'target/bench/search', String(count));
  const stamp = join(folder, 'made-from');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== source()) {
    rmSync(folder, { recursive: true, force: true });
    const all = entries(count, 1);
    // What is one more is new.
    all.at(-1).added = TODAY;
    write(join(folder, 'one-more'), all);
    write(folder, all.slice(0, count));
    writeFileSync(join(folder, 'queries.json'), JSON.stringify(queries(all.slice(0, count), EACH)));
    writeFileSync(stamp, source());
  }
  return { folder, count, queries: JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')), words: () => wordsOf(folder) };
}

/** How many words all entries have, without their titles. */
function wordsOf(folder) {
  const documents = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8'));
  return documents.reduce((sum, { text }) => sum + text.match(/\S+/g).length, 0);
}

/** The text of an entry without its title, as one string. */
export function plain({ summary, blocks }) {
  return [summary, ...blocks.map(({ heading, paragraph }) => heading ?? paragraph.map((piece) => piece.text ?? piece).join(''))].join('\n');
}

function source() {
  const hash = createHash('sha256');
  for (const name of MADE_FROM) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex');
}

function write(folder, list) {
  mkdirSync(join(folder, 'content/entries'), { recursive: true });
  const documents = list.map((entry) => {
    writeFileSync(join(folder, `content/entries/${entry.id}.md`), markdown(entry));
    mkdirSync(join(folder, 'html/entries', entry.id), { recursive: true });
    writeFileSync(join(folder, `html/entries/${entry.id}/index.html`), html(entry));
    return { id: entry.id, title: entry.title, text: plain(entry) };
  });
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents));
}

function markdown({ id, title, kind, summary, tags, added, blocks }) {
  const inline = (piece) => (piece.to ? `[${piece.text}](${piece.to}.md)` : piece);
  const body = blocks.map(({ heading, paragraph }) => (heading ? `## ${heading}` : paragraph.map(inline).join('').trim()));
  return `---
title: ${title}
kind: ${kind}
summary: ${summary}
tags: [${tags.join(', ')}]
sources:
  - { title: Source of ${id}, url: "https://example.org/${id}", accessed: 2026-01-01 }
verified: 2026-01-01
added: ${added}
---
${body.join('\n\n')}
`;
}

function html({ title, summary, blocks }) {
  const inline = (piece) => (piece.to ? `<a href="../${piece.to}/">${piece.text}</a>` : piece);
  const body = blocks.map(({ heading, paragraph }) => (heading ? `<h2>${heading}</h2>` : `<p>${paragraph.map(inline).join('').trim()}</p>`));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main>
<h1>${title}</h1>
<p>${summary}</p>
${body.join('\n')}
</main></body></html>
`;
}

/** What tells a natural text from a random one, in one line. */
function nature({ folder, count }) {
  const documents = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8'));
  const text = documents.map((document) => document.text).join('\n');
  const words = text.toLowerCase().match(/[a-z]+/g);
  const times = new Map();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  const once = [...times.values()].filter((number) => number === 1).length;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const sample = Buffer.from(text.slice(0, 1 << 20));
  const figures = [
    `${count} entries`,
    `${Math.round(words.length / count)} words each`,
    `${times.size} distinct words, ${Math.round((once / times.size) * 100)} % of them said once`,
    `${(letters / words.length).toFixed(1)} letters a word`,
    `gzip leaves ${((gzipSync(sample).length / sample.length) * 100).toFixed(1)} % (English prose: 36 to 40)`,
  ];
  return figures.join(', ');
}

if (process.argv[1] === import.meta.filename) {
  console.log(nature(corpus(Number(process.argv[2] ?? 1_000))));
}
