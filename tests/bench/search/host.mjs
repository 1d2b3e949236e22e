// A static host that is the same for all searches: it sends text, scripts and WebAssembly compressed by brotli, answers
// ranges, and keeps a log of what it sent and when. On demand all goes through one slow link.
// The link is here and not in the browser's developer tools because then the log's times are those of the link, and show
// which request waited for which. As theirs, it delays each answer and shares one rate among all; connecting costs nothing.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { mediaType } from '../../e2e/host.mjs';

/** 1.6 Mbit/s down and 150 ms from request to answer: what Chromium calls Slow 4G. */
export const SLOW_4G = { latency: 150, bytesPerMs: 200 };
const PACKET = 2_048;
const LATENESS = 5;

const COMPRESSED = join(resolve(import.meta.dirname, '../../..'), 'target/bench/search/brotli');
/** Brotli's best takes half a minute for an index of 30 MB, so that gets the second best. */
const LARGE = 4 << 20;

/**
 * Serves `folder` at the root of a free port: `{ root, sent, close }`.
 * `sent` grows by `{ path, bytes, start, finish }` per request, in ms; `finish` is Infinity while bytes are missing.
 */
export async function host(folder, link) {
  const sent = [];
  const way = link && { ...link, free: 0 };
  const server = createServer((request, response) => {
    const entry = { path: new URL(request.url, 'http://host').pathname, bytes: 0, start: performance.now(), finish: Infinity };
    sent.push(entry);
    answer(folder, request, response)
      .then((body) => send(way, response, body, entry))
      .catch(() => response.destroy());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    root: `http://127.0.0.1:${server.address().port}/`,
    sent,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

/** Writes the head and gives the body. */
async function answer(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
  const file = fileAt(join(folder, path));
  response.setHeader('cache-control', 'max-age=600');
  if (!file) {
    response.writeHead(404);
    return Buffer.alloc(0);
  }
  response.setHeader('content-type', mediaType(file));
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range) return part(response, readFileSync(file), range);
  const { bytes, encoding } = await asServed(file);
  if (encoding) response.setHeader('content-encoding', encoding);
  response.writeHead(200, { 'content-length': bytes.length });
  return bytes;
}

function fileAt(place) {
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, 'index.html') : place;
  return existsSync(file) ? file : undefined;
}

function part(response, bytes, [, first, last]) {
  const from = Number(first);
  const to = Math.min(last === '' ? Infinity : Number(last), bytes.length - 1);
  response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${bytes.length}`, 'content-length': to + 1 - from });
  return bytes.subarray(from, to + 1);
}

async function send(way, response, body, entry) {
  if (way) {
    await sleep(way.latency);
    for (let at = 0; at < body.length; at += PACKET) {
      const packet = body.subarray(at, at + PACKET);
      await turn(way, packet.length);
      response.write(packet);
      entry.bytes += packet.length;
    }
  } else {
    response.write(body);
    entry.bytes = body.length;
  }
  response.end();
  entry.finish = performance.now();
}

/** Waits until the link has carried so many bytes more. A timer's lateness is made up for, idleness is not. */
async function turn(way, bytes) {
  const now = performance.now();
  way.free = (now - way.free > LATENESS ? now : way.free) + bytes / way.bytesPerMs;
  await sleep(way.free - now);
}

const kept = new Map();

/** The bytes of a file as this host sends them, and their encoding. */
export async function asServed(file) {
  const { mtimeMs } = statSync(file);
  const known = kept.get(file);
  if (known?.mtimeMs === mtimeMs) return known;
  const raw = readFileSync(file);
  const fresh = /^(text|application)\//.test(mediaType(file)) && mediaType(file) !== 'application/octet-stream'
    ? { bytes: await compressed(raw), encoding: 'br', mtimeMs }
    : { bytes: raw, mtimeMs };
  kept.set(file, fresh);
  return fresh;
}

async function compressed(raw) {
  const quality = raw.length > LARGE ? 9 : 11;
  const place = join(COMPRESSED, `${createHash('sha256').update(raw).digest('hex')}-${quality}`);
  if (!existsSync(place)) {
    mkdirSync(COMPRESSED, { recursive: true });
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
    writeFileSync(place, await promisify(brotliCompress)(raw, { params }));
  }
  return readFileSync(place);
}
