// SPDX-License-Identifier: Apache-2.0

import { OfflineError, hasCode } from "../base/errors.js";
import type {
  Entity,
  EntityList,
  ModelInput,
  PipelineInfo,
  Progress,
  TagOptions,
} from "../base/types.js";
import type { TokenClassifier } from "../client/classifier.js";
import { loadPipeline } from "../client/pipeline.js";
import type { Platform, Task } from "../client/pipeline.js";
import { checkPipelineOptions, checkTask } from "../options/load_options.js";
import type { TransformersEnvironment } from "./environment.js";
import { placeOf } from "./model_place.js";
import type { ModelPlace } from "./model_place.js";
import type { PretrainedModelOptions } from "./option_types.js";
import { ProgressEvents } from "./progress.js";
import { readOptions } from "./read_options.js";
import type { ReadOptions } from "./read_options.js";
import { isRaw, rawEntity } from "./records.js";
import type { TokenClassificationOutput, TokenClassificationPipelineOptions } from "./records.js";
import { Remarks, hasNoEffect } from "./remarks.js";

/**
 * What a platform injects besides that of our own pipelines.
 *
 * @internal
 */
export interface TransformersPlatform extends Platform {
  readonly isBrowser: boolean;
  /** Whether ONNX Runtime Web is to be had, from this address or, in Node, by its name. */
  hasRuntime: (url: unknown) => boolean;
  /**
   * Whether there is a `config.json` in this folder, which a path or an address names; undefined where its
   * server cannot be reached.
   */
  hasModel: (folder: string, signal: AbortSignal | undefined) => Promise<boolean | undefined>;
}

/** Calls as in transformers.js 4.3.2. */
export interface TokenClassificationCall {
  <Q extends string | string[], const O extends TokenClassificationPipelineOptions = object>(
    texts: Q,
    options?: O,
  ): Promise<Q extends string[] ? TokenClassificationOutput<O>[] : TokenClassificationOutput<O>>;
}

/**
 * A loaded model, where transformers.js has its TokenClassificationPipeline. Rejects as our own
 * pipelines do.
 */
export interface TokenClassificationPipeline extends TokenClassificationCall {
  /** What it was loaded for: `token-classification`. */
  readonly task: string;
  /** Has only `config`, with `id2label`, and `dispose`: our models are not theirs. */
  readonly model: never;
  /** There is none: `Tokenizer` of `xlmr-ner` is ours. */
  readonly tokenizer: never;
  /** There is none: it is for pictures and sounds. */
  readonly processor: never;
  /** What a call does; in theirs it has other types than the call itself. */
  readonly _call: never;
  /** What the pipeline is made of; `remarks` says what became of options that are not done to the letter. */
  info(): PipelineInfo;
  /** Stops the worker and frees its memory. */
  dispose(): Promise<void>;
}

/**
 * Loads a model as transformers.js does.
 *
 * @internal
 */
export type LoadTokenClassification = (
  task: Task,
  model?: ModelInput | null,
  options?: PretrainedModelOptions | null,
) => Promise<TokenClassificationPipeline>;

/** @internal */
export function createLoader(
  platform: TransformersPlatform,
  env: TransformersEnvironment,
): LoadTokenClassification {
  const remarks = new Remarks(env);
  const { isBrowser } = platform;
  return async (task, model, options) => {
    checkTask(task);
    const read = readOptions(options, { env, isBrowser, hasRuntime: platform.hasRuntime });
    remarks.say(read.remarks);
    const events = eventsFor(options, model);
    const settings = checkPipelineOptions({ ...read.options, progress_callback: events?.report });
    const place = await placeOf(model, {
      env,
      isBrowser,
      localFilesOnly: options?.local_files_only ?? false,
      revision: options?.revision ?? undefined,
      hasModel: (folder) => platform.hasModel(folder, settings.signal),
    });
    const { weights, given } = read;
    const loading = { model: place.model, settings: settingsAt(settings, place), weights, given };
    const classifier = await loadPipeline(platform, loading).catch((error: unknown) => {
      throw withSearched(error, place);
    });
    events?.ready(taskName);
    return wrap(classifier, read, remarks);
  };
}

