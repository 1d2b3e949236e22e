// The timeline: keys alone, steps of time, lanes, the address, and what has no date.

import { findings } from '../access.mjs';
import { Scene } from '../pages/scene.mjs';
import { expect, test } from '../test.mjs';

test('keys alone go from bar to bar, open the dates of one and come back', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('timeline');
  await explorer.sheet('timeline').focus();
  const reached = new Set();
  for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'End']) {
    const before = await explorer.under.innerText();
    await page.keyboard.press(key);
    await expect(explorer.under).not.toHaveText(before);
    reached.add(await explorer.under.innerText());
  }
  expect(reached.size).toBe(4);
  await expect(explorer.said).toHaveText(await explorer.under.innerText());
  await page.keyboard.press('Enter');
  const heading = explorer.chosen.getByRole('heading');
  await expect(heading).toBeFocused();
  await expect(explorer.chosen).toContainText(/Founded|Happened|Dates from|No beginning/);
  await expect(explorer.chosen.getByRole('link', { name: 'Read the entry' })).toHaveAttribute('href', /^\.\.\//);
  await explorer.chosen.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(explorer.sheet('timeline')).toBeFocused();
  await expect(explorer.chosen).toHaveCount(0);
});

test('a press on a bar opens its card', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('timeline');
  await explorer.sheet('timeline').focus();
  await page.keyboard.press('Home');
  await explorer.sheet('timeline').hover({ position: { x: 60, y: 45 } });
  await expect(explorer.sheet('timeline')).toHaveAttribute('data-over', '');
  const name = (await explorer.under.innerText()).split('. ')[0];
  await explorer.sheet('timeline').click({ position: { x: 60, y: 45 } });
  await expect(explorer.chosen.getByRole('heading')).toHaveText(name);
});

test('decades, years and months are a press away, and the view survives the copying of its address', async ({ page, context }) => {
  const explorer = new Scene(page);
  await explorer.show('timeline');
  for (const name of ['Months', 'Years', 'Decades']) {
    const button = page.locator('.units').getByRole('button', { name });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }
  await page.locator('.units').getByRole('button', { name: 'Years' }).click();
  await expect.poll(() => explorer.fragment()).toMatch(/time=\d{4}/);
  const years = await page.locator('.units .meta').innerText();
  const other = new Scene(await context.newPage());
  await other.show('timeline', explorer.fragment());
  await expect(other.page.locator('.units .meta')).toHaveText(years);
  expect(other.fragment()).toBe(explorer.fragment());
  await page.getByRole('button', { name: 'Show the whole' }).click();
  await expect.poll(() => explorer.fragment()).toBe('#view=timeline');
});

test('lanes are moved by the wheel once the timeline is asked, by its scroller and by keys', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('timeline');
  const top = () => page.locator('.timeline-scroller').evaluate((scroller) => scroller.scrollTop);
  await explorer.sheet('timeline').hover();
  await explorer.sheet('timeline').focus();
  await page.mouse.wheel(0, 200);
  await expect.poll(top).toBe(200);
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(300);
  await page.locator('.timeline-scroller').evaluate((scroller) => { scroller.scrollTop = 0; });
  await page.keyboard.press('Home');
  await expect(explorer.under).not.toBeEmpty();
});

test('who has no date is counted and listed', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('timeline');
  await expect(explorer.sum).toHaveText(/^\d+ entries on the timeline\. \d+ have no date and are listed below\.$/);
  await explorer.without.locator('summary').click();
  await expect(explorer.without.getByRole('listitem').first()).toContainText('No');
});

test('the timeline in words has every decade with its dates', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('timeline');
  await explorer.twin.locator('> summary').click();
  const decades = explorer.twin.locator('.fold');
  expect(await decades.count()).toBeGreaterThan(5);
  await decades.last().locator('> summary').click();
  await expect(decades.last().getByRole('listitem').first()).toContainText(/Founded|Happened|Dates from/);
});

test('no date at all leaves a sentence and the list', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.open('#founded=9000&view=timeline');
  await expect(explorer.sum).toHaveText('No entry has a date.');
  await expect(explorer.sheet('timeline')).toHaveCount(0);
});

for (const width of [1280, 320]) {
  test(`nothing is wrong for assistive technology at ${width} px, closed and open`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const explorer = new Scene(page);
    await explorer.show('timeline');
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    await explorer.sheet('timeline').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(explorer.chosen).toBeVisible();
    await explorer.without.locator('summary').click();
    await explorer.twin.locator('> summary').click();
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
