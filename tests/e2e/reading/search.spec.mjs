// The search and those without JavaScript.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { PLACES } from '../places.mjs';

test('the search link and the search page lead on, with scripts or without', async ({ page, javaScriptEnabled }) => {
  const frame = new Frame(page);
  const scripts = javaScriptEnabled !== false;
  await frame.open(PLACES.idea);
  const link = page.getByRole('banner').getByRole('link', { name: 'Search' });
  expect(await link.evaluate((a) => a.href)).toMatch(/\/all\/$/);

  await frame.open(PLACES.search);
  await expect(frame.title).toHaveText('Search');
  await expect(page.getByRole('combobox')).toBeVisible({ visible: scripts });
  const list = frame.main.getByRole('link', { name: 'the list from A to Z' });
  await expect(list).toBeVisible({ visible: !scripts });
  if (scripts) return;
  await list.click();
  await expect(frame.title).toHaveText('All entries, A to Z');
});
