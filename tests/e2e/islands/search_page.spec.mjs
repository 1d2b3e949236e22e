// The search on its own page: filters, and the question in the address.

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { Search, SearchPage } from '../pages/search.mjs';
import { PLACES } from '../places.mjs';

test('the field waits for the reader, and the question stands in the address', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await expect(search.field).toBeFocused();
  await search.find('land trust');
  await expect(search.hits.first()).toContainText('land trust', { ignoreCase: true });
  expect(search.fragment()).toBe('#q=land+trust');
});

test('a shared address and a reload give the same', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open('#q=land&kind=network');
  await search.settle('land');
  await expect(search.field).toHaveValue('land');
  await expect(search.value('Kind', 'Network')).toBeChecked();
  const titles = await search.hits.allInnerTexts();
  expect(titles.length).toBeGreaterThan(1);
  await page.reload();
  await search.settle('land');
  expect(await search.hits.allInnerTexts()).toEqual(titles);
  await expect(search.hits.locator('.badge').filter({ hasNotText: 'Network' })).toHaveCount(0);
});

test('a filter narrows by as many as it says, its removal widens again', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open('#q=commons');
  await search.settle('commons');
  const all = await search.status.innerText();
  const networks = await search.count('Kind', 'Network');
  await search.value('Kind', 'Network').check();
  await expect(search.status).toHaveText(new RegExp(`^${networks} pages?$`));
  expect(search.fragment()).toBe('#q=commons&kind=network');
  await expect(search.value('Kind', 'Network')).toBeFocused();
  // One facet's values are alternatives.
  await search.value('Kind', 'Project').check();
  expect(search.fragment()).toBe('#q=commons&kind=network,project');
  await search.chips.filter({ hasText: 'Kind: Project' }).click();
  await expect(search.status).toHaveText(new RegExp(`^${networks} pages?$`));
  await search.chips.click();
  await expect(search.status).toHaveText(all);
  await expect(search.chips).toHaveCount(0);
});

test('back returns to the last question, forward to the next', async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto(PLACES.home);
  await search.open('#q=land');
  await search.settle('land');
  await search.value('Kind', 'Network').check();
  await expect(search.chips).toHaveCount(1);
  await search.field.fill('water');
  await search.settle('water');
  expect(search.fragment()).toBe('#q=water&kind=network');

  await page.goBack();
  await search.settle('land');
  await expect(search.field).toHaveValue('land');
  await expect(search.value('Kind', 'Network')).toBeChecked();
  await page.goBack();
  await search.settle('land');
  await expect(search.chips).toHaveCount(0);
  await page.goForward();
  await expect(search.value('Kind', 'Network')).toBeChecked();
  await page.goBack();
  await page.goBack();
  await expect(new Frame(page).title).not.toHaveText('Search');
});

test('letters typed in one go are one step of the history', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.find('mutual');
  const steps = await page.evaluate(() => history.length);
  await search.field.pressSequentially(' aid');
  await search.settle('mutual aid');
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(steps + 1);
});

test('an address edited by hand to nonsense is harmless', async ({ page }) => {
  const search = new SearchPage(page);
  for (const nonsense of ['#q=%E0%A4%A', '#kind=nonsense&q=land', '#&&=&q', '#q=<script>alert(1)</script>&tag=%00,%ff&show=1e9']) {
    await page.goto('about:blank');
    await search.open(nonsense);
    await expect(search.stateful).toHaveAttribute('data-state', 'settled');
  }
  await page.evaluate(() => { location.hash = '#q=commons'; });
  await search.settle('commons');
  await expect(search.field).toHaveValue('commons');
  await expect(search.hits.first()).toContainText('Commons');
});

test('the search key goes to the field', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open('#q=land');
  await search.settle('land');
  await page.keyboard.press('/');
  await expect(search.field).toBeFocused();
  await expect(new Search(page).dialog).toHaveCount(0);
});

test('what was typed before the program is there is asked', async ({ page }) => {
  const search = new SearchPage(page);
  let release;
  const gate = new Promise((open) => { release = open; });
  await page.route(/app-.*\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  await search.open('#kind=tool');
  await search.field.pressSequentially('mast');
  release();
  await search.settle('mast');
  await expect(search.field).toHaveValue('mast');
  expect(search.fragment()).toBe('#q=mast&kind=tool');
});

test('more is shown on demand', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open('#q=power');
  await search.settle('power');
  await expect(search.hits).toHaveCount(50);
  await search.more.click();
  await expect(search.hits.nth(60)).toBeVisible();
  expect(search.fragment()).toBe('#q=power&show=100');
});

test('on a phone the filters wait behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const search = new SearchPage(page);
  await search.open('#q=land');
  await search.settle('land');
  const network = search.value('Kind', 'Network');
  await expect(network).toBeHidden();
  await search.filters.click();
  await expect(search.filters).toHaveAttribute('aria-expanded', 'true');
  await network.check();
  await expect(search.chips).toHaveText(/Kind: Network/);
});

test('by keyboard alone: type, choose a filter, remove it, open a hit', async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await page.keyboard.type('land');
  await search.settle('land');
  for (let stops = 0; stops < 5; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.type === 'checkbox')) break;
  }
  await page.keyboard.press('Space');
  await expect(search.chips).toHaveCount(1);
  await search.chips.focus();
  await page.keyboard.press('Enter');
  await expect(search.chips).toHaveCount(0);
  await expect(search.field).toBeFocused();
  await search.settle('land');
  await page.keyboard.press('ArrowDown');
  await search.expectActive(1);
  const target = await search.active.evaluate((hit) => hit.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(target);
});
