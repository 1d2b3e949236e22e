// Every kind of page for everybody: no finding of axe by any rule of WCAG 2.2 A and AA, in light and dark,
// on a phone and on a desk; and nothing to scroll sideways at 320 px (1280 px at 400 %).

import { expect, test } from '../test.mjs';
import { findings } from '../access.mjs';
import { Frame } from '../pages/frame.mjs';
import { NOWHERE, PLACES } from '../places.mjs';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [kind, address] of Object.entries({ ...PLACES, 'no page': NOWHERE })) {
  test(`${kind}: axe finds nothing, and it fits`, async ({ page, watch }) => {
    if (address === NOWHERE) watch.expect(new RegExp(`404.*${NOWHERE}`));
    await new Frame(page).open(address);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const { demanded, advised } = await findings(page);
        expect.soft(demanded, `${width} px, ${colorScheme}`).toEqual([]);
        if (advised.length > 0) console.log(`advice for ${kind}, ${width} px, ${colorScheme}:\n  ${advised.join('\n  ')}`);
      }
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth), 'px wide at 320').toBeLessThanOrEqual(320);
  });
}
