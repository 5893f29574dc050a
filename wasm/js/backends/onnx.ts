// SPDX-License-Identifier: Apache-2.0

import type * as Ort from "onnxruntime-web";

import { BackendError, isNerError } from "../base/errors.js";
import { readFloat16 } from "../base/float16.js";
import { Pacer } from "../base/pacer.js";
import type { Windows } from "../core/core_handle.js";
import type { GpuDevice } from "../webgpu/gpu.js";
import type { ExternalData } from "../webgpu/graph_weights.js";
import type { Backend } from "./backend.js";

type Runtime = typeof Ort;

/** How a host comes by `onnxruntime-web`. */
export type ImportRuntime = () => Promise<Runtime>;

export interface OnnxOptions {
  /** The model's file. */
  graph: Uint8Array;
  /** Weights that lie outside of it. */
  externalData: readonly ExternalData[];
  /** Whether it is a graph of webgpu/xlmr_graph.ts, of fused operators. */
  isFused: boolean;
  /** Names it in errors. */
  where: string;
  /** Classes that the model's configuration names. */
  labels: number;
  /** For its WebAssembly provider. */
  threads: number;
  /** Where to compute instead; disposing the backend destroys it. */
  gpu?: GpuDevice;
  runtime: Runtime;
}

/** The version that this package is tested with. */
const testedVersion = "1.30.0";

/** A model on ONNX Runtime's WebAssembly provider, or on a WebGPU device. */
export async function createOnnxBackend(options: OnnxOptions): Promise<Backend> {
  const { graph, externalData, isFused, where, threads, gpu, runtime } = options;
  // Whatever runs this model: ONNX Runtime starts once, and the next model may run in WebAssembly.
  runtime.env.wasm.numThreads = threads;
  // What it logs as an error it also throws.
  runtime.env.logLevel = "fatal";
  const creating = guard(`${where}: expected an ONNX model`, () =>
    runtime.InferenceSession.create(graph, {
      executionProviders: [gpu === undefined ? "wasm" : { name: "webgpu", device: gpu.device }],
      logSeverityLevel: 4,
      externalData,
      // ONNX Runtime would approximate GELU on top.
      ...(isFused && { graphOptimizationLevel: "disabled" }),
    }),
  );
  try {
    const session = await (gpu === undefined ? creating : gpu.watch(creating));
    return new OnnxBackend(session, options);
  } catch (error) {
    // A device may fail before its session is there, or beside it.
    void creating.then((session) => session.release()).catch(() => undefined);
    throw error;
  }
}

/** ONNX Runtime Web, an optional dependency of 140 MB, for the model that `where` names. */
export async function openRuntime(importRuntime: ImportRuntime, where: string): Promise<Runtime> {
  try {
    return await importRuntime();
  } catch (cause) {
    if (isNerError(cause)) throw cause;
    throw new BackendError(
      `${where}: expected onnxruntime-web, which runs ONNX files, found it not installed: ` +
        `npm install onnxruntime-web@${testedVersion}`,
      { cause },
    );
  }
}

class OnnxBackend implements Backend {
  readonly name = "onnxruntime";
  readonly maxTokens: number | undefined;
  readonly #runtime: Runtime;
  readonly #session: Ort.InferenceSession;
  readonly #where: string;
  readonly #labels: number;
  readonly #gpu: GpuDevice | undefined;
  readonly #inputs: readonly GraphInput[];
  readonly #output: string;
  /** Rows of ids that the graph takes at a time. */
  readonly #rows: number;
  readonly #pacer = new Pacer();

  /** Errors: BackendError for a graph of other inputs and outputs than a token classifier's. */
  constructor(session: Ort.InferenceSession, options: OnnxOptions) {
    this.#runtime = options.runtime;
    this.#session = session;
    this.#where = options.where;
    this.#labels = options.labels;
    this.#gpu = options.gpu;
    this.#inputs = inputsOf(session, options.where);
    this.#output = outputOf(session, options.where);
    const [rows, tokens] = fixedShape(session, options.where);
    this.#rows = rows ?? 1;
    this.maxTokens = tokens;
  }

