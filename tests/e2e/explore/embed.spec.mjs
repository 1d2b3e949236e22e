// A set in a frame of another site.

import { createServer } from 'node:http';
import { findings } from '../access.mjs';
import { Take } from '../pages/take.mjs';
import { expect, test } from '../test.mjs';

test('the code shows the same set, and names it', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const take = new Take(page);
  await take.open('#sector=food&view=list');
  await take.opener.click();
  const shown = await take.status.innerText();
  await take.panel.getByRole('button', { name: 'Copy code' }).click();
  await expect(take.panel.getByText('Copied.')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toBe((await take.code.innerText()).trim());
  expect(code).toMatch(/^<iframe src="[^"]+" title="[^"]+" [^<>]*loading="lazy"><\/iframe>$/);
  expect(code).toContain(`src="${site.root}embed/#sector=food"`);

  // On a page that is not ours, on another origin.
  const other = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang=en><title>Theirs</title><h1>Theirs</h1>${code}`);
  });
  await new Promise((listening) => other.listen(0, '127.0.0.1', listening));
  const theirs = `http://127.0.0.1:${other.address().port}/`;
  const guest = await (await page.context().browser().newContext()).newPage();
  await guest.goto(theirs);
  const frame = guest.frameLocator('iframe');
  await expect(frame.locator('.explorer-status')).toHaveText(shown);
  await frame.getByRole('link', { name: 'Cooperation Jackson' }).first().click();
  await expect(guest).toHaveURL(`${site.root}networks/cooperation-jackson/`);
  await guest.context().close();
  other.closeAllConnections();
  await new Promise((closed) => other.close(closed));
});

test('it has a line that leads to the explorer with the same set, and nothing else around', async ({ page }) => {
  await page.goto('embed/#sector=food&country=US');
  await expect(page.locator('.explorer')).toHaveAttribute('data-phase', 'ready');
  await expect(page.locator('.embed-line')).toContainText('Sector: Food · Country: United States');
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Explore these' })).toHaveAttribute('href', '../explore/#sector=food&country=US');
  expect(await page.evaluate(() => document.querySelector('base').target)).toBe('_top');
  expect(await page.locator('link[rel=stylesheet]').getAttribute('href')).not.toMatch(/^(https?:|\/)/);
});

for (const view of ['list', 'table', 'map', 'timeline', 'graph', 'numbers']) {
  test(`${view} is clean for axe at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    await page.goto(`embed/#sector=food&view=${view}`);
    await expect(page.locator('.explorer')).toHaveAttribute('data-phase', 'ready');
    await expect(page.locator('.explorer-columns')).not.toBeEmpty();
    expect((await findings(page)).demanded).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
