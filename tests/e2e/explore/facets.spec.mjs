// Filters: what a press does to the set, the address and the counts; what is not understood; words as one more filter.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Explorer } from '../pages/explorer.mjs';

test('a value narrows by as many as it says, and its removal widens again', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  const { all } = await explorer.counts();
  await expect(explorer.status).toHaveText(`All ${all} entries`);
  const food = await explorer.count('Sector', 'Food');
  await explorer.value('Sector', 'Food').click();
  await expect(explorer.status).toHaveText(`${food} of ${all} entries`);
  await expect(explorer.value('Sector', 'Food')).toHaveAttribute('aria-pressed', 'true');
  await expect(explorer.value('Sector', 'Food')).toBeFocused();
  expect(explorer.fragment()).toBe('#sector=food');
  // Within a facet values are alternatives.
  await explorer.value('Sector', 'Housing').click();
  expect((await explorer.counts()).shown).toBeGreaterThan(food);
  expect(explorer.fragment()).toBe('#sector=food,housing');
  await explorer.removals.filter({ hasText: 'Housing' }).click();
  await expect(explorer.status).toHaveText(`${food} of ${all} entries`);
  await expect(explorer.chips).toBeFocused();
  await explorer.clear.click();
  await expect(explorer.status).toHaveText(`All ${all} entries`);
  await expect(explorer.removals).toHaveCount(0);
});

test('a second press leaves out, a third does neither', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  const { all } = await explorer.counts();
  const value = explorer.value('Sector', 'Food');
  const food = await explorer.count('Sector', 'Food');
  await value.click();
  await value.click();
  await expect(value).toHaveText(/^not Food −/);
  await expect(value).toHaveAttribute('data-sign', 'without');
  expect((await explorer.counts()).shown).toBe(all - food);
  expect(explorer.fragment()).toBe('#-sector=food');
  await expect(explorer.removals).toHaveText('Sector: not Food');
  await value.click();
  await expect(value).toHaveAttribute('aria-pressed', 'false');
  await expect(explorer.status).toHaveText(`All ${all} entries`);
});

test('across facets all must hold, and values without entries hide', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#country=US');
  const { shown } = await explorer.counts();
  const networks = await explorer.count('Kind', 'Network');
  await explorer.value('Kind', 'Network').click();
  expect((await explorer.counts()).shown).toBe(networks);
  expect(networks).toBeLessThan(shown);
  for (const count of await page.locator('.facet-value .count').allInnerTexts()) expect(count).not.toBe('0');
});

test('a long facet shows its foremost values, all on demand, and finds one by letters', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  const country = explorer.facet('Country');
  await expect(country.getByRole('listitem')).toHaveCount(8);
  await country.getByRole('button', { name: /^Show all/ }).click();
  expect(await country.getByRole('listitem').count()).toBeGreaterThan(8);
  await country.getByRole('searchbox', { name: 'Find in: Country' }).fill('germ');
  await expect(country.getByRole('listitem')).toHaveText([/^Germany/]);
  await country.getByRole('searchbox').fill('zzz');
  await expect(country).toContainText('No value has these letters');
  await country.getByRole('button', { name: 'Show fewer' }).click();
  await expect(country.getByRole('listitem')).toHaveCount(8);
});

test('years are read when the field is left, and what is no year is said', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  await explorer.head('Founded').click();
  const founded = explorer.facet('Founded');
  const [from, to] = [founded.getByRole('textbox', { name: 'from' }), founded.getByRole('textbox', { name: 'to' })];
  await from.fill('1990');
  await from.press('Enter');
  await expect(explorer.removals).toHaveText('Founded: 1990 or later');
  expect(explorer.fragment()).toBe('#founded=1990..');
  await to.fill('lately');
  await to.blur();
  await expect(founded.getByRole('alert')).toContainText('“lately” is no year');
  await to.fill('1980');
  await to.blur();
  await expect(from).toHaveValue('1980');
  await expect(to).toHaveValue('1990');
  await expect(founded.getByRole('alert')).toContainText('put in order');
  expect(explorer.fragment()).toBe('#founded=1980..1990');
  await explorer.removals.click();
  await expect(from).toHaveValue('');
});

test('entries that are related to one are found by its title', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  await explorer.head('Related to an entry').click();
  await page.getByRole('combobox', { name: 'Entry' }).fill('cooperation jack');
  await page.getByRole('option').first().click();
  await expect(explorer.removals).toHaveText('Related to: Cooperation Jackson');
  const how = page.getByRole('combobox', { name: 'How' });
  const label = await how.getByRole('option').nth(1).innerText();
  await how.selectOption({ index: 1 });
  const [, words, count] = /^(.*) \((\d+)\)$/.exec(label);
  await expect(explorer.removals).toHaveText(`${words}: Cooperation Jackson`);
  expect((await explorer.counts()).shown).toBe(Number(count));
  await page.reload();
  await expect(explorer.removals).toHaveText(`${words}: Cooperation Jackson`);
});

test('words narrow the set, best first, and go together with filters', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#kind=network,concept');
  const before = (await explorer.counts()).shown;
  await explorer.field.pressSequentially('mutual aid');
  await explorer.settle();
  await expect(explorer.titles.first()).toHaveText(/mutual aid/i);
  const { shown } = await explorer.counts();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(before);
  expect(explorer.fragment()).toBe('#q=mutual+aid&kind=concept,network');
  const titles = await explorer.titles.allInnerTexts();
  await page.reload();
  await explorer.settle();
  expect(await explorer.titles.allInnerTexts()).toEqual(titles);
  await explorer.removals.filter({ hasText: 'Search: mutual aid' }).click();
  await expect(explorer.field).toHaveValue('');
  expect((await explorer.counts()).shown).toBe(before);
});

