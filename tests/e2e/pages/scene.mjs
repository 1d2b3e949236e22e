// Map and timeline: where things are on their page.

import { expect } from '../test.mjs';

export class Scene {
  constructor(page) {
    this.page = page;
    this.explorer = page.locator('.explorer');
    this.said = page.locator('.explorer-line [role=status]');
    this.sum = page.locator('.scene-sum');
    this.under = page.locator('.scene-under');
    this.chosen = page.locator('.scene-chosen');
    this.without = page.locator('.scene-without .fold');
    this.twin = page.locator('.scene-twin');
  }

  /** The canvas of a view. */
  sheet(view) {
    return this.page.locator(`canvas#${view}`);
  }

  async open(fragment) {
    await this.page.goto(`explore/${fragment}`);
    await expect(this.explorer).toHaveAttribute('data-phase', 'ready');
  }

  /** Opens a view and waits until it is drawn. */
  async show(view, fragment = `#view=${view}`) {
    await this.open(fragment);
    await this.drawn(view);
  }

  async drawn(view) {
    // An empty sheet is a small picture.
    const size = () => this.sheet(view).evaluate((canvas) => canvas.toDataURL().length);
    await expect.poll(size).toBeGreaterThan(8_000);
  }

  fragment() {
    return new URL(this.page.url()).hash;
  }
}
