// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import { concatenate } from "../base/concatenate.js";
import { InvalidArgumentError } from "../base/errors.js";
import type { Core } from "../core/core.js";
import type {
  CoreDecodeOptions,
  CoreInput,
  CoreWindowOptions,
  Windows,
} from "../core/core_handle.js";
import { toGroups, toTokens, toWordTags } from "../core/records.js";
import type { TaggedText, TaggedWords } from "../core/records.js";
import type { TagSettings } from "../options/tag_options.js";
import type { WordSettings } from "../options/word_options.js";

/** Tokens that neighbouring windows share unless a call says otherwise. */
const defaultStride = 128;

/** How many inputs the core works on at a time, which is enough for its threads. */
const batchSize = 64;

/** UTF-16 units of such a batch, but for one long text: so memory is that of the longest, at most. */
const batchUnits = 2 ** 17;

/**
 * Text in, entities out, in the thread that owns the core: windows of ids from C++, logits from the
 * backend, records from C++ again.
 */
export class Tagger {
  readonly #core: Core;
  readonly #backend: Backend;
  readonly #labels: string[];
  readonly #maxTokens: number;

  constructor(core: Core, backend: Backend) {
    this.#core = core;
    this.#backend = backend;
    this.#labels = core.labels();
    this.#maxTokens = maxTokensOf(core, backend);
  }

  /** One list of records for each text or list of words. */
  async classify(
    inputs: CoreInput[],
    settings: TagSettings,
    signal: AbortSignal,
  ): Promise<TaggedText[]> {
    const options = this.#decodeOptions(settings);
    const results: TaggedText[] = [];
    for (const batch of batchesOf(inputs)) {
      const windows = this.#core.windows(batch, options);
      const logits = await this.#forward(windows, signal);
      const decoded = this.#core.decode(batch, logits, options);
      for (const [i, records] of decoded.entries()) {
        results.push({
          entities:
            settings.strategy === "none"
              ? toTokens(records, this.#labels)
              : toGroups(records, this.#labels),
          cut: windows[i]?.cut ?? 0,
        });
      }
    }
    return results;
  }

  /** One label for each word. */
  async tagWords(
    lists: string[][],
    settings: WordSettings,
    spans: boolean,
    signal: AbortSignal,
  ): Promise<TaggedWords[]> {
    const { mode, lowercase, viterbi } = settings;
    const isTner = mode === "tner" || mode === "tner_counted";
    const options = {
      ...this.#wordWindows(settings),
      labelling: this.#labelling(viterbi ?? (isTner ? undefined : false)),
      decoder: isTner ? ("tner" as const) : mode === "hf" ? ("scheme" as const) : mode,
      topK: settings.topK,
      spans,
    };
    const results: TaggedWords[] = [];
    for (const batch of batchesOf(lists)) {
      const words = lowercase ? batch.map((list) => list.map((word) => word.toLowerCase())) : batch;
      const logits = await this.#forward(this.#core.wordWindows(words, options), signal);
      const tags = this.#core.wordTags(words, logits, options);
      results.push(...tags.map((each) => toWordTags(each, this.#labels)));
    }
    return results;
  }

  /** The logits of each input. All windows go through the network together, so that its weights are read once. */
  async #forward(windows: Windows[], signal: AbortSignal): Promise<Float32Array[]> {
    const join = (parts: Int32Array[]): Int32Array =>
      concatenate(parts, (length) => new Int32Array(length));
    const ids = join(windows.map((each) => each.ids));
    const lengths = join(windows.map((each) => each.lengths));
    const all = await this.#backend.forward({ ids, lengths, cut: 0 }, signal);
    let begin = 0;
    return windows.map((each) => {
      const end = begin + each.ids.length * this.#labels.length;
      const logits = all.subarray(begin, end);
      begin = end;
      return logits;
    });
  }

  #decodeOptions(settings: TagSettings): CoreDecodeOptions {
    const { compat, truncation, stride } = settings;
    const isOurs = compat === "none";
    const isCut = isOurs ? truncation : stride === undefined;
    return {
      windowing: isCut ? "truncated" : isOurs ? "owned" : "overlapping",
      maxTokens: this.#maxTokens,
      stride: isCut ? 0 : chooseStride(stride, this.#maxTokens, isOurs),
      compat,
      delimiter: settings.delimiter,
      mode: "hf",
      offsets: settings.offsets,
      offsetMapping: settings.offsetMapping,
      strategy: settings.strategy,
      decoder: settings.decoder,
      labelling: isOurs ? this.#labelling(settings.viterbi, settings.scheme) : "argmax",
      scheme: settings.scheme,
      ignoreLabels: settings.ignoreLabels,
      minScore: settings.minScore,
      topK: settings.topK,
    };
  }

  #wordWindows({ mode, separator, maxLength }: WordSettings): CoreWindowOptions {
    const isCut = maxLength !== undefined;
    return {
      windowing: isCut ? "truncated" : "owned",
      maxTokens: Math.min(maxLength ?? Infinity, this.#maxTokens),
      stride: isCut ? 0 : chooseStride(undefined, this.#maxTokens, true),
      compat: "none",
      delimiter: separator,
      mode,
      offsets: "utf16",
      offsetMapping: [],
    };
  }

  /** A scheme that the caller names is meant to constrain, whatever the model was trained with. */
  #labelling(viterbi: boolean | undefined, scheme = "auto"): CoreDecodeOptions["labelling"] {
    const hasCrf = scheme === "auto" && this.#core.hasCrf();
    if (!(viterbi ?? hasCrf)) return "argmax";
    return hasCrf ? "crf" : "viterbi";
  }
}

/** Tokens of the longest window, `<s>` and `</s>` included. */
export function maxTokensOf(core: Core, { maxTokens = Infinity }: Backend): number {
  return Math.min(core.maxTokens(), maxTokens);
}

function chooseStride(asked: number | undefined, maxTokens: number, isOurs: boolean): number {
  if (asked === undefined) return Math.min(defaultStride, Math.floor(maxTokens / 4));
  // A window advances by what it holds besides <s>, </s> and the shared tokens. Python takes one that
  // does not advance until a text needs a second.
  if (asked < maxTokens - (isOurs ? 2 : 1)) return asked;
  throw new InvalidArgumentError(
    isOurs
      ? `stride: expected fewer than the ${maxTokens - 2} tokens of text in a window, found ${asked}`
      : "`stride` must be less than `tokenizer.model_max_length` (or even lower if the tokenizer adds special tokens)",
  );
}

function* batchesOf<T extends CoreInput>(inputs: T[]): Generator<T[]> {
  let batch: T[] = [];
  let units = 0;
  for (const input of inputs) {
    const more = lengthOf(input);
    if (batch.length === batchSize || (batch.length > 0 && units + more > batchUnits)) {
      yield batch;
      batch = [];
      units = 0;
    }
    batch.push(input);
    units += more;
  }
  if (batch.length > 0) yield batch;
}

/** UTF-16 units of a text, or of a list of them. */
export function lengthOf(input: CoreInput | readonly CoreInput[]): number {
  if (typeof input === "string") return input.length;
  let length = 0;
  for (const each of input) length += lengthOf(each);
  return length;
}
