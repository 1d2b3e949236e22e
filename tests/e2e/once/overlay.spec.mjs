// The search overlay for everybody: axe, forced colours, reduced motion, 320 px.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Frame } from '../pages/frame.mjs';
import { PACKS, Search, SearchPage, hold, textPack } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** No finding of axe in any width and colours, and nothing to scroll sideways at 320 px. */
async function expectSound(page, box) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      expect.soft((await findings(page)).demanded, `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 320, height: 480 });
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect((await box.boundingBox()).width).toBeLessThanOrEqual(320);
}

const STATES = [
  ['with hits', 'dual', /\d pages/],
  ['with a correction', 'coperative', /\d pages/],
  ['finding nothing', 'qqxxzzq', /^Nothing was found/],
  ['with proposals', 'land qqxxzzq', /^Nothing was found/],
];

for (const [state, query, status] of STATES) {
  test(`axe finds nothing in the overlay ${state}`, async ({ page }) => {
    const search = new Search(page);
    await new Frame(page).open(PLACES.entity);
    await search.open();
    await search.find(query);
    await expect(search.status).toHaveText(status);
    await expectSound(page, search.dialog);
  });

  test(`axe finds nothing on the page of the search ${state}`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open(`#q=${encodeURIComponent(query)}&kind=concept,network`);
    await search.settle(query);
    await expectSound(page, search.stateful);
  });
}

test('axe finds nothing in the overlay while it loads, and where texts are lost', async ({ page, watch }) => {
  watch.expect(/ERR_FAILED/);
  const search = new Search(page);
  const release = await hold(page, PACKS);
  await new Frame(page).open(PLACES.entity);
  await search.open();
  await search.type('mutual aid');
  await expectSound(page, search.dialog);
  await page.route(textPack(), (route) => route.abort());
  release();
  await search.settle('mutual aid', 'partial');
  await expectSound(page, search.dialog);
});

test('axe finds nothing in the filters of a phone', async ({ page }) => {
  const search = new SearchPage(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await search.open('#q=land');
  await search.settle('land');
  await search.filters.click();
  expect((await findings(page)).demanded).toEqual([]);
});

test('nothing moves sideways or away while answers come', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.shifts = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) globalThis.shifts += shift.hadRecentInput ? 0 : shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const search = new SearchPage(page);
  await search.open('#q=mutual+aid');
  await search.settle('mutual aid');
  await expect(search.said).toHaveText(/\d/);
  expect(await page.evaluate(() => globalThis.shifts)).toBeLessThan(0.02);
});

test('nothing moves where motion is not wanted', async ({ page }) => {
  const search = new Search(page);
  await new Frame(page).open(PLACES.entity);
  await search.open();
  expect(await page.evaluate(() => document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 1).length)).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});

test('with forced colours the active hit still differs from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const search = new Search(page);
  await new Frame(page).open(PLACES.entity);
  await search.open();
  await search.find('dual');
  await expect(search.hits.nth(1)).toBeVisible();
  const look = (hit) => hit.evaluate((element) => {
    const { outline, border, backgroundColor, color } = getComputedStyle(element);
    return [outline, border, backgroundColor, color].join();
  });
  expect(await look(search.options.nth(0))).not.toBe(await look(search.options.nth(1)));
});
