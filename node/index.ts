// SPDX-License-Identifier: Apache-2.0

import { fileURLToPath } from "node:url";

import type { TokenClassifier } from "../wasm/js/classifier.js";
import { compileCore } from "../wasm/js/compile.js";
import { createPipeline } from "../wasm/js/pipeline.js";
import type { Platform, Task } from "../wasm/js/pipeline.js";
import { createTokenizer } from "../wasm/js/tokenizer.js";
import type { Tokenizer as TokenizerHandle } from "../wasm/js/tokenizer.js";
import type { ModelInput, PipelineOptions, TokenizerOptions } from "../wasm/js/types.js";
import { readAsset } from "./files.js";
import { spawnWorker } from "./spawn.js";

export {
  AssetError,
  BackendError,
  CheckpointError,
  ConfigError,
  DisposedError,
  HubError,
  IntegrityError,
  InternalError,
  InvalidArgumentError,
  ModelFileError,
  ModelNotFoundError,
  NerError,
  OfflineError,
  OutOfMemoryError,
  TextTooLongError,
  TokenizerError,
  WorkerError,
} from "../wasm/js/errors.js";
export type { ErrorCode } from "../wasm/js/errors.js";
export type { TokenClassifier } from "../wasm/js/classifier.js";
export type { Task } from "../wasm/js/pipeline.js";
export type {
  AggregationStrategy,
  AssetOptions,
  BackendName,
  Decoder,
  DeviceName,
  DownloadTotals,
  Dtype,
  EncodeOptions,
  Encoding,
  Entity,
  EntityGroup,
  EntityList,
  EntityOf,
  LabelScheme,
  LabelScore,
  ModelCache,
  ModelInput,
  OffsetPair,
  OffsetUnit,
  PipelineInfo,
  PipelineOptions,
  Progress,
  RemoteOptions,
  TagOptions,
  TokenEntity,
  TokenizerMode,
  TokenizerOptions,
} from "../wasm/js/types.js";
export type {
  SparkAnnotation,
  SparkAnnotations,
  SparkOptions,
  TagWordsOptions,
  TnerEntity,
  TnerOptions,
  TnerPrediction,
  WordMode,
  WordTag,
} from "../wasm/js/word_types.js";

const platform: Platform = {
  spawnWorker,
  compileCore: () => compileCore(readAsset),
  // From dist/node, where this file is once compiled.
  defaultModel: fileURLToPath(new URL("../../models/default", import.meta.url)),
};

/**
 * Loads a model by its hub id, URL, folder or files, or the embedded model where none is named, in a
 * worker thread.
 */
export function pipeline(
  task: Task,
  model?: ModelInput,
  options?: PipelineOptions,
): Promise<TokenClassifier> {
  return createPipeline(platform, task, model, options);
}

export type Tokenizer = TokenizerHandle;

export const Tokenizer = {
  /** Loads the tokenizer of a model, or of the embedded one where none is named. */
  load(model?: ModelInput, options?: TokenizerOptions): Promise<Tokenizer> {
    return createTokenizer(platform, model, options);
  },
};