const taskName = "token-classification";

function eventsFor(
  options: PretrainedModelOptions | null | undefined,
  model: ModelInput | null | undefined,
): { report: (progress: Progress) => void; ready: (task: string) => void } | undefined {
  const tell = options?.progress_callback ?? undefined;
  if (tell === undefined) return undefined;
  const isNamed = typeof model === "string" || model instanceof URL;
  const events = new ProgressEvents(tell, isNamed ? String(model) : "model");
  return {
    report: (progress) => {
      events.report(progress);
    },
    ready: (task) => {
      events.ready(task);
    },
  };
}

function settingsAt(
  settings: ReturnType<typeof checkPipelineOptions>,
  { model, revision, endpoint, localFilesOnly, isLocal }: ModelPlace,
): typeof settings {
  const { remote } = settings;
  return {
    ...settings,
    remote: {
      ...remote,
      revision,
      localFilesOnly,
      localModel: isLocal && typeof model === "string" ? model : undefined,
      endpoint: remote.endpoint ?? endpoint,
    },
  };
}

function withSearched(error: unknown, { searched }: ModelPlace): unknown {
  if (searched === undefined || !hasCode(error, "offline")) return error;
  return new OfflineError(`${error.message}; there is no such model in ${searched} either`, {
    cause: error,
  });
}

function wrap(
  classifier: TokenClassifier,
  { wanted, remarks: found }: ReadOptions,
  remarks: Remarks,
): TokenClassificationPipeline {
  const call = async (texts: string | string[], options?: unknown): Promise<unknown> => {
    const { tagOptions, unused } = readCall(options);
    remarks.say(unused);
    const isOne = typeof texts === "string";
    const lists = await classifier(isOne ? [texts] : texts, tagOptions);
    const records = lists.map((list, i) => recordsOf(list, (isOne ? texts : texts[i]) ?? ""));
    return isOne ? records[0] : records;
  };
  const info = (): PipelineInfo => {
    const own = classifier.info();
    const isOther = wanted !== undefined && own.weights !== wanted.file;
    const why = `dtype '${wanted?.dtype ?? ""}' is ${wanted?.file ?? ""}, the nearest is ${own.weights}`;
    return { ...own, remarks: [...own.remarks, ...found, ...(isOther ? [why] : [])] };
  };
  const dispose = (): Promise<void> => classifier.dispose();
  const { labels } = classifier.info();
  const id2label = Object.fromEntries(labels.map((label, id) => [id, label]));
  const label2id = Object.fromEntries(labels.map((label, id) => [label, id]));
  return Object.assign(call, {
    task: taskName,
    model: { config: { id2label, label2id }, dispose } as never,
    tokenizer: undefined as never,
    processor: undefined as never,
    _call: call as never,
    info,
    dispose,
  }) as TokenClassificationPipeline;
}

function recordsOf(list: EntityList, text: string): Entity[] {
  return list.flatMap<Entity>((record) =>
    isRaw(record) ? (rawEntity(record, text) ?? []) : [record],
  );
}

/** What our own pipelines take in a call. */
const callNames: readonly (keyof TagOptions)[] = [
  ...(["aggregation_strategy", "ignore_labels", "stride", "truncation"] as const),
  ...(["decoder", "viterbi", "scheme", "min_score", "top_k", "signal"] as const),
];

/** What makes no difference to results here. */
const idle = ["padding", "batch_size"];

function readCall(options: unknown): { tagOptions: TagOptions; unused: string[] } {
  const given = Object(options ?? {}) as Record<string, unknown>;
  const known: readonly string[] = callNames;
  const tagOptions = Object.fromEntries(callNames.map((name) => [name, given[name] ?? undefined]));
  const unused = Object.keys(given).filter((name) => !known.includes(name) && !idle.includes(name));
  return { tagOptions, unused: unused.map(hasNoEffect) };
}
