// SPDX-License-Identifier: Apache-2.0

// The same sentence as people and scanners write it: in lower case, without punctuation, misread.
// Spans go with their characters; a span that loses all of them is dropped.

/** @typedef {import('./dataset.mjs').Row} Row */

/** The share of letters and digits that a poor scan misreads. */
const MISREAD = 0.03;

/** What looks alike, one way each. */
const LOOKALIKES = new Map(
  Object.entries({
    O: '0', o: 'c', c: 'e', e: 'c', l: '1', I: 'l', i: 'l', t: 'f', f: 't', m: 'rn', n: 'ri',
    u: 'ii', h: 'b', b: 'h', S: '5', s: 'a', a: 'o', B: '8', g: 'q', q: 'g', v: 'y', w: 'vv',
    0: 'O', 1: 'l', 5: 'S', 8: 'B', и: 'н', н: 'п', п: 'л', о: 'с', е: 'с', ш: 'щ', в: 'з',
    日: '目', 大: '太', 人: '入', 土: '士', 未: '末', 口: 'ロ', ソ: 'ン', シ: 'ツ', り: 'リ',
  }),
);

/**
 * Each code point by what `replace` makes of it.
 * @param {Row} row
 * @param {(character: string, at: number, characters: string[]) => string} replace
 * @returns {Row}
 */
function rewrite(row, replace) {
  const characters = [...row.t];
  const texts = characters.map(replace);
  const starts = [0];
  for (const text of texts) starts.push(starts.at(-1) + [...text].length);
  const written = [...texts.join('')];
  const spans = row.e.flatMap(([from, to, label]) => {
    let [start, end] = [starts[from], starts[to]];
    while (start < end && written[start] === ' ') start += 1;
    while (end > start && written[end - 1] === ' ') end -= 1;
    return start === end ? [] : [[start, end, label]];
  });
  return { ...row, t: written.join(''), e: spans };
}

/** By the rules of the row's language: a Turkish I is ı. @param {Row} row */
export function lowerCased(row) {
  return rewrite(row, (character) => character.toLocaleLowerCase(row.l));
}

/**
 * Without punctuation outside names; between two words without a blank it leaves one.
 * @param {Row} row
 */
export function withoutPunctuation(row) {
  const isInName = (/** @type {number} */ at) =>
    row.e.some(([start, end]) => start <= at && at < end);
  const isWord = (/** @type {string | undefined} */ character) =>
    character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
  return rewrite(row, (character, at, characters) => {
    if (!/\p{P}/u.test(character) || isInName(at)) return character;
    return isWord(characters[at - 1]) && isWord(characters[at + 1]) ? ' ' : '';
  });
}

/**
 * Numbers in [0, 1) that depend on the seed alone (mulberry32, public domain).
 * @param {number} seed 32 bits
 * @returns {() => number}
 */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * 3 in 100 letters and digits misread: half of these as what looks alike, or as a letter of the
 * same text where nothing does; of the others as many left out, doubled, and followed by a blank.
 * @param {Row} row
 * @param {() => number} random
 */
export function misread(row, random) {
  return rewrite(row, (character, at, characters) => {
    if (!/[\p{L}\p{N}]/u.test(character) || random() >= MISREAD) return character;
    const kind = random();
    if (kind < 1 / 6) return '';
    if (kind < 2 / 6) return character + character;
    if (kind < 3 / 6) return `${character} `;
    const letters = characters.filter((other) => /\p{L}/u.test(other));
    return LOOKALIKES.get(character) ?? letters[Math.floor(random() * letters.length)] ?? character;
  });
}
