// SPDX-License-Identifier: Apache-2.0

import type { Platform } from "../wasm/js/client/pipeline.js";
import { compileCore } from "../wasm/js/core/compile.js";
import { coreFiles, embeddedFolder } from "./assets.js";
import { readAsset } from "./files/folder.js";
import { spawnWorker } from "./spawn.js";

/** What pipelines and tokenizers need of Node. */
export const platform: Platform = {
  spawnWorker,
  compileCore: (assets) => compileCore(readAsset, (variant) => coreFiles(variant, assets)),
  defaultModel: embeddedFolder,
};
