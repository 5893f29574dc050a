// SPDX-License-Identifier: Apache-2.0

// Measures a model through the package as it is shipped: on everyday text and on the dev files of A
// and A2, and there also whether scores are probabilities and what lower case, missing punctuation
// and misread letters cost.
//
//   node models/eval/evaluate.mjs --write          all sentences, figures into the model card
//   node models/eval/evaluate.mjs --limit 20       a quick look: everyday text, 20 of each dev set
//
// Shares no code with models/train, which measures the dev files by another way.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { pipeline } from '../../dist/node/index.js';
import { Calibration } from './calibration.mjs';
import { writeIntoCard } from './card.mjs';
import { evenly, isHumanLabelled, readDevSets } from './dataset.mjs';
import { readEveryday } from './everyday.mjs';
import { MaskingReport } from './masking.mjs';
import { lowerCased, misread, seededRandom, withoutPunctuation } from './noise.mjs';
import { Report } from './scoring.mjs';
import { calibrationTables, devTables, everydayTables, robustnessTables } from './tables.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const TEXTS_A_CALL = 64;
/** Sentences of each human-labelled set whose text is changed: about 4,000 in all. */
const CHANGED_OF_EACH_SET = 200;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(REPOSITORY, '..', 'shared', 'data') },
    model: { type: 'string', default: join(REPOSITORY, 'models', 'default') },
    limit: { type: 'string', default: '0' },
    threads: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const limit = Number(values.limit);

const ner = await pipeline('token-classification', values.model, {
  threads: Number(values.threads),
});

/**
 * @typedef {import('./dataset.mjs').Row} Row
 * @typedef {(row: Row, records: import('./scoring.mjs').Entity[]) => void} Take
 */

/**
 * @param {Row[]} rows
 * @param {Take} take
 */
async function find(rows, take) {
  for (let at = 0; at < rows.length; at += TEXTS_A_CALL) {
    const block = rows.slice(at, at + TEXTS_A_CALL);
    const found = await ner(
      block.map((row) => row.t),
      { aggregation_strategy: 'simple', offsets: 'codepoint' },
    );
    block.forEach((row, index) => take(row, found[index]));
  }
}

const report = new Report();
const masking = new MaskingReport();
const calibration = new Calibration();

const everyday = await readEveryday();
await find(everyday, (row, records) => {
  const parts = [`domain ${row.s}`, `language ${row.l}`];
  report.add('everyday', parts, row, records);
  masking.add(['everyday', ...parts.map((part) => `everyday ${part}`)], row, records);
});
const names = masking.at('everyday');
console.error(`everyday: ${names.found} of ${names.total} persons found, ${names.hidden} hidden`);

const sets = await readDevSets(values.data);
const started = performance.now();
let done = 0;
for (const [name, all] of sets) {
  const rows = evenly(all, limit);
  const kind = isHumanLabelled(rows[0]) ? 'human' : 'wikiann';
  await find(rows, (row, records) => {
    report.add(kind, [`language ${row.l}`, `source ${row.l} ${row.s}`], row, records);
    if (kind === 'human') calibration.add(row, records);
  });
  done += rows.length;
  const { f1 } = report.at(`${kind} source ${name}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.error(`${name}: F1 ${f1.toFixed(4)} (${done} sentences, ${seconds} s)`);
}

const random = seededRandom(1);
const conditions = {
  'as it is': (row) => row,
  'in lower case': lowerCased,
  'without punctuation': withoutPunctuation,
  'misread letters': (row) => misread(row, random),
};
const changed = [...sets.values()]
  .filter(([row]) => isHumanLabelled(row))
  .flatMap((rows) => evenly(rows, Math.min(limit || CHANGED_OF_EACH_SET, CHANGED_OF_EACH_SET)));
for (const [condition, change] of Object.entries(conditions)) {
  await find(changed.map(change), (row, records) => report.add(condition, [], row, records));
  console.error(`${condition}: F1 ${report.at(condition).f1.toFixed(4)}`);
}
const { core, backend } = ner.info();
await ner.dispose();

const sample = limit === 0 ? 'all' : `at most ${limit} of each set's`;
const tables = [
  `Measured with \`node models/eval/evaluate.mjs\` on ${sample} dev sentences (${done}) and ` +
    `${everyday.length} of everyday text: the shipped model in WebAssembly (${backend}, ` +
    `core ${core}), \`simple\` aggregation, exact spans and types.`,
  ...everydayTables(report, masking),
  ...devTables(report),
  ...calibrationTables(calibration),
  ...robustnessTables(report, Object.keys(conditions)),
].join('\n\n');
console.log(tables);
if (values.write) await writeIntoCard(join(values.model, 'README.md'), 'results', tables);
