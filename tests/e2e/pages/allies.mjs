// The ally finder: who asks, and who was found.

import { expect } from '@playwright/test';

export class Allies {
  constructor(page) {
    this.page = page;
    this.box = page.locator('.ally-finder');
    this.ofEntry = page.getByRole('radio', { name: 'Those of an entry' });
    this.described = page.getByRole('radio', { name: 'Ours: we describe ourselves' });
    this.entry = page.getByRole('combobox', { name: 'Title of the entry' });
    this.options = page.getByRole('listbox', { name: 'Title of the entry' }).getByRole('option');
    this.status = page.locator('.ally-status');
    this.said = page.locator('.ally-results > [role=status]');
    this.notes = page.locator('.explorer-note');
    this.hits = page.locator('.ally-list > li');
    this.titles = page.locator('.ally-list > li > a');
    this.compare = page.locator('.ally-compare').getByRole('link');
    this.more = page.getByRole('button', { name: 'Show more' });
    this.weighing = page.getByText('How this is weighed');
    this.jump = page.getByRole('button', { name: /^Go to \d+ groups? found$/ });
    this.help = page.locator('.ally-help');
  }

  async open(fragment = '') {
    await this.page.goto(`allies/${fragment}`);
    await expect(this.box).toHaveAttribute('data-phase', 'ready');
  }

  fragment() {
    return new URL(this.page.url()).hash;
  }

  field(name) {
    return this.page.getByLabel(name, { exact: true });
  }

  tick(group, name) {
    return this.page.getByRole('group', { name: group }).getByRole('checkbox', { name, exact: true });
  }

  reasons(at) {
    return this.hits.nth(at).locator('.ally-reasons > li');
  }
}
