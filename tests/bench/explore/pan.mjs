// How smoothly map and timeline move at 10,000 entries in a browser without GPU: frames a second and the 95th percentile
// of the time between frames, while they are dragged, zoomed and scrolled. Prints a table, asserts nothing.
// usage: node tests/bench/explore/pan.mjs [FOLDER OF A SITE]
// Without a folder it makes such a site: that needs target/release/commons, target/shell and `npm ci` in tests/e2e.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { host } from '../../e2e/host.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const { chromium } = createRequire(join(ROOT, 'tests/e2e/package.json'))('playwright-core');

const ENTRIES = 10_000;

/** How long each movement is measured, in frames: four seconds of them. */
const FRAMES = 240;

const SUBJECTS = [
  ['map, half the world, dragged', '#view=map&map=10,20,4', 'map', { drag: [4, 1] }],
  ['map, Europe, dragged', '#view=map&map=10,50,8', 'map', { drag: [6, 2] }],
  ['map, one country, dragged', '#view=map&map=10,51,12', 'map', { drag: [6, 2] }],
  ['map, zoomed by the wheel', '#view=map', 'map', { wheel: 40 }],
  ['timeline, whole, through the lanes', '#view=timeline', 'timeline', { drag: [0, -20] }],
  ['timeline, years, dragged', '#view=timeline&time=1990..2026', 'timeline', { drag: [8, -6] }],
  ['timeline, zoomed by the wheel', '#view=timeline', 'timeline', { wheel: 40 }],
];

const work = mkdtempSync(join(tmpdir(), 'commons-pan-'));
try {
  await main(process.argv[2] ?? generate());
} finally {
  rmSync(work, { recursive: true });
}

/** A site of many entries with places and dates. */
function generate() {
  const content = join(work, 'content');
  const folder = join(work, 'site');
  execFileSync('python3', [join(import.meta.dirname, 'corpus.py'), content, String(ENTRIES)]);
  const options = ['--content', content, '--out', folder, '--shell', join(ROOT, 'target/shell'), '--today', '2026-06-01'];
  execFileSync(join(ROOT, 'target/release/commons'), ['build', ...options], { stdio: 'ignore' });
  return folder;
}

async function main(folder) {
  const served = await host(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  console.log('                                    |  fps | p95 frame ms');
  for (const [name, fragment, canvas, movement] of SUBJECTS) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${served.root}explore/${fragment}`);
    await page.waitForFunction((id) => document.getElementById(id)?.width > 300, canvas);
    await page.waitForTimeout(1_000);
    const { fps, p95 } = await page.evaluate(move, { canvas, movement, frames: FRAMES });
    console.log(`${name.padEnd(35)} | ${fps.toFixed(0).padStart(4)} | ${p95.toFixed(1).padStart(12)}`);
    await page.close();
  }
  await browser.close();
  await served.close();
}

/** Runs in the page: moves the sheet a little in each frame, to and fro, and times the frames. */
async function move({ canvas, movement, frames }) {
  const sheet = document.getElementById(canvas);
  sheet.focus();
  const box = sheet.getBoundingClientRect();
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  const send = (type, more = {}) => sheet.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, bubbles: true, ...at, ...more }));
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  send('pointermove');
  if (movement.drag) send('pointerdown');
  const times = [];
  let last = await frame();
  for (let count = 0; count < frames; count += 1) {
    const way = Math.floor(count / 60) % 2 === 0 ? 1 : -1;
    if (movement.drag) {
      at.clientX += movement.drag[0] * way;
      at.clientY += movement.drag[1] * way;
      send('pointermove');
    } else {
      sheet.dispatchEvent(new WheelEvent('wheel', { deltaY: -movement.wheel * way, ctrlKey: true, bubbles: true, cancelable: true, ...at }));
    }
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  send('pointerup');
  times.sort((a, b) => a - b);
  const sum = times.reduce((all, time) => all + time, 0);
  return { fps: (1_000 * times.length) / sum, p95: times[Math.floor(times.length * 0.95)] };
}
