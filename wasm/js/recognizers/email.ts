// SPDX-License-Identifier: Apache-2.0

import { isAsciiWord, unitAt } from "./characters.js";
import { domainEnd, scriptOf } from "./email_domain.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/**
 * Addresses of e-mail: `anna.berg+news@mail.example.org`, also with letters of other scripts (RFC 6531), in
 * quotes, and spelled so that robots do not find them: `anna (at) example (dot) org`.
 *
 * None are mentions (`@anna`, `@anna@example.social`), files (`icon@2x.png`), packages (`core@1.2.3`) and what
 * stands before the host in an address of the web or of git (`git@example.org:team/tool.git`).
 */
export function emailRecognizer(): Recognizer {
  const name = "email";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      let before = 0;
      for (const { index } of text.matchAll(/[@＠]/g)) {
        if (index < before) continue;
        const range = plainAddress(text, index, before) ?? quotedAddress(text, index, before);
        if (range === undefined || isOfGit(text, range, index)) continue;
        found.push(recordOf(text, range, { label: "EMAIL", score: scores.checked, source: name }));
        before = range[1];
      }
      return withSpelled(text, found, name);
    },
  };
}

type Range = readonly [number, number];

/** The longest local part, in characters (RFC 5321, 4.5.3.1.1). */
const longestLocal = 64;

function plainAddress(text: string, at: number, before: number): Range | undefined {
  const start = localStart(text, at, before);
  const sign = unitAt(text, start - 1);
  if (start === at || sign === 64 || (sign === 47 && isInAuthority(text, start))) return undefined;
  const end = hostEnd(text, at + 1);
  return end > at + 1 ? [start, end] : undefined;
}

/** Where the local part begins that ends at `at`; `at` where there is none. */
function localStart(text: string, at: number, before: number): number {
  const least = Math.max(before, at - longestLocal);
  const last = text.charAt(at - 1);
  const script = unitAt(text, at - 1) > 127 ? scriptOf(last) : scriptOf("a");
  if (script === undefined && !/[\p{M}]/u.test(last)) return at;
  let start = at;
  while (start > least && isLocalUnit(text, start - 1, script)) --start;
  // What a local part does not begin with belongs to the text before it.
  while (start < at && /[-.%'~]/.test(text.charAt(start))) ++start;
  return start;
}

function isLocalUnit(text: string, at: number, script: RegExp | undefined): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return isAsciiWord(unit) || "._%+-'~".includes(text.charAt(at));
  const letter = text.charAt(at);
  return script?.test(letter) === true || /\p{M}/u.test(letter);
}

/** Whether the name belongs to `ssh://name@host`. */
function isInAuthority(text: string, start: number): boolean {
  return text.slice(start - 3, start) === "://";
}

function hostEnd(text: string, from: number): number {
  if (unitAt(text, from) !== 91) return domainEnd(text, from);
  const match = /^\[(?:\d{1,3}\.){3}\d{1,3}\]/.exec(text.slice(from, from + 17));
  return from + (match?.[0].length ?? 0);
}

function quotedAddress(text: string, at: number, before: number): Range | undefined {
  if (unitAt(text, at - 1) !== 34) return undefined;
  const least = Math.max(before, at - longestLocal);
  for (let start = at - 2; start >= least; --start) {
    const unit = text.charCodeAt(start);
    if (unit === 10) return undefined;
    if (unit !== 34) continue;
    const end = hostEnd(text, at + 1);
    return start < at - 2 && end > at + 1 ? [start, end] : undefined;
  }
  return undefined;
}

/** `git@host:path`, which is an address of a repository. */
function isOfGit(text: string, [start, end]: Range, at: number): boolean {
  return text.slice(start, at) === "git" && unitAt(text, end) === 58;
}

const at = "[\\[({]\\s?(?:at|ät|@|arroba|собака|kukac|małpa)\\s?[\\])}]";
const dot = "(?:\\s?[\\[({]\\s?(?:dot|punkt|point|punto|ponto|punt|точка|\\.)\\s?[\\])}]\\s?|\\.)";
const spelledAt = new RegExp(at, "giu");
const spelledLocal = /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}\s?$/u;
const spelledHost = new RegExp(
  `^\\s?[\\p{L}\\p{N}-]{1,63}(?:${dot}[\\p{L}\\p{N}-]{1,63}){0,3}${dot}\\p{L}{2,24}(?![\\p{L}])`,
  "iu",
);

/** Adds the addresses that are spelled, which hold no `@` as others do. */
function withSpelled(text: string, found: SourcedEntity[], source: string): SourcedEntity[] {
  const spelled: SourcedEntity[] = [];
  for (const match of text.matchAll(spelledAt)) {
    const after = match.index + match[0].length;
    const from = Math.max(0, match.index - 65, spelled.at(-1)?.end ?? 0);
    const local = spelledLocal.exec(text.slice(from, match.index));
    const host = spelledHost.exec(text.slice(after, after + 160));
    if (local === null || host === null) continue;
    const range = [from + local.index, after + host[0].length] as const;
    if (found.some(({ start, end }) => start < range[1] && range[0] < end)) continue;
    spelled.push(recordOf(text, range, { label: "EMAIL", score: scores.in_context, source }));
  }
  return spelled.length === 0 ? found : [...found, ...spelled].sort((a, b) => a.start - b.start);
}
