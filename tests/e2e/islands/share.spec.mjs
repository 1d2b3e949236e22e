// Taking a page along, and knowing where one is on it.

import { expect, test } from '../test.mjs';
import { Entry } from '../pages/entry.mjs';
import { PLACES } from '../places.mjs';

test('the link and the citation are copied, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const entry = new Entry(page);
  await entry.open(PLACES.entity);

  await entry.share.getByRole('button', { name: 'Copy link' }).click();
  await expect(entry.share.getByRole('status').first()).toHaveText('Copied.');
  expect(await copied()).toBe(page.url());

  await entry.cite.click();
  await entry.share.getByRole('button', { name: 'Copy citation' }).click();
  await expect(entry.share.getByRole('status').last()).toHaveText('Copied.');
  expect(await copied()).toBe(await entry.citation.innerText());
});

test('the table of contents says which part is being read', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.idea);
  const second = entry.contents.getByRole('link').nth(1);
  await second.click();
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(entry.contents.locator('[aria-current]')).toHaveCount(1);
});
