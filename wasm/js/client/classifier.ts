// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal } from "../base/checks.js";
import { InvalidArgumentError } from "../base/errors.js";
import type { AbortSignal, AsyncDisposable } from "../base/host_types.js";
import type {
  AggregationStrategy,
  EntityList,
  PipelineInfo,
  ScriptCount,
  TagOptions,
} from "../base/types.js";
import type {
  SparkAnnotations,
  SparkOptions,
  TagWordsOptions,
  TnerOptions,
  TnerPrediction,
  WordTag,
} from "../base/word_types.js";
import type { CoreInput } from "../core/core_handle.js";
import type { TaggedText, TaggedWords } from "../core/records.js";
import { checkTexts } from "../options/load_options.js";
import { checkTagOptions } from "../options/tag_options.js";
import type { TagSettings } from "../options/tag_options.js";
import {
  checkDocuments,
  checkSparkOptions,
  checkTagWordsOptions,
  checkTnerInputs,
  checkTnerOptions,
  checkWordLists,
  isOneList,
} from "../options/word_options.js";
import type { WordSettings } from "../options/word_options.js";
import type { Supervisor } from "../rpc/supervisor.js";
import { toScriptCounts } from "./scripts.js";
import { findTokens, toSparkAnnotations } from "./sparknlp.js";
import { streamResults } from "./stream.js";
import { toTnerPrediction } from "./tner.js";

/** @inline */
type WordsOptions<S extends AggregationStrategy> = TagOptions<S> & { is_split_into_words: true };

/**
 * A loaded model: call it with one text or a list of texts, or with lists of words. Rejects with a
 * `NerError`: `invalid_argument`, `text_too_long`, `too_many_calls`, `backend`, `out_of_memory`,
 * `disposed` or `worker_crashed`. Where its worker is lost, the next call has another one.
 */
export interface TokenClassifier extends AsyncDisposable {
  <S extends AggregationStrategy = "none">(
    words: readonly string[] | readonly (readonly string[])[],
    options: WordsOptions<S>,
  ): Promise<EntityList<S>[]>;
  <S extends AggregationStrategy = "none">(
    text: string,
    options?: TagOptions<S>,
  ): Promise<EntityList<S>>;
  <S extends AggregationStrategy = "none">(
    texts: readonly string[],
    options?: TagOptions<S>,
  ): Promise<EntityList<S>[]>;
  /**
   * One list of records for each text, in order. While it works on some it reads up to 64 more, and works on
   * those together; a text's records wait for no later text.
   */
  stream<S extends AggregationStrategy = "none">(
    texts: Iterable<string> | AsyncIterable<string>,
    options?: TagOptions<S>,
  ): AsyncGenerator<EntityList<S>, void, undefined>;
  /** One label for each given word. */
  tagWords(words: readonly string[], options?: TagWordsOptions): Promise<WordTag[]>;
  /** One label for each word of each list. */
  tagWords(lists: readonly (readonly string[])[], options?: TagWordsOptions): Promise<WordTag[][]>;
  /** T-NER's `predict`: texts, split at single spaces, or lists of words. */
  predict(
    inputs: readonly (string | readonly string[])[],
    options?: TnerOptions,
  ): Promise<TnerPrediction>;
  /** The columns that a Spark NLP pipeline has for one document. */
  annotate(document: string, options?: SparkOptions): Promise<SparkAnnotations>;
  /** Those of each document; the words of all go through the network together. */
  annotate(
    documents: readonly string[],
    options?: Omit<SparkOptions, "tokens">,
  ): Promise<SparkAnnotations[]>;
  /**
   * The scripts in which a text is written, most characters first. Punctuation, digits and what else
   * scripts share count for none. Known are those of the languages of XLM-RoBERTa.
   *
   *     await ner.scripts('鈴木 in Rome') // [{ script: 'Latn', characters: 6 }, { script: 'Hani', characters: 2 }]
   */
  scripts(text: string, options?: { signal?: AbortSignal | undefined }): Promise<ScriptCount[]>;
  /** What the pipeline is made of and where it runs, as of now. */
  info(): PipelineInfo;
  /** Stops the worker and frees its memory; calls that are still running reject with a DisposedError. */
  dispose(): Promise<void>;
}

