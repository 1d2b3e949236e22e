// The set as a list, and in numbers.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Explorer } from '../pages/explorer.mjs';

test('an entry tells its kind, its summary, where, since when and how fresh', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#q="Cooperation+Jackson"&founded=2014&kind=network');
  await explorer.settle();
  const item = explorer.items.first();
  await expect(item.getByRole('link')).toHaveText('Cooperation Jackson');
  await expect(item.locator('.badge')).toContainText('Network');
  await expect(item.locator('p')).not.toBeEmpty();
  await expect(item.locator('.meta')).toHaveText(/United States · since 2014 · (last )?checked|not yet verified/);
  await item.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cooperation Jackson');
  await page.goBack();
  await expect(explorer.titles.first()).toHaveText('Cooperation Jackson');
});

test('more is shown on demand, a filter begins again', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  await expect(explorer.items).toHaveCount(40);
  await explorer.more.click();
  await expect(explorer.items).toHaveCount(80);
  await expect(explorer.said).toHaveText('80 entries are listed.');
  await explorer.value('Kind', 'Concept').click();
  expect(await explorer.items.count()).toBeLessThanOrEqual(40);
});

test('the order is chosen, said, and stands in the address', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#kind=network');
  const order = page.getByRole('group', { name: 'Order' });
  await order.getByRole('combobox', { name: 'Sort by' }).selectOption('Founded');
  await expect(explorer.said).toHaveText('Sorted by founded, earliest first.');
  expect(explorer.fragment()).toBe('#kind=network&sort=founded');
  const first = await explorer.titles.first().innerText();
  await order.getByRole('button', { name: 'earliest first' }).click();
  expect(explorer.fragment()).toBe('#kind=network&sort=-founded');
  await expect(explorer.titles.first()).not.toHaveText(first);
  await order.getByRole('combobox', { name: 'then by' }).selectOption('Title');
  expect(explorer.fragment()).toBe('#kind=network&sort=-founded,title');
});

test('a bar narrows the set to what it stands for', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#view=numbers');
  const plot = page.getByRole('region', { name: 'Sector' });
  await expect(plot).toContainText(/Of \d+ entries\./);
  const bar = plot.getByRole('button', { name: /^Food \d+$/ });
  const rows = Number((await bar.innerText()).match(/\d+/)[0]);
  await bar.click();
  expect(explorer.fragment()).toBe('#sector=food&view=numbers');
  expect((await explorer.counts()).shown).toBe(rows);
  await page.getByRole('region', { name: 'Founded' }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(explorer.removals).toHaveCount(2);
});

for (const view of ['list', 'numbers']) {
  test(`${view}: axe finds nothing and it fits 320 px`, async ({ page }) => {
    const explorer = new Explorer(page);
    await explorer.open(`#view=${view}&kind=network,concept&-sector=food`);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        expect((await findings(page)).demanded, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
