// The ally finder: an entry's allies, those of people who describe themselves, and what a hand-made address does.

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Allies } from '../pages/allies.mjs';

const JACKSON = '#entry=cooperation-jackson';

test('an entry is picked by its title, by keyboard alone, and its allies come with their reasons', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open();
  await expect(allies.status).toHaveText('Choose an entry to see who is near it, and why.');
  await allies.entry.focus();
  await page.keyboard.type('jackson');
  await expect(allies.entry).toHaveAttribute('aria-expanded', 'true');
  const option = allies.options.filter({ hasText: /^Cooperation Jackson/ });
  while (!(await option.getAttribute('aria-selected')).includes('true')) await page.keyboard.press('ArrowDown');
  await expect(allies.entry).toHaveAttribute('aria-activedescendant', await option.getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect(allies.entry).toHaveValue('Cooperation Jackson');
  await expect(allies.entry).toHaveAttribute('aria-expanded', 'false');
  await expect(allies.status).toHaveText(/^\d+ groups have something in common with Cooperation Jackson: /);
  await expect(allies.said).toHaveText(/^\d+ groups have something in common/);
  expect(allies.fragment()).toBe(JACKSON);
  await expect(allies.reasons(0).first()).toHaveText(/\d+ points$/);
});

test('the score is the sum of its reasons, and better ones come first', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open(JACKSON);
  const points = (words) => Number(words.match(/(\d+) points?$/)?.[1] ?? 0);
  const scores = (await page.locator('.ally-score').allInnerTexts()).map((words) => points(words.trim()));
  expect(scores.length).toBe(20);
  for (let at = 0; at < 3; at += 1) {
    const reasons = await allies.reasons(at).allInnerTexts();
    expect(reasons.map((words) => points(words.trim())).reduce((sum, more) => sum + more, 0)).toBe(scores[at]);
  }
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test('more are shown on demand, and reading goes on at the first of them', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open(JACKSON);
  await expect(allies.hits).toHaveCount(20);
  await allies.more.click();
  await expect(allies.hits).toHaveCount(40);
  await expect(allies.titles.nth(20)).toBeFocused();
});

test('Escape gives back what was chosen, and what is typed for nothing is told', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open(JACKSON);
  await expect(allies.entry).toHaveValue('Cooperation Jackson');
  await allies.entry.fill('qqqq');
  await expect(page.getByText('No title fits.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(allies.entry).toHaveValue('Cooperation Jackson');
  await allies.entry.fill('coop');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Nothing is chosen yet')).toBeVisible();
  await allies.entry.click();
  await allies.options.first().click();
  expect(allies.fragment()).toMatch(/^#entry=/);
  expect(allies.fragment()).not.toBe(JACKSON);
  await page.goBack();
  await expect(allies.entry).toHaveValue('Cooperation Jackson');
});

test('people describe themselves, and the address says it: for a reload, for back, for others', async ({ page, context }) => {
  const allies = new Allies(page);
  await allies.open();
  await allies.described.check();
  await expect(allies.status).toContainText('one of these is enough to begin');
  await allies.tick('What you work on', 'Food').check();
  await expect(allies.status).toHaveText(/groups? ha(s|ve) something in common with you/);
  await allies.field('Country').selectOption('US');
  await allies.field('Town').fill('Jackson');
  await allies.field('Offer 1, type').selectOption('good');
  await allies.field('Offer 1, in words').fill('Tool library');
  await page.getByRole('button', { name: 'Add a need' }).click();
  await expect(allies.field('Need 2, in words')).toBeFocused();
  await page.keyboard.type('Translators');
  const fragment = '#sector=food&place=Jackson&country=US&offers=good:Tool+library&seeks=:Translators';
  await expect.poll(() => allies.fragment()).toBe(fragment);
  await expect(allies.hits.first()).toContainText('Jackson');
  const found = await allies.status.innerText();

  await page.reload();
  await expect(allies.status).toHaveText(found);
  await expect(allies.described).toBeChecked();
  await expect(allies.field('Town')).toHaveValue('Jackson');
  await expect(allies.field('Country')).toHaveValue('US');
  await expect(allies.field('Offer 1, type')).toHaveValue('good');
  await expect(allies.tick('What you work on', 'Food')).toBeChecked();

  const other = new Allies(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.status).toHaveText(found);

  await allies.tick('What you work on', 'Housing').check();
  expect(allies.fragment()).toContain('sector=food,housing');
  await page.goBack();
  await expect(allies.tick('What you work on', 'Housing')).not.toBeChecked();
  await expect(allies.status).toHaveText(found);
});

test('rows are added and taken out, and the focus stays near', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open('#offers=:One,:Two,:Three');
  await page.getByRole('button', { name: 'Offer 2, take out' }).click();
  await expect(allies.field('Offer 1, in words')).toBeFocused();
  await expect(allies.field('Offer 2, in words')).toHaveValue('Three');
  expect(allies.fragment()).toBe('#offers=:One,:Three');
});

test('the first hits can be compared', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open(JACKSON);
  await expect(allies.compare).toHaveText('Compare Cooperation Jackson with the first 3');
  await expect(allies.compare).toHaveAttribute('href', /^\.\.\/explore\/#view=compare&compare=cooperation-jackson(,[a-z0-9-]+){3}$/);
});

test('the weights are told', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open(JACKSON);
  await allies.weighing.click();
  await expect(page.getByRole('row', { name: /^The same town 20/ })).toBeVisible();
});

