// SPDX-License-Identifier: Apache-2.0

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { bratAnnotations } from "../formats/brat.js";
import { conllWriter } from "../formats/conll.js";
import { doccanoWriter } from "../formats/doccano.js";
import { htmlWriter } from "../formats/html.js";
import { jsonWriter } from "../formats/json.js";
import { jsonlWriter } from "../formats/jsonl.js";
import { labelStudioWriter } from "../formats/label_studio.js";
import { isFailed } from "../formats/record.js";
import type { Failure, Outcome, Tagged, TextRecord, Writer } from "../formats/record.js";
import { spacyWriter } from "../formats/spacy.js";
import { tableWriter } from "../formats/table.js";
import type { Output } from "./output.js";
import { renderBrackets, renderColored, renderTable } from "./render.js";
import type { InputForm, OutputForm } from "./tag_forms.js";

/** Where results go, in their order. */
export interface Sink {
  /** Resolves with what went wrong with this result alone. */
  write(outcome: Outcome): Promise<Failure | undefined>;
  /** After the last result. */
  end(): Promise<void>;
}

/** A form of output into a stream. */
export class FormSink implements Sink {
  readonly #writer: Writer;
  readonly #output: Output;
  #hasBegun = false;

  constructor(writer: Writer, output: Output) {
    this.#writer = writer;
    this.#output = output;
  }

  async write(outcome: Outcome): Promise<undefined> {
    await this.#begin();
    await this.#output.write(this.#writer.write(outcome));
  }

  async end(): Promise<void> {
    await this.#begin();
    await this.#output.write(this.#writer.tail ?? "");
  }

  async #begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#output.write(this.#writer.head ?? "");
  }
}

/** brat's pairs of files. Nothing that is there is written over. */
export class BratSink implements Sink {
  readonly #folder: string | undefined;
  readonly #names = new Set<string>();
  #number = 0;

  /** Without a folder, each `.ann` goes beside its text. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  async write(outcome: Outcome): Promise<Failure | undefined> {
    this.#number++;
    if (isFailed(outcome)) return undefined;
    try {
      await (this.#folder === undefined
        ? this.#writeBeside(outcome)
        : this.#writeInto(this.#folder, outcome));
      return undefined;
    } catch (error) {
      const { code = "", message } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST") throw error;
      return { code, message: `expected no annotations yet, found ${message}` };
    }
  }

  async end(): Promise<void> {
    // Each file is whole.
  }

  async #writeBeside(tagged: Tagged): Promise<void> {
    const { file = "", mark } = tagged.record;
    // brat counts a byte order mark as a character.
    const annotations = bratAnnotations(tagged, mark === undefined ? 0 : 1);
    await writeNew(`${withoutSuffix(file)}.ann`, annotations);
  }

  async #writeInto(folder: string, tagged: Tagged): Promise<void> {
    await mkdir(folder, { recursive: true });
    const name = path.join(folder, this.#nameOf(tagged.record));
    await writeNew(`${name}.txt`, tagged.record.text);
    await writeNew(`${name}.ann`, bratAnnotations(tagged));
  }

  /** The file's name or the id, where that is a name and a new one; else the record's number. */
  #nameOf({ id, file }: TextRecord): string {
    const value = JSON.parse(id) as unknown;
    const own = file === undefined ? String(value) : withoutSuffix(path.basename(file));
    const isName = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,99}$/u.test(own);
    const name = isName && !this.#names.has(own) ? own : `text-${this.#number}`;
    this.#names.add(name);
    return name;
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: "wx" });
}

function withoutSuffix(file: string): string {
  const { dir, name } = path.parse(file);
  return path.join(dir, name);
}

export interface WriterOptions {
  format: InputForm;
  /** Texts come from arguments, which need no number. */
  isFromArguments: boolean;
  color: boolean;
}

/** The writer of a form; brat's form is files. */
export function writerOf(
  form: Exclude<OutputForm, "brat">,
  { format, isFromArguments, color }: WriterOptions,
): Writer {
  switch (form) {
    case "text":
      return textWriter(color);
    case "json":
      return jsonWriter();
    case "jsonl":
      return jsonlWriter(format !== "jsonl");
    case "conll":
      return conllWriter();
    case "tsv":
      return format === "tsv" || format === "csv"
        ? tableWriter("tsv")
        : linesWriter(!isFromArguments);
    case "csv":
      return tableWriter("csv");
    case "html":
      return htmlWriter();
    case "label-studio":
      return labelStudioWriter();
    case "doccano":
      return doccanoWriter();
    case "spacy":
      return spacyWriter();
  }
}

function textWriter(color: boolean): Writer {
  const render = color ? renderColored : renderBrackets;
  return {
    write: (outcome) =>
      isFailed(outcome) ? "" : `${render(outcome.record.text, outcome.entities)}\n`,
  };
}

/** An entity a line; with the id of its text where there may be several. */
function linesWriter(withId: boolean): Writer {
  return {
    write(outcome) {
      if (isFailed(outcome)) return "";
      const { record, entities } = outcome;
      const suffix = withId ? `\t${idOf(record)}` : "";
      return renderTable(record.text, entities)
        .map((line) => `${line}${suffix}\n`)
        .join("");
    },
  };
}

function idOf({ id }: TextRecord): string {
  const value = JSON.parse(id) as unknown;
  return (typeof value === "string" ? value : id).replace(/\s+/gu, " ");
}
