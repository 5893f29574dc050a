// SPDX-License-Identifier: Apache-2.0

import { mkdir } from "node:fs/promises";
import path from "node:path";

import type { CallContext } from "../../wasm/js/base/call_context.js";
import { InvalidArgumentError, ModelFileError } from "../../wasm/js/base/errors.js";
import { compileCore } from "../../wasm/js/core/compile.js";
import type { CompiledCore } from "../../wasm/js/core/compile.js";
import { loadCore } from "../../wasm/js/core/start_core.js";
import {
  configFile,
  firstOf,
  readTokenizer,
  tokenizerFileNames,
} from "../../wasm/js/files/model_files.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import { checkRemoteOptions } from "../../wasm/js/options/remote_options.js";
import { withAdapter } from "../../wasm/js/weights/adapted_files.js";
import { openCheckpoint } from "../../wasm/js/weights/checkpoint.js";
import {
  memoryFor,
  publishedWeights,
  storedWeights,
} from "../../wasm/js/weights/choose_weights.js";
import { convertCheckpoint } from "../../wasm/js/weights/convert_checkpoint.js";
import type { StoredDtype } from "../../wasm/js/weights/convert_checkpoint.js";
import type { QuantizationError } from "../../wasm/js/weights/quantization_error.js";
import { refuseQuantized } from "../../wasm/js/weights/refuse_quantized.js";
import { openFolder, readAsset } from "../files/folder.js";
import { pathOf } from "../files/path_of.js";
import { writeWhole } from "../files/whole_file.js";
import { openModel } from "../hub/open_model.js";
import { openTrimmed, trimmedFile } from "../trim/trimmed_model.js";
import type { TrimmedModel, TrimmedVocabulary } from "../trim/trimmed_model.js";
import { readConfig } from "./conversion_job.js";
import type { ConversionJob } from "./conversion_job.js";
import { measureError } from "./measure_error.js";
import { hashSource } from "./source_hash.js";
import type { SourceHash } from "./source_hash.js";

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
  const quiet = { signal: options.signal, onProgress: () => undefined };
  const remote = checkRemoteOptions({});
  const model = await withAdapter(
    await openFolder(folder),
    (name, revision) => openModel(name, { ...remote, revision }, quiet),
    quiet,
  );
  const out = options.out === undefined ? model.name : pathOf("--out", options.out);
  const source = await openSource(model, out, options, quiet);
  const { checkpoint } = await openCheckpoint({
    compiled: source.compiled,
    files: source.files,
    file: source.weightsFile,
    ...quiet,
  });
  try {
    // One core for all that follows, with memory for the float32 weights, which are the largest.
    const form = { file: source.weightsFile, precision: "fp32" } as const;
    const maxMemory = memoryFor(form, checkpoint.size);
    const { core } = await loadCore(source.compiled, 1, { cores: 1, maxMemory });
    using owned = core;
    const { files, weightsFile } = source;
    const where = `${files.name}/${weightsFile}`;
    const { dtype } = options;
    const job = { core: owned, files, weightsFile, checkpoint, where, dtype, quiet };
    const file = path.join(out, storedWeights[dtype]);
    const bytes = await writeModel(job, file, out !== model.name, source.hash, options);
    const error = await measureError(job, {
      out,
      texts: options.texts,
      onProgress: (loaded, total) => {
        options.onProgress("check", loaded, total, weightsFile);
      },
    });
    return {
      file,
      bytes,
      source_bytes: source.hash.bytes,
      source_sha256: source.hash.sha256,
      dtype,
      error,
      ...(source.trimmed && { vocabulary: source.trimmed.vocabulary }),
    };
  } finally {
    await checkpoint.close();
  }
}

/** What is converted: a model's own files, or those of the model with a trimmed vocabulary. */
interface ConversionSource {
  compiled: CompiledCore;
  files: ModelFiles;
  weightsFile: string;
  hash: SourceHash;
  trimmed: TrimmedModel | undefined;
}

/** Reads before anything is written: a folder that lacks a file is no model to convert. */
async function openSource(
  model: ModelFiles,
  out: string,
  { trimVocab, signal, onProgress }: ConvertFolderOptions,
  quiet: CallContext,
): Promise<ConversionSource> {
  if (trimVocab !== undefined && out === model.name) {
    throw new InvalidArgumentError(
      "expected another folder for a model with fewer pieces, found the model's own",
    );
  }
  const config = new TextDecoder().decode(await model.read(configFile, quiet));
  refuseQuantized(config, `${model.name}/${configFile}`);
  await readTokenizer(model, quiet);
  const published = await publishedOf(model);
  const compiled = await compileCore(readAsset);
  const { checkpoint, shards } = await openCheckpoint({
    compiled,
    files: model,
    file: published,
    ...quiet,
  });
  let hash: SourceHash;
  try {
    hash = await hashSource(shards, signal, (loaded, total) => {
      onProgress("hash", loaded, total, published);
    });
  } finally {
    await checkpoint.close();
  }
  if (trimVocab === undefined) {
    return { compiled, files: model, weightsFile: published, hash, trimmed: undefined };
  }
  const trimmed = await openTrimmed({
    compiled,
    model,
    published,
    corpus: trimVocab,
    signal,
    onProgress: (loaded, total) => {
      onProgress("count", loaded, total, trimVocab);
    },
  });
  return { compiled, files: trimmed.files, weightsFile: trimmedFile, hash, trimmed };
}

async function publishedOf(model: ModelFiles): Promise<string> {
  const published = await firstOf(model, publishedWeights);
  if (published !== undefined) return published;
  throw new ModelFileError(
    `expected weights to convert in the model folder ${model.name}, ` +
      `found none of ${publishedWeights.join(", ")}`,
  );
}

/** The new weights, in `file`, and what else makes a model where it has a folder of its own. */
async function writeModel(
  job: ConversionJob,
  file: string,
  isElsewhere: boolean,
  { sha256 }: SourceHash,
  { signal, onProgress }: ConvertFolderOptions,
): Promise<number> {
  const { core, weightsFile, checkpoint, where, dtype } = job;
  const out = path.dirname(file);
  await mkdir(out, { recursive: true });
  let bytes = 0;
  await writeWhole(file, async (output) => {
    const { configJson } = await readConfig(job);
    bytes = await convertCheckpoint({
      core,
      source: checkpoint,
      where,
      configJson,
      dtype,
      sourceSha256: sha256,
      output,
      signal,
      onProgress: (loaded) => {
        onProgress("convert", loaded, checkpoint.size, weightsFile);
      },
    });
    if (isElsewhere) await copyOthers(job, out);
  });
  return bytes;
}

async function copyOthers({ files, quiet }: ConversionJob, out: string): Promise<void> {
  for (const file of [configFile, ...tokenizerFileNames]) {
    if (!(await files.has(file))) continue;
    const bytes = await files.read(file, quiet);
    await writeWhole(path.join(out, file), (output) => output.write(0, bytes));
  }
}
