// SPDX-License-Identifier: Apache-2.0

// How well values of one kind are found: by exact span, and by cover, where each letter and digit of a value
// has to lie in what was found of its kind (recall), and each of what was found in a value (precision).
//
//   const scores = new ValueScores();
//   scores.add(['PHONE'], row, records, 'PHONE');
//   scores.at('PHONE')   // ValueScore { gold: 2, found: 2, exact: 1, covered: 2, right: 1 }

import { partsOf, unitsOf } from './leaks.mjs';

export class ValueScore {
  gold = 0;
  found = 0;
  exact = 0;
  /** Values that lie in what was found. */
  covered = 0;
  /** What was found that lies in values. */
  right = 0;

  /** Shares as the tables have them; of nothing they are 1. */
  get recall() {
    return share(this.exact, this.gold);
  }
  get precision() {
    return share(this.exact, this.found);
  }
  get coverRecall() {
    return share(this.covered, this.gold);
  }
  get coverPrecision() {
    return share(this.right, this.found);
  }
}

const share = (/** @type {number} */ part, /** @type {number} */ all) =>
  all === 0 ? 1 : part / all;

/** @typedef {import('./leaks.mjs').Range} Range */
/** @typedef {{ label: string, start: number, end: number }} Found half-open, in UTF-16 units */

/** @extends {Map<string, ValueScore>} */
export class ValueScores extends Map {
  /** @param {string} key */
  at(key) {
    const score = this.get(key) ?? new ValueScore();
    this.set(key, score);
    return score;
  }

  /**
   * @param {string[]} keys the lines that the row counts in
   * @param {import('./dataset.mjs').Row} row its spans are in code points
   * @param {readonly Found[]} records
   * @param {string} label
   * @returns {{ missed: Range[], wrong: Range[] }} values without a record of their span, and records without such
   *   a value
   */
  add(keys, row, records, label) {
    const units = unitsOf(row.t);
    const gold = row.e
      .filter(([, , each]) => each === label)
      .map(([start, end]) => ({ start: units[start] ?? 0, end: units[end] ?? row.t.length }));
    const found = records.filter((each) => each.label === label);
    const same = (a, b) => a.start === b.start && a.end === b.end;
    const lies = (span, others) =>
      partsOf(row.t.slice(span.start, span.end)).every((at) =>
        others.some(({ start, end }) => start <= span.start + at && span.start + at < end),
      );
    const exact = gold.filter((span) => found.some((each) => same(span, each)));
    for (const score of keys.map((key) => this.at(key))) {
      score.gold += gold.length;
      score.found += found.length;
      score.exact += exact.length;
      score.covered += gold.filter((span) => lies(span, found)).length;
      score.right += found.filter((span) => lies(span, gold)).length;
    }
    return {
      missed: gold.filter((span) => !exact.includes(span)),
      wrong: found.filter((span) => !gold.some((each) => same(span, each))),
    };
  }
}
