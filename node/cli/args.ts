// SPDX-License-Identifier: Apache-2.0

import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

import { parseSource } from "./source_args.js";
import type { Command, ModelArgs } from "./commands.js";
import { parseForms } from "./tag_forms.js";
import { evalFlags, readEval } from "./eval_args.js";
import { maskFlags, readForm, readMask } from "./mask_args.js";
import { readServe, serveFlags } from "./serve_args.js";
import { UsageError, oneOf } from "./usage.js";

export { UsageError };

const strategies = ["none", "simple", "first", "average", "max"] as const;

const about = {
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

const common = { ...about, json: { type: "boolean", default: false } } as const;

const remote = {
  "cache-dir": { type: "string" },
  header: { type: "string", multiple: true },
} as const;

const revisionFlag = { revision: { type: "string" } } as const;
const offlineFlag = { offline: { type: "boolean", default: false } } as const;

const oneModel = {
  ...common,
  ...remote,
  ...revisionFlag,
  ...offlineFlag,
  model: { type: "string" },
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
    case "mask":
      return parseMask(args.slice(1));
    case "unmask":
      return parseUnmask(args.slice(1));
    case "serve":
      return parseServe(args.slice(1));
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
  const { values, positionals } = parse(args, {
    ...common,
    ...remote,
    ...revisionFlag,
    dtype: { type: "string" },
  });
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

function parseMask(args: readonly string[]): Command {
  const { values, positionals } = parse(args, { ...shared, ...computing, ...maskFlags });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  return {
    name: "mask",
    source: parseSource(positionals, values),
    ...readMask(values),
    ...modelArgs(values),
    dtype: oneOf("--dtype", dtypes, values.dtype),
    threads: parseThreads(values.threads),
  };
}

function parseServe(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...about,
    ...remote,
    ...offlineFlag,
    jobs: { type: "string", default: "1" },
    ...computing,
    ...serveFlags,
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  return {
    name: "serve",
    ...readServe(values, positionals, process.env),
    cacheDir: values["cache-dir"],
    headers: parseHeaders(values.header),
    offline: values.offline,
    jobs: parseCount("--jobs", values.jobs),
    dtype: oneOf("--dtype", dtypes, values.dtype),
    threads: parseThreads(values.threads),
  };
}

function parseUnmask(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...common,
    file: shared.file,
    encoding: shared.encoding,
    table: maskFlags.table,
    form: maskFlags.form,
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const { table, json } = values;
  if (table === undefined) throw new UsageError("unmask: expected --table FILE, found none");
  const form = readForm(values.form);
  return { name: "unmask", source: parseSource(positionals, values), table, form, json };
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

function parseThreads(value: string): number | "auto" {
  return value === "auto" ? value : parseCount("--threads", value, "auto or a number");
}

function parseCount(option: string, value: string, what = "a number"): number {
  if (/^[1-9]\d?$/.test(value) && Number(value) <= 64) return Number(value);
  throw new UsageError(`${option}: expected ${what} from 1 to 64, found ${value}`);
}
