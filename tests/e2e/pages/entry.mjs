// The page of an entry.

import { Frame } from './frame.mjs';

export class Entry extends Frame {
  constructor(page) {
    super(page);
    this.summary = this.main.locator('.lead');
    this.facts = this.main.locator('dl.facts');
    this.contents = page.getByRole('navigation', { name: 'On this page' });
    this.prose = this.main.locator('.prose');
    this.relations = this.main.locator('section:has(#relations) dl.relations');
    this.connections = this.main.locator('.local-graph');
    this.picture = this.connections.locator('.local-graph-picture');
    this.mentions = this.main.locator('.mentions > li');
    this.sources = this.main.locator('ol.sources > li');
    this.checked = this.main.locator('.checked');
    this.share = page.getByRole('group', { name: /^Share/ });
    this.cite = this.share.locator('summary', { hasText: 'Cite' });
    this.citation = this.share.locator('#citation');
    this.onward = page.getByRole('navigation', { name: /^Trail: / });
  }

  /** The way on along the trail with this title. */
  along(trail) {
    const way = this.page.getByRole('navigation', { name: `Trail: ${trail}` });
    return { way, back: way.locator('a[rel=prev]'), next: way.locator('a[rel=next]') };
  }
}
