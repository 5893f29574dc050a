// SPDX-License-Identifier: Apache-2.0

import type { Platform } from "../wasm/js/client/pipeline.js";
import { compileCore } from "./compile.js";
import { embeddedModel } from "./embedded_model.js";
import { spawnWorker } from "./spawn.js";

/** What pipelines and tokenizers need of a page. */
export const platform: Platform = { spawnWorker, compileCore, defaultModel: () => embeddedModel };
