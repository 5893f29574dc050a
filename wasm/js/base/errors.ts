// SPDX-License-Identifier: Apache-2.0

import type { ErrorOptions } from "./host_types.js";

/** Stable names of what can go wrong; the message is free text. */
export type ErrorCode =
  | "invalid_argument"
  | "model_not_found"
  | "model_file"
  | "asset"
  | "environment"
  | "hub"
  | "offline"
  | "integrity"
  | "invalid_tokenizer"
  | "invalid_config"
  | "invalid_checkpoint"
  | "text_too_long"
  | "too_many_calls"
  | "text_format"
  | "backend"
  | "out_of_memory"
  | "disposed"
  | "worker_crashed"
  | "internal";

/** What an error may have besides its message, as data. */
export interface ErrorDetails extends ErrorOptions {
  /** The status of the last HTTP response. */
  status?: number | undefined;
  /** What was asked for, without query. */
  url?: string | undefined;
}

/** What a TextFormatError has besides its message. */
export interface TextFormatDetails extends ErrorOptions {
  /** See TextFormatError. */
  looks_like?: string | undefined;
  /** See TextFormatError. */
  encoding?: string | undefined;
  /** See TextFormatError. */
  offset?: number | undefined;
}

/** The base of every error this package makes. An aborted call rejects with its signal's reason instead. */
export class NerError extends Error {
  /** The name of its class. */
  override readonly name: string = "NerError";
  /** What went wrong, by a name that stays from version to version. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** An argument or option is not one of those that exist. */
export class InvalidArgumentError extends NerError {
  override readonly name = "InvalidArgumentError";
  constructor(message: string, options?: ErrorOptions) {
    super("invalid_argument", message, options);
  }
}

/** There is no model where one was asked for. */
export class ModelNotFoundError extends NerError {
  override readonly name = "ModelNotFoundError";
  constructor(message: string, options?: ErrorOptions) {
    super("model_not_found", message, options);
  }
}

/** A model lacks one of its files, or the file cannot be read. */
export class ModelFileError extends NerError {
  override readonly name = "ModelFileError";
  constructor(message: string, options?: ErrorOptions) {
    super("model_file", message, options);
  }
}

/** In a browser, or in a bundle for Node: one of this package's own files is not where it was looked for. */
export class AssetError extends NerError {
  override readonly name = "AssetError";
  constructor(message: string, options?: ErrorOptions) {
    super("asset", message, options);
  }
}

/** The page or runtime lacks what is needed, or its content security policy forbids it. */
export class EnvironmentError extends NerError {
  override readonly name = "EnvironmentError";
  constructor(message: string, options?: ErrorOptions) {
    super("environment", message, options);
  }
}

/** The server that has a remote model refused, or said what no such server says. */
export class HubError extends NerError {
  override readonly name = "HubError";
  /** The status of the HTTP response that was the last. */
  readonly status: number | undefined;
  /** What was asked for, without query: signatures stand there. */
  readonly url: string | undefined;

