// The same text as a page without style, script or link: nothing can be lighter.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes it into `folder`. */
export function writeBare(folder, { title, blocks }) {
  const name = escaped(title);
  const lines = blocks.map(([tag, words]) => {
    const element = /^h/.test(tag) ? tag : 'p';
    return `<${element}>${escaped(words)}</${element}>`;
  });
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="icon" href="data:,">
<h1>${name}</h1>
${lines.join('\n')}
`);
  return { folder, address: '' };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
