// SPDX-License-Identifier: Apache-2.0

import type { AdmissionLimits } from "./admission.js";
import type { LoadWorker } from "./loaded_model.js";
import type { NamedModel } from "./model_registry.js";

/** What a server is told. */
export interface ServerSettings extends AdmissionLimits {
  host: string;
  /** 0: any that is free. */
  port: number;
  /** The first of them is at `/`, too. */
  models: readonly NamedModel[];
  /** Whether any other model of the hub is loaded that is asked for. */
  anyHubModel: boolean;
  load: LoadWorker;
  jobs: number;
  maxMemory: number;
  maxBatch: number;
  /** Seconds that a request may take, its model's loading included. */
  timeout: number;
  /** Seconds that a request's body may take to come. */
  bodyTimeout: number;
  token: string | undefined;
  /** Of pages that may ask; `*` is any. */
  origins: readonly string[];
  /** Where lines of JSON go that say what happened, without texts. */
  log: { write: (line: string) => void };
  version: string;
}
