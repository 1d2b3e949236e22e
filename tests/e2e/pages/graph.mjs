// The graph: the sheet and what stands around it. What is drawn cannot be seen here; what is told of it can.

import { expect } from '@playwright/test';
import { Explorer } from './explorer.mjs';

export class Graph extends Explorer {
  constructor(page) {
    super(page);
    this.sheet = page.getByRole('application', { name: 'Graph of the entries' });
    this.told = page.locator('.graph-columns > div > .meta').first();
    this.card = page.getByRole('region', { name: 'Selected entry' });
    this.title = this.card.getByRole('heading');
    this.find = page.getByRole('combobox', { name: 'Find an entry in the graph' });
    this.near = page.getByRole('group', { name: 'What is near' });
    this.path = page.getByText('How are two entries connected?');
    this.from = page.getByRole('combobox', { name: 'From', exact: true });
    this.to = page.getByRole('combobox', { name: 'To', exact: true });
    this.answer = page.locator('.graph-answer');
    this.ties = page.getByRole('group', { name: 'Connections' });
    this.words = page.getByText('The graph in words');
    this.twin = page.locator('.graph-told > li');
  }

  async open(fragment = '') {
    await super.open(`#view=graph${fragment}`);
    await expect(this.sheet).toBeVisible();
    await this.drawn();
  }

  /** Waits until something is on the sheet: its middle row is not all paper. */
  async drawn() {
    await expect.poll(() => this.inks()).toBeGreaterThan(1);
  }

  /** How many colours stand on the sheet. */
  inks() {
    return this.sheet.evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
  }

  /** How many entries are shown, of which the words tell. */
  async twinCount() {
    await this.words.click();
    await expect(this.twin.first()).toBeVisible();
    const count = await this.twin.count();
    await this.words.click();
    await this.sheet.focus();
    return count;
  }

  /** Picks an entry by keys alone. */
  async pick(field, title) {
    await field.focus();
    await this.page.keyboard.type(title);
    await expect(this.page.getByRole('option', { name: title }).first()).toBeVisible();
    await this.page.keyboard.press('Enter');
    await expect(field).toHaveValue(title);
  }
}
