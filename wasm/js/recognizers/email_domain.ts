// SPDX-License-Identifier: Apache-2.0

import { isAsciiLetter, isAsciiWord, unitAt } from "./characters.js";

/** Scripts whose domains a text may write: each name keeps to one of them, digits and hyphens apart. */
const scripts = [
  /[a-z\u00c0-\u024f]/i,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Greek}/u,
  /[\p{sc=Devanagari}\p{sc=Bengali}]/u,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u,
  /\p{sc=Hangul}/u,
  /\p{sc=Thai}/u,
];

/** The script of a letter, undefined for what is no letter of these. */
export function scriptOf(letter: string): RegExp | undefined {
  return scripts.find((script) => script.test(letter));
}

/** A name longer than this is none (RFC 1035). */
const longest = 253;

/**
 * The end of the domain name that begins at `from`, `from` itself where there is none. It has two names at
 * least, and the last is one that a registry may have: two letters or more. What stands behind the last
 * such name is left out.
 *
 *     "b.example.org." from 0 → 13     "b.example.org-Adresse" from 0 → 13     "2x.png" from 0 → 0
 */
export function domainEnd(text: string, from: number): number {
  const script = scriptOf(text.charAt(from)) ?? scripts[0];
  const limit = Math.min(text.length, from + longest);
  let end = from;
  let labels = 0;
  let at = from;
  while (at < limit) {
    const stop = labelEnd(text, at, limit, script as RegExp);
    if (stop === at) break;
    ++labels;
    const top = topLevelEnd(text, at, stop);
    if (labels > 1 && top > at && !isNextSentence(text, at, top, end)) end = top;
    else if (labels > 1 && end > from) break;
    if (unitAt(text, stop) !== 46) break;
    at = stop + 1;
  }
  return isFileName(text.slice(from, end)) ? from : end;
}

function labelEnd(text: string, from: number, limit: number, script: RegExp): number {
  let end = from;
  while (end < limit && isLabelUnit(text, end, script)) ++end;
  return end;
}

function isLabelUnit(text: string, at: number, script: RegExp): boolean {
  const unit = text.charCodeAt(at);
  if (isAsciiWord(unit) || unit === 45) return true;
  return unit > 127 && (script.test(text.charAt(at)) || /\p{M}/u.test(text.charAt(at)));
}

/** Where the letters end that a label begins with, if it may be the last: "de" of "de-Adresse". */
function topLevelEnd(text: string, from: number, stop: number): number {
  if (/^xn--[a-z\d-]+$/i.test(text.slice(from, stop))) return stop;
  let end = from;
  const isAscii = text.charCodeAt(from) < 128;
  while (end < stop && (isAscii ? isAsciiLetter(text.charCodeAt(end)) : unitAt(text, end) > 127))
    ++end;
  const next = unitAt(text, end);
  if (end - from < 2 || end - from > 24 || (end < stop && next !== 45)) return from;
  return end;
}

/** A sentence that begins without a space: "anna@example.org.Bitte". */
function isNextSentence(text: string, from: number, to: number, end: number): boolean {
  return (
    end > 0 &&
    /^\p{Lu}\p{Ll}+$/u.test(text.slice(from, to)) &&
    /\.\p{Ll}+$/u.test(text.slice(Math.max(0, end - 8), end))
  );
}

const files =
  /\.(?:avif|bat|bmp|csv|css|dll|docx?|exe|gif|gz|heic|html?|ico|jar|jpe?g|jsx?|json|lock|log|mjs|mp[34]|pdf|png|pptx?|svg|tar|tgz|tiff?|toml|tsx?|txt|wav|webp|woff2?|xlsx?|xml|ya?ml)$/i;

/** `icon@2x.png`, `lib@1.2.tgz`: names of files, whose endings are no domains. */
function isFileName(name: string): boolean {
  return files.test(name);
}
