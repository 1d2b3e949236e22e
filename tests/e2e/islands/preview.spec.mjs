// A look at where a link leads (WCAG 1.4.13: dismissible, hoverable, persistent).

import { expect, test } from '../test.mjs';
import { Frame } from '../pages/frame.mjs';
import { Preview } from '../pages/preview.mjs';
import { PLACES } from '../places.mjs';

/** Longer than anything the card waits for. */
const LONG = 2000;

test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

async function opened(page) {
  const frame = new Frame(page);
  await frame.open(PLACES.entity);
  await frame.wake();
  return new Preview(page);
}

test('it shows under the pointer, can be entered, and goes when left', async ({ page }) => {
  const preview = await opened(page);
  await preview.pointToLink();
  await expect(preview.card).toBeVisible();
  await expect(preview.card).toContainText('Jackson-Kush Plan');
  await expect(preview.card).toHaveText(/\.\s*$/);

  await preview.pointTo(preview.card);
  await page.clock.runFor(LONG);
  await expect(preview.card).toBeVisible();

  await page.mouse.move(1, 1);
  await page.clock.runFor(LONG);
  await expect(preview.card).toBeHidden();
});

test('Escape sends it away without moving the pointer or the focus', async ({ page }) => {
  const preview = await opened(page);
  await preview.pointToLink();
  await expect(preview.card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview.card).toBeHidden();
  await page.clock.runFor(LONG);
  await expect(preview.card).toBeHidden();
});

test('it comes with the keyboard focus, describes the link, and goes with it', async ({ page }) => {
  const preview = await opened(page);
  await preview.link.focus();
  await expect(preview.card).toBeVisible();
  await expect(preview.link).toHaveAccessibleDescription(/\S/);
  await page.keyboard.press('Escape');
  await expect(preview.card).toBeHidden();
  await expect(preview.link).toBeFocused();
  await expect(preview.link).toHaveAccessibleDescription('');
});

test('it does not stay when the page scrolls away', async ({ page }) => {
  const preview = await opened(page);
  await preview.pointToLink();
  await expect(preview.card).toBeVisible();
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await expect(preview.card).toBeHidden();
});

test('it stays inside the window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const preview = await opened(page);
  await preview.link.focus();
  await expect(preview.card).toBeVisible();
  await expect(preview.card).toBeInViewport({ ratio: 1 });
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a rest on the link shows it, lifting does not follow the link, a tap elsewhere sends it away', async ({ page }) => {
    const preview = await opened(page);
    const address = page.url();
    const lift = await preview.press();
    await expect(preview.card).toBeVisible();
    await lift();
    await page.clock.runFor(LONG);
    await expect(preview.card).toBeVisible();
    expect(page.url()).toBe(address);
    await page.touchscreen.tap(5, 300);
    await expect(preview.card).toBeHidden();
  });

  test('a tap follows the link as ever', async ({ page }) => {
    const preview = await opened(page);
    await preview.link.tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Jackson-Kush Plan/);
  });
});
