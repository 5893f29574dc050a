// SPDX-License-Identifier: Apache-2.0

import {
  maskCsv,
  maskHtml,
  maskJsonText,
  maskMarkdown,
  unmaskCsv,
  unmaskHtml,
  unmaskJsonText,
  unmaskMarkdown,
} from "../../wasm/js/forms/index.js";
import type { MaskSession, Masked, Unmasked } from "../../wasm/js/masking/index.js";
import { TextReader } from "../../wasm/js/base/text_file.js";
import { openInput } from "./open_input.js";
import type { Source } from "./source_args.js";

/** What a document is written in, besides lines of text. */
export const documentForms = ["html", "markdown", "csv", "json"] as const;
export type DocumentForm = (typeof documentForms)[number];

/** What `xlmr-ner mask` and `unmask` do with a document. */
export function maskDocument(
  form: DocumentForm,
  session: MaskSession,
  document: string,
  signal: AbortSignal,
): Promise<Masked> {
  switch (form) {
    case "html":
      return maskHtml(session, document, { signal });
    case "markdown":
      return maskMarkdown(session, document, { signal });
    case "csv":
      return maskCsv(session, document, { signal });
    case "json":
      return maskJsonText(session, document, { signal });
  }
}

export function unmaskDocument(form: DocumentForm, session: MaskSession, text: string): Unmasked {
  switch (form) {
    case "html":
      return unmaskHtml(session, text);
    case "markdown":
      return unmaskMarkdown(session, text);
    case "csv":
      return unmaskCsv(session, text);
    case "json":
      return unmaskJsonText(session, text);
  }
}

/** The documents of the arguments, or of the files, each as a whole; `end` is what is written behind it. */
export async function* readDocuments(
  { texts, encoding }: Source,
  files: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<{ text: string; end: string }> {
  for (const text of texts) yield { text, end: "\n" };
  for (const name of files) {
    const reader = new TextReader(encoding);
    const parts: string[] = [];
    for await (const bytes of await openInput(name, signal)) {
      parts.push(reader.write(bytes as Uint8Array));
    }
    parts.push(reader.end());
    if (reader.problem !== undefined) throw reader.problem;
    yield { text: parts.join(""), end: "" };
  }
}
