// What a command takes: seconds of CPU and most memory in MiB, its children counted.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs a command to its end: `{ seconds, mib }`. */
export function cost(...command) {
  return measured('run', ...command);
}

/** What Hugo takes for a folder of Markdown; nothing where Hugo is not installed. */
export function hugo(content) {
  return measured('hugo', content) ?? undefined;
}

/** What `make` took when it was called for this folder; it is called once. */
export function once(folder, name, make) {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(make() ?? null));
  return JSON.parse(readFileSync(file, 'utf8')) ?? undefined;
}

function measured(...options) {
  const output = execFileSync('python3', [join(import.meta.dirname, 'cost.py'), ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(output.trim().split('\n').at(-1));
}
