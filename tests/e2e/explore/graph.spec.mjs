// The graph: by keys alone, around an entry, from one to another, with some connections switched off, and in words.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Graph } from '../pages/graph.mjs';

/** The first number in some words. */
const number = (words) => Number(words.match(/[\d,]+/)[0].replaceAll(',', ''));

test('keys go from entry to entry, draw around one, and leave', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open();
  const all = number(await graph.told.innerText());
  await graph.sheet.focus();
  await page.keyboard.press('ArrowRight');
  const first = await graph.title.innerText();
  await expect(graph.said).toContainText(first);
  await page.keyboard.press('ArrowDown');
  await expect(graph.title).not.toHaveText(first);
  const second = await graph.title.innerText();
  await page.keyboard.press('Enter');
  await expect(graph.near).toContainText(`Around ${second}`);
  expect(graph.fragment()).toContain('focus=');
  await expect(graph.told).toContainText('within 1 step');
  expect(await graph.twinCount()).toBeLessThan(all);
  await page.keyboard.press('Escape');
  await expect(graph.near).toHaveCount(0);
  expect(graph.fragment()).toBe('#view=graph');
  await page.keyboard.press('Escape');
  await expect(graph.card).toContainText('Press an entry');
  for (const key of ['+', '-', '0', 'Shift+ArrowLeft']) await page.keyboard.press(key);
  await graph.drawn();
});

test('a link shows the surroundings of an entry, and steps widen them', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open('&focus=mutual-aid');
  await expect(graph.title).toHaveText('Mutual aid');
  const near = number((await graph.told.innerText()).replace('Mutual aid and ', ''));
  await graph.near.getByRole('button', { name: '2 steps' }).click();
  await expect(graph.told).toContainText('within 2 steps');
  expect(number((await graph.told.innerText()).replace('Mutual aid and ', ''))).toBeGreaterThan(near);
  expect(graph.fragment()).toBe('#view=graph&focus=mutual-aid&steps=2');
  await page.goBack();
  await expect(graph.told).toContainText('within 1 step');
  await graph.near.getByRole('button', { name: 'Show all entries' }).click();
  await expect(graph.near).toHaveCount(0);
  await expect(graph.sheet).toBeFocused();
});

test('how two entries are connected is told in words with links', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open();
  await graph.path.focus();
  await page.keyboard.press('Enter');
  await graph.pick(graph.from, 'Mutual aid');
  await graph.pick(graph.to, 'Community land trust');
  await expect(graph.answer).toContainText(/Mutual aid is \d+ steps? from Community land trust:/);
  await expect(graph.said).toContainText('Mutual aid');
  const steps = graph.answer.getByRole('listitem');
  await expect(steps.first().getByRole('link').first()).toHaveText('Mutual aid');
  await expect(steps.last().getByRole('link').last()).toHaveText('Community land trust');
  expect(graph.fragment()).toBe('#view=graph&path=mutual-aid,community-land-trust');
  const words = await graph.answer.innerText();
  await page.reload();
  await expect(graph.answer).toHaveText(words, { useInnerText: true });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(graph.answer).toHaveCount(0);
  expect(graph.fragment()).toBe('#view=graph');
});

test('an end that a filter leaves out says so and can be brought back', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open('&sector=housing&path=mutual-aid,community-land-trust');
  await expect(graph.answer).toContainText('is not in this set');
  await graph.answer.getByRole('button', { name: 'Look among all entries' }).click();
  await expect(graph.answer).toContainText(/is \d+ steps? from/);
  expect(graph.fragment()).toBe('#view=graph&path=mutual-aid,community-land-trust');
});

test('connections are switched off and on', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open();
  const connections = async () => number((await graph.told.innerText()).replace(/^.*? with /, ''));
  const all = await connections();
  await graph.ties.getByRole('checkbox', { name: /^Links to/ }).focus();
  await page.keyboard.press('Space');
  await expect.poll(connections).toBeLessThan(all);
  expect(graph.fragment()).toBe('#view=graph&hide=link');
  await page.reload();
  await expect(graph.ties.getByRole('checkbox', { name: /^Links to/ })).not.toBeChecked();
  await graph.ties.getByRole('button', { name: 'Show all connections' }).click();
  await expect.poll(connections).toBe(all);
  expect(graph.fragment()).toBe('#view=graph');
});

test('an entry is found by its title, walked on from its card, and the graph is told in words', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open();
  await graph.pick(graph.find, 'Mutual aid');
  await expect(graph.title).toHaveText('Mutual aid');
  const other = graph.card.getByRole('definition').getByRole('button').first();
  const name = await other.innerText();
  await other.click();
  await expect(graph.title).toHaveText(name);
  await expect(graph.card).toBeFocused();
  await graph.words.click();
  await expect(graph.twin.first()).toBeVisible();
  await expect(graph.page.locator('.graph-twin > .meta')).toContainText('best linked');
});

test('the wheel scrolls the page until the sheet is clicked', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open();
  await graph.sheet.scrollIntoViewIfNeeded();
  const box = await graph.sheet.boundingBox();
  await page.mouse.move(box.x + 30, box.y + 60);
  const top = () => page.evaluate(() => scrollY);
  const before = await top();
  await page.mouse.wheel(0, 40);
  await expect.poll(top).toBeGreaterThan(before);
  await page.mouse.wheel(0, -40);
  await expect.poll(top).toBe(before);
  await page.mouse.click(box.x + 30, box.y + 60);
  await expect(graph.sheet).toBeFocused();
  await page.mouse.wheel(0, 40);
  await graph.drawn();
  expect(await top()).toBe(before);
});

test('a graph that cannot be loaded says so and is asked for again', async ({ page, watch }) => {
  watch.expect(/data\/explore|Failed to load resource/);
  const graph = new Graph(page);
  await new Graph(page).page.goto('explore/');
  const href = await page.locator('#explore').getAttribute('data-graph');
  await page.route((url) => url.href.endsWith(href.replace(/^(\.\.\/)+/, '')), (route) => route.abort(), { times: 1 });
  await graph.show('Graph');
  await expect(page.getByRole('alert').filter({ hasText: 'The graph could not be loaded' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(graph.sheet).toBeVisible();
});

test('nothing found and one found have their sentence', async ({ page }) => {
  const graph = new Graph(page);
  await graph.open('&kind=territory&sector=currency&country=NO');
  await expect(graph.told).toContainText('No entry passes these filters');
});

for (const [name, fragment] of [
  ['the whole', ''],
  ['around an entry', '&focus=mutual-aid&steps=2'],
  ['a path', '&path=mutual-aid,community-land-trust'],
]) {
  test(`nothing bars the way: ${name}`, async ({ page }) => {
    const graph = new Graph(page);
    await graph.open(fragment);
    await graph.words.click();
    await expect(graph.twin.first()).toBeVisible();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual({ demanded: [], advised: [] });
    }
  });
}
