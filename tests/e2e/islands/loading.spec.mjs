// What is fetched, and when.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { Search, hold } from '../pages/search.mjs';
import { NOWHERE, PLACES } from '../places.mjs';

const PROGRAM = /app-.*\.wasm$/;
const SEARCH = /(engine-.*\.(wasm|js)|search-.*\.js|manifest\.bin)$/;

test('the program waits until the browser is idle', async ({ page, watch }) => {
  await page.addInitScript(() => {
    globalThis.requestIdleCallback = (call) => { globalThis.whenIdle = call; return 1; };
  });
  await page.goto(PLACES.entity, { waitUntil: 'networkidle' });
  expect(watch.requests.length, watch.requests.join('\n')).toBeLessThanOrEqual(5);
  expect(watch.asked(PROGRAM)).toEqual([]);
  const program = page.waitForRequest(PROGRAM);
  await page.evaluate(() => globalThis.whenIdle({ didTimeout: false, timeRemaining: () => 50 }));
  await program;
});

test('the program comes at the first interaction', async ({ page, watch }) => {
  await page.addInitScript(() => { globalThis.requestIdleCallback = () => 1; });
  await page.goto(PLACES.entity, { waitUntil: 'networkidle' });
  expect(watch.asked(PROGRAM)).toEqual([]);
  await new Search(page).open();
  expect(watch.asked(PROGRAM)).toHaveLength(1);
});

test('a page without islands never asks for the program', async ({ page, watch }) => {
  watch.expect(new RegExp(`404.*${NOWHERE}`));
  await page.goto(NOWHERE, { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await page.mouse.click(100, 100);
  expect(watch.asked(/\.(wasm|js)$/)).toEqual([]);
});

test('the search comes in a further idle moment, after the islands', async ({ page, watch }) => {
  await page.addInitScript(() => {
    globalThis.moments = [];
    globalThis.requestIdleCallback = (call) => globalThis.moments.push(call);
  });
  const rest = () => page.evaluate(() => globalThis.moments.shift()());
  await page.goto(PLACES.idea, { waitUntil: 'networkidle' });
  await rest();
  await page.waitForLoadState('networkidle');
  expect(watch.asked(SEARCH)).toEqual([]);
  await rest();
  await expect.poll(() => watch.asked(SEARCH).length).toBe(4);
});

test('for those who save data the search comes only when they are about to search', async ({ page, watch }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const search = new Search(page);
  await new Frame(page).open(PLACES.idea);
  await page.waitForLoadState('networkidle');
  expect(watch.asked(SEARCH)).toEqual([]);
  await search.opener.hover();
  await expect.poll(() => watch.asked(SEARCH).length).toBe(4);
  await search.open();
  await search.find('land');
  expect(watch.asked(SEARCH)).toHaveLength(4);
});

test('on the page of the search everything is asked for at once', async ({ page, watch }) => {
  const release = await hold(page, /\.wasm$/);
  await page.goto(PLACES.search, { waitUntil: 'commit' });
  await expect.poll(() => watch.asked(SEARCH).length).toBe(4);
  await expect.poll(() => watch.asked(/app-.*\.wasm$/).length).toBe(1);
  release();
  await expect(page.locator('.search-desk')).toHaveAttribute('data-state', 'settled');
});
