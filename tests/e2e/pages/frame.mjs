// What every page has around its middle.

import { expect } from '@playwright/test';

/** Masthead, breadcrumbs and the rest of the frame. */
export class Frame {
  constructor(page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.main = page.getByRole('main');
    this.skip = page.getByRole('link', { name: 'Skip to content' });
    this.menu = page.getByRole('navigation', { name: 'Main' });
    this.menuButton = page.getByRole('button', { name: 'Menu' });
    this.crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
    this.theme = page.getByRole('button', { name: /^Theme/ });
  }

  async open(address) {
    return this.page.goto(address);
  }

  /** Waits until the islands are awake: the search key opens the overlay only then. */
  async wake() {
    await this.page.keyboard.press('/');
    await expect(this.page.getByRole('dialog')).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }
}
