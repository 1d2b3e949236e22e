// The same text in Starlight, a documentation theme that is known to be light.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newNode, packages, run } from './tools.mjs';

const WANTED = ['astro@7.3.5', '@astrojs/starlight@0.42.4'];

const FILES = {
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ telemetry: false, integrations: [starlight({ title: 'Bench' })] });
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

/** Builds it and copies it to `folder`; says why and gives nothing where Starlight cannot be had. */
export function writeStarlight(folder, { title, blocks }) {
  try {
    const project = packages('starlight', WANTED);
    const docs = join(project, 'src/content/docs');
    rmSync(join(project, 'src'), { recursive: true, force: true });
    mkdirSync(docs, { recursive: true });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(project, name), text);
    writeFileSync(join(docs, 'index.md'), page('Home', '[The entry](/entry/)'));
    writeFileSync(join(docs, 'entry.md'), page(title, blocks.map(markdown).join('\n\n')));
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    run(newNode(), [join(project, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: project, env });
    cpSync(join(project, 'dist'), folder, { recursive: true });
    return { folder, address: 'entry/' };
  } catch (failure) {
    console.log(`Starlight is left out: ${String(failure.stderr || failure.message).trim().split('\n').slice(0, 3).join(' ')}`);
    return undefined;
  }
}

function page(title, text) {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${text}\n`;
}

function markdown([tag, words]) {
  const line = words.replaceAll(/\s+/g, ' ').replaceAll(/[<>*_`[\]#]/g, '\\$&');
  return { h2: `## ${line}`, h3: `### ${line}` }[tag] ?? line;
}
