// SPDX-License-Identifier: Apache-2.0

import { BackendError } from "../base/errors.js";
import { storeFloat16 } from "../base/float16.js";
import type { ElementType } from "./onnx_builder.js";
import type { TakeNumbers, TensorReader } from "./tensor_reader.js";

/** What a graph computes in. */
export type ComputeType = Extract<ElementType, "float" | "float16">;

/** A tensor's bytes, as ONNX Runtime takes those that lie outside a graph. */
export interface ExternalData {
  path: string;
  data: Uint8Array;
}

/** What a graph's weight is made of. */
export interface WeightPlan {
  name: string;
  /** Bytes of it. */
  size: number;
  load(reader: TensorReader): Promise<Uint8Array>;
}

/** A tensor's numbers in the type that the graph computes in. */
export function planNumbers(
  name: string,
  type: ComputeType,
  count: number,
  read: (reader: TensorReader, take: TakeNumbers) => Promise<void>,
): WeightPlan {
  const size = count * (type === "float" ? 4 : 2);
  const load = async (reader: TensorReader): Promise<Uint8Array> => {
    const data = new Uint8Array(size);
    const take = type === "float" ? intoFloats(data) : intoHalves(data, name);
    await read(reader, take);
    return data;
  };
  return { name, size, load };
}

/** A tensor as it is stored. */
export function planBytes(name: string, size: number): WeightPlan {
  return { name, size, load: (reader) => reader.bytes(name) };
}

/** One after the other, so that besides the weights themselves one part of one is in memory. */
export async function loadWeights(
  plans: readonly WeightPlan[],
  reader: TensorReader,
  onProgress: (loaded: number) => void,
): Promise<ExternalData[]> {
  const loaded: ExternalData[] = [];
  for (const plan of plans) {
    loaded.push({ path: plan.name, data: await loadOne(plan, reader) });
    onProgress(reader.loaded);
  }
  return loaded;
}

/** The weight and what it is made of on the way; WebAssembly may need less memory for the same. */
async function loadOne(plan: WeightPlan, reader: TensorReader): Promise<Uint8Array> {
  try {
    return await plan.load(reader);
  } catch (cause) {
    if ((cause as Partial<Error>).name !== "RangeError") throw cause;
    const { name, size } = plan;
    throw new BackendError(`${name}: expected memory for its ${size} bytes, found less`, { cause });
  }
}

function intoFloats(data: Uint8Array<ArrayBuffer>): TakeNumbers {
  const target = new Float32Array(data.buffer);
  return (values, begin) => {
    target.set(values, begin);
  };
}

function intoHalves(data: Uint8Array<ArrayBuffer>, name: string): TakeNumbers {
  const target = new Uint16Array(data.buffer);
  return (values, begin) => {
    if (storeFloat16(values, target, begin)) return;
    throw new BackendError(`${name}: expected numbers that float16 holds, found larger ones`);
  };
}