  async forward(windows: Windows, signal: AbortSignal): Promise<Float32Array> {
    const logits = new Float32Array(windows.ids.length * this.#labels);
    let begin = 0;
    for (const length of windows.lengths) {
      await this.#pacer.pause(signal);
      const running = this.#run(windows.ids.subarray(begin, begin + length));
      const rows = await (this.#gpu === undefined ? running : this.#gpu.watch(running));
      logits.set(rows, begin * this.#labels);
      begin += length;
    }
    return logits;
  }

  async dispose(): Promise<void> {
    try {
      await this.#session.release();
    } finally {
      this.#gpu?.destroy();
    }
  }

  /**
   * One window is one run; it is padded only for a graph of a fixed shape, which has it in its first row.
   * XLM-R has one type of token.
   */
  #feed({ name, isInt32 }: GraphInput, ids: Int32Array): Ort.Tensor {
    const shape = this.#shapeOf(ids);
    const values = new Int32Array(this.#rows * shape[1]);
    if (name === "input_ids") values.fill(padId).set(ids);
    if (name === "attention_mask") values.fill(1, 0, ids.length);
    const { Tensor } = this.#runtime;
    return isInt32
      ? new Tensor("int32", values, shape)
      : new Tensor("int64", BigInt64Array.from(values, BigInt), shape);
  }

  #shapeOf(ids: Int32Array): [number, number] {
    return [this.#rows, this.maxTokens ?? ids.length];
  }

  async #run(ids: Int32Array): Promise<Float32Array> {
    const feeds = Object.fromEntries(
      this.#inputs.map((input) => [input.name, this.#feed(input, ids)]),
    );
    const outputs = await guard(this.#where, () => this.#session.run(feeds, [this.#output]));
    const logits = outputs[this.#output];
    const found = logits?.dims.join(" × ");
    const rows = logits && numbersOf(logits);
    const wanted = this.#shapeOf(ids).join(" × ");
    if (found !== `${wanted} × ${this.#labels}` || rows === undefined) {
      throw new BackendError(
        `${this.#where}: expected float32 logits of ${wanted} tokens × ${this.#labels} labels ` +
          `(id2label of the config), found ${logits?.type ?? "none"} ${found ?? ""}`,
      );
    }
    // Half precision holds no more than 65504; a driver that fails gives what it likes.
    if (rows.some(Number.isNaN)) {
      throw new BackendError(`${this.#where}: expected logits, found what is no number`);
    }
    return rows.subarray(0, ids.length * this.#labels);
  }
}

/** An input of a graph. */
interface GraphInput {
  name: InputName;
  isInt32: boolean;
}

type InputName = "input_ids" | "attention_mask" | "token_type_ids";

const inputNames: readonly InputName[] = ["input_ids", "attention_mask", "token_type_ids"];

function inputsOf({ inputMetadata }: Ort.InferenceSession, where: string): GraphInput[] {
  const found = inputMetadata.map(({ name }) => name);
  const inputs = inputMetadata.flatMap((input) => {
    const name = inputNames.find((each) => each === input.name);
    return name === undefined ? [] : [{ name, isInt32: input.isTensor && input.type === "int32" }];
  });
  if (inputs.length < found.length || !found.includes("input_ids")) {
    throw new BackendError(
      `${where}: expected the graph inputs ${inputNames.join(", ")}, found ${found.join(", ")}`,
    );
  }
  return inputs;
}

/** XLM-R's `<pad>`. */
const padId = 1;

/**
 * Rows and tokens of the inputs, as far as a graph fixes them: some exporters do unless told otherwise.
 * What is padded has to be masked.
 */
function fixedShape(
  { inputMetadata }: Ort.InferenceSession,
  where: string,
): [rows: number | undefined, tokens: number | undefined] {
  const ids = inputMetadata.find(({ name }) => name === "input_ids");
  const [rows, tokens] = ids?.isTensor === true ? ids.shape : [];
  const fixed = [rows, tokens].map((size) => (typeof size === "number" ? size : undefined));
  if (fixed[1] !== undefined && !inputMetadata.some(({ name }) => name === "attention_mask")) {
    throw new BackendError(
      `${where}: expected the graph input attention_mask, as input_ids is of ${fixed[1]} tokens always`,
    );
  }
  return [fixed[0], fixed[1]];
}

/** The logits, whatever an exporter calls them: where there are more outputs their name tells. */
function outputOf({ outputNames }: Ort.InferenceSession, where: string): string {
  const [only = ""] = outputNames;
  if (outputNames.length === 1) return only;
  if (outputNames.includes("logits")) return "logits";
  throw new BackendError(
    `${where}: expected one graph output, or one that is called logits, found ${outputNames.join(", ")}`,
  );
}

/** Models in half precision may give their logits so. */
function numbersOf({ type, data }: Ort.Tensor): Float32Array | undefined {
  if (data instanceof Float32Array) return data;
  if (type !== "float16" || !ArrayBuffer.isView(data)) return undefined;
  return readFloat16(new Uint16Array(data.buffer, data.byteOffset, data.length));
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
