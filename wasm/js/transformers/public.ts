// SPDX-License-Identifier: Apache-2.0

// The names that `xlmr-ner/transformers` has in every host, besides pipeline() and env.
export {
  AssetError,
  BackendError,
  CheckpointError,
  ConfigError,
  DisposedError,
  EnvironmentError,
  HubError,
  IntegrityError,
  InternalError,
  InvalidArgumentError,
  ModelFileError,
  ModelNotFoundError,
  NerError,
  OfflineError,
  OutOfMemoryError,
  TextFormatError,
  TextTooLongError,
  TokenizerError,
  TooManyCallsError,
  WorkerError,
} from "../base/errors.js";
export type { Task as PipelineType, Task as TaskType } from "../client/pipeline.js";
export { LogLevel } from "./environment.js";
export type { OnnxWasmFlags, TransformersEnvironment } from "./environment.js";
export type {
  CustomCache,
  DataType,
  DeviceType,
  ExecutionProvider,
  ExternalDataFormat,
  ExternalFile,
  PretrainedModelOptions,
  SessionOptions,
} from "./option_types.js";
export type { TokenClassificationCall, TokenClassificationPipeline } from "./pipeline.js";
export type { FileLoadingProgress, ProgressCallback, ProgressInfo } from "./progress.js";
export type {
  EntityFor,
  GroupedEntity,
  RawEntity,
  StrategyOf,
  TokenClassificationOutput,
  TokenClassificationPipelineOptions,
  TokenClassificationSingle,
} from "./records.js";
