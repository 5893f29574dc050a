// SPDX-License-Identifier: Apache-2.0

import type { AdmissionLimits } from "./admission.js";
import type { GuardSettings } from "./guards.js";
import type { LoadWorker } from "./loaded_model.js";
import type { LogStream } from "./log.js";
import type { NamedModel } from "./model_registry.js";

/** What a server is told. */
export interface ServerSettings extends AdmissionLimits, GuardSettings {
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
  log: LogStream;
  version: string;
}
