// SPDX-License-Identifier: Apache-2.0

// The tables of an evaluation, in the order in which the model card has them.

import { decimals, table } from './card.mjs';
import { DOMAINS } from './everyday.mjs';

const FIGURES = ['sentences', 'gold entities', 'precision', 'recall', 'F1'];
const TITLES = { human: 'human-labelled', wikiann: 'WikiANN' };

/** @param {import('./scoring.mjs').Counts} counts */
function cells(counts) {
  const { sentences, gold, precision, recall, f1 } = counts;
  return [sentences === 0 ? '' : sentences, gold, ...[precision, recall, f1].map(decimals)];
}

/**
 * The keys that begin with a prefix, without it, in order.
 * @param {Map<string, unknown>} report
 * @param {string} prefix
 */
function partsOf(report, prefix) {
  return [...report.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();
}

/**
 * @param {import('./scoring.mjs').Report} report
 * @param {import('./masking.mjs').MaskingReport} masking
 */
export function everydayTables(report, masking) {
  const row = (/** @type {string} */ name, /** @type {string} */ key) => {
    const { total, found, hidden } = masking.at(key);
    const counts = report.at(key);
    const shares = total === 0 ? ['', ''] : [found / total, hidden / total].map(decimals);
    return [name, counts.sentences, total, ...shares, ...cells(counts).slice(1)];
  };
  const columns = ['sentences', 'persons', 'found', 'hidden', ...FIGURES.slice(1)];
  return [
    '### Everyday text',
    "Of the persons' names, `found` is the share whose exact span is found as `PER`, and `hidden` " +
      'the share of which no character is left where every entity, of any type, is masked.',
    table(
      ['text'],
      columns,
      [row('all', 'everyday')].concat(
        DOMAINS.map((domain) => row(domain, `everyday domain ${domain}`)),
        partsOf(report, 'everyday language ').map((language) =>
          row(language, `everyday language ${language}`),
        ),
      ),
    ),
    table(
      ['type'],
      FIGURES.slice(1),
      partsOf(report, 'everyday type ').map((type) => [
        type,
        ...cells(report.at(`everyday type ${type}`)).slice(1),
      ]),
    ),
  ];
}

/** @param {import('./scoring.mjs').Report} report */
export function devTables(report) {
  const kinds = Object.keys(TITLES).filter((kind) => report.has(kind));
  const parts = (/** @type {string} */ field) =>
    kinds.flatMap((kind) =>
      partsOf(report, `${kind} ${field} `).map((part) => [
        TITLES[kind],
        ...part.split(' '),
        ...cells(report.at(`${kind} ${field} ${part}`)),
      ]),
    );
  return [
    '### Dev files',
    table(
      ['sources'],
      FIGURES,
      kinds.map((kind) => [TITLES[kind], ...cells(report.at(kind))]),
    ),
    '### By language',
    table(['sources', 'language'], FIGURES, parts('language')),
    '### By source',
    table(['sources', 'language', 'set'], FIGURES, parts('source')),
    '### By type',
    table(
      ['sources', 'type'],
      FIGURES.slice(1),
      parts('type').map((row) => row.filter((_, at) => at !== 2)),
    ),
  ];
}

/** @param {import('./calibration.mjs').Calibration} calibration */
export function calibrationTables(calibration) {
  return [
    '### Calibration',
    `Expected calibration error ${decimals(calibration.expectedError)}: found spans of the ` +
      `human-labelled sources by their score, and the share of them that is exact.`,
    table(
      ['score'],
      ['spans', 'mean score', 'exact'],
      calibration.bins.map(({ from, to, spans, scores, exact }) => [
        `${from.toFixed(1)} to ${to.toFixed(1)}`,
        spans,
        ...(spans === 0 ? ['', ''] : [decimals(scores / spans), decimals(exact / spans)]),
      ]),
    ),
  ];
}

/**
 * @param {import('./scoring.mjs').Report} report
 * @param {string[]} conditions
 */
export function robustnessTables(report, conditions) {
  return [
    '### Robustness',
    'The same sample of the human-labelled sources, as it is and changed; 3 in 100 letters are ' +
      'misread.',
    table(
      ['text'],
      FIGURES,
      conditions.map((condition) => [condition, ...cells(report.at(condition))]),
    ),
  ];
}
