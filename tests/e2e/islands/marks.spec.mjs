// The words that led to a page are marked on it.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { Search } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

/** The words that are marked on the page. */
function marked(page) {
  return page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String));
}

async function opened(page, words) {
  const search = new Search(page);
  await new Frame(page).open(PLACES.home);
  await search.open();
  await search.find(words);
  const hit = search.byText.first();
  const title = await hit.locator('.search-title').innerText();
  await hit.click();
  await expect(new Frame(page).title).toHaveText(title);
}

test('the words are marked, the first is in sight, and Escape takes the marks away', async ({ page }) => {
  await opened(page, 'bakery');
  await expect.poll(() => marked(page)).not.toEqual([]);
  for (const word of await marked(page)) expect(word).toMatch(/baker/i);
  await expect.poll(() => page.evaluate(() => {
    const tops = [...CSS.highlights.get('search')].map((range) => range.getBoundingClientRect().top);
    return tops.some((top) => top >= 0 && top < innerHeight);
  })).toBe(true);
  expect(new URL(page.url()).search).toBe('');
  await page.keyboard.press('Escape');
  expect(await marked(page)).toEqual([]);
});

test('a reload keeps the marks, another visit has none', async ({ page }) => {
  await opened(page, 'bakery');
  await expect.poll(() => marked(page)).not.toEqual([]);
  const { pathname } = new URL(page.url());
  await page.reload();
  await expect.poll(() => marked(page)).not.toEqual([]);
  await page.goto(PLACES.home);
  await page.goto(pathname);
  await new Frame(page).wake();
  expect(await marked(page)).toEqual([]);
});

test('accents, case and hyphens are folded, and words inside words are left alone', async ({ page }) => {
  await page.goto(PLACES.note);
  const script = await page.evaluate(() => document.querySelector('script[data-marks]').dataset.marks);
  const places = await page.evaluate(async (address) => {
    const { placesOf } = await import(new URL(address, document.baseURI).href);
    const found = (text, ...forms) => placesOf(text, new Set(forms)).map(([start, end]) => text.slice(start, end));
    return [
      found('Señal, señales and SENAL', 'senal'),
      found('Counter-power and counterpower; power', 'counterpower'),
      found('counter-power', 'power'),
      found("The people's house", 'peoples', 'people'),
      found('共有地の共有', '共有'),
      found('landlord', 'land'),
      found('Straße', 'strasse'),
    ];
  }, script);
  expect(places).toEqual([
    ['Señal', 'SENAL'],
    ['Counter-power', 'counterpower'],
    ['power'],
    ["people's"],
    ['共有', '共有'],
    [],
    ['Straße'],
  ]);
});

test('where the browser knows no highlights the words are marked all the same', async ({ page }) => {
  await page.addInitScript(() => { delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined }); });
  await opened(page, 'bakery');
  const marks = page.locator('main mark', { hasText: /baker/i });
  await expect(marks.first()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
});
