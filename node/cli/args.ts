// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

import type { AggregationStrategy, Dtype, OffsetUnit } from "../../wasm/js/base/types.js";
import { isEncoding } from "../../wasm/js/base/text_file.js";
import type { StoredDtype } from "../../wasm/js/weights/convert_checkpoint.js";
import { parseForms } from "./tag_forms.js";
import type { TagForms } from "./tag_forms.js";
import { evalFlags, readEval } from "./eval_args.js";
import type { EvalSettings } from "./eval_args.js";
import { UsageError, oneOf } from "./usage.js";

export { UsageError };

/** Where texts come from: arguments, files, or stdin where neither is given. */
export interface Source {
  texts: string[];
  /** Names, patterns of names, and `-` for stdin. */
  files: string[];
  /** Of the files or of stdin, as TextDecoder names it; undefined is UTF-8, or what a mark says. */
  encoding: string | undefined;
}

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

export type Command =
  | TagCommand
  | EvalCommand
  | TokenizeCommand
  | ConvertCommand
  | ModelsCommand
  | InfoCommand
  | { name: "help" }
  | { name: "version" };

const strategies = ["none", "simple", "first", "average", "max"] as const;

const common = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

const remote = {
  revision: { type: "string" },
  "cache-dir": { type: "string" },
  header: { type: "string", multiple: true },
} as const;

const oneModel = {
  ...common,
  ...remote,
  model: { type: "string" },
  offline: { type: "boolean", default: false },
} as const;

const shared = {
  ...oneModel,
  file: { type: "string", multiple: true },
  encoding: { type: "string" },
} as const;

const computing = {
  dtype: { type: "string", default: "auto" },
  threads: { type: "string", default: "auto" },
} as const;

/** What the model in this package is called; a folder of that name is `./default`. */
const defaultModel = "default";

const dtypes = ["auto", "fp32", "q8", "q4"] as const;

/**
 * Reads the arguments after `node main.js`. The first one may name the command; without a command
 * it is `tag`:
 *
 *     parseCommand(['--json', 'Emma woont in Londen.']).name // 'tag'
 */
export function parseCommand(args: readonly string[]): Command {
  switch (args[0]) {
    case "tokenize":
      return parseTokenize(args.slice(1));
    case "convert":
      return parseConvert(args.slice(1));
    case "info":
      return parseInfo(args.slice(1));
    case "models":
      return parseModels(args.slice(1));
    case "eval":
      return parseEval(args.slice(1));
    case "tag":
      return parseTag(args.slice(1));
    default:
      return parseTag(args);
  }
}

function parseTag(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...shared,
    format: { type: "string" },
    to: { type: "string" },
    column: { type: "string" },
    "text-column": { type: "string" },
    out: { type: "string" },
    resume: { type: "boolean", default: false },
    offsets: { type: "string" },
    "allow-errors": { type: "boolean", default: false },
    aggregation: { type: "string", default: "simple" },
    jobs: { type: "string", default: "1" },
    ...computing,
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const forms = parseForms(values);
  const source = parseSource(positionals, values);
  if (!["text", "document"].includes(forms.format) && source.texts.length > 0) {
    const expected = "expected --file or standard input, found TEXT arguments";
    throw new UsageError(`--format ${forms.format}: ${expected}`);
  }
  return {
    name: "tag",
    source,
    ...forms,
    ...modelArgs(values),
    aggregation: oneOf("--aggregation", strategies, values.aggregation),
    jobs: parseCount("--jobs", values.jobs),
    dtype: oneOf("--dtype", dtypes, values.dtype),
    threads: parseThreads(values.threads),
  };
}

function parseTokenize(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...shared,
    offsets: { type: "string", default: "utf16" },
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  return {
    name: "tokenize",
    source: parseSource(positionals, values),
    json: values.json,
    ...modelArgs(values),
    offsets: oneOf("--offsets", ["utf16", "codepoint"], values.offsets),
  };
}

function parseConvert(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...common,
    dtype: { type: "string", default: "q8" },
    out: { type: "string" },
    "trim-vocab": { type: "string" },
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    throw new UsageError(`convert: expected one DIR, found ${positionals.length}`);
  }
  return {
    name: "convert",
    folder,
    dtype: oneOf("--dtype", ["q8", "q4"], values.dtype),
    out: values.out,
    trimVocab: values["trim-vocab"],
    json: values.json,
  };
}

