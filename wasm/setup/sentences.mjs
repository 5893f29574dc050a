// SPDX-License-Identifier: Apache-2.0
//
// How long the sentences of README and docs/ are: a reader who has to begin a sentence again is lost.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { readTree } from "./tree.mjs";

/** Words of the longest sentence that is allowed; 30 is what to aim at. */
export const mostWords = 40;

/** The sentences of README and docs/ that are too long, each as "FILE:LINE: N words: TEXT". */
export async function sentenceBreaches(repository) {
  const files = [["README.md", await readFile(join(repository, "README.md"))]];
  for (const [path, bytes] of await readTree(join(repository, "docs"))) {
    if (path.endsWith(".md")) files.push([`docs/${path}`, bytes]);
  }
  return files.flatMap(([path, bytes]) =>
    sentencesOf(bytes.toString())
      .filter(({ words }) => words > mostWords)
      .map(({ line, words, text }) => `${path}:${line}: ${words} words: ${text.slice(0, 60)} …`),
  );
}

/**
 * The sentences of a Markdown text. Code blocks are none, and neither are addresses; a cell of a table, a
 * heading and an item of a list end a sentence, as a blank line does; `code` is one word.
 *
 *     sentencesOf("One. See\n[two](three.md).") // [{ line: 1, words: 1, … }, { line: 1, words: 2, … }]
 */
export function sentencesOf(markdown) {
  return paragraphsOf(markdown).flatMap(({ line, text }) =>
    plain(text)
      .split(/(?<=[.!?]["')*]*)\s+(?=["'(*]*[\p{Lu}\p{N}`])/u)
      .map((sentence) => ({ line, words: countWords(sentence), text: sentence.trim() }))
      .filter(({ words }) => words > 0),
  );
}

/** What stands together, with the line on which it begins. */
function paragraphsOf(markdown) {
  const paragraphs = [];
  let open;
  let fence = false;
  for (const [at, line] of markdown.split("\n").entries()) {
    if (/^\s*```/.test(line)) fence = !fence;
    const isBreak = fence || /^\s*(```|$|\||#|<!--)/.test(line);
    if (isBreak || /^\s*([-*]|\d+\.)\s/.test(line)) open = undefined;
    if (!fence && /^\s*\|/.test(line)) {
      const cells = line.split(/(?<!\\)\|/).map((text) => ({ line: at + 1, text }));
      paragraphs.push(...cells);
    } else if (!fence && /^\s*#/.test(line)) {
      paragraphs.push({ line: at + 1, text: line });
    } else if (!isBreak) {
      if (open === undefined) paragraphs.push((open = { line: at + 1, text: "" }));
      open.text += `${line}\n`;
    }
  }
  return paragraphs;
}

/** Without addresses and marks; what stands as code is one word. */
function plain(text) {
  return text
    .replace(/^\s*([-*]|\d+\.)\s/, "")
    .replace(/`[^`]+`/g, "`code`")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\S+/g, "");
}

function countWords(sentence) {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
