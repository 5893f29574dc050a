// SPDX-License-Identifier: Apache-2.0
//
// Columns, a word a line and an empty line behind each sentence. Labels are IOB2 (`B-PER`, `I-PER`, `O`), in
// a column behind those that were there; there are no offsets.
//
//     Emma  NNP        Emma  NNP  B-PER
//     sings VBZ   →    sings VBZ  O

import { isFailed, spansOf } from "./record.js";
import type { Failure, Outcome, Row, Writer } from "./record.js";
import { iob2, spaces, tokensOf } from "./tokens.js";

/** A line of input, as readSentences() needs it. */
export interface ConllLine {
  readonly text: string;
  readonly number: number;
  readonly ending: string;
  /** What is wrong with the line itself. */
  readonly problem?: Failure | undefined;
}

export interface Sentence {
  readonly words: readonly string[];
  /** All of its lines, comments and -DOCSTART- among them. */
  readonly rows: readonly Row[];
  /** The number of its first line. */
  readonly number: number;
  /** What ends its first line. */
  readonly ending: string;
  /** What is wrong with the first line that is not as expected. */
  readonly problem: Failure | undefined;
}

/** The most lines of a sentence that are kept; a file without empty lines is cut there. */
const mostRows = 100_000;

/**
 * The sentences of lines with columns, which a tab separates where a line has one, else spaces. A line with
 * another number of columns than the first is its sentence's problem. Lines of CoNLL-U that are no words,
 * comments, `1-2` and `1.1`, are kept, and so is `-DOCSTART-`, which may have any number of columns.
 */
export async function* readSentences(
  lines: AsyncIterable<ConllLine>,
  column: number,
  fail: (number: number, message: string) => Failure,
): AsyncGenerator<Sentence> {
  let sentence = new SentenceBuilder();
  let columns: number | undefined;
  let isTabbed: boolean | undefined;
  for await (const line of lines) {
    const { text, number, problem } = line;
    if (/^\s*$/.test(text) && problem === undefined) {
      if (!sentence.isEmpty) yield sentence;
      sentence = new SentenceBuilder();
      continue;
    }
    if (isComment(text, isTabbed)) {
      sentence.add({ line: text, kind: "comment" }, line, "", problem);
    } else if (isDocumentStart(text)) {
      sentence.add({ line: text, kind: "other" }, line, "", problem);
    } else {
      isTabbed ??= text.includes("\t");
      const fields = fieldsOf(text);
      columns ??= fields.length;
      const message = wrongColumns(fields, columns, column);
      const wrong = problem ?? (message === undefined ? undefined : fail(number, message));
      const kind = isWord(text) ? "word" : "other";
      sentence.add({ line: text, kind }, line, fields[column - 1] ?? "", wrong);
    }
    if (sentence.rows.length >= mostRows) {
      yield sentence;
      sentence = new SentenceBuilder();
    }
  }
  if (!sentence.isEmpty) yield sentence;
}

class SentenceBuilder implements Sentence {
  readonly words: string[] = [];
  readonly rows: Row[] = [];
  number = 0;
  ending = "";
  problem: Failure | undefined;

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  add(row: Row, line: ConllLine, word: string, problem: Failure | undefined): void {
    if (this.isEmpty) {
      this.number = line.number;
      this.ending = line.ending;
    }
    this.rows.push(row);
    if (problem !== undefined) this.problem ??= problem;
    else if (row.kind === "word") this.words.push(word);
  }
}

function wrongColumns(
  fields: readonly string[],
  columns: number,
  column: number,
): string | undefined {
  if (columns < column) return `expected at least ${column} columns, found ${columns}`;
  if (fields.length === columns) return undefined;
  return `expected ${columns} columns as in the first line, found ${fields.length}`;
}

/** Separated by tabs where the line has one, else by spaces. */
export function fieldsOf(line: string): string[] {
  return line.includes("\t") ? line.split("\t") : line.trim().split(/ +/);
}

/** CoNLL-U's, MultiCoNER's (`# id …`) and ours of an error; in columns that spaces separate another `#` is a word. */
export function isComment(line: string, isTabbed: boolean | undefined): boolean {
  if (!line.startsWith("# ")) return false;
  if (/^# (?:id [\da-f-]{36}(?:\s|$)|error [A-Za-z_]+: )/.test(line)) return true;
  if (line.includes("\t") || isTabbed === false) return false;
  return isTabbed === true || /^# (?:[^\s=]+ =|newdoc\b|newpar\b)/.test(line);
}

function isDocumentStart(line: string): boolean {
  return /^-DOCSTART-(?:[ \t]|$)/.test(line);
}

/** What has a label: no range or empty node of CoNLL-U, which alone has ten columns. */
export function isWord(line: string): boolean {
  return !/^\d+[-.]\d+\t(?:[^\t]*\t){8}[^\t]*$/.test(line);
}

/**
 * Columns with the labels in one more, whose lines end as those of the input; of texts words and labels. A
 * sentence in error has its lines as they were, behind a comment that says what is wrong.
 */
export function conllWriter(): Writer {
  return {
    write: (outcome) => {
      const { rows, ending } = outcome.record;
      const end = (rows && ending) || "\n";
      return [...linesOf(outcome), "", ""].join(end);
    },
  };
}

function linesOf(outcome: Outcome): string[] {
  const { record } = outcome;
  if (isFailed(outcome)) {
    const { error, rows = [] } = outcome.record;
    const comment = `# error ${error.code}: ${error.message.replace(/\s+/g, " ")}`;
    return [comment, ...rows.map(({ line }) => line)];
  }
  const { tags } = outcome;
  if (record.rows !== undefined && tags !== undefined) return withTags(record.rows, tags);
  const { text, words } = outcome.record;
  if (words !== undefined && tags !== undefined) {
    return words.map((word, i) => `${asField(word)}\t${tags[i] ?? "O"}`);
  }
  const tokens = tokensOf(text, spansOf(outcome));
  const labels = iob2(tokens);
  return tokens
    .filter(({ isSpace }) => !isSpace)
    .map(({ start, end }, i) => `${text.slice(start, end)}\t${labels[i] ?? "O"}`);
}

function withTags(rows: readonly Row[], tags: readonly string[]): string[] {
  let next = 0;
  return rows.map(({ line, kind }) => {
    if (kind === "comment") return line;
    const tag = kind === "word" ? tags[next++] : undefined;
    return line.includes(" ") && !line.includes("\t")
      ? `${line.trim()} ${tag ?? "O"}`
      : `${line}\t${tag ?? "O"}`;
  });
}

/** A word of input may be anything; columns are separated by space. */
function asField(word: string): string {
  return word.replace(spaces, "_") || "_";
}
