// The explorer, as far as something is taken away, kept or compared there.

import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

export class Take {
  constructor(page) {
    this.page = page;
    this.explorer = page.locator('.explorer');
    this.status = page.locator('.explorer-status').first();
    this.opener = page.locator('summary', { hasText: 'Take away' });
    this.panel = page.locator('details.take', { has: this.opener });
    this.formats = this.panel.locator('.take-formats');
    this.said = this.panel.locator('.take-said[role=status]').first();
    this.code = this.panel.getByLabel('Code to copy');
    this.booklet = page.getByRole('region', { name: 'Booklet' });
    this.listOpener = page.locator('summary', { hasText: 'Shortlist' });
    this.list = page.locator('details.take', { has: this.listOpener });
    this.items = this.list.getByRole('listitem').filter({ has: page.getByRole('link') });
    this.shared = page.getByRole('region', { name: 'A shared shortlist' });
    this.compared = page.locator('.compare');
    this.table = page.getByRole('region', { name: 'Comparison' });
    this.title = page.getByRole('combobox', { name: 'Add an entry by its title' });
  }

  async open(fragment = '') {
    await this.page.goto(`explore/${fragment}`);
    await this.ready();
  }

  async ready() {
    await expect(this.explorer).toHaveAttribute('data-phase', 'ready');
  }

  /** Presses a format and gives the file: its name, and its text. */
  async file(name, panel = this.panel) {
    const coming = this.page.waitForEvent('download');
    await panel.getByRole('button', { name, exact: true }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  /** The titles on the reader's own shortlist, in their order. */
  kept() {
    return this.items.getByRole('link').allInnerTexts();
  }

  /** Keeps the entry with this title. */
  async keep(title) {
    await this.page.getByRole('button', { name: `Shortlist: ${title}`, exact: true }).first().click();
  }

  fragment() {
    return new URL(this.page.url()).hash;
  }
}
