// How well and how fast a reader finds an entry among 100, 1,000 and 10,000: our search beside Pagefind, MiniSearch and
// Fuse (titles alone), over the same documents in one browser. Prints a table per size, asserts nothing.
// `node tests/bench/search.mjs 1000 Commons Pagefind` measures that size and those searches only.
// Needs target/release/commons and target/shell (without them ours is left out), and `npm ci` in tests/e2e and tests/bench.

import { withBrowser } from './page/measure.mjs';
import { corpus } from './search/corpus.mjs';
import { hugo, once } from './search/cost.mjs';
import { servedBytes } from './search/files.mjs';
import { cold, fromNavigation, hurried, recall, warm, warmUp } from './search/measure.mjs';
import { ours } from './search/ours.mjs';
import { fuse, minisearch, pagefind } from './search/peers.mjs';
import { CLASSES } from './search/queries.mjs';
import { print } from './search/table.mjs';

const SEARCHES = { Commons: ours, Pagefind: pagefind, MiniSearch: minisearch, Fuse: fuse };
/** So many questions of each class are typed key by key with everything loaded. */
const TYPED = 4;

const sizes = process.argv.slice(2).map(Number).filter((size) => size > 0);
const names = process.argv.slice(2).filter((word) => word in SEARCHES);

console.log('Slow 4G: 1.6 Mbit/s, 150 ms; text is sent as brotli; medians of 3 runs with an empty cache.');
console.log('First hits of Pagefind are those of its own search field, recall and warm times those of its functions.');
for (const size of sizes.length > 0 ? sizes : [100, 1_000, 10_000]) await measure(size);

async function measure(size) {
  const documents = corpus(size);
  const searches = [];
  for (const name of names.length > 0 ? names : Object.keys(SEARCHES)) {
    const search = await SEARCHES[name](documents);
    if (search) searches.push(search);
  }
  const figures = Object.fromEntries(searches.map(({ name }) => [name, {}]));
  await withBrowser(async (browser) => {
    for (const search of searches) Object.assign(figures[search.name], await firstHits(browser, search, documents));
    for (const search of searches.filter(answersText)) figures[search.name].warm = await warm(browser, search, typed(documents.queries));
    const shares = searches.filter(answersText).map(async (search) => {
      figures[search.name].recall = await recall(browser, search, documents.queries);
    });
    await Promise.all(shares);
  });
  print(size, figures);
  sayHugo(documents, figures.Commons);
}

/** Where a search tells no titles from texts, its first hit is both. */
async function firstHits(browser, search, { queries: questions, words }) {
  const asked = { title: of(questions, 'title prefix'), text: of(questions, 'two rare words') };
  await warmUp(browser, search, asked.title[0]);
  const figures = { changed: search.changed, cost: search.cost, wholeBuild: search.wholeBuild };
  for (const tier of search.tiers) {
    figures[tier] = await cold(browser, search, tier, asked[tier]);
    if (search.idles) figures.hurried = { ...figures.hurried, [tier]: await hurried(browser, search, tier, asked[tier]) };
  }
  figures.title ??= figures.text;
  if (!answersText(search)) return figures;
  const navigation = await fromNavigation(browser, search, asked.text);
  return { ...figures, navigation, ...(await indexBytes(search, words())) };
}

/** Bytes of index, as served, per 500 words of prose: with the text of excerpts and without. */
async function indexBytes({ index }, words) {
  const whole = index.whole && (await servedBytes(index.whole));
  const bare = index.bare ? await servedBytes(index.bare) : whole - index.excerpts;
  return { wholeIndex: whole && (whole / words) * 500, bareIndex: (bare / words) * 500 };
}

function answersText({ tiers }) {
  return tiers.includes('text');
}

function of(questions, kind) {
  return questions.filter((question) => question.kind === kind).map(({ query }) => query);
}

function typed(questions) {
  return CLASSES.flatMap((kind) => of(questions, kind).slice(0, TYPED));
}

function sayHugo({ folder }, ours) {
  const took = once(folder, 'hugo', () => hugo(`${folder}/content`));
  const beside = took && ours ? `; ours is ${(ours.wholeBuild.seconds / took.seconds).toFixed(2)}× that CPU` : '';
  console.log(took ? `Hugo builds the same folder in ${took.seconds.toFixed(1)} s of CPU and ${took.mib.toFixed(0)} MiB${beside}` : 'hugo is not installed: its figure is left out');
}
