// SPDX-License-Identifier: Apache-2.0

import { personFields } from "./fields.js";
import type { NameLists } from "./lists.js";
import { particles } from "./phrases.js";
import type { Rule, Span } from "./rule.js";
import { titles } from "./titles.js";
import { wordsOf } from "./words.js";
import type { Word } from "./words.js";

/** In UTF-16 units. */
const longestField = 40;
const longestValue = 80;
/** In words. */
const mostFieldWords = 5;
const mostNameWords = 5;
/** Of a surname before a comma, and of the given names behind it. */
const mostWordsBesideComma = 2;

const isTitle = new Set(titles);

/** What stands behind the name of a field that asks for a person: `Name: Berg, Anna`. */
export const byField: Rule = (text, _words, lists) => {
  const spans: Span[] = [];
  for (const { index, 0: colon } of text.matchAll(/[:：]/gu)) {
    if (!isPersonField(text.slice(Math.max(0, index - longestField), index))) continue;
    const span = valueAt(text, index + colon.length, lists);
    if (span !== undefined) spans.push(span);
  }
  return spans;
};

function isPersonField(before: string): boolean {
  // `**Name**:` and `<b>Name</b>:` as `Name:`.
  const bare = before.replace(/(?:[*_]+|<\/\w{1,9}>)\s?$/u, "");
  const segment = bare.split(/[\n\t,;|()。，、；.!?*_#•>"]|\s{2}| [–-] /u).at(-1) ?? "";
  const words = segment.trim().toLowerCase().normalize("NFC").split(/\s+/u);
  for (let from = Math.max(0, words.length - mostFieldWords); from < words.length; ++from) {
    if (personFields.has(words.slice(from).join(" "))) return true;
  }
  // Scripts without spaces write other words of the field directly before.
  return /(?:氏名|姓名|名前|联系人|聯絡人|连络先|连絡先|签名|簽名|署名|이름|성명|성함|ชื่อ)$/u.test(
    segment.trim(),
  );
}

function valueAt(text: string, from: number, lists: NameLists): Span | undefined {
  const rest = text.slice(from, from + longestValue);
  const blank = /^(?:[ \t\u00a0\u3000*_]|&nbsp;|<\/\w{1,9}>)*/u.exec(rest)?.[0].length ?? 0;
  const line = /^[^\r\n\t;|()（）:：。；/<]*/u.exec(rest.slice(blank))?.[0] ?? "";
  // "Name: Anna Berg Tel: …": the last word is the next field's.
  const isNextField = /^[:：]/u.test(rest.slice(blank + line.length));
  const value = nameIn(isNextField ? line.replace(/[^\s,，、]*[ \u00a0]*$/u, "") : line, lists);
  if (value === undefined) return undefined;
  const [start, end] = value;
  return [from + blank + start, from + blank + end];
}

/** The name that a value begins with: up to a comma, or over it where given names follow alone. */
function nameIn(value: string, lists: NameLists): Span | undefined {
  const cut = value.split(/ {2}|\u3000\u3000| [–—-] /u, 1)[0] ?? "";
  const [first = "", second, ...more] = cut.split(/[,，、]/u);
  if (!isName(first, lists, mostNameWords)) return undefined;
  const isReversed =
    second !== undefined &&
    more.length === 0 &&
    isName(first, lists, mostWordsBesideComma) &&
    isName(second, lists, mostWordsBesideComma);
  const name = (isReversed ? cut.slice(0, first.length + 1 + second.length) : first)
    .trimEnd()
    .replace(/[.。]$/u, "");
  return [name.length - name.trimStart().length, name.length];
}

function isName(part: string, lists: NameLists, most: number): boolean {
  if (/[\p{N}@_=]/u.test(part)) return false;
  const words = wordsOf(part);
  const hasCapital = words.some(({ isCapital }) => isCapital);
  // In small letters "see above" stands there, too.
  if (!hasCapital && words.some(({ isCased }) => isCased)) {
    return words.length <= most && words.some((word) => lists.isListed(word));
  }
  return (
    words.length <= most &&
    words.some((word) => !lists.isNever(word)) &&
    words.every((word) => isPart(word, hasCapital, lists))
  );
}

/** With a capital even an everyday word is a name here, if it is not a field's. */
function isPart(word: Word, hasCapital: boolean, lists: NameLists): boolean {
  if (particles.has(word.lower) || isTitle.has(word.lower)) return true;
  if (word.isCapital) return !lists.isNever(word);
  return !lists.isEveryday(word) && !(word.isCased && hasCapital);
}
