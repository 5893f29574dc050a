// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import type { RandomAccess } from "../wasm/js/backend.js";
import { openCheckpoint } from "../wasm/js/checkpoint.js";
import { compileCore } from "../wasm/js/compile.js";
import type { CompiledCore } from "../wasm/js/compile.js";
import { convertCheckpoint } from "../wasm/js/convert.js";
import type { StoredDtype } from "../wasm/js/convert.js";
import { InvalidArgumentError, ModelFileError } from "../wasm/js/errors.js";
import { loadCore } from "../wasm/js/load.js";
import { configFile, firstOf, readTokenizer, tokenizerParts } from "../wasm/js/model.js";
import type { ModelFiles } from "../wasm/js/model.js";
import { quantizationError } from "../wasm/js/quantization_error.js";
import type { QuantizationError } from "../wasm/js/quantization_error.js";
import { labelsOf, verificationFile, writeVerification } from "../wasm/js/verification.js";
import { publishedWeights, storedWeights } from "../wasm/js/weights.js";
import { openFolder, readAsset } from "./files.js";
import { runModel } from "./model_run.js";
import { writeWhole } from "./partial_file.js";
import { openTrimmed, trimmedFile } from "./trim/trimmed_model.js";
import type { TrimmedVocabulary } from "./trim/trimmed_model.js";

/** Bytes hashed between two checks of the signal. */
const chunkBytes = 4 * 2 ** 20;

export type ConvertPhase = "hash" | "count" | "convert" | "check";

export interface ConvertFolderOptions {
  dtype: StoredDtype;
  /** Default: the model's own folder. */
  out: string | undefined;
  /** A file of text: pieces that it does not use are left out. */
  trimVocab: string | undefined;
  /** What the error is measured on, and the model is verified with later. */
  texts: readonly string[];
  signal: AbortSignal;
  /** Bytes of each phase for itself, and the file that they are of. */
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
  /** Of a model whose vocabulary was trimmed. */
  vocabulary?: TrimmedVocabulary;
}

/**
 * Quantises the published weights of a model folder. The new file is there in full or not at all;
 * one that was there is replaced. Another folder gets the model's other files, too.
 */
export async function convertFolder(
  folder: string,
  options: ConvertFolderOptions,
): Promise<Conversion> {
  const { dtype, trimVocab, signal, onProgress } = options;
  const model = await openFolder(folder);
  const out = path.resolve(options.out ?? folder);
  const isElsewhere = out !== model.name;
  if (trimVocab !== undefined && !isElsewhere) {
    throw new InvalidArgumentError(
      "expected another folder for a model with fewer pieces, found the model's own",
    );
  }
  // Read before anything is written: a folder that lacks them is no model to convert.
  await model.read(configFile, quiet(signal));
  await readTokenizer(model, quiet(signal));
  const published = await publishedOf(model);
  const compiled = await compileCore(readAsset);
  const about = await hashWeights(compiled, model, published, options);
  const trimmed =
    trimVocab === undefined
      ? undefined
      : await openTrimmed({
          ...{ compiled, model, published, corpus: trimVocab, signal },
          onProgress: (loaded, total) => {
            onProgress("count", loaded, total, trimVocab);
          },
        });
  const source = {
    compiled,
    files: trimmed?.files ?? model,
    weights: trimmed === undefined ? published : trimmedFile,
    sha256: about.source_sha256,
  };
  const file = path.join(out, storedWeights[dtype]);
  await mkdir(out, { recursive: true });
  let bytes = 0;
  await writeWhole(file, async (output) => {
    bytes = await quantize(source, output, options);
    if (isElsewhere) await copyParts(source.files, out, signal);
  });
  const error = await measure(source, out, options);
  return {
    ...{ file, bytes, ...about, dtype, error },
    ...(trimmed && { vocabulary: trimmed.vocabulary }),
  };
}

/** What is converted: the model as it is, or trimmed. */
interface Source {
  compiled: CompiledCore;
  files: ModelFiles;
  weights: string;
  sha256: string;
}

function quiet(signal: AbortSignal): { signal: AbortSignal; onProgress: () => void } {
  return { signal, onProgress: () => undefined };
}

async function publishedOf(model: ModelFiles): Promise<string> {
  const published = await firstOf(model, publishedWeights);
  if (published !== undefined) return published;
  throw new ModelFileError(
    `expected weights to convert in the model folder ${model.name}, ` +
      `found none of ${publishedWeights.join(", ")}`,
  );
}

async function hashWeights(
  compiled: CompiledCore,
  model: ModelFiles,
  published: string,
  { signal, onProgress }: ConvertFolderOptions,
): Promise<Pick<Conversion, "source_bytes" | "source_sha256">> {
  const { weights, parts } = await openCheckpoint({
    ...{ compiled, files: model, file: published, ...quiet(signal) },
  });
  try {
    const total = parts.reduce((sum, { size }) => sum + size, 0);
    const sha256 = await hashOf(parts, signal, (loaded) => {
      onProgress("hash", loaded, total, published);
    });
    return { source_bytes: total, source_sha256: sha256 };
  } finally {
    await weights.close();
  }
}

async function hashOf(
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

async function quantize(
  { compiled, files, weights, sha256 }: Source,
  output: Parameters<Parameters<typeof writeWhole>[1]>[0],
  { dtype, signal, onProgress }: ConvertFolderOptions,
): Promise<number> {
  const checkpoint = await openCheckpoint({ compiled, files, file: weights, ...quiet(signal) });
  try {
    const { core } = await loadCore(compiled, 1, { cores: 1 });
    using converter = core;
    return await convertCheckpoint({
      ...{ core: converter, source: checkpoint.weights, dtype, output, signal },
      configJson: await configOf(files, signal),
      sourceSha256: sha256,
      where: `${files.name}/${weights}`,
      onProgress: (loaded) => {
        onProgress("convert", loaded, checkpoint.weights.size, weights);
      },
    });
  } finally {
    await checkpoint.weights.close();
  }
}

async function configOf(files: ModelFiles, signal: AbortSignal): Promise<string> {
  return new TextDecoder().decode(await files.read(configFile, quiet(signal)));
}

/** What besides weights makes a model. */
async function copyParts(files: ModelFiles, out: string, signal: AbortSignal): Promise<void> {
  for (const part of [configFile, ...tokenizerParts]) {
    if (!(await files.has(part))) continue;
    await writeFile(path.join(out, part), await files.read(part, quiet(signal)));
  }
}

/** One model after the other, so that no two are in memory. */
async function measure(
  { compiled, files, weights }: Source,
  out: string,
  { dtype, texts, signal, onProgress }: ConvertFolderOptions,
): Promise<QuantizationError> {
  const configJson = await configOf(files, signal);
  const run = { compiled, model: files, configJson, texts, signal };
  const exact = await runModel({
    ...{ ...run, weights: files, file: weights, precision: "fp32" },
    onProgress: (loaded, total) => {
      onProgress("check", loaded, total, weights);
    },
  });
  const quantized = await runModel({
    ...{ ...run, weights: await openFolder(out), file: storedWeights[dtype], precision: "q8" },
    onProgress: () => undefined,
  });
  const sentences = texts.map((text, i) => ({
    text,
    labels: labelsOf(exact.logits[i] ?? [], exact.labels),
  }));
  await writeFile(path.join(out, verificationFile), writeVerification(sentences));
  return quantizationError(
    exact.logits.flatMap((each) => [...each]),
    quantized.logits.flatMap((each) => [...each]),
    exact.labels.length,
  );
}
