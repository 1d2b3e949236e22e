// axe-core over the page as it stands.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DEMANDED = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds: `demanded` breaks WCAG 2.2 A or AA, `advised` is good practice. One line for every element. */
export async function findings(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    return (await globalThis.axe.run(document, options)).violations;
  }, [...DEMANDED, 'best-practice']);
  const lines = (wanted) => violations
    .filter(({ tags }) => tags.includes('best-practice') !== wanted)
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary}`));
  return { demanded: lines(true), advised: lines(false) };
}
