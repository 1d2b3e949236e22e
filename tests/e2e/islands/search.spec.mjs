// Search from anywhere, by keyboard.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { Search, hold } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

const WASM = /\.wasm$/;
const CATALOG = /\/data\/catalog/;

test('it opens by /, by Ctrl-K and by a click, and gives the focus back', async ({ page }) => {
  const search = new Search(page);
  const frame = new Frame(page);
  await frame.open(PLACES.entity);
  const link = frame.crumbs.getByRole('link', { name: 'Home' });
  for (const keys of ['/', 'Control+k']) {
    await link.focus();
    await page.keyboard.press(keys);
    await search.expectOpen();
    await expect(search.field).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(search.dialog).toBeHidden();
    await expect(link).toBeFocused();
  }
  await search.opener.click();
  await search.expectOpen();
  await page.keyboard.press('Escape');
  await expect(search.opener).toBeFocused();
});

test('letters typed before the program is there are not lost', async ({ page }) => {
  const search = new Search(page);
  const release = await hold(page, WASM);
  await new Frame(page).open(PLACES.idea);
  await page.keyboard.press('/');
  await page.keyboard.type('mutual a');
  release();
  await search.expectOpen();
  await expect(search.hits.first()).toContainText('Mutual aid');
  await expect(search.field).toHaveValue('mutual a');
});

test('arrows, Home and End go through the hits, and Enter goes there', async ({ page }) => {
  const search = new Search(page);
  await new Frame(page).open(PLACES.entity);
  await search.open();
  await search.type('dual');
  await expect(search.hits.nth(2)).toBeVisible();
  const last = (await search.hits.count()) - 1;
  await search.expectActive(0);
  for (const [key, active] of [['ArrowDown', 1], ['End', last], ['ArrowDown', 0], ['ArrowUp', last], ['Home', 0], ['ArrowDown', 1]]) {
    await page.keyboard.press(key);
    await search.expectActive(active);
  }
  const target = await search.active.evaluate((hit) => hit.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(target);
});

test('the first hit for a title is its page, with the found letters marked and the number said', async ({ page }) => {
  const search = new Search(page);
  const frame = new Frame(page);
  await frame.open(PLACES.home);
  await search.open();
  await search.type('zapatis');
  await expect(search.hits.first()).toContainText('Zapatistas');
  await expect(search.hits.first().locator('mark').first()).toHaveText(/^zapatis$/i);
  await expect(search.status).toHaveText(/\d+ pages?$/);
  await search.hits.first().click();
  await expect(frame.title).toHaveText('Zapatistas');
});

test('finding nothing says so and what to try', async ({ page }) => {
  const search = new Search(page);
  const frame = new Frame(page);
  await frame.open(PLACES.trail);
  await search.open();
  await search.type('qqxxzzq');
  await expect(search.status).toContainText('qqxxzzq');
  await expect(search.hits).toHaveCount(0);
  await expect(search.field).toHaveAttribute('aria-expanded', 'false');
  await search.dialog.getByRole('link', { name: 'all pages' }).click();
  await expect(page).toHaveURL(/\/all\/$/);
});

test('a catalog that cannot be loaded is told, and can be asked for again', async ({ page, watch }) => {
  watch.expect(/ERR_FAILED.*catalog|catalog.*ERR_FAILED/);
  const search = new Search(page);
  await page.route(CATALOG, (route) => route.abort());
  await new Frame(page).open(PLACES.idea);
  await search.open();
  await search.type('commons');
  await expect(search.status).toHaveText(/could not be loaded/);
  await page.unroute(CATALOG);
  await search.retry.click();
  await expect(search.hits.first()).toContainText('Commons');
});

test('a slow catalog does not stand in the way of typing', async ({ page }) => {
  const search = new Search(page);
  const release = await hold(page, CATALOG);
  await new Frame(page).open(PLACES.idea);
  await search.open();
  await search.type('mastodon');
  await expect(search.status).toHaveText(/loading/i);
  release();
  await expect(search.hits.first()).toContainText('Mastodon');
});
