// SPDX-License-Identifier: Apache-2.0

// Writes a report as tables of Markdown, and puts them into the model card.

import { readFile, writeFile } from 'node:fs/promises';

const BEGIN = '<!-- results: begin -->';
const END = '<!-- results: end -->';
const COLUMNS = ['sentences', 'gold entities', 'precision', 'recall', 'F1'];

/** @param {import('./scoring.mjs').Counts} counts */
function cells(counts) {
  return [
    counts.sentences === 0 ? '' : String(counts.sentences),
    String(counts.gold),
    ...[counts.precision, counts.recall, counts.f1].map((figure) => figure.toFixed(3)),
  ];
}

/**
 * @param {string[]} names headings of the columns before the figures
 * @param {[string[], import('./scoring.mjs').Counts][]} rows
 */
function table(names, rows) {
  const line = (/** @type {string[]} */ parts) => `| ${parts.join(' | ')} |`;
  return [
    line([...names, ...COLUMNS]),
    line([...names.map(() => '---'), ...COLUMNS.map(() => '---:')]),
    ...rows.map(([before, counts]) => line([...before, ...cells(counts)])),
  ].join('\n');
}

/**
 * @param {import('./scoring.mjs').Report} report
 * @param {string} origin how the figures were made, one sentence
 */
export function renderTables(report, origin) {
  const titles = { human: 'human-labelled', wikiann: 'WikiANN' };
  const kinds = Object.keys(titles).filter((kind) => report.has(kind));
  const parts = (/** @type {string} */ field) =>
    kinds.flatMap((kind) =>
      [...report]
        .filter(([key]) => key.startsWith(`${kind} ${field} `))
        .map(([key, counts]) => [[titles[kind], ...key.split(' ').slice(2)], counts])
        .sort(([a], [b]) => (a.join(' ') < b.join(' ') ? -1 : 1)),
    );
  return [
    origin,
    table(
      ['sources'],
      kinds.map((kind) => [[titles[kind]], report.at(kind)]),
    ),
    '### By language',
    table(['sources', 'language'], parts('language')),
    '### By source',
    table(['sources', 'language', 'set'], parts('source')),
    '### By type',
    table(['sources', 'type'], parts('type')),
  ].join('\n\n');
}

/**
 * Replaces what stands between the markers of the card at `path`.
 * @param {string} path
 * @param {string} tables
 */
export async function writeIntoCard(path, tables) {
  const card = await readFile(path, 'utf8');
  const begin = card.indexOf(BEGIN);
  const end = card.indexOf(END);
  if (begin === -1 || end < begin) {
    throw new Error(`expected "${BEGIN}" and then "${END}" in ${path}, found neither or one`);
  }
  await writeFile(path, `${card.slice(0, begin + BEGIN.length)}\n${tables}\n${card.slice(end)}`);
}
