// Taking a set away: every file is read by a reader of its format that is not ours.

import bibtex from '@orcid/bibtex-parse-js';
import { check as checkGeoJson } from '@placemarkio/check-geojson';
import Ajv from 'ajv';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from '../access.mjs';
import { Take } from '../pages/take.mjs';
import { expect, FOLDER, test } from '../test.mjs';

const FOOD = '#sector=food';

const schema = (name) => JSON.parse(readFileSync(join(import.meta.dirname, `../schemas/${name}.json`), 'utf8'));
const conforms = (name, value) => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema(name));
  validate(value);
  return validate.errors ?? [];
};
const everything = JSON.parse(readFileSync(join(FOLDER, 'data/entries.json'), 'utf8'));
const food = everything.filter(({ sector }) => sector.includes('food'));

async function opened(page, fragment = FOOD) {
  const take = new Take(page);
  await take.open(fragment);
  await take.opener.click();
  return take;
}

test('nothing is loaded before it is wanted, and how large it is is said before', async ({ page, watch }) => {
  const take = await opened(page);
  await expect(take.panel).toContainText(/loads the details of all entries once, \d+(\.\d)? [kM]B/);
  expect(watch.asked(/entries\.json$/)).toHaveLength(0);
  await take.file('JSON');
  await take.file('CSV');
  expect(watch.asked(/entries\.json$/)).toHaveLength(1);
});

test('JSON is the set and conforms to its schema', async ({ page }) => {
  const take = await opened(page);
  const { name, text } = await take.file('JSON');
  expect(name).toMatch(/^[a-z0-9-]+\.json$/);
  const entries = JSON.parse(text);
  expect(conforms('entries', entries)).toEqual([]);
  expect(entries.map(({ id }) => id).sort()).toEqual(food.map(({ id }) => id).sort());
  await expect(take.said).toHaveText(`${food.length} entries as JSON. Saved as ${name}.`);
});

test('all entries conform to the schema too', () => {
  expect(conforms('entries', everything)).toEqual([]);
});

test('CSV is read by a reader, and holds no formula', async ({ page }) => {
  const take = await opened(page, '');
  const { text } = await take.file('CSV');
  const rows = parseCsv(text, { columns: true, record_delimiter: '\r\n' });
  expect(rows).toHaveLength(everything.length);
  for (const row of rows) {
    for (const [column, cell] of Object.entries(row)) {
      const runs = /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell);
      expect(runs, `${row.id} ${column}: ${cell}`).toBe(false);
    }
  }
});

test('a formula that an author wrote stays text in a spreadsheet', async ({ page }) => {
  const [first, ...others] = everything;
  const evil = { ...first, summary: '=HYPERLINK("https://evil.example","x")', tags: ['@sum', '+1+1'], status_note: '-cmd|x' };
  await page.route(/data\/entries\.json$/, (route) => route.fulfill({ json: [evil, ...others] }));
  const take = await opened(page, '');
  const rows = parseCsv((await take.file('CSV')).text, { columns: true, record_delimiter: '\r\n' });
  const row = rows.find(({ id }) => id === first.id);
  expect([row.summary, row.tags, row.status_note]).toEqual([`'${evil.summary}`, "'@sum; +1+1", "'-cmd|x"]);
});

test('GeoJSON is valid, and says how many have no place to be told', async ({ page }) => {
  const take = await opened(page);
  const hint = await take.formats.getByText(/Leaves out/).innerText();
  const without = Number(/Leaves out (\d+) entr/.exec(hint)[1]);
  const { text } = await take.file('GeoJSON');
  const { features } = checkGeoJson(text);
  expect(features).toHaveLength(food.length - without);
  await expect(take.said).toContainText(`without ${without} whose place is not told`);
  const countries = food.filter(({ location_precision: told }) => !told || told === 'country').map(({ id }) => id);
  for (const { id, geometry, properties } of features) {
    expect(geometry.type).toBe('Point');
    expect(countries, properties.title).not.toContain(id);
  }
});

test('BibTeX and CSL-JSON hold the same sources', async ({ page }) => {
  const take = await opened(page);
  const works = bibtex.toJSON((await take.file('BibTeX')).text);
  const items = JSON.parse((await take.file('CSL-JSON')).text);
  expect(conforms('csl', items)).toEqual([]);
  expect(works.map(({ citationKey }) => citationKey).sort()).toEqual(items.map(({ id }) => id).sort());
  const urls = new Set(food.flatMap(({ sources }) => sources.map(({ url }) => url)).filter(Boolean));
  expect(new Set(items.map(({ URL }) => URL).filter(Boolean))).toEqual(urls);
});

test('OPML is XML; where there is no feed nothing is saved', async ({ page }) => {
  const withFeed = { ...everything.find(({ url }) => url), feed: 'https://feed.example/a?b=1&c=2' };
  const details = everything.map((entry) => (entry.id === withFeed.id ? withFeed : { ...entry, feed: null }));
  await page.route(/data\/entries\.json$/, (route) => route.fulfill({ json: details }));
  const take = await opened(page, '');
  const { text } = await take.file('OPML');
  expect(XMLValidator.validate(text)).toBe(true);
  const { opml } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(text);
  expect(opml.body.outline.xmlUrl).toBe(withFeed.feed);
  await page.evaluate(() => { location.hash = '#kind=concept'; });
  await expect(take.status).toContainText(' of ');
  await take.panel.getByRole('button', { name: 'OPML' }).click();
  await expect(take.said).toContainText('Nothing was saved.');
});

test('an empty set has nothing to take, and says so', async ({ page }) => {
  const take = await opened(page, '#founded=1200');
  await expect(take.panel).toContainText('there is nothing to take away');
  await expect(take.formats).toHaveCount(0);
});

