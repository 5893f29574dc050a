// SPDX-License-Identifier: Apache-2.0
//
// What the command line can ask for: what args.ts makes of it, and what each command is given.

import type { AggregationStrategy, Dtype, OffsetUnit } from "../../wasm/js/base/types.js";
import type { StoredDtype } from "../../wasm/js/weights/convert_checkpoint.js";
import type { Source } from "./source_args.js";
import type { TagForms } from "./tag_forms.js";
import type { EvalSettings } from "./eval_args.js";
import type { MaskSettings } from "./mask_args.js";
import type { DocumentForm } from "./mask_forms.js";
import type { ServeSettings } from "./serve_args.js";

/** Which model, and where from. */
export interface ModelArgs {
  /** A folder, hub id or URL; undefined is the model in this package. */
  model: string | undefined;
  revision: string | undefined;
  cacheDir: string | undefined;
  headers: Readonly<Record<string, string>>;
  offline: boolean;
}

export interface TagCommand extends ModelArgs, TagForms {
  name: "tag";
  source: Source;
  aggregation: AggregationStrategy;
  /** Workers, each with the model. */
  jobs: number;
  dtype: Dtype | "auto";
  threads: number | "auto";
}

export interface InfoCommand extends ModelArgs {
  name: "info";
  dtype: Dtype | "auto";
  threads: number | "auto";
  verify: boolean;
  json: boolean;
}

export interface TokenizeCommand extends ModelArgs {
  name: "tokenize";
  source: Source;
  json: boolean;
  offsets: OffsetUnit;
}

export interface ConvertCommand {
  name: "convert";
  folder: string;
  dtype: StoredDtype;
  out: string | undefined;
  trimVocab: string | undefined;
  json: boolean;
}

export interface ModelsCommand {
  name: "models";
  action: "list" | "pull" | "remove";
  /** Undefined for `list`. */
  model: string | undefined;
  revision: string | undefined;
  cacheDir: string | undefined;
  headers: Readonly<Record<string, string>>;
  dtype: Dtype | "auto";
  json: boolean;
}

export interface EvalCommand extends ModelArgs, EvalSettings {
  name: "eval";
  dtype: Dtype | "auto";
  threads: number | "auto";
}

export interface MaskCommand extends ModelArgs, MaskSettings {
  name: "mask";
  source: Source;
  dtype: Dtype | "auto";
  threads: number | "auto";
}

export interface ServeCommand extends ServeSettings, Omit<ModelArgs, "model" | "revision"> {
  name: "serve";
  jobs: number;
  dtype: Dtype | "auto";
  threads: number | "auto";
}

export interface UnmaskCommand {
  name: "unmask";
  source: Source;
  table: string;
  form: DocumentForm | undefined;
  json: boolean;
}

export type Command =
  | TagCommand
  | MaskCommand
  | UnmaskCommand
  | EvalCommand
  | TokenizeCommand
  | ConvertCommand
  | ModelsCommand
  | InfoCommand
  | ServeCommand
  | { name: "help" }
  | { name: "version" };
