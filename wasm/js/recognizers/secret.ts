// SPDX-License-Identifier: Apache-2.0

import { isAsciiWord, unitAt } from "./characters.js";
import { textBefore } from "./context.js";
import { passwordsIn } from "./passwords.js";
import { inOrder, recordOf } from "./record.js";
import { scores } from "./scores.js";
import { secretForms, secretWords } from "./secret_forms.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/**
 * Keys and tokens: those with the published prefix of a service, blocks of private keys (RFC 7468), and long
 * words of letters and digits behind a word such as "api_key =" or "token:", which score less. Passwords and PINs
 * that a word says are in `passwords.ts`.
 *
 * A key has at least sixteen signs without a space. So every sixteenth unit is looked at, and only where it is
 * such a sign the word around it: ordinary text is passed in large steps.
 */
export function secretRecognizer(): Recognizer {
  const name = "secret";
  return {
    name,
    recognize(text) {
      const found = privateKeys(text, name);
      const blocks = [...found];
      for (const [start, end] of longWords(text)) {
        while (blocks[0] !== undefined && blocks[0].end <= start) blocks.shift();
        if (blocks[0] !== undefined && blocks[0].start < end) continue;
        const secret = inWord(text, start, end, found.at(-1)?.end ?? 0);
        if (secret === undefined) continue;
        const { range, score } = secret;
        found.push(recordOf(text, range, { label: "SECRET", score, source: name }));
      }
      for (const range of passwordsIn(text)) {
        const what = { label: "SECRET", score: scores.in_context, source: name };
        found.push(recordOf(text, range, what));
      }
      return inOrder(found);
    },
  };
}

const shortest = 16;

const isPart = (unit: number) => isAsciiWord(unit) || unit === 95 || unit === 45;

/** The words of at least `shortest` letters, digits, `_` and `-`, in order. */
function* longWords(text: string): Generator<readonly [number, number]> {
  let before = 0;
  for (let i = shortest - 1; i < text.length; i += shortest) {
    if (i < before || !isPart(text.charCodeAt(i))) continue;
    let start = i;
    while (start > before && isPart(text.charCodeAt(start - 1))) --start;
    let end = i + 1;
    while (end < text.length && isPart(text.charCodeAt(end))) ++end;
    if (end - start >= shortest) yield [start, end];
    before = end;
  }
}

type Secret = { range: readonly [number, number]; score: number };

function inWord(text: string, start: number, end: number, before: number): Secret | undefined {
  if (start < before) return undefined;
  // A prefix that a full stop ends: "ya29.…", "SG.…"; or the first part of a token with three.
  for (const from of [start, start - 5, start - 3]) {
    if (from < before || isPart(unitAt(text, from - 1))) continue;
    for (const form of secretForms) {
      form.lastIndex = from;
      if (form.test(text) && !isPart(unitAt(text, form.lastIndex))) {
        return { range: [from, form.lastIndex], score: scores.checked };
      }
    }
  }
  return behindWord(text, start, end, before);
}

/** What follows a word such as "token:", with the signs of base64. */
function behindWord(text: string, start: number, end: number, before: number): Secret | undefined {
  const least = Math.max(before, start - 80);
  let first = start;
  while (first > least && /[\w+/-]/.test(text.charAt(first - 1))) --first;
  if (!secretWords.test(textBefore(text, first))) return undefined;
  const word = text.slice(first, Math.min(end, start + 400));
  if (!/\d/.test(word) || !/[a-z]/i.test(word)) return undefined;
  let last = end;
  while (last < text.length && /[\w+/=.-]/.test(text.charAt(last))) ++last;
  while (text.charAt(last - 1) === ".") --last;
  return { range: [first, last], score: scores.in_context };
}

/** From `-----BEGIN … PRIVATE KEY-----` to its end, or to the text's where that is missing. */
function privateKeys(text: string, source: string): SourcedEntity[] {
  const found: SourcedEntity[] = [];
  const begin = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
  const finish = /-----END (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    finish.lastIndex = begin.lastIndex;
    const end = finish.exec(text) === null ? text.length : finish.lastIndex;
    const range = [match.index, end] as const;
    found.push(recordOf(text, range, { label: "SECRET", score: scores.checked, source }));
    begin.lastIndex = end;
  }
  return found;
}
