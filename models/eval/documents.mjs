// SPDX-License-Identifier: Apache-2.0

// Reads documents/LANG.txt: invented tickets, mails, chats, forms and medical letters with their private
// values marked. A file is
//
//   # comments
//   === de-01 ticket
//   Guten Tag, ich bin [PER Anna Berg] …
//
// with a document up to the next header, and `\[`, `\]` and `\\` for the characters themselves. Every
// occurrence of a value is marked, also where it names the speaker of a chat:
//
// - PER, ORG, LOC: as the head of everyday.txt says. "Berg, Anna" in one field is one value. Of an address
//   the street without its number, and the town; postcodes and house numbers are not marked.
// - EMAIL, PHONE, IBAN, CARD, URL, IP: the whole value. A web address begins with a scheme or www.
// - ID: numbers of persons that a public rule describes, with right check digits.
// - BIRTHDATE: the date alone. SECRET: passwords, keys and PINs.
//
// All else is public: amounts, other dates, numbers of orders, cases, policies and customers.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('documents', import.meta.url));
export const KINDS = ['ticket', 'mail', 'chat', 'form', 'letter'];
export const LABELS = [
  ...['PER', 'ORG', 'LOC', 'EMAIL', 'PHONE', 'IBAN', 'CARD', 'ID', 'URL', 'IP', 'BIRTHDATE'],
  'SECRET',
];
const PART = /\\(?<escaped>[[\]\\])|\[(?<label>[A-Z]+) (?<value>(?:\\[[\]\\]|[^[\]\\\n])+)\]/gu;

/**
 * The text without its marks, and the marked spans in code points.
 *
 *     parsePrivate('Hi [PER Ana] \\[sic\\]')   // { t: 'Hi Ana [sic]', e: [[3, 6, 'PER']] }
 *
 * @param {string} marked
 * @returns {{ t: string, e: [number, number, string][] }}
 */
export function parsePrivate(marked) {
  /** @type {[number, number, string][]} */
  const spans = [];
  let text = '';
  let at = 0;
  const plain = (/** @type {string} */ part) => {
    if (/[[\]\\]/u.test(part)) {
      throw new Error(`expected [${LABELS.join('|')} value], \\[ or \\], found "${part}"`);
    }
    return part;
  };
  for (const match of marked.matchAll(PART)) {
    text += plain(marked.slice(at, match.index));
    at = match.index + match[0].length;
    const { escaped, label, value } = match.groups ?? {};
    if (escaped !== undefined) {
      text += escaped;
      continue;
    }
    const name = value.replace(/\\(.)/gu, '$1');
    if (!LABELS.includes(label) || name !== name.trim()) {
      throw new Error(`expected [${LABELS.join('|')} value], found "${match[0]}"`);
    }
    const start = [...text].length;
    spans.push([start, start + [...name].length, label]);
    text += name;
  }
  text += plain(marked.slice(at));
  return { t: text, e: spans };
}

/**
 * @typedef {import('./dataset.mjs').Row & { id: string }} Document its source `s` is its kind
 */

/**
 * The documents of a file.
 * @param {string} text
 * @param {string} language
 * @returns {Document[]}
 */
export function parseDocuments(text, language) {
  const [head, ...parts] = text.split(/^=== /mu);
  const strange = head.split('\n').find((line) => line !== '' && !line.startsWith('#'));
  if (strange !== undefined) throw new Error(`expected "# …" or "=== ID KIND", found "${strange}"`);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const header = part.slice(0, end);
    const [, id, kind] = /^(\w+-\d\d) (\w+)$/u.exec(header) ?? [];
    if (!id?.startsWith(`${language}-`) || !KINDS.includes(kind)) {
      throw new Error(`expected "=== ${language}-01 ${KINDS.join('|')}", found "=== ${header}"`);
    }
    try {
      return { l: language, s: kind, m: 1, id, ...parsePrivate(part.slice(end).trim()) };
    } catch (error) {
      throw new Error(`${id}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
}

/** All documents, by language. */
export async function readDocuments() {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.txt')).sort();
  const documents = await Promise.all(
    files.map(async (name) =>
      parseDocuments(await readFile(join(FOLDER, name), 'utf8'), name.replace('.txt', '')),
    ),
  );
  return documents.flat();
}
