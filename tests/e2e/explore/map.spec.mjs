// The map: keys alone, filters by click, the address, what is not on it, and without its outline.

import { findings } from '../access.mjs';
import { Scene } from '../pages/scene.mjs';
import { expect, test } from '../test.mjs';

test('keys alone go from mark to mark, open a place and come back', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('map');
  await explorer.sheet('map').focus();
  const names = new Set();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    const before = await explorer.under.innerText();
    await page.keyboard.press(key);
    if (key !== 'ArrowDown') await expect(explorer.under).not.toHaveText(before);
    await expect(explorer.under).toHaveText(/: \d+ entr(y|ies)/);
    names.add(await explorer.under.innerText());
  }
  expect(names.size).toBeGreaterThan(2);
  // A mark of several places comes apart; one of a single place lists its entries.
  for (let tries = 0; tries < 6 && !(await explorer.chosen.isVisible()); tries += 1) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'map' || document.activeElement?.id === 'map-chosen');
  }
  const heading = explorer.chosen.getByRole('heading');
  await expect(heading).toBeFocused();
  await expect(heading).toHaveText(/: \d+ entr(y|ies)/);
  await expect(explorer.chosen.getByRole('listitem').first().getByRole('link')).toBeVisible();
  await explorer.chosen.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(explorer.chosen).toHaveCount(0);
  await expect(explorer.sheet('map')).toBeFocused();
});

test('what keys reach is said aloud', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('map');
  await explorer.sheet('map').focus();
  await page.keyboard.press('Home');
  await expect(explorer.said).toHaveText(await explorer.under.innerText());
});

test('a press on a tinted country filters by it, and a second one takes that back', async ({ page }) => {
  const explorer = new Scene(page);
  // Hundredths of a degree in the middle of Germany, so near that marks stand apart.
  await explorer.show('map', '#view=map&map=10.2,53,13');
  const all = await explorer.sum.innerText();
  const { width, height } = await explorer.sheet('map').boundingBox();
  const bare = await findTint(explorer.sheet('map'), explorer.under, width, height);
  await explorer.sheet('map').click({ position: bare });
  await expect.poll(() => explorer.fragment()).toContain('country=');
  await expect(explorer.sum).not.toHaveText(all);
  await explorer.sheet('map').click({ position: bare });
  await expect.poll(() => explorer.fragment()).not.toContain('country=');
  await expect(explorer.sum).toHaveText(all);
});

/** A place on the sheet where nothing but a tinted country is. */
async function findTint(sheet, under, width, height) {
  for (let y = 0.1; y < 0.95; y += 0.07) {
    for (let x = 0.05; x < 0.9; x += 0.07) {
      const position = { x: Math.round(width * x), y: Math.round(height * y) };
      await sheet.hover({ position });
      if (/told by country$/.test(await under.innerText()) && (await sheet.getAttribute('data-over')) !== null) return position;
    }
  }
  throw new Error('no country is tinted here');
}

test('only these narrows to the country of a place', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('map');
  await explorer.sheet('map').focus();
  await page.keyboard.press('End');
  for (let tries = 0; tries < 8 && !(await explorer.chosen.isVisible()); tries += 1) await page.keyboard.press('Enter');
  const only = explorer.chosen.getByRole('button', { name: /^Only / }).last();
  await only.click();
  await expect.poll(() => explorer.fragment()).toContain('country=');
  await expect(explorer.chosen.getByRole('button', { name: /^Only / })).toHaveCount(0);
});

test('the view survives the copying of its address', async ({ page, context }) => {
  const explorer = new Scene(page);
  await explorer.show('map');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => explorer.fragment()).toMatch(/map=-?[\d.]+,-?[\d.]+,\d+/);
  const other = new Scene(await context.newPage());
  await other.show('map', explorer.fragment());
  expect(other.fragment()).toBe(explorer.fragment());
  const { data } = { data: (sheet) => sheet.evaluate((canvas) => canvas.toDataURL()) };
  // Where an address rounds, the picture may be off by a pixel: both are drawn from the address here.
  await page.reload();
  await explorer.drawn('map');
  expect(await data(explorer.sheet('map'))).toBe(await data(other.sheet('map')));
  await page.getByRole('button', { name: 'Show the whole' }).click();
  await expect.poll(() => explorer.fragment()).toBe('#view=map');
});

test('who tells no place is counted, listed, and can be had alone', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('map');
  await expect(explorer.sum).toHaveText(/^\d+ of \d+ entries are on the map, in \d+ countries; \d+ tell no place\.$/);
  await explorer.without.locator('summary').click();
  await expect(explorer.without.getByRole('listitem').first()).toBeVisible();
  await page.locator('.scene-without').getByRole('button', { name: 'Only these' }).click();
  await expect.poll(() => explorer.fragment()).toContain('-has=place');
  await expect(explorer.sum).toHaveText(/entries, and none tells a place\.$/);
});

test('the map in words has every country with its entries', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('map');
  const countries = Number(/in (\d+) countries/.exec(await explorer.sum.innerText())[1]);
  await explorer.twin.locator('> summary').click();
  const folds = explorer.twin.locator('> .folds > .fold');
  await expect(folds).toHaveCount(countries);
  await folds.first().locator('> summary').click();
  await expect(folds.first().locator('.list, .fold').first()).toBeVisible();
});

test('an outline that cannot be had is said, and asked for again', async ({ page, watch }) => {
  watch.expect(/status 404|404 \(Not Found\)/);
  const explorer = new Scene(page);
  await explorer.open('');
  const land = await page.locator('#explore').getAttribute('data-land');
  const pattern = `**/${land.split('/').pop()}`;
  await page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('.views').getByRole('button', { name: 'Map' }).click();
  await expect(page.getByText('The outline of the land could not be loaded')).toBeVisible();
  await page.unroute(pattern);
  await page.getByRole('button', { name: 'Try again' }).click();
  await explorer.drawn('map');
});

test('no entry leaves an empty map and a sentence', async ({ page }) => {
  const explorer = new Scene(page);
  await explorer.show('map', '#founded=9000&view=map');
  await expect(explorer.sum).toHaveText('No entries, so nothing is on the map.');
});

for (const width of [1280, 320]) {
  test(`nothing is wrong for assistive technology at ${width} px, closed and open`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const explorer = new Scene(page);
    await explorer.show('map');
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    await explorer.sheet('map').focus();
    await page.keyboard.press('Home');
    for (let tries = 0; tries < 8 && !(await explorer.chosen.isVisible()); tries += 1) await page.keyboard.press('Enter');
    await explorer.without.locator('summary').click();
    await explorer.twin.locator('> summary').click();
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
