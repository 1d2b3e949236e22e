// Runs the search engine: fetches what it asks for and hands answers on as they become better. `boot.js` loads this.
// What cannot be had is told to the engine, which does without it: nothing here throws at whoever asks.

// No honest file grows by more than this when it is inflated (`LARGEST_GROWTH` of the format).
const GROWTH = 64;
// The manifest's magic and version stand before its stream.
const HEAD = 5;
// Blocks of one file are fetched together where so many bytes or fewer lie between them: they cost less than a request.
const GAP = 512;
// But not more than this at once, so that the first block need not wait long for the last.
const TOGETHER = 32768;

// Keys that follow one another faster than this are read for together: what only the first of them needs is not fetched.
const PAUSE_MS = 40;

/**
 * Opens the search. `at` says where its parts are: `glue`, `wasm`, and `index`, the folder of the index.
 * `early` holds what was asked for already: `wasm` and `manifest`, promises of responses.
 */
export function open(at, early = {}) {
  let Search, engine, opening, asked, pause, renewed = false;
  // Blocks on their way, each with what stops its request; whole files of hosts without ranges.
  let flying = new Map(), whole = new Map();

  /** Asks; `call` gets each answer that differs from the last as text, or nothing where there can be none. */
  function ask(question, call) {
    asked = { question, call };
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      // Without an engine it is still being opened, or could not be: that is told already, and asked for again on wish.
      if (engine) step();
    }, PAUSE_MS);
    step();
  }

  /** Asks again for what could not be had. */
  function retry() {
    renewed = false;
    engine?.retry();
    step();
  }

  function step() {
    if (!engine) {
      opening ??= begin().catch(() => asked?.call()).finally(() => { opening = undefined; });
      return;
    }
    if (!asked) return;
    const { question, call, last } = asked;
    const answer = engine.ask(question);
    if (!pause) fetchAll(engine.reads().split("\n").filter(Boolean).map(readOf));
    if (answer !== last) call(asked.last = answer);
  }

  async function begin() {
    const { wasm, manifest = fetch(`${at.index}manifest.bin`) } = early;
    early = {};
    const [bytes] = await Promise.all([manifest.then(manifestOf), Search ?? load(wasm)]);
    replace(Search.open(bytes));
    step();
  }

  async function load(wasm) {
    const glue = await import(at.glue);
    await glue.default({ module_or_path: wasm ?? at.wasm });
    Search = glue.Search;
  }

  /** Puts another engine in the place of the one that is here. */
  function replace(made) {
    if (!made) throw new Error("this search index cannot be read");
    for (const { stop } of flying.values()) stop.abort();
    flying = new Map();
    whole = new Map();
    engine?.free();
    engine = made;
  }

  function fetchAll(reads) {
    const wanted = new Set(reads.map(({ block }) => block));
    for (const [block, flight] of flying) {
      // A newer question no longer needs it: its bytes would stand in the way of those that it does need.
      if (!wanted.has(block) && flight.blocks.every((other) => !wanted.has(other))) flight.stop.abort();
    }
    for (const group of together(reads.filter(({ block }) => !flying.has(block)))) fetchGroup(group);
  }

  async function fetchGroup(group) {
    const mine = engine, blocks = group.reads.map(({ block }) => block);
    const flight = { blocks, stop: new AbortController() };
    for (const block of blocks) flying.set(block, flight);
    const got = await bytesOf(group, flight).catch((error) => error);
    const gone = got?.status === 404 || got?.status === 416;
    if (gone && mine === engine && !renewed) return renew();
    const parts = got instanceof Uint8Array
      ? group.reads.map(({ start, length }) => inflate(got.subarray(start - group.start, start - group.start + length)))
      : blocks.map(() => Promise.reject(got));
    const inflated = await Promise.allSettled(parts);
    if (mine !== engine) return;
    blocks.forEach((block, index) => {
      if (flying.get(block) === flight) flying.delete(block);
      const { value } = inflated[index];
      if (value) engine.give(block, value);
      else if (!flight.stop.signal.aborted) engine.lost(block);
    });
    step();
  }

  /** The site was built anew since the manifest was read: asks for the new one, past every cache, once. */
  async function renew() {
    renewed = true;
    const before = engine;
    try {
      const bytes = await manifestOf(await fetch(`${at.index}manifest.bin`, { cache: "reload" }));
      if (before === engine) replace(Search.open(bytes));
    } catch {
      // Then the old one goes as far as it goes.
      flying = new Map();
    }
    step();
  }

  /** The bytes of a group of blocks; a response where the host refuses them. */
  async function bytesOf({ file, start, end }, flight) {
    if (!whole.has(file)) {
      const { signal } = flight.stop;
      // An address of its own for each range: browsers let requests of one address wait for one another.
      const response = await fetch(`${at.index}${file}?${start}`, { signal, headers: { Range: `bytes=${start}-${end - 1}` } });
      if (response.status === 206) return exactly(await bytes(response), end - start);
      if (response.status !== 200) return response;
      // The host knows no ranges and sends the whole file: all other blocks of it come with this one, so it is not stopped.
      if (whole.has(file)) response.body.cancel();
      else {
        flight.stop = new AbortController();
        whole.set(file, bytes(response));
      }
    }
    const all = await whole.get(file).catch((error) => {
      whole.delete(file);
      throw error;
    });
    return exactly(all.subarray(start, end), end - start);
  }

  step();
  return { ask, retry };
}

const readOf = (line) => {
  const [block, file, start, length] = line.split(" ");
  return { block: +block, file, start: +start, length: +length };
};

/** Blocks that lie beside one another in a file as groups, in the order of what is needed most. */
function together(reads) {
  const groups = [];
  for (const read of reads) {
    const end = read.start + read.length;
    const near = groups.find((group) => group.file === read.file && read.start <= group.end + GAP && end + GAP >= group.start
      && Math.max(end, group.end) - Math.min(read.start, group.start) <= TOGETHER);
    if (near) {
      near.reads.push(read);
      near.start = Math.min(near.start, read.start);
      near.end = Math.max(near.end, end);
    } else groups.push({ file: read.file, start: read.start, end, reads: [read] });
  }
  return groups;
}

const bytes = async (response) => new Uint8Array(await response.arrayBuffer());

function exactly(bytes, length) {
  if (bytes.length !== length) throw new Error("the file is cut off");
  return bytes;
}

async function manifestOf(response) {
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  const all = await bytes(response);
  const rest = await inflate(all.subarray(HEAD));
  const manifest = new Uint8Array(HEAD + rest.length);
  manifest.set(all.subarray(0, HEAD));
  manifest.set(rest, HEAD);
  return manifest;
}

/** What a zlib stream holds; it is given up where it grows beyond all honesty. */
async function inflate(packed) {
  const chunks = [];
  let size = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > packed.length * GROWTH) {
      reader.cancel();
      throw new Error("the file grows too much");
    }
    chunks.push(part.value);
  }
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
