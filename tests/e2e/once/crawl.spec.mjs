// What can be reached from home by clicking.

import { expect, test } from '../test.mjs';
import { PLACES, SUBJECTS } from '../places.mjs';

const LINK = /<a\b[^>]*?\shref="([^"#]*)/g;

/** Every page's address (below the root) to its clicks from home and its HTML. */
async function crawl(root) {
  const found = new Map();
  for (let clicks = 0, next = [root]; next.length > 0; clicks += 1) {
    const links = [];
    for (const url of next) {
      const response = await fetch(url);
      expect(response.status, url).toBe(200);
      const html = await response.text();
      found.set(response.url.slice(root.length), { clicks, html });
      if (response.headers.get('content-type').startsWith('text/html')) links.push(...hrefs(html, response.url));
    }
    const known = (url) => found.has(url.slice(root.length));
    next = [...new Set(links)].filter((url) => url.startsWith(root) && !known(url));
  }
  return found;
}

function hrefs(html, base) {
  return [...html.matchAll(LINK)].map(([, href]) => new URL(href.replaceAll('&amp;', '&'), base).href);
}

test('every subject and every kind of page is within three clicks of home', async ({ site }) => {
  const pages = await crawl(site.root);
  const far = [...SUBJECTS, ...Object.values(PLACES)].filter((address) => !(pages.get(address)?.clicks <= 3));
  expect(far).toEqual([]);

  const bare = SUBJECTS.filter((address) => {
    const { html } = pages.get(address);
    return !html.includes('id="source-1"') || !html.includes('<dl class="relations">');
  });
  expect(bare, 'subjects without a source or a relation').toEqual([]);
});
