// SPDX-License-Identifier: Apache-2.0

import type { MaskPolicy } from "../../wasm/js/masking/index.js";
import { documentForms } from "./mask_forms.js";
import type { DocumentForm } from "./mask_forms.js";
import { UsageError, oneOf } from "./usage.js";

/** What `xlmr-ner mask` is told besides a model and texts. */
export interface MaskSettings {
  /** The file with the placeholders and their values, read where it is there, and written. */
  table: string | undefined;
  /** By label. */
  policy: Readonly<Record<string, MaskPolicy>>;
  minScore: number;
  /** Whether rules find addresses, numbers and keys besides the model. */
  rules: boolean;
  /** What the texts are written in, each a document; undefined is a text a line. */
  form: DocumentForm | undefined;
  json: boolean;
}

/** Its options, as parseArgs() takes them. */
export const maskFlags = {
  table: { type: "string" },
  policy: { type: "string" },
  "min-score": { type: "string" },
  rules: { type: "boolean", default: false },
  form: { type: "string" },
} as const;

const policies = ["replace", "pseudonym", "redact", "keep"] as const;

/** Throws a UsageError. */
export function readMask(values: {
  table?: string;
  policy?: string;
  "min-score"?: string;
  rules: boolean;
  form?: string;
  json: boolean;
}): MaskSettings {
  const minScore = Number(values["min-score"] ?? 0);
  if (!(minScore >= 0 && minScore <= 1)) {
    throw new UsageError(
      `--min-score: expected a number from 0 to 1, found ${String(values["min-score"])}`,
    );
  }
  return {
    table: values.table,
    policy: readPolicy(values.policy),
    minScore,
    rules: values.rules,
    form: readForm(values.form),
    json: values.json,
  };
}

/** Throws a UsageError. */
export function readForm(form: string | undefined): DocumentForm | undefined {
  return form === undefined ? undefined : oneOf("--form", documentForms, form);
}

function readPolicy(text: string | undefined): Record<string, MaskPolicy> {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(",").map((pair) => {
      const [, label, policy] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
      if (label === undefined || policy === undefined) {
        throw new UsageError(`--policy: expected LABEL=POLICY,… found ${pair}`);
      }
      return [label, oneOf(`--policy of ${label}`, policies, policy)];
    }),
  );
}
