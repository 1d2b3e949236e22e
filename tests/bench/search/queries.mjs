// Questions with known answers about a corpus, in four classes, from a seed.

import { between, pick, random } from './random.mjs';
import { plain } from './corpus.mjs';

const SEED = 5;
export const CLASSES = ['exact title', 'title prefix', 'typo', 'two rare words'];
/** A word is rare if at most this many entries have it. */
const RARE = 20;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `each` questions of each class: `{ kind, query, answer }`, the answer being the id of an entry. */
export function queries(entries, each) {
  const text = new Map(entries.map((entry) => [entry.id, words(plain(entry))]));
  const titles = entries.map(({ title }) => title.toLowerCase());
  const known = new Set([...text.values(), ...titles.map(words)].flat());
  const makers = [exactTitle, titlePrefix(titles), titleTypo(known), rareWords(entries, text)];
  return makers.flatMap((make, kind) => {
    const chance = random(SEED, kind);
    const found = new Map();
    for (let tries = 0; found.size < each && tries < each * 200; tries += 1) {
      const entry = pick(chance, entries);
      const query = make(chance, entry);
      if (query) found.set(query, { kind: CLASSES[kind], query, answer: entry.id });
    }
    return [...found.values()];
  });
}

function exactTitle(_, { title }) {
  return title;
}

/** Some three fifths of a title that begin no other title. */
function titlePrefix(titles) {
  return (_, { title }) => {
    const prefix = title.slice(0, Math.round(title.length * 0.6)).trimEnd();
    const begun = titles.filter((other) => other.startsWith(prefix.toLowerCase()));
    return begun.length === 1 ? prefix : undefined;
  };
}

/** The word that no other title has, with one slip of the finger that makes it no other word. */
function titleTypo(known) {
  return (chance, { name }) => {
    const slip = pick(chance, [inserted, deleted, substituted, transposed])(chance, name);
    return known.has(slip) ? undefined : slip;
  };
}

function inserted(chance, word) {
  const at = between(chance, 0, word.length);
  return word.slice(0, at) + pick(chance, LETTERS) + word.slice(at);
}

function deleted(chance, word) {
  const at = between(chance, 0, word.length - 1);
  return word.slice(0, at) + word.slice(at + 1);
}

function substituted(chance, word) {
  const at = between(chance, 0, word.length - 1);
  return word.slice(0, at) + pick(chance, LETTERS) + word.slice(at + 1);
}

function transposed(chance, word) {
  const at = between(chance, 0, word.length - 2);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

/** Two words that occur together in one entry only, in whatever form, and in no title. */
function rareWords(entries, text) {
  const places = new Map();
  for (const { id } of entries) {
    for (const form of new Set(text.get(id).map(root))) {
      if (!places.has(form)) places.set(form, []);
      places.get(form).push(id);
    }
  }
  const inTitles = new Set(entries.flatMap(({ title }) => words(title).map(root)));
  const isRare = (word) => word.length > 3 && places.get(root(word)).length <= RARE && places.get(root(word)).length > 1 && !inTitles.has(root(word));
  return (chance, { id }) => {
    const rare = text.get(id).filter(isRare);
    if (rare.length < 2) return undefined;
    const [one, other] = [pick(chance, rare), pick(chance, rare)];
    const also = new Set(places.get(root(other)));
    const together = places.get(root(one)).filter((place) => also.has(place));
    return root(one) !== root(other) && together.length === 1 ? `${one} ${other}` : undefined;
  };
}

/** What is left of a word when all that a stemmer might take away is taken away. */
function root(word) {
  return word.replace(/(?<=...)(?:ations?|ness|ments?|ings?|ers?|ed|ly|al|[aeiouys])+$/, '');
}

function words(text) {
  return text.toLowerCase().match(/[a-z0-9]+/g);
}
