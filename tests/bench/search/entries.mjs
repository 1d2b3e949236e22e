// The entries of a corpus: titles that can be told apart, and some 500 words each in the made-up language.
// An entry is the same in corpora of all sizes but for the entries that it links to.

import { between, pick, random } from './random.mjs';
import { language, pronounceable } from './language.mjs';

const SEED = 3;
const KINDS = ['concept', 'principle', 'practice', 'framework', 'critique'];
const WORDS = 500;
const LINKS = 5;
const FIELDS = 60;
/** How often a word is one of its field's, and how often one that the entry has said before: rare words come in bursts. */
const OF_THE_FIELD = 0.08;
const SAID_BEFORE = 0.08;
/** How often a sentence names what the entry is about. */
const NAMES_ITSELF = 0.12;

/**
 * `count` entries and then `extra` ones, which no other links to.
 * `{ id, title, name, kind, summary, tags, added, blocks }`; a block is `{ heading }` or `{ paragraph }`, a list of
 * strings and of links `{ to, text }`; `name` is the word of the title that no other title has.
 */
export function entries(count, extra = 0) {
  const tongue = language(SEED);
  const fields = Array.from({ length: FIELDS }, (_, field) => {
    const chance = random(SEED, 10, field);
    return Array.from({ length: 250 }, () => tongue.technical(chance));
  });
  const names = distinctNames(count + extra, new Set(tongue.words));
  const heads = names.map((name, number) => head(tongue, name, number));
  return heads.map((entry, number) => {
    const chance = random(SEED, 12, number);
    const targets = Array.from({ length: LINKS }, () => heads[between(chance, 0, count - 1)]);
    return complete(tongue, chance, entry, fields[entry.field], targets);
  });
}

/** Words of 6 to 11 letters that are in no vocabulary and, while there are enough, at least three edits apart. */
function distinctNames(count, known) {
  const chance = random(SEED, 11);
  const near = new Set();
  const names = new Set();
  let refused = 0;
  while (names.size < count) {
    const name = pronounceable(chance, between(chance, 2, 4));
    if (name.length < 6 || name.length > 11 || known.has(name) || names.has(name)) continue;
    const around = withoutTwo(name);
    if (refused < 200 && around.some((part) => near.has(part))) {
      refused += 1;
      continue;
    }
    refused = 0;
    for (const part of around) near.add(part);
    names.add(name);
  }
  return [...names];
}

/** A word and all that is left of it without one or two letters: words up to two edits apart share one of these. */
function withoutTwo(word) {
  const without = (text) => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
  const once = without(word);
  return [...new Set([word, ...once, ...once.flatMap(without)])];
}

function head(tongue, name, number) {
  const chance = random(SEED, 13, number);
  const word = () => tongue.words[tongue.common(chance)];
  const forms = [
    () => [word(), name],
    () => [name, word()],
    () => [word(), name, word()],
    () => [word(), word(), name],
    () => [name, 'of', 'the', word()],
  ];
  const field = between(chance, 0, FIELDS - 1);
  const year = between(chance, 2019, 2025);
  const words = pick(chance, forms)();
  return {
    id: words.join('-'),
    title: capital(words.join(' ')),
    name,
    field,
    kind: pick(chance, KINDS),
    tags: [...new Set([field, between(chance, 0, FIELDS - 1), between(chance, 0, FIELDS - 1)])].map((tag) => `tag-${tag}`),
    added: `${year}-${two(between(chance, 1, 12))}-${two(between(chance, 1, 28))}`,
  };
}

function complete(tongue, chance, { field: _, ...entry }, field, targets) {
  const said = [];
  let previous = 0;
  const word = () => {
    let rank = previous;
    while (rank === previous) {
      const luck = chance();
      if (luck < OF_THE_FIELD) rank = pick(chance, field);
      else if (luck < OF_THE_FIELD + SAID_BEFORE && said.length > 5) rank = pick(chance, said);
      else rank = tongue.next(chance, previous);
    }
    previous = rank;
    if (!tongue.isFunctionWord(rank)) said.push(rank);
    return tongue.words[rank];
  };
  const phrase = (length) => Array.from({ length }, word);
  const summary = `${capital(phrase(between(chance, 9, 14)).join(' '))}.`;
  const blocks = [];
  let left = WORDS;
  const links = [...targets];
  while (left > 0) {
    if (blocks.length % 4 === 3) {
      blocks.push({ heading: capital(phrase(between(chance, 2, 4)).join(' ')) });
    }
    const pieces = [];
    for (let sentence = between(chance, 3, 6); sentence > 0 && left > 0; sentence -= 1) {
      const words = phrase(between(chance, 6, 26));
      left -= words.length;
      if (chance() < NAMES_ITSELF) words.splice(between(chance, 1, words.length - 1), 0, entry.name);
      if (words.length > 12) words[between(chance, 4, 8)] += ',';
      const link = chance() < 0.25 ? links.pop() : undefined;
      const at = between(chance, 2, words.length - 2);
      const before = capital(words.slice(0, at).join(' '));
      const after = `${words.slice(at).join(' ')}${chance() < 0.04 ? '?' : '.'} `;
      pieces.push(...(link ? [`${before} `, { to: link.id, text: link.title }, ` ${after}`] : [`${before} ${after}`]));
    }
    blocks.push({ paragraph: pieces });
  }
  return { ...entry, summary, blocks };
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function two(number) {
  return String(number).padStart(2, '0');
}
