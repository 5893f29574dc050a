// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";

import { untilAborted } from "../../wasm/js/base/on_abort.js";
import type { PipelineInfo, Progress } from "../../wasm/js/base/types.js";
import { isHubId } from "../../wasm/js/hub/hub_id.js";
import { ApiError, errorOfLoading } from "./api_error.js";
import { LoadedModel } from "./loaded_model.js";
import type { RunSettings } from "./loaded_model.js";
import { MemoryBudget } from "./memory_budget.js";
import type { Resident } from "./memory_budget.js";

/** A model by the id that requests have for it. */
export interface NamedModel {
  id: string;
  /** A folder, hub id or URL; undefined is the model in this package. */
  source: string | undefined;
}

export interface RegistrySettings extends RunSettings {
  models: readonly NamedModel[];
  /** Whether any other model of the hub is loaded that is asked for. */
  anyHubModel: boolean;
  /** Bytes of all loaded models. */
  maxMemory: number;
  /** Is told what a model's failure was: requests are told less. */
  onFailure: (id: string, error: unknown) => void;
}

/** What `/info` says of a model. */
export interface ModelState {
  id: string;
  state: "not loaded" | "loading" | "loaded";
  /** Bytes, once it is known. */
  memory: number | undefined;
  info: PipelineInfo | undefined;
}

/** Seconds that the Inference API says of a model it knows nothing of. */
const usualSeconds = 20;

/** A model from its first request until it is unloaded. */
interface Residence extends Resident {
  readonly loading: Promise<LoadedModel>;
  readonly begin: number;
  model: LoadedModel | undefined;
}

interface Known extends NamedModel {
  /** Bytes that it took when it was loaded before. */
  bytes: number | undefined;
  seconds: number | undefined;
  residence: Residence | undefined;
}

/**
 * The models of a server. Each is loaded when a request wants it, once for all that want it at the time, and unloaded
 * when another needs its memory and it was used least recently; what runs on it is finished before.
 *
 *     await registry.use("default", { waits: true, signal }, (model) => model.tag(["Emma"], {}, signal));
 */
export class ModelRegistry {
  readonly #settings: RegistrySettings;
  readonly #known = new Map<string, Known>();
  readonly #budget: MemoryBudget;
  readonly #end = new AbortController();

  constructor(settings: RegistrySettings) {
    this.#settings = settings;
    this.#budget = new MemoryBudget(settings.maxMemory);
    for (const { id, source } of settings.models) this.#add(id, source);
  }

  /**
   * Does `job` with a model. Throws an ApiError: 404 for one that is not served, 503 where it is not loaded and the
   * request does not wait, or what errorOfLoading() makes of a failure.
   */
  async use<T>(
    id: string,
    { waits, signal }: { waits: boolean; signal: AbortSignal },
    job: (model: LoadedModel) => Promise<T>,
  ): Promise<T> {
    const known = this.#find(id);
    const residence = (known.residence ??= this.#load(known));
    if (!waits && residence.model === undefined) {
      throw new ApiError(503, `Model ${id} is currently loading`, {
        estimatedTime: estimate(known, residence),
      });
    }
    residence.users++;
    try {
      const model = await untilAborted(residence.loading, signal);
      residence.lastUsed = performance.now();
      return await job(model);
    } finally {
      residence.users--;
      this.#budget.released(residence);
    }
  }

  states(): ModelState[] {
    return [...this.#known.values()].map(({ id, bytes, residence }) => {
      const state = residence === undefined ? "not loaded" : residence.model ? "loaded" : "loading";
      return { id, state, memory: bytes, info: residence?.model?.info() };
    });
  }

  /** Ends all models, and those that are being loaded. */
  async dispose(): Promise<void> {
    this.#end.abort(new ApiError(503, "The server is shutting down"));
    const all = [...this.#known.values()].flatMap(({ residence }) => residence ?? []);
    await Promise.all(all.map((each) => each.dispose()));
  }

  #add(id: string, source: string | undefined): Known {
    const known: Known = {
      id,
      source,
      bytes: undefined,
      seconds: undefined,
      residence: undefined,
    };
    this.#known.set(id, known);
    return known;
  }

  /** An id that was not named is one of the hub, never a folder that happens to have its name. */
  #find(id: string): Known {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    if (!this.#settings.anyHubModel || !isHubId(id) || existsSync(id)) {
      throw new ApiError(404, `Model ${id.slice(0, 200)} does not exist`);
    }
    return this.#add(id, id);
  }

  #load(known: Known): Residence {
    const begin = performance.now();
    const loading = this.#loadWithin(known, () => residence);
    const residence: Residence = {
      users: 0,
      lastUsed: begin,
      bytes: 0,
      isLoaded: false,
      loading,
      begin,
      model: undefined,
      retire: () => {
        if (known.residence === residence) known.residence = undefined;
      },
      dispose: async () => {
        await (await loading.catch(() => undefined))?.dispose();
      },
    };
    this.#budget.add(residence);
    loading.then(
      (model) => {
        residence.model = model;
        residence.isLoaded = true;
        known.seconds = (performance.now() - begin) / 1000;
        this.#budget.changed();
      },
      (error: unknown) => {
        this.#budget.remove(residence);
        residence.retire();
        if (!this.#settings.models.some(({ id }) => id === known.id)) this.#known.delete(known.id);
        if (!this.#end.signal.aborted) this.#settings.onFailure(known.id, error);
      },
    );
    return residence;
  }

  /** Where it turns out to be larger than what is free, it is loaded again once there is room. */
  async #loadWithin(known: Known, residenceOf: () => Residence): Promise<LoadedModel> {
    await Promise.resolve(); // the residence is there
    const residence = residenceOf();
    for (;;) {
      if (known.bytes !== undefined) await this.#reserve(known, residence, known.bytes);
      const room = new AbortController();
      const onProgress = (progress: Progress): void => {
        const bytes = this.#settings.jobs * memoryOf(progress);
        if (bytes <= residence.bytes) return;
        known.bytes = bytes;
        if (this.#budget.take(residence, bytes)) return;
        room.abort();
      };
      const signal = AbortSignal.any([this.#end.signal, room.signal]);
      try {
        const model = await LoadedModel.load(known.source, this.#settings, { signal, onProgress });
        if (!signal.aborted) return model;
        await model.dispose();
      } catch (error) {
        if (!signal.aborted) throw errorOfLoading(known.id, error);
      }
      this.#end.signal.throwIfAborted();
    }
  }

  async #reserve(known: Known, residence: Residence, bytes: number): Promise<void> {
    const most = this.#settings.maxMemory;
    if (bytes > most) {
      const sizes = `${megabytes(bytes)} MB > ${megabytes(most)} MB`;
      throw new ApiError(
        403,
        `The model ${known.id} is too large to be loaded automatically (${sizes})`,
      );
    }
    await this.#budget.reserve(residence, bytes, this.#end.signal);
  }
}

/** What a worker takes besides the weights: V8, the core, the vocabulary. */
export const workerBytes = 64_000_000;

/** Bytes of a worker, by what is known while its model loads: float32 weights that are quantised become a quarter. */
function memoryOf({ phase, total }: Progress): number {
  switch (phase) {
    case "read":
    case "ready":
      return workerBytes + total;
    case "quantize":
      return workerBytes + total / 4;
    case "download":
    case "compile":
      return 0;
  }
}

/** Seconds until a model is loaded: by what it took the last time. */
function estimate({ seconds = usualSeconds }: Known, { begin }: Residence): number {
  return Math.max(1, Math.round(10 * (seconds - (performance.now() - begin) / 1000)) / 10);
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
