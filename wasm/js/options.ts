// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "./errors.js";
import type { AggregationStrategy, OffsetUnit, Progress, TokenizerMode } from "./types.js";

/**
 * Checks of what callers pass, at run time because plain JavaScript callers exist. Each returns the
 * settings with their defaults filled in, or throws an InvalidArgumentError that names what was
 * expected and what was found:
 *
 *     checkTagOptions({ aggregation_strategy: 'frist' })
 *     // aggregation_strategy: expected 'none' or 'simple', found 'frist'
 */

const strategies: readonly AggregationStrategy[] = ["none", "simple"];
const units: readonly OffsetUnit[] = ["utf16", "codepoint"];
const modes: readonly TokenizerMode[] = ["hf", "sentencepiece"];
const tasks = ["token-classification", "ner"] as const;

export interface TagSettings {
  strategy: AggregationStrategy;
  ignoreLabels: string[];
  offsets: OffsetUnit;
  /** Undefined: the engine chooses by the model's window. */
  stride: number | undefined;
}

export interface EncodeSettings {
  mode: TokenizerMode;
  offsets: OffsetUnit;
}

export interface TokenizerSettings {
  threads: number | "auto";
  signal: AbortSignal | undefined;
}

export interface PipelineSettings {
  threads: number | "auto";
  signal: AbortSignal | undefined;
  onProgress: ((progress: Progress) => void) | undefined;
}

export function checkTask(task: unknown): void {
  oneOf("task", tasks, task);
}

export function checkModel(model: unknown): string | undefined {
  if (model === undefined || (typeof model === "string" && model !== "")) return model;
  throw expected("model", "the path of a model folder", model);
}

export function checkPipelineOptions(options: unknown): PipelineSettings {
  const given = known("pipeline option", options, ["threads", "signal", "progress_callback"]);
  const callback = given["progress_callback"];
  if (callback !== undefined && typeof callback !== "function") {
    throw expected("progress_callback", "a function", callback);
  }
  return {
    threads: checkThreads(given["threads"]),
    signal: checkSignal(given["signal"]),
    onProgress: callback as PipelineSettings["onProgress"],
  };
}

export function checkTagOptions(
  options: unknown,
): TagSettings & { signal: AbortSignal | undefined } {
  const names = ["aggregation_strategy", "ignore_labels", "offsets", "stride", "signal"];
  const given = known("call option", options, names);
  const ignored = given["ignore_labels"] ?? ["O"];
  if (!isStrings(ignored)) throw expected("ignore_labels", "a list of labels", ignored);
  const stride = given["stride"];
  if (stride !== undefined && !isCount(stride, 0, 2 ** 20)) {
    throw expected("stride", "a number of tokens, 0 or more", stride);
  }
  return {
    strategy: oneOf("aggregation_strategy", strategies, given["aggregation_strategy"] ?? "none"),
    ignoreLabels: [...ignored],
    offsets: oneOf("offsets", units, given["offsets"] ?? "utf16"),
    stride,
    signal: checkSignal(given["signal"]),
  };
}

export function checkTokenizerOptions(options: unknown): TokenizerSettings {
  const given = known("tokenizer option", options, ["threads", "signal"]);
  return { threads: checkThreads(given["threads"]), signal: checkSignal(given["signal"]) };
}

export function checkEncodeOptions(
  options: unknown,
): EncodeSettings & { signal: AbortSignal | undefined } {
  const given = known("call option", options, ["mode", "offsets", "signal"]);
  return {
    mode: oneOf("mode", modes, given["mode"] ?? "hf"),
    offsets: oneOf("offsets", units, given["offsets"] ?? "utf16"),
    signal: checkSignal(given["signal"]),
  };
}

/** One text or a list of them, as a list. */
export function checkTexts(input: unknown): string[] {
  if (typeof input === "string") return [input];
  if (!Array.isArray(input)) throw expected("text", "a string or a list of strings", input);
  return input.map((text: unknown, i) => {
    if (typeof text !== "string") throw expected(`text ${i}`, "a string", text);
    return text;
  });
}

function known(kind: string, options: unknown, names: readonly string[]): Record<string, unknown> {
  if (options === undefined) return {};
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw expected(`${kind}s`, "an object", options);
  }
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw expected(kind, `one of ${names.join(", ")}`, name);
  }
  return options as Record<string, unknown>;
}

function oneOf<T extends string>(name: string, values: readonly T[], found: unknown): T {
  const value = values.find((each) => each === found);
  if (value !== undefined) return value;
  throw expected(name, values.map((each) => `'${each}'`).join(" or "), found);
}

function checkThreads(threads: unknown): number | "auto" {
  if (threads === undefined || threads === "auto") return "auto";
  if (isCount(threads, 1, 64)) return threads;
  throw expected("threads", "'auto' or a whole number from 1 to 64", threads);
}

function checkSignal(signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal instanceof AbortSignal) return signal;
  throw expected("signal", "an AbortSignal", signal);
}

function isCount(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function expected(what: string, wanted: string, found: unknown): InvalidArgumentError {
  return new InvalidArgumentError(`${what}: expected ${wanted}, found ${show(found)}`);
}

function show(value: unknown): string {
  if (typeof value === "string") {
    return `'${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`;
  }
  if (value === null || typeof value !== "object") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}