test('without a connection that is said, and trying again does what was wished', async ({ page, watch }) => {
  watch.expect(/entries\.json|ERR_FAILED/);
  await page.route(/data\/entries\.json$/, (route) => route.abort());
  const take = await opened(page);
  await take.panel.getByRole('button', { name: 'CSV', exact: true }).click();
  await expect(take.panel.getByRole('alert')).toContainText('could not be loaded');
  expect((await findings(page)).demanded).toEqual([]);
  await page.unroute(/data\/entries\.json$/);
  const coming = page.waitForEvent('download');
  await take.panel.getByRole('button', { name: 'Try again' }).click();
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
});

test('a booklet has a title page with the filters, contents and sources, and prints alone', async ({ page }) => {
  const take = await opened(page);
  await take.panel.getByRole('button', { name: 'Booklet' }).click();
  await expect(take.booklet.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(take.booklet).toContainText('Sector: Food');
  await expect(take.booklet.locator('article')).toHaveCount(food.length);
  await expect(take.booklet.locator('.booklet-list li')).toHaveCount(food.length);
  await expect(take.booklet.getByRole('button', { name: 'Print' })).toBeFocused();
  expect((await findings(page)).demanded).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.locator('.explorer-columns')).toBeHidden();
  await expect(take.booklet.locator('article').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await take.booklet.getByRole('button', { name: 'Close the booklet' }).click();
  await expect(take.booklet).toHaveCount(0);
});

test.describe('the shortlist', () => {
  /** The explorer with three entries on the shortlist, and their titles. */
  async function withThree(page) {
    const take = new Take(page);
    await take.open('#kind=movement');
    const links = page.locator('.explorer-list > li > a');
    await expect(links.nth(2)).toBeVisible();
    const titles = (await links.allInnerTexts()).slice(0, 3);
    for (const title of titles) await take.keep(title);
    await take.listOpener.click();
    return { take, titles };
  }

  test('is kept in this browser, sorted by hand, and undone', async ({ page }) => {
    const { take, titles: [one, two, three] } = await withThree(page);
    expect(await take.kept()).toEqual([one, two, three]);
    await expect(take.list).toContainText('It stays in this browser');
    await take.list.getByRole('button', { name: `Move up: ${three}` }).click();
    await expect(take.list.getByRole('button', { name: `Move up: ${three}` })).toBeFocused();
    await page.reload();
    await take.ready();
    await take.listOpener.click();
    await expect(take.items).toHaveCount(3);
    expect(await take.kept()).toEqual([one, three, two]);
    await take.list.getByRole('button', { name: `Remove: ${one}` }).click();
    await expect(take.list.getByRole('button', { name: `Remove: ${three}` })).toBeFocused();
    await take.list.getByRole('button', { name: 'Clear' }).click();
    await expect(take.items).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(take.items).toHaveCount(2);
    expect((await findings(page)).demanded).toEqual([]);
  });

  test('is taken away in the same formats', async ({ page }) => {
    const { take, titles } = await withThree(page);
    const entries = JSON.parse((await take.file('JSON', take.list)).text);
    expect(entries.map(({ title }) => title)).toEqual(titles);
    await take.list.getByRole('button', { name: 'Booklet' }).click();
    await expect(take.booklet.locator('article')).toHaveCount(3);
  });

  test('is shared as a link that leaves the other reader’s own alone', async ({ page, browser, context, site }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { take, titles } = await withThree(page);
    await take.list.getByRole('button', { name: 'Copy link' }).click();
    await expect(take.list.getByText('Copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${site.root}explore/#shortlist=`)).toBe(true);
    await page.goto('about:blank');
    await page.goto(link);
    await take.ready();
    await expect(take.shared).toContainText('It is the same as yours.');

    const other = await browser.newContext();
    const there = new Take(await other.newPage());
    await there.page.goto(link);
    await there.ready();
    await expect(there.shared.getByRole('link')).toHaveText(titles);
    await expect(there.listOpener).toContainText('0');
    expect((await findings(there.page)).demanded).toEqual([]);
    const links = there.page.locator('.explorer-list > li > a');
    await expect(links.nth(5)).toBeVisible();
    await there.keep((await links.allInnerTexts()).find((title) => !titles.includes(title)));
    await there.shared.getByRole('button', { name: 'Add to yours' }).click();
    await expect(there.shared).toHaveCount(0);
    await expect(there.listOpener).toContainText('4');
    expect(there.fragment()).toBe('');
    await other.close();
  });

  test('says what this directory no longer lists', async ({ page }) => {
    const { take } = await withThree(page);
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('shortlist'));
      localStorage.setItem(key, `gone-away ${localStorage.getItem(key)}`);
    });
    await page.reload();
    await take.ready();
    await take.listOpener.click();
    await expect(take.list).toContainText('3 entries. One more is no longer in this directory.');
  });

  test('works by keyboard alone', async ({ page }) => {
    const take = new Take(page);
    await take.open('#kind=movement');
    const mark = page.getByRole('button', { name: /^Shortlist: / }).first();
    await mark.focus();
    await page.keyboard.press('Space');
    await expect(mark).toHaveAttribute('aria-pressed', 'true');
    await take.listOpener.focus();
    await page.keyboard.press('Enter');
    await expect(take.items).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(take.items.getByRole('link')).toBeFocused();
  });
});

test('all of it is clean for axe, wide and narrow, light and dark', async ({ page }) => {
  const take = await opened(page);
  await take.keep('Cooperation Jackson');
  await take.listOpener.click();
  for (const [width, colorScheme] of [[1440, 'light'], [320, 'dark']]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect((await findings(page)).demanded).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
