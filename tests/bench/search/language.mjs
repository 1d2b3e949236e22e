// A made-up language that counts like a natural one.
// Words are drawn by Zipf and Mandelbrot's law with the two slopes of large English corpora, out of a vocabulary that no
// corpus exhausts: so it grows with the corpus as Heaps' law says, and most of it is rare. The most frequent words are
// English function words; the others are pronounceable, shorter where frequent, and a third are inflected forms of others.

import { between, drawer, pick, random } from './random.mjs';

const FUNCTION_WORDS = [...new Set(`the of and to in a is that it for as was with be by on not he his but at are this have from or had
an they which one you were all her she there would their we him been has when who will no more if out so up said what its
about than into them can only other time new some could these two may first then do any like my now over such our man me
even most made after also did many off before must well back through years where much your way down should because long
each just state those people too mr how little good world make very year still see own work men day get here between`.split(/\s+/))];

const ONSETS = weighted('t9 s9 r9 c9 p8 m8 d8 l7 b6 f5 n7 h4 g4 v4 w3 k2 j1 st5 tr5 pr5 gr3 pl3 br3 cr3 cl3 fl2 sp3 sh3 th3 ch3 qu2 str2 bl2 dr2 fr2 gl1 sc1 sl1 sw1');
const NUCLEI = weighted('e24 a20 i19 o17 u9 ea4 ou3 ai3 io3 ee3 oo2 ie2 oa1 au1 y1');
const INNER_CODAS = weighted('-62 n8 r8 l5 s4 m3 c2 t2 d1 p1 x1');
const LAST_CODAS = weighted('-22 n13 t12 r12 l8 d6 s5 m4 nt4 ck2 st3 ss2 p3 c3 k2 ct2 nd2 ng1 rt1 sh1 th1 ce4 ve3 te4 ne3 re3 le3 se2 ge2 de2');
const SUFFIXES = weighted('s40 ed18 ing18 er7 ly6 al4 ation3 ness2 ment2');

const VOCABULARY = 400_000;
/** Up to this rank frequency falls as 1/rank, beyond it as 1/rank². */
const CORE = 5_500;
const FLATTENING = 2;
const INFLECTED = 0.4;
const LONGEST_BASE = 9;
/** After a word comes one of its own three favourites this often: idioms and collocations. */
const COLLOCATED = 0.36;

/** The language of a seed: its words by rank, and the ways to draw them. */
export function language(seed) {
  const words = vocabulary(random(seed, 1));
  const draw = drawer(Float64Array.from(words, (_, rank) => frequency(rank)));
  const favourites = new Map();
  const favouritesOf = (rank) => {
    if (!favourites.has(rank)) {
      const chance = random(seed, 2, rank);
      const [first, second, third] = [draw(chance), draw(chance), draw(chance)];
      favourites.set(rank, [first, first, first, second, second, third]);
    }
    return favourites.get(rank);
  };
  return {
    words,
    isFunctionWord: (rank) => rank < FUNCTION_WORDS.length,
    /** The rank of a word that may follow the word of rank `previous`. */
    next: (chance, previous) => (chance() < COLLOCATED ? pick(chance, favouritesOf(previous)) : draw(chance)),
    /** The rank of a content word that people know. */
    common: (chance) => between(chance, 150, 3_000),
    /** The rank of a content word of some field: known or less known. */
    technical: (chance) => Math.floor(400 * (30_000 / 400) ** chance()),
  };
}

/** A pronounceable word of so many syllables. */
export function pronounceable(chance, syllables) {
  let word = '';
  for (let at = 0; at < syllables; at += 1) {
    const opens = at > 0 || chance() > 0.14;
    word += (opens ? ONSETS(chance) : '') + NUCLEI(chance) + (at === syllables - 1 ? LAST_CODAS : INNER_CODAS)(chance);
  }
  return word;
}

function frequency(rank) {
  const at = rank + 1 + FLATTENING;
  return rank < CORE ? 1 / at : (CORE + FLATTENING) / at ** 2;
}

function vocabulary(chance) {
  const words = [...FUNCTION_WORDS];
  const known = new Set(words);
  while (words.length < VOCABULARY) {
    const rank = words.length;
    const word = chance() < INFLECTED && rank > 400 ? inflected(chance, words) : pronounceable(chance, syllables(chance, rank));
    if (word.length > 1 && !known.has(word)) {
      known.add(word);
      words.push(word);
    }
  }
  return words;
}

function inflected(chance, words) {
  const first = FUNCTION_WORDS.length;
  const base = words[Math.floor(first * (words.length / first) ** chance())];
  if (base.length > LONGEST_BASE) return '';
  const suffix = SUFFIXES(chance);
  return (/[aeio]$/.test(base) && /^[aei]/.test(suffix) ? base.slice(0, -1) : base) + suffix;
}

/** Frequent words are short. */
function syllables(chance, rank) {
  const more = rank < 800 ? [1, 1, 1, 2, 2] : rank < 6_000 ? [1, 2, 2, 2, 3] : [2, 2, 2, 3, 3, 4];
  return pick(chance, more);
}

/** A drawer of strings, from `string weight` pairs written together; `-` is the empty string. */
function weighted(table) {
  const pairs = table.split(' ').map((pair) => /^([a-z-]+)(\d+)$/.exec(pair));
  const draw = drawer(pairs.map(([, , weight]) => Number(weight)));
  const strings = pairs.map(([, string]) => string.replace('-', ''));
  return (chance) => strings[draw(chance)];
}
