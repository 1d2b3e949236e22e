// Light, dark, or as the system says.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { PLACES } from '../places.mjs';

/** How light the paper is, from 0 to 1. */
function paper(page) {
  return page.evaluate(() => {
    const [r, g, b] = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number);
    return (r + g + b) / 3 / 255;
  });
}

test('the switch goes round, and what was chosen holds on every page and after a reload', async ({ page }) => {
  const frame = new Frame(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await frame.open(PLACES.idea);
  expect(await paper(page)).toBeLessThan(0.3);

  await frame.theme.click();
  await expect(frame.theme).toContainText('Light');
  expect(await paper(page)).toBeGreaterThan(0.7);
  await page.reload();
  expect(await paper(page)).toBeGreaterThan(0.7);
  await expect(frame.theme).toContainText('Light');
  await frame.open(PLACES.home);
  expect(await paper(page)).toBeGreaterThan(0.7);

  await page.emulateMedia({ colorScheme: 'light' });
  await expect(frame.theme).toContainText('Light');
  await frame.theme.click();
  await expect(frame.theme).toContainText('Dark');
  expect(await paper(page)).toBeLessThan(0.3);

  await frame.theme.click();
  await expect(frame.theme).toContainText('System');
  expect(await paper(page)).toBeGreaterThan(0.7);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).toBeLessThan(0.3);
});