  constructor(message: string, options?: ErrorDetails) {
    super("hub", message, options);
    this.status = options?.status;
    this.url = options?.url;
  }
}

/** A remote model is not in the cache, and the network cannot be reached or must not be used. */
export class OfflineError extends NerError {
  override readonly name = "OfflineError";
  constructor(message: string, options?: ErrorOptions) {
    super("offline", message, options);
  }
}

/** A file that came over the network is not the one that was published; it has not been kept. */
export class IntegrityError extends NerError {
  override readonly name = "IntegrityError";
  constructor(message: string, options?: ErrorOptions) {
    super("integrity", message, options);
  }
}

/** The tokenizer's file is malformed. */
export class TokenizerError extends NerError {
  override readonly name = "TokenizerError";
  constructor(message: string, options?: ErrorOptions) {
    super("invalid_tokenizer", message, options);
  }
}

/** `config.json` is malformed or describes no token classifier. */
export class ConfigError extends NerError {
  override readonly name = "ConfigError";
  constructor(message: string, options?: ErrorOptions) {
    super("invalid_config", message, options);
  }
}

/** The weights are malformed, or are not those that `config.json` describes. */
export class CheckpointError extends NerError {
  override readonly name = "CheckpointError";
  constructor(message: string, options?: ErrorOptions) {
    super("invalid_checkpoint", message, options);
  }
}

/** A text is longer than the library takes, as it is or once it is normalised. */
export class TextTooLongError extends NerError {
  override readonly name = "TextTooLongError";
  constructor(message: string, options?: ErrorOptions) {
    super("text_too_long", message, options);
  }
}

/** More calls wait for an answer than a pipeline or tokenizer takes. */
export class TooManyCallsError extends NerError {
  override readonly name = "TooManyCallsError";
  constructor(message: string, options?: ErrorOptions) {
    super("too_many_calls", message, options);
  }
}

/** Bytes that are to be read as text are none, or are not in the encoding that they were read in. */
export class TextFormatError extends NerError {
  override readonly name = "TextFormatError";
  /** What they look like: "windows-1252", "a PNG image", "binary data". */
  readonly looks_like: string | undefined;
  /** The encoding in which decodeText() would read them; undefined for what is no text. */
  readonly encoding: string | undefined;
  /** Bytes before the first that is wrong. */
  readonly offset: number | undefined;

  constructor(message: string, options?: TextFormatDetails) {
    super("text_format", message, options);
    this.looks_like = options?.looks_like;
    this.encoding = options?.encoding;
    this.offset = options?.offset;
  }
}

/** The backend refused the weights or failed while it ran. */
export class BackendError extends NerError {
  override readonly name = "BackendError";
  constructor(message: string, options?: ErrorOptions) {
    super("backend", message, options);
  }
}

/** WebAssembly memory ran out. The worker is replaced: the next call works. */
export class OutOfMemoryError extends NerError {
  override readonly name = "OutOfMemoryError";
  constructor(message: string, options?: ErrorOptions) {
    super("out_of_memory", message, options);
  }
}

/** The pipeline or tokenizer was disposed, before the call or while it ran. */
export class DisposedError extends NerError {
  override readonly name = "DisposedError";
  constructor(message: string, options?: ErrorOptions) {
    super("disposed", message, options);
  }
}

/** The worker stopped by itself before it had answered. It is replaced: the next call works. */
export class WorkerError extends NerError {
  override readonly name = "WorkerError";
  constructor(message: string, options?: ErrorOptions) {
    super("worker_crashed", message, options);
  }
}

/** A bug of this package. */
export class InternalError extends NerError {
  override readonly name = "InternalError";
  constructor(message: string, options?: ErrorOptions) {
    super("internal", message, options);
  }
}

const classes: Record<ErrorCode, new (message: string, options?: ErrorDetails) => NerError> = {
  invalid_argument: InvalidArgumentError,
  model_not_found: ModelNotFoundError,
  model_file: ModelFileError,
  asset: AssetError,
  environment: EnvironmentError,
  hub: HubError,
  offline: OfflineError,
  integrity: IntegrityError,
  invalid_tokenizer: TokenizerError,
  invalid_config: ConfigError,
  invalid_checkpoint: CheckpointError,
  text_too_long: TextTooLongError,
  too_many_calls: TooManyCallsError,
  text_format: TextFormatError,
  backend: BackendError,
  out_of_memory: OutOfMemoryError,
  disposed: DisposedError,
  worker_crashed: WorkerError,
  internal: InternalError,
};

/**
 * Whether it is an error of this package with this code. The code counts, not the class: another bundle
 * of the package has classes of its own.
 */
export function hasCode(error: unknown, code: ErrorCode): error is NerError {
  return error instanceof Error && (error as Partial<NerError>).code === code;
}

/** Whether it is any error of this package, of this bundle or another. */
export function isNerError(error: unknown): error is NerError {
  return (Object.keys(classes) as ErrorCode[]).some((code) => hasCode(error, code));
}

/** The error class of a code that came as data, from the core or across a worker's port. */
export function errorOf(code: string, message: string, options?: ErrorDetails): NerError {
  return Object.hasOwn(classes, code)
    ? new classes[code as ErrorCode](message, options)
    : new InternalError(`${code}: ${message}`, options);
}
