// Whether one page of every kind is valid HTML, by the checker of the W3C.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PLACES } from './places.mjs';

const [folder] = process.argv.slice(2);
const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const files = [...Object.values(PLACES).map((address) => join(address, 'index.html')), '404.html'];

// The checker passes over files that it cannot find.
const missing = files.filter((file) => !existsSync(join(folder, file)));
// Read from a folder, every file is of an origin of its own, which no policy of a page allows.
const unfit = '.*violates Content Security Policy.*';
const { status, stderr } = spawnSync('java', ['-jar', jar, '--filterpattern', unfit, ...files], { cwd: folder, encoding: 'utf8' });
process.stdout.write(stderr);
for (const file of missing) console.log(`${file}: no such page`);

const valid = status === 0 && missing.length === 0;
console.log(valid ? `html: ${files.length} pages are valid` : 'html: not valid');
process.exitCode = valid ? 0 : 1;
