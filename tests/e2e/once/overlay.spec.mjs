// The search overlay for everybody: axe, forced colours, reduced motion, 320 px.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Frame } from '../pages/frame.mjs';
import { Search } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [state, query] of [['with hits', 'dual'], ['finding nothing', 'qqxxzzq']]) {
  test(`axe finds nothing in the overlay ${state}`, async ({ page }) => {
    const search = new Search(page);
    await new Frame(page).open(PLACES.entity);
    await search.open();
    await search.type(query);
    await expect(search.status).toHaveText(query === 'dual' ? /\d pages/ : /No page/);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expect.soft((await findings(page)).demanded, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 320, height: 480 });
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await search.dialog.boundingBox()).width).toBeLessThanOrEqual(320);
  });
}

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
  await search.type('dual');
  await expect(search.hits.nth(1)).toBeVisible();
  const look = (hit) => hit.evaluate((element) => {
    const { outline, border, backgroundColor, color } = getComputedStyle(element);
    return [outline, border, backgroundColor, color].join();
  });
  expect(await look(search.hits.nth(0))).not.toBe(await look(search.hits.nth(1)));
});
