// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "../base/types.js";

/** How many bytes of a file are there. */
export interface FileLoadingProgress {
  /** Bytes that are there. */
  loaded: number;
  /** Bytes of the whole file. */
  total: number;
}

/** What `progress_callback` of transformers.js 4.3.2 is told. */
export type ProgressInfo =
  | {
      /** A file is about to be loaded; comes; is there. */
      status: "initiate" | "download" | "done";
      /** The model, as it was named. */
      name: string;
      /** The file. */
      file: string;
    }
  | ({
      /** More of a file is there. */
      status: "progress";
      /** The model, as it was named. */
      name: string;
      /** The file. */
      file: string;
      /** From 0 to 100. */
      progress: number;
    } & FileLoadingProgress)
  | ({
      /** More of all the files is there. */
      status: "progress_total";
      /** The model, as it was named. */
      name: string;
      /** From 0 to 100. */
      progress: number;
      /** Each file. */
      files: Record<string, FileLoadingProgress>;
    } & FileLoadingProgress)
  | {
      /** The pipeline works. */
      status: "ready";
      /** The task. */
      task: string;
      /** The model, as it was named. */
      model: string;
    };

/** Is told how far loading is. */
export type ProgressCallback = (progress: ProgressInfo) => void;

/**
 * Tells the events of transformers.js what ours say: of each file `initiate`, `download`, any number of
 * `progress_total` and `progress`, and `done`; of the pipeline `ready` in the end.
 *
 * @internal
 */
export class ProgressEvents {
  readonly #tell: ProgressCallback;
  readonly #name: string;
  readonly #files = new Map<string, FileLoadingProgress>();
  readonly #done = new Set<string>();

  constructor(tell: ProgressCallback, name: string) {
    this.#tell = tell;
    this.#name = name;
  }

  report({ phase, file, loaded, total, overall }: Progress): void {
    if (phase === "ready") this.#finish();
    else if (!this.#done.has(file)) this.#file(file, { loaded, total }, overall);
  }

  /** Once the pipeline is the caller's. */
  ready(task: string): void {
    this.#tell({ status: "ready", task, model: this.#name });
  }

  #file(file: string, { loaded, total }: FileLoadingProgress, overall: Progress["overall"]): void {
    const name = this.#name;
    if (!this.#files.has(file)) {
      this.#tell({ status: "initiate", name, file });
      this.#tell({ status: "download", name, file });
    }
    this.#files.set(file, { loaded, total });
    this.#tell({
      status: "progress_total",
      name,
      ...percentOf(overall ?? sum([...this.#files.values()])),
      files: Object.fromEntries([...this.#files].map(([path, each]) => [path, { ...each }])),
    });
    this.#tell({ status: "progress", name, file, ...percentOf({ loaded, total }) });
    if (total > 0 && loaded >= total) this.#end(file);
  }

  /** A file of unknown size is there once the pipeline is. */
  #finish(): void {
    for (const file of this.#files.keys()) if (!this.#done.has(file)) this.#end(file);
  }

  #end(file: string): void {
    this.#done.add(file);
    this.#tell({ status: "done", name: this.#name, file });
  }
}

function sum(files: readonly FileLoadingProgress[]): FileLoadingProgress {
  const all = { loaded: 0, total: 0 };
  for (const { loaded, total } of files) {
    all.loaded += loaded;
    all.total += total;
  }
  return all;
}

function percentOf({
  loaded,
  total,
}: FileLoadingProgress): FileLoadingProgress & { progress: number } {
  return { progress: total > 0 ? (100 * loaded) / total : 0, loaded, total };
}
