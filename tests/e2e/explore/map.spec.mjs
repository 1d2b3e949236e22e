// The map: keys alone, filters by click, the address, what is not on it, and without its outline.

import { findings } from '../access.mjs';
import { Scene } from '../pages/scene.mjs';
import { expect, test } from '../test.mjs';

test('keys alone go from mark to mark, open a place and come back', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('map');
  await scene.sheet('map').focus();
  const names = new Set();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    const before = await scene.under.innerText();
    await page.keyboard.press(key);
    if (key !== 'ArrowDown') await expect(scene.under).not.toHaveText(before);
    await expect(scene.under).toHaveText(/: \d+ entr(y|ies)/);
    names.add(await scene.under.innerText());
  }
  expect(names.size).toBeGreaterThan(2);
  // A mark of several places comes apart; one of a single place lists its entries.
  for (let tries = 0; tries < 6 && !(await scene.chosen.isVisible()); tries += 1) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'map' || document.activeElement?.id === 'map-chosen');
  }
  const heading = scene.chosen.getByRole('heading');
  await expect(heading).toBeFocused();
  await expect(heading).toHaveText(/: \d+ entr(y|ies)/);
  await expect(scene.chosen.getByRole('listitem').first().getByRole('link')).toBeVisible();
  await scene.chosen.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(scene.chosen).toHaveCount(0);
  await expect(scene.sheet('map')).toBeFocused();
});

test('what keys reach is said aloud', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('map');
  await scene.sheet('map').focus();
  await page.keyboard.press('Home');
  await expect(scene.said).toHaveText(await scene.under.innerText());
});

test('a press on a tinted country filters by it, and a second one takes that back', async ({ page }) => {
  const scene = new Scene(page);
  // Hundredths of a degree in the middle of Germany, so near that marks stand apart.
  await scene.show('map', '#view=map&map=10.2,53,13');
  const all = await scene.sum.innerText();
  const { width, height } = await scene.sheet('map').boundingBox();
  const bare = await findTint(scene.sheet('map'), scene.under, width, height);
  await scene.sheet('map').click({ position: bare });
  await expect.poll(() => scene.fragment()).toContain('country=');
  await expect(scene.sum).not.toHaveText(all);
  await scene.sheet('map').click({ position: bare });
  await expect.poll(() => scene.fragment()).not.toContain('country=');
  await expect(scene.sum).toHaveText(all);
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
  const scene = new Scene(page);
  await scene.show('map');
  await scene.sheet('map').focus();
  await page.keyboard.press('End');
  for (let tries = 0; tries < 8 && !(await scene.chosen.isVisible()); tries += 1) await page.keyboard.press('Enter');
  const only = scene.chosen.getByRole('button', { name: /^Only / }).last();
  await only.click();
  await expect.poll(() => scene.fragment()).toContain('country=');
  await expect(scene.chosen.getByRole('button', { name: /^Only / })).toHaveCount(0);
});

test('the view survives the copying of its address', async ({ page, context }) => {
  const scene = new Scene(page);
  await scene.show('map');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => scene.fragment()).toMatch(/map=-?[\d.]+,-?[\d.]+,\d+/);
  const other = new Scene(await context.newPage());
  await other.show('map', scene.fragment());
  expect(other.fragment()).toBe(scene.fragment());
  const { data } = { data: (sheet) => sheet.evaluate((canvas) => canvas.toDataURL()) };
  // Where an address rounds, the picture may be off by a pixel: both are drawn from the address here.
  await page.reload();
  await scene.drawn('map');
  expect(await data(scene.sheet('map'))).toBe(await data(other.sheet('map')));
  await page.getByRole('button', { name: 'Show the whole' }).click();
  await expect.poll(() => scene.fragment()).toBe('#view=map');
});

test('who tells no place is counted, listed, and can be had alone', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('map');
  await expect(scene.sum).toHaveText(/^\d+ of \d+ entries are on the map, in \d+ countries; \d+ tell no place\.$/);
  await scene.without.locator('summary').click();
  await expect(scene.without.getByRole('listitem').first()).toBeVisible();
  await page.locator('.scene-without').getByRole('button', { name: 'Only these' }).click();
  await expect.poll(() => scene.fragment()).toContain('-has=place');
  await expect(scene.sum).toHaveText(/entries, and none tells a place\.$/);
});

test('the map in words has every country with its entries', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('map');
  const countries = Number(/in (\d+) countries/.exec(await scene.sum.innerText())[1]);
  await scene.twin.locator('> summary').click();
  const folds = scene.twin.locator('> .folds > .fold');
  await expect(folds).toHaveCount(countries);
  await folds.first().locator('> summary').click();
  await expect(folds.first().locator('.list, .fold').first()).toBeVisible();
});

test('an outline that cannot be had is said, and asked for again', async ({ page, watch }) => {
  watch.expect(/status 404|404 \(Not Found\)/);
  const scene = new Scene(page);
  await scene.open('');
  const land = await page.locator('#explore').getAttribute('data-land');
  const pattern = `**/${land.split('/').pop()}`;
  await page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('.views').getByRole('button', { name: 'Map' }).click();
  await expect(page.getByText('The outline of the land could not be loaded')).toBeVisible();
  await page.unroute(pattern);
  await page.getByRole('button', { name: 'Try again' }).click();
  await scene.drawn('map');
});

test('no entry leaves an empty map and a sentence', async ({ page }) => {
  const scene = new Scene(page);
  await scene.show('map', '#founded=9000&view=map');
  await expect(scene.sum).toHaveText('No entries, so nothing is on the map.');
});

for (const width of [1280, 320]) {
  test(`nothing is wrong for assistive technology at ${width} px, closed and open`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const scene = new Scene(page);
    await scene.show('map');
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    await scene.sheet('map').focus();
    await page.keyboard.press('Home');
    for (let tries = 0; tries < 8 && !(await scene.chosen.isVisible()); tries += 1) await page.keyboard.press('Enter');
    await scene.without.locator('summary').click();
    await scene.twin.locator('> summary').click();
    expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
