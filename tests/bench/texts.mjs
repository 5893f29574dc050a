// SPDX-License-Identifier: Apache-2.0
// Lines of text in many languages, as benchmarks and parity runs take them.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Non-empty lines, one from each language file (LANG.txt.xz) in turn, until there are `count`. */
export function takeLines(folder, count) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".txt.xz"))
    .sort();
  if (files.length === 0) throw new Error(`expected LANG.txt.xz files in ${folder}, found none`);
  const byLanguage = files.map((file) =>
    execFileSync("xz", ["-dc", join(folder, file)], { maxBuffer: 2 ** 30 })
      .toString()
      .split("\n", count)
      .filter((line) => line !== ""),
  );
  const taken = [];
  for (let row = 0; byLanguage.some((lines) => row < lines.length); ++row) {
    for (const lines of byLanguage) {
      if (row < lines.length) taken.push(lines[row]);
      if (taken.length === count) return taken;
    }
  }
  return taken;
}

/** Texts of 8 to 40 words. */
export function shortTexts(count) {
  const words =
    "Angela Merkel besuchte im Juli Paris und sprach mit dem Präsidenten der Republik".split(" ");
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 8 + (i % 33) }, (_, k) => words[(i + k) % words.length]).join(" "),
  );
}

/**
 * Texts made to be slow, each a function of its length in UTF-16 units: runs that normalisers,
 * grapheme segmentation and unigram lattices are known to take quadratic time for.
 */
export const adversarial = {
  "one letter": (n) => "a".repeat(n),
  "words of one letter": (n) => "a ".repeat(n / 2),
  "▁": (n) => "▁".repeat(n),
  spaces: (n) => " ".repeat(n),
  "line feeds": (n) => "\n".repeat(n),
  "U+FDFA (18 characters)": (n) => "\ufdfa".repeat(n),
  "combining marks": (n) => "e" + "\u0301".repeat(n - 1),
  "Devanagari conjuncts": (n) => "\u0915\u094d".repeat(n / 2),
  "ZWJ emoji": (n) => "👩\u200d".repeat(n / 3),
  flags: (n) => "🇩🇪".repeat(n / 4),
  "lone surrogates": (n) => "\ud83d".repeat(n),
  "longest piece": (n, piece) => piece.repeat(Math.ceil(n / piece.length)).slice(0, n),
  "almost special tokens": (n) => "<s".repeat(n / 2),
  "special tokens": (n) => "<mask>".repeat(n / 6),
};
