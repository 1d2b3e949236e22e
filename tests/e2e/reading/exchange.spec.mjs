// The board of offers and needs where nobody offers or seeks anything: it says so, and how to change that.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { PLACES } from '../places.mjs';

test('an empty board says that it is, and how something comes onto it', async ({ page }) => {
  const board = new Frame(page);
  await board.open(PLACES.home);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Offers and needs' }).click();
  await expect(board.title).toHaveText('Offers and needs');
  await expect(board.main.locator('.nothing')).toContainText('Nobody here offers or seeks anything today.');
  await expect(board.main.locator('pre')).toContainText('offers:');
  await board.main.getByRole('link', { name: 'types and terms' }).click();
  await expect(board.title).toHaveText('What the words mean');
  await expect(page.locator(':target')).toHaveText('Good');
});
