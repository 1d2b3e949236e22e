// Our search, as it stands in a site that `commons build` makes of a corpus, driven as its reader would.
// All that this benchmark knows of our pages and files is in this file.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cost } from './cost.mjs';
import { below, changed } from './files.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const BINARY = join(ROOT, 'target/release/commons');
const SHELL = join(ROOT, 'target/shell');

const PAGE = {
  box: 'dialog.search-box',
  field: 'dialog.search-box input[role=combobox]',
  hit: 'dialog.search-box a.search-hit',
  shown: { title: 'dialog.search-box a.search-hit.by-name', text: 'dialog.search-box a.search-hit.by-text' },
};
/** What a search loads to run, not to know: the islands' WebAssembly and its glue. */
const PROGRAM = /\/assets\/app-[^/]*\.(?:wasm|js)$/;
const INDEX = { folder: 'data/search', file: /\.bin$/ };

/** Our search over a corpus; nothing, said in words, where the program or the full text is not there yet. */
export async function ours({ folder, queries }) {
  if (!existsSync(BINARY) || !existsSync(SHELL)) return without('`make build` has not been run');
  const [site, later] = [folder, join(folder, 'one-more')].map((place) => join(place, 'ours'));
  const address = `entries/${queries[0].answer}/`;
  const took = build(join(folder, 'content'), site);
  build(join(folder, 'one-more/content'), later);
  if (!/id="search-open"[^>]*data-engine=/.test(readFileSync(join(site, address, 'index.html'), 'utf8'))) {
    return without('its pages name no engine of full text');
  }
  const index = indexOf(site);
  return {
    name: 'Commons',
    folder: site,
    address,
    program: PROGRAM,
    idles: true,
    tiers: ['title', 'text'],
    index: { whole: index.files, excerpts: excerptBytes(join(folder, 'content')) },
    changed: await changed(index, indexOf(later)),
    cost: indexing(join(folder, 'content')),
    wholeBuild: took,
    prepare: (page) => page.addInitScript(watch, PAGE),
    ready: async (page) => {
      await page.keyboard.press('/');
      await page.locator(PAGE.field).and(page.locator(':focus')).waitFor();
    },
    start: async (page, query) => {
      await page.keyboard.press('/');
      await page.keyboard.type(query);
    },
    shown: (page, tier) => page.evaluate((which) => bench.shown(which), tier),
    id: (address) => /\/entries\/([^/]+)\//.exec(address)?.[1],
  };
}

function without(why) {
  console.log(`Commons is left out: ${why}`);
  return undefined;
}

function build(content, site) {
  rmSync(site, { recursive: true, force: true });
  return cost(BINARY, 'build', '--content', content, '--out', site, '--shell', SHELL, '--today', '2026-06-01');
}

function indexOf(site) {
  return { folder: site, files: below(join(site, INDEX.folder), INDEX.file) };
}

/** What the texts of excerpts weigh, as the program itself counts them. */
function excerptBytes(content) {
  const stats = execFileSync(BINARY, ['check', '--content', content, '--stats'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  return Number(/^ *(\d+) {2}texts$/m.exec(stats)[1]);
}

/** To search in the terminal is to compile, to index and to ask; to check is to compile. The memory is that of all three. */
function indexing(content) {
  const searched = cost(BINARY, 'search', '--content', content, 'nowhere');
  const checked = cost(BINARY, 'check', '--content', content);
  return { seconds: searched.seconds - checked.seconds, mib: searched.mib };
}

/** Runs in the page before anything of it: the same few questions that the peers' pages answer, by what the reader sees. */
function watch({ box, field, hit, shown }) {
  const waitFor = (found, what) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`our search does not come to ${what}`)), 30_000);
    const look = () => {
      const value = found();
      if (value === undefined) return;
      observer.disconnect();
      resolve(value);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state', 'data-query', 'class', 'hidden'] });
    look();
  });
  const hits = () => [...new Set([...document.querySelectorAll(hit)].map((link) => link.href.split('#')[0]))];
  const settled = (query) => () => {
    const { state, query: answered } = document.querySelector(box).dataset;
    return state === 'settled' && answered === query ? true : undefined;
  };
  const ask = async (query) => {
    const input = document.querySelector(field);
    input.value = query;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitFor(settled(query), `an answer to “${query}”`);
  };
  let key;
  addEventListener('keydown', () => { key ??= performance.now(); }, true);
  globalThis.bench = {
    ask: async (query) => {
      await ask(query);
      return hits().slice(0, 10);
    },
    answer: ask,
    shown: async (tier) => {
      const at = await waitFor(() => (document.querySelector(shown[tier]) ? performance.now() : undefined), `a hit of the ${tier} tier`);
      return { fromKey: at - key, fromNavigation: at };
    },
  };
}
