// A page in a browser: what it asks for, how soon it paints, and what it says.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { host } from '../../e2e/host.mjs';

const { chromium } = createRequire(resolve(import.meta.dirname, '../../e2e/package.json'))('@playwright/test');

/** 1.6 Mbit/s down, 0.75 up, 150 ms round trip: what Chromium calls Slow 4G. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const RUNS = 5;

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function withBrowser(use) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Opens `{ folder, address }` in a fresh context, on a host that compresses by gzip. */
async function visit(browser, { folder, address }, use) {
  const served = await host(folder, '/', { compress: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    return await use(await context.newPage(), served.root + address);
  } finally {
    await context.close();
    await served.close();
  }
}

/** The files asked for before any interaction, while the browser never idles. */
export function load(browser, subject) {
  return visit(browser, subject, async (page, url) => sizes(await opened(page, url)));
}

/** The files that the first search adds. */
export function search(browser, subject) {
  return visit(browser, subject, async (page, url) => {
    const asked = await opened(page, url);
    const before = asked.length;
    await page.keyboard.press('/');
    await page.keyboard.type('a');
    await page.getByRole('option').first().waitFor();
    return sizes(asked.slice(before));
  });
}

/** Opens the page and gives the list that its requests are added to, now and later. */
async function opened(page, url) {
  const asked = [];
  page.on('requestfinished', (request) => asked.push(request));
  await page.addInitScript(() => { globalThis.requestIdleCallback = () => 1; });
  await page.goto(url, { waitUntil: 'networkidle' });
  return asked;
}

function sizes(requests) {
  return Promise.all(requests.map(size));
}

async function size(request) {
  const response = await request.response();
  const bytes = await response.body();
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    path: new URL(request.url()).pathname,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 6 }).length,
    brotli: brotliCompressSync(bytes, options).length,
  };
}

/** The largest contentful paint, in ms after the navigation began, of each run with an empty cache. */
export async function largestPaint(browser, subject) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await visit(browser, subject, async (page, url) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
      await page.goto(url, { waitUntil: 'networkidle' });
      return page.evaluate(() => new Promise((found) => {
        const last = (list) => found(Math.round(list.getEntries().at(-1).startTime));
        new PerformanceObserver(last).observe({ type: 'largest-contentful-paint', buffered: true });
      }));
    }));
  }
  return times.sort((a, b) => a - b);
}

/** The title of a page and its blocks of text: `{ title, blocks: [[tag, words]] }`. */
export function textOf(browser, subject) {
  return visit(browser, subject, async (page, url) => {
    await page.goto(url);
    return page.evaluate(() => ({
      title: document.querySelector('h1').innerText,
      blocks: [...document.querySelectorAll('main :is(p, h2, h3, li, dt, dd)')]
        .filter((block) => !block.querySelector('p, h2, h3, li, dt, dd'))
        .map((block) => [block.localName, block.innerText.trim()])
        .filter(([, words]) => words !== ''),
    }));
  });
}
