// SPDX-License-Identifier: Apache-2.0

import type * as Ort from "onnxruntime-web";

import type { Backend, BackendOptions } from "../backend.js";
import type { Windows } from "../core.js";
import { BackendError, NerError } from "../errors.js";
import { Pacer } from "../pacer.js";

type Runtime = typeof Ort;

/** How a host comes by `onnxruntime-web`. */
export type ImportRuntime = () => Promise<Runtime>;

export interface OnnxOptions extends BackendOptions {
  importRuntime: ImportRuntime;
}

/** The version that this package is tested with. */
const testedVersion = "1.30.0";

/** ONNX Runtime Web on its WebAssembly provider: an optional dependency, of 140 MB. */
export async function createOnnxBackend(options: OnnxOptions): Promise<Backend> {
  const runtime = await importRuntime(options);
  runtime.env.wasm.numThreads = options.threads;
  // What it logs as an error it also throws.
  runtime.env.logLevel = "fatal";
  const session = await guard(`${options.where}: expected an ONNX model`, () =>
    runtime.InferenceSession.create(options.weights, {
      executionProviders: ["wasm"],
      logSeverityLevel: 4,
    }),
  );
  try {
    checkGraph(session, options.where);
  } catch (error) {
    await session.release();
    throw error;
  }
  return new OnnxBackend(runtime, session, options);
}

async function importRuntime({ where, importRuntime }: OnnxOptions): Promise<Runtime> {
  try {
    return await importRuntime();
  } catch (cause) {
    if (cause instanceof NerError) throw cause;
    throw new BackendError(
      `${where}: expected onnxruntime-web, which runs ONNX files, found it not installed: ` +
        `npm install onnxruntime-web@${testedVersion}`,
      { cause },
    );
  }
}

class OnnxBackend implements Backend {
  readonly name = "onnxruntime";
  readonly #runtime: Runtime;
  readonly #session: Ort.InferenceSession;
  readonly #where: string;
  readonly #labels: number;
  readonly #pacer = new Pacer();

  constructor(runtime: Runtime, session: Ort.InferenceSession, options: BackendOptions) {
    this.#runtime = runtime;
    this.#session = session;
    this.#where = options.where;
    this.#labels = options.labels;
  }

  async forward(windows: Windows, signal: AbortSignal): Promise<Float32Array> {
    const logits = new Float32Array(windows.ids.length * this.#labels);
    let begin = 0;
    for (const length of windows.lengths) {
      await this.#pacer.pause(signal);
      const rows = await this.#run(windows.ids.subarray(begin, begin + length));
      logits.set(rows, begin * this.#labels);
      begin += length;
    }
    return logits;
  }

  async dispose(): Promise<void> {
    await this.#session.release();
  }

  async #run(ids: Int32Array): Promise<Float32Array> {
    const shape = [1, ids.length];
    const { Tensor } = this.#runtime;
    const feeds: Record<string, Ort.Tensor> = {
      input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
    };
    if (this.#session.inputNames.includes("attention_mask")) {
      feeds["attention_mask"] = new Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape);
    }
    const { logits } = await guard(this.#where, () => this.#session.run(feeds, ["logits"]));
    const found = logits?.dims.join(" × ");
    if (
      found !== `1 × ${ids.length} × ${this.#labels}` ||
      !(logits?.data instanceof Float32Array)
    ) {
      throw new BackendError(
        `${this.#where}: expected float32 logits of 1 × ${ids.length} tokens × ${this.#labels} labels ` +
          `(id2label of the config), found ${logits?.type ?? "none"} ${found ?? ""}`,
      );
    }
    return logits.data;
  }
}

function checkGraph(session: Ort.InferenceSession, where: string): void {
  const { inputNames, outputNames } = session;
  const known = ["input_ids", "attention_mask"];
  if (!inputNames.includes("input_ids") || inputNames.some((name) => !known.includes(name))) {
    throw new BackendError(
      `${where}: expected the graph inputs ${known.join(", ")}, found ${inputNames.join(", ")}`,
    );
  }
  if (!outputNames.includes("logits")) {
    throw new BackendError(
      `${where}: expected the graph output logits, found ${outputNames.join(", ")}`,
    );
  }
}

async function guard<T>(where: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    // ONNX Runtime throws plain numbers where its WebAssembly ran out of memory or trapped.
    const why =
      cause instanceof Error ? cause.message : `ONNX Runtime failed with ${String(cause)}`;
    throw new BackendError(`${where}: ${why}`, { cause });
  }
}
