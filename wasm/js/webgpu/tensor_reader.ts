// SPDX-License-Identifier: Apache-2.0

import { CheckpointError } from "../base/errors.js";
import { readBfloat16, readFloat16 } from "../base/float16.js";
import type { RandomAccess } from "../base/random_access.js";
import type { Core } from "../core/core.js";
import { readHeader } from "../weights/checkpoint_header.js";

/** Bytes that one read asks for, about: a caller can stop between two. */
const chunkBytes = 4 * 2 ** 20;

/** Bytes of a number, or of two that are packed. */
const numberBytes = { F64: 8, F32: 4, F16: 2, BF16: 2, I8: 1, U8: 1 };

interface Entry {
  dtype: keyof typeof numberBytes;
  shape: number[];
  data_offsets: [number, number];
}

export interface TensorReaderOptions {
  /** Has the model's configuration; a model that it was loading is given up. */
  core: Core;
  checkpoint: RandomAccess;
  configJson: string;
  /** Names it in errors. */
  where: string;
  signal: AbortSignal;
}

/** Called with numbers of a tensor and the place of the first of them. */
export type TakeNumbers = (values: Float32Array, begin: number) => void;

/**
 * The tensors of a checkpoint in any of the forms of src/engine/checkpoint_form.h, as float32, chunk by
 * chunk. The core has checked the header against config.json first, so names and shapes are what they
 * should be.
 *
 *     const reader = await TensorReader.open({ core, checkpoint, configJson, where, signal });
 *     await reader.read('classifier.bias', (values, begin) => target.set(values, begin));
 */
export class TensorReader {
  /** What the core has to say of the checkpoint. */
  readonly remarks: readonly string[];
  readonly #checkpoint: RandomAccess;
  readonly #entries: Readonly<Record<string, Entry>>;
  /** Byte of the file behind its header. */
  readonly #begin: number;
  readonly #where: string;
  readonly #signal: AbortSignal;
  #loaded = 0;

  private constructor(
    options: TensorReaderOptions,
    header: Uint8Array,
    remarks: readonly string[],
  ) {
    this.remarks = remarks;
    this.#checkpoint = options.checkpoint;
    this.#where = options.where;
    this.#signal = options.signal;
    this.#begin = header.length;
    const json = new TextDecoder().decode(header.subarray(8));
    this.#entries = JSON.parse(json) as Record<string, Entry>;
  }

  /** Rejects with a CheckpointError or ConfigError as loading into the engine does. */
  static async open(options: TensorReaderOptions): Promise<TensorReader> {
    const { core, checkpoint, configJson, where, signal } = options;
    const bytes = await readHeader(core, checkpoint, where, signal);
    const header = bytes.slice(); // the next read overwrites it
    const labels = core.labels().length;
    const remarks = core.checkWeights(header, checkpoint.size, { configJson, labels, where });
    return new TensorReader(options, header, remarks);
  }

  /** Bytes that were read so far. */
  get loaded(): number {
    return this.#loaded;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#entries, name);
  }

  isPacked(name: string): boolean {
    return this.#entry(name).dtype === "U8";
  }

  /** Rows and columns, or the length, of the tensor as numbers. */
  shape(name: string): number[] {
    const { dtype, shape } = this.#entry(name);
    return dtype === "U8" ? shape.map((size, i) => (i === 1 ? size * 2 : size)) : shape;
  }

  /** Numbers of a quantised tensor's row that share a scale: those of int8, the whole row. */
  groupSize(name: string): number {
    return product(this.shape(name)) / product(this.shape(`${name}.scale`));
  }

  /**
   * The numbers that the tensor stands for. Those that are not finite are a CheckpointError.
   */
  async read(name: string, take: TakeNumbers): Promise<void> {
    const { dtype } = this.#entry(name);
    const checked: TakeNumbers = (values, begin) => {
      if (!areFinite(values)) {
        throw new CheckpointError(`${this.#where}: ${name}: expected finite numbers, found others`);
      }
      take(values, begin);
    };
    if (dtype === "I8" || dtype === "U8") await this.#readQuantized(name, checked);
    else await this.#readFloats(name, checked);
  }

