// What a search costs its reader, measured in one browser the same way for all: a first question on a slow link, many
// questions with everything loaded, and whether the answers are right.

import { SLOW_4G, host } from './host.mjs';
import { CLASSES } from './queries.mjs';

const RUNS = 3;
/** A search whose runs take longer than this in all is run no more. */
const ENOUGH_MS = 15_000;
const SLOWER_CPU = 4;
/** What is no cost of searching: the page itself, how it looks, and what any page loads. */
const PAGE_ITSELF = /\/$|\.(?:html|css|svg|png|ico|xml)$|\/boot-[^/]*\.js$/;

/** Opens the page of a search in a fresh context and uses it. */
async function visit(browser, search, { link, idle, slower, until }, use) {
  const served = await host(search.folder, link);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    if (!idle) await page.addInitScript(() => { globalThis.requestIdleCallback = () => 1; });
    await search.prepare(page);
    if (slower) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(served.root + search.address, { waitUntil: until });
    return await use(page, served.sent);
  } finally {
    await context.close();
    await served.close();
  }
}

/**
 * From the first key to the first hit of a tier, with an empty cache, on a page that has come to rest; every byte since the
 * navigation counts: `{ ms, bytes, data, requests, trips }`.
 */
export function cold(browser, search, tier, queries) {
  return repeated(queries, (query) => firstHit(browser, search, { link: SLOW_4G, idle: true, until: 'networkidle' }, tier, query));
}

/** The same on a page that has never had an idle moment: what it would have loaded then comes after the first key too. */
export function hurried(browser, search, tier, queries) {
  return repeated(queries, (query) => firstHit(browser, search, { link: SLOW_4G, until: 'networkidle' }, tier, query));
}

/**
 * From the navigation to the first hit of full text, typed as soon as the page takes keys, on a slow link and CPU.
 * The browser slows the page's own thread and leaves workers as they are, which flatters Pagefind.
 */
export async function fromNavigation(browser, search, queries) {
  const settings = { link: SLOW_4G, idle: true, slower: SLOWER_CPU, until: 'domcontentloaded' };
  return (await repeated(queries, (query) => firstHit(browser, search, settings, 'text', query))).sinceNavigation;
}

async function repeated(queries, measure) {
  const began = performance.now();
  const runs = [];
  while (runs.length < RUNS && performance.now() - began < ENOUGH_MS) runs.push(await measure(queries[runs.length]));
  return Object.fromEntries(Object.keys(runs[0]).map((figure) => [figure, median(runs.map((run) => run[figure]))]));
}

function firstHit(browser, { reader, ...plain }, settings, tier, query) {
  const search = { ...plain, ...reader };
  return visit(browser, search, settings, async (page, sent) => {
    const key = performance.now();
    await search.start(page, query);
    const { fromKey, fromNavigation: sinceNavigation } = await search.shown(page, tier);
    const files = sent.filter(({ path }) => !PAGE_ITSELF.test(path)).map((entry) => ({ ...entry }));
    return {
      ms: fromKey,
      sinceNavigation,
      bytes: total(files),
      data: total(files.filter(({ path }) => !search.program.test(path))),
      requests: files.length,
      trips: serial(files.filter(({ start, finish }) => start >= key && finish < Infinity)),
    };
  });
}

function total(files) {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The most requests of which each began after the one before had ended. */
function serial(files) {
  let [count, free] = [0, -Infinity];
  for (const { start, finish } of files.toSorted((a, b) => a.finish - b.finish)) {
    if (start < free) continue;
    count += 1;
    free = finish;
  }
  return count;
}

/** Asks once without a slow link, so that the host has compressed what it sends. */
export function warmUp(browser, search, query) {
  return visit(browser, search, { idle: true, until: 'load' }, async (page) => {
    await search.start(page, query);
    await search.shown(page, search.tiers[0]);
  });
}

/** The share of questions whose answer comes first, and among the first ten: `{ [class or 'all']: { at1, at10 } }`. */
export function recall(browser, search, questions) {
  return visit(browser, search, { idle: true, until: 'load' }, async (page) => {
    await search.ready(page);
    const places = new Map();
    for (const { kind, query, answer } of questions) {
      const hits = await page.evaluate((text) => bench.ask(text), query);
      places.set(kind, [...(places.get(kind) ?? []), hits.map(search.id).indexOf(answer)]);
    }
    const classes = CLASSES.map((kind) => [kind, shares(places.get(kind))]);
    return Object.fromEntries([...classes, ['all', shares([...places.values()].flat())]]);
  });
}

function shares(places) {
  const within = (count) => places.filter((place) => place >= 0 && place < count).length / places.length;
  return { at1: within(1), at10: within(10) };
}

/** Types queries key by key, twice, and gives the ms of each key the second time: `{ p50, p95 }`. */
export function warm(browser, search, queries) {
  return visit(browser, search, { idle: true, until: 'load' }, async (page) => {
    await search.ready(page);
    const typed = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)).filter((text) => text === text.trim()));
    const times = () => page.evaluate(async (texts) => {
      const taken = [];
      for (const text of texts) {
        const began = performance.now();
        await bench.answer(text);
        taken.push(performance.now() - began);
      }
      return taken;
    }, typed);
    await times();
    const sorted = (await times()).sort((a, b) => a - b);
    return { p50: sorted[Math.floor(sorted.length * 0.5)], p95: sorted[Math.floor(sorted.length * 0.95)] };
  });
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
