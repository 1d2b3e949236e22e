// What a page costs its reader: requests, bytes and the time to the largest paint on Slow 4G, of an entry of the real
// site and of one among 1,000, beside a bare page and a Starlight page of the same text; and what Lighthouse says.
// Prints tables, asserts nothing. Needs target/release/commons, target/shell, dist/ and `npm ci` in tests/e2e.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBare } from './page/bare.mjs';
import { lighthouse } from './page/lighthouse.mjs';
import { largestPaint, load, search, textOf, withBrowser } from './page/measure.mjs';
import { writeStarlight } from './page/starlight.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const REAL = { folder: join(ROOT, 'dist'), address: 'networks/cooperation-jackson/' };
const AMONG = 1_000;

const work = mkdtempSync(join(tmpdir(), 'commons-page-'));
try {
  await main();
} finally {
  rmSync(work, { recursive: true });
}

async function main() {
  const subjects = await withBrowser(async (browser) => {
    const text = await textOf(browser, REAL);
    const all = [
      ['an entry of dist/', REAL],
      [`an entry among ${AMONG}`, generate()],
      ['the same text, bare', writeBare(join(work, 'bare'), text)],
      ['the same text, Starlight', writeStarlight(join(work, 'starlight'), text)],
    ].filter(([, subject]) => subject);
    await table(browser, all);
    await list(browser);
    return all;
  });
  console.log('\nLighthouse, on its simulated slow phone');
  for (const [name, subject] of subjects) console.log(`${name}: ${await lighthouse(subject)}`);
}

/** A site of many entries, and one of them. */
function generate() {
  const content = join(work, 'content');
  const folder = join(work, 'site');
  const corpus = join(ROOT, 'tests/bench');
  execFileSync('python3', ['-c', `import corpus; corpus.write(${JSON.stringify(content)}, ${AMONG})`], { cwd: corpus });
  const options = ['--content', content, '--out', folder, '--shell', join(ROOT, 'target/shell'), '--today', '2026-06-01'];
  execFileSync(join(ROOT, 'target/release/commons'), ['build', ...options], { stdio: 'ignore' });
  return { folder, address: 'entries/entry-00500/' };
}

async function table(browser, subjects) {
  console.log('before any interaction      | requests |   raw kB | gzip 6 kB | brotli 11 kB | LCP ms on Slow 4G: median (all)');
  for (const [name, subject] of subjects) {
    const files = await load(browser, subject);
    const times = await largestPaint(browser, subject);
    const row = [
      name.padEnd(27),
      String(files.length).padStart(8),
      kilobytes(files, 'raw').padStart(8),
      kilobytes(files, 'gzip').padStart(9),
      kilobytes(files, 'brotli').padStart(12),
      `${times[2]} (${times.join(' ')})`,
    ];
    console.log(row.join(' | '));
  }
}

async function list(browser) {
  const lists = [['before any interaction', await load(browser, REAL)], ['added by the first search', await search(browser, REAL)]];
  for (const [when, files] of lists) {
    console.log(`\n${REAL.address}, ${when}: brotli 11, gzip 6, raw bytes`);
    for (const { path, brotli, gzip, raw } of files) console.log(`${[brotli, gzip, raw].map((n) => String(n).padStart(9)).join('')}  ${path}`);
  }
  for (const name of ['app', 'engine']) {
    const program = lists[1][1].filter(({ path }) => new RegExp(`/${name}-[^/]*\\.(wasm|js)$`).test(path));
    console.log(`wasm and its glue, ${name}: ${kilobytes(program, 'brotli')} kB brotli 11`);
  }
}

function kilobytes(list, kind) {
  return (list.reduce((sum, file) => sum + file[kind], 0) / 1000).toFixed(1);
}
