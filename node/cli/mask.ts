// SPDX-License-Identifier: Apache-2.0

import type { FindEntities, Recognizer } from "../../wasm/js/masking/index.js";
import { createMasker } from "../../wasm/js/masking/index.js";
import type { NameRules } from "../../wasm/js/names/index.js";
import { jsonWriter } from "../formats/json.js";
import type { Failed, TextRecord } from "../formats/record.js";
import type { MaskCommand, UnmaskCommand } from "./commands.js";
import { outcomes } from "./batch.js";
import { inputFiles, plainText, readRecords } from "./input.js";
import { load } from "./load.js";
import { maskDocument, readDocuments, unmaskDocument } from "./mask_forms.js";
import { openTable, saveTable } from "./mask_table.js";
import type { Terminal } from "./terminal.js";

/** What is made of a text. */
interface Made {
  text: string;
  /** What the line of JSON has. */
  json: object;
  remark?: string | undefined;
}

/** `xlmr-ner mask`: the exit status. The table is written when all texts are done, also those before an error. */
export async function mask(
  command: MaskCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  // eslint-disable-next-line @typescript-eslint/await-thenable -- it does not see through host_types.ts
  await using ner = await load(command, terminal.err, signal);
  const find: FindEntities = ner;
  const masker = createMasker(find, {
    policy: command.policy,
    min_score: command.minScore,
    names: await loadNames(),
    recognizers: command.rules ? await loadRules() : [],
  });
  const { table } = command;
  const session = table === undefined ? masker : await openTable(masker, table, true);
  try {
    return await each(command, terminal, signal, async ({ text }) => {
      const masked =
        command.form === undefined
          ? await session.mask(text, { signal })
          : await maskDocument(command.form, session, text, signal);
      return { text: masked.text, json: masked };
    });
  } finally {
    if (table !== undefined) await saveTable(session, table);
  }
}

/** Only here: the lists are a quarter of a megabyte. */
async function loadNames(): Promise<NameRules> {
  const { nameRules } = await import("../../wasm/js/names/index.js");
  return nameRules();
}

/** Only where they are asked for: the metadata of telephone numbers is a quarter of a megabyte. */
async function loadRules(): Promise<Recognizer[]> {
  const { createRecognizers } = await import("../../wasm/js/recognizers/public.js");
  return createRecognizers();
}

/** `xlmr-ner unmask`: the exit status. */
export async function unmask(
  command: UnmaskCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const session = await openTable(createMasker(null), command.table, false);
  return each(command, terminal, signal, ({ text }) => {
    const unmasked =
      command.form === undefined
        ? session.unmask(text)
        : unmaskDocument(command.form, session, text);
    const { unknown } = unmasked;
    const remark = unknown.length > 0 ? `${command.table} has no ${unknown.join(", ")}` : undefined;
    return Promise.resolve({ text: unmasked.text, json: unmasked, remark });
  });
}

/** Writes what `make` gives, text by text, in order. */
async function each(
  command: MaskCommand | UnmaskCommand,
  terminal: Terminal,
  signal: AbortSignal,
  make: (record: { text: string }) => Promise<Made>,
): Promise<number> {
  const files = await inputFiles(command.source);
  if (command.form !== undefined) return eachDocument(command, files, terminal, signal, make);
  const records = readRecords(command.source, files, plainText, signal);
  // One after the other: which number a value gets is by the order of the texts.
  const many = async (some: TextRecord[]): Promise<Made[]> => {
    const made: Made[] = [];
    for (const record of some) made.push(await make(record));
    return made;
  };
  let status = 0;
  let number = 0;
  for await (const outcome of outcomes<Made>(records, [{ one: make, many }])) {
    number += 1;
    if ("record" in outcome) {
      status = 1;
      await tellFailure(outcome, number, command.json, terminal);
      continue;
    }
    await terminal.out.line(command.json ? JSON.stringify(outcome.json) : outcome.text);
    tellRemark(outcome, number, terminal);
  }
  return status;
}

/** The same for documents, each as a whole, whose ends of lines stay as they are. What is no text is thrown. */
async function eachDocument(
  command: MaskCommand | UnmaskCommand,
  files: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
  make: (record: { text: string }) => Promise<Made>,
): Promise<number> {
  let number = 0;
  for await (const { text, end } of readDocuments(command.source, files, signal)) {
    number += 1;
    const made = await make({ text });
    if (command.json) await terminal.out.line(JSON.stringify(made.json));
    else await terminal.out.write(made.text + end);
    tellRemark(made, number, terminal);
  }
  return 0;
}

function tellRemark({ remark }: Made, number: number, { err }: Terminal): void {
  if (remark !== undefined) err.write(`xlmr-ner: text ${number}: ${remark}\n`);
}

async function tellFailure(
  outcome: Failed,
  number: number,
  asJson: boolean,
  { out, err }: Terminal,
): Promise<void> {
  const { error, file } = outcome.record;
  if (asJson) await out.write(jsonWriter().write(outcome));
  else err.write(`xlmr-ner: ${file === undefined ? `text ${number}: ` : ""}${error.message}\n`);
}
