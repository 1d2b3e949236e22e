// What Lighthouse says of a page, on its own terms (a slow phone, simulated).

import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { host } from '../../e2e/host.mjs';
import { CHROMIUM, FLAGS } from './measure.mjs';
import { newNode, packages } from './tools.mjs';

const WANTED = ['lighthouse@13.5.0'];

/** Its scores, its largest paint, and what costs points; or why there are none. */
export async function lighthouse({ folder, address }) {
  let served;
  try {
    const program = join(packages('lighthouse', WANTED), 'node_modules/lighthouse/cli/index.js');
    const node = newNode();
    served = await host(folder, '/', { compress: true });
    const chrome = `--chrome-flags=${['--headless=new', ...FLAGS.filter((flag) => !flag.includes(' '))].join(' ')}`;
    const options = [program, served.root + address, '--quiet', '--output=json', '--no-enable-error-reporting', chrome];
    const { stdout } = await promisify(execFile)(node, options, { env: { ...process.env, CHROME_PATH: CHROMIUM }, maxBuffer: 1 << 26 });
    return told(JSON.parse(stdout));
  } catch (failure) {
    return `left out: ${String(failure.stderr || failure.message).trim().split('\n').slice(0, 3).join(' ')}`;
  } finally {
    await served?.close();
  }
}

function told({ categories, audits }) {
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  const paint = `largest paint ${Math.round(audits['largest-contentful-paint'].numericValue)} ms`;
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const lost = counted.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
  const why = lost.map(({ title, displayValue }) => `\n    not full: ${title}${displayValue ? ` (${displayValue})` : ''}`);
  return `${[...scores, paint].join(', ')}${why.join('')}`;
}
