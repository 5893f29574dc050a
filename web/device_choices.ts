// SPDX-License-Identifier: Apache-2.0

import type { DeviceChoices } from "../wasm/js/worker/load_types.js";
import { deviceKey } from "./blob_cache.js";
import type { BlobCache } from "./blob_cache.js";

/** Which device was the faster one for a model, kept beside the models. */
export function deviceChoices(cache: BlobCache): DeviceChoices {
  return {
    get: async (key) => (await cache.match(deviceKey(key)))?.text(),
    set: (key, choice) => cache.put(deviceKey(key), new Blob([choice])),
  };
}