/** @internal */
export function createClassifier(workers: Supervisor<PipelineInfo>): TokenClassifier {
  const classify = async (input: unknown, options?: unknown): Promise<unknown> => {
    const { signal, ...settings } = checkTagOptions(options);
    const { inputs, isOne } = readInputs(input, settings);
    const lists = await workers.call("classify", { inputs, settings }, { signal });
    const results = lists.map(toEntityList);
    return isOne ? results[0] : results;
  };
  const tag = (
    lists: string[][],
    settings: WordSettings,
    signal: AbortSignal | undefined,
    spans = false,
  ): Promise<TaggedWords[]> => workers.call("tagWords", { lists, settings, spans }, { signal });

  const classifier = classify as unknown as TokenClassifier;
  const dispose = (): Promise<void> => workers.dispose();
  return Object.assign(classifier, {
    stream<S extends AggregationStrategy = "none">(
      texts: Iterable<string> | AsyncIterable<string>,
      options?: TagOptions<S>,
    ): AsyncGenerator<EntityList<S>, void, undefined> {
      return streamResults(texts, {
        one: (text) => classifier(text, options),
        list:
          options?.is_split_into_words === true ? undefined : (some) => classifier(some, options),
      });
    },

    tagWords: (async (words: unknown, options?: unknown): Promise<unknown> => {
      const lists = checkWordLists(words);
      const { signal, ...settings } = checkTagWordsOptions(options);
      const tagged = await tag(lists, settings, signal);
      const results = tagged.map((each, i) => toWordTags(lists[i] ?? [], each));
      return isOneList(words) ? results[0] : results;
    }) as TokenClassifier["tagWords"],

    async predict(
      inputs: readonly (string | readonly string[])[],
      options?: TnerOptions,
    ): Promise<TnerPrediction> {
      const { signal, ...settings } = checkTnerOptions(options);
      const lists = checkTnerInputs(inputs);
      return toTnerPrediction(lists, await tag(lists, settings, signal, true));
    },

    annotate: (async (document: unknown, options?: SparkOptions): Promise<unknown> => {
      const { signal, tokens, whiteList, words } = checkSparkOptions(options);
      const documents = checkDocuments(document, tokens);
      const found = documents.map((text) => findTokens(text, tokens));
      const lists = found.map((list) => list.map(({ text }) => text));
      const tagged = await tag(lists, words, signal, true);
      const all = tagged.map((each, i) =>
        toSparkAnnotations(documents[i] ?? "", found[i] ?? [], each, whiteList),
      );
      return typeof document === "string" ? all[0] : all;
    }) as TokenClassifier["annotate"],

    async scripts(text: string, options?: unknown): Promise<ScriptCount[]> {
      if (typeof text !== "string") throw argumentError("text", "a string", text);
      const { signal } = checkNames("call option", options, ["signal"]);
      return toScriptCounts(
        await workers.call("scripts", { text }, { signal: checkSignal(signal) }),
      );
    },

    info: () => structuredClone(workers.info ?? workers.answer),
    dispose,
    [Symbol.asyncDispose]: dispose,
  });
}

/**
 * What a pipeline is called with, as the list of inputs that the tagger takes. As in Python, a flat
 * list of words is one sentence and still gives a list of lists.
 *
 *     readInputs('Emma', settings) // { inputs: ['Emma'], isOne: true }
 *
 * @internal
 */
export function readInputs(
  input: unknown,
  settings: TagSettings,
): { inputs: CoreInput[]; isOne: boolean } {
  const isEmptyList = Array.isArray(input) && input.length === 0;
  if (settings.compat !== "none" && (isEmptyList || input === undefined || input === null)) {
    throw new InvalidArgumentError("At least one input is required.");
  }
  const inputs = settings.isWords ? checkWordLists(input) : checkTexts(input);
  if (settings.offsetMapping.length > 0 && (settings.isWords || inputs.length > 1)) {
    const found = settings.isWords ? "words" : `${inputs.length} texts`;
    throw new InvalidArgumentError(`offset_mapping: expected one text, found ${found}`);
  }
  return {
    inputs: settings.isWords && isEmptyList ? [] : inputs,
    isOne: typeof input === "string",
  };
}

function toEntityList({ entities, cut }: TaggedText): EntityList {
  const list: EntityList = entities;
  if (cut > 0) list.truncated = cut;
  return list;
}

function toWordTags(words: string[], { labels, scores, best }: TaggedWords): WordTag[] {
  return words.flatMap((word, index) => {
    const entity = labels[index];
    if (entity === undefined || entity === null) return [];
    const list = best[index] ?? [];
    const tag = { word, entity, score: scores[index] ?? 0, index };
    return [list.length > 0 ? { ...tag, labels: list } : tag];
  });
}
