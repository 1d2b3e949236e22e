// The set as a table: columns of choice, several orders, and only the rows drawn that can be seen.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Explorer } from '../pages/explorer.mjs';

const head = (page, name) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });

test('a press on a head sorts, with Shift after the others', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#view=table');
  await head(page, 'Founded').getByRole('button').click();
  await expect(head(page, 'Founded')).toHaveAttribute('aria-sort', 'ascending');
  await expect(explorer.said).toHaveText('Sorted by founded, earliest first.');
  await head(page, 'Founded').getByRole('button').click();
  await expect(head(page, 'Founded')).toHaveAttribute('aria-sort', 'descending');
  await head(page, 'Kind').getByRole('button').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(explorer.said).toHaveText('Sorted by founded, latest first, then by kind, first to last.');
  expect(explorer.fragment()).toBe('#view=table&sort=-founded,kind');
  const first = await explorer.rows.first().innerText();
  await page.reload();
  await expect(explorer.rows.first()).toHaveText(first, { useInnerText: true });
});

test('columns are chosen', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#view=table');
  await page.getByText('Columns', { exact: false }).first().click();
  const columns = page.getByRole('group', { name: 'Columns beside the title' });
  await columns.getByRole('checkbox', { name: 'Country' }).check();
  await expect(head(page, 'Country')).toBeVisible();
  await columns.getByRole('checkbox', { name: 'Sector' }).uncheck();
  await expect(head(page, 'Sector')).toHaveCount(0);
  expect(explorer.fragment()).toBe('#view=table&columns=kind,place,status,founded,verified,country');
  await page.getByRole('button', { name: 'The usual columns' }).click();
  expect(explorer.fragment()).toBe('#view=table');
});

test('only the rows in sight are drawn, and each says which it is', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#view=table');
  const { all } = await explorer.counts();
  await expect(explorer.table).toHaveAttribute('aria-rowcount', String(all + 1));
  await expect(explorer.rows.first()).toHaveAttribute('aria-rowindex', '2');
  expect(await explorer.rows.count()).toBeLessThan(80);
  const frame = page.getByRole('region', { name: 'Table of entries, scrolls' });
  await frame.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(explorer.rows.last()).toHaveAttribute('aria-rowindex', String(all + 1));
  await frame.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await expect(explorer.rows.last()).toBeInViewport();
  // What is scrolled away has its room still.
  const height = await frame.evaluate((element) => element.scrollHeight);
  const row = await explorer.rows.last().evaluate((element) => element.offsetHeight);
  expect(Math.abs(height - row * (all + 1))).toBeLessThan(row);
  await explorer.value('Kind', 'Network').click();
  await expect(explorer.rows.first()).toHaveAttribute('aria-rowindex', '2');
  expect(await frame.evaluate((element) => element.scrollTop)).toBe(0);
});

test('axe finds nothing, and it fits 320 px', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#view=table&sort=-founded,title');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      expect((await findings(page)).demanded, `${width} px, ${colorScheme}`).toEqual([]);
    }
  }
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
});
