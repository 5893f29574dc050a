// SPDX-License-Identifier: Apache-2.0
//
// A word and its tags a line, and an empty line behind each sentence, split as the script splits it that the
// report is of. Every sentence has as many words as tags, and every error names its line.

import type { TextFormatError } from "../../wasm/js/base/errors.js";
import { fieldsOf, isComment, isWord } from "../formats/conll.js";
import type { AnnotatedText } from "./annotated_text.js";
import { checkLine, corpusError } from "./source.js";
import type { CorpusSource } from "./source.js";

/** How a file's lines are read: as the script does that the report is of, or as ours. */
export type ColumnRules = "conlleval" | "conlleval-py" | "ours";

/** What the last columns of a file are. */
export type ColumnLayout = "gold, predicted" | "gold";

/** The columns of a file, by sentences. */
export interface Columns {
  /** The first column. */
  words: string[][];
  gold: string[][];
  /** No tags where the file has none. */
  predicted: string[][];
  /** The number of each word's line, from 1. */
  lines: number[][];
  /** Whether no line says that the last sentence has ended. */
  openEnd: boolean;
}

/** What says in a line that a sentence has ended. */
const boundary = "-X-";

// Python's str.split(); JavaScript's \s is not the same.
// eslint-disable-next-line no-control-regex -- four of them are
const pythonSpaces = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * The columns of a text, whose lines end with `\n`. `where` names it in errors.
 *
 *     readColumns("Emma B-PER B-PER\nwoont O O\n\n", "ours", undefined, "test.txt")
 *     // { words: [["Emma", "woont"]], gold: [["B-PER", "O"]], predicted: [["B-PER", "O"]],
 *     //   lines: [[1, 2]], openEnd: false }
 *
 * - `conlleval`: fields are separated by the regular expression `delimiter` (one blank), as Perl splits; a
 *   `\r` is part of the last field.
 * - `conlleval-py`: by white space, or by the text `delimiter`, as Python splits.
 * - `ours`: by the regular expression `delimiter`; by tabs where a line has one, else by white space. A line
 *   of -DOCSTART- is no token, nor is a comment, a range or an empty node of CoNLL-U.
 *
 * Throws a TextFormatError that names the line and what was expected.
 */
export function readColumns(
  text: string,
  rules: ColumnRules,
  delimiter: string | undefined,
  where: string,
  layout: ColumnLayout = "gold, predicted",
): Columns {
  const split = splitter(rules, delimiter);
  const columns: Columns = { words: [], gold: [], predicted: [], lines: [], openEnd: false };
  const isGoldLast = layout === "gold";
  let expected: number | undefined;
  let isTabbed: boolean | undefined;
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [at, line] of lines.entries()) {
    const fail = (wanted: string, found: string): TextFormatError =>
      corpusError(`${where}:${at + 1}`, wanted, found);
    checkLine(line, `${where}:${at + 1}`);
    if (rules === "ours" && (isComment(line, isTabbed) || !isWord(line))) continue;
    const fields = split(line);
    if (isDocument(fields, rules)) {
      columns.openEnd = false; // of any number of columns
      continue;
    }
    // The port takes an empty first line for what all lines have to be like.
    if (fields.length > 0 || rules === "conlleval-py") expected ??= fields.length;
    if (fields.length > 0) isTabbed ??= line.includes("\t");
    if (fields.length > 0 && fields.length !== expected) {
      const said = rules === "ours" ? "" : `: unexpected number of features`;
      throw fail(`${expected ?? 0} columns, as before`, `${fields.length}${said}`);
    }
    if (fields.length === 0 || fields[0] === boundary) {
      columns.openEnd = false;
      continue;
    }
    const least = rules === "conlleval-py" ? 3 : 2;
    if (fields.length < least) throw fail(`at least ${least} columns`, String(fields.length));
    if (!columns.openEnd) {
      columns.words.push([]);
      columns.gold.push([]);
      columns.predicted.push([]);
      columns.lines.push([]);
      columns.openEnd = true;
    }
    columns.words.at(-1)?.push(fields[0] ?? "");
    columns.lines.at(-1)?.push(at + 1);
    columns.gold.at(-1)?.push(fields.at(isGoldLast ? -1 : -2) ?? "");
    if (!isGoldLast) columns.predicted.at(-1)?.push(fields.at(-1) ?? "");
  }
  return columns;
}

/** The sentences of columns, and whether the last one is open. */
export function columnTexts(
  { where, text }: CorpusSource,
  rules: ColumnRules,
  delimiter: string | undefined,
  layout: ColumnLayout,
): { texts: AnnotatedText[]; openEnd: boolean } {
  const columns = readColumns(text, rules, delimiter, where, layout);
  const texts = columns.words.map((words, at) => {
    const wordPlaces = (columns.lines[at] ?? []).map((line) => `${where}:${line}`);
    return {
      place: wordPlaces[0] ?? where,
      words,
      tags: columns.gold[at] ?? [],
      predicted: layout === "gold" ? undefined : columns.predicted[at],
      wordPlaces,
    };
  });
  return { texts, openEnd: columns.openEnd };
}

function isDocument(fields: string[], rules: ColumnRules): boolean {
  return rules === "ours" && fields[0] === "-DOCSTART-";
}

function splitter(rules: ColumnRules, delimiter: string | undefined): (line: string) => string[] {
  if (rules === "conlleval-py") {
    return (line) => {
      const bare = line.replace(/[\r\n]+$/, "");
      return delimiter === undefined
        ? bare.split(pythonSpaces).filter((field) => field !== "")
        : bare.split(delimiter);
    };
  }
  if (rules === "conlleval") {
    const pattern = new RegExp(delimiter ?? " ");
    return (line) => perlSplit(line, pattern);
  }
  const pattern = delimiter === undefined ? undefined : new RegExp(delimiter);
  return (line) => {
    const bare = line.replace(/\r$/, "");
    if (bare.trim() === "") return [];
    if (pattern !== undefined) return perlSplit(bare, pattern);
    return fieldsOf(bare);
  };
}

/** Perl's split(/pattern/, line): empty fields at the end are dropped, those at the beginning are not. */
function perlSplit(line: string, pattern: RegExp): string[] {
  const fields = line.split(pattern);
  while (fields.at(-1) === "") fields.pop();
  return fields;
}
