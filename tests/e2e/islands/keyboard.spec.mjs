// Everything by keyboard: the skip link first, then what stands on the page in its order, each stop seen, and a way out.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { Search } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

/** What is wrong with the stop the focus is at; `undefined` where the focus has left the page. */
function stop(page) {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (here === document.body || here === null) return undefined;
    const faults = [];
    const before = globalThis.lastStop;
    globalThis.lastStop = here;
    if (before && !(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push('stands before the last stop');
    const { outlineStyle, outlineWidth } = getComputedStyle(here);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('shows no focus');
    const [line] = here.getClientRects();
    const seen = line && document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
    if (!seen || !(here.contains(seen) || seen.contains(here))) faults.push('is covered or out of sight');
    return { name: here.outerHTML.slice(0, 120), faults };
  });
}

/** Walks from the top until the focus leaves the page: the number of stops and what is wrong with them. */
async function walk(page) {
  const faults = [];
  const most = await page.evaluate(() => document.querySelectorAll('a[href], button, input, summary, [tabindex]').length);
  for (let stops = 0; stops <= most; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    if (at === undefined) return { stops, faults };
    if (at.faults.length > 0) faults.push(`${at.name}: ${at.faults.join(', ')}`);
  }
  return { stops: Infinity, faults: [...faults, 'the focus is trapped'] };
}

for (const [kind, width] of [['home', 1280], ['entity', 1280], ['entity', 360]]) {
  test(`a walk through the ${kind} page at ${width} px sees every stop in order and comes out again`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await new Frame(page).open(PLACES[kind]);
    const { stops, faults } = await walk(page);
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(10);
  });
}

test('the skip link comes first, shows itself, and leads past the menu', async ({ page }) => {
  const frame = new Frame(page);
  await frame.open(PLACES.entity);
  await page.keyboard.press('Tab');
  await expect(frame.skip).toBeFocused();
  await expect(frame.skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(frame.main.locator(':focus')).toHaveCount(1);
});

test('the focus stays inside the open overlay', async ({ page }) => {
  const search = new Search(page);
  await new Frame(page).open(PLACES.idea);
  await search.open();
  await search.find('dual');
  await expect(search.hits.first()).toBeVisible();
  const inside = () => page.evaluate(() => document.activeElement === document.body || document.querySelector('dialog[open]').contains(document.activeElement));
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
    expect(await inside(), key).toBe(true);
  }
});
