// The searches that ours is measured beside, each with its index over a corpus.
// A search is `{ name, folder, address, program, tiers, index, changed, cost }`, `idles` if it loads before it is asked,
// `reader` where first hits are measured on another page than answers are (its own field rather than its functions),
// and the ways to use it in a page:
// `prepare` before the page is opened, `start` a question as a reader would, `shown` when the answer is there,
// `ready` before many questions, `id` of the entry that a hit stands for.

import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cost, once } from './cost.mjs';
import { below, changed } from './files.mjs';

const HERE = import.meta.dirname;
const PACKAGES = join(HERE, '../node_modules');

/** Pagefind over the pages, by the options it comes with. */
export async function pagefind({ folder }) {
  const sites = [folder, join(folder, 'one-more')].map((place) => join(place, 'html'));
  const took = once(folder, 'pagefind', () => sites.map((site) => cost('node', join(PACKAGES, 'pagefind/lib/runner/bin.cjs'), '--site', site))[0]);
  copyFileSync(join(HERE, 'peers/pagefind.html'), join(sites[0], 'search.html'));
  copyFileSync(join(HERE, 'peers/pagefind-ui.html'), join(sites[0], 'search-ui.html'));
  const [index, later] = sites.map((site) => ({ folder: site, files: below(join(site, 'pagefind'), /\.pf_|-entry\.json$/) }));
  const ids = once(folder, 'pagefind-ids', () => idsOf(join(sites[0], 'pagefind/fragment')));
  return {
    ...peer('Pagefind', sites[0]),
    tiers: ['text'],
    reader: { ...peer('Pagefind', sites[0]), ...byField('input.pagefind-ui__search-input', '.pagefind-ui__result-link') },
    index: { whole: index.files, bare: index.files.filter((file) => !file.endsWith('.pf_fragment')) },
    changed: await changed(index, later),
    cost: took,
    id: (hit) => ids[hit],
  };
}

/** MiniSearch, its index a file of JSON. */
export function minisearch({ folder }) {
  const site = join(folder, 'minisearch');
  const took = once(folder, 'minisearch-cost', () => {
    mkdirSync(site, { recursive: true });
    return cost('node', join(HERE, 'peers/minisearch-index.mjs'), join(folder, 'documents.json'), join(site, 'index.json'));
  });
  copyFileSync(join(PACKAGES, 'minisearch/dist/es/index.js'), join(site, 'minisearch.js'));
  copyFileSync(join(HERE, 'peers/minisearch.html'), join(site, 'search.html'));
  const index = join(site, 'index.json');
  return { ...peer('MiniSearch', site), tiers: ['text'], index: { bare: [index] }, changed: 1, cost: took };
}

/** Fuse over the titles alone. */
export function fuse({ folder }) {
  const site = join(folder, 'fuse');
  mkdirSync(site, { recursive: true });
  const documents = JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8'));
  writeFileSync(join(site, 'titles.json'), JSON.stringify(documents.map(({ id, title }) => ({ id, title }))));
  copyFileSync(join(PACKAGES, 'fuse.js/dist/fuse.min.mjs'), join(site, 'fuse.js'));
  copyFileSync(join(HERE, 'peers/fuse.html'), join(site, 'search.html'));
  return { ...peer('Fuse', site), tiers: ['title'] };
}

function peer(name, folder) {
  return {
    name,
    folder,
    address: 'search.html',
    program: /^$/,
    prepare: () => undefined,
    ready: () => undefined,
    start: (page, query) => page.evaluate((text) => {
      bench.key = performance.now();
      bench.answered = bench.answer(text).then(() => performance.now());
    }, query),
    shown: (page) => page.evaluate(async () => {
      const at = await bench.answered;
      return { fromKey: at - bench.key, fromNavigation: at };
    }),
    id: (hit) => hit,
  };
}

/** Asked as a reader asks: keys into its own field, until a hit is to be seen. */
function byField(field, hit) {
  return {
    address: 'search-ui.html',
    prepare: (page) => page.addInitScript(() => addEventListener('keydown', () => { globalThis.benchKey ??= performance.now(); }, true)),
    start: async (page, query) => {
      await page.locator(field).focus();
      await page.keyboard.type(query);
    },
    shown: async (page) => {
      const at = await page.waitForFunction((selector) => document.querySelector(selector) && performance.now(), hit, { polling: 'raf' });
      return page.evaluate((now) => ({ fromKey: now - globalThis.benchKey, fromNavigation: now }), await at.jsonValue());
    },
  };
}

/** Pagefind names its hits by their fragments: from those names to the ids of entries. */
function idsOf(fragments) {
  const pairs = readdirSync(fragments).map((name) => {
    const text = gunzipSync(readFileSync(join(fragments, name))).toString();
    return [name.replace(/\.pf_fragment$/, ''), /"url":"\/entries\/([^/]+)\//.exec(text)?.[1]];
  });
  return Object.fromEntries(pairs);
}
