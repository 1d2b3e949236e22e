// Entries side by side.

import { findings } from '../access.mjs';
import { Take } from '../pages/take.mjs';
import { expect, test } from '../test.mjs';

const TWO = '#view=compare&compare=cooperation-jackson,mondragon';

test('with nothing and with one entry it says what to do', async ({ page, watch }) => {
  const take = new Take(page);
  await take.open('#view=compare');
  await expect(take.compared).toContainText('Choose two to four entries to compare.');
  await page.evaluate(() => { location.hash = '#view=compare&compare=mondragon'; });
  await expect(take.compared).toContainText('Choose another entry to set beside Mondragon Corporation.');
  expect(watch.asked(/entries\.json$/)).toHaveLength(0);
  expect((await findings(page)).demanded).toEqual([]);
});

test('by keyboard alone: type two titles, see only differences, take one away', async ({ page }) => {
  const take = new Take(page);
  await take.open('#view=compare');
  await take.title.focus();
  for (const typed of ['cooperation jack', 'mondragon corp']) {
    await page.keyboard.type(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect(take.table.getByRole('columnheader')).toHaveText([/Field/, /Cooperation Jackson/, /Mondragon/]);
  expect(take.fragment()).toBe(TWO);
  const rows = take.table.locator('tbody tr:not(.compare-group)');
  const all = await rows.count();
  const differ = await take.table.locator('tr.differs').count();
  expect(differ).toBeGreaterThan(0);
  expect(differ).toBeLessThan(all);
  await page.getByRole('checkbox', { name: 'Only differences' }).focus();
  await page.keyboard.press('Space');
  await expect(rows).toHaveCount(differ);
  await page.getByRole('button', { name: 'Take away: Mondragon Corporation' }).focus();
  await page.keyboard.press('Enter');
  await expect(take.title).toBeFocused();
  await expect(take.table).toHaveCount(0);
});

test('differences are marked by a sign and by words, not by colour alone', async ({ page }) => {
  const take = new Take(page);
  await take.open(TWO);
  const founded = take.table.getByRole('rowheader', { name: /^Founded.*differs$/ });
  await expect(founded).toContainText('≠');
  await expect(take.table.getByRole('rowheader', { name: /^Status$/ })).not.toContainText('≠');
});

test('entries are put there from a list, four at most, and that is said', async ({ page }) => {
  const take = new Take(page);
  await take.open('#kind=movement');
  const marks = page.getByRole('button', { name: /^Compare: / });
  for (let place = 0; place < 4; place += 1) await marks.nth(place).click();
  await expect(page.getByRole('button', { name: 'Compare 4 entries' })).toBeVisible();
  await marks.nth(4).click();
  await expect(page.locator('.take-bar')).toContainText('Four entries are compared already');
  await page.getByRole('button', { name: 'Compare 4 entries' }).click();
  await expect(take.table.getByRole('columnheader')).toHaveCount(5);
  await expect(take.title).toHaveCount(0);
});

test('an address with five, or with what is no entry, is answered', async ({ page }) => {
  const take = new Take(page);
  await take.open('#view=compare&compare=mondragon,nobody,zapatistas');
  await expect(take.table.getByRole('columnheader')).toHaveCount(3);
});

test('heads stay in view, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const take = new Take(page);
  await take.open(`${TWO},zapatistas`);
  await expect(take.table).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await take.table.evaluate((box) => box.scrollTo(200, 300));
  const at = (locator) => locator.evaluate((cell) => {
    const box = cell.closest('.compare-table').getBoundingClientRect();
    const own = cell.getBoundingClientRect();
    return [Math.round(own.left - box.left), Math.round(own.top - box.top)];
  });
  expect((await at(take.table.getByRole('columnheader').nth(1)))[1]).toBe(0);
  expect((await at(take.table.getByRole('rowheader', { name: /^Place/ })))[0]).toBe(0);
  expect((await findings(page)).demanded).toEqual([]);
});

test('four entries print on one sheet, lying', async ({ page }) => {
  const take = new Take(page);
  await take.open(`${TWO},zapatistas,mst`);
  await expect(take.table).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
});
