// SPDX-License-Identifier: Apache-2.0

// Measures a model on the dev files of A and A2 through the package as it is shipped.
//
//   node models/eval/evaluate.mjs --write          all sentences, figures into the model card
//   node models/eval/evaluate.mjs --limit 100      a quick look: 100 sentences of each set
//
// Shares no code with models/train, which measures the same by another way.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { pipeline } from '../../dist/node/index.js';
import { renderTables, writeIntoCard } from './card.mjs';
import { readDevSets } from './dataset.mjs';
import { Report } from './scoring.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const TEXTS_A_CALL = 64;

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

const sets = await readDevSets(values.data, limit);
const ner = await pipeline('token-classification', values.model, {
  threads: Number(values.threads),
});
const report = new Report();
const started = performance.now();
let done = 0;
for (const [name, rows] of sets) {
  for (let at = 0; at < rows.length; at += TEXTS_A_CALL) {
    const block = rows.slice(at, at + TEXTS_A_CALL);
    const found = await ner(
      block.map((row) => row.t),
      { aggregation_strategy: 'simple', offsets: 'codepoint' },
    );
    block.forEach((row, index) => report.add(row, found[index]));
  }
  done += rows.length;
  const [language, source] = name.split(' ');
  const kind = source === 'wikiann' ? 'wikiann' : 'human';
  const counts = report.at(`${kind} source ${language} ${source}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.error(`${name}: F1 ${counts.f1.toFixed(4)} (${done} sentences, ${seconds} s)`);
}
const { core, backend } = ner.info();
await ner.dispose();

const sample = limit === 0 ? 'all' : `at most ${limit} of each set's`;
const tables = renderTables(
  report,
  `Measured with \`node models/eval/evaluate.mjs\` on ${sample} dev sentences (${done}): the int8 ` +
    `model in WebAssembly (${backend}, core ${core}), \`simple\` aggregation, exact spans and types.`,
);
console.log(tables);
if (values.write) await writeIntoCard(join(values.model, 'README.md'), tables);
