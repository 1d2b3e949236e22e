// The timeline: keys alone, steps of time, lanes, the address, and what has no date.

import { findings } from '../access.mjs';
import { Scene } from '../pages/scene.mjs';
import { expect, test } from '../test.mjs';

test('keys alone go from bar to bar, open the dates of one and come back', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('timeline');
  await scene.sheet('timeline').focus();
  const reached = new Set();
  for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'End']) {
    const before = await scene.under.innerText();
    await page.keyboard.press(key);
    await expect(scene.under).not.toHaveText(before);
    reached.add(await scene.under.innerText());
  }
  expect(reached.size).toBe(4);
  await expect(scene.said).toHaveText(await scene.under.innerText());
  await page.keyboard.press('Enter');
  const heading = scene.chosen.getByRole('heading');
  await expect(heading).toBeFocused();
  await expect(scene.chosen).toContainText(/Founded|Happened|Dates from|No beginning/);
  await expect(scene.chosen.getByRole('link', { name: 'Read the entry' })).toHaveAttribute('href', /^\.\.\//);
  await scene.chosen.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(scene.sheet('timeline')).toBeFocused();
  await expect(scene.chosen).toHaveCount(0);
});

test('a press on a bar opens its card', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('timeline');
  await scene.sheet('timeline').focus();
  await page.keyboard.press('Home');
  await scene.sheet('timeline').hover({ position: { x: 60, y: 45 } });
  await expect(scene.sheet('timeline')).toHaveAttribute('data-over', '');
  const name = (await scene.under.innerText()).split('. ')[0];
  await scene.sheet('timeline').click({ position: { x: 60, y: 45 } });
  await expect(scene.chosen.getByRole('heading')).toHaveText(name);
});

test('decades, years and months are a press away, and the view survives the copying of its address', async ({ page, context }) => {
  const scene = new Scene(page);
  await scene.show('timeline');
  for (const name of ['Months', 'Years', 'Decades']) {
    const button = page.locator('.units').getByRole('button', { name });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }
  await page.locator('.units').getByRole('button', { name: 'Years' }).click();
  await expect.poll(() => scene.fragment()).toMatch(/time=\d{4}/);
  const years = await page.locator('.units .meta').innerText();
  const other = new Scene(await context.newPage());
  await other.show('timeline', scene.fragment());
  await expect(other.page.locator('.units .meta')).toHaveText(years);
  expect(other.fragment()).toBe(scene.fragment());
  await page.getByRole('button', { name: 'Show the whole' }).click();
  await expect.poll(() => scene.fragment()).toBe('#view=timeline');
});

test('lanes are moved by the wheel once the timeline is asked, by its scroller and by keys', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('timeline');
  const top = () => page.locator('.timeline-scroller').evaluate((scroller) => scroller.scrollTop);
  await scene.sheet('timeline').hover();
  await scene.sheet('timeline').focus();
  await page.mouse.wheel(0, 200);
  await expect.poll(top).toBe(200);
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(300);
  await page.locator('.timeline-scroller').evaluate((scroller) => { scroller.scrollTop = 0; });
  await page.keyboard.press('Home');
  await expect(scene.under).not.toBeEmpty();
});

test('who has no date is counted and listed', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('timeline');
  await expect(scene.sum).toHaveText(/^\d+ entries on the timeline\. \d+ have no date and are listed below\.$/);
  await scene.without.locator('summary').click();
  await expect(scene.without.getByRole('listitem').first()).toContainText('No');
});

test('the timeline in words has every decade with its dates', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('timeline');
  await scene.twin.locator('> summary').click();
  const decades = scene.twin.locator('.fold');
  expect(await decades.count()).toBeGreaterThan(5);
  await decades.last().locator('> summary').click();
  await expect(decades.last().getByRole('listitem').first()).toContainText(/Founded|Happened|Dates from/);
});

test('no date at all leaves a sentence and the list', async ({ page }) => {
  const scene = new Scene(page);
  await scene.open('#founded=9000&view=timeline');
  await expect(scene.sum).toHaveText('No entry has a date.');
  await expect(scene.sheet('timeline')).toHaveCount(0);
});

for (const width of [1280, 320]) {
  test(`nothing is wrong for assistive technology at ${width} px, closed and open`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const scene = new Scene(page);
    await scene.show('timeline');
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    await scene.sheet('timeline').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(scene.chosen).toBeVisible();
    await scene.without.locator('summary').click();
    await scene.twin.locator('> summary').click();
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
