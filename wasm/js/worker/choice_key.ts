// SPDX-License-Identifier: Apache-2.0

import type { Gpu } from "../webgpu/gpu.js";
import { chooseWeights } from "../weights/choose_weights.js";
import type { ModelLoad } from "./load_types.js";

/**
 * What a choice of device is made for: these weights on this GPU, or on so many threads. A name alone
 * may be another model's, too, or that of its next version.
 */
export async function choiceKey(
  gpu: Pick<Gpu, "hasFloat16" | "name">,
  load: Pick<ModelLoad, "files" | "configJson" | "backend" | "dtype" | "weights" | "threads">,
): Promise<string> {
  const { files, configJson, backend, dtype, weights, threads } = load;
  const { file } = await chooseWeights(files, { backend, dtype, weights, gpu });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(configJson));
  const config = new Uint8Array(digest).join(".");
  const model = [files.name, files.revision, file, await files.sizeOf?.(file), config];
  return [...model, backend, dtype, threads, gpu.name].join("\n");
}
