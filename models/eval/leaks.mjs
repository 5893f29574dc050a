// SPDX-License-Identifier: Apache-2.0

// What a masker leaves readable, and what it hides for nothing. A private value leaks where a word of it, or
// a part of one, stands in the masked text. A public word is one outside of all marked values; it is hidden
// where any of it is masked. Words of digits alone are counted apart, too: texts that mark names alone have
// telephone and house numbers among them.
//
//   const leaks = new Leaks();
//   leaks.add(['all', 'en'], row, (await masker.mask(row.t)).replacements);
//   leaks.at('all')   // Share { values: 2, leaked: 1, words: 7, hidden: 0 }

/** One line of the report. */
export class Share {
  values = 0;
  leaked = 0;
  words = 0;
  hidden = 0;
  numbers = 0;
  hiddenNumbers = 0;

  get leakRate() {
    return this.values === 0 ? 0 : this.leaked / this.values;
  }

  get hiddenRate() {
    return this.words === 0 ? 0 : this.hidden / this.words;
  }

  /** Of the words that are no numbers. */
  get hiddenLettersRate() {
    const words = this.words - this.numbers;
    return words === 0 ? 0 : (this.hidden - this.hiddenNumbers) / words;
  }
}

/** @typedef {{ start: number, end: number }} Range half-open, in UTF-16 units */

/** @extends {Map<string, Share>} */
export class Leaks extends Map {
  /** @param {string} key */
  at(key) {
    const share = this.get(key) ?? new Share();
    this.set(key, share);
    return share;
  }

  /**
   * @param {string[]} keys the lines that the row counts in
   * @param {import('./dataset.mjs').Row} row its spans are in code points
   * @param {readonly Range[]} masked
   * @param {string} label which values are private
   * @returns {{ leaked: Range[], hidden: Range[] }} the values that leak, and the public words that are hidden
   */
  add(keys, row, masked, label = 'PER') {
    const units = unitsOf(row.t);
    const spans = row.e.map(([start, end, type]) => ({
      start: units[start] ?? 0,
      end: units[end] ?? row.t.length,
      type,
    }));
    const isMasked = (/** @type {number} */ at) =>
      masked.some(({ start, end }) => start <= at && at < end);
    const count = (/** @type {(share: Share) => void} */ act) =>
      keys.forEach((key) => act(this.at(key)));
    const leaked = spans.filter(
      ({ start, end, type }) =>
        type === label && !partsOf(row.t.slice(start, end)).every((at) => isMasked(start + at)),
    );
    count((share) => {
      share.values += spans.filter(({ type }) => type === label).length;
      share.leaked += leaked.length;
    });
    const hidden = [];
    for (const { index, 0: word } of row.t.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const end = index + word.length;
      if (spans.some((span) => span.start < end && index < span.end)) continue;
      const isHidden = masked.some((each) => each.start < end && index < each.end);
      if (isHidden) hidden.push({ start: index, end });
      const isNumber = /^\p{N}+$/u.test(word);
      count((share) => {
        share.words += 1;
        share.hidden += isHidden ? 1 : 0;
        share.numbers += isNumber ? 1 : 0;
        share.hiddenNumbers += isNumber && isHidden ? 1 : 0;
      });
    }
    return { leaked, hidden };
  }
}

/** Where the letters and digits of a text are. @param {string} text */
export function partsOf(text) {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
}

/** Of each code point, and of the end, the first UTF-16 unit. @param {string} text */
export function unitsOf(text) {
  const units = [0];
  for (const character of text) units.push((units.at(-1) ?? 0) + character.length);
  return units;
}
