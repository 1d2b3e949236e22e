// Searching where the network or the host fails: what is missing is said, titles still work, typing never waits.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { PACKS, Search, hold, textPack } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

const MANIFEST = /\/data\/search\/manifest\.bin$/;

async function opened(page) {
  const search = new Search(page);
  await new Frame(page).open(PLACES.idea);
  await search.open();
  return search;
}

for (const [part, pattern] of [
  ['index', MANIFEST],
  ['engine', /\/engine-[^/]*\.wasm$/],
  ['glue', /\/engine-[^/]*\.js$/],
  ['script', /\/search-[^/]*\.js$/],
]) {
  test(`where the search's ${part} cannot be loaded that is told, and it can be asked for again`, async ({ page, watch }) => {
    watch.expect(/ERR_FAILED/);
    await page.route(pattern, (route) => route.abort());
    const search = await opened(page);
    // With typing, a later key would ask again by itself.
    await search.paste('commons');
    await expect(search.status).toHaveText('The search could not be loaded.');
    await page.unroute(pattern);
    await search.retry.click();
    await search.settle('commons');
    await expect(search.hits.first()).toContainText('Commons');
    await expect(search.retry).toBeHidden();
  });
}

test('without the texts titles still work, and the texts can be asked for again', async ({ page, watch }) => {
  watch.expect(/ERR_FAILED/);
  await page.route(textPack(), (route) => route.abort());
  const search = await opened(page);
  await search.type('mutual aid');
  await search.settle('mutual aid', 'partial');
  await expect(search.status).toContainText('The full text could not be loaded. Titles still work.');
  await expect(search.said).toContainText('Titles still work.');
  await expect(search.byName.first()).toContainText('Mutual aid');
  await page.unroute(textPack());
  await search.retry.click();
  await search.settle('mutual aid');
  await expect(search.byText.first().locator('.search-excerpt mark').first()).toBeVisible();
});

test('a file that is cut off counts as lost', async ({ page }) => {
  await page.route(textPack(), async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  });
  const search = await opened(page);
  await search.type('mutual aid');
  await search.settle('mutual aid', 'partial');
  await expect(search.byName.first()).toContainText('Mutual aid');
});

test('bytes that are none of the index count as lost', async ({ page }) => {
  await page.route(textPack(), async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: Buffer.alloc(body.length, 7) });
  });
  const search = await opened(page);
  await search.type('mutual aid');
  await search.settle('mutual aid', 'partial');
  await expect(search.byName.first()).toContainText('Mutual aid');
});

test('offline all is lost but the way to the list of all pages', async ({ page, watch }) => {
  watch.expect(/ERR_FAILED/);
  await page.route(PACKS, (route) => route.abort());
  const search = await opened(page);
  await search.type('mutual');
  await search.settle('mutual', 'partial');
  await expect(search.status).toContainText('in what could be loaded');
  await expect(search.allPages).toBeVisible();
  await page.unroute(PACKS);
  await search.retry.click();
  await search.settle('mutual');
  await expect(search.hits.first()).toContainText('Mutual');
});

test('a slow link does not stand in the way of typing', async ({ page }) => {
  const search = new Search(page);
  const release = await hold(page, PACKS);
  await new Frame(page).open(PLACES.idea);
  await search.open();
  await search.type('mastodon');
  await expect(search.status).toHaveText(/loading/i);
  release();
  await expect(search.hits.first()).toContainText('Mastodon');
});

test('a late answer never takes the place of a newer one', async ({ page }) => {
  const search = await opened(page);
  await search.find('x');
  const release = await hold(page, PACKS);
  await search.field.fill('zapatistas');
  await expect(search.stateful).toHaveAttribute('data-query', 'zapatistas');
  await page.unroute(PACKS);
  await search.field.fill('mastodon');
  await search.settle('mastodon');
  release();
  await search.field.press('End');
  await search.settle('mastodon');
  await expect(search.hits.first()).toContainText('Mastodon');
});

test('a host without ranges sends each file once', async ({ page, watch }) => {
  await page.route(PACKS, (route) => {
    const { range, ...headers } = route.request().headers();
    return route.continue({ headers });
  });
  const search = await opened(page);
  await search.find('mutual aid');
  await expect(search.byText.first().locator('mark').first()).toBeVisible();
  const before = watch.asked(PACKS).length;
  await search.field.fill('');
  await search.find('mutual aid food');
  await search.field.fill('');
  await search.find('mutual aid');
  expect(watch.asked(PACKS).length - before).toBeLessThan(4);
});

test('after the site was built anew the new index is read', async ({ page, watch }) => {
  watch.expect(/404.*\/data\/search\/[0-9a-f]{16}\.bin/);
  let manifests = 0;
  await page.route(MANIFEST, (route) => {
    manifests += 1;
    return route.continue();
  });
  // The packs that the first manifest names are gone.
  await page.route(PACKS, (route) => (manifests < 2 ? route.fulfill({ status: 404 }) : route.continue()));
  const search = await opened(page);
  await search.find('mastodon');
  await expect(search.hits.first()).toContainText('Mastodon');
  expect(manifests).toBe(2);
});
