// SPDX-License-Identifier: Apache-2.0

import type { ModelInput, PipelineOptions, TokenizerOptions } from "../wasm/js/base/types.js";
import type { TokenClassifier } from "../wasm/js/client/classifier.js";
import { createPipeline } from "../wasm/js/client/pipeline.js";
import type { Task } from "../wasm/js/client/pipeline.js";
import { createTokenizer } from "../wasm/js/client/tokenizer.js";
import type { Tokenizer as TokenizerHandle } from "../wasm/js/client/tokenizer.js";
import { platform } from "./platform.js";

export * from "../wasm/js/public.js";
export { evaluate } from "./eval.js";

/**
 * Loads a model by its hub id, URL or files, or the embedded model where none is named, in a worker.
 * Rejects with a `NerError` whose `code` says what is wrong.
 *
 *     const ner = await pipeline('ner');
 *     await ner('Emma lives in London.', { aggregation_strategy: 'simple' });
 */
export function pipeline(
  task: Task,
  model?: ModelInput,
  options?: PipelineOptions,
): Promise<TokenClassifier> {
  return createPipeline(platform, task, model, options);
}

/** A model's tokenizer alone. */
export type Tokenizer = TokenizerHandle;

/** Loads tokenizers. */
export const Tokenizer = {
  /** Loads the tokenizer of a model, or of the embedded one where none is named. */
  load(model?: ModelInput, options?: TokenizerOptions): Promise<Tokenizer> {
    return createTokenizer(platform, model, options);
  },
};
