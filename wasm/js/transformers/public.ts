// SPDX-License-Identifier: Apache-2.0

// The names that `xlmr-ner/transformers` has in every host, besides pipeline() and env.
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
} from "../base/errors.js";
export { LogLevel } from "./environment.js";
export type { OnnxWasmFlags, TransformersEnvironment } from "./environment.js";
export type {
  CustomCache,
  DataType,
  DeviceType,
  ExternalDataFormat,
  ExternalFile,
  PretrainedModelOptions,
  SessionOptions,
} from "./option_types.js";
export type { TokenClassificationCall, TokenClassificationPipeline } from "./pipeline.js";
export type { FileLoadingProgress, ProgressInfo } from "./progress.js";
export type {
  EntityFor,
  GroupedEntity,
  RawEntity,
  TokenClassificationOutput,
  TokenClassificationPipelineOptions,
} from "./records.js";
