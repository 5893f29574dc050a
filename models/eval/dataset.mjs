// SPDX-License-Identifier: Apache-2.0

// Reads the dev sentences of the tiers that the default model is made from.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const TIERS = ['A', 'A2'];

/**
 * One line of the data: `l` language, `s` source, `m` 1 where MISC is labelled, `t` text, `e`
 * `[start, end, label]` in code points.
 * @typedef {{ l: string, s: string, m: 0 | 1, t: string, e: [number, number, string][] }} Row
 */

/**
 * @param {string} path
 * @returns {AsyncGenerator<Row>}
 */
async function* readRows(path) {
  const xz = spawn('xz', ['-dc', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(xz, 'close');
  for await (const line of createInterface({ input: xz.stdout, crlfDelay: Infinity })) {
    yield JSON.parse(line);
  }
  const [status] = await closed;
  if (status !== 0) throw new Error(`xz could not read ${path} (exit status ${status})`);
}

/**
 * At most that many rows, evenly spaced.
 * @param {Row[]} rows
 * @param {number} limit 0 for all
 */
export function evenly(rows, limit) {
  if (limit === 0 || rows.length <= limit) return rows;
  const step = rows.length / limit;
  return Array.from({ length: limit }, (_, at) => rows[Math.floor(at * step)]);
}

/** Whether people labelled the row's source. @param {Row} row */
export const isHumanLabelled = (row) => row.s !== 'wikiann';

/**
 * The dev rows by language and source.
 * @param {string} data the folder that holds ner/
 * @returns {Promise<Map<string, Row[]>>}
 */
export async function readDevSets(data) {
  /** @type {Map<string, Row[]>} */
  const sets = new Map();
  for (const tier of TIERS) {
    for await (const row of readRows(join(data, 'ner', `${tier}.dev.jsonl.xz`))) {
      const key = `${row.l} ${row.s}`;
      const rows = sets.get(key) ?? [];
      if (rows.length === 0) sets.set(key, rows);
      rows.push(row);
    }
  }
  return sets;
}
