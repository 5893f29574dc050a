// SPDX-License-Identifier: Apache-2.0

// Reads everyday.txt: ordinary sentences with their names marked. Offsets are counted here, so that
// none can be wrong in the file.
//
//   parseMarked('Hi [PER Ana], it rains.') // { t: 'Hi Ana, it rains.', e: [[3, 6, 'PER']] }

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('everyday.txt', import.meta.url));
export const DOMAINS = ['mail', 'chat', 'news', 'form'];
const MARK = /\[(PER|ORG|LOC|MISC) ([^[\]]+)\]/gu;

/**
 * The text without its marks, and the marked spans in code points.
 * @param {string} marked
 * @returns {{ t: string, e: [number, number, string][] }}
 */
export function parseMarked(marked) {
  /** @type {[number, number, string][]} */
  const spans = [];
  let text = '';
  let at = 0;
  for (const { 0: mark, 1: label, 2: name, index } of marked.matchAll(MARK)) {
    text += marked.slice(at, index);
    const start = [...text].length;
    text += name;
    spans.push([start, start + [...name].length, label]);
    if (name !== name.trim()) throw new Error(`a name begins or ends with a blank in "${marked}"`);
    at = index + mark.length;
  }
  text += marked.slice(at);
  if (/[[\]]/u.test(text)) {
    throw new Error(`expected [PER name], or ORG, LOC, MISC, found another bracket in "${marked}"`);
  }
  return { t: text, e: spans };
}

/**
 * A row of each line that is no comment; the source `s` is the domain.
 * @param {string} lines
 * @returns {import('./dataset.mjs').Row[]}
 */
export function parseEveryday(lines) {
  return lines.split('\n').flatMap((line, at) => {
    if (line === '' || line.startsWith('#')) return [];
    const [language, domain, marked, ...rest] = line.split('\t');
    if (marked === undefined || rest.length > 0 || !DOMAINS.includes(domain)) {
      throw new Error(
        `line ${at + 1}: expected language, ${DOMAINS.join('|')} and text with tabs between, ` +
          `found ${JSON.stringify(line)}`,
      );
    }
    return [{ l: language, s: domain, m: 1, ...parseMarked(marked) }];
  });
}

export async function readEveryday() {
  return parseEveryday(await readFile(FILE, 'utf8'));
}
