// SPDX-License-Identifier: Apache-2.0

// The names that the package has in every host, besides pipeline() and Tokenizer.
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
} from "./errors.js";
export type { ErrorCode } from "./errors.js";
export type { TokenClassifier } from "./classifier.js";
export type { Task } from "./pipeline.js";
export type {
  AggregationStrategy,
  AssetOptions,
  BackendName,
  Decoder,
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
} from "./types.js";
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
} from "./word_types.js";
