// The files of an index: how many bytes they are as served, and which of them change.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asServed } from './host.mjs';

/** The paths of all files below a folder that match. */
export function below(folder, pattern) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** How many bytes these files are as served. */
export async function servedBytes(files) {
  let sum = 0;
  for (const file of files) sum += (await asServed(file)).bytes.length;
  return sum;
}

/** The share of bytes, as served, that the later index has and the earlier has not, under the same name. */
export async function changed(before, after) {
  const [files, among] = [before, after].map(({ folder, files: list }) => new Map(list.map((file) => [file.slice(folder.length), file])));
  const isNew = ([name, file]) => !files.has(name) || !readFileSync(files.get(name)).equals(readFileSync(file));
  const fresh = [...among].filter(isNew).map(([, file]) => file);
  return (await servedBytes(fresh)) / (await servedBytes(after.files));
}
