// The card that shows where a link leads.

import { Entry } from './entry.mjs';

export class Preview {
  constructor(page) {
    this.page = page;
    this.card = page.locator('#preview');
    this.link = new Entry(page).prose.getByRole('link', { name: 'Jackson-Kush Plan' }).first();
  }

  /** Moves the pointer to the middle of the first line of an element, in steps that a hand would make. */
  async pointTo(locator) {
    const { x, y } = await middle(locator);
    await this.page.mouse.move(x, y, { steps: 5 });
  }

  /** Moves the pointer to the link. */
  async pointToLink() {
    await this.link.scrollIntoViewIfNeeded();
    await this.pointTo(this.link);
  }

  /** Puts a finger on the link, and leaves it there until the function returned is called. */
  async press() {
    await this.link.scrollIntoViewIfNeeded();
    const touch = await this.page.context().newCDPSession(this.page);
    const touchPoints = [await middle(this.link)];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    return () => touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

async function middle(locator) {
  return locator.evaluate((element) => {
    const [line] = element.getClientRects();
    return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  });
}