  /** All of a small tensor. */
  async numbers(name: string): Promise<Float32Array> {
    const all = new Float32Array(product(this.shape(name)));
    await this.read(name, (values, begin) => {
      all.set(values, begin);
    });
    return all;
  }

  /** As it is stored. */
  async bytes(name: string): Promise<Uint8Array> {
    const [begin, end] = this.#entry(name).data_offsets;
    const all = new Uint8Array(end - begin);
    await this.#parts(name, 1, (bytes, at) => {
      all.set(bytes, at);
    });
    return all;
  }

  #entry(name: string): Entry {
    const entry = this.#entries[name];
    if (entry !== undefined) return entry;
    throw new CheckpointError(`${this.#where}: ${name}: expected a tensor, found no such one`);
  }

  async #readFloats(name: string, take: TakeNumbers): Promise<void> {
    const { dtype } = this.#entry(name);
    const size = numberBytes[dtype];
    await this.#parts(name, size, (bytes, at) => {
      const { buffer } = bytes.slice(); // aligned, and ours
      if (dtype === "F32") take(new Float32Array(buffer), at / size);
      else if (dtype === "F64") take(Float32Array.from(new Float64Array(buffer)), at / size);
      else if (dtype === "F16") take(readFloat16(new Uint16Array(buffer)), at / size);
      else take(readBfloat16(new Uint16Array(buffer)), at / size);
    });
  }

  /** Without the scale that inputs are divided by: these are the numbers before it was multiplied in. */
  async #readQuantized(name: string, take: TakeNumbers): Promise<void> {
    const [, columns = 0] = this.shape(name);
    const isPacked = this.isPacked(name);
    const scales = await this.numbers(`${name}.scale`);
    const inputScale = `${name}.input_scale`;
    const inputs = this.has(inputScale) ? await this.numbers(inputScale) : undefined;
    const group = this.groupSize(name);
    const rowBytes = isPacked ? columns / 2 : columns;
    await this.#parts(name, rowBytes, (bytes, at) => {
      const begin = isPacked ? at * 2 : at;
      const values = isPacked ? unpack(bytes) : new Float32Array(signed(bytes));
      for (let first = 0; first < values.length; first += group) {
        const scale = scales[(begin + first) / group] ?? 0;
        for (let i = first; i < first + group; i++) values[i] = (values[i] ?? 0) * scale;
      }
      if (inputs !== undefined) divideRows(values, inputs);
      take(values, begin);
    });
  }

  /** Reads a tensor's bytes, each time a whole number of units. */
  async #parts(
    name: string,
    unit: number,
    take: (bytes: Uint8Array, begin: number) => void,
  ): Promise<void> {
    const [begin, end] = this.#entry(name).data_offsets;
    const step = Math.max(1, Math.floor(chunkBytes / unit)) * unit;
    for (let at = begin; at < end; at += step) {
      const to = Math.min(end, at + step);
      const from = this.#begin;
      take(await this.#checkpoint.read(from + at, from + to, this.#signal), at - begin);
      this.#loaded += to - at;
    }
  }
}

function product(shape: readonly number[]): number {
  return shape.reduce((count, size) => count * size, 1);
}

function areFinite(values: Float32Array): boolean {
  let odd = 0;
  // NaN for what is not finite. By index: an iterator takes five times as long.
  for (let i = 0; i < values.length; i++) odd += (values[i] ?? 0) * 0;
  return odd === 0;
}

function divideRows(values: Float32Array, divisors: Float32Array): void {
  for (let first = 0; first < values.length; first += divisors.length) {
    for (let i = 0; i < divisors.length; i++) {
      values[first + i] = (values[first + i] ?? 0) / (divisors[i] ?? 1);
    }
  }
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Two values a byte, the first in the low half, each plus 8. */
function unpack(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const pair = bytes[i] ?? 0;
    values[2 * i] = (pair & 15) - 8;
    values[2 * i + 1] = (pair >>> 4) - 8;
  }
  return values;
}
