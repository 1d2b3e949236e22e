// The search overlay.

import { expect } from '@playwright/test';

export class Search {
  constructor(page) {
    this.page = page;
    this.opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    this.dialog = page.getByRole('dialog', { name: 'Search' });
    this.field = this.dialog.getByRole('combobox');
    this.hits = this.dialog.getByRole('option');
    this.active = this.dialog.getByRole('option', { selected: true });
    this.status = this.dialog.getByRole('status');
    this.retry = this.dialog.getByRole('button', { name: 'Try again' });
  }

  async open() {
    await this.page.keyboard.press('/');
    await this.expectOpen();
  }

  async expectOpen() {
    await expect(this.dialog).toBeVisible();
    await expect(this.field).toBeFocused();
  }

  /** Types letter by letter, as a reader does. */
  async type(words) {
    await this.field.pressSequentially(words);
    await expect(this.field).toHaveValue(words);
  }

  async expectActive(index) {
    await expect(this.hits.nth(index)).toHaveAttribute('aria-selected', 'true');
    await expect(this.active).toHaveCount(1);
    await expect(this.field).toHaveAttribute('aria-activedescendant', await this.hits.nth(index).getAttribute('id'));
    await expect(this.hits.nth(index)).toBeInViewport();
  }
}

/** Requests that match wait until `release` is called. */
export async function hold(page, pattern) {
  let release;
  const gate = new Promise((open) => { release = open; });
  await page.route(pattern, async (route) => {
    await gate;
    await route.continue();
  });
  return release;
}
