// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { copyFile, mkdir, realpath } from "node:fs/promises";
import path from "node:path";

import type { Precision, RandomAccess } from "../wasm/js/backend.js";
import { createXnnpackBackend } from "../wasm/js/backends/xnnpack.js";
import { openCheckpoint } from "../wasm/js/checkpoint.js";
import type { Core } from "../wasm/js/core.js";
import { convertCheckpoint } from "../wasm/js/convert.js";
import type { StoredDtype } from "../wasm/js/convert.js";
import { ModelFileError } from "../wasm/js/errors.js";
import { loadCore } from "../wasm/js/load.js";
import { configFile, firstOf, readTokenizer, tokenizerParts } from "../wasm/js/model.js";
import type { ModelFiles } from "../wasm/js/model.js";
import { quantizationError } from "../wasm/js/quantization_error.js";
import type { QuantizationError } from "../wasm/js/quantization_error.js";
import { memoryFor, publishedWeights, storedWeights } from "../wasm/js/weights.js";
import { openFolder, readAsset } from "./files.js";
import { writeWhole } from "./partial_file.js";

/** Bytes hashed between two checks of the signal. */
const chunkBytes = 4 * 2 ** 20;

export type ConvertPhase = "hash" | "convert" | "check";

export interface ConvertFolderOptions {
  dtype: StoredDtype;
  /** Default: the model's own folder. */
  out: string | undefined;
  /** What the error is measured on. */
  texts: readonly string[];
  signal: AbortSignal;
  /** Bytes of the weights, of each phase for itself, and the file that stands for them. */
  onProgress: (phase: ConvertPhase, loaded: number, total: number, file: string) => void;
}

export interface Conversion {
  file: string;
  bytes: number;
  /** Of the source's files, one after the other where there are several; without their index. */
  source_bytes: number;
  source_sha256: string;
  dtype: StoredDtype;
  error: QuantizationError;
}

/**
 * Quantises the published weights of a model folder. The new file is there in full or not at all;
 * one that was there is replaced. Another folder gets the model's other files, too.
 */
export async function convertFolder(
  folder: string,
  options: ConvertFolderOptions,
): Promise<Conversion> {
  const { dtype, signal, onProgress } = options;
  const model = await openFolder(folder);
  const out = path.resolve(options.out ?? folder);
  const file = path.join(out, storedWeights[dtype]);
  // Read before anything is written: a folder that lacks them is no model to convert.
  const configJson = new TextDecoder().decode(await model.read(configFile, quiet(signal)));
  await readTokenizer(model, quiet(signal));
  const published = await firstOf(model, publishedWeights);
  if (published === undefined) {
    throw new ModelFileError(
      `expected weights to convert in the model folder ${model.name}, ` +
        `found none of ${publishedWeights.join(", ")}`,
    );
  }
  const { weights: source, parts } = await openCheckpoint({
    host,
    files: model,
    file: published,
    signal,
  });
  try {
    const sourceBytes = parts.reduce((sum, { size }) => sum + size, 0);
    const { core } = await loadCore(1, host);
    using converter = core;
    const sourceSha256 = await sha256(parts, signal, (loaded) => {
      onProgress("hash", loaded, sourceBytes, published);
    });
    await mkdir(out, { recursive: true });
    let bytes = 0;
    await writeWhole(file, async (output) => {
      bytes = await convertCheckpoint({
        ...{ core: converter, source, configJson, dtype, sourceSha256, output, signal },
        where: `${model.name}/${published}`,
        onProgress: (loaded) => {
          onProgress("convert", loaded, source.size, published);
        },
      });
      await copyParts(model, out);
    });
    const error = await measure(model, published, out, configJson, options);
    return { file, bytes, source_bytes: sourceBytes, source_sha256: sourceSha256, dtype, error };
  } finally {
    await source.close();
  }
}

const host = { cores: 1, readAsset };

function quiet(signal: AbortSignal): { signal: AbortSignal; onProgress: () => void } {
  return { signal, onProgress: () => undefined };
}

async function sha256(
  parts: readonly RandomAccess[],
  signal: AbortSignal,
  onProgress: (loaded: number) => void,
): Promise<string> {
  const hash = createHash("sha256");
  let loaded = 0;
  for (const part of parts) {
    for (let at = 0; at < part.size; at += chunkBytes) {
      const end = Math.min(at + chunkBytes, part.size);
      hash.update(await part.read(at, end, signal));
      loaded += end - at;
      onProgress(loaded);
    }
  }
  return hash.digest("hex");
}

/** What besides weights makes a model, to a folder that is not the model's own. */
async function copyParts(model: ModelFiles, out: string): Promise<void> {
  if ((await realpath(model.name)) === (await realpath(out))) return;
  for (const part of [configFile, ...tokenizerParts]) {
    if (await model.has(part)) await copyFile(path.join(model.name, part), path.join(out, part));
  }
}

/** One model after the other, so that no two are in memory. */
async function measure(
  model: ModelFiles,
  published: string,
  out: string,
  configJson: string,
  { dtype, texts, signal, onProgress }: ConvertFolderOptions,
): Promise<QuantizationError> {
  const run = { model, configJson, texts, signal };
  const exact = await runModel({
    ...{ ...run, weights: model, file: published, precision: "fp32" },
    onProgress: (loaded, total) => {
      onProgress("check", loaded, total, published);
    },
  });
  const weights = await openFolder(out);
  const quantized = await runModel({
    ...{ ...run, weights, file: storedWeights[dtype], precision: "q8" },
    onProgress: () => undefined,
  });
  return quantizationError(exact.logits, quantized.logits, exact.labels);
}

interface ModelRun {
  /** Has the tokenizer. */
  model: ModelFiles;
  configJson: string;
  /** Has the weights. */
  weights: ModelFiles;
  file: string;
  precision: Precision;
  texts: readonly string[];
  signal: AbortSignal;
  onProgress: (loaded: number, total: number) => void;
}

/** Logits of all tokens of all texts, one after the other. */
async function runModel(run: ModelRun): Promise<{ logits: number[]; labels: number }> {
  const { model, configJson, file, precision, texts, signal } = run;
  const { weights: source } = await openCheckpoint({ host, files: run.weights, file, signal });
  try {
    const maxMemory = memoryFor({ file, backend: "xnnpack", precision }, source.size);
    const loaded = await loadCore(1, host, { maxMemory });
    using core = loaded.core;
    core.loadTokenizer(await readTokenizer(model, quiet(signal)));
    core.loadConfig(configJson, `${model.name}/${configFile}`);
    const labels = core.labels().length;
    const where = `${run.weights.name}/${file}`;
    const backend = await createXnnpackBackend({
      ...{ core, weights: source, where, configJson, labels, precision, signal },
      onProgress: (bytes) => {
        run.onProgress(bytes, source.size);
      },
    });
    const logits: number[] = [];
    for (const windows of core.windows([...texts], windowOptions(core.maxTokens()))) {
      for (const each of await backend.forward(windows, signal)) logits.push(each);
    }
    return { logits, labels };
  } finally {
    await source.close();
  }
}

function windowOptions(maxTokens: number): Parameters<Core["windows"]>[1] {
  return {
    ...{ windowing: "owned", maxTokens, stride: 0, compatHf: false, delimiter: " " },
    ...{ mode: "hf", codepoints: false, offsetMapping: [] },
  };
}
