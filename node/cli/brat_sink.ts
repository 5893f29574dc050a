// SPDX-License-Identifier: Apache-2.0

import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { bratAnnotations } from "../formats/brat.js";
import { isFailed, nameOf } from "../formats/record.js";
import type { Failure, Outcome, Tagged, TextRecord } from "../formats/record.js";
import type { Sink } from "./sink.js";

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
    const { file, mark = "utf-8" } = outcome.record;
    if (this.#folder === undefined && mark !== "utf-8") {
      const found = `${mark.toUpperCase()}; --out FOLDER writes it so`;
      const message = `${file ?? ""}: expected text in UTF-8, as brat reads it, found ${found}`;
      return { code: "text_format", message };
    }
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
  #nameOf(record: TextRecord): string {
    const { file } = record;
    const own = file === undefined ? nameOf(record) : withoutSuffix(path.basename(file));
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
