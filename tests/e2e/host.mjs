// A static host of the tests' own: a folder, as it is, below any path of one origin, with single ranges as hosts have them.
// It knows nothing of the site, so what works here works on any host that serves files.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

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

/**
 * Serves `folder` below `mount` (`/` or `/some/path/`) on a free port: `{ origin, root, close }`.
 * With `compress`, as most hosts do: by gzip, where it is text or WebAssembly.
 */
export async function host(folder, mount = '/', { compress = false } = {}) {
  const send = compress ? zipped : plain;
  const server = createServer((request, response) => {
    answer({ folder, mount, send }, request, response).catch((failure) => {
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

async function answer({ folder, mount, send }, request, response) {
  const { pathname } = new URL(request.url, 'http://host');
  if (!pathname.startsWith(mount)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('outside the site');
    return;
  }
  const path = normalize(decodeURIComponent(pathname.slice(mount.length)));
  const place = path.startsWith('..') ? undefined : join(folder, path);
  const isFolder = await is(place, 'isDirectory');
  if (isFolder && !pathname.endsWith('/')) {
    response.writeHead(301, { location: `${pathname}/` }).end();
    return;
  }
  const file = isFolder ? join(place, 'index.html') : place;
  if (await is(file, 'isFile')) {
    const bytes = await readFile(file);
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (range) part(response, mediaType(file), bytes, Number(range[1]), Number(range[2] || Infinity));
    else send(response, 200, mediaType(file), bytes);
  } else {
    send(response, 404, TYPES['.html'], await readFile(join(folder, '404.html')).catch(() => Buffer.from('not found')));
  }
}

async function is(place, kind) {
  return Boolean(place && (await stat(place).catch(() => undefined))?.[kind]());
}

/** A part of a file; parts are never compressed. */
function part(response, type, bytes, first, last) {
  if (first >= bytes.length || last < first) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const end = Math.min(last + 1, bytes.length);
  response.setHeader('content-range', `bytes ${first}-${end - 1}/${bytes.length}`);
  plain(response, 206, type, bytes.subarray(first, end));
}

function plain(response, status, type, bytes) {
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
}

function zipped(response, status, type, bytes) {
  if (/^(text|application)\//.test(type) && type !== 'application/octet-stream') {
    response.setHeader('content-encoding', 'gzip');
    plain(response, status, type, gzipSync(bytes, { level: 6 }));
  } else {
    plain(response, status, type, bytes);
  }
}
