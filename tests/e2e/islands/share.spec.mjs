// Taking a page along, and knowing where one is on it.

import { expect, test } from '../test.mjs';
import { Entry } from '../pages/entry.mjs';
import { PLACES } from '../places.mjs';

test('the link and the citation are copied, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await new Entry(page).open(PLACES.entity);
  const share = page.getByRole('group', { name: /^Share/ });

  await share.getByRole('button', { name: 'Copy link' }).click();
  await expect(share.getByRole('status')).toHaveText('Link copied.');
  expect(await copied()).toBe(page.url());

  const cite = share.getByRole('button', { name: 'Cite', exact: true });
  const citation = share.getByRole('button', { name: 'Copy citation' });
  await expect(citation).toBeHidden();
  await cite.click();
  await expect(cite).toHaveAttribute('aria-expanded', 'true');
  await citation.click();
  await expect(share.getByRole('status')).toHaveText('Citation copied.');
  expect(await copied()).toContain('Cooperation Jackson');
});

test('the table of contents says which part is being read', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.idea);
  const second = entry.contents.getByRole('link').nth(1);
  await second.click();
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(entry.contents.locator('[aria-current]')).toHaveCount(1);
});
