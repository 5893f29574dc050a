// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { InvalidArgumentError, ModelFileError } from "../wasm/js/base/errors.js";
import type { RandomAccess } from "../wasm/js/base/random_access.js";
import { compileCore } from "../wasm/js/core/compile.js";
import type { CompiledCore } from "../wasm/js/core/compile.js";
import type { Core } from "../wasm/js/core/core.js";
import { loadCore } from "../wasm/js/core/start_core.js";
import {
  configFile,
  firstOf,
  readTokenizer,
  tokenizerParts,
} from "../wasm/js/files/model_files.js";
import type { ModelFiles } from "../wasm/js/files/model_files.js";
import { openCheckpoint } from "../wasm/js/weights/checkpoint.js";
import { memoryFor, publishedWeights, storedWeights } from "../wasm/js/weights/choose_weights.js";
import { convertCheckpoint } from "../wasm/js/weights/convert_checkpoint.js";
import type { StoredDtype, WritableFile } from "../wasm/js/weights/convert_checkpoint.js";
import { quantizationError } from "../wasm/js/weights/quantization_error.js";
import type { QuantizationError } from "../wasm/js/weights/quantization_error.js";
import {
  labelsOf,
  sentenceWindows,
  verificationFile,
  writeVerification,
} from "../wasm/js/worker/verification.js";
import { openFolder, readAsset } from "./files.js";
import { runModel, runPublished } from "./model_run.js";
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
  /** Bytes of the source's files together, without their index. */
  source_bytes: number;
  /** The sha256 of the source's files, one after the other where there are several. */
  source_sha256: string;
  dtype: StoredDtype;
  error: QuantizationError;
  /** What was kept of a vocabulary that was trimmed. */
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
          compiled,
          model,
          published,
          corpus: trimVocab,
          signal,
          onProgress: (loaded, total) => {
            onProgress("count", loaded, total, trimVocab);
          },
        });
  const source = {
    files: trimmed?.files ?? model,
    weights: trimmed === undefined ? published : trimmedFile,
    sha256: about.source_sha256,
  };
  const file = path.join(out, storedWeights[dtype]);
  const { weights } = await openCheckpoint({
    compiled,
    files: source.files,
    file: source.weights,
    ...quiet(signal),
  });
  try {
    // One core for all that follows, with memory for the float32 weights, which are the largest.
    const maxMemory = memoryFor({ file: source.weights, precision: "fp32" }, weights.size);
    const loaded = await loadCore(compiled, 1, { cores: 1, maxMemory });
    using core = loaded.core;
    const job = { ...source, core, checkpoint: weights };
    await mkdir(out, { recursive: true });
    let bytes = 0;
    await writeWhole(file, async (output) => {
      bytes = await quantize(job, output, options);
      if (isElsewhere) await copyParts(source.files, out, signal);
    });
    const error = await measure(job, out, options);
    return {
      file,
      bytes,
      ...about,
      dtype,
      error,
      ...(trimmed && { vocabulary: trimmed.vocabulary }),
    };
  } finally {
    await weights.close();
  }
}

/** What is converted: the model as it is, or trimmed. */
interface Job {
  core: Core;
  files: ModelFiles;
  /** Name of its weights. */
  weights: string;
  checkpoint: RandomAccess;
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
    compiled,
    files: model,
    file: published,
    ...quiet(signal),
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
  { core, files, weights, checkpoint, sha256 }: Job,
  output: WritableFile,
  { dtype, signal, onProgress }: ConvertFolderOptions,
): Promise<number> {
  return convertCheckpoint({
    core,
    source: checkpoint,
    dtype,
    output,
    signal,
    configJson: await configOf(files, signal),
    sourceSha256: sha256,
    where: `${files.name}/${weights}`,
    onProgress: (loaded) => {
      onProgress("convert", loaded, checkpoint.size, weights);
    },
  });
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

/** Both models, one after the other. */
async function measure(
  { core, files, weights, checkpoint }: Job,
  out: string,
  { dtype, texts, signal, onProgress }: ConvertFolderOptions,
): Promise<QuantizationError> {
  const stored = storedWeights[dtype];
  const quantized = await (await openFolder(out)).open(stored);
  try {
    const configJson = await configOf(files, signal);
    core.loadTokenizer(await readTokenizer(files, quiet(signal)));
    core.loadConfig(configJson, `${files.name}/${configFile}`);
    const windows = core.windows([...texts], sentenceWindows(core.maxTokens()));
    const run = { core, configJson, signal };
    const expected = await runPublished(
      {
        ...run,
        weights: checkpoint,
        where: `${files.name}/${weights}`,
        precision: "fp32",
        onProgress: (bytes, total) => {
          onProgress("check", bytes, total, weights);
        },
      },
      windows,
    );
    const found = await runModel(
      {
        ...run,
        weights: quantized,
        where: path.join(out, stored),
        precision: "q8",
        onProgress: () => undefined,
      },
      windows,
    );
    const labels = core.labels();
    await writeVerifications(out, texts, expected, labels);
    return quantizationError(flat(expected), flat(found), labels.length);
  } finally {
    await quantized.close();
  }
}

function flat(logits: readonly Float32Array[]): number[] {
  return logits.flatMap((each) => [...each]);
}

async function writeVerifications(
  out: string,
  texts: readonly string[],
  logits: readonly Float32Array[],
  labels: readonly string[],
): Promise<void> {
  const sentences = texts.map((text, i) => ({ text, labels: labelsOf(logits[i] ?? [], labels) }));
  await writeFile(path.join(out, verificationFile), writeVerification(sentences));
}
