// How evenly the graph moves: frames a second and the 95th percentile of a frame's milliseconds while it is panned, zoomed
// and pointed at, at the 2,000 best linked of ten thousand entries, without a graphics card.
// `node tests/bench/explore/graph.mjs [SITE]`: without a site one is made of `corpus.py`.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { host } from '../../e2e/host.mjs';
import { withBrowser } from '../page/measure.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'target/bench/explore');
/** As many frames as three seconds have. */
const FRAMES = 180;

const site = process.argv[2] ?? made();
const served = await host(site);
try {
  await withBrowser(async (browser) => {
    for (const [width, height] of [[1440, 900], [390, 844]]) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(`${served.root}explore/#view=graph`);
      await page.locator('.sheet canvas').waitFor();
      await page.waitForTimeout(2000);
      console.log(`${width} by ${height}: ${await page.locator('.graph-columns .meta').first().innerText()}`);
      for (const act of ['still', 'pan', 'zoom', 'pan close', 'hover']) report(act, await page.evaluate(moved, [act, FRAMES]));
      await page.close();
    }
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

/** In the page: does something on each frame, and returns how long frames took. */
async function moved([act, count]) {
  const canvas = document.querySelector('.sheet canvas');
  canvas.scrollIntoView({ block: 'center' });
  canvas.focus({ preventScroll: true });
  const { width, height, left, top } = canvas.getBoundingClientRect();
  const at = (x, y, type, buttons = 1) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons, clientX: left + x, clientY: top + y, bubbles: true, cancelable: true }));
  const wheel = (deltaY) => canvas.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true }));
  const rest = () => new Promise((done) => setTimeout(done, 500));
  const around = (step, reach) => [width / 2 + Math.cos(step / 15) * width * reach, height / 2 + Math.sin(step / 15) * height * reach];
  if (act === 'pan close') for (let step = 0; step < 4; step += 1) wheel(-150);
  if (act.startsWith('pan')) at(...around(0, 0.2), 'pointerdown');
  const acts = {
    still: () => {},
    pan: (step) => at(...around(step, 0.2), 'pointermove'),
    'pan close': (step) => at(...around(step, 0.3), 'pointermove'),
    zoom: (step) => wheel(step % 60 < 30 ? -30 : 30),
    hover: (step) => at(...around(step, 0.35), 'pointermove', 0),
  };
  const times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let step = 1; step <= count; step += 1) {
    acts[act](step);
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  if (act.startsWith('pan')) at(...around(0, 0.2), 'pointerup');
  canvas.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
  canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await rest();
  return times;
}

function report(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const all = times.reduce((sum, time) => sum + time, 0);
  const p95 = sorted[Math.floor(sorted.length * 0.95)];
  console.log(`  ${what.padEnd(9)} ${(times.length / all * 1000).toFixed(1)} frames a second, p95 ${p95.toFixed(1)} ms, most ${sorted.at(-1).toFixed(1)} ms`);
}
