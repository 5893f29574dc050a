// SPDX-License-Identifier: Apache-2.0

// The tables of what leaks, of several systems beside each other.

import { decimals, table } from './card.mjs';
import { Leaks } from './leaks.mjs';

/** @typedef {import('./leak_counts.mjs').Counts} Counts */

/** @param {number} all @param {number} figure */
const cell = (all, figure) => (all === 0 ? '' : decimals(figure));

/**
 * A line for each part of the texts: the persons that leak, by system.
 * @param {Map<string, Counts>} counts by system
 * @param {string} set
 * @param {string[]} parts
 */
export function personTable(counts, set, parts) {
  const systems = [...counts.values()].map(({ leaks }) => leaks);
  return table(
    [`persons that leak: ${set}`],
    ['persons', ...counts.keys()],
    parts.map((part) => {
      const shares = systems.map((leaks) => leaks.at(`${set} ${part} PER`));
      const cells = shares.map(({ values, leakRate }) => cell(values, leakRate));
      return [part, shares[0].values, ...cells];
    }),
  );
}

/**
 * A line for each part of the texts: the public words that are hidden, of all and of those that are no numbers.
 * @param {Map<string, Counts>} counts by system
 * @param {string} set
 * @param {string[]} parts
 */
export function publicTable(counts, set, parts) {
  const systems = [...counts.values()].map(({ leaks }) => leaks);
  const names = [...counts.keys()].flatMap((name) => [name, 'no numbers']);
  return table(
    [`public words that are hidden: ${set}`],
    ['words', ...names],
    parts.map((part) => {
      const shares = systems.map((leaks) => leaks.at(`${set} ${part} PER`));
      const cells = shares.flatMap(({ words, hiddenRate, hiddenLettersRate }) => [
        cell(words, hiddenRate),
        cell(words, hiddenLettersRate),
      ]);
      return [part, shares[0].words, ...cells];
    }),
  );
}

/**
 * A line for each kind of value: how many leak, by system.
 * @param {Map<string, Counts>} counts
 * @param {string} set
 * @param {string} part
 * @param {string[]} labels
 */
export function kindTable(counts, set, part, labels) {
  const systems = [...counts.values()].map(({ leaks }) => leaks);
  return table(
    [`values that leak: ${set}, ${part}`],
    ['values', ...counts.keys()],
    labels.map((label) => {
      const shares = systems.map((leaks) => leaks.at(`${set} ${part} ${label}`));
      return [
        label,
        shares[0].values,
        ...shares.map(({ values, leakRate }) => cell(values, leakRate)),
      ];
    }),
  );
}

/**
 * A line for each part of the texts: how many values of each kind one system leaves readable.
 * @param {Map<string, Counts>} counts
 * @param {string} name
 * @param {string} set
 * @param {string[]} parts
 * @param {string[]} labels
 */
export function languageTable(counts, name, set, parts, labels) {
  const leaks = counts.get(name)?.leaks ?? new Leaks();
  return table(
    [`${set}: leaks of ${name}`],
    labels,
    parts.map((part) => [
      part,
      ...labels.map((label) => {
        const { values, leakRate } = leaks.at(`${set} ${part} ${label}`);
        return cell(values, leakRate);
      }),
    ]),
  );
}

/**
 * A line for each system and kind of value: by exact span, and by cover.
 * @param {Map<string, Counts>} counts
 * @param {string} key
 * @param {string[]} labels
 */
export function valueTable(counts, key, labels) {
  return table(
    ['kind', 'system'],
    ['values', 'found', 'recall', 'precision', 'recall by cover', 'precision by cover'],
    labels.flatMap((label) =>
      [...counts].map(([name, { scores }]) => {
        const score = scores.at(`${key} ${label}`);
        return [
          ...[label, name, score.gold, score.found],
          cell(score.gold, score.recall),
          cell(score.found, score.precision),
          cell(score.gold, score.coverRecall),
          cell(score.found, score.coverPrecision),
        ];
      }),
    ),
  );
}
