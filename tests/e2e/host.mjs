// A static host of the tests' own: a folder, as it is, below any path of one origin.
// It knows nothing of the site, so what works here works on any host that serves files.

import { createReadStream } from 'node:fs';
import { stat, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** The media type that a host gives a file by its name. */
export function mediaType(file) {
  return TYPES[extname(file)] ?? 'application/octet-stream';
}

/** Serves `folder` below `mount` (`/` or `/some/path/`) on a free port: `{ origin, root, close }`. */
export async function host(folder, mount = '/') {
  const server = createServer((request, response) => {
    answer(folder, mount, request, response).catch((failure) => {
      response.writeHead(500).end(String(failure));
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    root: origin + mount,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

async function answer(folder, mount, request, response) {
  const { pathname } = new URL(request.url, 'http://host');
  if (!pathname.startsWith(mount)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('outside the site');
    return;
  }
  const path = normalize(decodeURIComponent(pathname.slice(mount.length)));
  const file = path.startsWith('..') ? undefined : join(folder, path);
  const found = file && (await stat(file).catch(() => undefined));
  if (found?.isDirectory() && !pathname.endsWith('/')) {
    response.writeHead(301, { location: `${pathname}/` }).end();
  } else if (found?.isDirectory()) {
    await send(join(file, 'index.html'), folder, response);
  } else {
    await send(found ? file : undefined, folder, response);
  }
}

async function send(file, folder, response) {
  const found = file && (await stat(file).catch(() => undefined));
  if (found?.isFile()) {
    response.writeHead(200, { 'content-type': mediaType(file), 'content-length': found.size });
    createReadStream(file).pipe(response);
  } else {
    const page = await readFile(join(folder, '404.html')).catch(() => 'not found');
    response.writeHead(404, { 'content-type': TYPES['.html'] }).end(page);
  }
}
