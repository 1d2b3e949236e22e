// Search from anywhere, by keyboard.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { PACKS, Search, hold } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

const WASM = /\.wasm$/;

async function opened(page, place = PLACES.idea) {
  const search = new Search(page);
  await new Frame(page).open(place);
  await search.open();
  return search;
}

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
  const search = await opened(page, PLACES.entity);
  await search.find('dual');
  const last = (await search.options.count()) - 1;
  expect(last).toBeGreaterThan(2);
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
  const search = await opened(page, PLACES.home);
  await search.find('zapatis');
  const [first] = await search.hits.all();
  await expect(first).toContainText('Zapatistas');
  await expect(first).toHaveClass(/by-name/);
  await expect(first.locator('.badge')).toHaveText('Movement');
  await expect(first.locator('.search-crumbs')).toHaveText('Movements');
  await expect(first.locator('mark').first()).toHaveText(/^zapatis/i);
  await expect(search.status).toHaveText(/\d+ pages?$/);
  await expect(search.said).toHaveText(/\d+ pages?$/);
  await first.click();
  await expect(new Frame(page).title).toHaveText('Zapatistas');
});

test('what is found in texts stands below what is found by name, with its sections as deep links', async ({ page }) => {
  const search = await opened(page);
  await search.find('land trust');
  await expect(search.byName.first()).toContainText('land trust', { ignoreCase: true });
  await expect(search.byText.first()).toBeVisible();
  await expect(search.box.getByRole('group', { name: 'In the text' })).toBeVisible();
  const kinds = await search.hits.evaluateAll((hits) => hits.map((hit) => (hit.matches('.by-name') ? 'n' : 't')).join(''));
  expect(kinds).toMatch(/^n+t+$/);
  await expect(search.byText.first().locator('mark').first()).toHaveText(/land|trust/i);

  const section = search.sections.filter({ has: page.locator('.search-title') }).first();
  const heading = await section.locator('.search-title').innerText();
  await section.click();
  await expect(page).toHaveURL(/#./);
  await expect(page.locator(':target')).toContainText(heading);
});

test('hits do not move while the answer becomes better', async ({ page }) => {
  const search = await opened(page);
  await search.type('cooperat');
  const seen = await page.evaluate(() => new Promise((done) => {
    const box = document.querySelector('dialog.search-box');
    const lists = [];
    const look = () => {
      if (box.dataset.query === 'cooperat') lists.push([...box.querySelectorAll('a.search-hit')].map((hit) => hit.pathname));
      if (box.dataset.state === 'settled') done(lists);
    };
    new MutationObserver(look).observe(box, { attributes: true, childList: true, subtree: true });
    look();
  }));
  const last = seen.at(-1);
  for (const list of seen) expect(last.slice(0, list.length)).toEqual(list);
});

test('a slip is corrected, which is said and can be refused', async ({ page }) => {
  const search = await opened(page);
  await search.find('coperative');
  await expect(search.correction).toContainText('cooperative');
  await expect(search.said).toContainText('Also searching cooperative');
  await expect(search.hits.first()).toContainText(/co-?operative/i);
  const corrected = await search.hits.count();

  await search.refuse.click();
  await search.settle('coperative');
  await expect(search.correction).toHaveCount(0);
  await expect(search.field).toBeFocused();
  expect(await search.hits.count()).toBeLessThan(corrected);
});

test('a phrase finds its words in their order only', async ({ page }) => {
  const search = await opened(page);
  await search.find('trust land');
  const loose = await search.hits.count();
  await search.field.fill('');
  await search.find('"trust land"');
  expect(await search.hits.count()).toBeLessThan(loose);
  await search.field.fill('');
  await search.find('"land trust"');
  await expect(search.hits.first()).toContainText(/land trust/i);
});

test('finding nothing says so and what to try', async ({ page }) => {
  const search = await opened(page, PLACES.trail);
  await search.find('qqxxzzq');
  await expect(search.status).toContainText('qqxxzzq');
  await expect(search.hits).toHaveCount(0);
  await expect(search.field).toHaveAttribute('aria-expanded', 'false');
  await search.allPages.click();
  await expect(page).toHaveURL(/\/all\/$/);
});

test('where nothing is found, something that finds pages is proposed', async ({ page }) => {
  const search = await opened(page);
  await search.find('land qqxxzzq');
  const proposal = search.proposals.first();
  const words = await proposal.innerText();
  await proposal.click();
  await search.settle(words);
  await expect(search.field).toHaveValue(words);
  await expect(search.field).toBeFocused();
  await expect(search.hits.first()).toBeVisible();
});

test('Enter before the answer waits for it', async ({ page }) => {
  const search = new Search(page);
  const release = await hold(page, PACKS);
  await new Frame(page).open(PLACES.idea);
  await search.open();
  await search.type('mastodon');
  await page.keyboard.press('Enter');
  await expect(search.status).toHaveText(/loading/i);
  release();
  await expect(new Frame(page).title).toHaveText('Mastodon');
});

test('all results and filters are one link away', async ({ page }) => {
  const search = await opened(page);
  await expect(search.everything).toBeHidden();
  await search.find('land trust');
  await search.everything.click();
  await expect(page).toHaveURL(/\/search\/#q=land\+trust$/);
  await expect(new Frame(page).title).toHaveText('Search');
});