function parseInfo(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...oneModel,
    ...computing,
    verify: { type: "boolean", default: false },
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  if (positionals.length > 0) {
    throw new UsageError(`info: expected options only, found ${positionals.length} arguments`);
  }
  return {
    name: "info",
    ...modelArgs(values),
    verify: values.verify,
    json: values.json,
    dtype: oneOf("--dtype", dtypes, values.dtype),
    threads: parseThreads(values.threads),
  };
}

function parseModels(args: readonly string[]): Command {
  const { values, positionals } = parse(args, { ...common, ...remote, dtype: { type: "string" } });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [first = "list", ...rest] = positionals;
  const action = oneOf("models", ["list", "pull", "remove"], first);
  const wanted = action === "list" ? 0 : 1;
  if (rest.length !== wanted) {
    const what = wanted === 0 ? "nothing after it" : "one model";
    throw new UsageError(`models ${action}: expected ${what}, found ${rest.length}`);
  }
  const { revision, dtype, header } = values;
  if (action !== "pull" && (revision ?? dtype ?? header) !== undefined) {
    throw new UsageError(
      `models ${action}: --revision, --dtype and --header are options of models pull`,
    );
  }
  return {
    name: "models",
    action,
    model: rest[0],
    revision,
    cacheDir: values["cache-dir"],
    headers: parseHeaders(header),
    dtype: oneOf("--dtype", dtypes, dtype ?? "auto"),
    json: values.json,
  };
}

function parseEval(args: readonly string[]): Command {
  const { values, positionals } = parse(args, { ...oneModel, ...computing, ...evalFlags });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  return {
    name: "eval",
    ...readEval(values, positionals),
    ...modelArgs(values),
    dtype: oneOf("--dtype", dtypes, values.dtype),
    threads: parseThreads(values.threads),
  };
}

function modelArgs(values: {
  model?: string;
  revision?: string;
  "cache-dir"?: string;
  header?: string[];
  offline: boolean;
}): ModelArgs {
  const { revision, header, offline } = values;
  const model = values.model === defaultModel ? undefined : values.model;
  const headers = parseHeaders(header);
  return { model, revision, cacheDir: values["cache-dir"], headers, offline };
}

/** As curl has them. What may be secret stays out of the message. */
function parseHeaders(lines: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([^\s:]+):\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined) {
        throw new UsageError("--header: expected 'NAME: VALUE', found something else");
      }
      return [name, value];
    }),
  );
}

function parse<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function parseSource(
  args: string[],
  { file = [], encoding }: { file?: string[]; encoding?: string },
): Source {
  // A shell makes `--file a.txt b.txt` of `--file *.txt`; and a `-` alone is where texts come from.
  const isStdin = args.length === 1 && args[0] === "-";
  const areFiles =
    (file.length > 0 || isStdin) && args.every((each) => each === "-" || existsSync(each));
  const texts = areFiles ? [] : args;
  const files = areFiles ? [...file, ...args] : file;
  if (texts.length > 0 && files.length > 0) {
    throw new UsageError("expected either TEXT arguments or --file, found both");
  }
  if (files.filter((each) => each === "-").length > 1) {
    throw new UsageError("--file: expected - once, found it again");
  }
  if (encoding === undefined) return { texts, files, encoding };
  if (texts.length > 0) {
    throw new UsageError("--encoding: expected --file or standard input, found TEXT arguments");
  }
  if (!isEncoding(encoding)) {
    throw new UsageError(`--encoding: expected a name as windows-1252, found ${encoding}`);
  }
  return { texts, files, encoding };
}

function parseThreads(value: string): number | "auto" {
  return value === "auto" ? value : parseCount("--threads", value, "auto or a number");
}

function parseCount(option: string, value: string, what = "a number"): number {
  if (/^[1-9]\d?$/.test(value) && Number(value) <= 64) return Number(value);
  throw new UsageError(`${option}: expected ${what} from 1 to 64, found ${value}`);
}
