// SPDX-License-Identifier: Apache-2.0

// What libraries that find words call a name, as the gold has it: without the punctuation around it
// and without a possessive ending.
//
//   nameWithin('“Spencer’s, ', 0, 12) // [1, 8]

const ABBREVIATION = /(?:^|[\s.])(?:\p{L}|Jr|Sr|St|Dr|Inc|Ltd|Corp|Co|Bros)\.$/u;

/**
 * The part of [start, end) that is the name, both in UTF-16; undefined where none is left.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {[number, number] | undefined}
 */
export function nameWithin(text, start, end) {
  const found = text.slice(start, end);
  const before = /^[^\p{L}\p{N}@#$]*/u.exec(found)[0].length;
  let name = found.slice(before).replace(/[^\p{L}\p{M}\p{N}.]+$/u, '');
  if (!ABBREVIATION.test(name)) name = name.replace(/\.+$/u, '');
  name = name.replace(/['’]s$/iu, '');
  return name === '' ? undefined : [start + before, start + before + name.length];
}

/** The code points before an offset in UTF-16. @param {string} text @param {number} offset */
const codePoints = (text, offset) => [...text.slice(0, offset)].length;

/**
 * A record like the pipeline's, of the name in [start, end); none where there is no name.
 * @param {string} text
 * @param {string} label
 * @param {number} start in UTF-16
 * @param {number} end
 * @returns {import('./scoring.mjs').Entity[]}
 */
export function recordOf(text, label, start, end) {
  const name = nameWithin(text, start, end);
  if (name === undefined) return [];
  const [from, to] = name.map((offset) => codePoints(text, offset));
  return [{ entity_group: label, score: 1, start: from, end: to }];
}

/**
 * A record of the address or number in [start, end), without punctuation around it; none where nothing is left.
 * @param {string} text
 * @param {string} label
 * @param {number} start in UTF-16
 * @param {number} end
 * @returns {import('./scoring.mjs').Entity[]}
 */
export function valueRecord(text, label, start, end) {
  const found = text.slice(start, end);
  const before = /^[^\p{L}\p{N}+(]*/u.exec(found)[0].length;
  const value = found.slice(before).replace(/[^\p{L}\p{N}/]+$/u, '');
  if (value === '') return [];
  const from = codePoints(text, start + before);
  return [{ entity_group: label, score: 1, start: from, end: from + [...value].length }];
}

/**
 * The records of an @mention as a person: the gold of the Broad Twitter Corpus, the one that labels
 * mentions, has the @ and the name apart.
 * @param {string} text
 * @param {number} start in UTF-16
 * @param {number} end
 * @returns {import('./scoring.mjs').Entity[]}
 */
export function mentionRecords(text, start, end) {
  const [name] = /@\w+/u.exec(text.slice(start, end)) ?? [];
  if (name === undefined) return [];
  const at = codePoints(text, text.indexOf(name, start));
  const person = { entity_group: 'PER', score: 1 };
  return [
    { ...person, start: at, end: at + 1 },
    { ...person, start: at + 1, end: at + name.length },
  ];
}
