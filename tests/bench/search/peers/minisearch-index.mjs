// Makes MiniSearch's index: `node minisearch-index.mjs documents.json index.json`.

import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';

const [documents, index] = process.argv.slice(2);
const search = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title'] });
search.addAll(JSON.parse(readFileSync(documents, 'utf8')));
writeFileSync(index, JSON.stringify(search));