test('a word that nobody wrote is looked for as another, which can be refused', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  await explorer.field.fill('coperative');
  await explorer.settle();
  await expect(explorer.words).toContainText('Also searching for');
  expect((await explorer.counts()).shown).toBeGreaterThan(0);
  await explorer.words.getByRole('button', { name: 'Search only for “coperative”' }).first().click();
  await expect(explorer.status).toHaveText(/^No entry of/);
});

test('where the search cannot be loaded, filters still work', async ({ page, watch }) => {
  watch.expect(/engine/);
  await page.route(/engine[^/]*\.wasm/, (route) => route.abort());
  const explorer = new Explorer(page);
  await explorer.open();
  await explorer.field.fill('land');
  await explorer.settle('failed');
  await expect(explorer.words).toContainText('Filters still work');
  await explorer.value('Sector', 'Food').click();
  expect((await explorer.counts()).shown).toBeGreaterThan(0);
  await page.unroute(/engine[^/]*\.wasm/);
  await explorer.words.getByRole('button', { name: 'Try again' }).click();
  await explorer.settle();
});

test('where the catalog cannot be loaded, it is said, and asked for again', async ({ page, watch }) => {
  watch.expect(/data\/explore/);
  await page.route(/data\/explore\//, (route) => route.abort());
  const explorer = new Explorer(page);
  await page.goto('explore/');
  await expect(explorer.box).toHaveAttribute('data-phase', 'failed');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await page.unroute(/data\/explore\//);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.box).toHaveAttribute('data-phase', 'ready');
});

test('addresses edited by hand: what is not understood is said and dropped', async ({ page }) => {
  const explorer = new Explorer(page);
  const check = async (fragment, ...sentences) => {
    await page.goto('about:blank');
    await explorer.open(fragment);
    for (const sentence of sentences) await expect(explorer.notes.first()).toContainText(sentence);
  };
  await check('#colour=red', '“colour” is nothing that can be chosen here');
  await check('#sector=telepathy', '“telepathy” is no value of “Sector”');
  await check('#view=hologram', '“hologram” is no view');
  await check('#founded=never', 'is no range of years');
  await check(`#q=${'a'.repeat(100_000)}`, 'is too long');
  await explorer.settle();
  await check('#%E0%A4%A&&=&sector=%00,food', '');
  await expect(explorer.removals).toHaveText('Sector: Food');
  await explorer.notes.first().getByRole('button', { name: 'Dismiss' }).click();
  await expect(explorer.notes.first()).toBeHidden();
  await check('#q=<script>alert(1)</script>&country=%3Cimg%20src=x%3E');
});

test('nothing and one entry have sentences of their own', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open('#country=US&founded=1700..1701&sector=food');
  await expect(explorer.status).toHaveText(/^No entry of/);
  const act = page.getByRole('button', { name: 'Leave out “Founded: 1700 to 1701”' });
  await expect(act).toBeVisible();
  await act.click();
  expect((await explorer.counts()).shown).toBeGreaterThan(0);
  await page.goto('about:blank');
  await explorer.open('#q=title:zzzzqqqq');
  await page.goto('about:blank');
  await explorer.open('#q="Cooperation+Jackson"&kind=network&founded=2014&country=US');
  await explorer.settle();
  await expect(page.getByText('Only one entry fits:')).toContainText('Cooperation Jackson');
});

test('back returns to the last set, and a shared address gives the same', async ({ page, context }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  await explorer.value('Sector', 'Food').click();
  await explorer.value('Kind', 'Network').click();
  await explorer.show('Table');
  const words = await explorer.status.innerText();
  const other = new Explorer(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.status).toHaveText(words);
  await expect(other.view('Table')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(explorer.view('List')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(explorer.removals).toHaveText(['Sector: Food']);
  await page.goForward();
  await expect(explorer.removals).toHaveCount(2);
});

test('by keyboard alone: to a value, twice, to a chip, away', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.open();
  await explorer.field.focus();
  const name = () => page.evaluate(() => document.activeElement.textContent);
  for (let stops = 0; stops < 60 && !(await name()).startsWith('Network'); stops += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(explorer.removals).toHaveText('Kind: Network');
  await page.keyboard.press('Enter');
  await expect(explorer.removals).toHaveText('Kind: not Network');
  await explorer.removals.focus();
  await page.keyboard.press('Enter');
  await expect(explorer.removals).toHaveCount(0);
  await expect(explorer.chips).toBeFocused();
});

test('on a phone the filters wait behind a button, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const explorer = new Explorer(page);
  await explorer.open('#foo=bar');
  await expect(explorer.value('Kind', 'Network')).toBeHidden();
  await explorer.filters.click();
  await expect(explorer.filters).toHaveAttribute('aria-expanded', 'true');
  await explorer.value('Kind', 'Network').click();
  await explorer.value('Kind', 'Event').click();
  await explorer.value('Kind', 'Event').click();
  await expect(explorer.filters).toHaveText('Filters: 2 in use');
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    expect((await findings(page)).demanded).toEqual([]);
  }
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
});
