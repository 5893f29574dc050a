// SPDX-License-Identifier: Apache-2.0

import type { ModelInput } from "../wasm/js/base/types.js";
import type { Task } from "../wasm/js/client/pipeline.js";
import { createEnvironment } from "../wasm/js/transformers/environment.js";
import type { TransformersEnvironment } from "../wasm/js/transformers/environment.js";
import { hasModelAt } from "../wasm/js/transformers/has_model.js";
import type { PretrainedModelOptions } from "../wasm/js/transformers/option_types.js";
import { createLoader } from "../wasm/js/transformers/pipeline.js";
import type { TokenClassificationPipeline } from "../wasm/js/transformers/pipeline.js";
import { version } from "../wasm/js/transformers/version.js";
import { pageBase } from "./addresses.js";
import { platform } from "./platform.js";

export * from "../wasm/js/transformers/public.js";

/** Where models come from and what keeps them, for all later calls of `pipeline()`. */
export const env: TransformersEnvironment = createEnvironment({ isBrowser: true, version });

const load = createLoader(
  {
    ...platform,
    isBrowser: true,
    hasRuntime: (url) => url !== undefined,
    hasModel: (folder, signal) => hasModelAt(folder, pageBase(), signal),
  },
  env,
);

/**
 * Loads a model as `pipeline('token-classification', …)` of transformers.js does, with its options.
 * docs/transformers-js.md says what becomes of each.
 *
 *     env.allowRemoteModels = false;
 *     const ner = await pipeline('token-classification', '/models/mine');
 */
export function pipeline(
  task: Task,
  model?: ModelInput | null,
  options?: PretrainedModelOptions | null,
): Promise<TokenClassificationPipeline> {
  return load(task, model, options);
}
