// SPDX-License-Identifier: Apache-2.0

import {
  checkFlag,
  checkSignal,
  argumentError,
  isCount,
  checkNames,
  oneOf,
} from "../base/checks.js";
import type {
  BackendName,
  Compat,
  DeviceName,
  Dtype,
  OffsetUnit,
  Progress,
  TokenizerMode,
} from "../base/types.js";
import { assetOptionNames, checkAssetOptions } from "./asset_options.js";
import type { AssetSettings } from "./asset_options.js";
import { checkRemoteOptions, remoteOptionNames } from "./remote_options.js";
import type { RemoteSettings } from "./remote_options.js";

/**
 * Checks of what callers pass, at run time because plain JavaScript callers exist. Each returns the
 * settings with their defaults filled in, or throws an InvalidArgumentError that names what was
 * expected and what was found:
 *
 *     checkEncodeOptions({ mode: 'slow' })
 *     // mode: expected 'hf' or 'sentencepiece', found 'slow'
 */

export const compats: readonly Compat[] = ["hf", "hf-4"];
export const units: readonly OffsetUnit[] = ["utf16", "codepoint"];
const modes: readonly TokenizerMode[] = ["hf", "sentencepiece"];
const devices: readonly (DeviceName | "auto")[] = ["auto", "wasm", "webgpu"];
const backends: readonly (BackendName | "auto")[] = ["auto", "xnnpack", "onnxruntime"];
const dtypes: readonly (Dtype | "auto")[] = ["auto", "fp32", "q8", "q4"];

/** Of threads, whatever the machine has. */
export const mostThreads = 64;
const tasks = ["token-classification", "ner"] as const;

export interface EncodeSettings {
  mode: TokenizerMode;
  compat: Compat | "none";
  offsets: OffsetUnit;
}

export interface TokenizerSettings {
  assets: AssetSettings;
  remote: RemoteSettings;
  threads: number | "auto";
  signal: AbortSignal | undefined;
  onProgress: ((progress: Progress) => void) | undefined;
}

export interface PipelineSettings extends TokenizerSettings {
  device: DeviceName | "auto";
  backend: BackendName | "auto";
  dtype: Dtype | "auto";
  cacheQuantized: boolean;
  verify: boolean;
}

export function checkTask(task: unknown): void {
  oneOf("task", tasks, task);
}

export function checkPipelineOptions(options: unknown): PipelineSettings {
  const given = checkNames("pipeline option", options, [
    "device",
    "backend",
    "dtype",
    "cache_quantized",
    "verify",
    ...loadOptionNames,
  ]);
  return {
    ...checkLoadOptions(given),
    device: oneOf("device", devices, given["device"] ?? "wasm"),
    backend: oneOf("backend", backends, given["backend"] ?? "auto"),
    dtype: oneOf("dtype", dtypes, given["dtype"] ?? "auto"),
    cacheQuantized: checkFlag("cache_quantized", given["cache_quantized"] ?? true),
    verify: checkFlag("verify", given["verify"]),
  };
}

export function checkTokenizerOptions(options: unknown): TokenizerSettings {
  return checkLoadOptions(checkNames("tokenizer option", options, loadOptionNames));
}

/** What pipelines and tokenizers share. */
const loadOptionNames = [
  ...["threads", "signal", "progress_callback"],
  ...remoteOptionNames,
  ...assetOptionNames,
];

function checkLoadOptions(given: Readonly<Record<string, unknown>>): TokenizerSettings {
  return {
    assets: checkAssetOptions(given),
    remote: checkRemoteOptions(given),
    threads: checkThreads(given["threads"]),
    signal: checkSignal(given["signal"]),
    onProgress: checkCallback(given["progress_callback"]),
  };
}

export function checkEncodeOptions(
  options: unknown,
): EncodeSettings & { signal: AbortSignal | undefined } {
  const given = checkNames("call option", options, ["mode", "compat", "offsets", "signal"]);
  const isOurs = given["compat"] === undefined;
  return {
    mode: oneOf("mode", isOurs ? modes : ["hf"], given["mode"] ?? "hf"),
    compat: isOurs ? "none" : oneOf("compat", compats, given["compat"]),
    offsets: oneOf("offsets", units, given["offsets"] ?? (isOurs ? "utf16" : "codepoint")),
    signal: checkSignal(given["signal"]),
  };
}

/** One text or a list of them, as a list. */
export function checkTexts(input: unknown): string[] {
  if (typeof input === "string") return [input];
  if (!Array.isArray(input)) throw argumentError("text", "a string or a list of strings", input);
  return Array.from<unknown, string>(input, (text, i) => {
    if (typeof text !== "string") throw argumentError(`text ${i}`, "a string", text);
    return text;
  });
}

function checkCallback(callback: unknown): PipelineSettings["onProgress"] {
  if (callback === undefined || typeof callback === "function") {
    return callback as PipelineSettings["onProgress"];
  }
  throw argumentError("progress_callback", "a function", callback);
}

function checkThreads(threads: unknown): number | "auto" {
  if (threads === undefined || threads === "auto") return "auto";
  if (isCount(threads, 1, mostThreads)) return threads;
  throw argumentError("threads", `'auto' or a whole number from 1 to ${mostThreads}`, threads);
}
