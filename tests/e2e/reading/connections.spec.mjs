// What an entry is tied to, as a picture and as lists, and who could ally with it: with and without scripts.

import { expect, test } from '../test.mjs';
import { Entry } from '../pages/entry.mjs';
import { PLACES } from '../places.mjs';

test('every mark of the picture leads to its entry, and says what it is', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.entity);
  await expect(entry.connections.getByText(/^\d+ pages within two steps/)).toBeVisible();
  const symbiosis = entry.picture.getByRole('link', { name: /^Symbiosis/ });
  await expect(symbiosis).toHaveAccessibleName('Symbiosis — Network, resists and builds');
  await symbiosis.focus();
  await page.keyboard.press('Enter');
  await expect(entry.title).toHaveText('Symbiosis');
});

test('the lists say the same as the picture', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.entity);
  const names = (links) => links.evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href')))].sort());
  const drawn = await names(entry.picture.locator('a'));
  expect(drawn.length).toBeGreaterThan(5);
  await entry.connections.getByText('The same as lists').click();
  await expect(entry.connections.getByRole('heading', { name: 'One step' })).toBeVisible();
  expect(await names(entry.connections.locator('dl a'))).toEqual(drawn);
});

test('on a phone the picture scrolls inside itself', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const entry = new Entry(page);
  await entry.open(PLACES.entity);
  const widths = await entry.picture.evaluate((box) => [box.clientWidth, box.scrollWidth]);
  expect(widths[1]).toBeGreaterThan(widths[0]);
  const far = entry.picture.getByRole('link').last();
  await far.focus();
  await expect(far).toBeInViewport();
});

test('the nearest allies come with reasons; ideas have none', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.entity);
  const allies = entry.main.locator('.allies .list > li');
  expect(await allies.count()).toBeGreaterThan(2);
  for (const ally of await allies.all()) await expect(ally.getByRole('paragraph')).toHaveText(/^(Both|Same|Cooperation Jackson) .*\.$/);
  const more = entry.main.locator('.allies-more a');
  expect(await more.getAttribute('href')).toBe('../../allies/#entry=cooperation-jackson');
  await entry.open(PLACES.idea);
  await expect(entry.connections).toBeVisible();
  await expect(allies).toHaveCount(0);
});
