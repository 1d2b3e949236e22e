// The table of what was promised: one row per promise, what each search does, the ratio of ours to
// Pagefind's (or to Fuse's, where that is asked), and what is asked.

import { CLASSES } from './queries.mjs';

const NAMES = ['Commons', 'Pagefind', 'MiniSearch', 'Fuse'];

/** What each row reads from the figures of a search, how it is written, and what is asked of ours. */
const ROWS = [
  ['recall@1, all classes', (of) => of.recall?.all.at1, share, { 1_000: '≥ 0.98', 10_000: '≥ 0.97' }],
  ...CLASSES.map((kind) => [`  ${kind}`, (of) => of.recall?.[kind].at1, share, kind === 'typo' ? { 1_000: '≥ 0.97', 10_000: '≥ 0.95' } : {}]),
  ['recall@10, all classes', (of) => of.recall?.all.at10, share, '≥ 0.99'],
  ...CLASSES.map((kind) => [`  ${kind}`, (of) => of.recall?.[kind].at10, share, {}]),
  ['first full-text hit, cold: kB', (of) => of.text?.bytes, kilobytes, '≤ 0.7× Pagefind'],
  ['  requests', (of) => of.text?.requests, whole, {}],
  ['  serial round trips', (of) => of.text?.trips, whole, '≤ 2'],
  ['  Slow 4G, from the first key: ms', (of) => of.text?.ms, whole, '≤ 0.5× Pagefind'],
  ['  the same, never idle before: ms', (of) => of.hurried?.text.ms, whole, {}],
  ['first title hit, cold: kB beyond the app', (of) => of.title?.data, kilobytes, { 1_000: '≤ 0.6× Fuse', 10_000: '≤ 0.3× Fuse' }],
  ['  kB in all', (of) => of.title?.bytes, kilobytes, {}],
  ['  Slow 4G, from the first key: ms', (of) => of.title?.ms, whole, '≤ 700'],
  ['  the same, never idle before: ms', (of) => of.hurried?.title.ms, whole, {}],
  ['navigation to full-text hit, CPU 4× slower: ms', (of) => of.navigation, whole, '≤ 2200'],
  ['warm, key to results: ms, p50', (of) => of.warm?.p50, tenths, {}],
  ['  p95', (of) => of.warm?.p95, tenths, { 1_000: '≤ 4', 10_000: '≤ 8' }],
  ['index with excerpts: bytes for 500 words', (of) => of.wholeIndex, whole, '≤ 2200'],
  ['  without', (of) => of.bareIndex, whole, '≤ 800'],
  ['changed by one more entry: % of bytes', (of) => of.changed * 100, tenths, { 10_000: '≤ 2' }],
  ['building the index: s of CPU', (of) => of.cost?.seconds, tenths, { 10_000: '≤ 3' }],
  ['  MiB', (of) => of.cost?.mib, whole, { 10_000: '≤ 500' }],
  ['the whole build: s of CPU', (of) => of.wholeBuild?.seconds, tenths, '≤ 0.5× Hugo'],
  ['  MiB', (of) => of.wholeBuild?.mib, whole, {}],
];

/** Prints the table of one size: `figures` by the name of a search. */
export function print(count, figures) {
  const line = (first, cells, asked) => console.log(`${first.padEnd(47)}|${cells.map((cell) => cell.padStart(10)).join(' |')} | ${asked}`.trimEnd());
  console.log(`\n${count} entries`);
  line('', [...NAMES, 'ratio'], 'asked of ours');
  for (const [name, read, write, promise] of ROWS) {
    const asked = typeof promise === 'string' ? promise : (promise[count] ?? '');
    const values = Object.fromEntries(NAMES.map((of) => [of, figures[of] && read(figures[of])]));
    const ratio = values.Commons / values[/Fuse/.test(asked) ? 'Fuse' : 'Pagefind'];
    const cells = Object.values(values).map((value) => (Number.isFinite(value) ? write(value) : '–'));
    line(name, [...cells, Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : ''], asked);
  }
}

function share(value) {
  return value.toFixed(3);
}

function kilobytes(value) {
  return (value / 1000).toFixed(1);
}

function tenths(value) {
  return value.toFixed(1);
}

function whole(value) {
  return String(Math.round(value));
}
