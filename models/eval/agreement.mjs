// SPDX-License-Identifier: Apache-2.0

// Measures what quantisation changes, on the dev files of A and A2: a float32 checkpoint beside what
// `xlmr-ner convert` makes of it.
//
//   node models/eval/agreement.mjs work/export models/default work/q4                all sentences
//   node models/eval/agreement.mjs work/export models/default work/q4 --limit 100    of each dev set
//
// Prints micro-F1 over the human-labelled sources and over WikiANN, and the share of pieces whose
// best label is that of float32: of those inside gold entities, and of all.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { pipeline } from '../../dist/node/index.js';
import { evenly, isHumanLabelled, readDevSets } from './dataset.mjs';
import { Report } from './scoring.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const TEXTS_A_CALL = 64;
const OFFSETS = { offsets: 'codepoint' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: join(REPOSITORY, '..', 'shared', 'data') },
    limit: { type: 'string', default: '0' },
    threads: { type: 'string', default: '1' },
  },
});
const [exact, ...quantized] = positionals;
if (exact === undefined) throw new Error('expected the folder of a float32 checkpoint, found none');

/** @param {import('./dataset.mjs').Row} row @param {{ start: number, end: number }} piece */
const isInEntity = (row, piece) =>
  row.e.some(([start, end]) => start < piece.end && end > piece.start);

/**
 * Each row's entities into the report; gives each piece's best label, row after row.
 * @param {string} folder
 * @param {'fp32' | 'auto'} dtype
 * @param {import('./dataset.mjs').Row[]} rows
 * @param {Report} report
 */
async function run(folder, dtype, rows, report) {
  const threads = Number(values.threads);
  const ner = await pipeline('token-classification', folder, { dtype, threads });
  /** @type {{ label: string, inEntity: boolean }[]} */
  const pieces = [];
  for (let at = 0; at < rows.length; at += TEXTS_A_CALL) {
    const block = rows.slice(at, at + TEXTS_A_CALL);
    const texts = block.map((row) => row.t);
    const found = await ner(texts, { aggregation_strategy: 'simple', ...OFFSETS });
    const raw = await ner(texts, { ignore_labels: [], viterbi: false, ...OFFSETS });
    block.forEach((row, i) => {
      report.add(isHumanLabelled(row) ? 'human' : 'wikiann', [], row, found[i]);
      for (const piece of raw[i]) {
        pieces.push({ label: piece.entity, inEntity: isInEntity(row, piece) });
      }
    });
  }
  const { weights, dtype: computed } = ner.info();
  await ner.dispose();
  return { name: `${weights}, ${computed}`, pieces };
}

const sets = await readDevSets(values.data);
const rows = [...sets.values()].flatMap((all) => evenly(all, Number(values.limit)));
console.log(`${rows.length} sentences\n`);
console.log('| | human-labelled F1 | WikiANN F1 | same label inside entities | same label |');
console.log('| --- | ---: | ---: | ---: | ---: |');
/** @type {{ label: string, inEntity: boolean }[] | undefined} */
let full;
for (const folder of [exact, ...quantized]) {
  const report = new Report();
  const { name, pieces } = await run(folder, folder === exact ? 'fp32' : 'auto', rows, report);
  full ??= pieces;
  const expected = full;
  if (pieces.length !== expected.length) {
    throw new Error(`${folder}: expected ${expected.length} pieces, found ${pieces.length}`);
  }
  const share = (/** @type {(at: number) => boolean} */ isCounted) => {
    const counted = pieces.map((_, at) => at).filter(isCounted);
    const same = counted.filter((at) => pieces[at].label === expected[at].label);
    return `${((100 * same.length) / counted.length).toFixed(2)} %`;
  };
  const f1 = ['human', 'wikiann'].map((kind) => report.at(kind).f1.toFixed(4));
  const shares = [share((at) => pieces[at].inEntity), share(() => true)];
  console.log(`| ${[name, ...f1, ...shares].join(' | ')} |`);
}
