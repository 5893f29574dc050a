// SPDX-License-Identifier: Apache-2.0

import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

import type { StoredDtype } from "../../wasm/js/convert.js";
import type { AggregationStrategy, OffsetUnit } from "../../wasm/js/types.js";

/** The command line was not understood: exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Where texts come from: arguments, a file, or stdin where neither is given. */
export interface Source {
  texts: string[];
  file: string | undefined;
}

export interface TagCommand {
  name: "tag";
  source: Source;
  format: "text" | "jsonl";
  json: boolean;
  model: string | undefined;
  aggregation: AggregationStrategy;
  threads: number | "auto";
}

export interface TokenizeCommand {
  name: "tokenize";
  source: Source;
  json: boolean;
  model: string | undefined;
  offsets: OffsetUnit;
}

export interface ConvertCommand {
  name: "convert";
  folder: string;
  dtype: StoredDtype;
  out: string | undefined;
  json: boolean;
}

export type Command =
  TagCommand | TokenizeCommand | ConvertCommand | { name: "help" } | { name: "version" };

const strategies = ["none", "simple", "first", "average", "max"] as const;

const common = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

const shared = {
  ...common,
  file: { type: "string" },
  model: { type: "string" },
} as const;

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
    case "tag":
      return parseTag(args.slice(1));
    default:
      return parseTag(args);
  }
}

function parseTag(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...shared,
    format: { type: "string", default: "text" },
    aggregation: { type: "string", default: "simple" },
    threads: { type: "string", default: "auto" },
  });
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const format = oneOf("--format", ["text", "jsonl"], values.format);
  if (format === "jsonl" && positionals.length > 0) {
    throw new UsageError("--format jsonl: expected --file or standard input, found TEXT arguments");
  }
  return {
    name: "tag",
    source: parseSource(positionals, values.file),
    format,
    json: values.json,
    model: values.model,
    aggregation: oneOf("--aggregation", strategies, values.aggregation),
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
    source: parseSource(positionals, values.file),
    json: values.json,
    model: values.model,
    offsets: oneOf("--offsets", ["utf16", "codepoint"], values.offsets),
  };
}

function parseConvert(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    ...common,
    dtype: { type: "string", default: "q8" },
    out: { type: "string" },
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
    json: values.json,
  };
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

function parseSource(texts: string[], file: string | undefined): Source {
  if (texts.length > 0 && file !== undefined) {
    throw new UsageError("expected either TEXT arguments or --file, found both");
  }
  return { texts, file };
}

function parseThreads(value: string): number | "auto" {
  if (value === "auto") return value;
  if (/^[1-9]\d?$/.test(value) && Number(value) <= 64) return Number(value);
  throw new UsageError(`--threads: expected auto or a number from 1 to 64, found ${value}`);
}

function oneOf<T extends string>(option: string, values: readonly T[], found: string): T {
  const value = values.find((each) => each === found);
  if (value !== undefined) return value;
  throw new UsageError(`${option}: expected ${values.join(" or ")}, found ${found}`);
}
