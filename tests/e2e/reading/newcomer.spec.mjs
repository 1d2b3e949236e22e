// A newcomer reads: the same at any path, with and without JavaScript.

import { expect, test } from '../test.mjs';
import { Entry } from '../pages/entry.mjs';
import { Frame } from '../pages/frame.mjs';
import { NOWHERE, PLACES } from '../places.mjs';

const TRAIL = 'Dual power in ten steps';

test('home leads along the first trail, one step after the other', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.home);
  await page.getByRole('link', { name: 'Start here' }).click();
  await expect(entry.title).toHaveText(TRAIL);

  await entry.main.getByRole('link', { name: 'Dual power', exact: true }).first().click();
  await expect(entry.title).toHaveText('Dual power');
  const { way, back, next } = entry.along(TRAIL);
  await expect(way).toContainText('Step 1 of 10');
  await expect(back).toHaveCount(0);

  await next.click();
  await expect(way).toContainText('Step 2 of 10');
  await next.click();
  await expect(entry.title).toHaveText('Counter-power');
  await back.click();
  await expect(way).toContainText('Step 2 of 10');
  await way.getByRole('link', { name: TRAIL }).click();
  await expect(entry.title).toHaveText(TRAIL);
});

test('an entry is complete', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.entity);
  await expect(page).toHaveTitle('Cooperation Jackson · Dual Power Commons');
  await expect(entry.title).toHaveText('Cooperation Jackson');
  await expect(entry.summary).toHaveText(/\S.*\.$/);
  await expect(entry.facts.getByRole('term')).toContainText(['Status', 'Founded', 'Place', 'Website']);
  await expect(entry.prose.getByRole('paragraph').first()).toBeVisible();
  expect(await entry.relations.getByRole('link').count()).toBeGreaterThan(1);
  expect(await entry.mentions.count()).toBeGreaterThan(1);
  await expect(entry.mentions.first().locator('mark')).toBeVisible();
  expect(await entry.sources.count()).toBeGreaterThan(1);
  await expect(entry.checked).toHaveText(/verified|checked/i);
  await expect(entry.citation).toBeHidden();
  await entry.cite.click();
  await expect(entry.citation).toContainText('Cooperation Jackson');
});

test('the table of contents and the breadcrumbs lead where they say', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.idea);
  const first = entry.contents.getByRole('link').first();
  const heading = entry.prose.getByRole('heading').filter({ hasText: await first.innerText() });
  await first.click();
  await expect(heading).toBeInViewport();
  expect(new URL(page.url()).hash).toBe(`#${await heading.getAttribute('id')}`);

  await expect(entry.crumbs.getByRole('listitem')).toHaveText(['Home', 'Concepts', 'Dual power']);
  await entry.crumbs.getByRole('link', { name: 'Concepts' }).click();
  await expect(entry.title).toHaveText('Concepts');
  await entry.crumbs.getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(entry.crumbs).toHaveCount(0);
});

test('a relation leads to the other side, which tells the inverse', async ({ page }) => {
  const entry = new Entry(page);
  await entry.open(PLACES.entity);
  const row = entry.relations.locator('div', { has: page.getByRole('term').filter({ hasText: /^exemplifies$/i }) });
  await row.getByRole('link', { name: 'Dual power', exact: true }).click();
  await expect(entry.title).toHaveText('Dual power');
  const inverse = entry.relations.locator('div', { has: page.getByRole('term').filter({ hasText: /exemplified by/i }) });
  await expect(inverse.getByRole('link', { name: 'Cooperation Jackson' })).toBeVisible();
});

test('on a phone the menu opens without a script', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const frame = new Frame(page);
  await frame.open(PLACES.idea);
  const glossary = frame.menu.getByRole('link', { name: 'Glossary' });
  await expect(glossary).toBeHidden();
  await frame.menuButton.click();
  await glossary.click();
  await expect(frame.title).toHaveText('Glossary');
});

test('an address that no page has says so at any depth', async ({ page, watch }) => {
  watch.expect(new RegExp(`404.*${NOWHERE}`));
  const frame = new Frame(page);
  const response = await frame.open(NOWHERE);
  expect(response.status()).toBe(404);
  await expect(frame.title).toBeVisible();
  expect(watch.requests).toHaveLength(1);
});
