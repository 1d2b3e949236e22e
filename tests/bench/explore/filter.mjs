// How long a press on a filter takes until counts and list are painted, and how evenly the table scrolls, at ten thousand
// entries. `node tests/bench/explore/filter.mjs [SITE]`: without a site one is made of `corpus.py`.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { host } from '../../e2e/host.mjs';
import { withBrowser } from '../page/measure.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'target/bench/explore');
const PRESSES = 60;
const FRAMES = 240;

const site = process.argv[2] ?? made();
const served = await host(site);
try {
  await withBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    report('filter, list', 'ms from press to painted', await presses(page, ''));
    report('filter, table', 'ms from press to painted', await presses(page, '#view=table'));
    report('table scrolls', 'ms a frame', await scrolled(page));
  });
} finally {
  await served.close();
}

/** A site of ten thousand entries, made once. */
function made() {
  const content = join(FOLDER, 'content');
  const site = join(FOLDER, 'site');
  if (!existsSync(content)) execFileSync('python3', [join(import.meta.dirname, 'corpus.py'), content]);
  execFileSync(join(ROOT, 'target/release/commons'), ['build', '--content', content, '--out', site, '--shell', join(ROOT, 'target/shell'), '--today', '2026-06-01'], { stdio: 'ignore' });
  return site;
}

async function open(page, fragment) {
  await page.goto('about:blank');
  await page.goto(`${served.root}explore/${fragment}`);
  await page.locator('.explorer[data-phase=ready] .facet-value').first().waitFor();
}

/** Presses values of open facets one after another, each through its three states. */
async function presses(page, fragment) {
  await open(page, fragment);
  return page.evaluate(async (count) => {
    const status = () => document.querySelector('.explorer-status').textContent;
    // Pressed as a frame begins: effects run as microtasks, then the frame is laid out and painted, then messages come.
    const press = (value) => new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        port1.onmessage = () => done(performance.now() - start);
        value.click();
        port2.postMessage(0);
      });
    });
    const times = [];
    for (let at = 0; at < count; at += 1) {
      const values = [...document.querySelectorAll('.facet-value')];
      const before = status();
      const time = await press(values[(Math.floor(at / 3) * 5) % values.length]);
      if (status() !== before) times.push(time);
      await new Promise((rest) => setTimeout(rest, 100));
    }
    return times;
  }, PRESSES);
}

/** Scrolls the table by some rows each frame. */
async function scrolled(page) {
  await open(page, '#view=table');
  return page.evaluate(async (count) => {
    const frame = document.querySelector('.table-frame');
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let at = 0; at < count; at += 1) {
      frame.scrollTop += 97;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, FRAMES);
}

function report(what, unit, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${what}: ${unit} p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} (${times.length} times)`);
}
