// The search: in the overlay of every page, or on its own page.

import { expect } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from '../test.mjs';

/** What both have. */
class Hits {
  constructor(page, box) {
    this.page = page;
    this.box = box;
    this.field = box.getByRole('combobox');
    this.hits = box.locator('a.search-hit');
    this.byName = box.locator('a.search-hit.by-name');
    this.byText = box.locator('a.search-hit.by-text');
    this.sections = box.locator('a.search-place');
    this.options = box.getByRole('option');
    this.active = box.getByRole('option', { selected: true });
    this.said = box.getByRole('status');
    this.status = box.locator('.search-status');
    this.correction = box.getByText('Also searching');
    this.refuse = box.getByRole('button', { name: /^Search only for/ });
    this.retry = box.getByRole('button', { name: 'Try again' });
    this.proposals = box.locator('.search-proposals').getByRole('button');
    this.allPages = box.getByRole('link', { name: 'all pages' });
  }

  /** Types letter by letter, as a reader does. */
  async type(words) {
    await this.field.pressSequentially(words);
    await expect(this.field).toHaveValue(words);
  }

  /** Puts all words in at once: one question, where typing asks with each key. */
  async paste(words) {
    await this.field.fill(words);
  }

  /** Types, and waits for all that there is. */
  async find(words) {
    await this.type(words);
    await this.settle(words);
  }

  /** Waits until the answer to `query` is the last. */
  async settle(query, state = 'settled') {
    await expect(this.stateful).toHaveAttribute('data-query', query);
    await expect(this.stateful).toHaveAttribute('data-state', state);
  }

  async expectActive(index) {
    await expect(this.options.nth(index)).toHaveAttribute('aria-selected', 'true');
    await expect(this.active).toHaveCount(1);
    await expect(this.field).toHaveAttribute('aria-activedescendant', await this.options.nth(index).getAttribute('id'));
    await expect(this.options.nth(index)).toBeInViewport();
  }
}

/** The overlay. */
export class Search extends Hits {
  constructor(page) {
    const dialog = page.getByRole('dialog', { name: 'Search' });
    super(page, dialog);
    this.dialog = dialog;
    this.stateful = page.locator('dialog.search-box');
    this.opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    this.everything = dialog.getByRole('link', { name: 'All results and filters' });
  }

  async open() {
    await this.page.keyboard.press('/');
    await this.expectOpen();
  }

  async expectOpen() {
    await expect(this.dialog).toBeVisible();
    await expect(this.field).toBeFocused();
  }
}

/** The page of its own. */
export class SearchPage extends Hits {
  constructor(page) {
    super(page, page.getByRole('main'));
    this.stateful = page.locator('.search-desk');
    this.chips = page.getByRole('button', { name: /^Remove filter/ });
    this.filters = page.getByRole('button', { name: 'Filters' });
    this.more = page.getByRole('button', { name: 'Show more' });
  }

  async open(fragment = '') {
    await this.page.goto(`search/${fragment}`);
  }

  /** The box of a facet's value. */
  value(facet, name) {
    return this.box.getByRole('group', { name: facet, exact: true }).getByRole('checkbox', { name });
  }

  /** How many pages a value has, as it says beside it. */
  async count(facet, name) {
    const label = this.box.getByRole('group', { name: facet, exact: true }).locator('label').filter({ hasText: name });
    return Number(await label.locator('.count').innerText());
  }

  /** The fragment of the address as people read it. */
  fragment() {
    return decodeURIComponent(new URL(this.page.url()).hash);
  }
}

/** The packs of the index. */
export const PACKS = /\/data\/search\/[0-9a-f]{16}\.bin\?\d+$/;

/** The pack that holds the texts: of all that is in the index, they are the most. */
export function textPack() {
  const folder = join(FOLDER, 'data/search');
  const [largest] = readdirSync(folder).sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  return new RegExp(`/data/search/${largest}\\?`);
}

/** Requests that match wait until `release` is called. */
export async function hold(page, pattern) {
  let release;
  const gate = new Promise((open) => { release = open; });
  await page.route(pattern, async (route) => {
    await gate;
    // What nobody waits for any more is gone.
    await route.continue().catch(() => {});
  });
  return release;
}