test('hand-made addresses have a sentence', async ({ page }) => {
  const allies = new Allies(page);
  const check = async (fragment, words) => {
    await page.goto('about:blank');
    await allies.open(fragment);
    await expect(allies.box).toContainText(words);
  };
  await check('#entry=nobody', 'There is no entry “nobody” here.');
  await check('#sector=telepathy', 'Not understood in the address, and left out: “telepathy”.');
  await check('#place=Atlantis', 'No entry here has “Atlantis”; the rest was compared.');
  await check('#colour=red', '“colour”');
  await check(`#place=${'x'.repeat(100_001)}`, 'the first 100000 were read');
});

test('where nobody has anything in common there is something to try', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open('#place=Atlantis');
  await expect(allies.status).toContainText('No group here has any of this in common with you.');
  await allies.help.getByRole('button').first().click();
  await expect(allies.status).toHaveText(/groups have something in common with you/);
  await expect(page.getByRole('heading', { name: 'Allies', exact: true })).toBeFocused();
});

test('examples show what this is', async ({ page }) => {
  const allies = new Allies(page);
  await allies.open();
  await allies.help.getByRole('link', { name: /^A group that works on / }).click();
  await expect(allies.described).toBeChecked();
  await expect(allies.hits.first()).toBeVisible();
});

test('describing oneself asks nothing of anybody', async ({ page, watch }) => {
  // Else the search engine would come in between.
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const allies = new Allies(page);
  await allies.open();
  // Chromium fetches the icon again whenever the address changes.
  const asked = () => watch.asked(/(?<!mark\.svg)$/);
  const before = asked();
  await allies.described.check();
  await allies.tick('What you work on', 'Food').check();
  await expect(allies.hits.first()).toBeVisible();
  expect(asked()).toEqual(before);
});

test('without a catalog it says so, and tries again', async ({ page, watch }) => {
  watch.expect(/data\/explore/);
  watch.expect(/Failed to load resource|ERR_FAILED/);
  let refused = true;
  await page.route(/data\/explore\/.*\.bin/, (route) => (refused ? route.abort() : route.continue()));
  const allies = new Allies(page);
  await page.goto(`allies/${JACKSON}`);
  await expect(allies.box).toHaveAttribute('data-phase', 'failed');
  await expect(allies.notes).toContainText('could not be loaded');
  refused = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(allies.hits).toHaveCount(20);
});

test('it is accessible in every state, also on a phone of 320 px, where nothing scrolls sideways', async ({ page }) => {
  const allies = new Allies(page);
  const states = ['', JACKSON, '#sector=food&country=US&offers=good:Paper', '#place=Atlantis', '#entry=nobody'];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const state of states) {
      await page.goto('about:blank');
      await allies.open(state);
      expect(await findings(page), `${state} at ${width} px`).toEqual({ demanded: [], advised: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await allies.ofEntry.check();
    await allies.entry.fill('co');
    await expect(allies.options.first()).toBeVisible();
    expect(await findings(page), `options at ${width} px`).toEqual({ demanded: [], advised: [] });
  }
});

test('on a phone one press leads from the form to the groups', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  const allies = new Allies(page);
  await allies.open('#sector=food');
  await allies.jump.click();
  await expect(page.getByRole('heading', { name: 'Allies', exact: true })).toBeFocused();
  await expect(allies.status).toBeInViewport();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so and leads on', async ({ page }) => {
    await page.goto('allies/');
    const off = page.locator('.script-off');
    await expect(off).toContainText('needs JavaScript');
    await expect(page.locator('.ally-finder')).toBeHidden();
    for (const name of ['Browse', 'what they offer and need']) {
      const answer = await page.request.get(await off.getByRole('link', { name }).evaluate((link) => link.href));
      expect(answer.ok()).toBe(true);
    }
  });
});
