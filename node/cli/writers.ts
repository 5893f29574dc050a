// SPDX-License-Identifier: Apache-2.0

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import { conllWriter } from "../formats/conll.js";
import { doccanoWriter } from "../formats/doccano.js";
import { htmlWriter } from "../formats/html.js";
import { jsonWriter } from "../formats/json.js";
import { jsonlWriter } from "../formats/jsonl.js";
import { labelStudioWriter } from "../formats/label_studio.js";
import { isFailed, nameOf, spansOf } from "../formats/record.js";
import type { Writer } from "../formats/record.js";
import { spacyWriter } from "../formats/spacy.js";
import { sparknlpWriter } from "../formats/sparknlp.js";
import { tableWriter } from "../formats/table.js";
import { renderBrackets, renderColored, renderTable } from "./render.js";
import type { InputForm, OutputForm } from "./tag_forms.js";

export interface WriterOptions {
  format: InputForm;
  /** Texts come from arguments, which need no number. */
  isFromArguments: boolean;
  color: boolean;
  /** Of JSON. */
  offsets?: OffsetUnit;
}

/** The writer of a form; brat's form is files. */
export function writerOf(
  form: Exclude<OutputForm, "brat">,
  { format, isFromArguments, color, offsets }: WriterOptions,
): Writer {
  switch (form) {
    case "text":
      return textWriter(color);
    case "json":
      return jsonWriter(offsets);
    case "jsonl":
      return jsonlWriter(format !== "jsonl", offsets);
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
    case "sparknlp":
      return sparknlpWriter();
  }
}

function textWriter(color: boolean): Writer {
  const render = color ? renderColored : renderBrackets;
  return {
    write: (outcome) =>
      isFailed(outcome) ? "" : `${render(outcome.record.text, spansOf(outcome))}\n`,
  };
}

/** An entity a line; with the id of its text where there may be several. */
function linesWriter(withId: boolean): Writer {
  return {
    write(outcome) {
      if (isFailed(outcome)) return "";
      const { record, entities } = outcome;
      const suffix = withId ? `\t${nameOf(record).replace(/\s+/gu, " ")}` : "";
      return renderTable(record.text, entities)
        .map((line) => `${line}${suffix}\n`)
        .join("");
    },
  };
}
