// The explorer: filters, chips, views of one set.

import { expect } from '@playwright/test';

export class Explorer {
  constructor(page) {
    this.page = page;
    this.box = page.locator('.explorer');
    this.field = page.getByRole('searchbox', { name: 'Search in the entries' });
    this.views = page.getByRole('group', { name: 'Ways to look at these entries' });
    this.status = page.locator('.explorer-status');
    this.said = page.locator('.explorer-line [role=status]');
    this.notes = page.locator('.explorer-note');
    this.chips = page.getByRole('group', { name: 'Filters in use' });
    this.removals = this.chips.getByRole('button', { name: /^Remove filter/ });
    this.clear = this.chips.getByRole('button', { name: 'Clear all' });
    this.filters = page.getByRole('button', { name: /^Filters/ });
    this.items = page.locator('.explorer-list > li');
    this.titles = page.locator('.explorer-list > li > a');
    this.more = page.getByRole('button', { name: /^Show more/ });
    this.table = page.getByRole('table');
    this.rows = page.locator('.table tbody tr[aria-rowindex]');
    this.words = page.locator('.explorer-words');
  }

  async open(fragment = '') {
    await this.page.goto(`explore/${fragment}`);
    await expect(this.box).toHaveAttribute('data-phase', 'ready');
  }

  /** A facet by its name. */
  facet(name) {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** The button that opens and closes a facet. */
  head(name) {
    return this.page.getByRole('heading', { level: 3 }).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** A value's button, whatever its state. */
  value(facet, name) {
    return this.facet(facet).getByRole('button', { name: new RegExp(`^(not )?${name} −?[\\d,]+$`) });
  }

  /** How many entries a value leaves, as it says. */
  async count(facet, name) {
    const words = await this.value(facet, name).locator('.count').innerText();
    return Number(words.replaceAll(',', ''));
  }

  view(name) {
    return this.views.getByRole('button', { name, exact: true });
  }

  async show(name) {
    await this.view(name).click();
    await expect(this.view(name)).toHaveAttribute('aria-pressed', 'true');
  }

  /** Waits until the words were looked for everywhere. */
  async settle(state = 'done') {
    await expect(this.box).toHaveAttribute('data-words', state);
  }

  /** How many entries are shown, and of how many. */
  async counts() {
    const words = await this.status.innerText();
    const [shown, all = shown] = words.match(/[\d,]+/g).map((digits) => Number(digits.replaceAll(',', '')));
    return { shown: words.startsWith('No entry') ? 0 : shown, all: words.startsWith('No entry') ? shown : all };
  }

  /** The fragment of the address as people read it. */
  fragment() {
    return decodeURIComponent(new URL(this.page.url()).hash);
  }
}
